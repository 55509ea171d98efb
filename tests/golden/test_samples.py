"""The sample pages give what people expect of them, or at least as much of it as they gave before."""

from __future__ import annotations

import pytest

from tests.golden.sample_run import run_samples, sample_document, sample_paths
from tests.golden.sample_scores import fold, measure_samples, read_expected, read_names
from tests.quality.floors import compare, find_shortfalls
from transforms.pages.extract import extract_article
from transforms.records import Rejection

BROKEN = {"empty.html": "empty", "picture-named.html": "binary", "navigation-only.html": "no_text"}


def test_every_sample_page_has_expectations() -> None:
    assert set(run_samples().pages) == set(read_expected())


@pytest.mark.parametrize("path", sorted(read_expected()))
def test_expectations_stand_on_their_page(path: str) -> None:
    """What is expected was printed on the page: a wrong expectation is a typing error, not a miss."""
    expected = read_expected()[path]
    text = fold(next(p for p in sample_paths() if p.as_posix().endswith(path)).read_text(encoding="utf-8"))
    for quote in expected["quotes"] + expected.get("transcript", []):
        assert fold(quote["text"]) in text
    for line in [expected["body_first"], *expected["left_out"], *expected["blocks"], *expected["authors"]]:
        assert fold(line) in text or fold(line) in fold(text.replace("</strong>", "")), line
    known = set(read_names()["names"])
    assert {q["speaker"] for q in expected["quotes"] if "speaker" in q} <= known


@pytest.mark.parametrize("path", sorted(read_expected()))
def test_offsets_slice_back(path: str) -> None:
    page = run_samples().pages[path]
    for found in (*page.annotation.quotes, *page.annotation.mentions):
        assert page.text_of(found.part, found.block_ordinal)[found.start_char : found.end_char] == found.text
    for quote in page.annotation.quotes:
        text = page.text_of(quote.part, quote.block_ordinal)
        for start, end, part in (
            (quote.speaker_start_char, quote.speaker_end_char, quote.speaker),
            (quote.cue_start_char, quote.cue_end_char, quote.cue),
        ):
            assert start is None or end is None or text[start:end] == part
    article = page.extraction.article
    for block in page.extraction.blocks:
        if block.start_char is not None:
            assert article.body[block.start_char : block.end_char] == block.text


@pytest.mark.parametrize("path", sorted(BROKEN))
def test_broken_page_is_rejected_with_its_reason(path: str) -> None:
    page = next(p for p in sample_paths("broken") if p.name == path)
    rejection = extract_article(sample_document(page))
    assert isinstance(rejection, Rejection)
    assert rejection.reason == BROKEN[path]


def test_no_figure_falls_below_its_floor() -> None:
    measured = measure_samples()
    shortfalls = find_shortfalls("samples", measured)
    assert not shortfalls, "\n".join([*shortfalls, "", compare("samples", measured), *measured.misses])
