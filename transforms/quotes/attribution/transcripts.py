"""Interviews printed as transcripts: paragraphs that begin with who speaks ("Q:", "A:", "Orlo:")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.nlp import Reading
from transforms.quotes.spans.span import Span
from transforms.quotes.speakers.discourse import Referent
from transforms.records import Mention
from transforms.word_lists import read_set

_LABEL = re.compile(
    r"\s*(?P<label>Q|A|Question|Answer|Reporter|Interviewer|Moderator|Host|Narrator|"
    r"[A-ZÀ-Þ][\w’'.\-]*(?:\s+(?:de|la|al|el|bin|van|von|of|[A-ZÀ-Þ][\w’'.\-]*)){0,3})\s*:\s+(?=\S)"
)
# What happens and is not said: (LAUGHTER), [crosstalk].
_STAGE_DIRECTION = re.compile(r"\s*[(\[][^)\]]*[)\]]\W*")
# Words of a label with fewer letters ("of", "al") tell nothing.
_LEAST_LETTERS = 4
_WORD = re.compile(r"[^\W\d_]+")
# The most letters that initials have.
_INITIALS = 3
# Labelled paragraphs that make a transcript.
_LEAST = 3
# A turn has at most this many lines on average; a page of more has labels among other text.
_LINES_A_TURN = 3


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
    is no speaker as printed; `is_answer` in an interview that has no labels.
    """

    words: Span
    label: Span | None
    speaker: Referent | None
    is_question: bool
    is_anonymous: bool = False
    is_answer: bool = False


def find_turns(readings: Sequence[Reading], mentions: Sequence[Mention]) -> dict[int, Turn]:
    """The turns of an article that is an interview, by the start of their passage in the body; empty for other articles.

    An answer marked "A" is the one person whom the lines before the first question name most; a name before a colon
    is the person who has that name in the article. Only labels that come back count, so that a list of facts is no transcript.
    """
    body = [r for r in readings if r.passage.part == "body"]
    labels = [_LABEL.match(r.passage.text) for r in body]
    times = Counter(m["label"].lower() for m in labels if m is not None)
    common = frozenset(w for r in body for w in _WORD.findall(r.passage.text) if w.islower())
    known = [m is not None and _has_words(m.string[m.end() :]) and _is_label(m["label"], times, mentions, common) for m in labels]
    said = [m["label"].lower() for m, k in zip(labels, known, strict=True) if k and m]
    if len(said) < _LEAST or len(set(said)) < 2 or max(times[label] for label in said) < 2:
        return {}
    first = known.index(True)
    last = len(known) - 1 - known[::-1].index(True)
    if sum(known[first : last + 1]) * _LINES_A_TURN < last + 1 - first:
        return {}
    cast = _Cast(
        mentions, tuple(dict.fromkeys(m["label"] for m, k in zip(labels, known, strict=True) if k and m)), body[first].passage.start
    )
    turns: dict[int, Turn] = {}
    speaker: Referent | None = None
    is_question = False
    for reading, match, is_known in list(zip(body, labels, known, strict=True))[first : last + 1]:
        text = reading.passage.text
        start = len(text) - len(text.lstrip())
        if match is not None and is_known:
            low = match["label"].lower()
            is_question = low in _askers() or cast.is_outlet(match["label"])
            speaker = None if is_question else cast.speaker(match["label"])
            words, label = Span(match.end(), len(text.rstrip())), Span(*match.span("label"))
            turns[reading.passage.start] = Turn(words, label, speaker, is_question, low in _anonymous() | _answerers())
        elif not _STAGE_DIRECTION.fullmatch(text):
            turns[reading.passage.start] = Turn(Span(start, len(text.rstrip())), None, speaker, is_question)
    return turns


class _Cast:
    """Who the labels of a transcript are."""

    def __init__(self, mentions: Sequence[Mention], labels: Sequence[str], opening: int) -> None:
        self._mentions, self._labels = mentions, labels
        self._answerer = find_answerer(opening, mentions)

    def speaker(self, label: str) -> Referent:
        """The person whom a label means; the label itself where the article names nobody so."""
        is_answer = label.lower() in _answerers()
        m = self._answerer if is_answer else _named(label, self._mentions) or _named_behind_title(label, self._mentions)
        if m is None and (whole := self._whole(label)) is not None:
            m = _named(whole, self._mentions)
            label = whole
        return Referent("person", None, None if is_answer else label) if m is None else Referent(m.type, m.cluster, m.name, m.role)

    def is_outlet(self, label: str) -> bool:
        """Whether a label is the outlet's, who asks: "TARN HERALD", later "TH"."""
        names = (label, self._whole(label))
        bodies = {m.name.casefold() for m in self._mentions if m.type == "organization" and m is not self._answerer} - {None}
        return any(n is not None and any(n.casefold() == b or b.endswith(f" {n.casefold()}") for b in bodies) for n in names)

    def _whole(self, label: str) -> str | None:
        """The longer label, or the one person's name, whose initials a label is."""
        if not label.isupper() or not 2 <= len(label) <= _INITIALS:
            return None
        names = [*self._labels, *dict.fromkeys(m.name for m in self._mentions if m.type == "person")]
        fit = list(dict.fromkeys(n.casefold() for n in names if " " in n and "".join(w[0] for w in n.split()).upper() == label))
        return next(n for n in names if n.casefold() == fit[0]) if len(fit) == 1 else None


def _has_words(text: str) -> bool:
    """Whether anything is said: "Orlo: 1,769." is a count."""
    return any(c.isalpha() for c in text)


def _is_label(label: str, times: Counter[str], mentions: Sequence[Mention], common: frozenset[str]) -> bool:
    """Whether a word before a colon is somebody's; what is also a `common` word of the text ("Advantages") is a heading."""
    low = label.lower()
    if low.split()[0] in read_set("quotes/words.csv", "no labels"):
        return False
    if low in _askers() | _answerers() or _named(label, mentions) is not None:
        return True
    return (label.isupper() and len(label) > 1) or (
        times[low] > 1 and common.isdisjoint(w for w in low.split() if len(w) >= _LEAST_LETTERS)
    )


def _named(label: str, mentions: Sequence[Mention]) -> Mention | None:
    """The one person of the article whose name ends with the label."""
    wanted = label.casefold().split()
    fit = {
        m.cluster: m for m in mentions if (m.type == "person" or len(wanted) > 1) and m.name.casefold().split()[-len(wanted) :] == wanted
    }
    longer = [m for m in fit.values() if len(m.name.split()) > len(wanted)]
    if len(longer) == 1:
        return longer[0]
    return next(iter(fit.values())) if len(fit) == 1 else None


def _named_behind_title(label: str, mentions: Sequence[Mention]) -> Mention | None:
    """The person whom a label names behind a title: "SEN. ADA MOSS"."""
    _, _, name = label.partition(" ")
    return _named(name, mentions) or _named_behind_title(name, mentions) if name else None


def find_answerer(before: int, mentions: Sequence[Mention]) -> Mention | None:
    """Who is interviewed: the person named most in what stands before the first question, the last named of equals."""
    named = [m for m in mentions if m.part in ("title", "standfirst") or (m.part == "body" and m.start_char < before)]
    # Whom the model took for something else has a full name all the same; outlets and places mostly have a word or an article.
    people = [m for m in named if m.type == "person"] or [m for m in named if len(m.name.split()) > 1]
    if not people:
        return None
    counts = Counter(m.cluster for m in people)
    order = {m.cluster: i for i, m in enumerate(people)}
    best = max(counts, key=lambda c: (counts[c], order[c]))
    return next(m for m in people if m.cluster == best)
