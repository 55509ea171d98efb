"""Every quote of an article, with who said it: spans from the marks, speakers from the cues around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.nlp import Reading
from transforms.quotes.assemble import imagined_quote, marked_quote, quote_of, turn_quote
from transforms.quotes.attribution.choose import Attribution, choose_sayings
from transforms.quotes.attribution.continuations import Handover, carry_over
from transforms.quotes.attribution.interviews import find_answers
from transforms.quotes.attribution.repeats import name_repeated
from transforms.quotes.attribution.transcripts import find_turns
from transforms.quotes.methods import INDIRECT
from transforms.quotes.paragraphs import Paragraph, key_of_part, part_order, read_paragraph
from transforms.quotes.sayings.beside_marks import signature_line
from transforms.quotes.sayings.reported import Reported, drop_nested, find_setting
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.marks import Marked, blank_marks, cover, outside_marks
from transforms.quotes.spans.span import WORD, Span
from transforms.quotes.spans.tales import is_tale
from transforms.quotes.speakers.called_organizations import find_called_organizations
from transforms.quotes.speakers.courtesy_titles import read_titles
from transforms.quotes.speakers.discourse import Discourse, Referent, find_protagonist, index_mentions, read_genders
from transforms.quotes.speakers.narration import Referents, Talk, follow
from transforms.records import Mention, Quote, QuoteKind
from transforms.word_lists import read_set

# The body tells who is who, so it is read before title, standfirst and blocks.
_READING_ORDER = {"body": 0, "standfirst": 1, "title": 2, "block": 3}
_READ_LAST = max(_READING_ORDER.values())
# A reported clause that stands between marks by more than this share is the marked words themselves.
_MARKED_SHARE = 0.8
# Of words of the outlet's own at most this number are a tag: "that Orlo said", "the mayor said in a statement".
_TAG_WORDS = 8
# A label that is something of somebody's: "Orlo's bridge".
_OWNED = re.compile(r"[’']s?\s")
# Of who writes only plain verbs of saying report words: "I said", not "I outline the plan".
_NARRATOR_WEIGHT = 0.9


def find_quotes(readings: Sequence[Reading], mentions: Sequence[Mention], language: str | None = "en") -> tuple[Quote, ...]:
    """The quotes of one article, ordered by part (title, standfirst, body, blocks) and position, numbered from 0.

    `mentions` are the article's; speakers refer to their clusters. In languages other than English words between marks
    are found, but nobody is said to have said them.
    """
    ordered = sorted(
        readings, key=lambda r: (_READING_ORDER.get(r.passage.part, _READ_LAST), r.passage.block_ordinal or 0, r.passage.start)
    )
    referents = Referents()
    discourse = Discourse(
        genders=read_genders(mentions),
        by_part=index_mentions(mentions),
        organizations=find_called_organizations(ordered, mentions),
        titles=read_titles(ordered, mentions),
        protagonist=find_protagonist(mentions),
    )
    turns = (find_turns(ordered, mentions) or find_answers(ordered, mentions)) if language in (None, "en") else {}
    is_made_up = language in (None, "en") and not turns and is_tale(ordered, mentions)
    talk = Talk(referents, discourse.protagonist)
    article = "\n".join(r.passage.text for r in ordered).casefold()
    quotes: list[Quote] = []
    before: Handover | None = None
    apart: Attribution | None = None
    for paragraph, following, is_new_part in _paragraphs(ordered, discourse, language):
        if paragraph.part == "body" and (turn := turns.get(paragraph.passage.start)) is not None:
            quotes.append(turn_quote(paragraph, turn))
            before = None
            continue
        if is_made_up and paragraph.part == "body":
            quotes.extend(imagined_quote(paragraph, m) for m in paragraph.marked)
            continue
        apart = _speaker_apart(paragraph, before, apart)
        if apart is not None:
            words = Span(len(paragraph.text) - len(paragraph.text.lstrip()), len(paragraph.text.rstrip()))
            quotes.append(quote_of(paragraph, words, "direct", apart, referents))
            before = None
            continue
        chosen, before = _attribute(paragraph, None if is_new_part else before)
        subject = follow(paragraph, mentions, discourse, referents)
        talk.note(chosen, paragraph.is_sentence)
        before = None if before is None else talk.follow_up(before, subject)
        chosen = _sign(chosen, paragraph, following, discourse, referents)
        between_marks = [marked_quote(paragraph, k, a, referents, article) for k, a in enumerate(chosen)]
        quotes.extend(between_marks)
        quotes.extend(_indirect_quotes(paragraph, chosen, [q.kind for q in between_marks], referents))
    quotes = name_repeated(quotes)
    quotes.sort(key=lambda q: (part_order(q.part), q.block_ordinal or 0, q.start_char, q.end_char))
    return tuple(replace(q, ordinal=i) for i, q in enumerate(quotes))


def _paragraphs(ordered: Sequence[Reading], discourse: Discourse, language: str | None) -> Iterator[tuple[Paragraph, Reading | None, bool]]:
    """Each paragraph, the one that follows it in its part, and whether it is the first of its part."""
    for i, reading in enumerate(ordered):
        following = ordered[i + 1] if i + 1 < len(ordered) and key_of_part(ordered[i + 1]) == key_of_part(reading) else None
        p = reading.passage
        here = discourse.mentions_in(p.part, p.block_ordinal, p.start, p.start + len(p.text))
        yield read_paragraph(reading, following, here, language), following, i > 0 and key_of_part(ordered[i - 1]) != key_of_part(reading)


def _attribute(paragraph: Paragraph, before: Handover | None) -> tuple[list[Attribution], Handover | None]:
    """The saying of each marked span, from this paragraph or the ones before, and what this one leaves to the next."""
    chosen = choose_sayings(paragraph.reading, paragraph.marked, paragraph.sayings, paragraph.reported)
    if not paragraph.is_read:
        return chosen, None
    return carry_over(paragraph.passage, paragraph.marked, paragraph.sayings, chosen, paragraph.is_sentence, before)


def _speaker_apart(paragraph: Paragraph, before: Handover | None, above: Attribution | None) -> Attribution | None:
    """Who speaks a paragraph that the page sets apart without marks: whom the one in front announces, or who spoke the one `above`."""
    if not paragraph.passage.is_set_apart or paragraph.marked or not paragraph.is_read:
        return None
    if above is None and before is not None and before.announces and before.final is not None:
        return replace(before.final, method="announced")
    return above


def _sign(
    chosen: list[Attribution], paragraph: Paragraph, following: Reading | None, discourse: Discourse, referents: Referents
) -> list[Attribution]:
    """The attributions, with the signature that stands below words of nobody in a paragraph of its own."""
    if following is None or len(chosen) != 1 or chosen[0].saying is not None:
        return chosen
    p = following.passage
    saying = signature_line(p.text) if not outside_marks(paragraph.text, paragraph.marked).strip() else None
    if saying is None or saying.speaker is None:
        return chosen
    printed = saying.speaker.shift(p.start)
    here = discourse.mentions_in(p.part, p.block_ordinal, p.start, p.start + len(p.text))
    m = next((m for m in here if m.start_char < printed.end and printed.start < m.end_char), None)
    who = Referent("person", None, saying.speaker.of(p.text)) if m is None else Referent(m.type, m.cluster, m.name, m.role)
    referents.note(p, saying, who)
    return [Attribution(saying, "signature", 0.0, p)]


def _indirect_quotes(
    paragraph: Paragraph, chosen: Sequence[Attribution], kinds: Sequence[QuoteKind], referents: Referents
) -> Iterator[Quote]:
    """What is reported without marks, and the outlet's own words around marked ones that belong to what is said.

    `kinds` are those of the marked words, in order.
    """
    covered = cover(paragraph.text, paragraph.marked)
    for r in drop_nested([*paragraph.reported, *_settings(paragraph, chosen, kinds)]):
        words = _whole_marks(r.span, paragraph.marked)
        is_marked = sum(covered[words.start : words.end]) > _MARKED_SHARE * len(words) or _is_tagged_quote(words, paragraph, kinds, chosen)
        if is_marked or _opens_with_quote(words, r.saying, paragraph, kinds) or not _is_said(r, paragraph, kinds, referents):
            continue
        yield quote_of(paragraph, words, "indirect", Attribution(r.saying, INDIRECT[r.construction], 0.0, paragraph.passage), referents)


def _is_tagged_quote(words: Span, paragraph: Paragraph, kinds: Sequence[QuoteKind], chosen: Sequence[Attribution]) -> bool:
    """Whether a report is a marked sentence with its tag and nothing else: "“We won,” Orlo said in Velm, according to the Post"."""
    told = [
        a.saying
        for m, kind, a in zip(paragraph.marked, kinds, chosen, strict=True)
        if words.holds(m.outer) and kind == "direct" and a.passage is paragraph.passage and a.saying is not None
    ]
    outside = WORD.findall(blank_marks(paragraph.text, paragraph.marked)[words.start : words.end])
    return any(words.holds(s.span) for s in told) and len(outside) <= _TAG_WORDS


def _opens_with_quote(words: Span, saying: Saying, paragraph: Paragraph, kinds: Sequence[QuoteKind]) -> bool:
    """Whether a marked sentence opens a report behind its cue, and the rest is the outlet's: "told me, “This is it,” pointing at it"."""
    opens = (kind == "direct" and m.outer.start == words.start for m, kind in zip(paragraph.marked, kinds, strict=True))
    return saying.at.end <= words.start and any(opens)


