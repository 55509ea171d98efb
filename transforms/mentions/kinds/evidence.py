"""What the words of a name and the words beside it say of its type. Votes are summed over a whole document."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import pairwise, takewhile

from transforms.countries import capital_code, name_code, people_code
from transforms.mentions.kinds.weights import Vote, after_votes, before_votes, vote
from transforms.mentions.roles import has_role_behind
from transforms.mentions.scan import Candidate
from transforms.mentions.telling_words import NameHead, head_words, is_office_before, is_role_word, name_heads
from transforms.metadata.agency import agency_forms
from transforms.metadata.outlet import known_outlets
from transforms.names.forms import SON_OF, is_family_first, name_words, plain
from transforms.names.known_organizations import is_known_organization, organization_letters
from transforms.names.lexicon import ends_like_surname, is_acronym, is_common_word, is_forename, is_known_place, is_surname
from transforms.word_lists import read_set, read_words

# How far before a name in apposition its role stands: "a spokesman for the European Commission, Ada Moss,".
_ROLE_REACH = 7
_PLACE_REACH = 4  # tokens behind the comma and the article among which the kind of place stands: "a small town"
_SHORT_NAME = 2  # words of a name whose last may be a family name, whatever else it is
_LONGEST_PERSON = 4  # words of a person's name
_LONGEST_APPOSED = 3  # words of a name between commas
_OLDEST = 109  # years that somebody is old: a larger number is none
_AGE_BEFORE = 3  # tokens from an age to the name of where somebody lives: "34, of Orlo"
_OF_OWNER = 0.4  # what is left of a vote where the name only owns what is spoken of: "in the Front's ranks" is not in the Front
_SHORTEST_PLURAL = 5  # letters of a word that may be a plural
_UNLIKE_PLURAL = frozenset("suioa'’.")  # before the s of words that are none: Moss, Laos, Paris
_RELATIONS = read_set("mentions/words.csv", "relations in apposition")
_DIRECTIONS = read_set("mentions/words.csv", "directions")
_COMPASS = read_set("mentions/words.csv", "compass")
_OFFICE_PREPOSITIONS = read_set("mentions/words.csv", "office prepositions")
_LANDSCAPE = read_set("mentions/words.csv", "landscape")
_SEATS = read_set("mentions/words.csv", "whoever has a seat")
_SPEECH = read_set("mentions/words.csv", "speech behind its subject")
_PREPOSITIONS = read_set("mentions/words.csv", "role prepositions")
_NOBLE = SON_OF | {"van", "von"}
_POSSESSIVES = frozenset(("'s", "’s"))


@functools.cache
def _heads() -> dict[tuple[str, ...], NameHead]:
    return {name_words(head.word): head for head in name_heads()}


@functools.cache
def agencies() -> frozenset[tuple[str, ...]]:
    """The words of each name of a news agency or outlet in the lists."""
    names = (*known_outlets().values(), *agency_forms())
    return frozenset(w for n in names if (w := tuple(x for x in name_words(n) if x != "the")))


@functools.lru_cache(maxsize=50_000)
def name_votes(text: str) -> tuple[Vote, ...]:
    """What the words of a name say of its type, wherever it stands."""
    if name_code(text):
        return (vote("a country's name"),)
    words = name_words(text)
    votes = list(_listed_votes(text, words))
    if len(words) > 1:
        if not is_known_place(text):  # the West Bank is none
            votes += _head_votes(words)
        votes += _votes_of_several(text, words)
    elif is_acronym(text):
        votes.append(vote("letters"))
    elif text.startswith(("Al-", "al-")):
        votes.append(vote("an article bound to it"))
    return tuple(votes)


def _listed_votes(text: str, words: tuple[str, ...]) -> Iterator[Vote]:
    """What the lists say of the whole name."""
    if text[0].isupper() and (people_code(text) or plain(text) in read_words("mentions/groups.txt")):
        yield vote("a people or a movement")
    if tuple(w for w in words if w != "the") in agencies():
        yield vote("an agency or outlet")
    if organization_letters(text):
        yield vote("known letters")
    elif is_known_organization(text):
        yield vote("a known organization")
    if capital_code(text):
        yield vote("a capital")
    elif is_known_place(text):
        yield vote("a place of several words" if " " in text else "a place of one word")


def _head_votes(words: tuple[str, ...]) -> Iterator[Vote]:
    """What single words, and pairs of words, within a name of several say."""
    last = len(words) - 1
    found: list[tuple[NameHead, Vote]] = []
    for i in range(len(words)):
        for n in (1, 2):
            head = _heads().get(words[i : i + n])
            is_last = i + n - 1 == last
            if head and (head.where == "any" or (head.where == "last" and is_last) or (head.where == "first" and i == 0)):
                found.append((head, vote("a head at an end" if is_last or i == 0 else "a head inside", head.type)))
    is_body = any(head.type == "organization" for head, _ in found)
    for head, cast in found:
        if not (head.where == "first" and is_body):  # "Port Orlo Chamber of Commerce" is no port
            yield cast


def ends_in_organization(text: str) -> bool:
    """Whether a name of three words or more ends in a kind of organization that is nobody's family name.

    >>> [ends_in_organization(name) for name in ("Ada Jane Moss Initiative", "Ada Moss", "Ada Bank", "Ada Jane Post")]
    [True, False, False, True]
    """
    words = name_words(text)
    is_head = len(words) > _SHORT_NAME and head_words().get(words[-1]) == "organization"
    return is_head and not is_surname(words[-1])


def _votes_of_several(text: str, words: tuple[str, ...]) -> Iterator[Vote]:
    """What the shape of a name of several words says: forenames, family names, letters."""
    may_be_person = len(words) <= _LONGEST_PERSON
    forenames = read_words("names/forenames.txt")
    if text[0].isdigit():
        yield vote("a number first")
    if len(words[0]) == 1 and text[1:2] == "." and may_be_person:
        yield vote("an initial first")
    elif words[0] in forenames and may_be_person:
        yield vote("a forename first")
    elif is_family_first(words) or (len(words) == 2 and words[1] in forenames and not is_known_place(words[0])):
        yield vote("the family first")
    if ends_like_surname(words[-1]) and may_be_person:
        yield vote("a family's ending")
    if words[-1] in _LANDSCAPE and not (len(words) == _SHORT_NAME and is_forename(words[0])):
        yield vote("a landscape at an end")
    if words[0] in _COMPASS or (words[-1] in _COMPASS and not is_forename(words[0])):
        yield vote("a direction at an end")
    if not _NOBLE.isdisjoint(words):
        yield vote("son of")
    if "&" in text and not all(map(is_common_word, words)):  # "Tools & Projects" heads a list
        yield vote("an ampersand")
    if is_acronym(text.split()[0]) and not text.isupper():
        yield vote("letters first" if len(words[0]) > 2 else "two letters first")


def context_votes(c: Candidate) -> tuple[Vote, ...]:
    """What stands beside a name: titles, prepositions, what it is called, an age behind it."""
    span = c.first, c.last
    if span not in c.scan.beside:
        before = _votes_before(c) if c.first > 0 else ()
        behind = _votes_behind(c) if c.last < len(c.scan.tokens) else ()
        c.scan.beside[span] = (*before, *behind)
    return c.scan.beside[span]


def _votes_before(c: Candidate) -> Iterator[Vote]:
    tokens = c.scan.tokens
    word = tokens[c.first - 1].text
    before = tokens[c.first - 2].text.casefold() if c.first > 1 else ""
    if word.endswith("-old"):
        yield vote("an age before")
    if (is_role_word(word) or is_office_before(c.scan.words, c.first)) and c.scan.case != "capitals":
        yield vote("a role before")
    elif word in ("the", "The") and not c.scan.text_after(c.last)[:1].islower():
        yield vote("the article before several words" if c.last - c.first > 1 else "the article before one word")
        if head_words().get(c.text.casefold()) == "organization":
            yield vote("the article before a kind of organization")
    if word in ("the", "The") and is_plural(tokens[c.last - 1].text):
        yield vote("the article before a plural")
        yield vote("the article before a plural organization")
    elif word in _DIRECTIONS and c.first > 1 and _moves(c):
        yield vote("going there")
    elif word == "of" and before in read_words("mentions/kinds_of_places.txt"):
        yield vote("a kind of place before")
    elif word == "for" and before in _SEATS:
        yield vote("a seat before")
    elif word == "of" and before == "," and c.first > 2 and _is_age(tokens[c.first - _AGE_BEFORE].text):
        yield vote("an age and of before")
    elif word == "," and _is_apposed(c):
        yield vote("between commas behind a role")
    if word == "By" and _is_byline(c):
        yield vote("a byline")
    if word == "by" and before in read_words("mentions/credited_words.txt"):
        yield vote("credited")
    is_held = word == "in" and before in read_words("mentions/holdings.txt")
    found = (vote("shares in it"),) if is_held else before_votes(word.casefold())
    if c.scan.text_after(c.last) in _POSSESSIVES:
        found = tuple(Vote(v.type, _OF_OWNER * v.weight, v.sign) for v in found)
    yield from found


def _votes_behind(c: Candidate) -> Iterator[Vote]:
    word, after = c.scan.text_after(c.last), c.scan.text_after(c.last + 1)
    if word == "," and after:
        is_told = after.casefold() in read_set("mentions/words.csv", "before an age") and _is_age(c.scan.text_after(c.last + 2))
        if is_told or (_is_age(after) and c.scan.text_after(c.last + 2) in (",", ".")):
            yield vote("an age behind")
        elif after == "who":
            yield vote("who behind")
        elif name_code(after):
            yield vote("a country behind")
        elif after in ("a", "the", "an") and _is_called_place(c):
            yield vote("called a place")
        elif c.last - c.first > 1 and has_role_behind(c):
            yield vote("a role behind")
    elif word == "-" and after in ("based", "born") and (" " in c.text or not is_common_word(c.text)):
        yield vote("based behind")
    else:
        yield from after_votes(word.casefold())
        if word in _SPEECH and _is_of_no_language(c):
            yield vote("speech behind words of no language")


def _is_of_no_language(c: Candidate) -> bool:
    """Whether a name is two words or three of no language, as people's are: companies of several words end in what they do."""
    words = c.text.replace("-", " ").split()
    is_several = _SHORT_NAME <= c.last - c.first <= _LONGEST_APPOSED
    return is_several and not any(is_common_word(w) or is_acronym(w) or w.casefold() in head_words() for w in words)


