"""What runs make in increments is what one run over all makes: whole tables, after any splits, changes, removals and corrections."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest import mock

import duckdb
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from flows.resolve import write_groups
from tests.lakes import make_document, run_documents
from tests.tables import read_tables
from transforms.groups.words.stems import stem
from transforms.records import Document
from warehouse.build import build_snapshot
from warehouse.home import Home, lock
from warehouse.lake.assignments import add_assignments, write_assignments
from warehouse.lake.purge import find_removal, purge_lake
from warehouse.lake.removals import Removals
from warehouse.publish import publish
from warehouse.runs import close_run, start_run

# Some in CI; ONRECORD_TEST_INCREMENTS=300 for a long run.
EXAMPLES = int(os.environ.get("ONRECORD_TEST_INCREMENTS", "4"))
NOW = datetime(2026, 1, 2, tzinfo=UTC)
FIRST_DAY = date(2026, 2, 1)
SYLLABLES = ("ba", "cel", "dor", "fim", "gol", "har", "jun", "kel", "lom", "mar", "nol", "pir", "ros", "tul", "ven", "zor")
PEOPLE = ("Mira Solano", "Mira", "Bero Tamm", "Ada Mossel", "Adda Mossel", "Jana Holt", "Otto Vance", "The harbour pilots")
SAYINGS = (
    "we will keep the harbour open as long as the winter lasts",
    "we will keep the harbour open as long as winter lasts",
    "nobody in this town was asked about the new bridge",
    "a careless ministry",
    "yes",
)
# Names as articles tell them: spelling, type, name, role, owner, sport, signs.
NAMES = (
    "Moss|person|Moss|||",
    "A. Moss|person|A. Moss|mayor||",
    "Ada Moss|person|Ada Moss|striker||",
    "Ada Moss|person|Ada Moss|senator||",
    "Adda Moss|person|Ada Moss|mayor of Leeds||",
    "Ada Jane Moss|person|Ada Jane Moss|||",
    "Adam Moss|person|Adam Moss|judge||",
    "Ada|person|Ada|||",
    "Moss Ada|person|Moss Ada|||",
    "Owen Tennick Jr.|person|Owen Tennick Jr.|||",
    "Owen Tennick|person|Owen Tennick|||",
    "Sergei Lobakov|person|Sergei Lobakov|||",
    "Serhiy Lobakov|person|Serhiy Lobakov|||",
    "Foreign Ministry|organization|Foreign Ministry|||",
    "Foreign Ministry|organization|Foreign Ministry||NO|",
    "Norwegian Foreign Ministry|organization|Norwegian Foreign Ministry|||",
    "Northern Salt Workers Union|organization|Northern Salt Workers Union|||",
    "NSWU|organization|NSWU|||",
    "NSWU|organization|Northern Salt Workers Union|||",
    "Deskora|organization|Deskora|||",
    "Deskora|person|Deskora|||",
    "Deskora|place|Deskora|||",
    "Deskora Lines|organization|Deskora Lines|||",
    "Orlo|organization|Orlo|||soccer",
    "Orlo Tigers|organization|Orlo Tigers|||soccer",
    "Tigers|organization|Tigers|||soccer",
    "Tigers|group|Tigers|||",
    "Kiev|place|Kyiv|||",
    "Orlow|place|Orlow|||",
    "Orlo|place|Orlo|||",
    "Norway|place|Norway|||",
)
SIGNS = ("", "", "shown", "shown inside", "inside", "inside full", "aside", "aside full", "foreign inside")
CORRECTIONS = (
    "",
    "",
    "same\tBero Tamm\tOtto Vance\n",
    "name\tJana Holt\tJanna Holt\n",
    "different\tAda Moss\tAda Jane Moss\n",
    "type\tDeskora\tplace\nsame\tAda Moss\tOwen Tennick\n",
)


def _invent_words(chance: random.Random, count: int) -> list[str]:
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))) for _ in range(count)]


@dataclass(frozen=True)
class Page:
    """A made-up report: of one of a few events, with a day or without, perhaps a copy, in one of two contents."""

    number: int
    event: int
    day: int | None
    is_copy: bool
    edition: int = 0

    @property
    def document(self) -> Document:
        theme = _invent_words(random.Random(self.event), 30)
        chance = random.Random(self.event if self.is_copy else 1000 * self.edition + self.number)
        words = [*chance.choices(theme, k=40), *_invent_words(chance, 25)]
        chance.shuffle(words)
        title = " ".join(chance.sample(theme, 4)).capitalize()
        report = f"The {' '.join(words[:30])}.\n\nOf {' '.join(words[30:])}."
        said = random.Random(7 * self.number + self.edition)
        quotes = " ".join(f"{said.choice(PEOPLE)} said “{said.choice(SAYINGS)}”." for _ in range(said.randint(0, 3)))
        told = random.Random(11 * self.number + self.edition)
        names = " and ".join(f"[{name}|{told.choice(SIGNS)}]" for name in told.sample(NAMES, told.randint(0, 5)))
        dated = f"\n\nPrinted on {FIRST_DAY + timedelta(days=self.day)}." if self.day is not None else ""
        url = f"https://example.org/{self.number}"
        return make_document(
            f"{self.number}.txt",
            f"# {title}\n\n{report}\n\n{quotes or 'Nobody spoke.'}\n\nSeen: {names}.{dated}",
            url,
            outlet=f"Outlet {self.number % 3}",
        )


@dataclass
class Step:
    """A run: pages that come, new or changed, pages that are taken out after it, and corrections from then on."""

    pages: list[Page] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    corrections: str = ""


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """One to six runs over up to sixteen pages."""
    count = draw(st.integers(2, 16))
    pages = [Page(n, draw(st.integers(0, 3)), draw(st.none() | st.integers(0, 45)), draw(st.integers(0, 3)) == 0) for n in range(count)]
    steps = [Step() for _ in range(draw(st.integers(1, 6)))]
    for page in draw(st.permutations(pages)):
        first = draw(st.integers(0, len(steps) - 1))
        if draw(st.integers(0, 4)) == 0 and first:  # it was another before
            steps[draw(st.integers(0, first - 1))].pages.append(
                Page(page.number, draw(st.integers(0, 3)), draw(st.none() | st.integers(0, 45)), False, 1)
            )
        steps[first].pages.append(page)
    for n in draw(st.sets(st.integers(0, count - 1), max_size=3)):
        last = max(i for i, step in enumerate(steps) if any(p.number == n for p in step.pages))
        steps[draw(st.integers(last, len(steps) - 1))].removed.append(n)
    wanted = draw(st.sampled_from(CORRECTIONS))
    for step in steps[draw(st.integers(0, len(steps) - 1)) :]:
        step.corrections = wanted
    return steps


def do_step(path: Path, step: Step, number: int) -> None:
    home = Home(path).create()
    home.corrections.write_text(step.corrections)
    run_documents(
        path, [p.document for p in step.pages], f"run {number}", 3, gather=4, moment=NOW + timedelta(days=number), group=write_groups
    )
    if step.removed:
        remove_pages(home, step.removed, number)


def remove_pages(home: Home, numbers: list[int], number: int) -> None:
    """Takes pages out, as `onrecord remove` does, and lets the next run's tables be made by patches again."""
    with lock(home):
        removals = Removals(home)
        found = [find_removal(home, f"https://example.org/{n}", "", NOW) for n in numbers]
        removals.add(found)
        purge_lake(home, found)
        run = start_run(home, f"removal {number}", NOW + timedelta(days=number), "rules 1", {})
        write_groups(home, run)
        publish(home, build_snapshot(home, close_run(home, run, 0, 0, NOW), stem=stem), keep_previous=False)
        removals.complete()


