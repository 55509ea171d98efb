"""Quotes of different occasions meet by keys of their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transforms.groups.utterances.keys import find_repeats, list_far_keys, list_passage_keys, list_rarest
from transforms.groups.utterances.words import read_statement
from transforms.records import SpokenQuote

LONG = "Every lantern on the eastern breakwater was repaired before the autumn gales"
OTHER = "the night porter counted the empty barrels behind the customs shed"


def say(text: str, article: str = "a", speaker: str | None = "orlo") -> SpokenQuote:
    return SpokenQuote(f"{article}.{text}", article, 0, None, None, "direct", text, speaker)


def read_keys(quote: SpokenQuote) -> list[int]:
    return list_passage_keys(quote, read_statement(quote.text))


def test_the_rarest_stem_is_the_first() -> None:
    assert list_rarest(read_statement("a new lantern for new people"))[0] == "lantern"


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (LONG, LONG + ", she said", True),  # the same rarest words
        (LONG, OTHER, False),
        ("narrow channel", "channels, narrow", True),  # all stems of a fragment
        ("narrow channel", "narrow channel for boats", False),
        ("reckless", "reckless", False),  # one stem has no key
    ],
)
def test_statements_of_one_speaker_meet_over_time(a: str, b: str, meet: bool) -> None:
    assert bool(set(list_far_keys(read_statement(a))) & set(list_far_keys(read_statement(b)))) is meet


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{LONG}. {OTHER.capitalize()}.", 2),  # a key a sentence
        (f"{LONG} … {OTHER}", 2),  # and a stretch between words left out
        (f"{LONG}. We go on.", 1),  # none of a short one
        (f"{LONG}. {LONG}.", 1),
        ("We are ready to talk.", 0),
        ("", 0),
    ],
)
def test_long_passages_have_keys(text: str, count: int) -> None:
    assert len(read_keys(say(text))) == count


def test_a_passage_has_one_key_however_it_is_punctuated() -> None:
    assert read_keys(say(LONG.upper() + "!")) == read_keys(say(f"We go on. {LONG}"))


@pytest.mark.parametrize("kind", ["indirect", "scare"])
def test_what_no_marks_vouch_for_has_no_passages(kind: str) -> None:
    assert read_keys(replace(say(LONG), kind=kind)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quotes", "articles"),
    [
        ([say(LONG, "a"), say(LONG, "b"), say(OTHER, "c")], {"a", "b"}),
        ([say(LONG, "a"), say(LONG, "b", "moss")], set()),  # of two speakers
        ([say(LONG, "a", None), say(LONG, "b", None)], set()),  # of nobody known
        ([say(LONG, "a"), say(LONG, "a")], set()),  # in one article
        ([say(LONG, "a"), say(LONG, "b", "spokesman")], {"a", "b"}),  # of an organization and who speaks for it
    ],
)
def test_passages_that_two_articles_quote_of_one_speaker(quotes: list[SpokenQuote], articles: set[str]) -> None:
    found = find_repeats(quotes, {"spokesman": "orlo"})
    assert set(found) == articles and len({passage for own in found.values() for passage in own}) == bool(articles)
