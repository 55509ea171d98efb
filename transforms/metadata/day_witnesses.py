"""What the parts of a page say of its day, and which of them is believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any, NamedTuple

from lxml import etree

from transforms.metadata.day import safe_date
from transforms.metadata.shown_day import ShownLines, find_shown_day
from transforms.metadata.stated import Published, parse_stated
from transforms.word_lists import read_sequence

# How much each witness of the day counts. JSON-LD is made for it. A line beside the headline is what the outlet tells its readers, where
# `<meta>` is often the day of an import, an edition or an update; an address keeps the first day; a line elsewhere may be of a teaser.
# Two that agree go before a greater one.
_WEIGHTS = {"json-ld": 3.0, "meta": 2.5, "url": 2.0, "text": 1.5}
_BESIDE_TITLE = 2.6
# Hours from UTC of the places that are furthest behind it and ahead of it.
_MOST_BEHIND = timedelta(hours=12)
MOST_AHEAD = timedelta(hours=14)
# The hour from which on a paper may put the texts of its next edition online.
_EVENING = 17
# Elements of microdata (https://schema.org/datePublished) that show the day; `<meta>` is read with the others of its kind.
_MICRODATA = etree.XPath("//*[contains(@itemprop, 'datePublished') and not(self::meta)]")
# The microdata of a reader's comment has a day of its own.
_COMMENT = re.compile(r"comment|kommentar|comentario", re.IGNORECASE)
_URL_DAY = re.compile(
    r"(?:^|[/_.-])(?:(?P<y>(?:19|20)\d{2})(?P<s>[/_.-])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)|"
    r"(?P<y2>(?:19|20)\d{2})(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?!\d))"
)
# An address of the web's archive tells when the page was archived.
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/")
# Names of `<meta>` that state the day of publication, the most reliable first.
META_KEYS = read_sequence("pages/words.csv", "meta of days")


class Witness(NamedTuple):
    """What one part of a page says of its day, and how much that counts."""

    said: Published
    weight: float


def find_witnesses(
    tree: Any, node: dict[str, Any] | None, metas: dict[str, list[str]], url: str | None, time_zone: str | None, shown: ShownLines
) -> list[Witness]:
    """What each witness says, one of a kind: JSON-LD, `<meta>` or else microdata, the address, the lines that readers see."""
    said = [Published(*stated, evidence) for evidence, stated in _stated(tree, node, metas, url, time_zone)]
    witnesses = [Witness(p, _WEIGHTS[p.evidence or ""]) for p in said]
    # The day of the last change is none of publication, unless JSON-LD has it too: `<meta>` often gives an update for the publication.
    modified = _text(node.get("dateModified")) if node else next(iter(metas.get("article:modified_time", ())), None)
    updated = {parse_stated(modified, time_zone)[1]} - {p.on for p in said if p.evidence == "json-ld"}
    if day := find_shown_day(shown, frozenset(d for d in updated if d)):
        weight = _BESIDE_TITLE if day.is_beside else _WEIGHTS["text"]
        witnesses.append(Witness(Published(None, day.on, "text"), weight))
    return [w for w in witnesses if w.said.on is not None]


def _stated(
    tree: Any, node: dict[str, Any] | None, metas: dict[str, list[str]], url: str | None, time_zone: str | None
) -> Iterator[tuple[str, tuple[Any, date | None]]]:
    if node:
        yield "json-ld", parse_stated(_text(node.get("datePublished")), time_zone)
    stated = (parse_stated(value, time_zone) for key in META_KEYS for value in metas.get(key, ())[:2])
    marked = (parse_stated(value, time_zone) for value in _microdata(tree))
    if first := next((s for s in chain(stated, marked) if s[1]), None):
        yield "meta", first
    if url and (m := _URL_DAY.search(_ARCHIVED.sub("", url))):
        yield "url", (None, safe_date(int(m["y"] or m["y2"]), int(m["m"] or m["m2"]), int(m["d"] or m["d2"])))


def _microdata(tree: Any) -> Iterator[str]:
    """The days of publication that elements of the page itself state, but for those of comments."""
    for element in _MICRODATA(tree):
        around = (f"{e.get('class') or ''} {e.get('id') or ''} {e.get('itemtype') or ''}" for e in element.iterancestors())
        if not any(map(_COMMENT.search, around)):
            yield element.get("content") or element.get("datetime") or element.text_content()


def weigh(witnesses: Iterable[Witness]) -> Published:
    """What the witness says that most others agree with, of equals the earlier day, which an update does not reach.

    The same moment may fall on two days: the outlet's own and that of UTC.
    """
    witnesses = list(witnesses)

    def support(w: Witness) -> float:
        return sum(o.weight for o in witnesses if _agree(w.said, o.said))

    most = max(map(support, witnesses))
    best = [w.said for w in witnesses if support(w) == most]
    # A line tells the day alone; who agrees with it may know the moment.
    day = min(best, key=lambda p: (p.evidence == "text", p.on or date.max)).on
    return max((w.said for w in witnesses if w.said.on == day), key=lambda p: _WEIGHTS[p.evidence or ""])


def _agree(one: Published, other: Published) -> bool:
    def days(p: Published) -> set[date | None]:
        return {p.on, p.at.astimezone(UTC).date() if p.at else p.on}

    if days(one) & days(other):
        return True
    shown, stated = (one, other) if one.evidence == "text" else (other, one)
    if shown.evidence == "text" and shown.on in days_on_earth(stated.at):
        return True
    return any(a.at is None and a.on == _next_edition(b.at) for a, b in ((one, other), (other, one)))


def _next_edition(at: datetime | None) -> date | None:
    """The day of the paper in which a text stands that was put online in the evening before; None where the outlet's hour is not known."""
    if at is None or at.utcoffset() == timedelta(0) or at.hour < _EVENING:
        return None
    return at.date() + timedelta(days=1)


def days_on_earth(at: datetime | None) -> set[date]:
    """The days that it is anywhere at a moment stated in UTC; none where a zone tells the day of the outlet.

    >>> sorted(day.day for day in days_on_earth(datetime(2025, 2, 25, 2, 25, tzinfo=UTC)))
    [24, 25]
    """
    if at is None or at.utcoffset() != timedelta(0):
        return set()
    return {(at - _MOST_BEHIND).date(), at.date(), (at + MOST_AHEAD).date()}


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else None
