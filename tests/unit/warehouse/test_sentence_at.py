"""The sentence around a name, cut in SQL as the transforms cut it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.nlp.sentences import _ABBREVIATION, split_sentences
from warehouse.sql import read_query


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(read_query("macros", "1_sentence_at"))
        yield connection


def _sentence(con: duckdb.DuckDBPyConnection, paragraph: str, start: int, end: int) -> str:
    [(found,)] = con.execute("SELECT sentence_at($p, $a, $b)", {"p": paragraph, "a": start, "b": end}).fetchall()
    return str(found)


@pytest.mark.parametrize(
    ("paragraph", "name", "expected"),
    [
        ("He left. Ada Tennick stayed. They met.", "Ada Tennick", "Ada Tennick stayed."),
        ("Rain fell. He met Mr. Marlow in the U.S. on Monday. They agreed.", "Marlow", "He met Mr. Marlow in the U.S. on Monday."),
        ("Sen. J. R. Marlow (R-Tex.) voted no. Others did not.", "Marlow", "Sen. J. R. Marlow (R-Tex.) voted no."),
        ("“We agreed.” Tennick left.", "Tennick", "Tennick left."),
        ("Is it Tennick’s? Nobody knew…  So what!", "Tennick", "Is it Tennick’s?"),
        ("It fell 3.5 percent at Marlow & Co. on Monday", "Marlow", "It fell 3.5 percent at Marlow & Co. on Monday"),
        ("Ada left. “Tennick” stayed.", "“Tennick”", "“Tennick” stayed."),
        ("Tennick", "Tennick", "Tennick"),
    ],
)
def test_sentence_of_a_name(con: duckdb.DuckDBPyConnection, paragraph: str, name: str, expected: str) -> None:
    start = paragraph.index(name)
    assert _sentence(con, paragraph, start, start + len(name)) == expected


def test_same_abbreviations_as_in_the_transforms() -> None:
    # SQL cannot import the pattern: what stands between the group's opening and the full stop behind it is compared, in any order.
    macro = re.sub(r"'\s*\|\|\s*'", "", read_query("macros", "1_sentence_at"))
    found = re.search(r"\((Mr\|.+)\)\\\.'", macro)
    expected = re.search(r"\(\?:(\[A-Z\]\|.+)\)\\\.\$", _ABBREVIATION.pattern)
    assert found
    assert expected
    assert sorted(found[1].split("|")) == sorted(expected[1].split("|"))


WORDS = ["Ada", "met", "Mr.", "U.S.", "J.", "left.", "Really?", "“No.”", "Co.", "(U.S.)", "3.5", "Đorđe", "…", "p.m.", "Yes!", "no.", "v."]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.integers(0, 11), st.sampled_from([" ", "\u00a0", "  "]))
def test_same_sentence_as_in_the_transforms(con: duckdb.DuckDBPyConnection, words: list[str], at: int, gap: str) -> None:
    paragraph = gap.join(words)
    start = len(gap.join([*words[: at % len(words)], ""]))
    end = start + len(words[at % len(words)].rstrip(".!?”…)")) or start + 1
    expected = [paragraph[a:b] for a, b in split_sentences(paragraph) if a <= start < b]
    assert [_sentence(con, paragraph, start, max(end, start + 1))] == expected
