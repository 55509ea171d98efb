"""What is read of a paragraph."""

from __future__ import annotations

import pytest

from tests.parses import mention, plain
from transforms.quotes.cues import COLON
from transforms.quotes.paragraphs import is_heading, part_order, read_paragraph
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.span import Span


def test_names_are_counted_from_the_start_of_the_paragraph() -> None:
    body = "It rained.\nAda Orlo left."
    paragraph = read_paragraph(plain("Ada Orlo left.", start=11), None, [mention(body, "Ada Orlo", 1)], "en")
    assert [n.span for n in paragraph.named] == [Span(0, 8)]


def test_open_marks_are_damaged_but_where_the_next_paragraph_goes_on() -> None:
    opened, goes_on = plain("“We go and"), plain("“we stay.”")
    assert read_paragraph(opened, None, [], "en").damaged == (True,)
    assert read_paragraph(opened, goes_on, [], "en").damaged == (False,)


def test_other_languages_are_not_read_for_sayings() -> None:
    paragraph = read_paragraph(plain("„Ja“, sagte Orlo."), None, [], "de")
    assert len(paragraph.marked) == 1 and paragraph.sayings == () and not paragraph.is_read


def test_the_sentence_of_some_words() -> None:
    paragraph = read_paragraph(plain("It rained. We left."), None, [], "en")
    assert paragraph.sentence_of(Span(11, 13)) == "We left."


def test_what_is_a_name_once_in_a_paragraph_is_one_again() -> None:
    text = "Orlo adds a “quick hide” feature. While “quick hide” is free, Orlo says that “night maps” cost money."
    assert read_paragraph(plain(text), None, [], "en").kinds == ("scare", "scare", "mixed")


LABELS = [
    ("Review: “It was a feast.”", False),
    ("The theme is “Zones: our partners”.", False),
    ("ORLO: “It was a feast.”", True),
    ("Wife: “It was a feast.”", True),
]


@pytest.mark.parametrize(("text", "is_somebody"), LABELS)
def test_a_heading_before_a_colon_is_nobody(text: str, is_somebody: bool) -> None:
    colon = Saying(COLON, Span(text.index(":"), text.index(":") + 1), 0, "colon", Span(*_word_before_colon(text)))
    assert is_heading(text, colon, []) is not is_somebody


def _word_before_colon(text: str) -> tuple[int, int]:
    end = text.index(":")
    return max(text.rfind(" ", 0, end), text.rfind("“", 0, end)) + 1, end


def test_parts_in_the_order_of_a_page() -> None:
    assert part_order("title") < part_order("standfirst") < part_order("body") < part_order("block")
