"""Whatever the bytes, extraction gives an article that keeps its promises or a rejection."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction

_PIECES = (
    "<p>", "</p>", "<div class='byline'>", "</div>", "<br><br>", "<article>", "</article>", "<h1>", "</h1>", "<a href='/x'>", "</a>",
    "<blockquote>", "<figure><figcaption>", "</figcaption></figure>", "<script>", "</script>", "&#xD800;", "\x00", "By Anna Orlo ", "“",
    "”",    "\n\n", "The council met on Monday to talk about the old harbour wall. ", "Also read", "— A (@b) May 1, 2025", "ORLO (AP) — ",
    "気象庁は13日に発表した。",
)  # fmt: skip
_MARKUP = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)


def _check(content: bytes, kind: str) -> None:
    result = extract_article(Document("x", "x", content, kind))  # type: ignore[arg-type]
    if not isinstance(result, Extraction):
        assert result.reason != "error", result.detail
        return
    body = result.article.body
    assert body == "\n\n".join(b.text for b in result.blocks if b.start_char is not None)
    for block in result.blocks:
        assert block.reason and block.text == block.text.strip()
        assert block.start_char is None or body[block.start_char : block.end_char] == block.text
    " ".join([body, result.article.title or "", *result.article.authors]).encode("utf-8")
    assert extract_article(Document("x", "x", content, kind)) == result  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000))
def test_any_bytes(content: bytes) -> None:
    _check(content, "html")
    _check(content, "text")


@settings(max_examples=60, deadline=None)
@given(_MARKUP)
def test_any_markup(markup: str) -> None:
    _check(f"<html><body>{markup}</body></html>".encode("utf-8", "replace"), "html")
    _check(markup.encode("utf-8", "replace"), "text")
