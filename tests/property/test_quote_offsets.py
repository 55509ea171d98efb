"""Whatever the text: no error, no hang, and every offset slices back.

A long run, of some minutes: `ONRECORD_TEST_TEXTS=5000 python -m pytest tests/property/test_quote_offsets.py`.
"""

from __future__ import annotations

import itertools
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.annotate import annotate_text
from transforms.quotes.spans.marks import find_marked

EXAMPLES = int(os.environ.get("ONRECORD_TEST_TEXTS", "120"))
MARKS = ["“", "”", '"', "‘", "’", "'", "«", "»", "„", "''", " ", "\n", ".", ",", ":", "?", " — "]
WORDS = ["Ada Orlo", "said", "told reporters", "she", "that the bridge was safe", "according to", "We agreed", "it", "Oslo", "the ministry"]
ODDITIES = ["\ud800", "é", "🌉", "в Осло", "\x00", "\u2028"]
PIECES = st.sampled_from(MARKS + WORDS + ODDITIES)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_offsets_slice_back_for_any_text(text: str) -> None:
    annotation = annotate_text(text)
    for m in annotation.mentions:
        assert text[m.start_char : m.end_char] == m.text
    clusters = {m.cluster for m in annotation.mentions}
    for n, q in enumerate(annotation.quotes):
        assert q.ordinal == n
        assert text[q.start_char : q.end_char] == q.text and q.text.strip()
        assert 0 <= q.confidence <= 1
        for words, start, end in ((q.speaker, q.speaker_start_char, q.speaker_end_char), (q.cue, q.cue_start_char, q.cue_end_char)):
            assert (words is None) == (start is None) == (end is None)
            if start is not None and end is not None:
                assert text[start:end] == words
        assert q.speaker_cluster is None or q.speaker_cluster in clusters
        assert q.via_cluster is None or q.via_cluster in clusters


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="“”\"‘’'«»„‟a B.,=s ", max_size=60))
def test_marked_words_never_overlap(text: str) -> None:
    marked = find_marked(text)
    for m in marked:
        assert 0 <= m.outer.start <= m.span.start < m.span.end <= m.outer.end <= len(text)
    for a, b in itertools.pairwise(marked):
        assert a.outer.end <= b.outer.start


@pytest.mark.parametrize("text", ["", '"', '“”\n\n“"', "x" * 1000, "y" * 30_000, '"no" he said ' * 700, "“" * 3000])
def test_extreme_texts_do_no_harm(text: str) -> None:
    annotate_text(text)


def test_a_document_reads_the_same_alone_and_again() -> None:
    text = "Ada Orlo met Peter Lund. “We agreed,” she said.\n“It was time,” Lund told reporters."
    annotate_text("Somebody else said “no” to Velm.")
    assert annotate_text(text) == annotate_text(text)
