"""Reported speech without marks: the clause that a saying governs, from the parse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from transforms.nlp import Reading, Sentence
from transforms.quotes.marks import Marked
from transforms.quotes.sayings import Saying

_CLAUSES = frozenset({"ccomp"})
_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "who", "when", "where"})
# Verbs whose infinitive is what was said ("promised to resign", "urged them to leave").
_INFINITIVES = frozenset({"promise", "vow", "pledge", "swear", "threaten", "offer", "propose", "agree", "refuse", "decline"})
_BEGGING = frozenset(
    {"urge", "ask", "tell", "order", "beg", "implore", "advise", "warn", "instruct", "command", "exhort", "plead", "appeal"}
)
# What may stand between a tag and the comma or full stop behind it: "she said on Monday,".
_TAG_TAIL = re.compile(
    r"(?:\s+(?:(?:on|in|at|during|to|after|via|through|from|last|this|yesterday|today|tonight|later|earlier|recently|again|then|"
    r"\w+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|reporters|Reuters|CNN)\b(?:\s+[\w’'.]+){0,5}?))?\s*(?:,(?!\w)|\.?\W*$|—|–|\s-\s)"
)
# "told reporters on Wednesday that …": when it was said is no part of what was said.
_WHEN_THAT = re.compile(r"\s+(?:on|in|at|during|after|late|early|last|yesterday|earlier)\b[^,“\"‘]{0,30}?\s(?=that\s)")
_SPEAKING = frozenset({"comment", "say", "answer", "elaborate", "discuss", "respond", "speak", "talk", "explain", "specify", "disclose"})
# Verbs whose object is what was said: "denied the charges", "called for a vote".
_OBJECTS = frozenset(
    {"acknowledge", "admit", "announce", "apologize", "applaud", "apologise", "attack", "blast", "cite", "claim", "complain", "condemn"}
    | {"confirm", "criticise", "criticize", "decry", "defend", "demand", "denounce", "deny", "deplore", "disclose", "dismiss", "dispute"}
    | {"echo", "emphasise", "emphasize", "endorse", "express", "hail", "highlight", "joke", "lament", "mention", "mock", "note", "praise"}
    | {"pledge", "predict", "promise", "propose", "question", "reaffirm", "rebut", "recommend", "reiterate", "reject", "report", "reveal"}
    | {"rip", "say", "slam", "speak", "stress", "suggest", "threaten", "tout", "underline", "underscore", "urge", "warn", "call", "point"}
    | {"affirm", "assail", "declare", "discuss", "explain", "outline", "repeat", "retweet", "spell", "tweet", "rebuke", "extol"}
    | {"refer", "reference", "disagree", "agree", "protest", "object"}
)
# The prepositions that lead to it, by the verb.
_PREPOSITIONS = {
    "agree": ("with",), "apologise": ("for",), "apologize": ("for",), "call": ("for",), "complain": ("about", "of"), "disagree": ("with",),
    "joke": ("about",), "object": ("to",), "point": ("to",), "protest": ("against",), "refer": ("to",), "speak": ("about", "of"),
    "warn": ("of", "against", "about"),
}  # fmt: skip
# A line of at most so many words with a name and a colon in front is a headline: "Orlo: The bridge must go".
_HEADLINE_WORDS = 25
_TRIM = " \t,;:—–-"
_ENDING = " \t,;:—–-.!?"


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause, as code points of the paragraph, with its saying and the construction that showed it."""

    start: int
    end: int
    saying: Saying
    construction: str


def find_reported(reading: Reading, marked: Sequence[Marked], sayings: Sequence[Saying]) -> tuple[Reported, ...]:
    """The reported clauses of one paragraph, in text order, one for a saying and side of it."""
    found: list[Reported] = []
    text = reading.passage.text
    for saying in sayings:
        if saying.how == "label" and len(text.split()) <= _HEADLINE_WORDS and len(text[saying.cue_end :].split()) > 2:
            start, end = _trim(text, saying.cue_end, len(text))
            found.append(Reported(start, end, saying, "label"))
            continue
        sentence = reading.sentences[saying.sentence]
        if sentence.doc is None or saying.token is None or (saying.is_negated and saying.cue.group != "think"):
            continue
        cue = sentence.doc[saying.token]
        if pieces := _around_tag(reading.passage.text, sentence, saying):
            for start, end in pieces:
                if any(c.isalnum() for c in reading.passage.text[start:end]):
                    found.append(Reported(start, end, saying, "around tag"))
            continue
        for construction, first, last in _clauses(cue, saying):
            start, end = _trim(reading.passage.text, sentence.start + first.idx, sentence.start + last.idx + len(last))
            if len(reading.passage.text[start:end].split()) >= 2:
                found.append(Reported(start, end, saying, construction))
    return tuple(sorted(found, key=lambda r: (r.start, -r.end)))


