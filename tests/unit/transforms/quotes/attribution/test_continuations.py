"""Speakers that quotes take from elsewhere, on attributions made by hand."""

from __future__ import annotations

from transforms.nlp import Passage
from transforms.quotes.attribution.choose import Attribution
from transforms.quotes.attribution.continuations import Handover, carry_over
from transforms.quotes.cues import Cue
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.marks import find_marked
from transforms.quotes.spans.span import Span

EARLIER = Passage("body", "“We go,” Orlo said.")
SAYING = Saying(Cue("say", "say", 1.0), Span(14, 18), 0, "subject", Span(9, 13), Span(9, 13))
SAID = Attribution(SAYING, "cue after", 0.0, EARLIER)
NONE = Attribution(None, "none", 26.0, EARLIER)


def methods(text: str, chosen: list[Attribution], previous: Handover | None, *, is_sentence: bool = True) -> list[str]:
    marked = find_marked(text)
    filled, _ = carry_over(Passage("body", text, 50), marked, (), chosen, [is_sentence] * len(marked), previous)
    return [a.method for a in filled]


def test_a_sentence_behind_a_quote_has_the_same_speaker() -> None:
    assert methods("“We go,” Orlo said. “We stay.”", [SAID, NONE], None) == ["cue after", "same speaker"]


def test_words_in_the_outlets_sentence_take_nobody_from_elsewhere() -> None:
    assert methods("“We go,” Orlo said. It was “so”.", [SAID, NONE], None, is_sentence=False) == ["cue after", "none"]


def test_a_paragraph_of_words_alone_goes_on() -> None:
    assert methods("“We stay here.”", [NONE], Handover(SAID, None, is_open=False, announces=False)) == ["paragraph before"]
    assert methods("“We stay here.”", [NONE], Handover(SAID, None, is_open=True, announces=False)) == ["continued"]
    assert methods("“We stay here.”", [NONE], Handover(None, SAID, is_open=False, announces=False)) == ["introduced"]
    assert methods("It rained. “We stay here.”", [NONE], Handover(None, SAID, is_open=False, announces=False)) == ["none"]


def test_a_paragraph_that_ends_in_a_colon_announces() -> None:
    assert methods("“We stay here.”", [NONE], Handover(SAID, SAID, is_open=False, announces=True)) == ["announced"]
