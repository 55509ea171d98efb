"""Every quote of an article, with who said it: spans from the marks, speakers from the cues around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from transforms.nlp import Passage, Reading
from transforms.quotes.bodies import read_bodies
from transforms.quotes.confidence import NOBODY, TITLE, rate
from transforms.quotes.continuations import Turn, carry_over
from transforms.quotes.cues import read_noun_cues
from transforms.quotes.indirect import Reported, drop_nested, find_reported, find_setting
from transforms.quotes.marks import Marked, find_marked
from transforms.quotes.occasions import find_occasion
from transforms.quotes.referents import Discourse, Referent, find_referent, index_places, read_genders
from transforms.quotes.sayings import Saying, find_sayings
from transforms.quotes.scare import is_title, is_unsaid_name
from transforms.quotes.speakers import Attribution, choose_sayings
from transforms.quotes.subjects import noun_span
from transforms.quotes.transcripts import Turn as TranscriptTurn
from transforms.quotes.transcripts import find_turns
from transforms.records import Mention, Part, Quote, QuoteKind

_PARTS: tuple[Part, ...] = ("title", "standfirst", "body", "block")
_OPENING = ("“", '"', "«", "»", "„", "‘", "``", "'")
_REPORTING = frozenset({"report", "say", "tell", "quote", "write", "cite", "note", "announce", "reveal", "disclose"})
_WORD = re.compile(r"[\w’'\-]+")
# A name in apposition is who the sentence is about, behind at most so many words.
_OPENING_WORDS = 10
# An occasion behind a cue begins at most so many code points behind it, else it belongs to what is said.
_OCCASION_REACH = 14


@dataclass(slots=True)
class _Paragraph:
    """One paragraph on its way to quotes. `chosen`, `kinds` and `damaged` go with `marked`; in a
    language that `is_read` not, no saying was looked for."""

    reading: Reading
    part: Part
    marked: tuple[Marked, ...]
    sayings: tuple[Saying, ...]
    reported: tuple[Reported, ...]
    chosen: list[Attribution]
    kinds: list[QuoteKind]
    damaged: list[bool]
    is_read: bool


def find_quotes(readings: Sequence[Reading], mentions: Sequence[Mention], language: str | None = "en") -> tuple[Quote, ...]:
    """The quotes of one article, ordered by part (title, standfirst, body, blocks) and place, numbered from 0.

    `mentions` are the article's; speakers refer to their clusters. In languages other than English words between marks
    are found, but nobody is said to have said them.
    """
    # The body tells who is who, so it is read before title, standfirst and blocks.
    order = {"body": 0, "standfirst": 1, "title": 2, "block": 3}
    ordered = sorted(readings, key=lambda r: (order.get(r.passage.part, 3), r.passage.block_ordinal or 0, r.passage.start))
    quotes: list[Quote] = []
    discourse = Discourse(genders=read_genders(mentions), places=index_places(mentions), bodies=read_bodies(ordered, mentions))
    previous: Turn | None = None
    referents: dict[tuple[int, Saying], Referent] = {}
    turns = find_turns(ordered, mentions) if language in (None, "en") else {}
    for i, reading in enumerate(ordered):
        if reading.passage.part == "body" and (turn := turns.get(reading.passage.start)) is not None:
            quotes.append(_turn_quote(reading, turn))
            previous = None
            continue
        following = ordered[i + 1] if i + 1 < len(ordered) and _place(ordered[i + 1]) == _place(reading) else None
        if previous is not None and _place(ordered[i - 1]) != _place(reading):
            previous = None
            referents.clear()
        p = _read_paragraph(reading, following, language)
        if language in (None, "en"):
            is_sentence = [kind == "direct" for kind in p.kinds]
            p.chosen, previous = carry_over(reading.passage, p.marked, p.sayings, p.chosen, is_sentence, previous)
        _refer(p, mentions, discourse, referents)
        quotes.extend(_marked_quotes(p, referents))
        quotes.extend(_indirect_quotes(p, referents))
    quotes.sort(key=lambda q: (_PARTS.index(q.part), q.block_ordinal or 0, q.start_char, q.end_char))
    return tuple(replace(q, ordinal=i) for i, q in enumerate(quotes))


def _turn_quote(reading: Reading, turn: TranscriptTurn) -> Quote:
    """A paragraph of a transcript as a quote; of a question nobody by name is said to be the speaker."""
    text, base, who = reading.passage.text, reading.passage.start, turn.speaker
    quote = Quote(
        ordinal=0, part="body", block_ordinal=None, start_char=base + turn.start, end_char=base + turn.end,
        text=text[turn.start : turn.end],
        kind="direct", sentence=text, confidence=rate("direct", "transcript", is_resolved=who is not None), method="transcript",
        speaker_name=None if who is None else who.name, speaker_cluster=None if who is None else who.cluster,
        speaker_role=None if who is None else who.role,
    )  # fmt: skip
    if turn.label_start is None or turn.label_end is None or text[turn.label_start : turn.label_end].lower() in ("q", "question"):
        return quote
    label = text[turn.label_start : turn.label_end]
    return replace(quote, speaker=label, speaker_start_char=base + turn.label_start, speaker_end_char=base + turn.label_end)


def _place(reading: Reading) -> tuple[str, int | None]:
    return reading.passage.part, reading.passage.block_ordinal


def _read_paragraph(reading: Reading, following: Reading | None, language: str | None) -> _Paragraph:
    text = reading.passage.text
    marked = find_marked(text)
    sayings = find_sayings(reading, marked) if language in (None, "en") else ()
    titles = [reading.passage.part != "title" and is_title(text, m) for m in marked]
    goes_on = following is not None and following.passage.text.lstrip().startswith(_OPENING)
    return _Paragraph(
        reading=reading,
        part=next((p for p in _PARTS if p == reading.passage.part), "block"),
        marked=marked,
        sayings=sayings,
        reported=find_reported(reading, marked, sayings),
        chosen=choose_sayings(reading, marked, sayings),
        kinds=_kinds(text, marked, titles, reading.passage.part),
        is_read=language in (None, "en"),
        damaged=[m.is_damaged or (m.is_open and not goes_on) for m in marked],
    )


def _refer(paragraph: _Paragraph, mentions: Sequence[Mention], discourse: Discourse, referents: dict[tuple[int, Saying], Referent]) -> None:
    """Find whom each saying's speaker means, in text order, so that a pronoun looks back at who came before."""
    passage = paragraph.reading.passage
    base = passage.start
    end = base + len(passage.text)
    here = discourse.mentions_in(paragraph.part, passage.block_ordinal, base, end)
    events: list[tuple[int, int, Saying | Mention]] = [(m.start_char - base, 0, m) for m in _subjects(paragraph, here)]
    events.extend((s.start, 1, s) for s in paragraph.sayings if s.speaker_start is not None)
    named = iter(sorted(here, key=lambda m: m.start_char))
    following = next(named, None)
    discourse.open_paragraph(_documents(paragraph))
    for at, _, event in sorted(events, key=lambda e: e[:2]):
        while following is not None and following.start_char - base < at:
            discourse.note_named(following)
            following = next(named, None)
        if isinstance(event, Mention):
            if not _is_reported(event.start_char - base, paragraph, referents):
                discourse.note_subject(Referent(event.type, event.cluster, event.name, event.role))
        elif (
            event.speaker_start is not None
            and event.speaker_end is not None
            and event.head_start is not None
            and event.head_end is not None
        ):
            span, head = (base + event.speaker_start, base + event.speaker_end), (base + event.head_start, base + event.head_end)
            who = find_referent(passage, head, span, here, mentions, discourse)
            referents[base, event] = who
            if event.cue.group in ("say", "call") and not _is_reported(event.cue_start, paragraph, referents):
                discourse.note_speaker(who, passage.text[event.speaker_start : event.speaker_end])
    for m in [] if following is None else [following, *named]:
        discourse.note_named(m)
    discourse.seen.update(w.lower() for w in _WORD.findall(passage.text))


