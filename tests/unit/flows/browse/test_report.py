"""The report is one file that needs nothing else and runs nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from flows.browse.report import NothingToReport, Wanted, write_report
from tests.lakes import make_document, run_documents
from tests.unit.flows.browse.conftest import COURIER, HARBOUR
from warehouse.home import Home

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Home:
    path = tmp_path_factory.mktemp("reported")
    pages = [make_document("a.txt", HARBOUR, outlet=f"Gazette {SCRIPT}"), make_document("b.txt", COURIER, outlet="Courier")]
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


def test_a_name_that_nobody_has_is_told(reported: Home, tmp_path: Path) -> None:
    for wanted in (Wanted(person="Nobody"), Wanted(story="none")):
        with pytest.raises(NothingToReport):
            write_report(reported, wanted, tmp_path / "report.html")
    assert not list(tmp_path.iterdir())
