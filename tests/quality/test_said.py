"""The labelled paragraphs are read as they were meant, and most of their words are told right."""

from __future__ import annotations

from tests.quality.said import PARAGRAPHS, Row, read_line, report


def test_a_line_gives_its_text_and_labels() -> None:
    assert read_line("The -“blue list”- was +“a joke”+, she said.") == (
        "The “blue list” was “a joke”, she said.",
        {"blue list": False, "a joke": True},
    )


def test_every_line_has_labels() -> None:
    lines = [line for line in PARAGRAPHS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(read_line(line)[1] for line in lines if "-“" in line or "+“" in line)


def test_the_report_counts_both_sides() -> None:
    rated = [(0.9, Row("a joke", [], True)), (0.1, Row("blue list", [], False)), (0.7, Row("posh", [], False))]
    assert report(rated) == "said and kept 1 of 1, nobody's and dropped 1 of 2"
