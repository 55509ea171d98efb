"""How much of the gold pages comes out as people marked them: text, title, authors, days, flags, and the role of each paragraph.

On `gold/pages/*.html` every telling element carries `data-gold="role"`; of `*.txt` every line begins with its role and a tab, with
a "+" behind the role where the next line goes on in the same one. Both marks are taken off before a page is read.
`gold/pages/expected.json` holds what the page says about itself, where that is measured, too.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import html

from tests.quality.floors import Measurement, fingerprint
from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction

GOLD = Path(__file__).with_name("gold") / "pages"
_MARK = re.compile(r'\sdata-gold="[a-z]+"')
_COLUMNS = ("title", "standfirst", "outlet", "agency", "dateline_place", "language", "authors", "contributors", "flags")
_WORDS_OF_A_GRAM = 4


def read_marked(path: Path) -> tuple[bytes, list[tuple[str, str]]]:
    """The page without its marks, and the role and text of each marked paragraph in page order."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        marked = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8")).iter()
        roles = [(e.get("data-gold"), e.text_content()) for e in marked if isinstance(e.tag, str) and e.get("data-gold")]
        plain = _MARK.sub("", source)
    else:
        rows = [line.split("\t", 1) for line in source.splitlines()]
        roles = [(role.rstrip("+"), text) for role, text in rows]
        plain = "".join(text if role.endswith("+") else text + "\n" for role, text in rows)
    return plain.encode(), [(role, " ".join(text.split())) for role, text in roles]


def measure_extraction() -> Measurement:
    """Columns right by page, 4-grams of the text shared with the gold, paragraphs with the right role."""
    expected: dict[str, dict[str, Any]] = json.loads((GOLD / "expected.json").read_text(encoding="utf-8"))
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    misses: list[str] = []

    def count(measure: str, is_right: bool, page: str, note: object) -> None:
        total[measure] += 1
        right[measure] += is_right
        if not is_right:
            misses.append(f"  {measure:<28} {page}: {note}")

    for name in sorted(p.name for p in GOLD.iterdir() if p.suffix in (".html", ".txt")):
        plain, marked = read_marked(GOLD / name)
        found = extract_article(Document(name, name, plain, "text" if name.endswith(".txt") else "html"))
        assert isinstance(found, Extraction), found
        article = found.article
        if want := expected.get(name):  # a page may be there for its paragraphs alone
            for column in _COLUMNS:
                got = getattr(article, column)
                got = list(got) if isinstance(got, tuple) else got
                count(column, got == want[column], name, repr(got))
            on, at = want["published_on"], want["published_at"]
            count("published_on", str(article.published_on or None) == str(on), name, article.published_on)
            count("published_at", article.published_at == (datetime.fromisoformat(at) if at else None), name, article.published_at)
        wanted, given = (_grams(text) for text in (" ".join(t for r, t in marked if r in ("body", "heading")), article.body))
        right["text 4-grams"] += 2 * (wanted & given).total()
        total["text 4-grams"] += wanted.total() + given.total()
        roles: dict[str, list[str]] = {}
        for block in found.blocks:
            roles.setdefault(block.text, []).append(block.role)
        for role, text in marked:
            given_roles = roles.get(text, [])
            measure = "roles of the text" if role in ("body", "heading") else "roles of the rest"
            count(measure, role in given_roles, name, f"{text[:60]!r} is {given_roles}, not {role}")
        order = [b.text for b in found.blocks if b.role in ("body", "heading")]
        wanted_order = [t for r, t in marked if r in ("body", "heading")]
        count("order of the text", order == wanted_order, name, sorted(set(order) ^ set(wanted_order)))
    files = [p for p in GOLD.iterdir() if p.is_file()]
    return Measurement(fingerprint(files), {k: (right[k], total[k]) for k in total}, tuple(misses))


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return Counter(tuple(words[i : i + _WORDS_OF_A_GRAM]) for i in range(len(words) - _WORDS_OF_A_GRAM + 1))
