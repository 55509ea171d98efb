"""What the language model is given and what it gives back. Nothing of the model is imported here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, and where it stands: `start` is its first code point in the text that `part` names; `is_set_apart` that the page
    sets it apart as words of somebody else."""

    part: str
    text: str
    start: int = 0
    block_ordinal: int | None = None
    is_set_apart: bool = False


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
