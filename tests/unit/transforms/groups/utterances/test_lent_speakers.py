"""What another article of the story lends: a speaker for words that have none."""

from __future__ import annotations

import pytest

from transforms.groups.utterances.lent_speakers import lend_speakers
from transforms.records import SpokenQuote, UtteranceGroup


def quote(number: int, speaker: str | None, name: str | None = None, *, story: str | None = "s") -> SpokenQuote:
    """A quote of an article of its own."""
    return SpokenQuote(str(number), f"a{number}", 0, None, story, "direct", "We rebuilt the pier", speaker, speaker_name=name)


def lent(*quotes: SpokenQuote) -> dict[str, str]:
    group = UtteranceGroup(tuple(q.quote_id for q in quotes), "We rebuilt the pier", "orlo", "0")
    return lend_speakers([group], {q.quote_id: q for q in quotes})


KNOWN = quote(1, "orlo", "Ada Kaverin")


@pytest.mark.parametrize("printed", [None, "the ad", "she", "a Velm spokeswoman", "the head of Velm Port", "Kavarin", "Ada Kaveryn"])
def test_who_is_not_named_or_misspelled_is_lent(printed: str | None) -> None:
    assert lent(KNOWN, quote(2, None, printed)) == {"2": "orlo"}


@pytest.mark.parametrize("printed", ["Peter Moss", "Moss"])
def test_a_name_that_means_another_keeps_its_quote(printed: str) -> None:
    assert lent(KNOWN, quote(2, None, printed)) == {}


def test_two_articles_that_disagree_lend_nobody() -> None:
    assert lent(KNOWN, quote(3, "moss", "Peter Moss"), quote(2, None)) == {}


def test_another_story_or_the_same_article_lends_nobody() -> None:
    assert lent(KNOWN, quote(2, None, story="t"), quote(3, None, story=None)) == {}
    same = SpokenQuote("9", "a1", 1, None, "s", "direct", "We rebuilt the pier", None)
    assert lent(KNOWN, same) == {}


def test_a_known_speaker_stays() -> None:
    assert lent(KNOWN, quote(2, "moss", "Peter Moss")) == {}
