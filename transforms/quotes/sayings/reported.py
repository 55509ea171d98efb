"""Reported speech without marks: the clause that a saying governs, from the parse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from transforms.nlp import Reading
from transforms.quotes.cues import plain_forms
from transforms.quotes.sayings.around_tags import find_around_tag, trim
from transforms.quotes.sayings.clause_ends import (
    FINITE,
    before_source,
    cut_afterthought,
    go_on,
    has_subject,
    is_dependent,
    is_finite,
    opens_with_that,
)
from transforms.quotes.sayings.objects import Piece, find_judgement, find_object, find_wish
from transforms.quotes.sayings.saying import Construction, Saying
from transforms.quotes.sayings.speaking_nouns import can_speak
from transforms.quotes.sayings.subjects import tells_time
from transforms.quotes.spans.marks import Marked
from transforms.quotes.spans.span import Span
from transforms.word_lists import any_of_set, read_set

_CLAUSES = frozenset({"ccomp"})
# "It is mutual: “…,” she told me": what leads into the marks is the outlet's.
_LED = re.compile(r"[^“\"]*:\s(?=[“\"][^“”\"]*[”\"]?\W*$)")
# "told reporters on Wednesday that …": when it was said is no part of what was said.
_WHEN_THAT = re.compile(
    r"\s+(?:on|in|at|during|after|late|early|last|this|yesterday|today|tonight|earlier|[A-Z][a-z]+day)\b[^,“\"‘]{0,30}?\s(?=that\s)"
)
# "When Orlo called it “poor,” she left": behind a comma within the marks another clause begins.
_NEXT_SUBJECT = re.compile(rf"\s(?:{any_of_set('quotes/words.csv', 'subject pronouns')})\b")
# A line of at most this number of words with a name and a colon in front is a headline: "Orlo: The bridge must go".
_HEADLINE_WORDS = 25
_MARK_AND_STOP = 3  # code points
_LEAST_CLAUSE = 2  # tokens behind an opening "that" from which on they are a clause: "that it rained"
# "told reporters that": a cue at least this heavy takes a clause though the parse hung it elsewhere.
_SURE_WEIGHT = 0.9
# Wishes and intentions below this weight are no words of anybody: "wanted to win “…”".
_THOUGHT_WEIGHT = 0.45


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause of the paragraph, with its saying and the construction that showed it."""

    span: Span
    saying: Saying
    construction: Construction


def find_reported(reading: Reading, sayings: Sequence[Saying]) -> tuple[Reported, ...]:
    """The reported clauses of one paragraph, in text order, one for a saying and side of it."""
    text = reading.passage.text
    found = [Reported(span, s, construction) for s in sayings for construction, span in _reported_by(s, reading, text)]
    return tuple(sorted(found, key=_outermost_first))


def _outermost_first(r: Reported) -> tuple[int, int]:
    return r.span.start, -r.span.end


def _reported_by(saying: Saying, reading: Reading, text: str) -> list[tuple[Construction, Span]]:
    """What one saying reports: the clauses that hang on it, or what stands around it as a tag, or behind it as a label."""
    if saying.how == "label" and len(text.split()) <= _HEADLINE_WORDS and len(text[saying.at.end :].split()) > 2:
        return [("label", trim(text, Span(saying.at.end, len(text))))]
    sentence = reading.sentences[saying.sentence]
    if sentence.doc is None or saying.token is None or (saying.is_negated and saying.cue.group != "think"):
        return []
    if saying.is_unreal or saying.is_silent or saying.cue.group in ("think", "manner") or "finds" in saying.cue.traits:
        return []  # who believes, decides or finds something does not say it, nor does who laughs
    if pieces := find_around_tag(text, sentence, saying):
        return [("around tag", piece) for piece in pieces if any(c.isalnum() for c in piece.of(text))]
    clauses = []
    for construction, first, last in _clauses(sentence.doc[saying.token], saying):
        span = trim(text, _before_speaker(Span(first.idx, last.idx + len(last)).shift(sentence.start), saying))
        if construction == "left" and (led := _LED.match(text, span.start, span.end)) is not None:
            span = Span(led.end(), span.end)
        if len(span.of(text).split()) >= 2:
            clauses.append((construction, span))
    return clauses


def _before_speaker(clause: Span, saying: Saying) -> Span:
    """A clause in front of a verb without its speaker, whom the parse took into it: "It leaks, Ada Orlo, the mayor, said"."""
    who = saying.speaker
    return clause if who is None or not clause.start < who.start < clause.end <= saying.at.start else Span(clause.start, who.start)


