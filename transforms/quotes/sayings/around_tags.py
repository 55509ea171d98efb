"""Reported speech around a tag that commas set off: "The talks, she said, failed", "The talks failed, she said."."""

from __future__ import annotations

import re

from spacy.tokens import Token

from transforms.nlp import Sentence
from transforms.quotes.cues import read_cues
from transforms.quotes.sayings.clause_ends import FINITE, TAG_WEIGHT
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.span import Span
from transforms.word_lists import any_of_set, read_set

# What may stand between a tag and the comma or full stop behind it: "she said on Monday,".
_TAG_TAIL = re.compile(
    rf"(?:\s+(?:(?:{any_of_set('quotes/words.csv', 'tag tails')}|"
    r"\w+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Reuters|CNN)\b(?:\s+[\w’'.]+){0,5}?))?\s*(?:,(?!\w)|\.?\W*$|—|–|\s-\s)"
)
_ADVERBIAL = frozenset({"IN", "RB", "VBG", "VBN", "TO", "CC"})
# What opens the rest of a sentence that is complete without it: "listing …", "to open …", "which …", "including …".
_OPENS_TAIL = frozenset({"VBG", "VBN", "TO", "WDT", "WP"})
_RELATIVE = frozenset({"WDT", "WP"})
# Of whom a verb at least this heavy addresses: "told", no "advised Orlo on the crisis".
_TOLD_WEIGHT = 0.9
_TRIM = " \t,;:—–-"
_ENDING = " \t,;:—–-.!?"


def find_around_tag(text: str, sentence: Sentence, saying: Saying) -> list[Span]:
    """What stands before or behind a tag; one span through the tag where it stands on both sides.

    Read from the letters, since the parse hangs such clauses anywhere. Empty where the saying is no such tag.
    """
    if saying.cue.group != "say" or saying.cue.weight < TAG_WEIGHT or not saying.is_finite or saying.speaker is None:
        return []
    if saying.how == "relative":
        return []  # "…, who has written of it, …" tells of its noun
    end = _end_of_tag(text, saying)
    before, behind = text[sentence.start : saying.span.start].rstrip(), text[end : sentence.end]
    if not before.endswith((",", " -", "—", "–")) or (tail := _TAG_TAIL.match(behind)) is None:
        return []
    opening = sentence.start + before.rfind("; ") + 1  # another clause of the outlet's ends there
    left = trim(text, _leave_telling(text, sentence, saying, Span(opening, sentence.start + len(before))))
    right = trim(text, Span(end + tail.end(), sentence.end))
    if _goes_on_telling(sentence, right):
        right = Span(right.start, right.start)
    if len(right) > 0 and (words := _tokens(sentence, left)) and words[-1].tag_ in _RELATIVE:
        return [right]  # "which, critics say, leaks"
    if len(right) > 0 and _is_parted(sentence, left, right):
        return [Span(left.start, right.end)]
    if saying.how in ("inverted", "according to") or saying.speaker.start > saying.at.start:
        right = Span(right.start, right.start)  # an apposition to the speaker
    if len(right) > 0 and text[right.start] in "\"“‘'":
        return []
    if len(right) == 0 and not _has_verb(sentence, left):
        return []
    pieces = [p for p in _whole_pieces(sentence, left, right) if len(p) > 0]
    return [Span(pieces[0].start, pieces[-1].end)] if pieces else []


def trim(text: str, span: Span) -> Span:
    """The span without white space and punctuation at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and (text[end - 1] in _ENDING or (text[end - 1] == ")" and "(" not in text[start:end])):
        end -= 1
    return Span(start, end)


def _end_of_tag(text: str, saying: Saying) -> int:
    """Where a tag ends: behind who is told, where that follows at once ("Orlo told the Velm Post")."""
    to = saying.addressee if saying.cue.weight >= _TOLD_WEIGHT else None
    return to.end if to is not None and to.start >= saying.span.end and not text[saying.span.end : to.start].strip() else saying.span.end


def _goes_on_telling(sentence: Sentence, right: Span) -> bool:
    """Whether the rest goes on about the speaker: "It leaks, Orlo said, and added that …"."""
    first, second = [*_tokens(sentence, right)[:2], None, None][:2]
    cue = None if second is None else read_cues().get(second.lower_)
    is_joined = first is not None and first.tag_ == "CC" and second is not None and second.tag_ in FINITE
    return is_joined and cue is not None and cue.group == "say" and cue.weight >= TAG_WEIGHT


def _is_parted(sentence: Sentence, left: Span, right: Span) -> bool:
    """Whether neither side says anything alone: "The bridge, she said, is safe", "If it rains, she said, they will leave"."""
    inside, rest = _tokens(sentence, left), _tokens(sentence, right)
    if not inside or not rest:
        return False
    if not _has_verb(sentence, left):
        goes_on = next((t for t in rest if t.tag_ != "RB"), rest[0])
        first = next((t for t in inside if t.tag_ != "CC"), inside[0])  # "And the board, she said, is split"
        return goes_on.tag_ in FINITE and first.tag_ not in _ADVERBIAL
    opening = next((t for t in inside if t.tag_ not in ("RB", "CC") and not t.is_punct), inside[0])
    return opening.lower_ in read_set("quotes/words.csv", "conditions") and _has_verb(sentence, right)


def _whole_pieces(sentence: Sentence, left: Span, right: Span) -> tuple[Span, Span]:
    """Both sides of a tag, each only where it is no mere adverbial of the other: "In March", "listing the faults"."""
    if len(right) == 0:
        return left, right
    inside, rest = _tokens(sentence, left), _tokens(sentence, right)
    if not _has_verb(sentence, left):
        return (Span(left.start, left.start), right) if _is_adverbial(inside) else (left, right)
    if not rest or rest[0].tag_ in _OPENS_TAIL or _opens_clause(rest) or not _has_verb(sentence, right):
        return left, Span(right.start, right.start)
    if _opens_clause(inside) or inside[-1].tag_ == "CC":
        return Span(left.start, left.start), right  # "It rained, and, she said, they left"
    return left, right


def _tokens(sentence: Sentence, piece: Span) -> list[Token]:
    """The words of a piece of the sentence, from the first that is no punctuation."""
    assert sentence.doc is not None
    inside = [t for t in sentence.doc if piece.has(sentence.start + t.idx)]
    return inside[next((i for i, t in enumerate(inside) if not t.is_punct), len(inside)) :]


def _opens_clause(words: list[Token]) -> bool:
    """Whether a piece opens with a word that makes it a clause of another: "after", "while", "two days after"."""
    first = next((t for t in words if t.tag_ not in ("CD", "RB") and t.dep_ != "npadvmod"), None)
    return first is not None and first.lower_ in read_set("quotes/words.csv", "subordinators")


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


def _is_adverbial(words: list[Token]) -> bool:
    """Whether a piece opens with a preposition, an adverb or a participle: "In March", "Finding water"."""
    return bool(words) and words[0].tag_ in _ADVERBIAL


def _has_verb(sentence: Sentence, piece: Span) -> bool:
    """Whether a finite verb stands in a piece of the sentence."""
    assert sentence.doc is not None
    return any(t.tag_ in FINITE and piece.has(sentence.start + t.idx) for t in sentence.doc)
