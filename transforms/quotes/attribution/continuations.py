"""Quotes that stand alone: they take the speaker they continue, or the one that the text before announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.nlp import Passage
from transforms.quotes.attribution.choose import Attribution
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.marks import Marked, outside_marks
from transforms.word_lists import read_set

_SPEECH = frozenset({"say", "call"})
# A cue at least this heavy announces what follows a colon.
_ANNOUNCING_WEIGHT = 0.75
# What it costs, in words of distance, that a saying stands in the paragraph before.
_CARRIED = 12.0
_ANNOUNCES = re.compile(r"(?::|\bthis way|\bas follows|\bthe following|\bthis[.:])\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Handover:
    """What the paragraph before leaves behind: who spoke last, and whether more is to come.

    `last` is the attribution of its last quote, `final` its last saying with a speaker; `is_open` where its last marks
    were not closed, `announces` where it ends with a colon, `asks` where it is a question or the writer speaks in it,
    `is_dialogue` where its speaker answers another, `is_interview` where the writer has asked more than once so far.
    `answerer` is the one speaker of all quotes so far, `subject` the one person whom a paragraph without quotes was about.
    """

    last: Attribution | None
    final: Attribution | None
    is_open: bool
    announces: bool
    asks: bool = False
    is_dialogue: bool = False
    is_interview: bool = False
    answerer: Attribution | None = None
    subject: Attribution | None = None


def carry_over(
    passage: Passage,
    marked: Sequence[Marked],
    sayings: Sequence[Saying],
    chosen: Sequence[Attribution],
    is_sentence: Sequence[bool],
    previous: Handover | None,
) -> tuple[list[Attribution], Handover]:
    """The attributions with those filled in that the paragraph itself leaves open, and the turn for the next paragraph.

    `is_sentence` says of each marked span whether it is a sentence of its own; words inside the outlet's sentence
    take no speaker from elsewhere.
    """
    text = passage.text
    outside = outside_marks(text, marked)
    alone = not re.search(r"\w", outside)
    filled: list[Attribution] = []
    last: Attribution | None = None
    for k, (m, attribution) in enumerate(zip(marked, chosen, strict=True)):
        continues = k == 0 and previous is not None and previous.is_open and not text[: m.outer.start].strip()
        if (
            continues
            and previous is not None
            and previous.last is not None
            and ((alone and attribution.method != "label") or not _is_sure(attribution))
        ):
            attribution = replace(previous.last, method="continued")
        elif attribution.saying is None or (attribution.saying.speaker is None and attribution.saying.how != "passive"):
            found = None
            if is_sentence[k] and last is not None:
                found = replace(last, method="same speaker")
            elif is_sentence[k] and previous is not None and k == 0:
                found = _from_before(previous, alone)
            if found is not None:
                attribution = found
        filled.append(attribution)
        if attribution.saying is not None and attribution.saying.speaker is not None:
            last = attribution
    announces = _ANNOUNCES.search(text) is not None
    final = _final(passage, sayings, announces=announces)
    asks = _asks(text, marked, sayings)
    turn = Handover(
        last=last if last is not None else (previous.last if previous and alone and marked else None),
        final=final,
        is_open=bool(marked) and marked[-1].is_open,
        announces=announces,
        asks=asks,
        is_dialogue=_answers(last, previous),
    )
    return filled, turn


def _asks(text: str, marked: Sequence[Marked], sayings: Sequence[Saying]) -> bool:
    """Whether the writer speaks: a question, or "I suggest …"."""
    if marked:
        return False
    return text.rstrip().endswith("?") or any(s.speaker is not None and _is_narrator(s, text) and s.cue.group == "say" for s in sayings)


def _is_narrator(saying: Saying, text: str) -> bool:
    return saying.speaker is not None and saying.speaker.of(text).lower() in read_set("quotes/words.csv", "narrator") | {"you"}


def _answers(last: Attribution | None, previous: Handover | None) -> bool:
    """Whether a quote answers that of another speaker in the paragraph before."""
    if last is None or last.saying is None or previous is None or previous.last is None:
        return False
    return "replies" in last.saying.cue.traits and previous.last.saying != last.saying


def _final(passage: Passage, sayings: Sequence[Saying], *, announces: bool) -> Attribution | None:
    """The saying that the paragraph ends with: before a colon the last one, else the main one of the last sentence."""
    fit = [s for s in sayings if s.speaker is not None and s.cue.group in _SPEECH and s.cue.is_strong and not _is_narrator(s, passage.text)]
    if announces:
        strong = [s for s in fit if s.cue.weight >= _ANNOUNCING_WEIGHT or s.how == "colon"]
        return Attribution((strong or fit)[-1], "announced", _CARRIED, passage) if fit else None
    fit = [s for s in fit if s.is_finite]
    main = next((s for s in fit if s.sentence == fit[-1].sentence), None)
    return None if main is None else Attribution(main, "introduced", _CARRIED, passage)


def _is_sure(attribution: Attribution) -> bool:
    return attribution.saying is not None and attribution.saying.speaker is not None


def _from_before(previous: Handover, alone: bool) -> Attribution | None:
    if previous.announces and previous.final is not None:
        return replace(previous.final, method="announced")
    if not alone:
        return None
    if previous.asks:
        return None if previous.answerer is None else replace(previous.answerer, method="answered")
    if previous.is_interview and previous.last is None and previous.answerer is not None:
        return replace(previous.answerer, method="answered")
    if previous.last is not None:
        return None if previous.is_dialogue else replace(previous.last, method="paragraph before")
    if previous.final is not None:
        return replace(previous.final, method="introduced")
    return previous.subject
