"""What the commands print beside their results."""

from __future__ import annotations

import io

import pytest

from corpus.web.records import Account
from flows.cli.output import annotation_row, fits_table, write_deferred, write_records, write_summary, write_table
from flows.run.summary import Summary
from transforms.records import Annotation, Mention


def test_addresses_left_for_later_are_told_with_the_reason() -> None:
    accounts = [
        Account("https://a.example/1", "page", "fetched"),
        Account("https://a.example/2", "page", "deferred", detail="a.example asks to wait 3600 seconds"),
        Account("https://a.example/3", "page", "deferred", detail="a.example asks to wait 3600 seconds"),
        Account("https://b.example/", "unknown", "deferred", detail="the time for one reading is over"),
        Account("https://b.example/1", "page", "rejected", "robots", "robots.txt does not allow it"),
    ]
    told = io.StringIO()
    write_deferred(accounts, told)
    assert told.getvalue().splitlines() == [
        "onrecord: 2 addresses were not read: a.example asks to wait 3600 seconds",
        "onrecord: 1 address was not read: the time for one reading is over",
    ]


@pytest.mark.parametrize("text", ["[-The-]{+Our+} water", "[bold]no style[/bold]", "[/] [1] \\[x]"])
def test_brackets_stand_as_they_are(text: str) -> None:
    to = io.StringIO()
    write_table(("words",), [(text,)], to)
    assert f"│ {text} " in to.getvalue()


def test_hint_at_the_end_of_a_run_can_be_pasted_whatever_the_home_is_called() -> None:
    to = io.StringIO()
    write_summary(Summary("r", "/srv/my news", 1.0, 0, 0, 0, 0), to)
    assert to.getvalue().endswith("onrecord sql --home '/srv/my news'\n")


def test_more_columns_than_a_line_has_room_for_stand_below_one_another() -> None:
    to = io.StringIO()
    columns = [f"column_{n}" for n in range(20)]
    assert not fits_table(columns, to)
    assert fits_table(columns[:8], to)
    write_records(columns, [(1, None, "two\nlines", *[None] * 17), (2, *[None] * 19)], to)
    assert to.getvalue().splitlines() == ["-- 1", " column_0  1", " column_2  two lines", "-- 2", " column_0  2"]


def test_annotate_writes_what_is_found_without_the_reasons() -> None:
    row = annotation_row("d1", Annotation((Mention("body", None, 0, 4, "Orlo", "place", 0, "Orlo", reasons=("a capital: place +2",)),)))
    assert row["doc_id"] == "d1"
    assert [(m["text"], m["type"], "reasons" in m) for m in row["mentions"]] == [("Orlo", "place", False)]
