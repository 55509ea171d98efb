"""One page of each kind, and the role and the rule of every paragraph on it.

`pages/<kind>.html` or `.txt` stands beside `pages/<kind>.json`. After a change of rules:
`python -m tests.golden.test_pages` writes the files anew; read the difference before committing it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from transforms.pages.extract import extract_article
from transforms.pages.flags import FLAGS
from transforms.records import Document, Extraction

PAGES = Path(__file__).with_name("pages")
KINDS = sorted(p.name for p in PAGES.iterdir() if p.suffix in (".html", ".txt"))


def read_page(name: str) -> dict[str, Any]:
    """What is extracted from one of the pages, as it stands in its file of expectations."""
    path = PAGES / name
    result = extract_article(Document(name, name, path.read_bytes(), "text" if path.suffix == ".txt" else "html"))
    assert isinstance(result, Extraction), result
    article = result.article
    assert article.body == "\n\n".join(b.text for b in result.blocks if b.start_char is not None)
    for block in result.blocks:
        assert (block.start_char is not None) == (block.role in ("body", "heading"))
        assert block.start_char is None or article.body[block.start_char : block.end_char] == block.text
    fields = (
        "title",
        "standfirst",
        "outlet",
        "authors",
        "contributors",
        "agency",
        "dateline_place",
        "published_on",
        "published_from",
        "flags",
    )
    found = {f: getattr(article, f) for f in fields}
    found["published_on"] = str(article.published_on) if article.published_on else None
    found |= {k: list(v) for k, v in found.items() if isinstance(v, tuple)}
    return found | {"blocks": [f"{b.role} | {b.reason} | {b.text}" for b in result.blocks]}


@pytest.mark.parametrize("name", KINDS)
def test_page_kind(name: str) -> None:
    expected = json.loads((PAGES / name).with_suffix(".json").read_text(encoding="utf-8"))
    found = read_page(name)
    assert found == expected
    assert set(found["flags"]) <= set(FLAGS)


def main() -> None:
    """Writes what is extracted now as what is expected."""
    for name in KINDS:
        text = json.dumps(read_page(name), ensure_ascii=False, indent=1) + "\n"
        (PAGES / name).with_suffix(".json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
