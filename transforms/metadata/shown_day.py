"""The day that a page shows its readers: beside the headline, where the text opens, or in a labelled line around it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from transforms.metadata.day import EARLIEST_YEAR, find_days, read_short_day
from transforms.text import count_words, ends_sentence
from transforms.word_lists import NameCell, any_of, read_table

Kind = Literal["published", "updated", "other"]

_LINE_CHARS = 100  # longer lines with a day that no label explains are sentences
_LABELLED_CHARS = 250  # of a line below the text that tells where and when it appeared
_LABEL_CHARS = 40  # in front of a day among which its label stands
_SENTENCE_WORDS = 10  # from which on a line that ends as a sentence is one
# A day opens a text in brackets, behind a place, or in front of a mark: "(21. November 2022) The …", "Orlo Bay, 3 May 2021 – The …".
_OPENS = re.compile(r"\W{0,2}(?:[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,2},? ?)?(?:\(|den )?")
_GOES_ON = re.compile(r"\s?(?:[)\].:|·•–—-]|$)")
# What a line of a day may have beside it: the hour, and a few words ("Uhr", a weekday); with a label those of a short sentence.
_HOUR = re.compile(r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?|\d{1,2}(?=\s?(?:Uhr|h|[ap]\.?m)\b)")
_MOST_WORDS = 2
_MOST_LABELLED_WORDS = 8
# "Kestrel Online, 4 February 2026", "2026-02-04 | Orlo Bay": a name in capitals with a mark between it and the day.
_NAME = r"(?:[^\W\d_a-zà-ÿ][\w.’'-]*(?:\s(?:(?:of|the|and|de|la|du|der|und|&)\s){0,2}[^\W\d_a-zà-ÿ][\w.’'-]*){0,3})"
_NAME_BESIDE = re.compile(rf"\s*(?:{_NAME}\s?[,|·•–—-]\s*|\s*[,|·•–—-]\s?{_NAME})\s*")


class _Label(NamedTuple):
    language: str
    kind: Kind
    words: NameCell


@functools.cache
def _labels() -> re.Pattern[str]:
    """All labels, in one group for each kind; in scripts without spaces they stand within longer words."""
    groups = []
    for kind in ("published", "updated", "other"):
        words = {w for row in read_table("pages/day_labels.csv", _Label) if row.kind == kind for w in row.words}
        dense = {w for w in words if re.match("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", w)}
        groups.append(rf"(?P<{kind}>(?<!\w)(?:{any_of(words - dense)})(?!\w)|{any_of(dense) or '(?!)'})")
    return re.compile("|".join(groups), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShownLines:
    """Lines of a page among which its day may stand, each group in page order.

    `beside` stand between title and text, `near` just above the title or among the first paragraphs; `opening` are the first paragraphs;
    `below` follow the text.
    """

    beside: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


class ShownDay(NamedTuple):
    """A day of publication as shown, and whether it stands beside the headline."""

    on: date
    is_beside: bool


def find_shown_day(lines: ShownLines, not_on: frozenset[date] = frozenset()) -> ShownDay | None:
    """The day on which lines around a text say that it was published: what stands nearest, and no label gives to something else.

    >>> find_shown_day(ShownLines(beside=("Updated 5 May 2021", "Published: 4 May 2021")))
    ShownDay(on=datetime.date(2021, 5, 4), is_beside=True)
    """
    beside, near, below = (
        [d for d in _labelled_days(group, chars) if d.on not in not_on]
        for group, chars in ((lines.beside, _LINE_CHARS), (lines.near, _LINE_CHARS), (lines.below, _LABELLED_CHARS))
    )
    if day := next((d.on for d in beside if d.kind in (None, "published")), None):
        return ShownDay(day, True)
    if opening := next((d for d in map(_opening_day, lines.opening) if d and d not in not_on), None):
        return ShownDay(opening, False)
    found = next((d.on for d in near if d.kind == "published"), None) or next((d.on for d in near if d.kind is None), None)
    found = found or next((d.on for d in below if d.kind == "published"), None)
    return ShownDay(found, False) if found else None


def find_update_day(lines: ShownLines) -> date | None:
    """The day on which lines around a text say that it was last changed: the latest that it can be from."""
    days = _labelled_days((*lines.beside, *lines.near, *lines.below), _LABELLED_CHARS)
    return next((d.on for d in days if d.kind == "updated"), None)


def find_short_day(lines: ShownLines, latest_year: int | None) -> date | None:
    """The first day in lines around the title whose year has two figures."""
    return next((d for line in (*lines.beside, *lines.near) if (d := read_short_day(line, latest_year))), None)


def is_day_line(text: str) -> bool:
    """Whether a line is nothing but a day, with the hour and what it is the day of.

    >>> is_day_line("Stand: 22.04.2024, 06:00 Uhr"), is_day_line("Der Preis gilt ab 1. Mai 2024.")
    (True, False)
    """
    beside = _beside_day(text)
    words = count_words(" ".join(beside)) if beside else _MOST_LABELLED_WORDS + 1
    return words <= _MOST_WORDS or (words <= _MOST_LABELLED_WORDS and _kind_of(text) in ("published", "updated"))


def is_named_day_line(text: str) -> bool:
    """Whether a line is nothing but a day and a name beside it, of an outlet or a place: above a text, where within it such a line may
    name an event.

    >>> is_named_day_line("2021-10-16 | Botschaft"), is_named_day_line("The fair of 4 February 2026")
    (True, False)
    """
    beside = _beside_day(text)
    return beside is not None and _NAME_BESIDE.fullmatch("".join(beside)) is not None


def _beside_day(text: str) -> tuple[str, str] | None:
    """What stands in a line in front of its only day and behind it, without the hour; None where it has none or several, or is long."""
    days = find_days(text) if len(text) <= _LINE_CHARS else []
    if len(days) != 1:
        return None
    return _HOUR.sub(" ", text[: days[0].start]), _HOUR.sub(" ", text[days[0].end :]).rstrip(" ,|·-–")


class _LabelledDay(NamedTuple):
    on: date
    kind: Kind | None


def _labelled_days(lines: Iterable[str], most_chars: int) -> Iterator[_LabelledDay]:
    """The days in lines that are no sentences, each with what the words in front of it say; behind the last one may stand "posted"."""
    above = ""
    for line in lines:
        label, above = above, line if line.endswith((":", "：")) else ""
        if len(line) > most_chars or (count_words(line) > _SENTENCE_WORDS and ends_sentence(line) and not _labels().search(line)):
            continue
        days = [d for d in find_days(line) if d.on.year >= EARLIEST_YEAR]
        for i, day in enumerate(days):
            start = max(days[i - 1].end if i else 0, day.start - _LABEL_CHARS)
            kind = _kind_of(line[start : day.start]) or (_kind_of(label) if i == 0 else None)
            if kind is None and i == len(days) - 1 and _kind_of(line[day.end : day.end + _LABEL_CHARS]) == "published":
                kind = "published"
            yield _LabelledDay(day.on, kind)


def _kind_of(text: str) -> Kind | None:
    """What the last label in a text says."""
    found = None
    for m in _labels().finditer(text):
        found = m.lastgroup
    return found  # type: ignore[return-value,unused-ignore]  # the groups are named after the kinds


def _opening_day(text: str) -> date | None:
    """The day in front of a text's first words, set off from them."""
    first = next(iter(find_days(text[:_LINE_CHARS])), None)
    if first is None or first.on.year < EARLIEST_YEAR:
        return None
    return first.on if _OPENS.fullmatch(text[: first.start]) and _GOES_ON.match(text[first.end :]) else None
