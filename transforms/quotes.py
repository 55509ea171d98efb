"""Every quote of an article, with who said it: spans from the marks, speakers from the cues around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transforms.marks import Marked, find_marked
from transforms.nlp import Reading
from transforms.records import Mention, Part, Quote, QuoteKind
from transforms.referents import Discourse, Referent, find_referent
from transforms.sayings import Saying, find_sayings
from transforms.speakers import Attribution, choose_sayings

_PARTS: tuple[Part, ...] = ("title", "standfirst", "body", "block")
_CONFIDENCE = {"cue after": 0.9, "cue before": 0.9, "same speaker": 0.8, "paragraph before": 0.7}


def find_quotes(readings: Sequence[Reading], mentions: Sequence[Mention], language: str | None = "en") -> tuple[Quote, ...]:
    """The quotes of one article, ordered by part (title, standfirst, body, blocks) and place, numbered from 0.

    `mentions` are the article's; speakers refer to their clusters. In languages other than English words between marks
    are found, but nobody is said to have said them.
    """
    ordered = sorted(readings, key=lambda r: (_PARTS.index(_part(r)), r.passage.block_ordinal or 0, r.passage.start))
    quotes: list[Quote] = []
    # The body tells who is who before the title is read, so it goes first.
    body_first = sorted(ordered, key=lambda r: _part(r) != "body")
    discourse = Discourse()
    carried: tuple[str, Quote | None, bool] = ("", None, False)
    for i, reading in enumerate(body_first):
        following = body_first[i + 1] if i + 1 < len(body_first) else None
        found, carried = _in_paragraph(reading, following, mentions, language, discourse, carried)
        quotes.extend(found)
    quotes.sort(key=lambda q: (_PARTS.index(q.part), q.block_ordinal or 0, q.start_char, q.end_char))
    return tuple(replace(q, ordinal=i) for i, q in enumerate(quotes))


def _part(reading: Reading) -> Part:
    part = reading.passage.part
    return next((p for p in _PARTS if p == part), "block")


def _in_paragraph(
    reading: Reading,
    following: Reading | None,
    mentions: Sequence[Mention],
    language: str | None,
    discourse: Discourse,
    carried: tuple[str, Quote | None, bool],
) -> tuple[list[Quote], tuple[str, Quote | None, bool]]:
    passage = reading.passage
    part = _part(reading)
    marked = find_marked(passage.text)
    here = [m for m in mentions if m.part == part and m.block_ordinal == passage.block_ordinal]
    english = language in (None, "en")
    sayings = find_sayings(reading, marked) if english else ()
    chosen = choose_sayings(reading, marked, sayings)
    referents: dict[Saying, tuple[str, Referent]] = {}
    for s in sayings:
        if s.speaker_start is not None and s.speaker_end is not None and s.head_start is not None and s.head_end is not None:
            words = passage.text[s.speaker_start : s.speaker_end]
            span = (passage.start + s.speaker_start, passage.start + s.speaker_end)
            head = (passage.start + s.head_start, passage.start + s.head_end)
            referents[s] = find_referent(words, head, span, here, discourse)
            discourse.note(*referents[s])
    outside = "".join(passage.text[a:b] for a, b in _gaps(marked, len(passage.text))).strip(" \t—–-.,")
    continues = carried[2] and bool(marked) and marked[0].outer_start <= 1
    previous = carried[1] if carried[0] == part and (not outside or continues) else None
    quotes: list[Quote] = []
    last: Quote | None = previous
    for m, choice in zip(marked, chosen, strict=True):
        goes_on = m.is_open and following is not None and following.passage.text.lstrip()[:1] in ("“", '"', "«", "»", "„", "‘")
        quote = _quote(reading, part, m, choice, referents, is_damaged=m.is_damaged or (m.is_open and not goes_on))
        if quote.speaker is None and quote.kind != "scare" and last is not None and last.speaker_name is not None and english:
            how = "paragraph before" if last is previous else "same speaker"
            quote = replace(
                quote, speaker_name=last.speaker_name, speaker_cluster=last.speaker_cluster, speaker_role=last.speaker_role,
                speaker=last.speaker, speaker_start_char=last.speaker_start_char, speaker_end_char=last.speaker_end_char,
                confidence=_CONFIDENCE[how], method=how,
            )  # fmt: skip
        quotes.append(quote)
        if quote.speaker is not None:
            last = quote
    is_open = bool(marked) and marked[-1].is_open
    keeps = last if quotes and last is not None else (carried[1] if not marked and not outside else None)
    return quotes, (part, keeps, is_open)


def _gaps(marked: Sequence[Marked], length: int) -> list[tuple[int, int]]:
    edges = [0, *(e for m in marked for e in (m.outer_start, m.outer_end)), length]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _quote(
    reading: Reading,
    part: Part,
    m: Marked,
    choice: Attribution,
    referents: dict[Saying, tuple[str, Referent]],
    *,
    is_damaged: bool,
) -> Quote:
    passage = reading.passage
    text, base = passage.text, passage.start
    s = choice.saying
    kind, block = _kind(text, m, part), passage.block_ordinal
    quote = Quote(
        0, part, block, base + m.start, base + m.end, text[m.start : m.end], kind, _sentence(reading, m), 0.3, choice.method,
        is_damaged=is_damaged,
    )  # fmt: skip
    if s is None or s.speaker_start is None or s.speaker_end is None:
        return quote if kind == "direct" else replace(quote, kind="scare")
    _, who = referents[s]
    return replace(
        quote,
        confidence=_CONFIDENCE.get(choice.method, 0.6),
        speaker=text[s.speaker_start : s.speaker_end],
        speaker_start_char=base + s.speaker_start,
        speaker_end_char=base + s.speaker_end,
        speaker_name=who.name,
        speaker_cluster=who.cluster,
        speaker_role=who.role,
        cue=text[s.cue_start : s.cue_end],
        cue_start_char=base + s.cue_start,
        cue_end_char=base + s.cue_end,
        addressee=None if s.addressee_start is None else text[s.addressee_start : s.addressee_end],
    )


def _kind(text: str, m: Marked, part: Part) -> QuoteKind:
    """`direct` for a sentence or more, `mixed` for words inside the outlet's own sentence."""
    words = text[m.start : m.end].split()
    first = next((c for c in text[m.start : m.end] if c.isalnum()), "")
    closed = text[m.end - 1 : m.end] in ".,!?…—-" or text[m.outer_end : m.outer_end + 1] in ",."
    return "direct" if part != "title" and len(words) > 2 and (first.isupper() or first.isdigit()) and (closed or m.is_open) else "mixed"


def _sentence(reading: Reading, m: Marked) -> str:
    """The sentence or sentences that the words stand in."""
    spans = [(s.start, s.end) for s in reading.sentences if s.start < m.outer_end and s.end > m.outer_start]
    return reading.passage.text[min(a for a, _ in spans) : max(b for _, b in spans)] if spans else reading.passage.text
