"""People of one surname, told apart by the title that is printed with it: "Senator Holt", "Mrs. Holt"."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from transforms.nlp import Reading
from transforms.quotes.speakers.discourse import Discourse
from transforms.records import Mention
from transforms.word_lists import WordCell, read_table

_REACH = 20  # code points before a name in which its title stands


class Title(NamedTuple):
    """A title in its short form without full stop; `gender` ("m", "f") where it says no more than that."""

    short: str
    gender: str | None


class _TitleRow(NamedTuple):
    title: str
    spellings: WordCell
    gender: Literal["", "m", "f"]


@functools.cache
def known_titles() -> Mapping[str, Title]:
    """The titles of `data/quotes/titles.csv`, by each of their spellings."""
    rows = read_table("quotes/titles.csv", _TitleRow)
    return {word: Title(row.title, row.gender or None) for row in rows for word in (row.title, *row.spellings)}


def title_before(text: str, at: int) -> str | None:
    """The title right before a name, in its short form without full stop; None where there is none."""
    before = text[max(0, at - _REACH) : at]
    if not before.endswith(" ") or not (words := before.split()):
        return None
    word = words[-1].strip(".,“‘\"'").lower()
    return known_titles()[word].short if word in known_titles() and words[-1][-1:] != "," else None


def read_titles(readings: Sequence[Reading], mentions: Sequence[Mention]) -> Mapping[int, frozenset[str]]:
    """The titles that stand before the full names of each person's cluster, or before the surname where that is all there is."""
    passages = defaultdict(list)
    for reading in readings:
        passages[reading.passage.part, reading.passage.block_ordinal].append(reading.passage)
    found: dict[int, set[str]] = defaultdict(set)
    for m in mentions:
        if m.type == "person" and (" " in m.text or " " not in m.name):
            for p in passages[m.part, m.block_ordinal]:
                if p.start <= m.start_char < p.start + len(p.text) and (title := title_before(p.text, m.start_char - p.start)):
                    found[m.cluster].add(title)
    return {cluster: frozenset(titles) for cluster, titles in found.items()}


def tell_apart(mention: Mention, title: str | None, everywhere: Sequence[Mention], discourse: Discourse) -> Mention | None:
    """Whom a surname with a title means, where several have it: the one who bears the title, or whose gender it says.

    The mention itself where only one has the surname, or no title is printed; None where two fit.
    """
    surname = mention.text.split()[-1].casefold()
    if title is None or " " in mention.text:
        return mention
    family = {m.cluster: m for m in everywhere if m.type == "person" and " " in m.name and m.name.split()[-1].casefold() == surname}
    if len(family) < 2:
        return mention
    if (gender := known_titles()[title].gender) is None:
        fit = [m for c, m in family.items() if title in discourse.titles.get(c, ())]
    else:
        fit = [m for c, m in family.items() if discourse.genders.get(c) == gender or title in discourse.titles.get(c, ())]
        fit = fit or [m for c, m in family.items() if discourse.genders.get(c) is None]
        if gender == "m" and len(fit) > 1:
            fit = [
                m for m in fit if not discourse.titles.get(m.cluster)
            ]  # a senator is not called "Mr." where a man without title is there
    return fit[0] if len(fit) == 1 else None
