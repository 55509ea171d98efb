"""The annotated articles are well-formed: what is annotated stands in its article. What the program makes of them is no test."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.quality.articles import GOLD, KINDS, gold_paths, read_annotations

FOLDERS = (GOLD, GOLD.with_name("blind"))
ARTICLES = [path for folder in FOLDERS for path in gold_paths(folder)]
QUOTE_KEYS = {"text", "kind", "speaker_name", "speaker", "speaker_may_be", "or_kind", "optional"}
ENTITY_KEYS = {"name", "type", "type_may_be", "description", "description_may_be", "aliases", "optional"}


def visible_text(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return html.unescape(re.sub(r"<[^>]+>", " ", text)) if path.suffix == ".html" else text


def test_every_article_has_annotations() -> None:
    pages = [p for folder in FOLDERS for p in folder.iterdir() if p.suffix in {".txt", ".html"}]
    assert ARTICLES and len(ARTICLES) == len(pages)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_annotated_quotes_stand_in_the_article(path: Path) -> None:
    text, gold = visible_text(path), read_annotations(path)
    for quote in gold["quotes"]:
        assert quote["text"] in text and quote.keys() <= QUOTE_KEYS and quote["kind"] in KINDS
        assert quote["speaker"] is None or quote["speaker"].casefold() in text.casefold(), quote
    assert all(words in text for words in gold["not_quotes"])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_annotated_names_stand_in_the_article(path: Path) -> None:
    text, gold = visible_text(path), read_annotations(path)
    for entity in gold["entities"]:
        assert entity["aliases"] and all(a in text for a in entity["aliases"]), entity
        assert entity.keys() <= ENTITY_KEYS and entity["type"] in {"person", "organization", "place", "group"}
    assert all(name in text for name in gold["not_entities"])
