"""Texts cut into runs and pieces: nothing of the text is lost, and each piece knows what it is part of."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.browse.marks import Run, mark_text


def make_quote(
    start: int, end: int, speaker: tuple[int, int] | None = None, cue: tuple[int, int] | None = None, **more: Any
) -> dict[str, Any]:
    first, last = speaker or (None, None)
    begin, beyond = cue or (None, None)
    return {
        "start_char": start, "end_char": end, "speaker_start_char": first, "speaker_end_char": last,
        "cue_start_char": begin, "cue_end_char": beyond, **more,
    }  # fmt: skip


def show(runs: list[Run]) -> str:
    """Quotes in [], names in <>, cues in {}, speakers in ()."""
    marks = {"cue": "{}", "speaker": "()", None: ("", "")}
    shown = []
    for run in runs:
        text = "".join(("<>" if p.name else marks[p.role])[0] + p.text + ("<>" if p.name else marks[p.role])[1] for p in run.pieces)
        shown.append(f"[{text}]" if run.quote else text)
    return "".join(shown)


TEXT = "“Yes,” said Mira Solano. “No.”"


@pytest.mark.parametrize(
    ("quotes", "names", "expected"),
    [
        ([], [], TEXT),
        ([make_quote(1, 5)], [], "“[Yes,]” said Mira Solano. “No.”"),
        ([make_quote(1, 5, (12, 23), (7, 11))], [], "“[Yes,]” {said} (Mira Solano). “No.”"),
        ([make_quote(1, 5, (12, 23), (7, 11))], [(12, 23)], "“[Yes,]” {said} <Mira Solano>. “No.”"),
        ([make_quote(1, 5), make_quote(26, 29)], [], "“[Yes,]” said Mira Solano. “[No.]”"),
        ([make_quote(0, 30), make_quote(26, 29)], [], "[“Yes,” said Mira Solano. “][No.][”]"),  # the innermost marks
        ([make_quote(0, 30)], [(12, 16)], "[“Yes,” said <Mira> Solano. “No.”]"),
        ([make_quote(100, 120), make_quote(-5, 0)], [], TEXT),  # outside of this paragraph
        ([make_quote(25, 90)], [], "“Yes,” said Mira Solano. [“No.”]"),  # goes on in the next
    ],
)
def test_marks(quotes: list[dict[str, Any]], names: list[tuple[int, int]], expected: str) -> None:
    assert show(mark_text(TEXT, 0, quotes, [{"start_char": a, "end_char": b} for a, b in names])) == expected


def test_offsets_count_from_the_start_of_the_paragraph() -> None:
    assert show(mark_text("a “b” c", 100, [make_quote(103, 104)], [])) == "a “[b]” c"


def test_a_quote_begins_once() -> None:
    runs = mark_text("abcdef", 0, [make_quote(0, 6), make_quote(2, 3)], [])
    assert [r.is_first for r in runs] == [True, True, False]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-5, 45), st.integers(-5, 45)), max_size=12), st.integers(0, 3))
def test_no_text_is_lost_whatever_the_offsets(text: str, spans: list[tuple[int, int]], start: int) -> None:
    runs = mark_text(
        text, start, [make_quote(a, b, (b, a), (a, b)) for a, b in spans], [{"start_char": a, "end_char": b} for a, b in spans]
    )
    assert "".join(p.text for r in runs for p in r.pieces) == text
