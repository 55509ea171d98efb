"""People without a name whom a sentence is about, in sentences parsed by hand."""

from __future__ import annotations

import pytest

from tests.parses import mention, read
from transforms.quotes.paragraphs import read_paragraph
from transforms.quotes.speakers.unnamed import find_unnamed_subjects

WORKER = "A/DT/det/1 dockworker/NN/nsubj/2 waited/VBD/ROOT/2 ~././punct/2"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (WORKER, ["A dockworker"]),
        (WORKER.replace("A/", "The/"), []),  # somebody known
        (WORKER.replace("dockworker", "statement"), []),
        (WORKER.replace("dockworker", "crane"), []),
        (WORKER.replace("~././punct/2", "him/PRP/dobj/2"), []),  # goes on about him
        ("One/CD/nsubj/3 ~,/,/punct/0 again/RB/advmod/3 waited/VBD/ROOT/3", ["One"]),
        ("=My neighbour, a judge, was out.", ["My neighbour"]),
        ("=My window was open.", []),
    ],
)
def test_unnamed_subjects(sentence: str, expected: list[str]) -> None:
    paragraph = read_paragraph(read(sentence), None, [], "en")
    assert [s.of(paragraph.text) for s in find_unnamed_subjects(paragraph)] == expected


def test_a_name_in_apposition_is_no_unnamed_one() -> None:
    reading = read("Her/PRP$/poss/1 father/NN/nsubj/5 ~,/,/punct/1 Ben/NNP/appos/1 ~,/,/punct/1 waited/VBD/ROOT/5")
    paragraph = read_paragraph(reading, None, [mention(reading.passage.text, "Ben", 1)], "en")
    assert find_unnamed_subjects(paragraph) == []
