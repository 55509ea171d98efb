"""Reported speech without marks: the clause that a saying governs, from the parse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from transforms.nlp import Reading, Sentence
from transforms.quotes.cues import read_noun_cues
from transforms.quotes.sayings.clause_ends import (
    FINITE,
    TAG_WEIGHT,
    cut_afterthought,
    go_on,
    has_subject,
    is_finite,
    opens_with_that,
)
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.marks import Marked
from transforms.quotes.spans.span import Span
from transforms.word_lists import any_of_set, read_set

_CLAUSES = frozenset({"ccomp"})
# What may stand between a tag and the comma or full stop behind it: "she said on Monday,".
_TAG_TAIL = re.compile(
    rf"(?:\s+(?:(?:{any_of_set('quotes/words.csv', 'tag tails')}|"
    r"\w+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Reuters|CNN)\b(?:\s+[\w’'.]+){0,5}?))?\s*(?:,(?!\w)|\.?\W*$|—|–|\s-\s)"
)
# "told reporters on Wednesday that …": when it was said is no part of what was said.
_WHEN_THAT = re.compile(r"\s+(?:on|in|at|during|after|late|early|last|yesterday|earlier)\b[^,“\"‘]{0,30}?\s(?=that\s)")
# A line of at most this number of words with a name and a colon in front is a headline: "Orlo: The bridge must go".
_HEADLINE_WORDS = 25
_ADVERBIAL = frozenset({"IN", "RB", "VBG", "VBN", "TO", "CC"})
_MARK_AND_STOP = 3  # code points
_LEAST_CLAUSE = 2  # tokens behind an opening "that" from which on they are a clause: "that it rained"
_TRIM = " \t,;:—–-"
_ENDING = " \t,;:—–-.!?"


# "told reporters that": a cue at least this heavy takes a clause though the parse hung it elsewhere.
_SURE_WEIGHT = 0.9
# Wishes and intentions below this weight are no words of anybody: "wanted to win “…”".
_THOUGHT_WEIGHT = 0.45

# What shows that a clause is reported; `transforms.quotes.methods` says what each means.
Construction = Literal[
    "around tag", "that", "that unparsed", "bare", "wh", "left", "according", "noun that", "call", "call as", "infinitive", "begging",
    "object", "setting", "label",
]  # fmt: skip
_Piece = tuple[Construction, Token, Token]


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
        return [("label", _trim(text, Span(saying.at.end, len(text))))]
    sentence = reading.sentences[saying.sentence]
    if sentence.doc is None or saying.token is None or (saying.is_negated and saying.cue.group != "think"):
        return []
    if saying.is_unreal or saying.is_silent or saying.cue.group == "think" or "finds" in saying.cue.traits:
        return []  # who believes, decides or finds something does not say it
    if pieces := _around_tag(text, sentence, saying):
        return [("around tag", piece) for piece in pieces if any(c.isalnum() for c in piece.of(text))]
    clauses = []
    for construction, first, last in _clauses(sentence.doc[saying.token], saying):
        span = _trim(text, Span(first.idx, last.idx + len(last)).shift(sentence.start))
        if len(span.of(text).split()) >= 2:
            clauses.append((construction, span))
    return clauses


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
    governed = saying.governs is not None and reaches(saying.governs, m)
    if not governed and (not saying.is_finite or (saying.cue.group != "say" and text[start : start + 1] == ",")):
        return None  # "After agreeing to the price, he left “…”": another clause
    if saying.cue.group == "think" and saying.cue.weight < _THOUGHT_WEIGHT:
        return None
    end = max(m.outer.end, saying.governs.end) if governed and saying.governs is not None else m.outer.end
    setting = _trim(text, Span(start, end))
    return setting if text[setting.start : m.outer.start].split() else None


def reaches(governed: Span, m: Marked) -> bool:
    """Whether what a cue governs holds the marked words; the parse may cut off a closing mark and its full stop."""
    return governed.start <= m.span.start and m.span.end <= governed.end + _MARK_AND_STOP


def _around_tag(text: str, sentence: Sentence, saying: Saying) -> list[Span]:
    """What stands before and behind a tag set off by commas: "The talks, she said, failed", "The talks failed, she said."

    Read from the letters, since the parse hangs such clauses anywhere. Empty where the saying is no such tag.
    """
    if saying.cue.group != "say" or saying.cue.weight < TAG_WEIGHT or not saying.is_finite or saying.speaker is None:
        return []
    before, behind = text[sentence.start : saying.span.start].rstrip(), text[saying.span.end : sentence.end]
    if not before.endswith((",", " -", "—", "–")) or (tail := _TAG_TAIL.match(behind)) is None:
        return []
    left = _trim(text, _leave_telling(text, sentence, saying, Span(sentence.start, sentence.start + len(before))))
    right = _trim(text, Span(saying.span.end + tail.end(), sentence.end))
    if saying.how in ("inverted", "according to") or saying.speaker.start > saying.at.start:
        right = Span(right.start, right.start)  # an apposition to the speaker
    if len(right) > 0 and text[right.start] in "\"“‘'":
        return []
    if len(right) == 0 and not _has_verb(sentence, left):
        return []
    if len(right) > 0 and not _has_verb(sentence, left) and _is_adverbial(sentence, left):
        left = Span(left.start, left.start)  # "In March, she said, …": when, and not what
    return [p for p in (left, right) if len(p) > 0]


def _leave_telling(text: str, sentence: Sentence, saying: Saying, piece: Span) -> Span:
    """The piece without what the outlet tells before a colon of one whom the tag takes up: "Orlo was blunt: it is late, she said"."""
    assert sentence.doc is not None and saying.speaker is not None
    colon = text.find(": ", piece.start, piece.end)
    is_taken_up = saying.speaker.of(text).lower() in read_set("quotes/words.csv", "taking up")
    if colon < 0 or not is_taken_up or any(c in text[piece.start : piece.end] for c in '“"'):
        return piece
    told = Span(piece.start, colon)
    is_about_one = any(t.tag_ == "NNP" and t.dep_ == "nsubj" and told.has(sentence.start + t.idx) for t in sentence.doc)
    return Span(colon + 1, piece.end) if is_about_one and _has_verb(sentence, Span(colon, piece.end)) else piece


def _is_adverbial(sentence: Sentence, piece: Span) -> bool:
    """Whether a piece opens with a preposition, an adverb or a participle: "In March", "Finding water"."""
    assert sentence.doc is not None
    first = next((t for t in sentence.doc if piece.has(sentence.start + t.idx)), None)
    return first is not None and first.tag_ in _ADVERBIAL


def _has_verb(sentence: Sentence, piece: Span) -> bool:
    """Whether a finite verb stands in a piece of the sentence."""
    assert sentence.doc is not None
    return any(t.tag_ in FINITE and piece.has(sentence.start + t.idx) for t in sentence.doc)


def _clauses(cue: Token, saying: Saying) -> list[_Piece]:
    doc = cue.doc
    if saying.how == "according to":
        return _beside_according(cue)
    if saying.cue.group == "noun":
        clause = next((c for c in cue.children if c.dep_ in ("acl", "ccomp") and opens_with_that(c)), None)
        return [("noun that", clause.left_edge, clause.right_edge)] if clause is not None else []
    if saying.cue.group == "call":
        thing = _object(cue, saying)
        return _judgement(cue) or ([thing] if thing is not None else [])
    if (wish := _wish(cue)) is not None:
        return [wish]
    out: list[_Piece] = []
    for child in cue.children:
        if child.dep_ in _CLAUSES and (is_finite(child) or (opens_with_that(child) and has_subject(child))):  # "that it be closed"
            left, right = child.left_edge, child.right_edge
            if child.i > cue.i:
                opener = left.lower_
                is_opener = opener in read_set("quotes/words.csv", "clause openers")
                name: Construction = "that" if opener == "that" else "wh" if is_opener else "bare"
                if left.i > cue.i:
                    out.append((name, left, go_on(cue, child, cut_afterthought(child, right))))
            elif left.i < cue.i:
                # "The talks failed, she said" and, around the tag, "The talks, she said, failed".
                before = _token_before_tag(cue, left)
                if before is not None:
                    out.append(("left", left, before))
        elif child.dep_ == "xcomp" and child.i > cue.i and any(g.tag_ == "TO" for g in child.children):
            if "refuses" in saying.cue.traits and child.lower_ in read_set("quotes/words.csv", "telling"):
                continue  # "declined to comment" says nothing
            if saying.cue.infinitive:
                out.append(("begging" if saying.cue.infinitive == "order" else "infinitive", child.left_edge, child.right_edge))
    if not out and (thing := _object(cue, saying)) is not None:
        out.append(thing)
    if not out and saying.cue.weight >= _SURE_WEIGHT and cue.tag_ != "VBN":
        # The parse hung the clause elsewhere: an opening "that" right behind says where it begins.
        i = cue.i + 1
        if i < len(doc) and doc[i].lower_ == "that" and i + _LEAST_CLAUSE + 1 < len(doc):
            out.append(("that unparsed", doc[i], doc[len(doc) - 1]))
    return out


def _wish(verb: Token) -> _Piece | None:
    """What a noun of speech asks or promises: "repeated her call [to close the bridge]"."""
    noun = next((c for c in verb.rights if c.dep_ == "dobj" and c.lower_ in read_noun_cues()), None)
    if noun is None:
        return None
    near = (c for c in (*noun.rights, *verb.rights) if c.i > noun.i and c.tag_ == "VB" and c.left_edge.i == noun.i + 1)
    wish = next((c for c in near if c.dep_ in ("acl", "xcomp", "advcl", "relcl") and any(g.tag_ == "TO" for g in c.lefts)), None)
    if wish is None:
        return None
    end = wish.right_edge
    cut_off = next((c for c in verb.rights if c.dep_ == "ccomp" and c.left_edge.i == end.i + 1), None)  # "water [you cannot see into]"
    return "infinitive", wish.left_edge, end if cut_off is None else cut_off.right_edge


def _object(verb: Token, saying: Saying) -> _Piece | None:
    """The thing denied, announced, called for: a phrase in place of a clause."""
    if not saying.cue.has_object or verb.tag_ == "VB":
        return None
    if not saying.cue.prepositions:
        thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    else:
        led = (c for p in verb.rights if p.dep_ == "prep" and p.lower_ in saying.cue.prepositions for c in p.children)
        thing = next((c for c in led if c.dep_ in ("pobj", "pcomp")), None)
    if thing is None:
        return None
    last = _ground(verb, thing) or (thing.right_edge if thing.tag_ != "PRP" else thing.left_edge)
    return ("object", thing.left_edge, last) if last.i > thing.left_edge.i else None


def _ground(verb: Token, thing: Token) -> Token | None:
    """The end of what somebody is blamed or praised for: "criticised [the mayor for closing the bridge]"."""
    behind = thing.right_edge.i + 1
    return next((p.right_edge for p in verb.rights if p.dep_ == "prep" and p.lower_ in ("for", "as") and p.left_edge.i == behind), None)


def _token_before_tag(cue: Token, left: Token) -> Token | None:
    """The last token of the clause before the tag: what stands before the comma that opens ", she said"."""
    doc = cue.doc
    subject = next((c for c in cue.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > left.i), None)
    i = min(cue.i, subject.left_edge.i if subject is not None else cue.i) - 1
    while i > left.i and doc[i].text not in (",", "—", "–", "-", "?", "!"):
        i -= 1
    return doc[i - 1] if i > left.i + 1 else None


def _judgement(verb: Token) -> list[_Piece]:
    """What is named and as what: "called [the plan a disaster]", "described [it as fair]"."""
    thing = next((c for c in verb.rights if c.dep_ in ("dobj", "ccomp", "nsubj")), None)
    if thing is None:
        return []
    if thing.dep_ == "ccomp" and not is_finite(thing):
        return [("call", thing.left_edge, thing.right_edge)]
    as_what = next(
        (c for c in verb.rights if (c.dep_ in ("oprd", "attr") or (c.dep_ == "prep" and c.lower_ == "as")) and c.i > thing.i), None
    )
    return [("call" if as_what.dep_ != "prep" else "call as", thing.left_edge, as_what.right_edge)] if as_what is not None else []


def _beside_according(cue: Token) -> list[_Piece]:
    """The sentence around "according to X", without it."""
    doc = cue.doc
    last = len(doc) - 1
    before = cue.i - 1
    if before >= 2:
        return [("according", doc[0], doc[before])]
    source_end = cue.right_edge.i
    comma = next((t.i for t in doc[cue.i :] if t.text == "," and t.i >= min(source_end, last)), None)
    if comma is None:
        comma = next((t.i for t in doc[cue.i + 2 :] if t.text == ","), None)
    return [("according", doc[comma + 1], doc[last])] if comma is not None and comma + 2 < last else []


def _trim(text: str, span: Span) -> Span:
    """The span without white space and punctuation at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _ENDING:
        end -= 1
    return Span(start, end)
