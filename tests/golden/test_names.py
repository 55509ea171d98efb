"""Names in an article, and across articles, phenomenon by phenomenon."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from transforms.entities.resolve import group_names
from transforms.mentions.find import find_mentions
from transforms.nlp import Passage
from transforms.nlp.read import read_passages
from transforms.records import DocumentName, Mention

FOLDER = Path(__file__).parent / "names"
TYPES = {"p": "person", "o": "organization", "l": "place", "g": "group"}
_MARKED = re.compile(r"\[([^|\]]+)\|([polg])\|(\d+)\]")


def _cases() -> list[tuple[str, list[tuple[str, str]]]]:
    cases: list[tuple[str, list[tuple[str, str]]]] = []
    for line in (FOLDER / "mentions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            cases.append((line[3:], []))
        elif line and not line.startswith("#"):
            part = "title" if line.startswith("T: ") else "body"
            cases[-1][1].append((part, line.removeprefix("T: ")))
    return cases


def _rows(name: str) -> list[dict[str, str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def find_in(paragraphs: list[tuple[str, str]]) -> tuple[Mention, ...]:
    """The mentions of paragraphs given as (part, text), each part joined by line breaks."""
    starts = {"title": 0, "body": 0}
    passages = []
    for part, text in paragraphs:
        passages.append(Passage(part, text, starts[part]))
        starts[part] += len(text) + 1
    return find_mentions(read_passages(passages, lambda _: False))


@pytest.mark.parametrize(("fact", "paragraphs"), _cases(), ids=lambda v: v if isinstance(v, str) else "")
def test_names_of_an_article(fact: str, paragraphs: list[tuple[str, str]]) -> None:
    expected, plain = [], []
    starts = {"title": 0, "body": 0}
    for part, marked in paragraphs:
        shift = starts[part]
        for m in _MARKED.finditer(marked):
            at = shift + m.start() - sum(len(x.group()) - len(x.group(1)) for x in _MARKED.finditer(marked[: m.start()]))
            expected.append((part, at, m.group(1), TYPES[m.group(2)], m.group(3)))
        text = _MARKED.sub(r"\1", marked)
        plain.append((part, text))
        starts[part] += len(text) + 1
    found = find_in(plain)
    assert [(m.part, m.start_char, m.text, m.type) for m in found] == [e[:4] for e in expected]
    pairs = {(e[4], m.cluster) for e, m in zip(expected, found, strict=True)}
    assert len(pairs) == len({e[4] for e in expected}) == len({m.cluster for m in found}), sorted(pairs)


@pytest.mark.parametrize("row", _rows("roles.csv"), ids=lambda r: r["sentence"])
def test_roles(row: dict[str, str]) -> None:
    mention = next(m for m in find_in([("body", row["sentence"])]) if m.text == row["name"])
    assert (mention.role or "") == row["role"]


@pytest.mark.parametrize("row", _rows("entities.csv"), ids=lambda r: r["fact"])
def test_names_across_articles(row: dict[str, str]) -> None:
    names = [
        DocumentName(f"{i}:0", str(i), None, row["type"], name, ((name, 1),))  # type: ignore[arg-type]
        for i, name in enumerate((row["one"], row["other"]))
    ]
    assert (len(group_names(names)) == 1) == (row["same"] == "yes")
