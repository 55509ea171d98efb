"""Interviews printed as transcripts: paragraphs that begin with who speaks ("Q:", "A:", "Orlo:")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.nlp import Reading
from transforms.quotes.spans.span import Span
from transforms.records import Mention
from transforms.word_lists import read_set

_LABEL = re.compile(
    r"\s*(?P<label>Q|A|Question|Answer|Reporter|Interviewer|Moderator|Host|Narrator|"
    r"[A-ZÀ-Þ][\w’'.\-]*(?:\s+(?:de|la|al|el|bin|van|von|[A-ZÀ-Þ][\w’'.\-]*)){0,3})\s*:\s+(?=\S)"
)
# So many labelled paragraphs make a transcript.
_LEAST = 3


def _askers() -> frozenset[str]:
    return read_set("quotes/words.csv", "askers")


def _answerers() -> frozenset[str]:
    return read_set("quotes/words.csv", "answerers")


def _anonymous() -> frozenset[str]:
    """Labels that name nobody, whoever asks."""
    return read_set("quotes/words.csv", "question marks")


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of a transcript: where its label and its words stand, and who speaks.

    A paragraph without a label of its own goes on with the speaker before; `label` is None there. A label that `is_anonymous` ("Q")
    is no speaker as printed.
    """

    words: Span
    label: Span | None
    speaker: Mention | None
    is_question: bool
    is_anonymous: bool = False


def find_turns(readings: Sequence[Reading], mentions: Sequence[Mention]) -> dict[int, Turn]:
    """The turns of an article that is an interview, by the start of their passage in the body; empty for other articles.

    An answer marked "A" is the one person whom the lines before the first question name most; a name before a colon
    is the person who has that name in the article. Only these labels and those in capitals count, so that a list of facts is no transcript.
    """
    body = [r for r in readings if r.passage.part == "body"]
    labels = [_LABEL.match(r.passage.text) for r in body]
    known = [m is not None and _has_words(m.string[m.end() :]) and _is_label(m["label"], mentions) for m in labels]
    if sum(known) < _LEAST or len({m["label"].lower() for m, k in zip(labels, known, strict=True) if k and m}) < 2:
        return {}
    first = known.index(True)
    last = len(known) - 1 - known[::-1].index(True)
    if sum(known[first : last + 1]) * 3 < last + 1 - first:
        return {}
    answerer = _find_answerer(body[first].passage.start, mentions)
    turns: dict[int, Turn] = {}
    speaker: Mention | None = None
    is_question = False
    for reading, match, is_known in list(zip(body, labels, known, strict=True))[first : last + 1]:
        text = reading.passage.text
        start = len(text) - len(text.lstrip())
        if match is not None and is_known:
            low = match["label"].lower()
            is_question = low in _askers()
            speaker = None if is_question else answerer if low in _answerers() else _named(match["label"], mentions)
            words, label = Span(match.end(), len(text.rstrip())), Span(*match.span("label"))
            turns[reading.passage.start] = Turn(words, label, speaker, is_question, low in _anonymous())
        else:
            turns[reading.passage.start] = Turn(Span(start, len(text.rstrip())), None, speaker, is_question)
    return turns


def _has_words(text: str) -> bool:
    """Whether anything is said: "Orlo: 1,769." is a count."""
    return any(c.isalpha() for c in text)


def _is_label(label: str, mentions: Sequence[Mention]) -> bool:
    return label.lower() in _askers() | _answerers() or (label.isupper() and len(label) > 2) or _named(label, mentions) is not None


def _named(label: str, mentions: Sequence[Mention]) -> Mention | None:
    """The one person of the article whose name ends with the label."""
    wanted = label.casefold().split()
    fit = {m.cluster: m for m in mentions if m.type == "person" and m.name.casefold().split()[-len(wanted) :] == wanted}
    longer = [m for m in fit.values() if len(m.name.split()) > len(wanted)]
    if len(longer) == 1:
        return longer[0]
    return next(iter(fit.values())) if len(fit) == 1 else None


def _find_answerer(before: int, mentions: Sequence[Mention]) -> Mention | None:
    """Who is interviewed: the person named most in what stands before the first question, the last named of equals."""
    people = [
        m for m in mentions if m.type == "person" and (m.part in ("title", "standfirst") or (m.part == "body" and m.start_char < before))
    ]
    if not people:
        return None
    counts = Counter(m.cluster for m in people)
    order = {m.cluster: i for i, m in enumerate(people)}
    best = max(counts, key=lambda c: (counts[c], order[c]))
    return next(m for m in people if m.cluster == best)
