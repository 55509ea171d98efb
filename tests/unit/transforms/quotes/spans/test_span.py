"""Stretches of a paragraph."""

from __future__ import annotations

from transforms.quotes.spans.span import Span, hull


def test_a_span_says_its_words_and_moves_into_its_part() -> None:
    assert Span(4, 8).of("She said so.") == "said"
    assert Span(4, 8).shift(100) == Span(104, 108)


def test_a_span_is_half_open() -> None:
    assert [Span(2, 4).has(at) for at in (1, 2, 3, 4)] == [False, True, True, False]
    assert len(Span(2, 4)) == 2


def test_the_hull_holds_both() -> None:
    assert hull(Span(5, 6), Span(1, 2)) == Span(1, 6)
    assert hull(Span(5, 6), None) == Span(5, 6)
    assert Span(1, 6).holds(Span(5, 6)) and not Span(5, 6).holds(Span(1, 6))
