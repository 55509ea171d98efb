"""A run among the runs before it, as the tables tell it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from flows.watch.history import History, OutletRow, read_history
from tests.lakes import make_document, run_documents
from warehouse.home import Home

NOW = datetime(2031, 5, 8, 12, tzinfo=UTC)
_WEB = "https://www.tide.example"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> History:
    """The third of three runs, a day apart, with one of long ago before them."""
    home = tmp_path_factory.mktemp("history")

    def run(name: str, moment: datetime, *documents: tuple[str, str, str | None]) -> None:
        given = [make_document(place, text, outlet=outlet, url=f"{_WEB}/{place}") for place, text, outlet in documents]
        run_documents(home, given, run_id=name, moment=moment)

    run("long ago", NOW - timedelta(days=20), ("tide/0.txt", "# Old\n\nBero Tamm slept.", "Tide Herald"))
    run(
        "first",
        NOW - timedelta(days=1),
        ("tide/1.txt", "# Ferry\n\n2031-05-07 Mira Solano said “the ferry sails”.", "Tide Herald"),
        ("tide/2.txt", "REJECT no_text 1", None),
        ("mixed/1.txt", "# Mill\n\nIvo Brandt came.", "Delta Courier"),
        ("mixed/2.txt", "# Mill\n\nIvo Brandt came again.", "Tide Herald"),
    )
    run(
        "second",
        NOW,
        ("tide/3.txt", "# Ferry\n\nMira Solano and Lejla Vidrin spoke.", "Tide Herald"),
        ("tide/4.txt", "REJECT no_text 2", None),
        ("tide/5.txt", "REJECT no_text 3", None),
        ("tide/6.txt", "REJECT empty 4", None),
        ("mixed/3.txt", "REJECT no_text 5", None),
    )
    run("later", NOW + timedelta(days=1), ("tide/7.txt", "# Quay\n\nMira Solano went.", "Tide Herald"))
    return read_history(Home(home), "second", NOW)


def test_runs_are_those_of_the_week_up_to_this_one(told: History) -> None:
    assert [run.run_id for run in told.runs] == ["first", "second"]
    assert (told.run.documents_seen, told.run.articles_stored, told.run.documents_rejected) == (5, 1, 4)


def test_names_are_new_where_no_earlier_run_has_them(told: History) -> None:
    # Mira Solano and Ivo Brandt, then Mira Solano again and Lejla Vidrin.
    assert [(run.entities_named, run.entities_new) for run in told.runs] == [(2, 2), (2, 1)]


def test_rejections_count_for_the_outlet_of_their_folder_or_for_the_folder(told: History) -> None:
    assert [row for row in told.outlets if row.run_id == "second"] == [
        OutletRow("second", "Tide Herald", 1, 3, "no_text", 0, 1, 1, 0, 0),
        OutletRow("second", "mixed", 0, 1, "no_text", 0, 0, 0, 0, 0),
    ]


def test_quotes_and_days_are_counted_by_outlet(told: History) -> None:
    [first] = [row for row in told.outlets if (row.run_id, row.outlet) == ("first", "Tide Herald")]
    assert (first.articles, first.undated, first.quotes, first.unspoken) == (2, 1, 1, 0)


def test_arrivals_are_those_of_the_month(told: History) -> None:
    [courier, tide] = told.arrivals
    assert (courier.outlet, courier.moments, courier.longest_gap, courier.sites) == ("Delta Courier", 1, 0, ("mixed",))
    assert (tide.outlet, tide.moments, tide.sites) == ("Tide Herald", 4, ("mixed", "tide"))
    assert tide.longest_gap == 19 * 86400


def test_rejections_are_shown_by_reason(told: History) -> None:
    assert told.reasons == {"no_text": 3, "empty": 1}
    assert [reason for _, reason, _ in told.rejections] == ["empty", "no_text", "no_text", "no_text"]


def test_a_story_is_new_or_continued(told: History) -> None:
    [ferry] = told.stories
    assert (ferry.title, ferry.article_count, ferry.articles_added, ferry.is_new) == ("Ferry", 2, 1, False)
    assert (ferry.outlets, ferry.url) == (("Tide Herald",), f"{_WEB}/tide/1.txt")
