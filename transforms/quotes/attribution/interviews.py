"""Interviews printed without labels: paragraphs that ask, and between them the answers of the one who is interviewed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.nlp import Reading
from transforms.quotes.attribution.transcripts import Turn, find_answerer
from transforms.quotes.cues import read_cues
from transforms.quotes.spans.marks import find_marked
from transforms.quotes.spans.span import WORD, Span
from transforms.quotes.speakers.discourse import Referent
from transforms.records import Mention
from transforms.word_lists import read_set

# The fewest questions that make an interview of a page, and the most words that one has.
_LEAST = 3
_QUESTION_WORDS = 60
# The most words of what is put to the one interviewed without a question mark.
_PROMPT_WORDS = 20
# Of the paragraphs between the first question and the last at least this share are questions.
_SHARE = 0.2
# At least this share of answers with "I" or "we", or of questions with "you", make a talk between two.
_FIRST_PERSONS = 0.25
_ADDRESSED = 0.3
# A line of fewer words that ends without a stop is a heading.
_SHORTEST_LINE = 10
# Words of a paragraph that opens with a pronoun and tells of the one interviewed; longer ones are answers about somebody else.
_LONGEST_SCENE = 25
# Of the answers of an interview at most this share quote others with a tag of the outlet's.
_TAGGED = 0.2
# The words right behind a closing mark that a comma precedes, one of which is the cue of a tag; cues at least this heavy are.
_TAG = re.compile(r"[,?!][”\"]\s((?:[\w’'.\-]+\s?){1,4})")
_TAG_WEIGHT = 0.8
_LETTERS = re.compile(r"[\w\-]+")


def find_answers(readings: Sequence[Reading], mentions: Sequence[Mention]) -> dict[int, Turn]:
    """The answers of an interview whose questions are paragraphs of their own, by the start of their passage in the body.

    Empty where the page is none, or where nobody is named whom it could ask. A paragraph that tells of the one interviewed
    ("She laughs") is the outlet's.
    """
    body = [r for r in readings if r.passage.part == "body" and r.passage.text.strip()]
    asks = [_is_question(r.passage.text) for r in body]
    if sum(asks) < _LEAST or any(
        find_marked(r.passage.text) for r, a in zip(body, asks, strict=True) if not a and _is_all_marked(r.passage.text)
    ):
        return {}
    first, last = asks.index(True), len(asks) - 1 - asks[::-1].index(True)
    doubled = sum(1 for a, b in pairwise(asks) if a and b)
    if sum(asks) < _SHARE * (last + 1 - first) or doubled * 2 > sum(asks):
        return {}
    person = find_answerer(body[first].passage.start, mentions)
    if person is None or person.type != "person":
        return {}
    if not _is_talk(body[first : last + 1], asks[first : last + 1]) or _quotes_others(body[first : last + 1], asks[first : last + 1]):
        return {}
    who = Referent(person.type, person.cluster, person.name, person.role)
    turns: dict[int, Turn] = {}
    texts = [r.passage.text for r in body]
    for at, reading in list(enumerate(body))[first:]:
        text = reading.passage.text
        if not asks[at] and not _prompts(texts, asks, at):
            if _is_of(text, person):
                if reading.passage.start > body[last].passage.start:
                    break  # what stands below the interview
                continue
            if not _is_heading(text):
                turns[reading.passage.start] = Turn(
                    Span(len(text) - len(text.lstrip()), len(text.rstrip())), None, who, is_question=False, is_answer=True
                )
    return turns


def _is_talk(readings: Sequence[Reading], asks: Sequence[bool]) -> bool:
    """Whether questions and answers are two people's: the answers say "I", or "you" stands in the questions more than in the answers.

    A guide has headings that ask, too, and answers them for the reader.
    """
    asked, told = ([r.passage.text for r, a in zip(readings, asks, strict=True) if a is is_asked] for is_asked in (True, False))
    says_i = _share(told, read_set("quotes/words.csv", "narrator"))
    you = read_set("quotes/words.csv", "reader")
    return says_i >= _FIRST_PERSONS or _share(asked, you) >= max(_ADDRESSED, _share(told, you))


def _quotes_others(readings: Sequence[Reading], asks: Sequence[bool]) -> bool:
    """Whether the paragraphs between the questions quote people as news does: “It helps,” says Ada Orlo.

    Where none says "I", it is enough that they name sources: "as the doctors noted", "according to the bank".
    """
    told = [r.passage.text for r, a in zip(readings, asks, strict=True) if not a]
    if not _share(told, read_set("quotes/words.csv", "narrator")):
        return sum(1 for text in told if "ccording to" in text or _has_cue(text)) > _TAGGED * len(told)
    return sum(1 for text in told if any(_has_cue(m[1]) for m in _TAG.finditer(text))) > _TAGGED * len(told)


def _has_cue(words: str) -> bool:
    """Whether one of a few words is a verb that mostly reports speech."""
    cues = (read_cues().get(w.strip(".").lower()) for w in words.split())
    return any(cue is not None and cue.group == "say" and cue.weight >= _TAG_WEIGHT for cue in cues)


def _share(texts: Sequence[str], words: frozenset[str]) -> float:
    """The share of texts that hold one of the words, "I've" and "you're" included; 0 of no text."""
    holding = (t for t in texts if not words.isdisjoint(w.lower() for w in _LETTERS.findall(t)))
    return sum(1 for _ in holding) / max(1, len(texts))


def _is_question(text: str) -> bool:
    stripped = text.strip()
    return stripped.endswith("?") and len(stripped.split()) <= _QUESTION_WORDS and not _is_all_marked(stripped)


def _prompts(texts: Sequence[str], asks: Sequence[bool], at: int) -> bool:
    """Whether a paragraph between two that do not ask speaks to the one interviewed: "You said you would never write again."."""
    if asks[at] or at + 1 >= len(texts) or asks[at - 1] or asks[at + 1] or len(texts[at].split()) > _PROMPT_WORDS:
        return False
    words = {w.lower() for w in _LETTERS.findall(texts[at])}
    return not words.isdisjoint(read_set("quotes/words.csv", "reader")) and words.isdisjoint(read_set("quotes/words.csv", "narrator"))


def _is_all_marked(text: str) -> bool:
    return text.strip().startswith(("“", '"', "‘"))


def _is_heading(text: str) -> bool:
    """Whether a line is short and ends without a stop."""
    return text.strip()[-1:] not in '.!?…:”"’' and len(text.split()) < _SHORTEST_LINE


def _is_of(text: str, person: Mention) -> bool:
    """Whether a paragraph tells of somebody: it begins with the name or with a pronoun, or says "told" or "spoke"."""
    words = WORD.findall(text)
    opening = words[0].lower() if words else ""
    is_short = len(words) <= _LONGEST_SCENE
    if opening in read_set("quotes/words.csv", "he") | read_set("quotes/words.csv", "she"):
        return is_short
    return text.strip().startswith((person.name, person.name.split()[-1]))
