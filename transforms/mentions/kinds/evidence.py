"""What the words of a name and the words beside it say of its type. Votes are summed over a whole document."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from transforms.countries import capital_code, name_code, people_code
from transforms.mentions.candidates import Candidate, head_words, is_role_word
from transforms.mentions.kinds.team_cues import is_team_cue
from transforms.mentions.kinds.votes import Votes, best_type
from transforms.mentions.roles import has_role_behind
from transforms.names.bodies import body_letters
from transforms.names.forms import SON_OF, is_family_first, name_words, plain
from transforms.records import MentionType
from transforms.word_lists import read_names, read_rows, read_words

# How far before a name in apposition its role stands: "a spokesman for the European Commission, Ada Moss,".
_ROLE_REACH = 7
_RELATIONS = frozenset({"colleague", "counterpart", "guest", "opponent", "rival", "successor", "predecessor", "friend"})
Vote = tuple[MentionType, float]


@functools.cache
def _context() -> dict[tuple[str, str], tuple[Vote, ...]]:
    table: dict[tuple[str, str], tuple[Vote, ...]] = {}
    for r in read_rows("mentions/context_words.csv"):
        key = (r["side"], r["word"])
        table[key] = (*table.get(key, ()), (r["type"], float(r["weight"])))  # type: ignore[arg-type]
    return table


@functools.cache
def _heads() -> dict[tuple[str, ...], tuple[MentionType, str]]:
    return {name_words(r["word"]): (r["type"], r["where"]) for r in read_rows("mentions/name_heads.csv")}  # type: ignore[misc]


@functools.cache
def agencies() -> frozenset[tuple[str, ...]]:
    """The words of each name of a news agency or outlet in the lists."""
    names = [row["name"] for row in read_rows("pages/outlets.csv")]
    names += [n for row in read_rows("pages/agencies.csv") for n in (row["short"], *row["forms"].split("|")) if n]
    return frozenset(w for n in names if (w := tuple(x for x in name_words(n) if x != "the")))


def is_known_place(text: str) -> bool:
    """Whether the lists know a city or region of this name.

    >>> is_known_place("Middle East"), is_known_place("ALEPPO"), is_known_place("Orlo")
    (True, True, False)
    """
    key = plain(text)
    return key in read_names("mentions/cities.txt") or key in read_names("names/regions.txt")


def is_acronym(text: str) -> bool:
    """Two to six capitals, dots aside.

    >>> is_acronym("HTS"), is_acronym("U.N."), is_acronym("Orlo"), is_acronym("A")
    (True, True, False, False)
    """
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


@functools.cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(sorted(read_words("mentions/surname_endings.txt")))


def ends_like_surname(word: str) -> bool:
    """Whether a plain word ends as family names do that are hardly anything else.

    >>> ends_like_surname("orlenko"), ends_like_surname("mossdottir"), ends_like_surname("enko"), ends_like_surname("orlo")
    (True, True, False, False)
    """
    return len(word) > 6 and word.endswith(_surname_endings())


@functools.lru_cache(maxsize=50_000)
def name_votes(text: str) -> tuple[Vote, ...]:
    """What the words of a name say of its type, wherever it stands."""
    if name_code(text):
        return (("place", 4.0),)
    votes: list[Vote] = []
    if text[0].isupper() and (people_code(text) or plain(text) in read_words("mentions/groups.txt")):
        votes.append(("group", 2.0))
    words = name_words(text)
    if tuple(w for w in words if w != "the") in agencies():
        votes.append(("organization", 4.0))
    if body_letters(text):
        votes.append(("organization", 4.0))
    if capital_code(text):
        votes.append(("place", 2.0))
    elif is_known_place(text):
        votes.append(("place", 3.0 if " " in text else 1.5))
    heads = _heads()
    last = len(words) - 1
    if last > 0 and not is_known_place(text):  # the West Bank is none
        for i in range(len(words)):
            for n in (1, 2):
                found = heads.get(words[i : i + n])
                if found and (found[1] == "any" or (found[1] == "last" and i + n - 1 == last) or (found[1] == "first" and i == 0)):
                    votes.append((found[0], 3.0 if i + n - 1 == last or i == 0 else 1.5))
    if last > 0:
        if len(words[0]) == 1 and text[1:2] == "." and len(words) < 5:
            votes.append(("person", 2.0))
        elif words[0] in read_words("names/forenames.txt") and len(words) < 5:
            votes.append(("person", 1.0))
        elif is_family_first(words) or (len(words) == 2 and words[1] in read_words("names/forenames.txt") and not is_known_place(words[0])):
            votes.append(("person", 0.7))  # "Gao Wenbin", "Moss Ada"
        if ends_like_surname(words[-1]) and len(words) < 5:
            votes.append(("person", 0.7))
        if not (SON_OF | {"van", "von"}).isdisjoint(words):
            votes.append(("person", 1.0))
        if "&" in text:
            votes.append(("organization", 2.0))
        if is_acronym(text.split()[0]) and not text.isupper():
            votes.append(("organization", 1.5 if len(words[0]) > 2 else 0.7))
    elif is_acronym(text):
        votes.append(("organization", 1.0))
    elif text[:3] in ("Al-", "al-"):
        votes.append(("organization", 0.7))  # a person is called so only behind the full name, whose type then wins
    return tuple(votes)


def after_votes(word: str) -> tuple[Vote, ...]:
    """What a word directly behind a name says of its type."""
    return _context().get(("after", word), ())


def context_votes(c: Candidate) -> Iterator[Vote]:
    """What stands beside a name: titles, prepositions, what it is called, an age behind it."""
    tokens, table = c.scan.tokens, _context()
    size = len(tokens)
    if c.first > 0:
        word = tokens[c.first - 1].text
        if word.endswith("-old"):
            yield ("person", 2.0)
        if is_role_word(word) and c.scan.case != "capitals":
            yield ("person", 1.5)
        elif word in ("the", "The") and (c.last == size or not tokens[c.last].text[0].islower()):
            yield ("person", -1.5 if c.last - c.first > 1 else -0.7)
            if head_words().get(c.text.casefold()) == "organization":
                yield ("organization", 1.0)  # "told the Gazette"
        if word in ("the", "The") and is_plural(tokens[c.last - 1].text):
            yield ("person", -1.0)
            yield ("organization", 1.0)  # "the Orlo Tigers"
        elif word in ("to", "from", "for", "into", "through", "on") and c.first > 1 and _moves(c):
            yield ("place", 1.5)
        elif word == "of" and c.first > 1 and tokens[c.first - 2].text.casefold() in read_words("mentions/kinds_of_places.txt"):
            yield ("place", 2.0)
        elif word == "," and _is_apposed(c):
            yield ("person", 1.5)
        if word == "by" and c.first > 1 and tokens[c.first - 2].text.casefold() in read_words("mentions/credited_words.txt"):
            yield ("person", 2.0)  # "Photo by ADA MOSS /NWA"
        found = table.get(("before", word.casefold()), ())
        if word == "in" and c.first > 1 and tokens[c.first - 2].text.casefold() in read_words("mentions/holdings.txt"):
            found = (("organization", 1.5),)  # "shares in Marlow Salt"
        if c.last < size and tokens[c.last].text in ("'s", "’s"):
            found = tuple((type_, 0.4 * weight) for type_, weight in found)  # "in the Front's ranks" is not in the Front
        yield from found
    if c.last < size:
        word = tokens[c.last].text
        if word == "," and c.last + 1 < size:
            after = tokens[c.last + 1].text
            if after.isdigit() and 1 < int(after[:4]) < 110 and c.last + 2 < size and tokens[c.last + 2].text in {",", "."}:
                yield ("person", 2.0)
            elif after == "who":
                yield ("person", 1.0)
            elif name_code(after):
                yield ("place", 1.0)
            elif after in ("a", "the", "an") and _is_called_place(c):
                yield ("place", 2.0)
            elif c.last - c.first > 1 and has_role_behind(c):
                yield ("person", 1.0)
        elif word == "-" and c.last + 1 < size and tokens[c.last + 1].text in {"based", "born"}:
            yield ("place", 1.5)
        else:
            yield from table.get(("after", word.casefold()), ())


def _is_apposed(c: Candidate) -> bool:
    """Whether a name of two words or three stands between commas behind a role: "the council's leader, Ada Moss, said",
    "a spokesman for the port, Ada Moss, said"."""
    tokens = c.scan.tokens
    if not 2 <= c.last - c.first <= 3 or c.first < 2 or c.last >= len(tokens) or tokens[c.last].text != ",":
        return False
    for i in range(c.first - 2, max(-1, c.first - 2 - _ROLE_REACH), -1):
        word = tokens[i].text
        if word in _RELATIONS or (word.islower() and is_role_word(word) and not is_plural(word.capitalize())):
            return i == c.first - 2 or tokens[i + 1].text in ("of", "for", "at", "from")
        if not (word[0].isalnum() or word in ("'s", "’s")):
            return False
    return False


def is_plural(word: str) -> bool:
    """Whether a word with a capital has the ending of a plural, as teams and bands of several have.

    >>> is_plural("Tigers"), is_plural("Moss"), is_plural("Laos"), is_plural("U.S.")
    (True, False, False, False)
    """
    return len(word) > 4 and word[-1] == "s" and word[-2] not in "suioa'’."


def list_votes(c: Candidate, is_sport: bool) -> Iterator[Vote]:
    """What a row of a list says of a name that the model found: "Ada Moss (Tarsia)" is a person unless teams play."""
    tokens = c.scan.tokens
    is_long = c.last - c.first > 1 and c.last + 2 < len(tokens) and c.type != "person"
    if is_long and not is_sport and tokens[c.last].text == "(" and tokens[c.last + 2].text == ")" and name_code(tokens[c.last + 1].text):
        yield ("person", 1.5)


def _is_called_place(c: Candidate) -> bool:
    """Whether the apposition behind a name calls it a place: "Orlo, a small town in the north", but not "Moss, the mayor"."""
    words = [t.text for t in c.scan.tokens[c.last + 2 : c.last + 6]]
    return any(w in read_words("mentions/kinds_of_places.txt") and not is_role_word(w) for w in words)


def _moves(c: Candidate) -> bool:
    """Whether somebody goes to or comes from the name: "returned to Orlo", "from Orlo to Banes"."""
    tokens = c.scan.tokens
    word, before = tokens[c.first - 1].text, tokens[c.first - 2].text.casefold()
    if before in read_words("mentions/motion_words.txt"):
        return True
    if word == "from":
        return c.last + 1 < len(tokens) and tokens[c.last].text == "to" and tokens[c.last + 1].text[0].isupper()
    return word == "to" and c.first > 2 and tokens[c.first - 2].text[0].isupper() and tokens[c.first - 3].text == "from"


def unseen_votes(c: Candidate, is_sport: bool) -> Iterator[Vote]:
    """What may be said of a name that the model left out, from the row it stands in: lists of people, tables of teams."""
    tokens = c.scan.tokens
    before = tokens[c.first - 1].text if c.first else ""
    after = tokens[c.last].text if c.last < len(tokens) else ""
    if c.last - c.first > 1:
        if after == "(" and c.last + 1 < len(tokens) and name_code(tokens[c.last + 1].text):
            yield ("person", 1.5)  # Ada Moss (Tarsia)
        elif is_sport and (after in {"(", ","} or before in {"-", ",", ";"}):
            yield ("person", 1.0)
    is_row = after[:1].isdigit() and (not c.scan.is_initial(c.first) or before not in {"-", ",", ";"})
    if is_sport and (is_row or is_team_cue(after)):
        yield ("organization", 1.0)  # Orlo 3 Banes 1; Orlo lost


def vote_in_lists(candidates: Sequence[Candidate], votes: Mapping[str, Votes], key_of: Callable[[str], str]) -> None:
    """Lets names of a list vote on each other: "Ada Moss, Owen Tennick and Zoë Marlow" are all people if two are."""
    given: list[tuple[str, MentionType, float]] = []
    for one, two in pairwise(candidates):
        if one.scan is two.scan and two.first == one.last + 1 and one.scan.tokens[one.last].text in ("and", ",", "or", "&"):
            for giver, taker in ((one, two), (two, one)):
                own = votes[key_of(giver.text)]
                type_ = best_type(own)
                strength = own.get(type_, 0.0)
                if strength < 1.5 or (taker.last - taker.first > 1) != (giver.last - giver.first > 1):
                    continue
                if taker.type is None or type_ == "person":  # "the Front and Tarsia" are not two of a kind
                    given.append((key_of(taker.text), type_, 0.6 if taker.type and strength < 2.0 else 1.1))
    for key, type_, weight in given:
        votes[key][type_] += weight
