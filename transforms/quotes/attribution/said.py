"""Whether words that the outlet marks within its own sentence are what somebody said: points for what speaks for and against it.

The other marked words are terms, labels, titles, words held at a distance, and examples of what people might say. The points stand in
`data/quotes/said.csv`, a logistic regression fitted on annotated paragraphs (`python -m tests.quality.said`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from transforms.evidence_table import rate_evidence
from transforms.quotes.attribution.choose import Attribution
from transforms.quotes.paragraphs import Paragraph
from transforms.quotes.sayings.reported import reaches
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.sayings.speaking_nouns import is_speaker
from transforms.quotes.spans.marks import Marked
from transforms.quotes.spans.span import WORD
from transforms.quotes.spans.work_titles import is_title_case
from transforms.word_lists import any_of_set, read_set

TABLE = "quotes/said.csv"
# Below this chance marked words are nobody's.
LEAST = 0.35
_FEW = 3  # words that are seldom a clause
_MANY = 6  # words from which on few terms are as long
_SHORTEST_TERM = 4  # code points of a term that is looked for elsewhere in the article
_CLOSE = 1  # words between a cue and marks that it leads to: "that", "of"
_NEAR = 6  # words from which on a cue governs the outlet's own words more likely than the marks
_SURE_WEIGHT = 0.8  # of cues that mostly report speech
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUNS = frozenset({"DT", "JJ", "JJR", "JJS", "PRP$", "POS", "NN", "NNP", "CD"})
_NAMING = re.compile(rf"\b(?:{any_of_set('quotes/words.csv', 'words for words')})(?:\s+(?:of|is|was|as|for))?\W*$", re.IGNORECASE)
_EXAMPLES = any_of_set("quotes/words.csv", "before examples").replace(r"\-", " ")
_EXAMPLE = re.compile(rf"\b(?:{_EXAMPLES})\W*$", re.IGNORECASE)
_CUES = {"call": "a verb of calling", "think": "a verb of thinking", "noun": "a noun of speech"}
_BEHIND_AS = re.compile(r"\bas\s(?:(?:an?|the|its|his|her|their)\s)?$")
_NOT_WORDS = " ,.;:—–-"
_REACH = 24  # code points before marks that are looked at


def rate_said(paragraph: Paragraph, at: int, attribution: Attribution, article: str) -> float:
    """The chance, from 0 to 1, that the marked words at index `at` of a paragraph are what the speaker of the attribution said.

    `article` is the text of the whole article in small letters.
    """
    return rate_evidence(TABLE, list_evidence(paragraph, at, attribution, article))


def list_evidence(paragraph: Paragraph, at: int, attribution: Attribution, article: str) -> Iterator[str]:
    """What holds of marked words and of who is taken to say them, by the names of the table."""
    m = paragraph.marked[at]
    yield "marked words"
    tokens = [(s.start, t) for s in paragraph.reading.sentences if s.doc is not None for t in s.doc]
    yield from _in_the_words(paragraph, m, tokens)
    yield from _around_the_words(paragraph, m, tokens)
    if _is_repeated(m.span.of(paragraph.text), article):
        yield "elsewhere without marks"
    if paragraph.part == "title":
        yield "in a title"
    if attribution.saying is not None:
        yield _speaker_of(attribution)
        if attribution.saying.how == "agent":
            yield "an agent is named"
        yield _cue_of(attribution.saying)
        yield (place := _place_of(paragraph, m, attribution, attribution.saying))
        is_called = place == "cue right beside" and attribution.saying.cue.group == "call"
        if attribution.saying.speaker is not None and (is_called or _is_judged_as(paragraph, m, attribution.saying)):
            yield "called so right beside"


def _is_judged_as(paragraph: Paragraph, m: Marked, s: Saying) -> bool:
    """Whether a verb takes the words by its "as": "sees the line-up as its “weak spot”"."""
    before = paragraph.text[max(0, m.outer.start - _REACH) : m.outer.start]
    return "as" in s.cue.traits and s.at.end <= m.outer.start and _BEHIND_AS.search(before) is not None


def _in_the_words(paragraph: Paragraph, m: Marked, tokens: Sequence[tuple[int, Token]]) -> Iterator[str]:
    """`tokens` are the parsed words of the paragraph, each with where its sentence starts."""
    words = WORD.findall(m.span.of(paragraph.text))
    inside = [t for base, t in tokens if m.span.has(base + t.idx)]
    if len(words) == 1:
        yield "one word"
    elif len(words) <= _FEW:
        yield "a few words"
    elif len(words) >= _MANY:
        yield "many words"
    if words and is_title_case(words):
        yield "in title case" if len(words) > 1 else "one word with a capital"
    if any(t.tag_ in _FINITE for t in inside) and len(words) > 1:
        yield "with a verb"
    if {w.lower() for w in words} & read_set("quotes/words.csv", "narrator"):
        yield "in the first person"


def _around_the_words(paragraph: Paragraph, m: Marked, tokens: Sequence[tuple[int, Token]]) -> Iterator[str]:
    text = paragraph.text
    before = text[max(0, m.outer.start - _REACH) : m.outer.start]
    if _NAMING.search(before):
        yield "behind a word for words"
    if _EXAMPLE.search(before):
        yield "behind what leads to an example"
    if text[m.outer.end : m.outer.end + 1].isalnum():
        yield "letters right behind"
    last = next((t for base, t in reversed(tokens) if base + t.idx + len(t) <= m.outer.start), None)
    behind = next((t for base, t in tokens if base + t.idx == m.outer.end + 1), None)
    is_bound = last is not None and last.tag_ in _BEFORE_NOUNS and before.endswith(" ") and before.strip()[-1:].isalnum()
    if m.span.of(text)[-1:].isalnum() and behind is not None and behind.tag_ in _NOUNS:
        yield "before a noun, in its phrase" if is_bound else "before a noun"
    elif is_bound:
        yield "at the end of a phrase"


def _is_repeated(words: str, article: str) -> bool:
    """Whether the article uses the words without marks, too: a term that it has introduced."""
    low = words.strip(" ,.;:!?").casefold()
    if len(low) < _SHORTEST_TERM:
        return False
    at = article.find(low)
    while at >= 0:
        if article[at - 1 : at].isspace() and not article[at + len(low) : at + len(low) + 1].isalnum():
            return True
        at = article.find(low, at + 1)
    return False


def _speaker_of(attribution: Attribution) -> str:
    s = attribution.saying
    assert s is not None
    if s.speaker is None:
        return "nobody speaks"
    words = s.speaker.of(attribution.passage.text)
    low = words.lower()
    if low in read_set("quotes/words.csv", "narrator"):
        return "the writer speaks"
    if low in read_set("quotes/words.csv", "nobodies") or low in read_set("quotes/words.csv", "vague"):
        return "anybody speaks"
    if low in read_set("quotes/words.csv", "it"):
        return "it speaks"
    if any(low in read_set("quotes/words.csv", row) for row in ("he", "she", "they")):
        return "a pronoun speaks"
    head = (s.head or s.speaker).of(attribution.passage.text)
    return "somebody speaks" if head[:1].isupper() or is_speaker(head.lower()) else "a thing speaks"


def _cue_of(s: Saying) -> str:
    if s.cue.group == "call" and not s.cue.is_strong:
        return "a weak verb of calling"
    if s.cue.group == "say":
        return "a verb of saying" if s.cue.weight >= _SURE_WEIGHT else "a weak verb of saying"
    return _CUES.get(s.cue.group, "a weak verb of saying")


def _place_of(paragraph: Paragraph, m: Marked, a: Attribution, s: Saying) -> str:
    """Where the cue stands to the words."""
    if a.passage is not paragraph.passage or a.method not in ("cue before", "cue after"):
        return "cue elsewhere" if a.method not in ("signature", "label", "inner label") else "cue right beside"
    if a.method == "cue after":
        gap = paragraph.text[m.outer.end : s.span.start]
        if gap.strip(_NOT_WORDS).lower() in ("", "as"):
            return "cue right beside"  # “…,” as she put it
        return "source behind" if s.how == "according to" or gap.rstrip().endswith(",") else "cue behind"
    gap = paragraph.text[max(s.at.end, s.addressee.end if s.addressee is not None else 0) : m.outer.start]
    if len(WORD.findall(gap)) <= _CLOSE:
        return "cue right beside"
    if s.governs is None or not reaches(s.governs, m):
        return "cue before"
    return "below the cue" if len(WORD.findall(gap)) <= _NEAR else "far below the cue"
