"""The rows of words: spaCy's numbers, each word computed once, and a table that does not grow for ever."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.tokens import Doc

from transforms.nlp.lexemes import LexemeTable
from transforms.nlp.pipeline import load_spacy

TEXTS = ("The ferry sailed to Tallinn, though nobody had asked.", "“Qvarnström?” she said.  It’s 3,000 tonnes.", "the ferry")


def embedding_of(pipe: str) -> object:
    model = load_spacy().get_pipe(pipe).model  # type: ignore[attr-defined]
    return (model.get_ref("tok2vec").layers[0] if pipe == "ner" else model).get_ref("embed")


def docs_of(texts: Sequence[str]) -> list[Doc]:
    return [load_spacy().make_doc(text) for text in texts]


def rows_of(table: LexemeTable, docs: Sequence[Doc]) -> NDArray[np.float32]:
    rows = table.find_rows(docs)
    return table.rows[rows]


@pytest.mark.parametrize("pipe", ["ner", "tok2vec"])
def test_rows_are_what_the_embedding_computes(pipe: str) -> None:
    embedding = embedding_of(pipe)
    docs = docs_of(TEXTS)
    expected = np.concatenate(embedding.predict(docs))  # type: ignore[attr-defined]
    np.testing.assert_allclose(rows_of(LexemeTable(embedding, load_spacy().vocab), docs), expected, rtol=1e-4, atol=1e-5)


def test_a_word_has_one_row_wherever_it_stands() -> None:
    table = LexemeTable(embedding_of("ner"), load_spacy().vocab)
    first = table.find_rows(docs_of(["ferry to Tallinn"]))
    assert table.find_rows(docs_of(["Tallinn ferry"])) == [first[2], first[0]]
    assert 0 not in first


def test_a_full_table_begins_anew_with_the_same_bits() -> None:
    small = LexemeTable(embedding_of("ner"), load_spacy().vocab, most=12)
    large = LexemeTable(embedding_of("ner"), load_spacy().vocab)
    for text in (*TEXTS, *TEXTS):
        docs = docs_of([text])
        assert rows_of(small, docs).tobytes() == rows_of(large, docs).tobytes()