def _is_byline(c: Candidate) -> bool:
    """Whether a name of two to four words is all that stands behind the first word of its line: "By Ada Moss", but not "By Orlo Staff"."""
    tokens = c.scan.tokens
    is_whole = c.first == 1 and c.last == len(tokens) and _SHORT_NAME <= c.last - c.first <= _LONGEST_PERSON
    return is_whole and (is_forename(tokens[1].text) or not is_common_word(tokens[-1].text))


def _is_age(word: str) -> bool:
    return word.isdigit() and 1 < int(word[:4]) <= _OLDEST


def _is_apposed(c: Candidate) -> bool:
    """Whether a name of two words or three stands between commas behind a role: "the council's leader, Ada Moss, said",
    "a spokesman for the port, Ada Moss, said"."""
    tokens = c.scan.tokens
    if not 2 <= c.last - c.first <= _LONGEST_APPOSED or c.first < 2 or c.scan.text_after(c.last) != ",":
        return False
    for i in range(c.first - 2, max(-1, c.first - 2 - _ROLE_REACH), -1):
        word = tokens[i].text
        if word in _RELATIONS or (word.islower() and is_role_word(word) and not is_plural(word.capitalize())):
            return i == c.first - 2 or tokens[i + 1].text in _OFFICE_PREPOSITIONS
        if not (word[0].isalnum() or word in _POSSESSIVES):
            return False
    return False


