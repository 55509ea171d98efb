"""Datelines, date lines and sign-offs are told by their form."""

from __future__ import annotations

import pytest

from transforms.metadata.dateline import find_dateline, find_signoff, is_date_line, is_named_date_line


@pytest.mark.parametrize(
    ("text", "place", "agency", "day"),
    [
        ("PORT ORLO (AP) — The council met.", "PORT ORLO", "AP", None),
        ("Port Orlo, Jan 29 (EFE).- The council met.", "Port Orlo", "EFE", "Jan 29"),
        ("PORT ORLO, March 3, 2024 (Reuters) - The council met.", "PORT ORLO", "Reuters", "March 3, 2024"),
        ("(Reuters) - The council met.", "", "Reuters", None),
        ("ORLO, January 29. /TASS/. The council met.", "ORLO", "TASS", "January 29"),
        ("ORLO, Westmark — The council met.", "ORLO, Westmark", None, None),
        ("ORLO: The council met.", "ORLO", None, None),
        ("ORLO, Westmark (NWA) - The council met.", "ORLO, Westmark", "NWA", None),  # an agency that no list knows
        ("ORLO, Westmark (Westmark News Agency) — The council met.", "ORLO, Westmark", "Westmark News Agency", None),
        ("ORLO, Westmark (Harbour Gazette) — The council met.", "ORLO, Westmark", None, None),
    ],
)
def test_dateline_is_cut_off(text: str, place: str, agency: str | None, day: str | None) -> None:
    line = find_dateline(text)
    assert line is not None
    assert (line.place, line.agency, line.day) == (place, agency, day)
    assert text[line.end :] == "The council met."


@pytest.mark.parametrize(
    "text",
    ["The Unity Party (UP) - a small one - won.", "BREAKING — The council met.", "Orlo - the town - is small.", "The council met in ORLO."],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "13 March 2025, 08:30",
        "Published: Monday, March 3, 2025",
        "First published: 3 Mar 2025, 10:20",
        "WEDNESDAY 05 MARCH 2025",
        "Tue Mar 4, 2025 1: 28PM GMT",  # a space that the scraper put in
        "Wed., March 5th, 2025",
        "3rd Mar., 2025 | 10:20",
        "03 / 14 / 2013",
        "14 . 3 . 2013",
    ],
)
def test_date_line_holds_nothing_but_a_date(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize("text", ["On 13 March 2025 the council met.", "Wednesday 5 March 2025 was a cold day.", "March 2025", "Monday"])
def test_line_that_says_more_or_less_than_a_date_is_no_date_line(text: str) -> None:
    assert not is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel Online, 4 February 2026",
        "The Harbour Gazette | Tuesday 3 March 2026",
        "NORTH POST – 2026-03-03",
        "Review of the Ports, March 3rd, 2026, 10:15",
        "Orlo Bay - 03/14/2026",
        "Feb 4, 2026 - Kestrel Online",
    ],
)
def test_outlet_or_place_may_stand_beside_the_day(text: str) -> None:
    assert is_named_date_line(text)
    assert not is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "The fair of 4 February 2026",
        "Deadline missed, says port, 4 February 2026",
        "4 February 2026",
        "Kestrel Online, 4 February 2026, was sold",
        "2026",
    ],
)
def test_a_sentence_or_title_with_a_day_is_no_named_date_line(text: str) -> None:
    assert not is_named_date_line(text)


def test_signoff_names_who_reported() -> None:
    assert find_signoff("-- NWA, Orlo") == "NWA"
    assert find_signoff("EFE") == "EFE"
    assert find_signoff("The council met.") is None
