"""What is out of the ordinary in a run, judged against the runs before it."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from corpus.web.records import Account
from flows.quantities import format_time
from flows.watch.history import SILENCE_DAYS, ArrivalRow, History, OutletRow, RunRow

LIMITS = {
    "silence": "an outlet whose source was read has given no article for longer than `ONRECORD_SILENCE_SECONDS`, and for longer than "
    "twice its longest pause of the 30 days before",
    "rejections": "the share of an outlet's documents that give no article has jumped: its site has changed",
    "titles": "the share of an outlet's articles without title has jumped",
    "dates": "the share of an outlet's articles without day has jumped",
    "authors": "the share of an outlet's articles without authors has jumped",
    "speakers": "the share of an outlet's quotes without speaker has jumped",
    "listings": "a feed or sitemap cannot be read, or lists no page",
    "entities": "the share of names that no earlier article has, among the names of a run, has jumped",
}
# What the shares are called that limits are about.
SHARES = {
    "rejections": "documents rejected",
    "titles": "articles without title",
    "dates": "articles without day",
    "authors": "articles without authors",
    "speakers": "quotes without speaker",
    "entities": "names new",
}
_MOMENTS = 4  # moments at which an outlet must have given articles before its silence means anything
_TOLD = 3  # listings named in one message
_LEAST = 20  # documents on either side of a comparison
# The same comparison is made in every run and for every outlet: three deviations would be passed by chance every few days.
_DEVIATIONS = 4.0


Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Share:
    """A count and of how many."""

    part: int
    whole: int

    def __add__(self, other: Share) -> Share:
        return Share(self.part + other.part, self.whole + other.whole)

    def __str__(self) -> str:
        return f"{self.value:.0%}" if self.whole else "–"

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of nothing."""
        return self.part / self.whole if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Crossing:
    """A limit that a run crosses."""

    limit: str
    subject: str  # an outlet, or "" for the whole run
    message: str

    @property
    def key(self) -> Key:
        """What tells it from another one, however its numbers change from run to run."""
        return self.limit, self.subject


@dataclass(frozen=True, slots=True)
class Verdict:
    """The limits that a run crosses, and the keys of all that it could judge: of the others nothing new is known."""

    crossings: tuple[Crossing, ...]
    judged: frozenset[Key]


def judge_run(
    history: History, accounts: Sequence[Account], sites: Collection[str], outlets: Collection[str], silence_seconds: float, rise: float
) -> Verdict:
    """What is out of the ordinary in the last run of `history`.

    `accounts`, `sites` and `outlets` are those that the run has read: only of them silence says something. `rise` is how much a
    share must grow, in points from 0 to 1.
    """
    crossings: list[Crossing | None] = []
    judged: set[Key] = set()
    for row in history.arrivals:
        if row.outlet in outlets or not set(sites).isdisjoint(row.sites):
            judged.add(("silence", row.outlet))
            crossings.append(_judge_silence(row, history.run.started_at, silence_seconds))
    rows: dict[str, list[OutletRow]] = {}
    for outlet_row in history.outlets:
        rows.setdefault(outlet_row.outlet, []).append(outlet_row)
    for outlet in sorted(o for o in rows if rows[o][-1].run_id == history.run.run_id):
        for limit, share in _OF_OUTLETS.items():
            judged.add((limit, outlet))
            crossings.append(_judge_share(limit, outlet, [share(row) for row in rows[outlet]], rise, rows[outlet][-1].main_reason))
    judged.add(("entities", ""))
    crossings.append(_judge_share("entities", "", [count_share("entities", [run], ()) for run in history.runs], rise))
    if accounts:
        judged.add(("listings", ""))
        crossings.append(_judge_listings(accounts))
    return Verdict(tuple(c for c in crossings if c), frozenset(judged))


def count_share(limit: str, runs: Iterable[RunRow], outlets: Iterable[OutletRow]) -> Share:
    """The share that a limit is about, over these runs and the rows of their outlets."""
    if limit == "entities":
        return sum((Share(run.entities_new, run.entities_named) for run in runs), Share(0, 0))
    return sum((_OF_OUTLETS[limit](row) for row in outlets), Share(0, 0))


_OF_OUTLETS: dict[str, Callable[[OutletRow], Share]] = {
    "rejections": lambda r: Share(r.rejected, r.rejected + r.articles),
    "titles": lambda r: Share(r.untitled, r.articles),
    "dates": lambda r: Share(r.undated, r.articles),
    "authors": lambda r: Share(r.unsigned, r.articles),
    "speakers": lambda r: Share(r.unspoken, r.quotes),
}


def is_jump(now: Share, before: Share, rise: float) -> bool:
    """Whether a share has grown by more than `rise`, and by more than chance explains (binomial, four deviations).

    >>> is_jump(Share(18, 20), Share(10, 200), 0.3), is_jump(Share(9, 10), Share(10, 200), 0.3)
    (True, False)
    """
    if min(now.whole, before.whole) < _LEAST:
        return False
    usual = (before.part + 0.5) / (before.whole + 1)
    chance = _DEVIATIONS * math.sqrt(usual * (1 - usual) / now.whole)
    return now.value - before.value > max(rise, chance)


def _judge_silence(row: ArrivalRow, now: datetime, silence_seconds: float) -> Crossing | None:
    limit = timedelta(seconds=max(silence_seconds, 2 * row.longest_gap))
    if row.moments < _MOMENTS or now - row.last_at <= limit:
        return None
    told = f"{row.outlet}: no article for {format_time(now - row.last_at)}"
    usual = (
        f"{row.articles} came in the {SILENCE_DAYS} days before, never more than {format_time(timedelta(seconds=row.longest_gap))} apart"
    )
    return Crossing("silence", row.outlet, f"{told}; {usual}")


def _judge_share(limit: str, subject: str, shares: Sequence[Share], rise: float, reason: str | None = None) -> Crossing | None:
    """The last of some shares, one a run, against those before it. Small runs are judged together with those just before."""
    now, before = _split(shares)
    if not shares[-1].whole or not is_jump(now, before, rise):
        return None
    told = f"{subject}: " if subject else ""
    why = f", mostly for {reason}" if limit == "rejections" and reason else ""
    return Crossing(limit, subject, f"{told}{now} of the last {now.whole} {SHARES[limit]}, before that {before} of {before.whole}{why}")


def _judge_listings(accounts: Sequence[Account]) -> Crossing | None:
    """Feeds and sitemaps that the user named and that gave nothing to read when they were last asked, told together."""
    found = []
    for account in {a.location: a for a in accounts}.values():
        if account.kind == "listing" and account.location == account.listed_in:
            if account.result in ("rejected", "refused"):
                found.append(f"{account.location} cannot be read ({account.reason or account.result})")
            elif account.result == "fetched" and not account.lists:
                found.append(f"{account.location} lists no page")
    more = f" and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
    return Crossing("listings", "", ", ".join(sorted(found)[:_TOLD]) + more) if found else None


def _split(shares: Sequence[Share]) -> tuple[Share, Share]:
    """The latest runs, as few as have enough to be judged, and all before them."""
    now, first = Share(0, 0), len(shares)
    while first and now.whole < _LEAST:
        first -= 1
        now += shares[first]
    return now, sum(shares[:first], Share(0, 0))
