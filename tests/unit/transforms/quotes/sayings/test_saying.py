"""The stretch of a saying: from its cue to its speaker, in whatever order."""

from __future__ import annotations

import pytest

from transforms.quotes.cues import Cue
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.span import Span

# (what is so, the speaker beside the cue at 10–14, the stretch)
STRETCHES = [
    ("the speaker before: Orlo said", Span(5, 9), Span(5, 14)),
    ("the speaker behind: said Orlo", Span(15, 19), Span(10, 19)),
    ("nobody named", None, Span(10, 14)),
    ("the cue within the speaker's phrase", Span(8, 20), Span(8, 20)),
]


@pytest.mark.parametrize(("what", "speaker", "stretch"), STRETCHES)
def test_the_stretch_holds_cue_and_speaker(what: str, speaker: Span | None, stretch: Span) -> None:
    assert Saying(Cue("say", "say", 1.0), Span(10, 14), 0, "subject", speaker).span == stretch


def test_a_saying_says_nothing_more_than_it_is_told() -> None:
    bare = Saying(Cue("say", "say", 1.0), Span(10, 14), 0, "none")
    assert (bare.speaker, bare.head, bare.addressee, bare.governs, bare.token) == (None,) * 5
    assert bare.is_finite
    assert not (bare.is_negated or bare.is_plan or bare.is_unreal)
