"""How sure a row of quotes is."""

from __future__ import annotations

from transforms.quotes.confidence import rate


def test_who_could_not_be_resolved_is_never_sure() -> None:
    assert rate("direct", "cue after", is_resolved=False) <= 0.5 < rate("direct", "cue after", is_resolved=True)
