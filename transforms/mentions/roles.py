"""What an article calls a person beside the name: "Kremlin spokesman", "mayor of Orlo"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transforms.countries import adjective_code
from transforms.mentions.scan import Candidate, Scan
from transforms.mentions.telling_words import is_role_word
from transforms.names.forms import honorifics, name_words
from transforms.names.tokens import Token, is_name_word
from transforms.word_lists import read_set, read_words

_REACH = 7
_SHORTEST_HEADLINE = 4  # tokens of a title that says something of somebody
_PREPOSITIONS = read_set("mentions/words.csv", "role prepositions")
_DETERMINERS = read_set("mentions/words.csv", "role determiners")
# Words at which what somebody is called behind a comma is at its end, and marks.
_ENDS = read_set("mentions/words.csv", "ends of an apposition")
_MARKS = frozenset(",.;:(—–")
_LONGEST_APPOSITION = 9  # tokens of what somebody is called behind a comma
_HEAD_REACH = 5  # of them, the first among which the role stands
_FULL_ENOUGH = 6  # words of a role from which on a longer one is not preferred
_WITH_OFFICE = 3  # tokens of "Secretary of State"
# Endings of words that open a sentence with a capital and no name: participles and adverbs.
_OPENING = ("ing", "ed", "ly")


def find_role(c: Candidate) -> str | None:
    """The role that stands directly before a name, or in the apposition behind it. None where there is none."""
    return _role_before(c) or _role_behind(c)


def headline_role(scans: Sequence[Scan]) -> str | None:
    """What the headline calls somebody whom it does not name, by its first word: "Singer may play her old songs". None elsewhere."""
    title = next((s for s in scans if s.reading.passage.part == "title"), None)
    if title is None or title.case != "sentence" or len(title.tokens) < _SHORTEST_HEADLINE:
        return None
    first, second = title.words[0], title.words[1]
    is_told = first.isalpha() and second.islower() and second.isalpha() and is_role_word(first)
    return first.casefold() if is_told and first.casefold() not in read_words("mentions/relations.txt") else None


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
    is_apart = end > 1 and tokens[end - 1].text == "," and is_role_word(tokens[end - 2].text)
    if is_apart:
        end -= 1  # "Tarsia's leader, Ada Moss"
    if end == 0:
        return None
    head = tokens[end - 1].text
    start = end - 1
    if not is_role_word(head):
        # "Secretary of State Ada Moss"
        if end > 2 and is_name_word(head) and tokens[end - 2].text == "of" and is_role_word(tokens[end - 3].text):
            start = end - _WITH_OFFICE
        else:
            return None
    while start > 0 and end - start < _REACH:
        if _modifies(tokens, start - 1, c):
            start -= 1
        elif start > 1 and tokens[start - 1].text.islower() and tokens[start - 2].text in ("'s", "’s"):
            start -= 2  # "the Council's humanitarian chief": one word that no list knows, an owner before it
        else:
            break
    while start < end and tokens[start].text in ("'s", "’s", "-"):
        start += 1
    if is_apart and not _begins_phrase(c, start, end):
        return None
    is_rank = end - start > 1 and name_words(tokens[end - 1].text) in honorifics() and is_role_word(tokens[end - 2].text)
    if is_rank and name_words(c.scan.text(end - 2, end)) not in honorifics():
        end -= 1  # "Foreign Minister Prince Faris"
    role = c.scan.text(start, end)
    words = name_words(role)
    if words in honorifics() and not honorifics()[words]:
        return None
    return role


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
    if low in read_words("mentions/role_modifiers.txt") or is_role_word(word) or adjective_code(word):
        return True
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
    return c.scan.text(start, end)
