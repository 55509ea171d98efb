"""People without a name whom a sentence is about: "a dockworker said", "her father waited", so that "he" goes on about them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from transforms.nlp import Sentence
from transforms.quotes.paragraphs import Paragraph
from transforms.quotes.sayings.speaking_nouns import is_speaker, organization_nouns
from transforms.quotes.sayings.subjects import noun_span
from transforms.quotes.spans.marks import is_marked
from transforms.quotes.spans.span import Span
from transforms.word_lists import any_of_set, read_set

# In a sentence without a parse: what opens it up to a noun, with at most this many words between ("My old neighbour,").
_OPENING = re.compile(
    rf"(?:{any_of_set('quotes/words.csv', 'introducing')})\s(?:[a-z’'\-]+\s){{0,2}}?([a-z][a-z\-]+)(?=,|\s(?:who|was|is|had|has)\b)",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(rf"(?:{any_of_set('quotes/words.csv', 'introducing')})\b", re.IGNORECASE)
# Where such a phrase may be the subject of a main clause: at the head of a sentence, or behind a few words and a comma.
_HEAD = re.compile(rf"(?:[^,.“\"]{{1,60}},\s|[A-Z][a-z]+\s)?(?:{any_of_set('quotes/words.csv', 'introducing')})\b", re.IGNORECASE)
# A name that begins at most this number of code points behind the phrase belongs to it: "her father, Ben".
_APPOSED = 2


def find_unnamed_subjects(paragraph: Paragraph) -> list[Span]:
    """The phrases for one person without a name that the outlet's own main clauses are about, in order."""
    text = paragraph.text
    people = [n.span for n in paragraph.named if n.mention.type == "person"]
    speakers = [s.speaker.start for s in paragraph.sayings if s.speaker is not None and _INTRODUCED.match(s.speaker.of(text))]
    found = []
    for sentence in paragraph.reading.sentences:
        is_worth = any(sentence.start <= at < sentence.end for at in speakers) or _HEAD.match(text, sentence.start, sentence.end)
        for span in _subjects(sentence, text) if is_worth else ():
            is_name = any(span.start <= p.start <= span.end + _APPOSED for p in people)
            if not is_name and not is_marked(span.start, paragraph.marked):
                found.append(span)
    return found


def _subjects(sentence: Sentence, text: str) -> Iterator[Span]:
    if sentence.doc is None:
        opening = _OPENING.match(text, sentence.start, sentence.end)
        if opening is not None and _is_person(opening.group(1)):
            yield Span(opening.start(), opening.end(1))
        return
    for token in sentence.doc:
        if token.dep_ in ("nsubj", "nsubjpass") and _is_main(token.head) and _is_one(token):
            start, end = noun_span(token)
            if not _acts_on_somebody(token.head) and _INTRODUCED.match(sentence.doc.text, start, end):
                yield Span(sentence.start + start, sentence.start + end)


def _is_main(verb: Token) -> bool:
    """Whether a verb is a sentence's own, or stands beside it."""
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def _acts_on_somebody(verb: Token) -> bool:
    """Whether a verb has "him" or "her" for an object: "a neighbour woke him" goes on about him."""
    return any(c.dep_ in ("dobj", "dative") and _is_in(c.text, "persons acted on") for c in verb.rights)


def _is_one(noun: Token) -> bool:
    """Whether a word stands for one person: a noun in the singular, or "one" of people."""
    if not _is_in(noun.text, "one of several"):
        return noun.tag_ == "NN" and _is_person(noun.text)
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    return of is None or all(c.tag_ == "PRP" or c.text[:1].isupper() or _is_person(c.text) for c in of.children)


def _is_person(noun: str) -> bool:
    """Whether a common noun is one for who may speak, and for no organization and no paper."""
    others = organization_nouns() | read_set("quotes/words.csv", "documents")
    return noun.islower() and is_speaker(noun) and others.isdisjoint((noun, noun.removesuffix("s")))


def _is_in(word: str, row: str) -> bool:
    return word.lower() in read_set("quotes/words.csv", row)
