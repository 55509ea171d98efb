"""Words that say that somebody speaks, with how surely they do; and whether a sentence is worth a parse."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from transforms.word_lists import read_rows, read_words


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of `data/cues.csv`: its dictionary form, its group, and its weight from 0 to 1."""

    word: str
    group: str
    weight: float


@functools.cache
def read_cues() -> dict[str, Cue]:
    """Verbs that report speech or judgement, by each of their forms in lower case."""
    return _read({"say", "call", "think", "manner", "be"})


@functools.cache
def read_noun_cues() -> dict[str, Cue]:
    """Nouns for what is said ("statement", "warning"), in lower case."""
    return _read({"noun"})


def _read(groups: set[str]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for row in read_rows("quotes/cues.csv"):
        if row["group"] in groups:
            cue = Cue(row["word"], row["group"], float(row["weight"]))
            for form in (row["word"], *row["forms"].split()):
                if form not in cues or cues[form].weight < cue.weight:
                    cues[form] = cue
    return cues


# Weaker cues speak only beside a mark, which makes a sentence worth its parse by itself.
_PARSE_WEIGHT = 0.4


@functools.cache
def _saying_words() -> frozenset[str]:
    words = {form for form, cue in read_cues().items() if cue.group in ("say", "call") and cue.weight >= _PARSE_WEIGHT}
    return frozenset(words - read_words("quotes/mostly_nouns.txt") | {"according", "statement", "believe", "believes", "believed"})


_MARK = re.compile(r"[\"“”„«»‘]|``|(?:^|[\s(\[—–-])'|:\s*$")
_WORD = re.compile(r"[^\W\d_]+")


def wants_parse(sentence: str) -> bool:
    """Whether a sentence can hold a quote or say whose one is: it has a quotation mark or a cue word.

    >>> wants_parse("The minister said no."), wants_parse("It rained all day.")
    (True, False)
    """
    # Words looked up in a set: a pattern of all their forms costs as much as a twentieth of the model.
    return _MARK.search(sentence) is not None or not _saying_words().isdisjoint(_WORD.findall(sentence.lower()))