def _is_said(r: Reported, paragraph: Paragraph, kinds: Sequence[QuoteKind], referents: Referents) -> bool:
    """Whether a clause is what somebody said: not what "you" or the writer say, nor what stands behind a label that is no name."""
    if r.saying.speaker is None:
        return r.construction == "begging" and r.saying.how == "passive"
    within = [k for m, k in zip(paragraph.marked, kinds, strict=True) if r.span.holds(m.span)]
    if r.construction in ("call", "call as", "setting") and within and set(within) == {"scare"}:
        return False  # "call the inquiry “Operation Halo”" names it
    who = referents.of(paragraph.passage, r.saying)
    is_named = who is not None and who.cluster is not None
    printed = r.saying.speaker.of(paragraph.text).lower()
    if r.construction == "label":  # no "Orlo's bridge: …"
        return is_named and _OWNED.search(printed) is None and (paragraph.part != "body" or paragraph.passage.start == 0)
    if printed in read_set("quotes/words.csv", "narrator"):
        return r.saying.cue.weight >= _NARRATOR_WEIGHT
    return is_named or printed not in read_set("quotes/words.csv", "nobodies")


def _settings(paragraph: Paragraph, chosen: Sequence[Attribution], kinds: Sequence[QuoteKind]) -> Iterator[Reported]:
    for m, kind, a in zip(paragraph.marked, kinds, chosen, strict=True):
        if kind != "mixed" or a.method != "cue before" or a.saying is None or any(r.span.holds(m.span) for r in paragraph.reported):
            continue
        if (setting := find_setting(paragraph.text, m, a.saying)) is not None:
            yield Reported(setting, a.saying, "setting")


def _whole_marks(clause: Span, marked: Sequence[Marked]) -> Span:
    """A clause widened so that it cuts no marked words in two."""
    start, end = clause.start, clause.end
    for m in marked:
        if m.outer.start < start < m.outer.end <= end:
            start = m.outer.start
        if m.outer.start < end < m.outer.end and start <= m.outer.start:
            end = m.outer.end
    return Span(start, end)
