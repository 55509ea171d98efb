"""What an article calls a person beside the name: "Kremlin spokesman", "mayor of Orlo"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from transforms.countries import adjective_code
from transforms.mentions.scan import ORDINAL, Candidate, Scan
from transforms.mentions.telling_words import is_office_before, is_role_word
from transforms.names.forms import TITLE_LENGTHS, honorifics, name_words
from transforms.names.tokens import Token, is_name_word
from transforms.word_lists import read_set, read_words

_REACH = 7
_SHORTEST_HEADLINE = 4  # tokens of a title that says something of somebody
_PREPOSITIONS = read_set("mentions/words.csv", "role prepositions")
_DETERMINERS = read_set("mentions/words.csv", "role determiners")
# Words at which what somebody is called behind a comma is at its end, and marks.
_ENDS = read_set("mentions/words.csv", "ends of an apposition")
_MARKS = frozenset(",.;:(—–")
_QUOTATION = '“”"„«»'
_NO_ROLE = read_set("mentions/words.csv", "before a role")
_BEGINS = read_set("mentions/words.csv", "begins a role")
_WHEN = read_set("mentions/words.csv", "when of a role")
_LONGEST_APPOSITION = 9  # tokens of what somebody is called behind a comma
_HEAD_REACH = 5  # of them, the first among which the role stands
_FULL_ENOUGH = 6  # words of a role from which on a longer one is not preferred
_WITH_OFFICE = 3  # tokens of "Secretary of State"
# Endings of words that open a sentence with a capital and no name: participles and adverbs.
_OPENING = ("ing", "ed", "ly")


def find_role(c: Candidate) -> str | None:
    """The role that stands directly before a name, or in the apposition behind it. None where there is none."""
    return clean_role(_role_before(c)) or clean_role(_role_behind(c))


def clean_role(role: str | None) -> str | None:
    """A role without words in front that tell when, of whom or how old; None where it is no role but a piece of a sentence.

    >>> clean_role("then chancellor"), clean_role("40-year-old owner of the mill"), clean_role("” said one guest")
    ('chancellor', 'owner of the mill', None)
    """
    words = (role or "").split()
    while words and (words[0].casefold() in _NO_ROLE or words[0].endswith("-old") or (words[0] in _WHEN and len(words) > 1)):
        words = words[1:]
    return " ".join(words) if words and not any(mark in word for word in words for mark in _QUOTATION) else None


def headline_role(scans: Sequence[Scan]) -> str | None:
    """What the headline calls somebody whom it does not name, by its first word: "Singer may play her old songs". None elsewhere."""
    title = next((s for s in scans if s.reading.passage.part == "title"), None)
    if title is None or title.case != "sentence" or len(title.tokens) < _SHORTEST_HEADLINE:
        return None
    first, second = title.words[0], title.words[1]
    is_told = first.isalpha() and second.islower() and second.isalpha() and is_role_word(first)
    anybody = read_words("mentions/anybody.txt") | read_set("mentions/words.csv", "kin")
    return first.casefold() if is_told and first.casefold() not in anybody else None


def usual_role(roles: Counter[str]) -> str:
    """The role most often given; a fuller wording counts what a shorter one at its end has, too.

    >>> usual_role(Counter({"minister": 2, "Tarsian foreign minister": 1, "lawyer": 2}))
    'Tarsian foreign minister'
    """
    folded: Counter[str] = Counter()
    for role, count in roles.items():
        folded[role.casefold()] += count
    support = {role: sum(n for r, n in folded.items() if role.casefold().endswith(r)) for role in roles}
    return min(roles, key=lambda role: (-support[role], -roles[role], -min(len(role.split()), _FULL_ENOUGH), role))


def head_of_role(role: str) -> str:
    """The word of a role that says what somebody is, in small letters.

    >>> head_of_role("Tarsian finance minister of state"), head_of_role("adviser to the president"), head_of_role("Sen.")
    ('minister', 'adviser', 'sen')
    """
    words = [w.rstrip(".") for w in role.casefold().split()]
    return next((before for before, word in pairwise(words) if word in _PREPOSITIONS), words[-1])


def is_title_of_one_name(role: str) -> bool:
    """Whether a role ends in a title that belongs to a name of one word.

    >>> is_title_of_one_name("crown prince"), is_title_of_one_name("queen of hearts"), is_title_of_one_name("mayor")
    (True, False, False)
    """
    return role.rpartition(" ")[2].casefold() in read_set("names/words.csv", "titles of one name")


def _role_before(c: Candidate) -> str | None:
    tokens = c.scan.tokens
    end = c.first
    if end > 1 and tokens[end - 1].text == "." and is_role_word(tokens[end - 2].text):
        title = c.scan.text(end - 2, end - 1)  # "Sudan's army chief, Gen. Ada Moss"
        before = _role_ending(c, end - 2)
        return before or (title if honorifics().get(name_words(title)) else None)
    return _role_ending(c, end)


def _role_ending(c: Candidate, end: int) -> str | None:
    """The role whose last word, or the comma behind it, stands before token `end`."""
    tokens = c.scan.tokens
    end = _before_address(tokens, end)
    is_apart = end > 1 and tokens[end - 1].text == "," and is_role_word(tokens[end - 2].text)
    if is_apart:
        end -= 1  # "Tarsia's leader, Ada Moss"
    if end == 0:
        return None
    head = tokens[end - 1].text
    start = end - 1
    if not is_role_word(head):
        # "Secretary of State Ada Moss"
        is_of = end > 2 and is_name_word(head) and tokens[end - 2].text == "of" and is_role_word(tokens[end - 3].text)
        if is_of or is_office_before(c.scan.words, end):
            start = end - _WITH_OFFICE
        else:
            return None
    while start > 0 and end - start < _REACH and not _begins_another(tokens, start):
        if _modifies(tokens, start - 1, c):
            start -= 1
        elif start > 1 and tokens[start - 1].text == "&" and is_name_word(tokens[start - 2].text) and is_name_word(tokens[start].text):
            start -= 2  # "Salt & Marlow chairman"
        elif start > 1 and tokens[start - 1].text.islower() and tokens[start - 2].text in ("'s", "’s"):
            start -= 2  # "the Council's humanitarian chief": one word that no list knows, an owner before it
        else:
            break
    if (
        start > 0
        and ORDINAL.fullmatch(tokens[start - 1].text)
        and is_name_word(tokens[start].text)
        and not is_role_word(tokens[start].text)
    ):
        start -= 1  # "21st Century Salt chairman", but not "the 45th President"
    while start < end and tokens[start].text in ("'s", "’s", "-"):
        start += 1
    if is_apart and not _begins_phrase(c, start, end):
        return None
    if c.scan.case != "sentence":  # a headline writes what happened with capitals, too: "Council Votes Replacing Orlo General Ada Moss"
        start = max(start, end - title_length_before(tokens, end))
    of = _find_of(tokens, start)
    start = start if of is None else of
    whole, end = end, _without_address(c, start, end)
    if end < whole and of is None and not is_role_word(tokens[end - 1].text):
        return None  # "Labour's Lord Moss"
    role = c.scan.text(start, end)
    words = name_words(role)
    if words in honorifics() and not honorifics()[words]:
        return None
    return role


def _begins_another(tokens: Sequence[Token], start: int) -> bool:
    """Whether a role begins at token `start` and another one ends before it: "nominee former President Ada Moss"."""
    return tokens[start].text in _BEGINS and is_role_word(tokens[start - 1].text)


def _before_address(tokens: Sequence[Token], end: int) -> int:
    """Where what stands before a mere form of address ends: "Prime Minister Datuk Seri". `end` where that is nothing."""
    length = title_length_before(tokens, end)
    is_address = length and not honorifics()[name_words(" ".join(t.text for t in tokens[end - length : end]))]
    return end - length if is_address and end > length else end


def title_length_before(tokens: Sequence[Token], end: int) -> int:
    """How many tokens before `end` are a title ("Foreign Minister")."""
    return next((n for n in TITLE_LENGTHS if n <= end and name_words(" ".join(t.text for t in tokens[end - n : end])) in honorifics()), 0)


def _find_of(tokens: Sequence[Token], start: int) -> int | None:
    """Where the office begins of which a role is only the end: "chief of the Army Staff", None where it is whole."""
    i = start - 2 if start > 1 and tokens[start - 1].text == "the" else start - 1
    is_of = i > 0 and tokens[i].text == "of" and is_role_word(tokens[i - 1].text) and is_name_word(tokens[i - 1].text)
    return i - 1 if is_of and tokens[start].text[0].isupper() and not is_role_word(tokens[start].text) else None


def _without_address(c: Candidate, start: int, end: int) -> int:
    """The end of a role without what somebody is addressed by behind it: "Foreign Minister Prince Faris", "Army Staff General Moss"."""
    tokens = c.scan.tokens
    while length := title_length_before(tokens[:end], end):
        first = end - length
        if first <= start or not tokens[end - 1].text[0].isupper():
            break
        title = name_words(" ".join(t.text for t in tokens[first:end]))
        is_behind_office = is_role_word(tokens[first - 1].text) or any(t.text == "of" for t in tokens[start:first])
        if honorifics()[title] and not is_behind_office:
            break
        end = first
    return end


def _begins_phrase(c: Candidate, start: int, end: int) -> bool:
    """Whether a role apart from its name by a comma is a phrase of its own: "the mayor, Ada Moss", not "Moving forward, Ada Moss"."""
    tokens = c.scan.tokens
    if start == 0 or any(t.text in ("'s", "’s") for t in tokens[start:end]) or tokens[start].text[0].isupper():
        return True
    return tokens[start - 1].text.casefold() in _DETERMINERS or tokens[start - 1].text in ("'s", "’s", ",", "“", '"')


def _modifies(tokens: list[Token], i: int, c: Candidate) -> bool:
    word = tokens[i].text
    low = word.casefold()
    if word in ("'s", "’s"):
        return i > 0 and is_name_word(tokens[i - 1].text)
    if i > 0 and tokens[i - 1].text == "to" and word.islower() and is_role_word(word):
        return low in read_words("mentions/role_modifiers.txt")  # "set to host finance minister Ada Moss"
    if low in read_words("mentions/role_modifiers.txt") or is_role_word(word) or adjective_code(word):
        return True
    if c.scan.is_initial(i) and low in read_words("names/opening_words.txt"):
        return False  # "Because Judge Moss"
    if c.scan.is_initial(i) and not (is_name_word(tokens[i + 1].text) or tokens[i + 1].text in ("'s", "’s")) and word.endswith(_OPENING):
        return False  # "Welcoming president Ada Moss"
    return is_name_word(word) and low not in read_words("mentions/tail_words.txt") and low not in read_words("mentions/days.txt")


def has_role_behind(c: Candidate) -> bool:
    """Whether an apposition behind a name says what the person does."""
    return _role_behind(c) is not None


def _role_behind(c: Candidate) -> str | None:
    """Ada Moss, the mayor of Orlo, …: up to the comma, where a role word comes among the first words."""
    tokens = c.scan.tokens
    i = c.last
    if i >= len(tokens) or tokens[i].text != "," or c.scan.case != "sentence":
        return None
    i += 1
    start = i
    if start < len(tokens) and tokens[start].text in ("a", "an", "the"):
        start += 1
    end = start
    seen = False
    while end < len(tokens) and end - start < _LONGEST_APPOSITION and tokens[end].text not in _MARKS:
        word = tokens[end].text
        if word in _ENDS:
            break
        is_within = any(t.text in _PREPOSITIONS for t in tokens[start:end])
        seen = seen or (end - start < _HEAD_REACH and word.islower() and is_role_word(word) and not is_within)
        end += 1
    if start < end and tokens[start].text.endswith("ing") and not is_role_word(tokens[start].text):
        return None  # "hitting him in the head"
    if not seen or end >= len(tokens) or tokens[end].text not in {",", ".", ";"}:
        return None
    if tokens[end].text == "." and name_words(tokens[end - 1].text) in honorifics() and tokens[end - 1].text[0].isupper():
        return None  # cut at "adviser to Sen."
    return c.scan.text(start, end)
