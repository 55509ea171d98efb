"""Names of people, organisations, places and groups in one article.

The model's spans are evidence, not the answer: they are trimmed, a document-wide vote gives each name one type, and
names known from one sentence are found in the others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.coreference import Surface, cluster_surfaces, fullest_name
from transforms.countries import adjective_code, name_code, people_code
from transforms.names import cut_possessive, honorifics, name_words
from transforms.nlp import Reading
from transforms.records import Mention, MentionType

_TYPES: dict[str, MentionType] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
}  # fmt: skip
_PARTS = {"title": 0, "standfirst": 1, "body": 2, "block": 3}
_EDGE = re.compile(r"^[\W\d_]*(?:(?:the|a|an)\s+)?[\W_]*|[\W_]*(?:\s[\d\W_]*)?$", re.IGNORECASE)


@dataclass(slots=True)
class _Span:
    reading: int
    start: int
    end: int
    text: str
    type: MentionType
    title: str | None = None


def find_mentions(readings: Sequence[Reading]) -> tuple[Mention, ...]:
    """Every named span of one article's passages, in order of parts and place, typed and clustered.

    Each mention carries the number of its cluster (names of the article that are one), the cluster's fullest usual
    form and its role. Spans never overlap, never leave their passage, and carry no title and no possessive.
    """
    spans = [s for i, r in enumerate(readings) for s in _model_spans(i, r)]
    votes: dict[str, Counter[MentionType]] = defaultdict(Counter)
    for s in spans:
        votes[s.text][s.type] += 1
    types = {text: max(sorted(c), key=lambda t, c=c: c[t]) for text, c in votes.items()}  # type: ignore[misc]
    order = sorted(range(len(spans)), key=lambda k: (_place(readings[spans[k].reading]), spans[k].start))
    first: dict[str, int] = {}
    for k in order:
        first.setdefault(spans[k].text, len(first))
    surfaces = [Surface(text, types[text], sum(votes[text].values()), first[text]) for text in first]
    clusters = dict(zip(first, cluster_surfaces(surfaces), strict=True))
    forms: dict[int, Counter[str]] = defaultdict(Counter)
    for surface in surfaces:
        forms[clusters[surface.text]][surface.text] += surface.count
    names = {c: fullest_name(f, types[next(iter(f))]) for c, f in forms.items()}
    roles: dict[int, Counter[str]] = defaultdict(Counter)
    for s in spans:
        if s.title:
            roles[clusters[s.text]][s.title] += 1
    return tuple(
        Mention(
            readings[s.reading].passage.part,  # type: ignore[arg-type]
            readings[s.reading].passage.block_ordinal,
            readings[s.reading].passage.start + s.start,
            readings[s.reading].passage.start + s.end,
            s.text,
            types[s.text],
            clusters[s.text],
            names[clusters[s.text]],
            max(sorted(r), key=lambda t, r=r: r[t]) if (r := roles.get(clusters[s.text])) else None,  # type: ignore[misc]
        )
        for s in (spans[k] for k in order)
    )


def _place(reading: Reading) -> tuple[int, int, int]:
    p = reading.passage
    return (_PARTS.get(p.part, 9), -1 if p.block_ordinal is None else p.block_ordinal, p.start)


def _model_spans(index: int, reading: Reading) -> list[_Span]:
    spans = []
    text = reading.passage.text
    for name in reading.names:
        type_ = _TYPES.get(name.label)
        if type_ is None:
            continue
        start, end = _trim(text, name.start, name.end)
        title = None
        if type_ == "person":
            cut = _title_length(text[start:end])
            title = text[start : start + cut].strip() or None
            start += cut
        surface = text[start:end]
        if not surface or not any(c.isupper() for c in surface):
            continue
        if type_ == "group" and adjective_code(surface) and not people_code(surface):
            continue
        if type_ != "place" and name_code(surface):
            type_ = "place"
        spans.append(_Span(index, start, end, surface, type_, title))
    return spans


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    surface = text[start:end]
    if m := re.match(r"[\W\d_]*(?:(?:the|a|an)\s+)?[\W_]*", surface, re.IGNORECASE):
        start += m.end()
    surface = cut_possessive(text[start:end].rstrip())
    if m := re.search(r"(?:\s[\d\W_]+|[^\w.]+|(?<![A-Z])\.)$", surface):
        surface = surface[: m.start()]
    return start, start + len(surface)


def _title_length(surface: str) -> int:
    titles = honorifics()
    words = list(re.finditer(r"\S+", surface))
    best = 0
    for n in range(1, min(3, len(words) - 1) + 1):
        if name_words(" ".join(w.group() for w in words[:n])) in titles:
            best = words[n].start()
    return best