def write_and_read(
    con: duckdb.DuckDBPyConnection, folder: Path, table: str, schema: pa.Schema, before: Path | None, changed: str | None = None
) -> None:
    """Writes a table of assignments as a run does; what is read of it is what was assigned: a key that a layer misses would show later."""
    write_assignments(con, folder, table, schema, before, changed)
    add_assignments(con, "written", folder, table, schema)
    assigned = f"SELECT {', '.join(schema.names)} FROM assigned_{table}"
    differing = con.execute(f"({assigned} EXCEPT ALL FROM written) UNION ALL (FROM written EXCEPT ALL {assigned})").fetchall()
    assert differing == [], table


@pytest.fixture(autouse=True, scope="module")
def layers() -> Iterator[None]:
    """Has every run write layers, and merge them soon, and join names in several batches, though the homes are small; and reads what it
    wrote."""
    with (
        mock.patch("flows.grouping.entities._BATCH", 8),
        mock.patch.multiple("warehouse.lake.assignments", MOST_LAYERS=2, MOST_SHARE=1e9),
        mock.patch("warehouse.lake.grouping.write_assignments", write_and_read),
    ):
        yield


# A history takes seconds: to look for a smaller one that fails would take half an hour.
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.reuse, Phase.generate))
@given(histories())
def test_increments_give_what_one_run_over_all_gives(steps: list[Step]) -> None:
    removed = {n for step in steps for n in step.removed}
    final = {p.number: p for step in steps for p in step.pages}
    once = Step([p for n, p in sorted(final.items()) if n not in removed], [], steps[-1].corrections)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        for number, step in enumerate(steps):
            do_step(Path(one), step, number)
        do_step(Path(other), once, 0)
        found, expected = read_tables(Path(one)), read_tables(Path(other))
        for table in expected:
            only = [row for row in found[table] if row not in expected[table]], [row for row in expected[table] if row not in found[table]]
            assert only == ([], []) and len(found[table]) == len(expected[table]), (table, only)