def _is_reported(at: int, paragraph: _Paragraph, referents: Mapping[tuple[int, Saying], Referent]) -> bool:
    """Whether a place lies in what a person says: "Orlo said Moss would appeal" goes on about Orlo."""
    base = paragraph.reading.passage.start
    sayers = (referents.get((base, r.saying)) for r in paragraph.reported if r.start <= at < r.end)
    return any(who is not None and who.kind == "person" and who.name is not None for who in sayers)


def _subjects(paragraph: _Paragraph, here: Sequence[Mention]) -> list[Mention]:
    """The people that the outlet's own sentences are about: subjects by the parse, else who opens a sentence."""
    base, reading = paragraph.reading.passage.start, paragraph.reading
    people = [
        m for m in here if m.type == "person" and not any(q.outer_start <= m.start_char - base < q.outer_end for q in paragraph.marked)
    ]
    found: list[Mention] = []
    for sentence in reading.sentences:
        inside = [m for m in people if sentence.start <= m.start_char - base < sentence.end]
        if sentence.doc is not None:
            subjects = [t for t in sentence.doc if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ not in ("relcl", "acl")]
            heads = [sentence.start + t.idx for t in subjects]
            about = [m for m in inside if any(m.start_char - base <= h < m.end_char - base for h in heads)]
            found.extend(
                about
                or [m for m in inside[:1] if _is_apposed(reading.passage.text, sentence.start, m.start_char - base, m.end_char - base)]
            )
        else:
            found.extend(m for m in inside[:1] if m.start_char - base - sentence.start < 90)
    return found


