"""The events are well-formed: the words that are one or apart stand in their reports. What the program makes of them is no test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.events import GOLD, event_folders, read_expected

EVENTS = event_folders(GOLD)


def test_every_event_says_what_is_expected() -> None:
    assert EVENTS and len(EVENTS) == sum(p.is_dir() for p in GOLD.iterdir())


@pytest.mark.parametrize("event", EVENTS, ids=lambda p: p.name)
def test_expected_words_stand_in_the_reports(event: Path) -> None:
    expected = read_expected(event)
    text = {p.name: p.read_text(encoding="utf-8") for p in event.glob("*.txt")}
    places = [place for group in (*expected["one"], *expected["apart"]) for place in group] + expected["alone"]
    assert all(words in text[file] for file, words in places)
    assert sorted(file for story in expected["stories"] for file in story) == sorted(text)
    assert all(len(group) > 1 for group in (*expected["one"], *expected["apart"]))
