"""Documents, what their source says of them, and rejections."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from hashlib import sha256

import pytest

from transforms.records import NO_FACTS, Document, SourceFacts


def test_the_hash_of_the_bytes_is_taken_once_and_makes_no_difference() -> None:
    document = Document("a.html", "/in/a.html", b"<p>", "html")
    assert document.content_hash == sha256(b"<p>").hexdigest()
    assert "content_hash" not in repr(document)


def test_a_document_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Document("a.html", "/in/a.html", b"<p>", "html").content = b""  # type: ignore[misc]


@pytest.mark.parametrize(
    ("own", "other", "filled"),
    [
        (NO_FACTS, SourceFacts(title="Orlo"), SourceFacts(title="Orlo")),
        (SourceFacts(title="Banes"), SourceFacts(title="Orlo", url="https://example.org/a"), SourceFacts("https://example.org/a", "Banes")),
        (SourceFacts(authors=("Ada Moss",)), NO_FACTS, SourceFacts(authors=("Ada Moss",))),
        (NO_FACTS, SourceFacts(is_cut=True), SourceFacts(is_cut=True)),
    ],
)
def test_facts_fill_one_another(own: SourceFacts, other: SourceFacts, filled: SourceFacts) -> None:
    assert own.filled_from(other) == filled
