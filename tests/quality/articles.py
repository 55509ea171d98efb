"""Score quotes and names against the annotated articles of a folder: `python -m tests.quality.articles [FOLDER] [--misses]`.

What the annotations mean stands in `gold/articles/README.md`. The folder is read as one corpus, through the transforms alone.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.golden.sample_run import Page, SampleRun, run_pages
from tests.quality.article_names import bare, score_names
from tests.quality.scores import Scores
from transforms.records import Quote

GOLD = Path(__file__).with_name("gold") / "articles"
KINDS = ("direct", "mixed", "indirect", "scare")
# Of an indirect report this share of the words of the longer of both is enough: two readers seldom cut an adjunct alike.
INDIRECT_OVERLAP = 0.8
# A found quote that shares less than half of the words of the shorter with every annotated one is nobody's, else its ends are wrong.
SOME_OVERLAP = 0.5


def words(text: str | None) -> list[str]:
    """The words of a text as they are compared: case, marks and apostrophes do not count."""
    return re.findall(r"\w+", re.sub(r"['’‘]", "", unicodedata.normalize("NFKC", text or "").casefold()))


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names are one but for articles and titles: "Dr Simone Achterberg" is "Simone Achterberg"."""
    x, y = ([w for w in words(n) if w not in {"the", "a", "an"}] for n in (a, b))
    bare_x, bare_y = words(bare(a or "")), words(bare(b or ""))
    return x == y or (bare_x == bare_y and len(bare_x) > 1)


def overlap(a: str, b: str) -> float:
    """The share of words in common of the longer of two texts."""
    x, y = Counter(words(a)), Counter(words(b))
    return sum((x & y).values()) / max(1, sum(x.values()), sum(y.values()))


def _common(a: str, b: str) -> float:
    """The share of words in common of the shorter of two texts."""
    x, y = Counter(words(a)), Counter(words(b))
    return sum((x & y).values()) / max(1, min(sum(x.values()), sum(y.values())))


def is_same_text(gold: Mapping[str, Any], quote: Quote) -> bool:
    """Whether a found quote holds the annotated words; a report without marks may differ at its ends."""
    if gold["kind"] == "indirect":
        return overlap(gold["text"].removeprefix("that "), quote.text.removeprefix("that ")) >= INDIRECT_OVERLAP
    return words(gold["text"]) == words(quote.text)


def has_speaker(gold: Mapping[str, Any], quote: Quote) -> bool:
    """Whether the found speaker is the annotated one, or none where nobody is named."""
    found = quote.speaker_name or quote.speaker
    names = [gold["speaker_name"], *gold.get("speaker_may_be", [])]
    return any(same_name(found, n) for n in names) if gold["speaker_name"] else found is None


@dataclass
class ArticleScores(Scores):
    """Scores, and the reliability of quotes by bucket of confidence."""

    buckets: dict[int, list[tuple[float, bool]]] = field(default_factory=lambda: defaultdict(list))

    def trust(self, confidence: float, is_right: bool) -> None:
        self.buckets[min(9, int(confidence * 10))].append((confidence, is_right))


def gold_paths(folder: Path) -> list[Path]:
    """The articles of a folder that have annotations beside them."""
    return [p for p in sorted(folder.iterdir()) if p.suffix in {".txt", ".html"} and p.with_suffix(".json").exists()]


def read_annotations(path: Path) -> dict[str, Any]:
    """What people wrote down about one article."""
    annotations: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return annotations


def score_quotes(name: str, gold: Mapping[str, Any], quotes: Iterable[Quote], scores: ArticleScores) -> None:
    """Compare an article's quotes with the annotated ones, each found quote with at most one of them."""
    left = list(quotes)
    matched: list[tuple[Mapping[str, Any], Quote]] = []
    for want in sorted(gold["quotes"], key=lambda q: (bool(q.get("optional")), q["kind"] == "indirect")):
        hits = [q for q in left if is_same_text(want, q)]
        kinds = {want["kind"], want.get("or_kind")}
        hit = next((q for q in hits if q.kind in kinds and has_speaker(want, q)), None) or next(iter(hits), None)
        if hit is not None:
            left.remove(hit)
            matched.append((want, hit))
            scores.trust(hit.confidence, has_speaker(want, hit)) if hit.kind != "scare" and want["kind"] != "scare" else None
        if not want.get("optional"):
            _check_quote(name, want, hit, kinds, scores)
    for quote in left:
        if quote.kind != "scare":
            _check_unmatched(name, gold, quote, matched, scores)


