"""What is typed into the search box, the SQL that gives the same, and the words marked in what is found."""

from __future__ import annotations

import shutil
from datetime import date
from typing import Literal

import duckdb
import pytest

from flows.browse.search import BadSearch, Search, highlight, put_found_aside, read_search, snippet, write_sql
from flows.browse.store import Store
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
        ('agency:"Hill Wire" talks', Search("talks", agency="Hill Wire")),
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


@pytest.fixture(scope="module")
def wired(browsed: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The home with an agency and another language."""
    home = Home(shutil.copytree(browsed.path, tmp_path_factory.mktemp("wired") / "home", symlinks=True))
    with duckdb.connect(str(home.warehouse.resolve())) as con:
        con.execute("UPDATE articles SET agency = 'Hill Wire' WHERE source_uri = 'a.txt'")
        con.execute("UPDATE articles SET language = 'fr' WHERE source_uri = 'c.txt'")
    return home


@pytest.mark.parametrize("over", ["articles", "quotes"])
@pytest.mark.parametrize("copies", [True, False])
@pytest.mark.parametrize(
    ("typed", "articles", "quotes"),
    [
        ("talks", 2, 2),
        ("it's", 2, 2),
        ("", 3, 5),
        ('speaker:"Mira Solano" talking', 2, 2),
        ("agency:hill-wire", 1, 2),
        ("agency:Nobody talks", 0, 0),
        ("language:fr", 1, 1),
        ('person:"Mira Solano" outlet:Gazette since:2026-01-01 until:2026-12-31 language:en', 1, 2),
    ],
)
def test_the_sql_that_is_shown_finds_the_same(
    wired: Home, typed: str, over: Literal["articles", "quotes"], copies: bool, articles: int, quotes: int
) -> None:
    store = Store(wired)
    with store.read() as reading:
        put_found_aside(reading, typed, over, copies)
        name, key = ("search_articles", "article_id") if over == "articles" else ("search_quotes", "quote_id")
        found = [row[key] for row in reading.rows(name, limit=100, offset=0)]
        shown = reading.con.execute(f"SELECT {key} FROM ({write_sql(read_search(typed), over, copies)})").fetchall()
    store.close()
    assert sorted(found) == sorted(key for (key,) in shown)
    assert len(found) == (articles if over == "articles" else quotes)


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