def _is_apposed(text: str, opening: int, start: int, end: int) -> bool:
    """Whether a name stands between commas behind the few words that open a sentence: "Her guest, Ada Orlo, was brief."."""
    before = text[opening:start]
    return before.endswith(", ") and before.count(",") == 1 and 2 <= len(before.split()) <= _OPENING_WORDS and text[end : end + 1] == ","


def _documents(paragraph: _Paragraph) -> list[str]:
    """Letters, statements and reports that the paragraph speaks of, which "it said" may mean."""
    found: list[str] = []
    for sentence in paragraph.reading.sentences:
        if sentence.doc is None:
            continue
        for token in sentence.doc:
            if token.dep_ == "dobj" and token.lower_ in read_noun_cues() and not _is_marked(sentence.start + token.idx, paragraph.marked):
                start, end = noun_span(token)
                found.append(sentence.doc.text[start:end])
    return found


def _is_marked(at: int, marked: Sequence[Marked]) -> bool:
    return any(m.outer_start <= at < m.outer_end for m in marked)


def _reporter(s: Saying, sayings: Sequence[Saying], base: int, referents: dict[tuple[int, Saying], Referent]) -> Referent | None:
    """The organisation that reports that somebody else said it: "SANA reported that the minister said …"."""
    own = referents.get((base, s))
    for other in sayings:
        who = referents.get((base, other))
        if other is s or other.sentence != s.sentence or who is None or who.kind != "organization" or who.cluster is None:
            continue
        if own is not None and own.cluster == who.cluster:
            continue
        outer = other.governs is not None and other.governs[0] <= s.cue_start < other.governs[1] and other.cue.word in _REPORTING
        if other.how == "according to" or outer:
            return who
    return None


def _marked_quotes(paragraph: _Paragraph, referents: dict[tuple[int, Saying], Referent]) -> list[Quote]:
    return [
        _quote(paragraph, m, kind, attribution, referents, is_damaged=damaged)
        for m, kind, attribution, damaged in zip(paragraph.marked, paragraph.kinds, paragraph.chosen, paragraph.damaged, strict=True)
    ]


def _indirect_quotes(paragraph: _Paragraph, referents: dict[tuple[int, Saying], Referent]) -> list[Quote]:
    passage = paragraph.reading.passage
    covered = bytearray(len(passage.text) + 1)
    for m in paragraph.marked:
        covered[m.outer_start : m.outer_end] = b"\x01" * (m.outer_end - m.outer_start)
    out: list[Quote] = []
    reported = list(paragraph.reported)
    for m, kind, a in zip(paragraph.marked, paragraph.kinds, paragraph.chosen, strict=True):
        if kind != "mixed" or a.method != "cue before" or a.saying is None or any(r.start <= m.start and m.end <= r.end for r in reported):
            continue
        setting = find_setting(passage.text, m, a.saying)
        if setting is not None:
            reported.append(Reported(*setting, a.saying, "setting"))
    for r in drop_nested(reported):
        if sum(covered[r.start : r.end]) > 0.8 * (r.end - r.start) or r.saying.speaker_start is None:
            continue
        start, end = _whole_marks(r.start, r.end, paragraph.marked)
        inside = Marked(start, end, start, end)
        attribution = Attribution(r.saying, f"indirect: {r.construction}", 0.0, passage)
        out.append(_quote(paragraph, inside, "indirect", attribution, referents, is_damaged=False))
    return out


def _whole_marks(start: int, end: int, marked: Sequence[Marked]) -> tuple[int, int]:
    """A clause widened so that it cuts no marked words in two."""
    for m in marked:
        if m.outer_start < start < m.outer_end and m.outer_end <= end:
            start = m.outer_start
        if m.outer_start < end < m.outer_end and start <= m.outer_start:
            end = m.outer_end
    return start, end


