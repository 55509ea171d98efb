"""A passage as the rules read it: words, runs of capitals, what opens a sentence."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.scan import is_organization_word, token_span


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("They met Ada Moss in Orlo.", ["They", "Ada Moss", "Orlo"]),
        ("The Bank of Orlo said so.", ["The Bank", "Orlo"]),  # "of" joins nothing here: rules for organizations do
        ("We saw Ada van der Moss.", ["We", "Ada van der Moss"]),
        ("He left the Pilots' Association.", ["He", "Pilots' Association"]),
        ("They met Ada Moss, Owen Tennick.", ["They", "Ada Moss", "Owen Tennick"]),
        ("nothing has a capital", []),
        # numbers that names begin with
        ("The 21st Century Salt fell.", ["The", "21st Century Salt"]),
        ("The 9th Circuit ruled.", ["The", "9th Circuit"]),
        ("In the 21st Century it fell.", ["In", "Century"]),
        ("On the 9th Moss left.", ["On", "Moss"]),
    ],
)
def test_runs_of_capitals(text: str, runs: list[str]) -> None:
    scanned = scan(text)
    assert [scanned.text(a, b) for a, b in scanned.runs] == runs


@pytest.mark.parametrize(
    ("text", "word", "is_initial"),
    [
        ("Orlo fell.", "Orlo", True),
        ("It fell. Orlo rose.", "Orlo", True),
        ("He said: “Orlo rose.", "Orlo", True),
        ("They left Orlo.", "Orlo", False),
    ],
)
def test_where_any_word_has_a_capital(text: str, word: str, is_initial: bool) -> None:
    scanned = scan(text)
    assert scanned.is_initial(scanned.words.index(word)) is is_initial


@pytest.mark.parametrize(
    ("part", "index", "text", "case"),
    [
        ("title", 0, "Harbour Master Quits After Storm in Orlo", "title"),
        ("body", 0, "Harbour Master Quits After Storm in Orlo", "title"),  # the first line of a scraped text
        ("body", 0, "Harbour Master Quits After Storm in Orlo.", "sentence"),
        ("body", 3, "HARBOUR MASTER QUITS AFTER STORM", "capitals"),
        ("body", 3, "The harbour master quit after the storm.", "sentence"),
    ],
)
def test_how_a_passage_is_written(part: str, index: int, text: str, case: str) -> None:
    assert scan(text, part=part, index=index).case == case


@pytest.mark.parametrize(
    ("words", "tokens"),
    [("Ada Moss", "Ada Moss"), ("da Mos", "Ada Moss"), ("a", "Ada")],  # a span that cuts words takes them whole
)
def test_span_of_tokens(words: str, tokens: str) -> None:
    scanned = scan("Ada Moss left.")
    start = scanned.reading.passage.text.index(words)
    assert scanned.text(*token_span(scanned, start, start + len(words))) == tokens


def test_a_candidate_knows_its_place() -> None:
    found = candidate(scan("They met Ada Moss."), "Ada Moss")
    assert (found.text, found.start, found.end) == ("Ada Moss", 9, 17)


def test_behind_the_last_token_stands_nothing() -> None:
    assert scan("They left").text_after(2) == ""


@pytest.mark.parametrize(("word", "is_one"), [("Association", True), ("association", False), ("Orlo", False)])
def test_word_of_an_organization(word: str, is_one: bool) -> None:
    assert is_organization_word(word) is is_one
