"""What the model is asked once, and what it must be asked again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from spacy.tokens import Doc

from transforms.nlp import Passage, Reading
from transforms.nlp.pipeline import load_model
from transforms.nlp.read import forget_readings, read_passages

BODY = ("Mara Lindqvist told reporters in Tallinn on Monday that the ferry would sail again.", "“We checked every bolt,” she said.")
OTHER = "The captain, Juhan Rebane, declined to comment."


def _document(title: str, body: tuple[str, ...], caption: str = "", shift: int = 0) -> list[Passage]:
    lines = [Passage("title", title), *(Passage("body", p, 1000 * i + shift) for i, p in enumerate(body))]
    return [*lines, Passage("block", caption, 0, 7)] if caption else lines


def _read(document: list[Passage]) -> list[Reading]:
    return read_passages(document, lambda sentence: "said" in sentence)


def _facts(readings: list[Reading]) -> list[object]:
    parses = [[(s.start, s.end, s.doc and [(t.tag_, t.dep_, t.head.i) for t in s.doc]) for s in r.sentences] for r in readings]
    return [(r.passage, r.names, parse) for r, parse in zip(readings, parses, strict=True)]


class Spy:
    """The model, with the texts that it is given, in order; `is_steady` as asked for."""

    def __init__(self, is_steady: bool = True) -> None:
        self.is_steady = is_steady
        self.asked: list[str] = []

    def recognise(self, texts: Sequence[str]) -> list[Doc]:
        self.asked += texts
        return load_model().recognise(texts)

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        self.asked += texts
        return load_model().parse(texts)


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Spy]:
    spy = Spy()
    monkeypatch.setattr("transforms.nlp.read.load_model", lambda model: spy)
    forget_readings()
    yield spy
    forget_readings()


def test_a_copy_under_another_title_and_caption_costs_only_these(spy: Spy) -> None:
    _read(_document("Ferry sails again", BODY))
    del spy.asked[:]
    _read(_document("Tallinn ferry is back", BODY, "Photo: Liisa Org", shift=90))
    assert spy.asked == ["Tallinn ferry is back", "Photo: Liisa Org"]


def test_a_copy_with_another_paragraph_costs_only_that(spy: Spy) -> None:
    _read(_document("Ferry sails again", BODY))
    del spy.asked[:]
    _read(_document("Ferry sails again", (*BODY, OTHER)))
    assert spy.asked == [OTHER]


def test_a_paragraph_that_stands_twice_is_read_once(spy: Spy) -> None:
    readings = _read(_document("Ferry sails again", (OTHER, OTHER)))
    assert spy.asked == ["Ferry sails again", OTHER]
    assert [r.names for r in readings][1:] == [readings[1].names] * 2


def test_what_is_remembered_is_bounded(spy: Spy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transforms.nlp.read._REMEMBERED", 2)
    for _ in range(2):
        _read(_document("Ferry sails again", (OTHER, "It rained.", "Nobody came.")))
    assert spy.asked == ["Ferry sails again", OTHER, "It rained.", "Nobody came.", "Ferry sails again", OTHER]


def test_of_a_model_whose_answers_depend_on_the_batch_nothing_is_remembered(spy: Spy) -> None:
    spy.is_steady = False
    for _ in range(2):
        _read(_document("Ferry sails again", (OTHER,)))
    assert spy.asked == ["Ferry sails again", OTHER] * 2


def test_what_is_read_does_not_depend_on_what_was_read_before() -> None:
    documents = [
        _document("Ferry sails again", BODY),
        _document("Back", BODY, "Photo: Liisa Org", shift=90),
        _document("Ferry sails again", (*BODY, OTHER)),
    ]
    together = [_facts(_read(d)) for d in documents]
    alone = []
    for d in documents:
        forget_readings()
        alone.append(_facts(_read(d)))
    assert together == alone
