"""The model's spans, cut to shape: the span that it gives, and the names that are left."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import scan
from transforms.mentions.model_spans import model_candidates, title_length, trim


@pytest.mark.parametrize(
    ("text", "label", "names"),
    [
        ("They met Ada Moss today.", ("Ada Moss", "PERSON"), [("Ada Moss", "person", 1.0)]),
        ("They met Mr Moss today.", ("Mr Moss", "PERSON"), [("Moss", "person", 1.0)]),
        ("They met Foreign Minister Ada Moss.", ("Foreign Minister Ada Moss", "PERSON"), [("Ada Moss", "person", 1.0)]),
        ("They met Tunisian Ada Moss.", ("Tunisian Ada Moss", "PERSON"), [("Ada Moss", "person", 1.0)]),
        ("They left the Front today.", ("the Front", "ORG"), [("Front", "organization", 1.0)]),
        ("It said Orlo Says today.", ("Orlo Says", "GPE"), [("Orlo", "place", 1.0)]),  # what a headline goes on with
        ("Said Ada Moss: no.", ("Said Ada", "PERSON"), [("Ada", "person", 1.0)]),
        ("It bought Marlow Salt, Inc today.", ("Marlow Salt, Inc", "ORG"), [("Marlow Salt, Inc", "organization", 1.0)]),
        ("It asked Moss & Marlow today.", ("Moss & Marlow", "ORG"), [("Moss & Marlow", "organization", 1.0)]),
        ("The Centre for a New Orlo left.", ("Centre for a New Orlo", "ORG"), [("Centre for a New Orlo", "organization", 1.0)]),
        (
            "They gave Orlo a New Marlow.",
            ("Orlo a New Marlow", "ORG"),
            [("Orlo", "organization", 0.5), ("New Marlow", "organization", 0.5)],
        ),
        ("Campaigner Ada Moss left.", ("Campaigner Ada Moss", "ORG"), [("Ada Moss", "person", 1.0)]),
        ("They met Ada Moss; Owen left.", ("Ada Moss; Owen", "PERSON"), [("Ada Moss", "person", 0.5), ("Owen", "person", 0.5)]),
        (
            "The Citizens’ Salt Review Trust left.",
            ("The Citizens’ Salt Review Trust", "ORG"),
            [("Citizens’ Salt Review Trust", "organization", 1.0)],
        ),
        (
            "© Getty Images HARROGATE, England: People stand in the rain.",
            ("© Getty Images HARROGATE", "ORG"),
            [("Getty Images", "organization", 0.5), ("HARROGATE", "organization", 0.5)],
        ),
        ("NCT Chief Executive, she left.", ("NCT Chief Executive", "ORG"), [("NCT", "organization", 1.0)]),
        ("By Ada Moss Published in May.", ("Ada Moss Published", "PERSON"), [("Ada Moss", "person", 1.0)]),
        ("They left Orlo es Marlow today.", ("Orlo es Marlow", "GPE"), [("Orlo es Marlow", "place", 1.0)]),
        ("On Friday it fell.", ("Friday", "DATE"), []),
        ("They left Hoi An today.", ("Hoi An", "GPE"), [("Hoi An", "place", 1.0)]),  # a syllable, no article
        ("They saw (AP Photo today.", ("AP Photo", "ORG"), [("AP", "organization", 1.0)]),  # a credit
        ("They met Ada Moss Reuters today.", ("Ada Moss Reuters", "PERSON"), [("Ada Moss", "person", 1.0)]),
        ("They asked Moss Twitter today.", ("Moss Twitter", "PERSON"), [("Moss", "person", 1.0)]),
        ("They met Moss on Twitter today.", ("Moss on Twitter", "ORG"), [("Moss", "organization", 0.5), ("Twitter", "organization", 0.5)]),
        # families that companies are named after
        ("They met Keiko Honda today.", ("Keiko Honda", "PERSON"), [("Keiko Honda", "person", 1.0)]),
        ("They met Ada Philips today.", ("Ada Philips", "PERSON"), [("Ada Philips", "person", 1.0)]),
        ("They met Ada Jane Bosch today.", ("Ada Jane Bosch", "PERSON"), [("Ada Jane Bosch", "person", 1.0)]),
    ],
)
def test_names_of_a_span(text: str, label: tuple[str, str], names: list[tuple[str, str, float]]) -> None:
    assert [(c.text, c.type, c.weight) for c in model_candidates(scan(text, label))] == names


@pytest.mark.parametrize(("part", "weight"), [("body", 0.2), ("title", 0.2)])
def test_the_model_guesses_in_capitals(part: str, weight: float) -> None:
    scanned = scan("HARBOUR MASTER ADA MOSS QUITS AFTER STORM", ("ADA MOSS", "PERSON"), part=part, index=3)
    assert [c.weight for c in model_candidates(scanned)] == [weight]


def test_a_span_of_small_words_is_no_name() -> None:
    scanned = scan("They said of the and.")
    assert trim(scanned, 2, 5, "organization") == (5, 5)


@pytest.mark.parametrize(
    ("text", "length"),
    [("Foreign Minister Moss left.", 2), ("Gen. Moss left.", 2), ("Sultan bin Nayef left.", 0), ("Moss left.", 0)],
)
def test_titles_before_a_name(text: str, length: int) -> None:
    scanned = scan(text)
    assert title_length(scanned, 0, scanned.words.index("left")) == length
