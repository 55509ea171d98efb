"""The ledger of the rules that choose a page's text: `python -m tests.quality.rules GOLD_DIR…`.

Each GOLD_DIR holds `pages/` and `gold.jsonl` (`page`, `language`, `outlet`, and `paragraphs` or `body`, or `segments_with` and
`segments_without`). A line a rule: how many paragraphs it decided, how many of those it left out are text of the gold and how many are
not, the mean of all pages without it less the mean with it (in thousandths: a rule that earns its place has a minus), and the range of
that figure when each outlet in turn is left out. With `--languages` the same by language.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from transforms.pages import extract
from transforms.pages.selection.choice import Choice
from transforms.pages.selection.choose import choose_blocks
from transforms.records import Document

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_GRAM = 4  # words that must stand together, in the gold as in the text
_SHARED = 0.6  # of a paragraph's word groups, for it to be text of the gold
# Not rules but what is left when none applies.
_NO_RULES = frozenset(["main_text", "outside_main_text", "page_title"])


@dataclass
class Entry:
    """What one rule did: paragraphs decided, text and other paragraphs left out, and each page's score without it."""

    fired: int = 0
    took_text: int = 0
    took_junk: int = 0
    without: dict[str, float] = field(default_factory=dict)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


def _grams(words: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + _GRAM]) for i in range(max(1, len(words) - _GRAM + 1))) if words else Counter()


def score(gold: dict, choices: list[Choice]) -> float:
    """F1 of word groups with the gold's body; for segments the share of them that stand in the text, or do not, as they should."""
    words = _tokens("\n".join(c.block.text for c in choices if c.is_text))
    if gold.get("segments_with") is not None:
        body = f" {' '.join(words)} "
        wanted = [f" {' '.join(_tokens(s))} " in body for s in gold["segments_with"]]
        unwanted = [f" {' '.join(_tokens(s))} " not in body for s in gold.get("segments_without") or ()]
        return sum(wanted + unwanted) / max(1, len(wanted + unwanted))
    a, b = _grams(_tokens(_body(gold))), _grams(words)
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def _body(gold: dict) -> str:
    return gold.get("body") or "\n".join(gold.get("paragraphs") or ())


def is_text(gold: dict, text: str) -> bool | None:
    """Whether a paragraph is text of the gold, None where the gold does not say."""
    words = _tokens(text)
    line = f" {' '.join(words)} "
    if gold.get("segments_with") is not None:
        wanted = any(f" {' '.join(_tokens(s))} " in line for s in gold["segments_with"])
        unwanted = any(f" {' '.join(_tokens(s))} " in line for s in gold.get("segments_without") or ())
        return wanted if wanted != unwanted else None
    whole, own = set(_grams(_tokens(_body(gold)))), _grams(words)
    return sum(n for g, n in own.items() if g in whole) >= _SHARED * max(1, own.total())


def read_golds(folder: Path) -> Iterator[tuple[dict, Document]]:
    """Each page of a gold whose text is known, with what the gold says of it."""
    golds = {g["page"]: g for g in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())}
    for path in sorted((folder / "pages").iterdir()):
        name = path.name.removesuffix(".gz")
        gold = golds.get(name) or golds.get(path.name)
        if gold is not None and (_body(gold) or gold.get("segments_with")):
            content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            yield gold, Document(name, name, content, "html")


def keep_ledger(folders: list[Path]) -> tuple[dict[str, float], dict[str, Entry], dict[str, dict]]:
    """Each page's score, each rule's entry, and the gold by page."""
    scores: dict[str, float] = {}
    golds: dict[str, dict] = {}
    ledger: defaultdict[str, Entry] = defaultdict(Entry)
    for gold, document in (page for folder in folders for page in read_golds(folder)):
        name = document.source_uri
        golds[name] = gold
        with patch.object(extract, "choose_blocks", wraps=choose_blocks) as spy:
            extract.extract_article(document)
        if spy.call_args is None:
            continue
        given = spy.call_args.args
        choices = choose_blocks(*given)
        scores[name] = score(gold, choices)
        for c in choices:
            entry, told = ledger[c.reason], is_text(gold, c.block.text)
            entry.fired += 1
            entry.took_text += not c.is_text and told is True
            entry.took_junk += not c.is_text and told is False
        for rule in {c.reason for c in choices} - _NO_RULES:
            other = score(gold, choose_blocks(*given, without=frozenset([rule])))
            if other != scores[name]:
                ledger[rule].without[name] = other
    return scores, ledger, golds


def mean_change(scores: dict[str, float], entry: Entry, pages: set[str]) -> float:
    """The mean of those pages without the rule less the mean with it, in thousandths."""
    kept = [p for p in scores if p in pages]
    return 1000 * sum(entry.without.get(p, scores[p]) - scores[p] for p in kept) / max(1, len(kept))


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.quality.rules", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--languages", action="store_true", help="the change by language too")
    given = parser.parse_args()
    scores, ledger, golds = keep_ledger(given.gold)
    outlets = {g.get("outlet") for g in golds.values()}
    print(f"{len(scores)} pages of {len(outlets)} outlets, mean {sum(scores.values()) / max(1, len(scores)):.4f}")
    print(f"{'rule':<26}{'fired':>7}{'text':>6}{'junk':>6}{'without':>9}   leaving an outlet out")
    for rule, entry in sorted(ledger.items(), key=lambda item: -item[1].fired):
        change = mean_change(scores, entry, set(scores))
        touched = {golds[p].get("outlet") for p in entry.without}
        out = [mean_change(scores, entry, {p for p in scores if golds[p].get("outlet") != o}) for o in touched] or [change]
        print(f"{rule:<26}{entry.fired:>7}{entry.took_text:>6}{entry.took_junk:>6}{change:>9.2f}   {min(out):.2f} to {max(out):.2f}")
        if given.languages:
            for language in sorted({golds[p].get("language") or "?" for p in entry.without}):
                pages = {p for p in scores if (golds[p].get("language") or "?") == language}
                print(f"    {language:<22}{'':>19}{mean_change(scores, entry, pages):>9.2f}   {len(pages)} pages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
