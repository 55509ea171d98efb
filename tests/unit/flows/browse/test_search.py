"""What is typed into the search box, the SQL that gives the same, and the words marked in what is found."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from flows.browse.search import BadSearch, Search, highlight, read_search, snippet, write_sql
from warehouse.home import Home
from warehouse.sql import read_query


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Search("")),
        ("ferry talks", Search("ferry talks")),
        ('"stays open" -ferry', Search('"stays open" -ferry')),
        ("“stays open” -“no ferry”", Search('"stays open" -"no ferry"')),
        ('speaker:"Mira Solano" talks', Search("talks", speaker="Mira Solano")),
        ("SPEAKER:Solano", Search("", speaker="Solano")),
        ("outlet:Gazette language:EN", Search("", outlet="Gazette", language="en")),
        ("since:2026-02-01 until:2026-02-28 x", Search("x", since=date(2026, 2, 1), until=date(2026, 2, 28))),
        ("person:", Search("")),  # still being typed
        ("note: this", Search("note: this")),  # no filter
        ("https://a.example", Search("https://a.example")),
        ('"unclosed', Search('"unclosed')),
        ("a\x00b", Search("a b")),
    ],
)
def test_read_search(typed: str, expected: Search) -> None:
    assert read_search(typed) == expected


@pytest.mark.parametrize("typed", ["since:yesterday", "until:2026-13-01"])
def test_a_day_that_is_none_is_told(typed: str) -> None:
    with pytest.raises(BadSearch, match=typed.split(":")[0]):
        read_search(typed)


@pytest.mark.parametrize("over", ["articles", "quotes"])
@pytest.mark.parametrize("copies", [True, False])
@pytest.mark.parametrize(
    "typed",
    ["talks", "it's", "", 'speaker:"Mira Solano" talking', "person:Solano outlet:Gazette since:2026-01-01 until:2026-12-31 language:en"],
)
def test_the_sql_that_is_shown_can_be_asked(browsed: Home, typed: str, over: str, copies: bool) -> None:
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{browsed.warehouse.resolve()}' AS news (READ_ONLY)")
        con.execute("USE news")
        con.execute(write_sql(read_search(typed), over, copies)).fetchall()


def test_words_are_marked_in_any_form() -> None:
    assert highlight("The talks: a Café.", "talking cafe") == [
        ("The ", False),
        ("talks", True),
        (": a ", False),
        ("Café", True),
        (".", False),
    ]


def test_what_is_left_out_is_not_marked() -> None:
    assert highlight("ferry talks", "talks -ferry") == [("ferry ", False), ("talks", True)]


def test_snippet_is_where_most_of_the_words_are() -> None:
    text = "A ferry. " + "Nothing here. " * 60 + "The ferry captain spoke. " + "Nothing here. " * 60
    shown = "".join(t for t, _ in snippet(text, "captain ferry"))
    assert "ferry captain" in shown
    assert shown.startswith("…")
    assert len(shown) < 300


def test_snippet_of_nothing() -> None:
    assert snippet("", "x") == []
    assert snippet("no such word", "x")[0][0] == "no such word"


@pytest.mark.parametrize(
    "words",
    [
        "border talks",
        "U.S. envoy",
        "A.B.C. corp",
        "e.g. this",
        "O'Brien's pub",
        "under_score 5 a",
        "C-3PO R2D2",
        "U.N./U.S.-led",
        "x",
        "(50%) off!",
    ],
)
def test_plain_words_are_those_that_the_macro_gives(words: str) -> None:
    with duckdb.connect() as con:
        for name in ("1_fold_text", "1_split_words", "2_search_items"):
            con.execute(read_query("macros", name))
        [(items,)] = con.execute("SELECT search_items(?)", [words]).fetchall()
    search = read_search(words)
    assert search.has_words_alone
    assert search.plain_words == [word for item in items for word in item["words"]]
