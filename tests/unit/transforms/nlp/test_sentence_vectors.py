"""Vectors of sentences: near where the meaning is, and the same whatever is read beside them."""

from __future__ import annotations

import random

import numpy as np

from transforms.nlp.sentence_vectors import compare_meanings, read_meanings

SENTENCES = [
    "the ferry will not sail before the storm has passed",
    "no boat leaves until the gale is over",
    "our bakery sells bread to three villages",
    "yes",
    "the orchard behind the mill was sold to a cooperative of eleven families last autumn and nobody in the valley objected to it",
]


def test_the_same_meaning_is_nearer_than_another() -> None:
    itself, reworded, *others = compare_meanings(SENTENCES, [(0, n) for n in range(len(SENTENCES))])
    assert itself > 0.99 and itself > reworded > 0.5 > max(others)


def test_a_vector_does_not_depend_on_the_sentences_beside_it() -> None:
    alone = np.concatenate([read_meanings([text]) for text in SENTENCES])
    mixed = SENTENCES * 9
    random.Random(4).shuffle(mixed)
    assert (read_meanings(mixed) == alone[[SENTENCES.index(text) for text in mixed]]).all()


def test_any_text_has_a_vector() -> None:
    texts = ["", "¿", "\x00", "word " * 4_000, "漢字", "🦆"]
    vectors = read_meanings(texts)
    assert vectors.shape == (len(texts), 384) and vectors.any(axis=1).all()
    assert read_meanings([]).shape == (0, 384)
