"""The pages: what each shows, put together from lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from flows.browse import ask as asking
from flows.browse import lists
from flows.browse.article import read_article
from flows.browse.pictures import draw_bars
from flows.browse.render import render, segment, send_page
from flows.browse.report import REPORT_POLICY, Wanted, make_report
from flows.browse.search import read_search, snippet, write_sql
from flows.browse.store import Reading, Row, Store
from transforms.groups.changes import compare_wordings
from transforms.pages.decode import decode_bytes
from warehouse.lake.archive import CorruptEntry, get_bytes

LATELY = timedelta(days=7)  # what the front page calls new, back from the newest day
FEW = 4  # stories; with fewer the front page shows those of all days
MEANT = 8  # entities told of that bear a name that a search asks for
SOURCE = 1_500_000  # code points of a document's bytes shown as text
_GROUPS = {"story": "stories", "entity": "entities", "statement": "utterances"}

Page = Callable[[Request, Reading], Response]


class NotThere(LookupError):
    """Nothing has this id; the message says what was looked for."""


def front(request: Request, reading: Reading) -> Response:
    """What is new, who spoke most, what was repeated most, and how fresh all of it is."""
    fresh = reading.row("freshness") or {}
    newest = fresh["newest_day"]
    since = newest - LATELY if newest else None
    stories = lists.show(reading, "stories", 12, since=since)
    if len(stories.rows) < FEW:  # a small home has too little that is new
        since, stories = None, lists.show(reading, "stories", 12)
    return render(
        request,
        "front.html",
        fresh=fresh,
        since=since,
        stories=stories,
        speakers=lists.show(reading, "speakers", 12, since=since),
        statements=lists.show(reading, "statements", 8, since=since),
        picture=draw_bars(
            [(r["day"], r["article_count"]) for r in reading.rows("days", limit=60, offset=0)], "Articles by day", address=_search_days()
        ),
    )


def story(request: Request, reading: Reading) -> Response:
    """One event: its reports in time, who is quoted, its statements and who leaves them out."""
    key = request.path_params["id"]
    row = reading.row("story", story_id=key)
    if row is None:
        return _moved(request, reading, "story", key)
    reports = lists.show(reading, "story_reports", 60, story_id=key)
    days: dict[Any, list[Row]] = {}
    for report in reports.rows:
        days.setdefault(report["published_on"], []).append(report)
    return render(
        request,
        "story.html",
        story=row,
        reports=reports,
        days=days,
        speakers=lists.show(reading, "story_speakers", story_id=key),
        statements=lists.show(reading, "story_statements", story_id=key),
    )


def article(request: Request, reading: Reading) -> Response:
    """One text, marked."""
    key = request.path_params["id"]
    row = reading.row("article", article_id=key)
    if row is None:
        raise NotThere(f"no article has the id {key[:60]}")
    first = lists.read_values("article_blocks", {"offset": request.query_params.get("from", "")}, 1)["offset"]
    return render(request, "article.html", article=row, **read_article(reading, row, first))


def source(request: Request, reading: Reading, store: Store) -> Response:
    """The bytes that an article was made of, as plain text: nothing of them runs."""
    key = request.path_params["id"]
    row = reading.row("article", article_id=key)
    if row is None:
        raise NotThere(f"no article has the id {key[:60]}")
    try:
        text = decode_bytes(get_bytes(store.home, row["content_hash"]))
    except (FileNotFoundError, CorruptEntry):
        raise NotThere("the home does not keep the bytes of this article") from None
    shown = (text or "(no encoding gives a text)")[:SOURCE].encode("utf-8", "replace")[: lists.FILE_BYTES]
    return PlainTextResponse(shown, headers={"Content-Disposition": "inline"})


def entity(request: Request, reading: Reading) -> Response:
    """One person, organization, place or group."""
    key = request.path_params["id"]
    row = reading.row("entity", entity_id=key)
    if row is None:
        return _moved(request, reading, "entity", key)
    given = dict(request.query_params) | {"entity_id": key}
    values = lists.read_values("entity_quotes", given, lists.SHOWN)
    weeks = reading.rows("entity_weeks", entity_id=key, limit=1000, offset=0)
    return render(
        request,
        "entity.html",
        entity=row,
        values=values,
        names=lists.show(reading, "entity_names", 12, entity_id=key),
        roles=lists.show(reading, "entity_roles", 12, entity_id=key),
        quotes=lists.fill(reading, "entity_quotes", values),
        company=lists.show(reading, "entity_company", 12, entity_id=key),
        outlets=lists.show(reading, "entity_outlets", 12, entity_id=key),
        lookalikes=lists.show(reading, "entity_lookalikes", 8, entity_id=key),
        said=draw_bars(
            [(w["week"], w["quote_count"]) for w in weeks],
            "Quotes by week",
            7,
            lambda first, last: f"/entity/{segment(key)}?{urlencode({'since': first, 'until': last})}",
        ),
        named=draw_bars([(w["week"], w["mention_count"]) for w in weeks], "Mentions by week", 7, _search_days("person", key)),
    )


def entities(request: Request, reading: Reading) -> Response:
    """The names: everybody and everything, by letters and type."""
    values = lists.read_values("entities", dict(request.query_params), lists.PAGE)
    return render(request, "entities.html", listing=lists.fill(reading, "entities", values), values=values)


def statement(request: Request, reading: Reading) -> Response:
    """One thing said: its wordings with their differences, and how it travelled."""
    key = request.path_params["id"]
    row = reading.row("statement", utterance_id=key)
    if row is None:
        return _moved(request, reading, "statement", key)
    wordings = lists.show(reading, "statement_wordings", 60, utterance_id=key)
    texts = [w["text"] for w in wordings.rows]
    pieces = compare_wordings([t[:2_000] for t in texts], row["text"][:2_000])
    return render(
        request,
        "statement.html",
        statement=row,
        wordings=wordings,
        compared=list(zip(wordings.rows, pieces, strict=True)),
        travel=lists.show(reading, "statement_travel", 60, utterance_id=key),
    )


def outlet(request: Request, reading: Reading) -> Response:
    """One outlet: what it publishes, whom it quotes, how much is its own, what fails."""
    name = request.path_params["name"]
    row = reading.row("outlet", outlet=name)
    if row is None:
        raise NotThere(f"no outlet is called {name[:60]}")
    days = reading.rows("outlet_days", outlet=name, limit=5000, offset=0)
    return render(
        request,
        "outlet.html",
        name=name,
        outlet=row,
        picture=draw_bars([(d["day"], d["article_count"]) for d in days], "Articles by day", address=_search_days("outlet", name)),
        articles=lists.show(reading, "outlet_articles", outlet=name),
        speakers=lists.show(reading, "outlet_speakers", outlet=name),
        faults=lists.show(reading, "outlet_faults", outlet=name),
    )


def outlets(request: Request, reading: Reading) -> Response:
    """All outlets."""
    return _list_page(request, reading, "outlets")


def search(request: Request, reading: Reading) -> Response:
    """What is found, over articles or over quotes."""
    given = request.query_params
    over = "quotes" if given.get("over") == "quotes" else "articles"
    text = given.get("q", "")[:500]
    name = f"search_{over}"
    values = lists.read_values(name, dict(given), lists.FOUND)
    asked = read_search(text)
    if not text.strip():
        return render(request, "search.html", q="", over=over, copies=True, listing=None)
    listing = lists.fill(reading, name, values)
    facets: dict[str, list[Row]] = {}
    if over == "articles":
        for row in lists.fill(reading, "search_facets", values).rows:
            facets.setdefault(row["facet"], []).append(row)
    rows = listing.rows
    bodies: dict[str, str] = {}
    if over == "articles":
        shown = reading.rows("search_bodies", count=values["limit"], offset=values["offset"])
        bodies = {row["article_id"]: row["body"] for row in shown}
    for row in rows:
        row["snippet"] = snippet(bodies[row["article_id"]] if over == "articles" else row["text"], asked.words)
    meant = {name: reading.rows("entities_called", called=name)[:MEANT] for name in (asked.person, asked.speaker) if name}
    sql = write_sql(asked, over, values["copies"])
    page = {"q": text, "over": over, **({} if values["copies"] else {"copies": "no"})}
    return render(
        request,
        "search.html",
        q=text,
        over=over,
        copies=values["copies"],
        listing=listing,
        rows=rows,
        found=rows[0]["found"] if rows else 0,
        facets=facets,
        meant=meant,
        words=asked.words,
        page=page,
        sql=sql,
        sql_address=f"/ask?{urlencode({'q': sql})}",
        next=f"/search?{urlencode(page | {'offset': values['offset'] + lists.FOUND})}" if listing.answer.more else None,
        previous=f"/search?{urlencode(page | {'offset': max(0, values['offset'] - lists.FOUND)})}" if values["offset"] else None,
    )


def ask(request: Request, reading: Reading) -> Response:
    """SQL, its rows and its picture."""
    query = request.query_params.get("q", "").strip()
    answer = problem = picture = None
    if query:
        try:
            answer = asking.ask(reading, query, asking.ROWS)
            picture = asking.draw_answer(answer)
        except asking.Refused as refused:
            problem = str(refused)
    return render(
        request,
        "ask.html",
        query=query,
        answer=answer,
        problem=problem,
        picture=picture,
        cookbook=asking.cookbook(),
        file=f"?{urlencode({'q': query})}",
        status=400 if problem else 200,
    )


def report(request: Request, reading: Reading) -> Response:
    """The report of a period, a story or a person, as `onrecord report` writes it: a page that needs nothing else."""
    given = request.query_params
    since, until = (lists.read_day(given.get(name, "").strip(), name) for name in ("since", "until"))
    wanted = Wanted(since, until, given.get("story") or None, given.get("person") or None)
    return send_page(make_report(reading, wanted, datetime.now(UTC)), headers={"Content-Security-Policy": REPORT_POLICY})


def list_page(request: Request, reading: Reading) -> Response:
    """A list on a page of its own."""
    return _list_page(request, reading, request.path_params["name"])


def _list_page(request: Request, reading: Reading, name: str) -> Response:
    if name not in lists.TITLES:
        raise NotThere(f"no list is called {name[:60]}")
    values = lists.read_values(name, dict(request.query_params), lists.PAGE)
    return render(request, "list.html", listing=lists.fill(reading, name, values, hidden=("found",)))


def _search_days(filtered: str = "", value: str = "") -> Callable[[date, date], str]:
    """Addresses of the articles of some days, by a filter of searches."""
    marked = value.replace('"', " ")
    start = f'{filtered}:"{marked}" ' if filtered else ""
    return lambda first, last: f"/search?{urlencode({'q': f'{start}since:{first} until:{last}'})}"


def _moved(request: Request, reading: Reading, kind: str, key: str) -> Response:
    """Where an id leads that was published once."""
    row = reading.row("find_redirect", id=key, table=_GROUPS[kind])
    if row is None:
        raise NotThere(f"no {kind} has the id {key[:60]}")
    return RedirectResponse(f"/{kind}/{quote(row['new_id'], safe='')}", 308)