def drop_nested(reported: Sequence[Reported]) -> list[Reported]:
    """The outermost clauses only: what is said within what is said belongs to the one who says it all."""
    kept: list[Reported] = []
    for r in sorted(reported, key=lambda r: (r.start, -r.end)):
        if not any(k.start <= r.start and r.end <= k.end for k in kept):
            kept.append(r)
    return kept


def find_setting(text: str, m: Marked, saying: Saying) -> tuple[int, int] | None:
    """The words between a cue and the marked words that it leads to, with them: "called [the deal “fair”]"."""
    start = saying.addressee_end if saying.addressee_end is not None and saying.addressee_end > saying.cue_end else saying.cue_end
    if saying.speaker_end is not None and saying.speaker_end > saying.cue_end:
        start = max(start, saying.speaker_end)
    if when := _WHEN_THAT.match(text, start, m.outer_start):
        start = when.end()
    if start >= m.outer_start or re.search(r"[.!?]\s|[\"“”:;]", text[start : m.outer_start]):
        return None
    governed = saying.governs is not None and saying.governs[0] <= m.start and m.end <= saying.governs[1] + 3
    end = max(m.outer_end, saying.governs[1]) if governed and saying.governs is not None else m.outer_end
    first, last = _trim(text, start, end)
    return (first, last) if len(text[first : m.outer_start].split()) >= 1 else None


def _around_tag(text: str, sentence: Sentence, saying: Saying) -> list[tuple[int, int]]:
    """What stands before and behind a tag set off by commas: "The talks, she said, failed", "The talks failed, she said."

    Read from the letters, since the parse hangs such clauses anywhere. Empty where the saying is no such tag.
    """
    if saying.cue.group != "say" or saying.cue.weight < 0.8 or not saying.is_finite or saying.speaker_start is None:
        return []
    before, behind = text[sentence.start : saying.start].rstrip(), text[saying.end : sentence.end]
    if not before.endswith((",", " -", "—", "–")) or (tail := _TAG_TAIL.match(behind)) is None:
        return []
    left = _trim(text, sentence.start, sentence.start + len(before))
    right = _trim(text, saying.end + tail.end(), sentence.end)
    if saying.how == "inverted" or saying.speaker_start > saying.cue_start:
        right = (right[0], right[0])  # an apposition to the speaker
    if saying.how == "according to":
        right = (right[0], right[0])
    if right[1] > right[0] and text[right[0]] in "\"“‘'":
        return []
    if right[0] == right[1] and not _has_verb(sentence, left):
        return []
    return [p for p in (left, right) if p[1] > p[0]]


def _has_verb(sentence: Sentence, piece: tuple[int, int]) -> bool:
    """Whether a finite verb stands in a piece of the sentence."""
    assert sentence.doc is not None
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and piece[0] <= sentence.start + t.idx < piece[1] for t in sentence.doc)


def _clauses(cue: Token, saying: Saying) -> list[tuple[str, Token, Token]]:
    doc = cue.doc
    if saying.how == "according to":
        return _beside_according(cue)
    if saying.cue.group == "noun":
        clause = next((c for c in cue.children if c.dep_ in ("acl", "ccomp") and _opens_with_that(c)), None)
        return [("noun that", clause.left_edge, clause.right_edge)] if clause is not None else []
    if saying.cue.group == "call":
        thing = _object(cue, saying)
        return _judgement(cue) or ([thing] if thing is not None else [])
    out: list[tuple[str, Token, Token]] = []
    for child in cue.children:
        if child.dep_ in _CLAUSES and _is_finite(child):
            left, right = child.left_edge, child.right_edge
            if child.i > cue.i:
                opener = left.lower_
                name = "that" if opener == "that" else "wh" if opener in _OPENERS else "bare"
                out.append((name, left, _cut_afterthought(child, right)))
            elif left.i < cue.i:
                # "The talks failed, she said" and, around the tag, "The talks, she said, failed".
                before = _token_before_tag(cue, left)
                if before is not None:
                    out.append(("left", left, before))
        elif child.dep_ == "xcomp" and child.i > cue.i and any(g.tag_ == "TO" for g in child.children):
            if saying.cue.word in ("decline", "refuse") and child.lower_ in _SPEAKING:
                continue  # "declined to comment" says nothing
            if saying.cue.word in _INFINITIVES:
                out.append(("infinitive", child.left_edge, child.right_edge))
            elif saying.cue.word in _BEGGING:
                out.append(("begging", child.left_edge, child.right_edge))
    if not out and (thing := _object(cue, saying)) is not None:
        out.append(thing)
    if not out and saying.cue.weight >= 0.9 and cue.tag_ != "VBN":
        # The parse hung the clause elsewhere: an opening "that" right behind says where it begins.
        i = cue.i + 1
        if i < len(doc) and doc[i].lower_ == "that" and i + 3 < len(doc):
            out.append(("that unparsed", doc[i], doc[len(doc) - 1]))
    return out


