"""What find_mentions promises of any text."""

from __future__ import annotations

import pytest

from transforms.mentions.find import find_mentions
from transforms.nlp import ModelName, Passage, Reading, Sentence
from transforms.nlp.pipeline import load_spacy

STRANGE = [
    "",
    " ",
    "’s",
    "(((",
    "A",
    "THE THE THE",
    "Mr. Mr. Mr.",
    "al- Al- de de",
    "Ada's's Moss'",
    "1996-08-30 12 12",
    "Ада Мосс и Ada",
    "A-B-C-D e-F",
    "Ada\u00a0Moss",
]


def _reading(text: str, *names: tuple[int, int, str], part: str = "body", start: int = 0, block_ordinal: int | None = None) -> Reading:
    doc = load_spacy().make_doc(text)
    return Reading(Passage(part, text, start, block_ordinal), doc, tuple(ModelName(*n) for n in names), (Sentence(0, len(text), None),))


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize("label", ["PERSON", "ORG", "GPE", "NORP", "DATE"])
def test_strange_text_gives_spans_that_slice_back(text: str, label: str) -> None:
    found = find_mentions([_reading(text, (0, len(text), label)), _reading(text, part="title")])
    for m in found:
        assert text[m.start_char : m.end_char] == m.text


def test_order_is_title_standfirst_body_blocks() -> None:
    text = "Ada Moss"
    span = (0, 8, "PERSON")
    readings = [
        _reading(text, span, part="block", block_ordinal=7),
        _reading(text, span, start=20),
        _reading(text, span, part="standfirst"),
        _reading(text, span, part="title"),
        _reading(text, span, part="block", block_ordinal=2),
        _reading(text, span),
    ]
    places = [(m.part, m.block_ordinal, m.start_char) for m in find_mentions(readings)]
    assert places == [("title", None, 0), ("standfirst", None, 0), ("body", None, 0), ("body", None, 20), ("block", 2, 0), ("block", 7, 0)]


def test_the_order_of_passages_does_not_matter() -> None:
    readings = [_reading("Ada Moss met Orlo.", (0, 8, "PERSON"), (13, 17, "ORG")), _reading("Moss said no.", (0, 4, "ORG"), start=30)]
    assert find_mentions(readings) == find_mentions(readings[::-1])


def test_spans_never_overlap() -> None:
    text = "Russia's Foreign Ministry said Ada Moss left."
    found = find_mentions([_reading(text, (0, 6, "GPE"), (9, 25, "ORG"), (31, 39, "PERSON"))])
    assert [m.text for m in found] == ["Russia's Foreign Ministry", "Ada Moss"]


def test_no_passages_give_no_mentions() -> None:
    assert find_mentions([]) == ()


@pytest.mark.parametrize(("text", "type_"), [("BVI left.", "place"), ("Norway left.", "place"), ("Orlo left.", "organization")])
def test_a_country_that_the_model_takes_for_an_organization_again_and_again_is_a_place(text: str, type_: str) -> None:
    name = text.split()[0]
    readings = [_reading(f"They say {text}", (9, 9 + len(name), "ORG"), start=50 * i) for i in range(7)]
    assert {m.type for m in find_mentions(readings)} == {type_}
