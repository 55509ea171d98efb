"""Where quotes are made, and nowhere else: spans of a paragraph become spans of its part, whatever rule found them."""

from __future__ import annotations

from dataclasses import replace

from transforms.quotes.attribution.choose import Attribution
from transforms.quotes.attribution.said import LEAST, rate_said
from transforms.quotes.attribution.transcripts import Turn
from transforms.quotes.confidence import NOBODY, TITLE, Evidence, form_of, rate
from transforms.quotes.paragraphs import Paragraph
from transforms.quotes.sayings.occasions import find_occasion
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.marks import Marked, blank_marks
from transforms.quotes.spans.span import WORD, Span
from transforms.quotes.spans.work_titles import is_unsaid_name
from transforms.quotes.speakers.discourse import Referent
from transforms.quotes.speakers.narration import Referents, find_reporter
from transforms.quotes.speakers.speaker_kinds import find_speaker_kind
from transforms.records import Method, Part, Quote, QuoteKind

# An occasion behind a cue begins at most this number of code points behind it, else it belongs to what is said.
_OCCASION_REACH = 14
# In a language that is not read marked words within a sentence are mostly terms and names where they are at most this many.
_UNREAD_WORDS = 3
# A name in apposition ends the speaker where it begins at most this number of code points behind the cue's end of it.
_NAME_REACH = 60


# Where a paragraph stands: its part, the part's block, and its first code point in the part.
Anchor = tuple[Part, int | None, int]


def make_quote(text: str, words: Span, anchor: Anchor, *, kind: QuoteKind, method: Method, sentence: str) -> Quote:
    """Words of a paragraph that stands at `anchor`, as a quote that nobody is known to say."""
    part, block_ordinal, base = anchor
    placed = words.shift(base)
    return Quote(
        ordinal=0,
        part=part,
        block_ordinal=block_ordinal,
        start_char=placed.start,
        end_char=placed.end,
        text=words.of(text),
        kind=kind,
        sentence=sentence,
        confidence=NOBODY,
        method=method,
    )


def with_speaker(quote: Quote, text: str, speaker: Span | None, who: Referent, *, base: int, confidence: float) -> Quote:
    """The quote as said by somebody, who is printed at `speaker` in the text of a paragraph that starts at `base`."""
    placed = None if speaker is None else speaker.shift(base)
    return replace(
        quote,
        speaker=None if speaker is None else speaker.of(text),
        speaker_start_char=None if placed is None else placed.start,
        speaker_end_char=None if placed is None else placed.end,
        speaker_name=who.name,
        speaker_kind=find_speaker_kind(who, None if speaker is None else speaker.of(text)),
        speaker_cluster=who.cluster,
        speaker_role=who.role,
        stands_for=who.stands_for,
        confidence=confidence,
    )


def quote_of(
    paragraph: Paragraph, words: Span, kind: QuoteKind, attribution: Attribution, referents: Referents, said: float = 1.0
) -> Quote:
    """Words of a paragraph with the saying that speaks them, which may stand in an earlier paragraph of the part.

    `said` is the chance that words marked within the outlet's sentence were said at all.
    """
    s = attribution.saying
    quote = _unsaid(paragraph, words, kind, attribution.method)
    if s is None:
        is_said = kind == "direct" and attribution.method != "imagined"
        return quote if is_said or not paragraph.is_read else replace(quote, kind="scare")
    text, base = attribution.passage.text, attribution.passage.start
    if len(s.at) > 0:
        cue = s.at.shift(base)
        quote = replace(quote, cue=s.at.of(text), cue_start_char=cue.start, cue_end_char=cue.end)
    if s.speaker is None:
        return quote
    who = referents.of(attribution.passage, s) or Referent()
    form = form_of(s.speaker.of(text), who.name, is_entity=who.cluster is not None)
    is_resolved, in_title = who.name is not None, paragraph.part == "title"
    evidence = Evidence(kind, attribution.method, form, s.cue.weight, attribution.margin, is_resolved, said, who.lost, in_title)
    confidence = rate(evidence)
    quote = with_speaker(quote, text, _printed(s, who), who, base=base, confidence=confidence)
    is_here = attribution.passage is paragraph.passage
    via = find_reporter(s, paragraph, referents) if is_here else None
    return replace(
        quote,
        addressee=None if s.addressee is None else s.addressee.of(text),
        occasion=_occasion(s, paragraph) if is_here else None,
        via_cluster=None if via is None else via.cluster,
        reasons=tuple(f"{r.name} {r.cost:+.1f} ({r.why})" for r in attribution.reasons),
    )


