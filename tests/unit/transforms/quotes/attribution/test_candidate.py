"""What lies between marked words and a saying, on paragraphs without a parse: the saying's place is given by its cue and speaker."""

from __future__ import annotations

import pytest

from tests.parses import plain
from transforms.quotes.attribution.candidate import Candidate, measure
from transforms.quotes.cues import Cue
from transforms.quotes.sayings.saying import How, Saying
from transforms.quotes.spans.marks import find_marked
from transforms.quotes.spans.span import Span

SAY = Cue("say", "say", 1.0)


def saying(text: str, cue: str, speaker: str, how: How = "subject", governs: str | None = None) -> Saying:
    at, who = text.index(cue), text.index(speaker)
    sentence = next(i for i, s in enumerate(plain(text).sentences) if s.start <= at < s.end)
    below = None if governs is None else Span(text.index(governs), text.index(governs) + len(governs))
    return Saying(SAY, Span(at, at + len(cue)), sentence, how, Span(who, who + len(speaker)), governs=below)


def candidate(
    text: str, cue: str, speaker: str, at: int = 0, *, how: How = "subject", governs: str | None = None, again: bool = False
) -> Candidate:
    s = saying(text, cue, speaker, how, governs)
    return measure(plain(text), find_marked(text), at, s, s if again else None)


# (what is so, the paragraph, the words at which place, its cue, its speaker, how that was found, the route)
ROUTES = [
    ("a tag", "“It rained,” said Orlo.", 0, "said", "Orlo", "inverted", "after"),
    ("in the same sentence", "Orlo said “it rained” there.", 0, "said", "Orlo", "subject", "before"),
    ("in the sentence before", "Orlo said no. “It rained.”", 0, "said", "Orlo", "subject", "earlier"),
    ("a label", "“Orlo: It rained.”", 0, ":", "Orlo", "inner label", "inner label"),
    ("a signature", "“It rained.” — Orlo", 0, "—", "Orlo", "signature", "signature"),
    ("a colon", "Orlo had one wish: “Rain.”", 0, ":", "Orlo", "colon", "colon"),
    ("words between cue and speaker", "Said “it rained” Orlo.", 0, "Said", "Orlo", "inverted", "before"),
]


@pytest.mark.parametrize(("what", "text", "at", "cue", "speaker", "how", "route"), ROUTES)
def test_where_the_saying_stands(what: str, text: str, at: int, cue: str, speaker: str, how: How, route: str) -> None:
    assert candidate(text, cue, speaker, at, how=how).route == route


def test_a_saying_that_led_to_the_words_before_goes_on() -> None:
    c = candidate("Orlo said no. “It rained.”", "said", "Orlo", again=True)
    assert (c.route, c.is_used) == ("again", True)


# (what is so, the paragraph, the words at which place, words between, sentence ends between, other marked words between)
DISTANCES = [
    ("right beside", "“It rained,” said Orlo.", 0, 0, 0, 0),
    ("words between", "Orlo said in the old town “it rained”.", 0, 4, 0, 0),
    ("a sentence between", "Orlo said no. Boats lay still. “It rained.”", 0, 4, 2, 0),
    ("other marked words do not count", "Orlo said “yes” and “it rained”.", 1, 1, 0, 1),
    ("a sentence that ends within other marks is no end", "Orlo said “Yes. No” and “it rained”.", 1, 1, 0, 1),
]


@pytest.mark.parametrize(("what", "text", "at", "words", "breaks", "between"), DISTANCES)
def test_what_lies_between(what: str, text: str, at: int, words: int, breaks: int, between: int) -> None:
    c = candidate(text, "said", "Orlo", at)
    assert (c.words, c.breaks, c.between) == (words, breaks, between)


# (what is so, the paragraph, the field, its value)
FIELDS: list[tuple[str, str, str, object]] = [
    ("nothing between but marks", "“It rained,” said Orlo.", "is_tight", True),
    ("a word between", "“It rained,” then said Orlo.", "is_tight", False),
    ("a comma in the marks", "“It rained,” said Orlo.", "has_comma", True),
    ("a comma behind the marks", "“It rained”, said Orlo.", "has_comma", True),
    ("neither", "“It rained” said Orlo.", "has_comma", False),
    ("a colon leads to the words", "Orlo said: “It rained.”", "leads", True),
    ("nothing leads to them", "Orlo said “it rained”.", "leads", False),
    ("the last marked words", "Orlo said “it rained”.", "is_last", True),
    ("not the last", "Orlo said “it rained” and “snowed”.", "is_last", False),
    ("part of another sentence", "Orlo said no. The “rain” fell.", "is_inside_sentence", True),
    ("a sentence of their own", "Orlo said no. “It rained.”", "is_inside_sentence", False),
    ("words of the tag's sentence behind it", "“No!” Orlo said on Monday night.", "rest", 3),
]


@pytest.mark.parametrize(("what", "text", "field", "value"), FIELDS)
def test_fields(what: str, text: str, field: str, value: object) -> None:
    assert getattr(candidate(text, "said", "Orlo"), field) == value


def test_the_rest_of_a_sentence_behind_a_saying_in_it() -> None:
    text = "“It rained.” Boats sank. Orlo said on Monday night."
    assert candidate(text, "said", "Orlo").rest == 3


def test_governed_words_lie_in_what_hangs_on_the_cue() -> None:
    text = "Orlo said that “it rained” there."
    assert candidate(text, "said", "Orlo", governs="that “it rained” there").is_governed
    assert not candidate(text, "said", "Orlo", governs="there").is_governed
