"""Cues with who speaks: every place in a paragraph, outside quotation marks, where the outlet says that somebody speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from transforms.nlp import Reading, Sentence
from transforms.quotes.cues import Cue, read_cues, read_noun_cues
from transforms.quotes.marks import Marked
from transforms.quotes.subjects import NOUN_TAGS, VERB_TAGS, find_owner, find_subject, noun_after, noun_span

_ACCORDING = Cue("according to", "say", 0.9)
_DASH = Cue("—", "say", 0.8)
_COLON = Cue(":", "say", 0.6)
_TELL = frozenset({"tell", "inform", "remind", "assure", "reassure", "notify", "advise"})
_TAG_BEFORE = re.compile(r"\b((?:[A-ZÀ-Þ][\w’'.\-]*\s+){0,3}[A-ZÀ-Þ][\w’'\-]+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s+(\w+)\s*[,:]?\s*$")
_TAG_AFTER = re.compile(r"\s*((?:[A-Za-zÀ-Þ][\w’'.\-]*\s+){0,6}?[A-Za-zÀ-Þ][\w’'\-]+)\s+(\w+)(?=\s*(?:[.,;:]|$)|\s+(?:in|on|at|to|of)\b)")
_NO_NAMES = tuple(
    f"{w} "
    for w in ["and", "but", "as", "to", "that", "which", "in", "of", "for", "with", "by", "on", "at", "from", "than", "when", "while", "or"]
)
_DUMMIES = frozenset({"it", "this", "that", "what", "there", "who", "which", "they", "we", "i", "you", "these", "those", "here"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[—–\-―~]+)\s*(?:@\w+\s+)?((?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s+)?[A-ZÀ-Þ@][\w’'.\-]*(?:\s+(?:de|la|al|el|bin|van|von|of|[A-ZÀ-Þ][\w’'.\-]*)){0,4})"
    r"(?:\s*[,(].{0,80})?\W*$"
)
_INNER_LABEL = re.compile(r"((?:[A-Z][A-Z’'.\-]+\s+){0,3}[A-Z][A-Z’'\-]{2,}|[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2})\s?:\s+(?=\S)")
_LABEL = re.compile(r"^\s*((?:[A-ZÀ-Þ][\w’'.\-]*)(?:\s+(?:de|la|al|el|bin|van|von|of|the|[A-ZÀ-Þ][\w’'.\-]*)){0,4}|Q|A)\s*:\s+")


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue and who speaks, as code points of the paragraph. `how` says how the speaker was found; both may lack."""

    cue: Cue
    cue_start: int
    cue_end: int
    sentence: int
    how: str
    speaker_start: int | None = None
    speaker_end: int | None = None
    head_start: int | None = None
    head_end: int | None = None
    addressee_start: int | None = None
    addressee_end: int | None = None
    governs: tuple[int, int] | None = None
    is_finite: bool = True
    is_negated: bool = False
    is_plan: bool = False
    token: int | None = None

    @property
    def start(self) -> int:
        return self.cue_start if self.speaker_start is None else min(self.cue_start, self.speaker_start)

    @property
    def end(self) -> int:
        return self.cue_end if self.speaker_end is None else max(self.cue_end, self.speaker_end)


def find_sayings(reading: Reading, marked: Sequence[Marked]) -> tuple[Saying, ...]:
    """The sayings of one paragraph in text order. Cues within marks are other people's and left out."""
    text = reading.passage.text
    covered = bytearray(len(text) + 1)
    for m in marked:
        covered[m.outer_start : m.outer_end] = b"\x01" * (m.outer_end - m.outer_start)
    sayings: list[Saying] = []
    for number, sentence in enumerate(reading.sentences):
        if sentence.doc is not None:
            sayings.extend(_in_sentence(sentence, number, covered))
    sayings.extend(_beside_marks(text, marked, sayings))
    sayings.extend(_signatures(text, marked))
    sayings.extend(_inner_labels(text, marked))
    sayings.extend(_before_colons(reading, marked, sayings))
    if (label := _LABEL.match(text)) and not any(s.end <= label.end() for s in sayings):
        start, end = label.span(1)
        sayings.append(Saying(_COLON, end, end + 1, 0, "label", start, end, start, end))
    return tuple(sorted(sayings, key=lambda s: (s.cue_start, s.cue_end)))


