"""Score the joining of wordings and reports on the events of a folder: `python -m tests.quality.events [FOLDER] [--misses]`.

Each folder below holds the reports of one event, and what is one and what is not in `expected.json` (`gold/events/README.md` says how).
Each event is read as a corpus of its own, through the transforms alone.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.golden.sample_run import SampleRun, run_pages
from tests.quality.articles import overlap
from tests.quality.scores import Scores

GOLD = Path(__file__).with_name("gold") / "events"
# A found quote is the annotated one where it has this share of the words of the longer of both.
SAME_QUOTE = 0.7


@dataclass(frozen=True)
class Said:
    """A found quote: its words, the utterance it belongs to, and who it is given to."""

    text: str
    utterance: str
    speaker: str | None


def event_folders(folder: Path) -> list[Path]:
    """The events of a folder."""
    return sorted(p.parent for p in folder.glob("*/expected.json"))


def read_expected(event: Path) -> dict[str, Any]:
    """What is one and what is not in an event."""
    expected: dict[str, Any] = json.loads((event / "expected.json").read_text(encoding="utf-8"))
    return expected


def score_event(event: Path, scores: Scores) -> None:
    """Count the pairs of wordings joined, the statements kept apart and the stories of one event."""
    expected = read_expected(event)
    run = run_pages(sorted(event.glob("*.txt")), event)
    statements = [*expected["one"], *([place] for place in expected["alone"])]
    found = [[(words, find_said(run, file, words)) for file, words in places] for places in statements]
    for wordings in found:
        for words, said in wordings:
            scores.check("quotes found", said is not None, f"{event.name}: {words!r}")
        for (a, x), (b, y) in combinations(wordings, 2):
            is_joined = x is not None and y is not None and x.utterance == y.utterance
            who = f"by {x.speaker if x else None!r} and {y.speaker if y else None!r}"
            scores.check("pairs joined", is_joined, f"{event.name}: {a!r} / {b!r} {who}")
    for left, right in combinations(found, 2):
        joined = [(a, b) for a, x in left for b, y in right if x is not None and y is not None and x.utterance == y.utterance]
        scores.check("statements apart", not joined, f"{event.name}: {joined}")
    for a, b in expected["apart"]:
        x, y = find_said(run, *a), find_said(run, *b)
        scores.check("near misses apart", x is None or y is None or x.utterance != y.utterance, f"{event.name}: {a[1]!r} / {b[1]!r}")
    _check_stories(event.name, expected["stories"], run, scores)


def find_said(run: SampleRun, file: str, words: str) -> Said | None:
    """The found quote of a report that has most of some words; None where none has enough of them."""
    page = run.pages[file]
    best = max(page.annotation.quotes, key=lambda q: (q.part == "body", overlap(words, q.text)), default=None)
    if best is None or overlap(words, best.text) < SAME_QUOTE:
        return None
    quote_id = page.quote_id(best)
    return Said(best.text, run.utterance_of.get(quote_id, quote_id), best.speaker_name or best.speaker)


def _check_stories(event: str, stories: list[list[str]], run: SampleRun, scores: Scores) -> None:
    label = {file: n for n, files in enumerate(stories) for file in files}
    for a, b in combinations(sorted(label), 2):
        x, y = run.pages[a].article_id, run.pages[b].article_id
        is_one = run.story_of.get(x, x) == run.story_of.get(y, y)
        scores.check("story pairs", is_one == (label[a] == label[b]), f"{event}: {a} and {b} are {'one' if is_one else 'two'}")


def score_folder(folder: Path) -> Scores:
    """Every figure of a folder of events."""
    scores = Scores()
    for event in event_folders(folder):
        score_event(event, scores)
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.events", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD, help="a folder of events")
    parser.add_argument("--misses", action="store_true", help="print a line for each miss, too")
    arguments = parser.parse_args()
    scores = score_folder(arguments.folder)
    if arguments.misses:
        print("\n".join(scores.misses), end="\n\n")
    print(f"{'measure':<20} {'right':>6} {'of':>5}  share  wrong")
    for measure in sorted(scores.total):
        right, total = scores.right[measure], scores.total[measure]
        print(f"{measure:<20} {right:>6} {total:>5}  {right / total:.3f}  {total - right:>5}")


if __name__ == "__main__":
    main()
