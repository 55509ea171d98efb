"""What is a name at all, and what is a word with a capital."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.acceptance import is_name, is_shouted
from transforms.mentions.kinds.votes import Votes, surface_key
from transforms.records import MentionType


@pytest.mark.parametrize(
    ("text", "words", "type_", "own", "is_one"),
    [
        ("They met Ada Moss.", "Ada Moss", "person", {"person": 1.0}, True),
        ("It was on Monday.", "Monday", "person", {"person": 1.0}, False),
        ("Sen. Moss (R-Texas) left.", "R-Texas", "organization", {"organization": 1.0}, False),
        ("On 117th Street it fell.", "Street", None, {"place": 3.0}, False),
        ("The Fisheries Minister left.", "Fisheries", "organization", {"organization": 1.0}, False),
        # the adjective of a country is no name, its people are
        ("The Syrian left.", "Syrian", "group", {"group": 2.0}, False),
        ("Syrians left.", "Syrians", "group", {"group": 2.0}, True),
        ("An Islamist group left.", "Islamist", "group", {"group": 1.0}, False),
        # neither is an adjective; a movement is one
        ("The Northern vote fell.", "Northern", "group", {"group": 1.0}, False),
        ("It was a Congressional Inquiry.", "Congressional", "group", {"group": 1.0}, False),
        ("The Victorian era ended.", "Victorian", "group", {"group": 1.0}, False),
        ("The Northerners left.", "Northerners", "group", {"group": 1.0}, True),
        # what somebody does
        ("She would Google the words.", "Google", "organization", {"organization": 3.0}, False),
        ("They tried to Google it.", "Google", "organization", {"organization": 3.0}, False),
        ("They said Google the firm left.", "Google", "organization", {"organization": 3.0}, True),
        ("She gave it to Google again.", "Google", "organization", {"organization": 3.0}, True),
        ("The Euro fell.", "Euro", "organization", {"organization": 3.0}, False),
        # what the model left out needs votes, bare letters more
        ("They met Orlo.", "Orlo", None, {"person": 1.0}, True),
        ("They met Orlo.", "Orlo", None, {"person": 0.7}, False),
        ("They met TWK.", "TWK", None, {"organization": 1.0}, False),
        ("They met TWK.", "TWK", None, {"organization": 2.0}, True),
        ("They met the Minister of Power there.", "Power", "organization", {"organization": 1.0}, False),
        ("They met the Minister of Tarsia there.", "Tarsia", "place", {"place": 1.0}, True),
        ("They met the Prince of Orlo there.", "Orlo", "place", {"place": 1.0}, False),
        ("They asked MPs about it.", "MPs", "organization", {"organization": 1.0}, False),
        ("They met Lt. Cmdr. Ada Moss there.", "Cmdr", "person", {"person": 1.0}, False),
        ("Baker who saved the mill dies at 90", "Baker", "organization", {"organization": 1.0}, False),
        ("Ada who saved the mill dies at 90", "Ada", "person", {"person": 1.0}, True),
        ("So it went (LAUGHTER) on.", "LAUGHTER", "organization", {"organization": 1.0}, False),
    ],
)
def test_names(text: str, words: str, type_: MentionType | None, own: Votes, is_one: bool) -> None:
    votes = {surface_key(words): defaultdict(float, own)}
    assert is_name(candidate(scan(text), words, type_), votes) is is_one


@pytest.mark.parametrize(
    ("word", "of_text", "is_emphasis"),
    [("NEVER", {"never"}, True), ("NEVER", {"NEVER"}, False), ("UN", {"un"}, False), ("Never", {"never"}, False)],
)
def test_words_in_capitals(word: str, of_text: set[str], is_emphasis: bool) -> None:
    assert is_shouted(candidate(scan(f"They said {word} again to them."), word), of_text) is is_emphasis
