"""What is glued to the front of a name, because it opens a sentence or names a job ("Maybe Orlo", "Replied Ada Moss", "Goalie Ada Moss"),
and the letters of honours at its end ("Ada Moss KC")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from transforms.calendar import month_names
from transforms.countries import people_code
from transforms.mentions.kinds.evidence import is_plural
from transforms.mentions.model_spans import title_length
from transforms.mentions.scan import Candidate
from transforms.mentions.telling_words import head_words, is_role_word
from transforms.names.forms import SON_OF
from transforms.names.lexicon import is_acronym, is_common_word, is_forename, is_surname
from transforms.names.tokens import is_name_word
from transforms.word_lists import read_set, read_words

# Endings of participles and adverbs, which open sentences and hardly ever names.
_VERBAL = ("ing", "ed", "ly")
_LETTER_AND_WORD = re.compile(r"[A-Z]\.\s+([A-Z][a-z]+)")
_FULL_NAME = 2  # words that a name has at least in front of letters of honours
_LONGEST_NAME = 3  # words of a person's full name behind what is glued to it
_MOST_GLUED = 2  # words that a rule takes off one name
_LONGEST_POSITION = 3  # letters of a player's position between team and name: "Tigers DL Ada Moss"


def cut_openers(seen: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of an article without what is glued to their front, nor letters of honours at their end."""
    inner = {c.text for c in seen if not c.scan.is_initial(c.first) and c.scan.case == "sentence"}
    counts = Counter(c.text for c in seen)
    seen = [_cut_honours(c) for c in seen if not _ends_in_letter(c)]
    return [_cut(c, inner, counts) if c.last - c.first > 1 and c.scan.case == "sentence" and c.type != "group" else c for c in seen]


def _ends_in_letter(c: Candidate) -> bool:
    """Whether a sentence ends in a letter and the next begins with a common word: "The sale was announced on X. Workers …"."""
    found = _LETTER_AND_WORD.fullmatch(c.text)
    return (
        found is not None
        and c.type != "person"
        and is_common_word(found[1].casefold())
        and is_plural(found[1])
        and not is_surname(found[1].casefold())
    )


def _cut_honours(c: Candidate) -> Candidate:
    """The candidate without letters behind a person's full name that tell of degrees, orders and seats: "Ada Moss KC"."""
    if c.type != "person" and (c.type is not None or not is_forename(c.scan.tokens[c.first].text)):
        return c  # "Ada Salt KC" that the model takes for a club
    last = c.last
    while last - c.first > _FULL_NAME and c.scan.tokens[last - 1].text in read_set("mentions/words.csv", "honours behind names"):
        last -= 1
    return c if last == c.last else Candidate(c.scan, c.first, last, "person", max(c.weight, 1.0))


def _cut(c: Candidate, inner: set[str], counts: Counter[str]) -> Candidate:
    first, type_ = c.first, c.type
    titles = title_length(c.scan, first, c.last) if type_ == "organization" else 0
    if titles and _is_full_name([t.text for t in c.scan.tokens[first + titles : c.last]]):
        return Candidate(c.scan, first + titles, c.last, "person", max(c.weight, 1.0))  # "Det Con Ada Moss"
    if (behind := _behind_position(c)) is not None:
        return Candidate(c.scan, behind, c.last, "person", max(c.weight, 1.0))
    for _ in range(_MOST_GLUED):
        found = _glued(c, first, inner, counts)
        if not found:
            break
        first, type_ = first + 1, "person" if found == "person" else type_
    return c if first == c.first else Candidate(c.scan, first, c.last, type_, c.weight)


def _behind_position(c: Candidate) -> int | None:
    """Where the full name begins that stands behind a team and a player's position, None where there is none."""
    words = [t.text for t in c.scan.tokens[c.first : c.last]]
    for i in range(1, len(words) - 2):
        if words[i].isupper() and len(words[i]) <= _LONGEST_POSITION and _is_full_name(words[i + 1 :]) and not is_forename(words[0]):
            return c.first + i + 1
    return None


def _glued(c: Candidate, first: int, inner: set[str], counts: Counter[str]) -> Literal["person", "word"] | None:
    """Whether the word at `first` is no part of the name: "person" where a full name stands behind it, else any other word."""
    if c.last - first < 2:
        return None
    word, rest = c.scan.tokens[first].text, [t.text for t in c.scan.tokens[first + 1 : c.last]]
    low = word.casefold()
    if low in month_names() and len(rest) == 1 and is_acronym(rest[0]):
        return "word"  # "In June NCT asked"
    if people_code(f"{word}s") and _is_full_name(rest):
        return "person"  # "Dane Owen Moss"
    if not rest[0][0].isupper() or rest[0] in SON_OF:
        return None
    if is_role_word(word) and c.type in ("person", None) and _is_full_name(rest) and head_words().get(low) != "organization":
        return "person"
    if not is_common_word(word) or is_forename(word) or low in read_words("mentions/place_openers.txt") or low in head_words():
        return None
    is_repeated = c.scan.text(first, c.last) in inner
    if _is_full_name(rest) and (not is_repeated or (c.type == "person" and counts[c.text] == 1)):
        return "person"
    if not c.scan.is_initial(first) or is_repeated:
        return None
    text = c.scan.text(first + 1, c.last)
    if counts[text] and not is_common_word(text):
        return "word"
    return "word" if low.endswith(_VERBAL) and len(rest) == 1 and not is_common_word(rest[0]) else None


def _is_full_name(words: Sequence[str]) -> bool:
    """Whether two words or three are a person's name by their forename."""
    if not 2 <= len(words) <= _LONGEST_NAME or not all(is_name_word(w) for w in words) or not is_forename(words[0]):
        return False
    return words[-1].casefold() not in head_words() and not words[-1].isupper()
