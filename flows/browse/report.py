"""A period, a story or a person as one file of HTML: no script, nothing from elsewhere, to send by mail or to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup

from flows.browse import lists
from flows.browse.render import environment
from flows.browse.store import Reading, Row, Store
from transforms.groups.changes import compare_wordings
from warehouse.home import Home

STATEMENTS = 20  # with their wordings
WORDINGS = 12  # of a statement
# Its style stands in the page itself; nothing else may be loaded or sent.
REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"
TEXT = 1_000  # code points of a wording that are compared


class NothingToReport(LookupError):
    """No story or person is called so; the message says what was looked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is of: days, and a story or a person, or all that is in the home."""

    since: date | None = None
    until: date | None = None
    story: str | None = None
    person: str | None = None


def write_report(home: Home, wanted: Wanted, output: Path) -> None:
    """Writes the file whole, or not at all.

    Raises:
        NothingToReport: nothing is called so.
        NotPublished: nothing is published in the home.
        Outdated, TooSlow, Broken: as `Store.read` raises them.
    """
    store = Store(home, seconds=120)
    try:
        with store.read() as reading:
            page = make_report(reading, wanted, datetime.now(UTC))
    finally:
        store.close()
    output.parent.mkdir(parents=True, exist_ok=True)
    temporary = output.with_name(f".{output.name}.part")
    temporary.write_text(page, encoding="utf-8", errors="replace")
    temporary.replace(output)


def make_report(reading: Reading, wanted: Wanted, moment: datetime) -> str:
    """The report as HTML. Raises `NothingToReport`."""
    days = {"since": wanted.since, "until": wanted.until}
    sections: list[lists.Listing] = []
    quotes: list[Row] = []
    if wanted.story:
        story = reading.row("story", story_id=wanted.story)
        if story is None:
            raise NothingToReport(f"no story has the id {wanted.story}")
        title = story["story"] or "Untitled story"
        sections.append(lists.show(reading, "story_reports", 200, story_id=wanted.story))
        sections.append(lists.show(reading, "story_speakers", 100, story_id=wanted.story))
        statements = lists.show(reading, "story_statements", 100, story_id=wanted.story).rows
    elif wanted.person:
        found = reading.con.execute("SELECT entity_id, name FROM entities_called(?)", [wanted.person]).fetchall()
        if not found:
            raise NothingToReport(f"nobody is called {wanted.person}")
        title = " / ".join(name for _, name in found)
        statements = []
        for key, _ in found:
            quotes += lists.show(reading, "entity_quotes", 500, entity_id=key, **days).rows
            sections.append(lists.show(reading, "entity_names", 50, entity_id=key))
            sections.append(lists.show(reading, "entity_outlets", 50, entity_id=key))
            sections.append(lists.show(reading, "entity_company", 30, entity_id=key))
    else:
        title = "Who said what"
        sections.append(lists.show(reading, "stories", 40, **days))
        sections.append(lists.show(reading, "speakers", 40, **days))
        sections.append(lists.show(reading, "new_names", 40, **days))
        sections.append(lists.show(reading, "left_out", 30, **days))
        statements = lists.show(reading, "statements", STATEMENTS, **days).rows
    template = environment().get_template("report.html")
    return template.render(
        title=title,
        wanted=wanted,
        moment=moment,
        fresh=reading.row("freshness"),
        sections=sections,
        statements=[_compare(reading, s) for s in statements[:STATEMENTS]],
        quotes=quotes,
        style=Markup(files("flows.browse").joinpath("static", "style.css").read_text(encoding="utf-8")),
    )


def _compare(reading: Reading, statement: Row) -> tuple[Row, Sequence[tuple[Row, Any]]]:
    """A statement with its wordings, each in the pieces that differ from the fullest."""
    wordings = lists.show(reading, "statement_wordings", WORDINGS, utterance_id=statement["utterance_id"]).rows
    pieces = compare_wordings([w["text"][:TEXT] for w in wordings], statement["text"][:TEXT])
    return statement, list(zip(wordings, pieces, strict=True))
