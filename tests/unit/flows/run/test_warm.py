"""What warms the workers: a page that takes each way which does something for the first time."""

from __future__ import annotations

from flows.run.reader import Reader
from flows.run.warm import PAGE
from transforms.records import Document, Rejection


def test_the_page_is_dated_by_its_words_and_holds_names_and_statements() -> None:
    read = Reader().read(Document("warm.html", "warm.html", PAGE.encode(), "html"))
    assert not isinstance(read.result, Rejection)
    extraction, annotation = read.result
    assert extraction.article.published_from == "text"
    assert {m.type for m in annotation.mentions} >= {"person", "organization"}
    assert {q.kind for q in annotation.quotes} >= {"direct", "indirect"}
