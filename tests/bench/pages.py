"""Pages for benchmarks: as many as wanted, made from the sample pages, no two alike."""

from __future__ import annotations

import random
import re
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
_PARAGRAPH = re.compile(r"(<p[^>]*>)(.*?)(</p>)", re.S)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zé]{3,}")
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


def write_pages(folder: Path, count: int, seed: int = 7) -> int:
    """Writes `count` HTML pages into `folder` and returns their size in bytes.

    Each is a sample page with its own furniture, other paragraphs in it, other names in them and an address of its own,
    so that extraction, model, entities, stories and storage all have what real pages give them to do.
    """
    rng = random.Random(seed)
    pages = [p.read_text(encoding="utf-8") for p in sorted(SAMPLES.glob("*/*.html")) if p.parent.name != "broken"]
    templates = [page for page in pages if "og:url" in page or "canonical" in page]  # those that take an address of their own
    paragraphs = sorted({m.group(2) for t in pages for m in _PARAGRAPH.finditer(t) if len(m.group(2)) > 120 and "<" not in m.group(2)})
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for i in range(count):
        names: dict[str, str] = {}
        chosen = iter(rng.sample(paragraphs, len(paragraphs)))

        def name(m: re.Match[str], names: dict[str, str] = names) -> str:
            return names.setdefault(m.group(), rng.choice(_STARTS) + rng.choice(_MIDDLES) + rng.choice(_ENDS))

        def paragraph(m: re.Match[str], chosen: object = chosen, name: object = name) -> str:
            inner = next(chosen, None) if len(m.group(2)) > 120 else None  # type: ignore[call-overload]
            return m.group(1) + (_NAME.sub(name, inner) if inner else m.group(2)) + m.group(3)  # type: ignore[arg-type]

        page = _PARAGRAPH.sub(paragraph, rng.choice(templates))
        page = re.sub(r'(<link rel="canonical" href="|property="og:url" content="|"url": ?"|"@id": ?")([^"#?]+)', rf"\g<1>\g<2>-{i}", page)
        path = folder / f"page-{i:05d}.html"
        path.write_text(page, encoding="utf-8")
        size += len(page)
    return size
