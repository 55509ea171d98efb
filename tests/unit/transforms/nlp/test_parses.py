"""Parses: spaCy's own, whatever stands beside them."""

from __future__ import annotations

import random

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from transforms.nlp.parses import SentenceParser
from transforms.nlp.pipeline import model_path

TEXTS = (
    "The minister, who had arrived late, told reporters that nobody would be asked to pay twice.",
    "“We checked every bolt,” she said, “and found nothing.”",
    "According to a statement by the ferry company, 3,000 passengers were on board when the engine failed off Saaremaa.",
    "No.",
    "   ",
)


@pytest.fixture
def nlp() -> Language:
    """A pipeline of its own: `SentenceParser` puts another model into its parser."""
    return spacy.load(model_path(), exclude=["attribute_ruler", "lemmatizer", "senter"])


def facts_of(doc: Doc) -> list[tuple[str, str, int]]:
    return [(t.tag_, t.dep_, t.head.i) for t in doc]


def test_tags_and_heads_are_those_of_the_pipeline(nlp: Language) -> None:
    theirs = [nlp.make_doc(text) for text in TEXTS]
    for name in ("tok2vec", "tagger", "parser"):
        theirs = list(nlp.get_pipe(name).pipe(theirs))  # type: ignore[attr-defined]
    expected = [facts_of(doc) for doc in theirs]
    ours = [nlp.make_doc(text) for text in TEXTS]
    SentenceParser(nlp).mark(ours)
    assert [facts_of(doc) for doc in ours] == expected


def test_the_numbers_of_a_sentence_have_the_same_bits_in_every_batch(nlp: Language) -> None:
    parser = SentenceParser(nlp)
    chance = random.Random(6)
    known: dict[str, bytes] = {}
    for _ in range(20):
        texts = chance.choices(TEXTS, k=chance.choice((1, 2, 5, 40)))
        docs = [nlp.make_doc(text) for text in texts]
        tags, features = parser.compute(docs)
        end = 0
        for text, doc in zip(texts, docs, strict=True):
            start, end = end, end + len(doc)
            bits = tags[start:end].tobytes() + features[start + 1 : end + 1].tobytes()
            assert known.setdefault(text, bits) == bits
