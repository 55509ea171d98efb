"""How days, numbers and addresses are shown."""

from __future__ import annotations

from datetime import date

import pytest

from flows.browse.render import link_of, segment, shorten, show_day, show_share, web_address


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("http://a.example", "http://a.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//a.example", None),
        ("http://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_only_pages_of_the_web_are_linked(url: str | None, expected: str | None) -> None:
    assert web_address(url) == expected


@pytest.mark.parametrize(
    ("column", "row", "expected"),
    [
        ("title", {"title": "T", "article_id": "a/b"}, "/article/a%2Fb"),
        ("speaker", {"speaker": "S", "entity_id": "e"}, "/entity/e"),
        ("speaker", {"speaker": "S", "entity_id": None}, None),
        ("outlet", {"outlet": "A/B & C"}, "/outlet/A%2FB%20%26%20C"),
        ("text", {"text": "x", "utterance_id": "u", "article_id": "a"}, "/statement/u"),
        ("text", {"text": "x", "utterance_id": None, "article_id": "a", "ordinal": 3}, "/article/a#q3"),
        ("title", {"title": None, "article_id": "a"}, None),
    ],
)
def test_cells_lead_to_pages(column: str, row: dict[str, object], expected: str | None) -> None:
    assert link_of(column, row) == expected


def test_days_shares_and_texts() -> None:
    assert show_day(date(2026, 2, 3)) == "3 February 2026"
    assert show_day(None) == "no date"
    assert show_share(1, 4) == "25%"
    assert show_share(1, 0) == "–"
    assert shorten("one  two three", 8) == "one two …"
    assert segment("\ud800") == "%3F"