def marked_quote(paragraph: Paragraph, at: int, attribution: Attribution, referents: Referents, article: str) -> Quote:
    """The marked words at index `at` of a paragraph with their speaker; `article` is the article's text in small letters."""
    m, kind = paragraph.marked[at], paragraph.kinds[at]
    is_weighed = kind == "mixed" and paragraph.is_read and attribution.saying is not None
    said = rate_said(paragraph, at, attribution, article) if is_weighed else 1.0
    is_short = len(WORD.findall(m.span.of(paragraph.text))) <= _UNREAD_WORDS
    if said < LEAST or (kind == "mixed" and not paragraph.is_read and is_short):
        kind = "scare"
    is_nickname = any(n.span.start < m.outer.start and m.outer.end < n.span.end for n in paragraph.named)
    if kind == "scare" or is_nickname or (attribution.saying is None and is_unsaid_name(paragraph.text, m)):
        quote = replace(_unsaid(paragraph, m.span, "scare", "title", m), confidence=TITLE)
    else:
        quote = replace(quote_of(paragraph, m.span, kind, attribution, referents, said), sentence=paragraph.sentence_of(m.outer))
    return replace(quote, is_damaged=paragraph.damaged[at])


def imagined_quote(paragraph: Paragraph, marked: Marked) -> Quote:
    """Marked words of a made-up story, which nobody has said."""
    return replace(_unsaid(paragraph, marked.span, "scare", "imagined", marked), confidence=TITLE)


def turn_quote(paragraph: Paragraph, turn: Turn) -> Quote:
    """A paragraph of a transcript as a quote; of a question nobody by name is said to be the speaker."""
    text, base, who = paragraph.text, paragraph.passage.start, turn.speaker or Referent()
    method: Method = "interview" if turn.is_answer else "transcript"
    quote = make_quote(text, turn.words, ("body", None, base), kind="direct", method=method, sentence=text)
    label = None if turn.label is None or turn.is_anonymous else turn.label
    evidence = Evidence("direct", method, "name" if who.cluster is not None else "phrase", is_resolved=who.name is not None)
    return with_speaker(quote, text, label, who, base=base, confidence=rate(evidence))


def _unsaid(paragraph: Paragraph, words: Span, kind: QuoteKind, method: Method, marked: Marked | None = None) -> Quote:
    p = paragraph.passage
    sentence = paragraph.sentence_of(words if marked is None else marked.outer)
    return make_quote(p.text, words, (paragraph.part, p.block_ordinal, p.start), kind=kind, method=method, sentence=sentence)


def _printed(s: Saying, who: Referent) -> Span:
    """The printed speaker, with a name that belongs to it and goes further than the parse saw."""
    assert s.speaker is not None
    is_open = who.end is not None and s.speaker.start < s.at.start < s.speaker.end + _NAME_REACH
    return Span(s.speaker.start, max(s.speaker.end, who.end)) if is_open and who.end is not None else s.speaker


def _occasion(s: Saying, paragraph: Paragraph) -> str | None:
    if s.sentence >= len(paragraph.reading.sentences):
        return None
    sentence = paragraph.reading.sentences[s.sentence]
    outside = blank_marks(paragraph.text, paragraph.marked)
    behind = s.addressee.end if s.addressee is not None and s.addressee.end > s.span.end else s.span.end
    return find_occasion(outside, sentence.start, sentence.end, s.at.start, behind + _OCCASION_REACH)
