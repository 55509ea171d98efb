"""Which pages are paid, live blogs, videos, lists or short, and which only look so: `python -m tests.quality.kinds`.

A line a flag: how many pages of `gold/kinds.txt` have it, how many are given it, and precision and recall; behind them each page that is
given others than a reader would. With a folder of real pages, every page that is given one of these flags, for reading.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tests.quality.floors import Measurement, fingerprint
from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction

GOLD = Path(__file__).with_name("gold") / "kinds.txt"
KINDS = ("paywall", "live_blog", "video", "not_an_article", "short")
_LINKS = 18  # of {links}
_TEXT = 4  # paragraphs of {text}


@dataclass
class Language:
    """What stands for {title}, {links}, {lead}, {text} and {long} on the pages of a language."""

    lines: list[str] = field(default_factory=list)

    def fill(self, page: str) -> str:
        """The page with its placeholders filled."""
        title, link, *texts = self.lines
        paragraphs = [f"<p>{t}</p>" for t in texts]
        links = "".join(f'<li><a href="/{i}">{link} ({i})</a></li>' for i in range(_LINKS))
        filled = {"title": title, "links": links, "lead": paragraphs[0], "text": "".join(paragraphs[:_TEXT]), "long": "".join(paragraphs)}
        for name, value in filled.items():
            page = page.replace(f"{{{name}}}", value)
        return page


def read_kinds() -> Iterator[tuple[str, bytes, frozenset[str]]]:
    """The name, bytes and flags of each page of the gold."""
    languages: dict[str, Language] = {}
    lines = [t for t in GOLD.read_text(encoding="utf-8").splitlines() if not t.startswith("#")]
    heads = [i for i, line in enumerate(lines) if line.startswith(("--- ", "=== "))]
    for start, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        held = lines[start + 1 : end]
        if lines[start].startswith("--- "):
            languages[lines[start].removeprefix("--- ")] = Language(held)
            continue
        name, code, flags = (part.strip() for part in lines[start].removeprefix("=== ").split("|"))
        head, body = ("".join(t for t in held if t.startswith(("<meta", "<script")) is is_head) for is_head in (True, False))
        page = languages[code].fill(f'<html lang="{code}"><head><title>{{title}}</title>{head}</head><body>{body}</body></html>')
        yield f"{name} ({code})", page.encode(), frozenset(f.strip() for f in flags.split(",") if f.strip())


def find_kinds(name: str, page: bytes) -> frozenset[str] | None:
    """The flags of these kinds that a page is given, None where it is rejected."""
    found = extract_article(Document(name, name, page, "html"))
    return frozenset(found.article.flags) & frozenset(KINDS) if isinstance(found, Extraction) else None


def measure_kinds() -> Measurement:
    """Precision and recall of each flag, and the pages that are given the right flags and no others."""
    pages = [(name, want, find_kinds(name, page)) for name, page, want in read_kinds()]
    figures = {}
    for kind in KINDS:
        right = sum(kind in want and kind in (found or ()) for _, want, found in pages)
        figures[f"{kind} precision"] = (right, sum(kind in (found or ()) for _, _, found in pages))
        figures[f"{kind} recall"] = (right, sum(kind in want for _, want, _ in pages))
    figures["pages right"] = (sum(want == found for _, want, found in pages), len(pages))
    misses = tuple(
        f"  {name}: {'rejected' if found is None else sorted(found) or 'none'}, not {sorted(want) or 'none'}"
        for name, want, found in pages
        if want != found
    )
    return Measurement(fingerprint([GOLD]), figures, misses)


def list_flagged(folder: Path) -> Iterator[str]:
    """A line for each page of a folder that is given one of the flags: its name, flags, words, title and the end of its body."""
    for path in sorted(folder.iterdir()):
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        found = extract_article(Document(path.name, path.name, content, "html"))
        if isinstance(found, Extraction) and (flags := sorted(set(found.article.flags) & set(KINDS))):
            a = found.article
            yield f"{path.name}: {', '.join(flags)}; {a.word_count} words; {a.title}; … {' '.join(a.body.split())[-80:]}"


def main() -> int:
    """Prints the figures and misses, or the flagged pages of a folder."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.quality.kinds", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("pages", type=Path, nargs="?", help="a folder of real pages")
    folder = parser.parse_args().pages
    if folder is not None:
        for line in list_flagged(folder):
            print(line, flush=True)
        return 0
    measured = measure_kinds()
    figures = iter(measured.figures.items())
    for (name, (right, given)), (_, (_, wanted)) in islice(zip(figures, figures, strict=False), len(KINDS)):
        kind = name.split()[0]
        print(f"{kind:<16}{wanted:>3} pages  {given:>3} given  precision {right / max(1, given):.2f}  recall {right / max(1, wanted):.2f}")
    right, total = measured.figures["pages right"]
    print(f"{right} of {total} pages right", *measured.misses, sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