def drop_nested(reported: Sequence[Reported]) -> list[Reported]:
    """The outermost clauses only: what is said within what is said belongs to the one who says it all."""
    kept: list[Reported] = []
    for r in sorted(reported, key=_outermost_first):
        if not any(k.span.holds(r.span) for k in kept):
            kept.append(r)
    return kept


def find_setting(text: str, m: Marked, saying: Saying) -> Span | None:
    """The words between a cue and the marked words that it leads to, with them: "called [the deal “fair”]"."""
    start = saying.addressee.end if saying.addressee is not None and saying.addressee.end > saying.at.end else saying.at.end
    if saying.speaker is not None and saying.speaker.end > saying.at.end:
        start = max(start, saying.speaker.end)
    if when := _WHEN_THAT.match(text, start, m.outer.start):
        start = when.end()
    if start >= m.outer.start or re.search(r"[.!?]\s|[\"“”:;]", text[start : m.outer.start]):
        return None
    if text[start] in ",—–(" or _is_judged(saying):
        return None  # "said the mayor, who called it “fair”", "ranked it “fair”"
    governed = saying.governs is not None and reaches(saying.governs, m)
    if not governed and not saying.is_finite:
        return None  # "After agreeing to the price, he left “…”": another clause
    if saying.cue.group == "think" and saying.cue.weight < _THOUGHT_WEIGHT:
        return None
    is_whole = text[m.span.end - 1 : m.span.end] == "," and _NEXT_SUBJECT.match(text, m.outer.end) is not None
    end = max(m.outer.end, saying.governs.end) if governed and saying.governs is not None and not is_whole else m.outer.end
    setting = trim(text, Span(start, end))
    return setting if text[setting.start : m.outer.start].split() else None


def _is_judged(saying: Saying) -> bool:
    """Whether a verb judges or places and words nothing: "ranked", "considered"."""
    return saying.cue.group == "call" and not saying.cue.is_strong


def reaches(governed: Span, m: Marked) -> bool:
    """Whether what a cue governs holds the marked words; the parse may cut off a closing mark and its full stop."""
    return governed.start <= m.span.start and m.span.end <= governed.end + _MARK_AND_STOP


def _clauses(cue: Token, saying: Saying) -> list[Piece]:
    doc = cue.doc
    if saying.how == "according to":
        return _beside_according(cue)
    if saying.cue.group == "noun":
        clause = next((c for c in cue.children if c.dep_ in ("acl", "ccomp") and opens_with_that(c)), None)
        return [("noun that", clause.left_edge, clause.right_edge)] if clause is not None else []
    if saying.cue.group == "call":
        thing = find_object(cue, saying)
        if (appeal := _appeal(cue, saying)) is not None:
            return [appeal]
        judged = [p for p in find_judgement(cue) if saying.cue.is_strong or p[0] == "call as"]  # who is "named captain" is so from then on
        return judged or ([thing] if thing is not None else [])
    if (wish := find_wish(cue)) is not None:
        return [wish]
    out = [piece for child in cue.children if (piece := _clause(cue, child, saying)) is not None]
    if len(out) > 1 and not any(doc[first.i - 1].text == ";" for name, first, _ in out if name != "left"):
        out = [piece for piece in out if piece[0] != "left"] or out  # "In May, when he was asked, he said that it rained"
    if not out and (thing := find_object(cue, saying)) is not None:
        out.append(thing)
    if not out and saying.cue.weight >= _SURE_WEIGHT and cue.tag_ != "VBN":
        # The parse hung the clause elsewhere: an opening "that" right behind says where it begins.
        i = cue.i + 1
        if i < len(doc) and doc[i].lower_ == "that" and i + _LEAST_CLAUSE + 1 < len(doc):
            out.append(("that unparsed", doc[i], doc[len(doc) - 1]))
    return out


def _appeal(cue: Token, saying: Saying) -> Piece | None:
    """What somebody is called on to do: "called on the council [to open the dam]"."""
    called = next((p for p in cue.rights if p.dep_ == "prep" and p.lower_ == saying.cue.addressee != "to"), None)
    deed = next((c for c in cue.rights if c.dep_ in ("xcomp", "advcl") and any(g.tag_ == "TO" for g in c.lefts)), None)
    is_somebody = called is not None and any(c.dep_ == "pobj" and not tells_time(c) for c in called.children)
    if called is None or deed is None or not is_somebody or deed.left_edge.i < called.i:
        return None
    return "begging", deed.left_edge, deed.right_edge


