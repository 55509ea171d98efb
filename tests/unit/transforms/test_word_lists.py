"""Lists as they are read, and every list of the project."""

from __future__ import annotations

import ast
import csv
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

import transforms.word_lists
from transforms.word_lists import NameCell, WordCell, any_of_set, read_lines, read_names, read_sequence, read_set, read_table, read_words

ROOT = Path(__file__).parents[3]
DATA = ROOT / "transforms/data"
LISTS = [p.relative_to(DATA).as_posix() for p in sorted(DATA.glob("*/*"))]


class Row(NamedTuple):
    """A row with a cell of each type."""

    name: str
    kind: Literal["sea", "land"]
    weight: float
    count: int
    is_old: bool
    words: WordCell
    names: NameCell


Give = Callable[[str], None]


@pytest.fixture
def give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Give:
    """Makes the text a list `room/list` of the project."""
    monkeypatch.setattr(transforms.word_lists, "files", lambda package: tmp_path)

    def write(text: str) -> None:
        (tmp_path / "data/room").mkdir(parents=True, exist_ok=True)
        (tmp_path / "data/room/list").write_text(text, encoding="utf-8")

    return write


HEADER = "# what it holds\nname,kind,weight,count,is_old,words,names\n"


def test_a_table_is_read_into_rows_of_a_type(give: Give) -> None:
    give(HEADER + 'Orlo,sea,0.5,3,yes,port  quay,"Orlo|Old Orlo|"\n')
    assert read_table("room/list", Row) == (Row("Orlo", "sea", 0.5, 3, True, ("port", "quay"), ("Orlo", "Old Orlo")),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name,weight\nOrlo,1\n", "its columns"),
        (HEADER + "Orlo,air,0.5,3,yes,,\n", "'air' is none of sea, land"),
        (HEADER + "Orlo,sea,much,3,yes,,\n", "'much' is no number"),
        (HEADER + "Orlo,sea,1,3.5,yes,,\n", "'3.5' is no number"),
        (HEADER + "Orlo,sea,1,3,maybe,,\n", "'maybe' is none of yes, no"),
        (HEADER + "Orlo,sea,1,3,yes,a,b,c\n", "has not 7 cells"),
    ],
)
def test_a_fault_of_a_table_is_named_with_its_file(give: Give, text: str, fault: str) -> None:
    give(text)
    with pytest.raises(ValueError, match=f"room/list: .*{fault}"):
        read_table("room/list", Row)


def test_comments_and_empty_lines_are_no_lines(give: Give) -> None:
    give("# a comment\n\nport quay\n# another\nOld Orlo\n")
    assert read_lines("room/list") == ["port quay", "Old Orlo"]
    assert read_words.__wrapped__("room/list") == {"port", "quay", "Old", "Orlo"}
    assert read_names.__wrapped__("room/list") == {"port quay", "old orlo"}


def test_sets_of_words() -> None:
    assert read_set("names/words.csv", "son of") == set(read_sequence("names/words.csv", "son of")) == {"bin", "ibn", "bint"}
    assert any_of_set("names/words.csv", "son of") == "bint|bin|ibn"  # the longest first: a shorter one would hide it


@pytest.mark.parametrize("name", LISTS)
def test_each_list_says_what_it_holds(name: str) -> None:
    assert (DATA / name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", [name for name in LISTS if name.endswith((".csv", ".tsv"))])
def test_each_table_has_a_header_and_rows_of_its_length(name: str) -> None:
    header, *rows = csv.reader(read_lines(name), delimiter="\t" if name.endswith(".tsv") else ",")
    assert all(column.isidentifier() for column in header)
    assert rows
    if name.endswith(".csv"):
        assert {len(row) for row in rows} == {len(header)}


def test_each_list_is_read_by_somebody() -> None:
    modules = list((ROOT / "transforms").rglob("*.py"))
    named = {
        node.value
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(LISTS) <= named


def test_only_the_loader_opens_lists() -> None:
    openers = [p.name for p in (ROOT / "transforms").rglob("*.py") if "importlib.resources" in p.read_text(encoding="utf-8")]
    assert openers == ["word_lists.py"]
