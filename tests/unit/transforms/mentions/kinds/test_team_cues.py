"""Words that show a team."""

from __future__ import annotations

import pytest

from transforms.mentions.kinds.team_cues import is_team_cue, team_cues


@pytest.mark.parametrize(("word", "is_clear"), [("beat", True), ("lost", True), ("said", False), ("harbour", False)])
def test_words_behind_a_team(word: str, is_clear: bool) -> None:
    assert is_team_cue(word) is is_clear


def test_a_word_may_speak_against_a_team() -> None:
    assert min(weight for side in team_cues().values() for weight in side.values()) < 0