def _object(verb: Token, saying: Saying) -> tuple[str, Token, Token] | None:
    """The thing denied, announced, called for: a phrase in place of a clause."""
    if saying.cue.word not in _OBJECTS or verb.tag_ == "VB":
        return None
    prepositions = _PREPOSITIONS.get(saying.cue.word)
    if prepositions is None:
        thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    else:
        led = (c for p in verb.rights if p.dep_ == "prep" and p.lower_ in prepositions for c in p.children)
        thing = next((c for c in led if c.dep_ in ("pobj", "pcomp")), None)
    if thing is None:
        return None
    last = _ground(verb, thing) or (thing.right_edge if thing.tag_ != "PRP" else thing.left_edge)
    return ("object", thing.left_edge, last) if last.i > thing.left_edge.i else None


def _ground(verb: Token, thing: Token) -> Token | None:
    """The end of what somebody is blamed or praised for: "criticised [the mayor for closing the bridge]"."""
    behind = thing.right_edge.i + 1
    return next((p.right_edge for p in verb.rights if p.dep_ == "prep" and p.lower_ in ("for", "as") and p.left_edge.i == behind), None)


def _opens_with_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _is_finite(verb: Token) -> bool:
    """Whether a clause has a subject and a tense of its own ("he left", not "him leave")."""
    tensed = verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children
    )
    return tensed and any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)


def _cut_afterthought(verb: Token, right: Token) -> Token:
    """The end of a clause without a further one of the outlet's own (", though he …", ", and he later …")."""
    doc = verb.doc
    for child in verb.rights:
        start = child.left_edge.i
        if child.dep_ == "advcl" and doc[start].lower_ in ("though", "although", "while", "before", "after") and doc[start - 1].text == ",":
            return doc[start - 2]
        if child.dep_ == "conj" and _is_finite(child):
            before = doc[start - 1]
            if before.dep_ == "cc" and doc[start - 2].text == "," and not _opens_with_that(child):
                return doc[start - 3]
    return right


def _token_before_tag(cue: Token, left: Token) -> Token | None:
    """The last token of the clause before the tag: what stands before the comma that opens ", she said"."""
    doc = cue.doc
    subject = next((c for c in cue.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > left.i), None)
    i = min(cue.i, subject.left_edge.i if subject is not None else cue.i) - 1
    while i > left.i and doc[i].text not in (",", "—", "–", "-", "?", "!"):
        i -= 1
    return doc[i - 1] if i > left.i + 1 else None


def _judgement(verb: Token) -> list[tuple[str, Token, Token]]:
    """What is named and as what: "called [the plan a disaster]", "described [it as fair]"."""
    thing = next((c for c in verb.rights if c.dep_ in ("dobj", "ccomp", "nsubj")), None)
    if thing is None:
        return []
    if thing.dep_ == "ccomp" and not _is_finite(thing):
        return [("call", thing.left_edge, thing.right_edge)]
    as_what = next(
        (c for c in verb.rights if (c.dep_ in ("oprd", "attr") or (c.dep_ == "prep" and c.lower_ == "as")) and c.i > thing.i), None
    )
    return [("call" if as_what.dep_ != "prep" else "call as", thing.left_edge, as_what.right_edge)] if as_what is not None else []


def _beside_according(cue: Token) -> list[tuple[str, Token, Token]]:
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


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _ENDING:
        end -= 1
    return start, end
