"""The language model in a process: loaded once, and asked for names and parses.

Its parts are called one by one, because a full pipeline spends more than half of its time on what is never asked: the entity
recogniser reads every paragraph, the tagger and the parser read only sentences that are worth it, and attribute ruler and lemmatizer
are left out (Penn tags in `token.tag_`, word forms in the word lists).
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import set_current_ops

from transforms.nlp.blas import MatmulOps
from transforms.nlp.choice import model_path
from transforms.nlp.names import NameRecogniser
from transforms.nlp.parses import SentenceParser
from transforms.nlp.shape import find_misfit
from transforms.word_lists import read_words

_BATCH = 256  # documents that spaCy's own pipes take at once
_LEFT_OUT = ("attribute_ruler", "lemmatizer", "senter")
# The strings of all that the model was trained on, 776,000 in the pinned one: a string that is met is added, as a new word always is. To
# read them takes two thirds of the time to load a model, and 100 MB. A model of another shape may ask for one that it has not met.
_LEFT_OUT_OF_KNOWN = ("strings",)
# Words with what is written against them ("said," "(the") whose tokens are remembered, some hundred bytes each. With spaCy's own 10,000,
# full after sixty pages, cutting text into tokens takes two and a half times as long.
_CHUNKS = 200_000


class LanguageModel(Protocol):
    """Names and parses of texts. Where it `is_steady`, what it finds in one depends on that text alone, to the last bit."""

    is_steady: bool

    def recognise(self, texts: Sequence[str]) -> list[Doc]:
        """The texts with their names."""

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """The texts, a sentence each, with tags and parses."""


class QuickModel:
    """A model of the known shape, computed by ONNX Runtime."""

    is_steady = True

    def __init__(self, nlp: Language) -> None:
        self._make_doc = nlp.make_doc
        self._names = NameRecogniser(nlp)
        self._parser = SentenceParser(nlp)

    def recognise(self, texts: Sequence[str]) -> list[Doc]:
        """The texts with their names."""
        docs = [self._make_doc(text) for text in texts]
        self._names.mark(docs)
        return docs

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """The texts, a sentence each, with tags and parses."""
        docs = [self._make_doc(text) for text in texts]
        self._parser.mark(docs)
        return docs


class OwnModel:
    """A model of any other shape, computed by spaCy itself: its numbers differ in the last bits with the texts beside a text."""

    is_steady = False

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def recognise(self, texts: Sequence[str]) -> list[Doc]:
        """The texts with their names."""
        return self._run(texts, ("ner",))

    def parse(self, texts: Sequence[str]) -> list[Doc]:
        """The texts, a sentence each, with tags and parses."""
        return self._run(texts, ("tok2vec", "tagger", "parser"))

    def _run(self, texts: Sequence[str], names: Sequence[str]) -> list[Doc]:
        docs = [self._nlp.make_doc(text) for text in texts]
        filled = [doc for doc in docs if len(doc)]
        for name in names:
            if name in self._nlp.pipe_names:
                pipe: Any = self._nlp.get_pipe(name)
                filled = list(pipe.pipe(filled, batch_size=_BATCH))
        for doc in docs:
            doc.tensor = np.zeros((0,), dtype="f")  # three quarters of a document's memory, and nothing reads it
        return docs


def load_model(chosen: str = "") -> LanguageModel:
    """The model of `model_path`, loaded once a process (about a second)."""
    return _load_model(model_path(chosen))


def load_spacy(chosen: str = "") -> Language:
    """spaCy's pipeline of `model_path`, loaded once a process."""
    return _load_spacy(model_path(chosen))


@functools.cache
def _load_model(path: str) -> LanguageModel:
    nlp = _load_spacy(path)
    return OwnModel(nlp) if find_misfit(path) else QuickModel(nlp)


@functools.cache
def _load_spacy(path: str) -> Language:
    set_current_ops(MatmulOps())  # before the model is made: its layers keep the backend they were made with
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # model of 3.7 under spaCy 3.8: measured, works
        nlp = spacy.load(path, exclude=_LEFT_OUT + (() if find_misfit(path) else _LEFT_OUT_OF_KNOWN))
    for name in nlp.pipe_names:
        for label in nlp.pipe_labels.get(name, ()):
            nlp.vocab.strings.add(label)  # which the list of strings would have held
    tokenizer: Any = nlp.tokenizer
    if hasattr(tokenizer, "max_cache_size"):  # of spaCy's own; a language may have another
        tokenizer.max_cache_size = _CHUNKS
    if hasattr(tokenizer, "add_special_case"):
        for short in sorted(read_words("text/short_titles.txt")):
            tokenizer.add_special_case(f"{short}.", [{ORTH: f"{short}."}])  # else the parser ends a sentence behind "Fr. Orlo"
    return nlp
