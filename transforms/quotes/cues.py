"""Words that say that somebody speaks, with their grammar; and whether a sentence is worth a parse."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

from transforms.word_lists import WordCell, read_set, read_table, read_words

CueGroup = Literal["say", "call", "think", "manner", "be", "noun"]
Infinitive = Literal["", "vow", "plan", "order"]
Trait = Literal[
    "relays", "refuses", "impression", "replies", "as", "controls", "quotable", "names", "finds", "glosses", "rules", "perceives"
]
# Cues of at least this weight are speech wherever they stand; weaker ones only beside marks, or where nothing stronger is near.
STRONG = 0.5


class _CueRow(NamedTuple):
    word: str
    forms: WordCell
    group: CueGroup
    weight: float
    object: Literal["", "yes"]
    prepositions: WordCell
    infinitive: Infinitive
    addressee: str
    traits: Annotated[tuple[Trait, ...], " "]
    plain: WordCell


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of `data/quotes/cues.csv`, whose header says what each column means; `weight` from 0 to 1."""

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


@functools.cache
def forms_with(trait: Trait) -> frozenset[str]:
    """The forms of all verbs that have a trait."""
    return frozenset(form for form, cue in read_cues().items() if trait in cue.traits)


@functools.cache
def plain_forms() -> frozenset[str]:
    """The forms that are cues in whatever part of speech the tagger takes them for: "said"."""
    return frozenset(form for row in _rows() for form in row.plain)


@functools.cache
def _rows() -> tuple[_CueRow, ...]:
    return read_table("quotes/cues.csv", _CueRow)


def _read(groups: set[str]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for row in _rows():
        if row.group in groups:
            addressee, traits = row.addressee or "to", frozenset(row.traits)
            cue = Cue(row.word, row.group, row.weight, row.object == "yes", row.prepositions, row.infinitive, addressee, traits)
            for form in (row.word, *row.forms):
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
