"""Sayings that the letters around quotation marks show and the parse does not: tags, signatures, labels, colons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from transforms.nlp import Reading, Sentence
from transforms.quotes.cues import COLON, DASH, THAT_WAS, read_cues, read_noun_cues
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.sayings.speaking_nouns import can_speak
from transforms.quotes.sayings.subjects import NOUN_TAGS, noun_after, noun_span
from transforms.quotes.spans.marks import Marked, is_marked
from transforms.quotes.spans.span import Span
from transforms.word_lists import read_set

_TAG_BEFORE = re.compile(r"\b((?:[A-ZÀ-Þ][\w’'.\-]*\s+){0,3}[A-ZÀ-Þ][\w’'\-]+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s+(\w+)\s*[,:]?\s*$")
_TAG_AFTER = re.compile(r"\s*((?:[A-Za-zÀ-Þ][\w’'.\-]*\s+){0,6}?[A-Za-zÀ-Þ][\w’'\-]+)\s+(\w+)(?=\s*(?:[.,;:]|$)|\s+(?:in|on|at|to|of)\b)")
# A tag before marks begins at most this number of code points before them.
_TAG_REACH = 80
# Cues at least this heavy hold beside marks though no parse shows who speaks.
_TAG_WEIGHT = 0.8
# A cue at least this heavy before a colon has a speaker of its own: its sentence's subject is not asked for.
_COLON_WEIGHT = 0.75
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[—–\-―~]+)\s*(?:@\w+\s+)?(?P<name>(?:[A-Za-z][a-z\-]+\s+){0,4}(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s+)?[A-ZÀ-Þ@][\w’'.\-]*(?:\s+(?:de|la|al|el|bin|van|von|of|[A-ZÀ-Þ][\w’'.\-]*)){0,4})"
    r"(?:\s*[,(].{0,80})?\W*$"
)
# “A club of nodding men.” That was Ada Orlo in March.
_THAT_WAS = re.compile(
    r"\s*(?P<cue>(?:That|This|Those)\s+(?:was|were|is))\s+(?P<name>(?:[A-ZÀ-Þ][\w’'.\-]*\s?){1,4})(?=\s*(?:[.,]|in|on|at|last|after)\b|\W*$|in\s|on\s|at\s)"
)
# “One more point,” was how the coach put it.
_WAS_HOW = re.compile(r"\s*(?P<cue>(?:was|is) how)\s(?P<name>(?:[\w’'.\-]+\s){1,5}?)(?=puts?\s|describe[sd]\s)")
_SIGNATURE_WORDS = 14
_INNER_LABEL = re.compile(r"((?:[A-Z][A-Z’'.\-]+\s+){0,3}[A-Z][A-Z’'\-]{2,}|[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2})\s?:\s+(?=\S)")
_LABEL = re.compile(r"^\s*((?:[A-ZÀ-Þ][\w’'.\-]*)(?:\s+(?:de|la|al|el|bin|van|von|of|the|[A-ZÀ-Þ][\w’'.\-]*)){0,4}|Q|A)\s*:\s+")


def tags(text: str, marked: Sequence[Marked], known: Sequence[Saying]) -> list[Saying]:
    """Sayings right beside marks that the tokens hide (“Will said,“Look” is one token)."""
    starts, out = {s.at.start for s in known}, []
    for m in marked:
        before = _TAG_BEFORE.search(text, max(0, m.outer.start - _TAG_REACH), m.outer.start)
        for match in (before, _TAG_AFTER.match(text, m.outer.end)):
            if match is None or match.start(2) in starts:
                continue
            cue = read_cues().get(match.group(2).lower())
            if cue is not None and cue.group == "say" and cue.weight >= _TAG_WEIGHT and not _is_clause(match.group(1)):
                name = Span(*match.span(1))
                out.append(Saying(cue, Span(*match.span(2)), 0, "neighbour", name, _last_word(text, name)))
                starts.add(match.start(2))
    return out


def _is_clause(words: str) -> bool:
    """Whether the words before a cue are no name: "and Orlo", "You can just"."""
    first, *rest = words.lower().split()
    unreal = read_set("quotes/words.csv", "unreal auxiliaries")
    return bool(rest) and (
        first in read_set("quotes/words.csv", "no name") | read_set("quotes/words.csv", "nobodies") or not unreal.isdisjoint(rest)
    )


def _last_word(text: str, name: Span) -> Span:
    return Span(name.start + name.of(text).rfind(" ") + 1, name.end)


def signatures(text: str, marked: Sequence[Marked]) -> list[Saying]:
    """The name behind a dash that ends a paragraph: “We will win.” — Ada Orlo, mayor."""
    if not marked:
        return []
    if match := _SIGNATURE.match(text, marked[-1].outer.end):
        name, dash = Span(*match.span("name")), match.start("dash")
        return [Saying(DASH, Span(dash, dash + 1), 0, "signature", name, _last_word(text, name))]
    out: list[Saying] = []
    for m in marked:
        if match := _THAT_WAS.match(text, m.outer.end) or _WAS_HOW.match(text, m.outer.end):
            name = Span(match.start("name"), match.start("name") + len(match["name"].rstrip()))
            out.append(Saying(THAT_WAS, Span(*match.span("cue")), 0, "signature", name, _last_word(text, name)))
    return out


def signature_line(text: str) -> Saying | None:
    """The signature that a paragraph of its own holds, below the words that it signs: "— harbour master Piet Orlo"."""
    if (match := _SIGNATURE.match(text)) is None or len(text.split()) > _SIGNATURE_WORDS:
        return None
    name, dash = Span(*match.span("name")), match.start("dash")
    return Saying(DASH, Span(dash, dash + 1), 0, "signature", name, _last_word(text, name))


def inner_labels(text: str, marked: Sequence[Marked]) -> list[Saying]:
    """The name that opens the marked words of a quoted transcript: “ORLO: I never said so.”"""
    out: list[Saying] = []
    for m in marked:
        if match := _INNER_LABEL.match(text, m.span.start, m.span.end):
            name = Span(*match.span(1))
            out.append(Saying(COLON, Span(name.end, name.end + 1), 0, "inner label", name, _last_word(text, name)))
    return out


def opening_label(text: str, known: Sequence[Saying]) -> list[Saying]:
    """The name before a colon that opens a paragraph: "Orlo: The bridge must go"."""
    if (label := _LABEL.match(text)) is None or any(s.span.end <= label.end() for s in known):
        return []
    name = Span(*label.span(1))
    return [Saying(COLON, Span(name.end, name.end + 1), 0, "label", name, name)]


def before_colons(reading: Reading, marked: Sequence[Marked], known: Sequence[Saying]) -> list[Saying]:
    """Who is the subject of a sentence whose colon opens a quote, or the next paragraph ("She had one answer:")."""
    text = reading.passage.text
    colons = {len(text[: m.outer.start].rstrip()) - 1 for m in marked} | {len(text.rstrip()) - 1}
    out: list[Saying] = []
    for at in sorted(c for c in colons if c >= 0 and text[c] == ":"):
        number, sentence = next(((n, x) for n, x in enumerate(reading.sentences) if x.start <= at < x.end), (0, None))
        if sentence is None or sentence.doc is None:
            continue
        if any(s.sentence == number and s.at.end <= at and s.speaker is not None and s.cue.weight >= _COLON_WEIGHT for s in known):
            continue
        head = _source_before(sentence, at - sentence.start) or _subject_before(sentence, at - sentence.start)
        if head is not None and not is_marked(sentence.start + head.idx, marked):  # no {"Value": "red"}
            speaker = Span(*noun_span(head)).shift(sentence.start)
            noun = Span(head.idx, head.idx + len(head)).shift(sentence.start)
            out.append(Saying(COLON, Span(at, at + 1), number, "colon", Span(speaker.start, min(speaker.end, at)), noun))
    return out


def _source_before(sentence: Sentence, colon: int) -> Token | None:
    """Who is the source behind "From …:", "From the desk of …:", "in the words of …:", or whose answer it is."""
    assert sentence.doc is not None
    clause = [t for t in sentence.doc if t.idx < colon]
    opening = 1 if clause and clause[0].lower_ in ("and", "then") else 0
    from_at = opening if len(clause) > opening and clause[opening].lower_ == "from" else None
    words_at = next((t.i for t in reversed(clause) if t.lower_ == "words" and t.i > 0), None)
    if words_at is not None and words_at + 1 < len(clause) and clause[words_at + 1].lower_ == "of":
        return noun_after(clause[words_at + 1])
    if from_at is not None:
        of = next(
            (t for t in clause[from_at:] if t.lower_ == "of" and t.doc[t.i - 1].lower_ in read_set("quotes/words.csv", "desks")), None
        )
        return noun_after(of or clause[from_at])
    last = clause[-1] if clause else None
    said = next((t for t in clause if t.lower_ in read_noun_cues() and any(c.dep_ == "poss" for c in t.lefts)), None)
    has_verb = any(t.tag_ in _FINITE for t in clause)
    if said is not None and (said.dep_ in ("nsubj", "ROOT") or (said is last and not has_verb)):
        return next(c for c in said.lefts if c.dep_ == "poss")
    return None


def _subject_before(sentence: Sentence, colon: int) -> Token | None:
    """Who is to speak behind a colon: the subject of the clause that it ends, else the name that stands before it."""
    assert sentence.doc is not None
    before = [t for t in sentence.doc if t.idx < colon]
    dash = max((t.i for t in before if t.text in ("-", "–", "—", "--") and t.i + 1 < len(before)), default=-1)
    clause = before[dash + 1 :]
    dummies = read_set("quotes/words.csv", "dummies")
    if any(t.tag_ in _FINITE for t in clause):
        subjects = [
            t for t in clause if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ in NOUN_TAGS and t.lower_ not in dummies and can_speak(t)
        ]
        main = [t for t in subjects if t.head.dep_ in ("ROOT", "ccomp", "conj") and t.head.i > t.i]
        if main or subjects:
            return (main or subjects)[-1]
        return None
    nouns = (t for t in reversed(clause) if t.tag_ in NOUN_TAGS and t.dep_ not in ("compound", "npadvmod", "poss"))
    last = next(nouns, None)
    return last if last is not None and can_speak(last) else None
