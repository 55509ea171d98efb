"""Marked words that stand twice in an article. Names and texts are invented for this test."""

from __future__ import annotations

import pytest

from transforms.annotate import annotate_text

BODY = "“We have nothing left but the old bridge and the rain,” said Ida Moss.\nNobody else came."
TWO = "“It was a horrible day for all of us,” said Ida Moss.\n“It was a horrible day for all of us,” said Otto Brack."
# (the line above, what follows, (kind, who says the words in the line above))
REPEATED = [
    ("“We have nothing left but the old bridge.”", BODY, ("direct", "Ida Moss")),
    ("Velm mourns ‘the old bridge and the rain’ of its youth", BODY, ("mixed", "Ida Moss")),
    ("“We Have Nothing Left But the Old Bridge”", BODY, ("mixed", "Ida Moss")),
    ("A “horrible day for all of us”", TWO, ("scare", None)),  # two say so
    ("The “old bridge” of Velm", BODY, ("scare", None)),  # the name of a thing
]


@pytest.mark.parametrize(("line", "body", "expected"), REPEATED)
def test_who_says_words_elsewhere_says_them_in_a_headline(line: str, body: str, expected: tuple[str, str | None]) -> None:
    first = annotate_text(f"{line}\n{body}").quotes[0]
    assert (first.kind, first.speaker_name) == expected
    assert first.speaker is None and (first.method == "repeated") is (expected[1] is not None)