def _in_sentence(sentence: Sentence, number: int, covered: bytearray) -> list[Saying]:
    doc, base = sentence.doc, sentence.start
    assert doc is not None
    verbs, nouns = read_cues(), read_noun_cues()
    out: list[Saying] = []
    for token in doc:
        if covered[base + token.idx]:
            continue
        low = token.lower_
        if low == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            to = doc[token.i + 1]
            if source := next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None) or noun_after(to):
                out.append(_saying(_ACCORDING, token, to, source, sentence, number, "according to"))
            continue
        if low in verbs and (token.tag_ in VERB_TAGS or _verb_like(token)) and not _is_withheld(token):
            cue = verbs[low]
            subject, how, antecedent = find_subject(token, covered, base)
            if how == "participle" and subject is not None and subject.lower_ in nouns:
                issuer, _ = find_owner(subject, covered, base)
                subject = issuer or subject
            saying = _saying(cue, token, token, subject, sentence, number, how, antecedent)
            negated = any(c.dep_ == "neg" for c in token.children)
            plan = any(c.dep_ == "xcomp" and c.i > token.i for c in token.children)
            out.append(replace(saying, is_finite=token.tag_ not in ("VBG", "VB"), is_negated=negated, is_plan=plan))
        elif low in nouns and token.tag_ in ("NN", "NNS"):
            owner, how = find_owner(token, covered, base)
            if owner is not None:
                out.append(_saying(nouns[low], token, token, owner, sentence, number, how))
    return out


def _signatures(text: str, marked: Sequence[Marked]) -> list[Saying]:
    """The name behind a dash that ends a paragraph: “We will win.” — Ada Orlo, mayor."""
    if not marked or (match := _SIGNATURE.match(text, marked[-1].outer_end)) is None:
        return []
    start, end = match.span(2)
    dash = match.start("dash")
    head = start + match.group(2).rfind(" ") + 1
    return [Saying(_DASH, dash, dash + 1, 0, "signature", start, end, head, end)]


def _inner_labels(text: str, marked: Sequence[Marked]) -> list[Saying]:
    """The name that opens the marked words of a quoted transcript: “ORLO: I never said so.”"""
    out: list[Saying] = []
    for m in marked:
        if match := _INNER_LABEL.match(text, m.start, m.end):
            start, end = match.span(1)
            out.append(Saying(_COLON, end, end + 1, 0, "inner label", start, end, start + match.group(1).rfind(" ") + 1, end))
    return out


def _before_colons(reading: Reading, marked: Sequence[Marked], known: Sequence[Saying]) -> list[Saying]:
    """Who is the subject of a sentence whose colon opens a quote, or the next paragraph ("She had one answer:")."""
    text = reading.passage.text
    colons = {len(text[: m.outer_start].rstrip()) - 1 for m in marked} | {len(text.rstrip()) - 1}
    out: list[Saying] = []
    for at in sorted(c for c in colons if c >= 0 and text[c] == ":"):
        number, sentence = next(((n, x) for n, x in enumerate(reading.sentences) if x.start <= at < x.end), (0, None))
        if sentence is None or sentence.doc is None:
            continue
        if any(s.sentence == number and s.cue_end <= at and s.speaker_start is not None and s.cue.weight >= 0.75 for s in known):
            continue
        head = _subject_before(sentence, at - sentence.start)
        if head is not None:
            start, end = noun_span(head)
            base = sentence.start
            span = (base + head.idx, base + head.idx + len(head))
            out.append(Saying(_COLON, at, at + 1, number, "colon", base + start, min(base + end, at), *span))
    return out