def _quote(
    paragraph: _Paragraph,
    m: Marked,
    kind: QuoteKind,
    attribution: Attribution,
    referents: dict[tuple[int, Saying], Referent],
    *,
    is_damaged: bool,
) -> Quote:
    passage, s = paragraph.reading.passage, attribution.saying
    quote = Quote(
        ordinal=0,
        part=paragraph.part,
        block_ordinal=passage.block_ordinal,
        start_char=passage.start + m.start,
        end_char=passage.start + m.end,
        text=passage.text[m.start : m.end],
        kind=kind,
        sentence=_sentence(paragraph.reading, m),
        confidence=NOBODY,
        method=attribution.method,
        is_damaged=is_damaged,
    )
    if kind == "scare":
        return replace(quote, confidence=TITLE, method="title")
    if s is None and is_unsaid_name(passage.text, m):
        return replace(quote, kind="scare", confidence=TITLE, method="title")
    if s is None:
        return quote if kind == "direct" or not paragraph.is_read else replace(quote, kind="scare")
    text, base = attribution.passage.text, attribution.passage.start
    quote = replace(quote, cue=text[s.cue_start : s.cue_end], cue_start_char=base + s.cue_start, cue_end_char=base + s.cue_end)
    if s.speaker_start is None or s.speaker_end is None:
        return quote
    who = referents.get((base, s), Referent())
    end = (
        max(s.speaker_end, (who.end or 0) - base)
        if who.end is not None and s.speaker_start < s.cue_start < s.speaker_end + 60
        else s.speaker_end
    )
    via = _reporter(s, paragraph.sayings, base, referents) if attribution.passage is passage else None
    return replace(
        quote,
        speaker=text[s.speaker_start : end],
        speaker_start_char=base + s.speaker_start,
        speaker_end_char=base + end,
        confidence=rate(kind, attribution.method, is_resolved=who.name is not None),
        speaker_name=who.name,
        speaker_cluster=who.cluster,
        speaker_role=who.role,
        stands_for=who.stands_for,
        addressee=None if s.addressee_start is None else text[s.addressee_start : s.addressee_end],
        occasion=_find_occasion(attribution.passage, s, paragraph) if attribution.passage is passage else None,
        via_cluster=None if via is None else via.cluster,
    )


def _find_occasion(passage: Passage, s: Saying, paragraph: _Paragraph) -> str | None:
    sentence = paragraph.reading.sentences[s.sentence] if s.sentence < len(paragraph.reading.sentences) else None
    if sentence is None:
        return None
    outside = _blank_marks(passage.text, paragraph.marked)
    behind = s.addressee_end if s.addressee_end is not None and s.addressee_end > s.end else s.end
    return find_occasion(outside, sentence.start, sentence.end, s.cue_start, behind + _OCCASION_REACH)


def _blank_marks(text: str, marked: Sequence[Marked]) -> str:
    """The paragraph with its marked words blanked, so that offsets stay."""
    for m in marked:
        text = text[: m.outer_start] + "\x00" * (m.outer_end - m.outer_start) + text[m.outer_end :]
    return text


def _kinds(text: str, marked: Sequence[Marked], titles: Sequence[bool], part: str) -> list[QuoteKind]:
    """`direct` for a sentence or more, also where a tag interrupts it; `mixed` for words inside the outlet's own sentence."""
    kinds: list[QuoteKind] = []
    for i, (m, title) in enumerate(zip(marked, titles, strict=True)):
        before = marked[i - 1] if i else None
        if title:
            kinds.append("scare")
        elif before is not None and kinds[-1] == "direct" and _goes_on(text, before, m):
            kinds.append("direct")
        else:
            kinds.append(_kind(text, m, part))
    return kinds


def _goes_on(text: str, before: Marked, m: Marked) -> bool:
    """Whether only a tag stands between two marked spans of one sentence: “It rained,” she said, “and we left.”"""
    tag = text[before.outer_end : m.outer_start]
    return (
        text[before.end - 1 : before.end] == "," and len(tag.split()) <= 8 and tag.rstrip().endswith(",") and not re.search(r"[.!?]\s", tag)
    )


def _kind(text: str, m: Marked, part: str) -> QuoteKind:
    words = text[m.start : m.end].split()
    first = next((c for c in text[m.start : m.end] if c.isalnum()), "")
    last, behind = text[m.end - 1 : m.end], text[m.outer_end : m.outer_end + 1]
    if part == "title" or not (first.isupper() or first.isdigit()):
        return "mixed"
    if len(words) <= 2:
        return "direct" if last in ",!?" and text[m.outer_end :].strip() else "mixed"
    return "direct" if last in ".,!?…—-" or (behind and behind in ",.") or m.is_open else "mixed"


def _sentence(reading: Reading, m: Marked) -> str:
    """The sentence or sentences that the words stand in."""
    spans = [(s.start, s.end) for s in reading.sentences if s.start < m.outer_end and s.end > m.outer_start]
    return reading.passage.text[min(a for a, _ in spans) : max(b for _, b in spans)] if spans else reading.passage.text
