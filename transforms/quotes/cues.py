"""Words that say that somebody speaks, with their grammar; and whether a sentence is worth a parse."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal

from transforms.word_lists import read_rows, read_set, read_words

CueGroup = Literal["say", "call", "think", "manner", "be", "noun"]
Infinitive = Literal["", "vow", "plan", "order"]
Trait = Literal["relays", "refuses", "impression", "replies", "as"]
# Cues of at least this weight are speech wherever they stand; weaker ones only beside marks, or where nothing stronger is near.
STRONG = 0.5


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of `data/quotes/cues.csv`, whose header says what each column means; `weight` from 0 to 1."""

    word: str
    group: CueGroup
    weight: float
    has_object: bool = False
    prepositions: tuple[str, ...] = ()
    infinitive: Infinitive = ""
    addressee: str = "to"
    traits: frozenset[Trait] = frozenset()

    @property
    def is_strong(self) -> bool:
        """Whether the word mostly reports speech."""
        return self.weight >= STRONG


ACCORDING = Cue("according to", "say", 0.9)
DASH = Cue("—", "say", 0.8)
COLON = Cue(":", "say", 0.6)
THAT_WAS = Cue("that was", "say", 0.8)
ABSENT = Cue("", "say", 0.3)


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
            cue = Cue(
                word=row["word"],
                group=row["group"],  # type: ignore[arg-type]  # a test holds the file to the groups
                weight=float(row["weight"]),
                has_object=row["object"] == "yes",
                prepositions=tuple(row["prepositions"].split()),
                infinitive=row["infinitive"],  # type: ignore[arg-type]
                addressee=row["addressee"] or "to",
                traits=frozenset(row["traits"].split()),  # type: ignore[arg-type]
            )
            for form in (row["word"], *row["forms"].split()):
                if form not in cues or cues[form].weight < cue.weight:
                    cues[form] = cue
    return cues


# Weaker cues speak only beside a mark, which makes a sentence worth its parse by itself.
_PARSE_WEIGHT = 0.4


@functools.cache
def _saying_words() -> frozenset[str]:
    words = {form for form, cue in read_cues().items() if cue.group in ("say", "call") and cue.weight >= _PARSE_WEIGHT}
    return frozenset(words - read_words("quotes/mostly_nouns.txt") | read_set("quotes/words.csv", "parsed"))


_MARK = re.compile(r"[\"“”„«»‘]|``|(?:^|[\s(\[—–-])'|:\s*$")
_WORD = re.compile(r"[^\W\d_]+")


def wants_parse(sentence: str) -> bool:
    """Whether a sentence can hold a quote or say whose one is: it has a quotation mark or a cue word.

    >>> wants_parse("The minister said no."), wants_parse("It rained all day.")
    (True, False)
    """
    # Words looked up in a set: a pattern of all their forms costs as much as a twentieth of the model.
    return _MARK.search(sentence) is not None or not _saying_words().isdisjoint(_WORD.findall(sentence.lower()))
