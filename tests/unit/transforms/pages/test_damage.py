"""Signs that a text lost letters, words or marks."""

from __future__ import annotations

import pytest

from transforms.pages.damage import has_unbalanced_quotes, is_damaged


@pytest.mark.parametrize(
    ("text", "language", "damaged"),
    [
        ("a matter involving significant s, he said", "en", True),
        ("Parliament ed a law in November", "en", True),
        ("the mayor , who came late", "en", True),
        ("a “ word that stands alone", "en", True),
        ("Caf\ufffd at the quay", "de", True),
        ("CafÃ© at the quay", None, True),
        ("she â€œsaidâ€\u009d so", "en", True),
        ("una cosa ed un'altra", "it", False),  # Italian for “and”
        ("The mayor's wall, ed. by Anna Orlo", "en", False),
        ("The council met.", "en", False),
        ("", None, False),
    ],
)
def test_damage(text: str, language: str | None, damaged: bool) -> None:
    assert is_damaged(text, language) is damaged


@pytest.mark.parametrize(
    ("paragraphs", "unbalanced"),
    [
        (["“It fell,” she said."], False),
        (["“It fell, she said."], True),
        (["It fell,” she said."], True),
        (["“It fell.", "“Nobody saw it.”"], False),  # a quotation of two paragraphs opens each
        (["“It fell.", "Nobody saw it.”"], True),
        (["„Sie fiel“, sagte sie."], False),
        (["„Sie fiel, sagte sie."], True),
        (["”Den föll”, sa hon."], False),  # one mark for both
        (['"It fell," she said.'], False),
        (['"It fell, she said.'], True),
        (['"It fell.', '"Nobody saw it."'], False),
        ([], False),
    ],
)
def test_balance_of_quotation_marks(paragraphs: list[str], unbalanced: bool) -> None:
    assert has_unbalanced_quotes(paragraphs) is unbalanced