def _check_quote(name: str, want: Mapping[str, Any], hit: Quote | None, kinds: set[str | None], scores: ArticleScores) -> None:
    kind, text = want["kind"], f"{name}: {want['text'][:70]!r}"
    if kind == "scare":
        scores.check("scare not given to anybody", hit is None or hit.kind == "scare", text)
        return
    scores.check(f"{kind} found", hit is not None, text)
    is_kind, is_speaker = (hit is not None and hit.kind in kinds), (hit is not None and has_speaker(want, hit))
    scores.right[f"{kind} wholly right"] += is_kind and is_speaker
    scores.total[f"{kind} wholly right"] += 1
    scores.right[f"{kind} rows wholly right"] += is_kind and is_speaker
    if hit is not None:
        scores.total[f"{kind} rows wholly right"] += 1
        scores.check("kind of found", is_kind, f"{text} is {hit.kind}, right is {kind}")
        said = f"{hit.speaker_name or hit.speaker!r} ({hit.method}, {hit.confidence:.2f}), right is {want['speaker_name']!r}"
        scores.check("speaker of found", is_speaker, f"{text} by {said}")


def _check_unmatched(
    name: str, gold: Mapping[str, Any], quote: Quote, matched: list[tuple[Mapping[str, Any], Quote]], scores: ArticleScores
) -> None:
    """Count a row that no annotation holds, as nobody's words or as wrongly cut.

    A report around words that are annotated, and what a speaker quotes within a quote of his own, are neither.
    """
    same_part = [q for _, q in matched if (q.part, q.block_ordinal) == (quote.part, quote.block_ordinal)]
    holds_marked = any(quote.start_char <= q.start_char and q.end_char <= quote.end_char for q in same_part)
    is_within = " ".join(words(quote.text)) and any(
        f" {' '.join(words(quote.text))} " in f" {' '.join(words(q['text']))} " and q["kind"] == "direct" for q in gold["quotes"]
    )
    if is_within or (quote.kind == "indirect" and holds_marked):
        return
    scores.total[f"{quote.kind} rows wholly right"] += 1
    is_cut = any(_common(quote.text, q["text"]) >= SOME_OVERLAP for q in gold["quotes"])
    note = f"{name}: {quote.kind} {quote.text[:70]!r} by {quote.speaker_name or quote.speaker!r} ({quote.method}, {quote.confidence:.2f})"
    scores.total["rows wrongly cut" if is_cut else "rows that nobody said"] += 1
    scores.misses.append(f"  {'wrongly cut' if is_cut else 'nobody said':<26} {note}")
    if not is_cut:
        scores.trust(quote.confidence, False)


def _page_of(run: SampleRun, path: Path, folder: Path) -> Page:
    return run.pages[path.relative_to(folder).as_posix()]


def score_folder(folder: Path) -> ArticleScores:
    """Every figure of a folder of annotated articles."""
    paths, scores = gold_paths(folder), ArticleScores()
    run = run_pages(paths, folder)
    for path in paths:
        page, gold = _page_of(run, path, folder), read_annotations(path)
        score_quotes(path.name, gold, page.annotation.quotes, scores)
        score_names(path.name, gold, page, run, scores.check)
    return scores


def report(scores: ArticleScores) -> str:
    """The figures as a table for people."""
    lines = [f"{'measure':<30} {'right':>6} {'of':>5}  share"]
    for measure in sorted(scores.total):
        right, total = scores.right[measure], scores.total[measure]
        count_only = measure.startswith("rows ")
        lines.append(f"{measure:<30} {'' if count_only else right:>6} {total:>5}" + ("" if count_only else f"  {right / total:.3f}"))
    lines.append("\nconfidence of quotes        rows   says  is")
    for bucket, rows in sorted(scores.buckets.items()):
        says, is_ = sum(c for c, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows)
        lines.append(f"  {bucket / 10:.1f} to {(bucket + 1) / 10:.1f} {len(rows):>19}   {says:.2f}  {is_:.2f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.articles", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD, help="articles with annotations beside them")
    parser.add_argument("--misses", action="store_true", help="print a line for each miss, too")
    arguments = parser.parse_args()
    scores = score_folder(arguments.folder)
    if arguments.misses:
        print("\n".join(sorted(scores.misses)), end="\n\n")
    print(report(scores))


if __name__ == "__main__":
    main()
