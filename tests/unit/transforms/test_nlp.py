"""What the model is asked once, and what it must be asked again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from transforms.nlp import Passage, Reading, forget_readings, load_model, read_passages

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


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The texts that the model is given, in order."""
    texts: list[str] = []
    nlp = load_model()

    class Spy:
        pipe_names = nlp.pipe_names
        get_pipe = staticmethod(nlp.get_pipe)

        @staticmethod
        def make_doc(text: str) -> object:
            texts.append(text)
            return nlp.make_doc(text)

    monkeypatch.setattr("transforms.nlp.load_model", lambda model: Spy)
    forget_readings()
    yield texts
    forget_readings()


def test_a_copy_under_another_title_and_caption_costs_only_these(asked: list[str]) -> None:
    _read(_document("Ferry sails again", BODY))
    del asked[:]
    _read(_document("Tallinn ferry is back", BODY, "Photo: Liisa Org", shift=90))
    assert asked == ["Tallinn ferry is back", "Photo: Liisa Org"]


def test_a_copy_with_another_paragraph_is_read_again_but_its_sayings_are_not_parsed_again(asked: list[str]) -> None:
    _read(_document("Ferry sails again", BODY))
    del asked[:]
    _read(_document("Ferry sails again", (*BODY, OTHER)))
    assert asked == [*BODY, OTHER]


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
