"""Vectors of words in sentences: near where the meaning is, and the same whatever is read beside them."""

from __future__ import annotations

import random

import numpy as np

from transforms.nlp.word_vectors import Vectors, read_meanings

SENTENCES = [
    "the ferry will not sail before the storm has passed",
    "no boat leaves until the gale is over",
    "our bakery sells bread to three villages",
    "yes",
    "the orchard behind the mill was sold to a cooperative of eleven families last autumn and nobody in the valley objected to it",
]


def compare(a: tuple[Vectors, int], b: tuple[Vectors, int]) -> float:
    x, y = (vectors[n].astype(float) for vectors, n in (a, b))
    return float(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)))


def test_a_word_is_nearer_to_one_of_its_meaning_than_to_others() -> None:
    ferry, boat, bread, *_ = read_meanings([sentence.split() for sentence in SENTENCES])
    assert compare((ferry, 1), (boat, 1)) > max(compare((ferry, 1), (boat, n)) for n in (2, 5))  # "ferry" and "boat", "leaves", "gale"
    assert compare((ferry, 1), (boat, 1)) > compare((ferry, 1), (bread, 3))


def test_a_word_is_read_in_its_sentence() -> None:
    river, money = read_meanings([["they", "sat", "on", "the", "bank", "of", "the", "river"], ["the", "bank", "lent", "us", "money"]])
    assert compare((river, 4), (money, 1)) < 0.9


def test_vectors_do_not_depend_on_the_sentences_beside() -> None:
    alone = {sentence: read_meanings([sentence.split()])[0] for sentence in SENTENCES}
    mixed = SENTENCES * 9
    random.Random(4).shuffle(mixed)
    read = read_meanings([sentence.split() for sentence in mixed])
    assert all((vectors == alone[sentence]).all() for sentence, vectors in zip(mixed, read, strict=True))


def test_any_words_have_vectors() -> None:
    read = read_meanings([[], ["¿"], ["well-known", "jökulhlaup"], ["word"] * 4_000, ["漢字"], ["🦆"]])
    assert [len(vectors) for vectors in read] == [0, 1, 2, 126, 1, 1]  # two of 128 pieces open and end a sentence
    assert all(vectors.any(axis=1).all() for vectors in read) and read_meanings([]) == []
