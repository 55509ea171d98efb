"""Parses written by hand, for rules that read one: no model.

A sentence is written as `word/tag/dependency/head`, the head by its place from 0; a tag and a dependency of `.` are punctuation.
A word that begins with `~` stands without a space before it.
"""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from transforms.nlp import Passage, Reading, Sentence
from transforms.nlp.sentences import split_sentences
from transforms.records import Mention, MentionType

_VOCAB = spacy.blank("en").vocab


def parse(written: str) -> Doc:
    """The parse of one sentence."""
    rows = [w.rsplit("/", 3) for w in written.split()]
    glued = [r[0].startswith("~") for r in rows]
    return Doc(
        _VOCAB,
        words=[r[0].removeprefix("~") for r in rows],
        spaces=[not g for g in glued[1:]] + [False],
        heads=[int(r[3]) for r in rows],
        deps=["punct" if r[2] == "." else r[2] for r in rows],
        tags=["." if r[1] == "." else r[1] for r in rows],
    )


def read(*sentences: str, part: str = "body", start: int = 0) -> Reading:
    """A paragraph of sentences, each as `parse` takes it, or plain words behind `=` for one without a parse."""
    text, found = "", []
    for written in sentences:
        doc = None if written.startswith("=") else parse(written)
        words = written[1:] if doc is None else doc.text
        at = len(text) + (1 if text else 0)
        text = f"{text} {words}" if text else words
        found.append(Sentence(at, at + len(words), doc))
    return Reading(Passage(part, text, start), spacy.blank("en").make_doc(text), (), tuple(found))


def plain(text: str, part: str = "body", start: int = 0) -> Reading:
    """A paragraph whose sentences have no parse."""
    sentences = tuple(Sentence(a, b, None) for a, b in split_sentences(text))
    return Reading(Passage(part, text, start), spacy.blank("en").make_doc(text), (), sentences)


def mention(
    text: str, words: str, cluster: int, kind: MentionType = "person", *, name: str | None = None, role: str | None = None
) -> Mention:
    """The first place of a name in the body."""
    start = text.index(words)
    return Mention("body", None, start, start + len(words), words, kind, cluster, name or words)
