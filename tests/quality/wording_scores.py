"""How many wordings of one statement are joined, and how many quotes are joined that are two statements."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from tests.quality.floors import Measurement, fingerprint
from transforms.groups.utterances.group import group_utterances
from transforms.records import SpokenQuote

GOLD = Path(__file__).parent / "gold"


@dataclass(frozen=True)
class GoldQuote:
    """A quote as its outlet prints it, and the statements it words: a key of its own where it stands alone, several
    where it runs several together."""

    quote: SpokenQuote
    statements: frozenset[str]


def read_gold(name: str) -> list[GoldQuote]:
    """The quotes of a file of `gold`; a story's reports are from its days, an outlet's quotes are one article."""
    gold: list[GoldQuote] = []
    ordinals: Counter[str] = Counter()
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        event, story, outlet, day, speaker, statement, kind, text = line.split("\t")
        article = f"{story}/{outlet}"
        ordinals[article] += 1
        quote_id = f"{article}/{ordinals[article]}"
        published = date(2031, 1, 1) + timedelta(days=int(day))
        quote = SpokenQuote(quote_id, article, ordinals[article], published, story, kind, text, speaker)  # type: ignore[arg-type]
        gold.append(GoldQuote(quote, frozenset([quote_id] if statement == "-" else (f"{event} {one}" for one in statement.split("+")))))
    return gold


def measure_wordings() -> Measurement:
    """The wordings that the rules were made with."""
    return _measure("wordings.tsv")


def measure_rewordings_dev() -> Measurement:
    """Wordings written before the rules were looked at, which the rules were then mended with."""
    return _measure("rewordings_dev.tsv")


def measure_rewordings_test() -> Measurement:
    """Wordings that no rule was made with."""
    return _measure("rewordings_test.tsv")


def measure_retellings_dev() -> Measurement:
    """Events told by three outlets and more, written before the rules were looked at, which the rules were then mended with."""
    return _measure("retellings_dev.tsv")


def measure_retellings_test() -> Measurement:
    """More such events, written when the rules stood."""
    return _measure("retellings_test.tsv")


def _measure(name: str) -> Measurement:
    """Pairs of wordings joined, of those that are one statement; and pairs kept apart, of those that are two.

    Pairs with an indirect report among them are counted by themselves: such a report has no words that are surely the speaker's.
    A quote that runs two statements together may join either, so its pairs count only where they are joined.
    """
    gold = read_gold(name)
    utterance = {m: n for n, g in enumerate(group_utterances([g.quote for g in gold])) for m in g.members}
    joined: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    misses = []
    for a, b in combinations(gold, 2):
        one = not a.statements.isdisjoint(b.statements)
        kind = "statements kept apart" if not one else "reports joined" if "indirect" in (a.quote.kind, b.quote.kind) else "wordings joined"
        same = utterance[a.quote.quote_id] == utterance[b.quote.quote_id]
        if one and not same and len(a.statements | b.statements) > 1:
            continue
        pairs[kind] += 1
        joined[kind] += same == one
        if same != one:
            misses.append(f"{'joined' if same else 'split'}: {a.quote.text} | {b.quote.text}")
    return Measurement(
        fingerprint([GOLD / name]), {kind: (joined[kind], pairs[kind]) for kind in sorted(pairs, reverse=True)}, tuple(misses)
    )
