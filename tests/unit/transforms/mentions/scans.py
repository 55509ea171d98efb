"""Passages as the rules of names read them, built by hand: no model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from transforms.mentions.scan import Candidate, Scan, scan_passage
from transforms.nlp import ModelName, Passage, Reading
from transforms.records import MentionType


def scan(text: str, *labels: tuple[str, str], part: str = "body", index: int = 1) -> Scan:
    """A passage; `labels` are words of it with the model's label, each by its first place."""
    names = tuple(ModelName(text.index(words), text.index(words) + len(words), label) for words, label in labels)
    return scan_passage(index, Reading(Passage(part, text), cast(Any, None), names, ()))


def candidate(scanned: Scan, words: str, type_: MentionType | None = None, weight: float = 1.0) -> Candidate:
    """The first place of these words in a passage, as a candidate."""
    parts = words.split(" ")
    tokens: Sequence[str] = scanned.words
    for first in range(len(tokens)):
        for last in range(first + 1, len(tokens) + 1):
            if scanned.text(first, last) == words:
                return Candidate(scanned, first, last, type_, weight)
    raise ValueError(f"{parts} do not stand in the passage")
