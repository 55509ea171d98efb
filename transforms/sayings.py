"""Cues with who speaks: every place in a paragraph, outside quotation marks, where the outlet says that somebody speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from transforms.cues import Cue, read_cues, read_noun_cues
from transforms.marks import Marked
from transforms.nlp import Reading, Sentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LINKS = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "acl", "prep", "parataxis", "dep"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT", "CD"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who", "one", "another"})
# Participles that speak although they are passive: "was quoted as saying".
_QUOTED = frozenset({"quoted", "cited", "overheard", "heard", "recorded"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_ACCORDING = Cue("according to", "say", 0.9)
_COLON = Cue(":", "say", 0.6)
_TELL = frozenset({"tell", "inform", "remind", "assure", "reassure", "notify", "advise"})
_TAG_BEFORE = re.compile(r"\b((?:[A-ZÀ-Þ][\w’'.\-]*\s+){0,3}[A-ZÀ-Þ][\w’'\-]+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s+(\w+)\s*[,:]?\s*$")
_TAG_AFTER = re.compile(r"\s*((?:[A-ZÀ-Þ][\w’'.\-]*\s+){0,3}[A-ZÀ-Þ][\w’'\-]+|he|she|they|it)\s+(\w+)\b")
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
            if source := next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None) or _noun_after(to):
                out.append(_saying(_ACCORDING, token, to, source, sentence, number, "according to"))
            continue
        if low in verbs and (token.tag_ in _VERB_TAGS or _verb_like(token)):
            cue = verbs[low]
            subject, how = find_subject(token, covered, base)
            if how == "participle" and subject is not None and subject.lower_ in nouns:
                issuer, _ = _find_owner(subject)
                subject = issuer or subject
            out.append(_saying(cue, token, token, subject, sentence, number, how, is_finite=token.tag_ not in ("VBG", "VB")))
        elif low in nouns and token.tag_ in ("NN", "NNS"):
            owner, how = _find_owner(token)
            if owner is not None:
                out.append(_saying(nouns[low], token, token, owner, sentence, number, how))
    return out


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
            if cue is not None and cue.group == "say" and cue.weight >= 0.8:
                start, end = match.span(name)
                head = start + match.group(name).rfind(" ") + 1
                out.append(Saying(cue, *match.span(word), 0, "neighbour", start, end, head, end))
                starts.add(match.start(word))
    return out


def _verb_like(token: Token) -> bool:
    """Headlines and short tags ("Smith says") where the tagger saw a noun."""
    return (
        token.tag_ in ("NNS", "NN", "NNPS", "JJ")
        and read_cues()[token.lower_].weight >= 0.9
        and token.dep_ in ("ROOT", "ccomp", "parataxis")
    )


def _saying(
    cue: Cue, first: Token, last: Token, head: Token | None, sentence: Sentence, number: int, how: str, *, is_finite: bool = True
) -> Saying:
    base = sentence.start
    start = end = head_start = head_end = None
    if head is not None:
        a, b = noun_span(head)
        start, end = base + a, base + b
        head_start, head_end = base + head.idx, base + head.idx + len(head)
    addressee = _find_addressee(first, cue, head)
    left, last_below = first.left_edge.idx, first.right_edge
    right = last_below.idx + len(last_below)
    return Saying(
        cue, base + first.idx, base + last.idx + len(last), number, how, start, end, head_start, head_end,
        None if addressee is None else base + addressee[0], None if addressee is None else base + addressee[1], (base + left, base + right), is_finite,
    )  # fmt: skip


def noun_span(head: Token) -> tuple[int, int]:
    """Half-open code points, in the sentence, of the noun phrase around a head: what stands before it, and its
    "of …" and "for …", but no relative clause, apposition or aside."""
    doc = head.doc
    left = head.i
    for child in head.lefts:
        if child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod", "advmod", "predet", "quantmod", "case", "punct", "appos"):
            edge = child.left_edge.i
            if all(doc[k].text not in ',;:—–"“”' for k in range(edge, head.i)):
                left = min(left, edge)
    right = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at", "from", "with", "in") and child.i == right + 1:
            edge = child.right_edge.i
            if edge - head.i <= 6 and all(doc[k].text not in ',;:—–"“”' for k in range(head.i, edge + 1)):
                if child.lower_ in ("in", "at", "from", "with") and any(t.tag_ in _VERB_TAGS for t in child.subtree):
                    continue
                right = edge
        elif child.dep_ in ("cc", "conj") and child.i <= right + 2:
            if child.dep_ == "conj" and child.tag_ in _NOUN_TAGS and child.i - head.i <= 4:
                right = child.i
        elif child.dep_ in ("flat", "compound") and child.i == right + 1:
            right = child.i
    return doc[left].idx, doc[right].idx + len(doc[right])


def _noun_after(token: Token) -> Token | None:
    """The head of the noun phrase that follows directly, where the parse saw none."""
    doc, i = token.doc, token.i + 1
    while i < len(doc) and doc[i].tag_ in ("DT", "JJ", "PRP$", "POS", "NNP", "NNPS", "NN", "NNS", "PRP", "CD"):
        i += 1
    return doc[i - 1] if i > token.i + 1 and doc[i - 1].tag_ in _NOUN_TAGS else None


def find_subject(verb: Token, covered: bytearray, base: int) -> tuple[Token | None, str]:
    """Who does the verb, and how that is known: its subject, its agent, what stands beside it, or the subject of the
    verb that governs it."""
    passive = _is_passive(verb)
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None and (by := next((c for c in agent.children if c.dep_ == "pobj"), None)) is not None:
        return by, "agent"
    if passive and verb.lower_ not in _QUOTED:
        return None, "passive"
    subject = _subject_of(verb, covered, base)
    if subject is not None:
        return subject, "inverted" if subject.i > verb.i else "subject"
    if verb.tag_ != "VBG" and (near := _neighbour_before(verb, covered, base)) is not None:
        return near, "neighbour"
    if verb.dep_ == "relcl":
        return verb.head, "relative"
    if verb.dep_ not in ("conj", "xcomp") and verb.tag_ != "VBG" and (near := _neighbour_after(verb, covered, base)) is not None:
        return near, "neighbour"
    token = verb
    for _ in range(8):
        if token.dep_ == "acl" and token.head.tag_ in _NOUN_TAGS:
            return token.head, "participle"
        if token.dep_ == "relcl":
            return token.head, "relative"
        if token.dep_ not in _LINKS or token.head is token:
            break
        inner, token = token, token.head
        if inner.dep_ == "ccomp" and inner.tag_ != "VBG":
            break  # a clause of its own, whose subject the parse missed
        if token.tag_ in _NAME_TAGS and inner.dep_ != "prep":
            return token, "participle"
        agent = next((c for c in token.children if c.dep_ == "agent"), None)
        if agent is not None and inner.dep_ == "conj" and (by := next((c for c in agent.children if c.dep_ == "pobj"), None)) is not None:
            return by, "agent"
        if inner.dep_ == "xcomp" and (controller := next((c for c in token.children if c.dep_ == "dobj"), None)) is not None:
            return controller, "governor"  # "urged the minister to say"
        if (subject := _subject_of(token, covered, base)) is not None:
            return subject, "governor"
    near = _neighbour_after(verb, covered, base)
    return (near, "neighbour") if near is not None else (None, "none")


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lower_ not in _QUOTED
    )


def _subject_of(verb: Token, covered: bytearray, base: int) -> Token | None:
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.tag_ in _NOUN_TAGS | {"JJ", "WDT", "JJS", "VBN", "PRP$"} and not covered[base + child.idx]:
            return child
    return None


def _neighbour_before(verb: Token, covered: bytearray, base: int) -> Token | None:
    """The name or pronoun right before a cue that the parse left without a subject ("Will wrote", "her aide, Will, said")."""
    doc, i = verb.doc, verb.i - 1
    while (i >= 0 and doc[i].tag_ in ("RB", "MD")) or (i >= 0 and doc[i].lower_ in ("has", "had", "have", "also")):
        i -= 1
    if i >= 1 and doc[i].text == ",":
        i -= 1
    if i < 0 or covered[base + doc[i].idx]:
        return None
    return doc[i] if doc[i].tag_ in _NAME_TAGS or doc[i].lower_ in _PRONOUNS else None


def _neighbour_after(verb: Token, covered: bytearray, base: int) -> Token | None:
    """The noun phrase right behind a cue that the parse left without a subject ("added another lawyer")."""
    doc, i = verb.doc, verb.i + 1
    if i >= len(doc) or covered[base + doc[i].idx]:
        return None
    if doc[i].tag_ == "PRP":
        return doc[i] if doc[i].lower_ in _PRONOUNS else None
    if doc[i].tag_ in _NAME_TAGS or (doc[i].tag_ in ("DT", "PRP$", "JJ", "NN") and verb.i > 0 and covered[base + doc[verb.i - 1].idx]):
        return _noun_after(verb)
    return None


def _find_owner(noun: Token) -> tuple[Token | None, str]:
    """Whose statement: "his warning", "a warning by X", "X issued a warning"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child, "possessive"
    for child in noun.children:
        if (
            child.dep_ in ("prep", "agent")
            and child.lower_ in ("by", "from", "of")
            and (who := next((c for c in child.children if c.dep_ == "pobj"), None))
            and (child.lower_ != "of" or who.tag_ in _NAME_TAGS)
        ):
            return who, "by"
    if noun.dep_ in ("dobj", "attr", "pobj", "oprd"):
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.lower_ not in _RELATIVE:
            return subject, "issuer"
    return None, "none"


def _find_addressee(verb: Token, cue: Cue, speaker: Token | None) -> tuple[int, int] | None:
    if cue.word in _TELL | {"ask", "warn", "urge", "promise", "remind"}:
        for child in verb.rights:
            if child.dep_ in ("dobj", "dative") and child is not speaker and child.tag_ in _NOUN_TAGS:
                return noun_span(child)
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ == "to" and cue.group == "say":
            who = next((c for c in child.children if c.dep_ == "pobj" and c.tag_ in _NOUN_TAGS), None)
            if who is not None:
                return noun_span(who)
    return None
