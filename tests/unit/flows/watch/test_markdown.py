"""Text of pages within Markdown."""

from __future__ import annotations

import pytest

from flows.watch.markdown import escape, link, show_address, write_rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry | line\nreopens", r"Ferry \| line reopens"),
        ("![x](http://tracker.example/p.png)", r"!\[x\](http://tracker.example/p.png)"),
        ("<img src=x>", r"\<img src=x>"),
        ("`code` **bold** _so_ ~~gone~~", r"\`code\` \*\*bold\*\* \_so\_ \~\~gone\~\~"),
        (r"a\*b", r"a\\\*b"),
        ("storm_1.html", "storm_1.html"),
    ],
)
def test_marks_of_a_page_are_shown_as_they_are(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://gazette.example/1?a=b_c#d", "https://gazette.example/1?a=b_c#d"),
        ("https://gazette.example/a) [b](c|*d*", "https://gazette.example/a%29%20%5Bb%5D%28c%7C%2Ad%2A"),
        ("pages/storm_1.html", "pages/storm_1.html"),
    ],
)
def test_addresses_are_links_and_paths_are_text(address: str, expected: str) -> None:
    assert show_address(address) == expected


def test_links_lead_to_web_addresses_only() -> None:
    assert link("first report", "https://gazette.example/1") == "[first report](https://gazette.example/1)"
    assert link("first report", "javascript:alert(1)") == link("first report", "") == ""


def test_number_columns_are_set_to_the_right() -> None:
    assert write_rows(("table", "rows"), [("quotes", "7")], numbers=("rows",)) == "| table | rows |\n| --- | ---: |\n| quotes | 7 |"
