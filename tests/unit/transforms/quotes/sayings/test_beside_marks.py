"""What the letters around marks show: tags, signatures, labels, colons."""

from __future__ import annotations

from tests.parses import read
from transforms.quotes.sayings.beside_marks import before_colons, inner_labels, opening_label, signatures, tags
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.marks import find_marked


def shown(text: str, sayings: list[Saying]) -> list[tuple[str, str]]:
    return [(s.at.of(text), s.speaker.of(text)) for s in sayings if s.speaker is not None]


def test_a_tag_before_or_behind_marks() -> None:
    before, behind = "Then Orlo said, “Look at it.”", "“Look at it,” Orlo said."
    assert shown(before, tags(before, find_marked(before), [])) == [("said", "Then Orlo")]
    assert shown(behind, tags(behind, find_marked(behind), [])) == [("said", "Orlo")]


def test_the_opening_of_a_clause_is_no_name() -> None:
    text = "“Look at it,” and Orlo said."
    assert tags(text, find_marked(text), []) == []


def test_a_name_behind_a_dash_signs_a_paragraph() -> None:
    text = "“We will win.” — Ada Orlo, mayor"
    assert shown(text, signatures(text, find_marked(text))) == [("—", "Ada Orlo")]
    assert signatures("“We will win,” she said.", find_marked("“We will win,” she said.")) == []


def test_a_name_before_a_colon() -> None:
    inside, opening = "“ORLO: I never said so.”", "Orlo: The bridge must go"
    assert shown(inside, inner_labels(inside, find_marked(inside))) == [(":", "ORLO")]
    assert shown(opening, opening_label(opening, [])) == [(":", "Orlo")]


def test_the_subject_of_a_sentence_that_ends_in_a_colon() -> None:
    reading = read("Orlo/NNP/nsubj/1 had/VBD/ROOT/1 one/CD/nummod/3 answer/NN/dobj/1 ~:/:/punct/1", "=“No more.”")
    text = reading.passage.text
    assert shown(text, before_colons(reading, find_marked(text), [])) == [(":", "Orlo")]
