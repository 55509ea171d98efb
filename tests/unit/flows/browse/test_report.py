"""The report is one file that needs nothing else and runs nothing."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows.browse.report import NothingToReport, Wanted, write_report
from flows.browse.store import Outdated
from tests.lakes import make_document, run_documents
from tests.unit.flows.browse.conftest import COURIER, HARBOUR
from warehouse.home import Home

SCRIPT = "<script>alert(1)</script>"
UNDATED = """# Orchards bloom

Ottoline Vance said “the pears are early”.

caption: A pear tree

caption: A pear"""


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Home:
    path = tmp_path_factory.mktemp("reported")
    pages = [
        make_document("a.txt", HARBOUR, outlet=f"Gazette {SCRIPT}"),
        make_document("b.txt", COURIER, outlet="Courier"),
        make_document("c.txt", UNDATED),
    ]
    run_documents(path, pages)
    return Home(path)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Wanted(), ["Harbour talks resume", "Mira Solano", "we will keep talking", "Named for the first time", "What was left out"]),
        (Wanted(since=date(2026, 2, 1), until=date(2026, 2, 2)), ["1 February 2026 to 2 February 2026", "Harbour talks resume"]),
        (Wanted(person="mira solano"), ["Quotes, newest first", "we will keep talking"]),
    ],
)
def test_report_shows(reported: Home, tmp_path: Path, wanted: Wanted, shown: list[str]) -> None:
    write_report(reported, wanted, tmp_path / "new" / "report.html")
    page = (tmp_path / "new" / "report.html").read_text(encoding="utf-8")
    for words in shown:
        assert words in page
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)=["'](?!https?:)|@import|url\(""", page)


@pytest.mark.parametrize(("wanted", "is_told", "left_out"), [(Wanted(), False, 3), (Wanted(since=date(2026, 1, 1)), True, 1)])
def test_what_has_no_day_is_in_no_report_of_days(reported: Home, tmp_path: Path, wanted: Wanted, is_told: bool, left_out: int) -> None:
    write_report(reported, wanted, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert ("1 tells no day, and is in no report of days" in page) is is_told
    assert ("Orchards bloom" in page) is not is_told
    assert ("Ottoline Vance" in page) is not is_told
    assert f'<td data-name="block count">{left_out}</td>' in page


def test_tables_of_an_earlier_version_are_told(reported: Home, tmp_path: Path) -> None:
    home = Home(shutil.copytree(reported.path, tmp_path / "home", symlinks=True))
    with duckdb.connect(str(home.warehouse)) as con:
        con.execute("ALTER TABLE search_articles DROP COLUMN published_on")
    with pytest.raises(Outdated, match="onrecord rebuild"):
        write_report(home, Wanted(since=date(2026, 2, 1)), tmp_path / "report.html")


def test_a_name_that_nobody_has_is_told(reported: Home, tmp_path: Path) -> None:
    for wanted in (Wanted(person="Nobody"), Wanted(story="none")):
        with pytest.raises(NothingToReport):
            write_report(reported, wanted, tmp_path / "report.html")
    assert not list(tmp_path.iterdir())