def _subject_before(sentence: Sentence, colon: int) -> Token | None:
    """Who is to speak behind a colon: the subject of the clause that it ends, else the name that stands before it."""
    assert sentence.doc is not None
    before = [t for t in sentence.doc if t.idx < colon]
    dash = max((t.i for t in before if t.text in ("-", "–", "—", "--") and t.i + 1 < len(before)), default=-1)
    clause = before[dash + 1 :]
    if any(t.tag_ in _FINITE for t in clause):
        subjects = [t for t in clause if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ in NOUN_TAGS and t.lower_ not in _DUMMIES]
        main = [t for t in subjects if t.head.dep_ in ("ROOT", "ccomp", "conj") and t.head.i > t.i]
        if main or subjects:
            return (main or subjects)[-1]
    return next((t for t in reversed(clause) if t.tag_ in NOUN_TAGS and t.dep_ not in ("compound", "npadvmod", "poss")), None)


def _beside_marks(text: str, marked: Sequence[Marked], known: Sequence[Saying]) -> list[Saying]:
    """Sayings right beside marks that the tokens hide (“Will said,“Look” is one token), seen in the letters alone."""
    verbs, starts, out = read_cues(), {s.cue_start for s in known}, []
    for m in marked:
        for match, name, word in (
            (_TAG_BEFORE.search(text, max(0, m.outer_start - 80), m.outer_start), 1, 2),
            (_TAG_AFTER.match(text, m.outer_end), 1, 2),
        ):
            if match is None or match.start(word) in starts:
                continue
            cue = verbs.get(match.group(word).lower())
            if cue is not None and cue.group == "say" and cue.weight >= 0.8 and not match.group(name).lower().startswith(_NO_NAMES):
                start, end = match.span(name)
                head = start + match.group(name).rfind(" ") + 1
                out.append(Saying(cue, *match.span(word), 0, "neighbour", start, end, head, end))
                starts.add(match.start(word))
    return out


def _is_withheld(token: Token) -> bool:
    """Whether the verb is what somebody would not do: "declined to comment"."""
    return token.dep_ == "xcomp" and token.head.lower_.startswith(("declin", "refus", "fail"))


def _verb_like(token: Token) -> bool:
    """A cue that the tagger took for something else: "Said" in front, "says" in a headline."""
    low = token.lower_
    if read_cues()[low].weight < 0.95 or token.dep_ in ("compound", "amod"):
        return False
    return low in ("said", "told", "wrote", "says", "added", "tweeted") or (
        token.dep_ in ("ROOT", "ccomp", "parataxis") and token.tag_ not in ("NNP", "NNPS")
    )


def _saying(
    cue: Cue, first: Token, last: Token, head: Token | None, sentence: Sentence, number: int, how: str, antecedent: Token | None = None
) -> Saying:
    base = sentence.start
    start = end = head_start = head_end = None
    if head is not None:
        a, b = noun_span(head)
        start, end = base + a, base + b
        meant = antecedent or head
        head_start, head_end = base + meant.idx, base + meant.idx + len(meant)
    addressee = _find_addressee(first, cue, head) if cue is not _ACCORDING else None
    left, last_below = first.left_edge.idx, first.right_edge
    right = last_below.idx + len(last_below)
    return Saying(
        cue=cue,
        cue_start=base + first.idx,
        cue_end=base + last.idx + len(last),
        sentence=number,
        how=how,
        speaker_start=start,
        speaker_end=end,
        head_start=head_start,
        head_end=head_end,
        addressee_start=None if addressee is None else base + addressee[0],
        addressee_end=None if addressee is None else base + addressee[1],
        governs=(base + left, base + right),
        token=first.i,
    )


def _find_addressee(verb: Token, cue: Cue, speaker: Token | None) -> tuple[int, int] | None:
    if cue.word in _TELL | {"ask", "warn", "urge", "promise", "remind"}:
        for child in verb.rights:
            if child.dep_ in ("dobj", "dative") and child is not speaker and child.tag_ in NOUN_TAGS:
                return noun_span(child)
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ == ("on" if cue.word == "call" else "to") and cue.group in ("say", "call"):
            who = next((c for c in child.children if c.dep_ == "pobj" and c.tag_ in NOUN_TAGS), None)
            if who is not None:
                return noun_span(who)
    return None
