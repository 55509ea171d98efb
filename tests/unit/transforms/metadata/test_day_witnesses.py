"""Witnesses of a page's day, how much each counts, and who of those that agree is heard."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from lxml import html

from transforms.metadata.day_witnesses import Witness, days_on_earth, find_witnesses, weigh
from transforms.metadata.shown_day import ShownLines
from transforms.metadata.stated import Published

_PAGE = "<html><body><p>The council met in the old hall to talk about the harbour wall.</p></body></html>"


def _witnesses(**said: str) -> list[Witness]:
    node = {"datePublished": said.get("json", ""), "dateModified": said.get("modified", "")}
    metas = {"date": [said["meta"]]} if "meta" in said else {}
    shown = ShownLines(*((said[place],) if place in said else () for place in ("beside", "near")))
    return find_witnesses(html.document_fromstring(_PAGE), node, metas, said.get("url"), None, shown)


@pytest.mark.parametrize(
    ("said", "day", "evidence"),
    [
        ({"meta": "2025-03-01", "beside": "3 March 2025"}, 3, "text"),  # the day of an import in `<meta>`
        ({"meta": "2025-03-01", "near": "3 March 2025"}, 1, "meta"),  # a teaser above the title
        ({"json": "2025-03-01", "beside": "3 March 2025"}, 1, "json-ld"),
        ({"json": "2025-03-01", "meta": "2025-03-03", "beside": "3 March 2025"}, 3, "meta"),
        # the day of the last change is shown
        ({"meta": "2025-03-01", "modified": "2025-03-03", "beside": "3 March 2025"}, 1, "meta"),
        # and `<meta>` gives it for that of publication
        ({"json": "2025-03-01", "meta": "2025-03-03", "modified": "2025-03-03", "beside": "3 March 2025"}, 1, "json-ld"),
        ({"json": "2025-03-03", "meta": "2025-03-01", "modified": "2025-03-03", "beside": "3 March 2025"}, 3, "json-ld"),
        ({"meta": "2025-03-01", "url": "https://post.example/2025/03/01/wall", "beside": "3 March 2025"}, 1, "meta"),
        # online in the evening before the paper of the 4th
        ({"json": "2025-03-03T19:30:02+01:00", "meta": "2025-03-04", "beside": "4 March 2025"}, 3, "json-ld"),
        ({"json": "2025-03-03T17:05:00-05:00", "meta": "2025-03-04", "url": "https://post.example/2025/03/04/wall"}, 3, "json-ld"),
        ({"json": "2025-03-03T11:30:02+01:00", "meta": "2025-03-04", "beside": "4 March 2025"}, 4, "meta"),
        ({"json": "2025-03-03T19:30:02+01:00", "meta": "2025-03-04T09:00:00+01:00", "beside": "4 March 2025"}, 4, "meta"),
        ({"json": "2025-03-02T19:30:02+01:00", "meta": "2025-03-04", "beside": "4 March 2025"}, 4, "meta"),
        # the moment is of `<meta>`, the day of the line: it was yesterday there
        ({"meta": "2025-03-04T03:30:00Z", "beside": "3 March 2025"}, 4, "meta"),
    ],
)
def test_weight_of_what_is_shown(said: dict[str, str], day: int, evidence: str) -> None:
    found = weigh(_witnesses(**said))
    assert (found.on, found.evidence) == (date(2025, 3, day), evidence)


def test_an_archive_and_its_day_are_no_witness() -> None:
    found = _witnesses(url="https://web.archive.org/web/20240304101500/https://post.example/2025/03/01/wall")
    assert [w.said.on for w in found] == [date(2025, 3, 1)]


def test_of_equals_the_earlier_day_is_taken() -> None:
    later, earlier = (Witness(Published(None, date(2025, 3, day), "url"), 2.0) for day in (3, 1))
    assert weigh([later, earlier]) == earlier.said


def test_a_moment_in_another_zone_than_utc_is_of_one_day() -> None:
    assert days_on_earth(datetime.fromisoformat("2025-03-04T03:30:00+01:00")) == set()
    assert days_on_earth(datetime(2025, 3, 4, 3, 30, tzinfo=UTC)) == {date(2025, 3, 3), date(2025, 3, 4)}
