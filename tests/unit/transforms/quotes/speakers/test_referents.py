"""Whom a printed speaker means, on paragraphs and names given by hand."""

from __future__ import annotations

import pytest

from tests.parses import mention
from transforms.quotes.cues import ACCORDING, Cue
from transforms.quotes.paragraphs import Named
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.span import Span
from transforms.quotes.speakers.discourse import Discourse, Referent
from transforms.quotes.speakers.referents import find_referent, stands_for
from transforms.records import Mention

ADA = Referent("person", 1, "Ada Orlo")


def meant(text: str, speaker: str, mentions: list[Mention], discourse: Discourse | None = None, head: str | None = None) -> str | None:
    at = text.index(speaker)
    phrase = Span(at, at + len(speaker))
    noun = Span(text.index(head), text.index(head) + len(head)) if head else Span(phrase.start + speaker.rfind(" ") + 1, phrase.end)
    saying = Saying(Cue("say", "say", 1.0), Span(phrase.end + 1, phrase.end + 5), 0, "subject", phrase, noun)
    named = [Named(Span(m.start_char, m.end_char), m) for m in mentions if text[m.start_char : m.end_char] == m.text]
    return find_referent(text, saying, named, mentions, discourse or Discourse()).name


def test_a_name_is_the_name() -> None:
    text = "Mayor Orlo said so."
    assert meant(text, "Mayor Orlo", [mention(text, "Orlo", 1, name="Ada Orlo")]) == "Ada Orlo"


@pytest.mark.parametrize(
    "text",
    ["The mayor, Ada Orlo, said so.", "The mayor of Velm, Ada Orlo, said so."],
)
def test_a_name_in_apposition(text: str) -> None:
    assert meant(text, "The mayor", [mention(text, "Ada Orlo", 1)]) == "Ada Orlo"


def test_a_name_behind_a_trade() -> None:
    text = "Fellow protester, bus driver Ada Orlo, 60, said so."
    assert meant(text, "Fellow protester", [mention(text, "Ada Orlo", 1)]) == "Ada Orlo"


def test_two_joined_are_neither_alone() -> None:
    text = "Ada Orlo and Mrs. Moss said so."
    both = [mention(text, "Ada Orlo", 1), mention(text, "Moss", 2)]
    assert meant(text, "Ada Orlo and Mrs. Moss", both, head="Orlo") == "Ada Orlo and Mrs. Moss"


def test_what_a_source_tells_may_begin_with_a_name() -> None:
    text = "According to his producer, Ada Orlo paid for the boat."
    at = text.index("his producer")
    source = Saying(ACCORDING, Span(0, 12), 0, "according to", Span(at, at + 12), Span(at + 4, at + 12))
    named = [Named(Span(m.start_char, m.end_char), m) for m in [mention(text, "Ada Orlo", 1)]]
    assert find_referent(text, source, named, [n.mention for n in named], Discourse()).name == "his producer"


def test_a_pronoun_is_the_last_subject_and_a_vague_one_nobody() -> None:
    d = Discourse(subjects=[ADA], genders={1: "f"})
    assert meant("“Go,” she said.", "she", [], d) == "Ada Orlo"
    assert meant("“Go,” he said.", "he", [], d) is None
    assert meant("“Go,” we said.", "we", [], d) is None


def test_the_role_of_one_person_only() -> None:
    text = "“Go,” the mayor said."
    one = Mention("body", None, 90, 94, "Orlo", "person", 1, "Ada Orlo", "mayor of Velm")
    other = Mention("body", None, 95, 99, "Moss", "person", 2, "Peter Moss", "mayor of Tarsia")
    assert meant(text, "the mayor", [one]) == "Ada Orlo"
    assert meant(text, "the mayor", [one, other]) == "the mayor"


def test_a_country_stands_for_its_government() -> None:
    text = "Norway said so."
    assert stands_for(mention(text, "Norway", 1, "place")) == "Norwegian government"
    assert stands_for(mention(text, "Norway", 1)) is None
