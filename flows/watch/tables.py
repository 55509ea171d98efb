"""What a run did, as rows for the tables of the Prefect UI."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.web.records import Account
from flows.quantities import format_count
from flows.run.chunks import Cost
from flows.watch.history import TREND_DAYS, History, StoryRow
from flows.watch.limits import SHARES, Crossing, Share, count_share
from flows.watch.markdown import escape, link, show_address, write_rows

STORIES = 25  # stories shown with their query
ADDRESSES = 500  # addresses shown one by one

Row = dict[str, str | int | float]

# What becomes of an address, in the order of interest: results of `Account`, and what people call them.
_RESULTS: dict[str, str] = {
    "rejected": "rejected",
    "refused": "refused by robots.txt",
    "deferred": "left to a later run",
    "fetched": "fetched",
    "unchanged": "unchanged",
    "fresh": "not asked again",
}
_KINDS = {"listing": "feed or sitemap ", "robots": "robots.txt "}


def list_outlets(history: History) -> list[Row]:
    """What the run made of each outlet's documents, those with most articles first."""
    rows = [row for row in history.outlets if row.run_id == history.run.run_id]
    return [
        {
            "outlet": escape(row.outlet),
            "stored": row.articles,
            "rejected": row.rejected,
            "mostly for": row.main_reason or "",
            "quotes": row.quotes,
            "no speaker": _part(row.unspoken, row.quotes),
            "no title": _part(row.untitled, row.articles),
            "no day": _part(row.undated, row.articles),
            "no authors": _part(row.unsigned, row.articles),
        }
        for row in sorted(rows, key=lambda r: (-r.articles, -r.rejected, r.outlet))
    ]


def _part(part: int, whole: int) -> str:
    return f"{part} ({Share(part, whole)})" if part else "0"


def list_costs(slowest: Sequence[Cost], largest: Sequence[Cost]) -> list[Row]:
    """The slowest and the largest documents, the slowest first."""
    found = dict.fromkeys(slowest, "slowest")
    for cost in largest:
        found[cost] = "slowest, largest" if cost in found else "largest"
    return [
        {
            "document": show_address(cost.source_uri),
            "seconds": round(cost.seconds, 2),
            "bytes": f"{cost.size:,}",
            "among the": kind,
            "outcome": cost.outcome,
        }
        for cost, kind in sorted(found.items(), key=lambda pair: (-pair[0].seconds, pair[0].source_uri))
    ]


def list_rejections(history: History) -> list[Row]:
    """Documents that gave no article, with the reason; some of each reason."""
    return [{"document": show_address(uri), "reason": reason, "detail": escape(detail)} for uri, reason, detail in history.rejections]


def count_results(accounts: Iterable[Account]) -> Counter[str]:
    """How many addresses, robots.txt aside, came to what; rejected ones by their reason."""
    return Counter(a.reason if a.result == "rejected" else _RESULTS[a.result] for a in accounts if a.kind != "robots")


def list_web_sources(accounts: Iterable[Account]) -> list[Row]:
    """What became of the addresses behind each feed, sitemap or page that the user named."""
    by_source: dict[str, list[Account]] = {}
    for account in accounts:
        if account.kind != "robots":
            by_source.setdefault(account.listed_in or account.location, []).append(account)
    rows: list[Row] = []
    for source, found in sorted(by_source.items()):
        own = [a for a in found if a.location == source]
        listed = [a for a in found if a.location != source and a.kind != "listing"]
        rows.append(
            {
                "source": show_address(source),
                "result": ", ".join(dict.fromkeys(_outcome(a) for a in own)),
                "pages": len(listed),
                "requests": sum(len(a.requests) for a in found),
                "bytes": f"{sum(a.size for a in found):,}",
                "of the pages": ", ".join(f"{n} {what}" for what, n in count_results(listed).most_common()),  # long, so last
            }
        )
    return rows


def list_addresses(accounts: Iterable[Account]) -> list[Row]:
    """What became of each address that was to be asked, what failed first."""
    order = list(_RESULTS)
    asked = sorted((a for a in accounts if a.result != "fresh"), key=lambda a: (order.index(a.result), a.kind == "robots", a.location))
    return [
        {
            "address": show_address(account.location),
            "result": _KINDS.get(account.kind, "") + _outcome(account),
            "answers": " ".join("none" if status is None else str(status) for _, status in account.requests),
            "bytes": f"{account.size:,}",
            "seconds": round(account.seconds, 1),
            "detail": escape(account.detail),
            "listed in": show_address(account.listed_in) if account.listed_in != account.location else "",
        }
        for account in asked[:ADDRESSES]
    ]


def _outcome(account: Account) -> str:
    shown = _RESULTS[account.result]
    if account.kind == "listing" and account.result == "fetched":
        return f"{shown}, lists {account.lists}"
    kept = ", the earlier article stays" if account.is_kept else ""
    return f"{shown}: {account.reason}{kept}" if account.result == "rejected" else shown


def write_stories(stories: Sequence[StoryRow], home: str) -> str:
    """The stories that the run's articles report, each with the query that shows it, as Markdown."""
    parts = []
    for story in stories[:STORIES]:
        added = "new" if story.is_new else f"{story.articles_added} added"
        articles = f"{format_count(story.article_count, 'article')} ({added})"
        outlets = ", ".join(escape(outlet) for outlet in story.outlets)
        first = link("first report", story.url or "")
        told = " · ".join(part for part in (articles, outlets, first) if part)
        parts.append(f"### {escape(story.title or story.story_id)}\n\n{told}\n\n{_query(story.story_id, home)}")
    if len(stories) > STORIES:
        parts.append(f"… and {len(stories) - STORIES:,} more.")
    return "\n\n".join(parts)


def write_all_stories_query(run_id: str, home: str) -> str:
    """The query that shows every story of a run, as Markdown."""
    return _shell(f"FROM story_coverage\n   WHERE story_id IN (SELECT story_id FROM articles WHERE run_id = '{run_id}')", home)


def _query(story_id: str, home: str) -> str:
    return _shell(f"FROM story_coverage WHERE story_id = '{story_id}'", home)


def _shell(query: str, home: str) -> str:
    # In two lines: what does not fit the width of the page is not seen there.
    return f'```sh\nonrecord sql --home {shlex.quote(home)} \\\n  "{query}"\n```'


def write_signals(history: History, crossings: Iterable[Crossing]) -> str:
    """The run's shares beside those of the week's earlier runs, as Markdown."""
    run_id, earlier = history.run.run_id, history.runs[:-1]
    now = [row for row in history.outlets if row.run_id == run_id]
    before = [row for row in history.outlets if row.run_id != run_id]
    crossed = {c.limit for c in crossings}
    rows = [
        (
            name,
            _spell_share(count_share(limit, [history.run], now)),
            _spell_share(count_share(limit, earlier, before)),
            "**limit crossed**" if limit in crossed else "",
        )
        for limit, name in SHARES.items()
    ]
    runs = f"{format_count(len(earlier), 'earlier run') if earlier else 'no earlier runs'} of the {TREND_DAYS} days before"
    return write_rows(("share of", "this run", runs, ""), rows, numbers=("this run", runs))


def _spell_share(share: Share) -> str:
    return f"{share} ({share.part:,} of {share.whole:,})" if share.whole else "–"
