"""What means the same in other words, and what is only near."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.paraphrases import find_paraphrases
from transforms.groups.utterances.words import read_statement, weigh


def word(text: str, article: str, **other: Any) -> Wording:
    weighed = weigh(read_statement(text))
    given: dict[str, Any] = {
        "speaker": "orlo", "speaker_words": frozenset({"orlo"}), "is_indirect": False, "is_mixed": False,
        "articles": frozenset({article}), "stories": frozenset({"storm"}), "days": (date(2031, 3, 2),), "is_undated": False,
        "is_recalled": False, "quotes": (0,),
    }  # fmt: skip
    return Wording(weighed=weighed, size=len(weighed.counts), **given | other)


def are_paraphrases(a: str, b: str, **other: Any) -> bool:
    return bool(list(find_paraphrases([word(a, "x"), word(b, "y", **other)])))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ferry was overloaded when it left the pier", "Too many passengers were aboard the ferry at departure"),
        ("I have never been so proud of this orchestra", "My pride in these musicians has never been greater"),
        ("The glacier has lost a third of its ice", "one third of the ice had melted away"),
        ("Our shop cannot pay such a rent", "We can't afford what the landlord asks for this store"),
        ("No mill would shut before the harvest", "All mills are to stay open until the harvest"),  # the opposite, denied
        ("Do not drink the water", "Stay away from the tap water"),  # a word that denies by itself
        ("No ferry will sail on Friday", "Friday's sailings are cancelled"),
        ("We do not have enough nurses", "There are too few nurses on our wards"),
        ("They borrowed to buy boats that nobody needed", "They took out loans to buy ships no one needed"),  # in one frame
        ("Nearly a quarter of the boats lose money", "that 24 per cent of its boats make a loss"),
        ("He never slept, not once, not even when we sang", "He didn't sleep once"),  # a single word of content, and all of it
        ("Who cannot look after health records should not keep them", "If you lose medical records you must not have them"),
        ("The last ten miles were as hard as the rest", "that the final ten miles had taken as much strength as all before"),
    ],
)
def test_one_meaning_in_other_words(a: str, b: str) -> None:
    assert are_paraphrases(a, b) and are_paraphrases(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ferry was overloaded when it left the pier", "The captain had sailed this route for ten years"),  # another thing of one event
        ("We will close the mine", "The mine is not going to be shut down"),  # denied
        ("The dam does not leak", "Water is running away through the dam"),
        ("There was no lack of doctors", "Doctors were lacking"),
        ("He never denied the payments", "He denied that he was paid"),
        ("Nobody was warned of the storm", "We were warned off by the coastguard before the gale"),
        ("Forty boats were lost", "We lost ninety ships"),  # another number
        ("The harbour opens again this year", "Next year the port will be usable"),  # another year
        ("We have lost the final", "The final is ours, we won it"),  # the opposite
        ("We have repaired the bridge", "The bridge will be mended"),  # done, and to be done
        ("It is a fair offer for the crew", "That is the final offer to our sailors"),  # another quality
        ("We will rebuild the mill", "We will rebuild the chapel"),  # one frame, filled otherwise
        ("No", "Never"),  # hardly a word
        ("We have money for two boats", "We have no money for a second ferry"),
        ("Wages for June have not been paid", "We will not talk until the wages are paid"),
        ("We did not start the fire, and we will end it", "The fire will be over when we have beaten it"),
        ("outrageous", "It is outrageous, all of it"),  # a word
        ("a reckless plan", "We were reckless with the harbour money"),  # hardly more
        ("It took nine years, but the bridge was built", "Nine years I have waited for a letter from them"),  # a figure
        ("The bank will wait until prices rise by four per cent", "Our exports will grow by four per cent"),
    ],
)
def test_what_is_near_and_another_statement(a: str, b: str) -> None:
    assert not are_paraphrases(a, b)


def test_what_tells_more_is_another() -> None:
    """A report of several things that a speaker said is none of them."""
    said = "The ferry will stay in the harbour until its engine has been mended"
    told = "the boat was going to be kept in port for a repair of the motor"
    more = f"{told}, tickets already bought would be paid back, and two of the crew had been sent home with burns on their hands"
    assert are_paraphrases(said, told, is_indirect=True) and not are_paraphrases(said, more, is_indirect=True)


@pytest.mark.parametrize(
    "other",
    [
        {"speaker": "tessin"},
        {"speaker": None},
        {"stories": frozenset({"flood"})},
        {"articles": frozenset({"x"})},
        {"days": (date(2031, 3, 20),)},
    ],
    ids=["another speaker", "nobody known", "another story", "the same article", "weeks later"],
)
def test_only_of_one_speaker_in_two_reports_of_one_story(other: dict[str, Any]) -> None:
    assert not are_paraphrases("The glacier has lost a third of its ice", "one third of the ice had melted away", **other)


def test_what_has_its_words_in_the_other_article_is_not_compared() -> None:
    pair = [word("The glacier has lost a third of its ice", "x"), word("one third of the ice had melted away", "y")]
    told = [*pair, word("The glacier lost a third of its ice", "y")]
    assert [found[:2] for found in find_paraphrases(pair)] == [(0, 1)]
    assert not list(find_paraphrases(told, [(0, 2)]))


def find_pairs(*wordings: Wording) -> list[tuple[int, int]]:
    return [found[:2] for found in find_paraphrases(wordings)]


def test_of_two_that_are_near_the_nearer_one() -> None:
    said = word("The glacier has lost a third of its ice", "x")
    right = word("one third of the ice had melted away", "y")
    other = word("The ice of the glacier feeds two rivers", "y")
    assert find_pairs(said, right, other) == [(0, 1)]


def test_a_statement_is_the_counterpart_of_one_in_an_article() -> None:
    """Either alone would be one with the third."""
    one, other = word("We checked the nets of every boat in the harbour", "x"), word("We looked over every net in the harbour", "x")
    told = word("All nets of the harbour were examined", "y")
    assert find_pairs(one, told) and find_pairs(other, told)
    assert len(find_pairs(one, other, told)) == 1