def _clause(cue: Token, child: Token, saying: Saying) -> Piece | None:
    """What one word that hangs on a cue is the verb of: a clause, or an infinitive."""
    if child.dep_ in _CLAUSES and (is_finite(child) or (opens_with_that(child) and has_subject(child))):  # "that it be closed"
        left, right = child.left_edge, child.right_edge
        if child.i < cue.i and left.i < cue.i:
            # "The talks failed, she said" and, around the tag, "The talks, she said, failed".
            before = None if is_dependent(child) or _does_something(cue, saying) else _token_before_tag(cue, left)
            return None if before is None else ("left", left, before)
        if left.i <= cue.i or _stands_apart(cue, child):
            return None
        first = cue.doc[cue.i + 1] if opens_with_that(child) and cue.doc[cue.i + 1].lower_ == "that" else left  # "said that …, and that …"
        is_opener = first.lower_ in read_set("quotes/words.csv", "clause openers")
        name: Construction = "that" if first.lower_ == "that" else "wh" if is_opener else "bare"
        return name, first, before_source(cue, go_on(cue, child, cut_afterthought(child, right)))
    if child.dep_ == "xcomp" and child.i > cue.i and any(g.tag_ == "TO" for g in child.children):
        if "refuses" in saying.cue.traits and child.lower_ in read_set("quotes/words.csv", "telling"):
            return None  # "declined to comment" says nothing
        if saying.cue.infinitive and not _has_thing_between(cue, child, saying):
            return "begging" if saying.cue.infinitive == "order" else "infinitive", child.left_edge, child.right_edge
    return None


def _stands_apart(cue: Token, verb: Token) -> bool:
    """Whether a clause behind a cue is none that it governs: "“It leaks,” Orlo said, which …", "told us its history; we feared …"."""
    first, doc = verb.left_edge, cue.doc
    if first.lower_ == "which" and cue.lower_ in plain_forms():
        return True
    stop = next((t.i for t in doc[first.i : verb.i] if t.text == ";"), None)
    return stop is not None and not any(t.tag_ in FINITE for t in doc[first.i : stop])


def _does_something(cue: Token, saying: Saying) -> bool:
    """Whether a verb has an object of its own that nobody is told: "It is old — Orlo is writing the book on it"."""
    things = [c for c in cue.rights if c.dep_ == "dobj" and not tells_time(c)]
    return bool(things) and saying.cue.addressee != "object" and saying.how not in ("inverted", "neighbour")


def _has_thing_between(cue: Token, verb: Token, saying: Saying) -> bool:
    """Whether a thing stands before the infinitive, which says what for: "promised help [to clean it]", "asked questions [to learn it]"."""
    thing = next((c for c in cue.rights if c.dep_ == "dobj" and c.i < verb.i), None)
    return thing is not None and (saying.cue.infinitive != "order" or not can_speak(thing))


def _token_before_tag(cue: Token, left: Token) -> Token | None:
    """The last token of the clause before the tag: what stands before the comma that opens ", she said"."""
    doc = cue.doc
    subject = next((c for c in cue.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > left.i), None)
    i = min(cue.i, subject.left_edge.i if subject is not None else cue.i) - 1
    while i > left.i and doc[i].text not in (",", "—", "–", "-", "?", "!"):
        if doc[i].dep_ == "cc" or doc[i].tag_ == "CC" or doc[i].lower_ == "so":
            return None  # "It rained, so she fired him": another clause
        i -= 1
    return doc[i - 1] if i > left.i + 1 else None


def _beside_according(cue: Token) -> list[Piece]:
    """The sentence around "according to X", without it."""
    doc = cue.doc
    last = len(doc) - 1
    before = cue.i - 1
    is_phrase = doc[before].is_punct and not any(t.tag_ in FINITE for t in doc[: cue.i])  # "In March, according to Orlo, it rained"
    if before >= 2 and not (is_phrase and _comma_before_subject(cue) is not None):
        return [("according", doc[0], doc[before])]
    source_end = cue.right_edge.i
    comma = _comma_before_subject(cue)
    if comma is None:
        comma = next((t.i for t in doc[cue.i :] if t.text == "," and t.i >= min(source_end, last)), None)
    if comma is None:
        comma = next((t.i for t in doc[cue.i + 2 :] if t.text == ","), None)
    return [("according", doc[comma + 1], doc[last])] if comma is not None and comma + 2 < last else []


def _comma_before_subject(cue: Token) -> int | None:
    """Where the comma stands right before the subject of the sentence: behind all that is told of the source, "Ada Orlo, the mayor,"."""
    subject = next(
        (c for t in cue.doc if t.dep_ == "ROOT" for c in t.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl") and c.i > cue.i), None
    )
    first = None if subject is None else subject.left_edge.i
    return first - 1 if first is not None and first > cue.i + 1 and cue.doc[first - 1].text == "," else None
