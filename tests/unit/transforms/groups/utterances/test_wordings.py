"""The very same words of one speaker on one occasion are one wording."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from transforms.groups.order import quote_order
from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.wordings import collect_wordings
from transforms.records import SpokenQuote

TEXT = "We will never sell the quay."


def say(article: str, text: str = TEXT, speaker: str | None = "orlo", day: int | None = 0, story: str | None = "s") -> SpokenQuote:
    published = date(2031, 3, 1) + timedelta(days=day) if day is not None else None
    return SpokenQuote(f"{article}.0", article, 0, published, story, "direct", text, speaker)


def collect(*quotes: SpokenQuote) -> list[Wording]:
    return collect_wordings(sorted(quotes, key=quote_order), {"voice": "orlo"}, {"a": frozenset({"p"}), "b": frozenset({"q"})})


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (say("b"), True),
        (say("b", "we will never sell the quay,"), True),  # the same words otherwise printed
        (say("b", "We will not sell the quay."), False),
        (say("b", speaker="moss"), False),
        (say("b", speaker="voice"), True),  # who speaks for one speaks as one
        (say("b", speaker=None), False),
        (replace(say("b"), kind="indirect"), False),
        (replace(say("b"), speaker_name="Orlo"), False),  # other evidence of who it is
        (say("b", story="t"), False),
        (say("b", day=60), True),  # one story
    ],
)
def test_quotes_of_one_story(other: SpokenQuote, one: bool) -> None:
    assert len(collect(say("a"), other)) == (1 if one else 2)


@pytest.mark.parametrize(
    ("speaker", "days", "count"),
    [
        ("orlo", (0, 3, 6), 1),  # each within days of the next
        ("orlo", (0, 4), 2),
        ("orlo", (0, None), 2),
        (None, (0, 0), 2),  # nobody known: by article
    ],
)
def test_quotes_without_a_story(speaker: str | None, days: tuple[int | None, ...], count: int) -> None:
    assert len(collect(*(say(f"a{n}", speaker=speaker, day=day, story=None) for n, day in enumerate(days)))) == count


def test_a_wording_tells_what_its_quotes_have_in_all() -> None:
    (wording,) = collect(replace(say("a"), kind="mixed"), say("b", day=1), say("c", day=None))
    assert (wording.articles, wording.days, wording.is_undated, wording.is_mixed) == (
        {"a", "b", "c"},
        (date(2031, 3, 1), date(2031, 3, 2)),
        True,
        False,
    )
    assert (wording.quotes, wording.size, wording.repeats) == ((0, 1, 2), 2, {"p", "q"})


def test_a_wording_is_recalled_where_all_its_quotes_are() -> None:
    recalled = replace(say("a"), sentence=f"Last month Orlo said: “{TEXT}”")
    assert collect(recalled)[0].is_recalled
    assert not collect(recalled, replace(say("b"), sentence=f"“{TEXT}” Orlo said"))[0].is_recalled
