"""How many wordings of one statement are joined, and how many quotes are joined that are two statements."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from tests.quality.floors import Measurement, fingerprint
from transforms.groups.utterances import group_utterances
from transforms.records import SpokenQuote

GOLD = Path(__file__).parent / "gold" / "wordings.tsv"


@dataclass(frozen=True)
class GoldQuote:
    """A quote as its outlet prints it, and the statement it words (a key of its own where it stands alone)."""

    quote: SpokenQuote
    statement: tuple[str, ...]


def read_gold() -> list[GoldQuote]:
    """The quotes of `gold/wordings.tsv`; a story's reports are from its days, an outlet's quotes are one article."""
    gold: list[GoldQuote] = []
    ordinals: Counter[str] = Counter()
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        event, story, outlet, day, speaker, statement, kind, text = line.split("\t")
        article = f"{story}/{outlet}"
        ordinals[article] += 1
        quote_id = f"{article}/{ordinals[article]}"
        published = date(2031, 1, 1) + timedelta(days=int(day))
        quote = SpokenQuote(quote_id, article, ordinals[article], published, story, kind, text, speaker)  # type: ignore[arg-type]
        gold.append(GoldQuote(quote, (quote_id,) if statement == "-" else (event, statement)))
    return gold


def measure_wordings() -> Measurement:
    """Pairs of wordings joined, of those that are one statement; and pairs kept apart, of those that are two."""
    gold = read_gold()
    utterance = {m: n for n, g in enumerate(group_utterances([g.quote for g in gold])) for m in g.members}
    joined = wordings = apart = others = 0
    misses = []
    for a, b in combinations(gold, 2):
        same = utterance[a.quote.quote_id] == utterance[b.quote.quote_id]
        if a.statement == b.statement:
            wordings += 1
            joined += same
        else:
            others += 1
            apart += not same
        if same != (a.statement == b.statement):
            misses.append(f"{'joined' if same else 'split'}: {a.quote.text} | {b.quote.text}")
    return Measurement(
        fingerprint([GOLD]), {"wordings joined": (joined, wordings), "statements kept apart": (apart, others)}, tuple(misses)
    )
