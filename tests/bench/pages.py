"""Pages for benchmarks: as many as wanted, made from the sample pages, no two alike."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from pathlib import Path

from tests.bench.furniture import SIZE, furnish

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
_PARAGRAPH = re.compile(r"(<p[^>]*>)(.*?)(</p>)", re.S)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zé]{3,}")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_STARTS = (
    "Ba",
    "Cor",
    "Del",
    "Far",
    "Gal",
    "Hor",
    "Jan",
    "Kel",
    "Lem",
    "Mar",
    "Nor",
    "Or",
    "Pel",
    "Quin",
    "Ros",
    "Sal",
    "Tor",
    "Val",
    "Wes",
    "Zan",
)
_MIDDLES = ("a", "be", "di", "go", "li", "mo", "na", "ri", "to", "vi")
_ENDS = ("kov", "lund", "man", "nez", "ov", "rell", "son", "tano", "vic", "wicz")


def write_pages(folder: Path, count: int, seed: int = 7, size: int = SIZE) -> int:
    """Writes `count` HTML pages into `folder` and returns their size in bytes.

    Each is a sample page with as much furniture as makes it `size` characters long (0: its own alone), and with an address and a
    day of its own. Its paragraphs are those of other samples, with other names and, in place of every third longer word, another
    word of the same ending: so that extraction, model, entities, statements, stories and storage all have to do what real pages
    ask of them, and no statement is in hundreds.
    """
    rng = random.Random(seed)
    pages = [p.read_text(encoding="utf-8") for p in sorted(SAMPLES.glob("*/*.html")) if p.parent.name != "broken"]
    templates = [page for page in pages if "og:url" in page or "canonical" in page]  # those that take an address of their own
    paragraphs = sorted({m.group(2) for t in pages for m in _PARAGRAPH.finditer(t) if len(m.group(2)) > 120 and "<" not in m.group(2)})
    endings: dict[str, list[str]] = {}
    for word in sorted({w for p in paragraphs for w in _WORD.findall(p)}):
        endings.setdefault(word[-2:], []).append(word)
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for i in range(count):
        names: dict[str, str] = {}
        chosen = iter(rng.sample(paragraphs, len(paragraphs)))

        def name(m: re.Match[str], names: dict[str, str] = names) -> str:
            return names.setdefault(m.group(), rng.choice(_STARTS) + rng.choice(_MIDDLES) + rng.choice(_ENDS))

        def word(m: re.Match[str]) -> str:
            return rng.choice(endings[m.group()[-2:]]) if rng.random() < 1 / 3 else m.group()

        def paragraph(m: re.Match[str], chosen: object = chosen, name: object = name) -> str:
            inner = next(chosen, None) if len(m.group(2)) > 120 else None  # type: ignore[call-overload]
            return m.group(1) + (_WORD.sub(word, _NAME.sub(name, inner)) if inner else m.group(2)) + m.group(3)  # type: ignore[arg-type]

        page = _PARAGRAPH.sub(paragraph, rng.choice(templates))
        page = re.sub(r'(<link rel="canonical" href="|property="og:url" content="|"url": ?"|"@id": ?")([^"#?]+)', rf"\g<1>\g<2>-{i}", page)
        day = date(2024, 1, 1) + timedelta(days=rng.randrange(730))
        page = re.sub(r"2025-\d\d-\d\d", day.isoformat(), page)
        page = re.sub(r"2025/(?:\d\d|[a-z]{3})/\d\d", f"{day:%Y/%m/%d}", page)
        path = folder / f"page-{i:05d}.html"
        page = furnish(page, rng, size)
        path.write_text(page, encoding="utf-8")
        written += len(page)
    return written
