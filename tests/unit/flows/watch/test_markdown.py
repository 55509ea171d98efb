"""Text of pages within Markdown."""

from __future__ import annotations

import pytest

from flows.watch.markdown import escape, link, write_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry | line\nreopens", r"Ferry \| line reopens"),
        ("![x](http://tracker.example/p.png)", r"\!\[x\]\(http://tracker\.example/p\.png\)"),
        ("<img src=x>", r"\<img src=x\>"),
        ("`code` **bold**", r"\`code\` \*\*bold\*\*"),
    ],
)
def test_marks_of_a_page_are_shown_as_they_are(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://gazette.example/1?a=b#c", "[Ferry](https://gazette.example/1?a=b#c)"),
        ("https://gazette.example/a) [b](c", "[Ferry](https://gazette.example/a%29%20%5Bb%5D%28c)"),
        ("javascript:alert(1)", "Ferry"),
        (None, "Ferry"),
    ],
)
def test_links_lead_to_web_addresses_only(address: str | None, expected: str) -> None:
    assert link("Ferry", address) == expected


def test_number_columns_are_set_to_the_right() -> None:
    assert write_rows(("table", "rows"), [("quotes", "7")], numbers=("rows",)) == "| table | rows |\n| --- | ---: |\n| quotes | 7 |"
