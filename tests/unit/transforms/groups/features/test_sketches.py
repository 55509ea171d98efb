"""Sketches: near texts share most rows, others hardly any."""

from __future__ import annotations

import random

import numpy as np
import pytest

from transforms.groups.features.sketches import sketch_text

TEXT = " ".join(f"word{n}" for n in range(200))


def share_rows(a: str, b: str) -> float:
    rows = [np.frombuffer(sketch_text(text).rows, dtype="<u4") for text in (a, b)]
    return float((rows[0] == rows[1]).mean())


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        (TEXT.upper().replace(" ", " … "), 1.0, 1.0),
        (TEXT.replace("word50 ", "another "), 0.85, 0.99),
        (" ".join(TEXT.split()[:100]), 0.35, 0.65),
        (" ".join(random.Random(1).sample(TEXT.split(), 200)), 0.0, 0.05),
    ],
)
def test_equal_rows_tell_how_much_is_shared(other: str, least: float, most: float) -> None:
    assert least <= share_rows(TEXT, other) <= most


def test_a_short_text_has_no_sketch() -> None:
    sketch = sketch_text("Watch live.")
    assert (sketch.rows, sketch.shingles, sketch.paragraphs) == (b"", 0, b"")


def test_longer_paragraphs_have_a_hash_each_whatever_stands_between_them() -> None:
    one, two = TEXT, TEXT.replace("word", "Other")
    first, second = (np.frombuffer(sketch_text(t).paragraphs, dtype="<u8") for t in (f"{one}\n\nshort\n{two}", f"{two}!\n\n{one}"))
    assert first.tolist() == second.tolist()[::-1]
    assert len(set(first.tolist())) == 2


def test_shingles_are_counted_once() -> None:
    assert sketch_text("a b c " * 20).shingles == 3