def is_plural(word: str) -> bool:
    """Whether a word with a capital has the ending of a plural, as teams and bands of several have.

    >>> is_plural("Tigers"), is_plural("Moss"), is_plural("Laos"), is_plural("U.S.")
    (True, False, False, False)
    """
    return len(word) >= _SHORTEST_PLURAL and word[-1] == "s" and word[-2] not in _UNLIKE_PLURAL


def _is_called_place(c: Candidate) -> bool:
    """Whether the apposition behind a name calls it a place: "Orlo, a small town in the north", but not "Moss, the mayor"."""
    words = [t.text for t in c.scan.tokens[c.last + 2 : c.last + 3 + _PLACE_REACH]]
    told = list(takewhile(lambda word: word not in _PREPOSITIONS, words))
    kinds = read_words("mentions/kinds_of_places.txt")
    return any(w in kinds and not is_role_word(w) and not is_role_word(after) for w, after in pairwise([*told, ""]))


def _moves(c: Candidate) -> bool:
    """Whether somebody goes to or comes from the name: "returned to Orlo", "from Orlo to Banes"."""
    tokens = c.scan.tokens
    word, before = tokens[c.first - 1].text, tokens[c.first - 2].text.casefold()
    if before in read_words("mentions/motion_words.txt"):
        return True
    if word == "from":
        return c.scan.text_after(c.last) == "to" and c.scan.text_after(c.last + 1)[:1].isupper()
    return word == "to" and c.first > 2 and tokens[c.first - 2].text[0].isupper() and tokens[c.first - 3].text == "from"
