"""The day that a page shows: nearest to the headline, and none that a label gives to something else."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.metadata.shown_day import (
    ShownDay,
    ShownLines,
    find_short_day,
    find_shown_day,
    find_update_day,
    is_day_line,
    is_named_day_line,
)


def _march(day: int) -> date:
    return date(2025, 3, day)


@pytest.mark.parametrize(
    ("beside", "day"),
    [
        (["3 March 2025"], 3),
        (["Orlo Bay | 03.03.2025 | 10:15 Uhr"], 3),
        (["Letzte Änderung: 5.3.2025 - 14:49 Erschienen am: 3.3.2025"], 3),
        (["PUBLISHED: March 3, 2025 at 11:30 p.m. | UPDATED: March 4, 2025"], 3),
        (["Updated:", "5 March 2025", "Original:", "3 March 2025"], 3),
        (["Mis à jour le 5 mars 2025", "Publié le 3 mars 2025"], 3),
        (["Actualizado: 5 de marzo de 2025", "3 de marzo de 2025"], 3),
        (["Güncelleme : 05.03.2025", "Yayın tarihi: 03.03.2025"], 3),
        (["更新日：2025年3月5日", "2025年3月3日 掲載"], 3),
        (["Registriert: 18.02.2025, 05:56", "Anna » 03.03.2025, 05:42"], 3),  # of a member
        (["02:57 Min. Verfügbar bis 06.05.2025.", "03.03.2025"], 3),
        (["Ada Orlo reads to her son in the school of Orlo Bay on March 1, 2025.", "March 3, 2025"], 3),  # below a picture
        (["3 March 2025", "Original posted 1 March 2025"], 3),  # of the text that this one is about
        (["Updated 5 March 2025"], None),
        (["the wall of 1911", "Comments (3)"], None),
    ],
)
def test_day_beside_the_title(beside: list[str], day: int | None) -> None:
    assert find_shown_day(ShownLines(tuple(beside))) == (ShownDay(_march(day), True) if day else None)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("(3. März 2025) Wer sparen will, liest weiter unten.", 3),
        ("3. März 2025. Puppen sind Figuren aus Holz.", 3),
        ("2025-03-03 | Notice", 3),
        ("Orlo Bay, den 3. März 2025 – The council met.", 3),
        ("ORLO BAY, March 3, 2025 (AP) - The council met.", None),  # a dateline; it has its own reader
        ("March 3, 2025 was a dark day.", None),
        ("On 3 March 2025 the council met.", None),
        ("Between the wars, 3 March 1925. The council met.", None),
    ],
)
def test_day_that_opens_the_text(opening: str, day: int | None) -> None:
    found = find_shown_day(ShownLines(opening=(opening,)))
    assert found == (ShownDay(_march(day), False) if day else None)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (ShownLines(near=("Wednesday, 5 March 2025", "Published 3 March 2025")), 3),  # today's day stands in the head of the page
        (ShownLines(near=("5 March 2025",), opening=("3 March 2025. Puppets are made of wood.",)), 3),
        (ShownLines(near=("5 March 2025",)), 5),
        (ShownLines(below=("Dieser Beitrag wurde am Montag, den 3. März 2025 um 12:00 Uhr veröffentlicht und unter Orlo abgelegt.",)), 3),
        (ShownLines(below=("This entry was posted on Monday, March 3, 2025 at noon and is filed under Harbour.",)), 3),
        (ShownLines(below=("Anna says: March 6, 2025", "5 March 2025")), None),  # comments and teasers
    ],
)
def test_day_elsewhere(lines: ShownLines, day: int | None) -> None:
    assert find_shown_day(lines) == (ShownDay(_march(day), False) if day else None)


def test_a_day_that_is_known_to_be_of_the_last_change_is_none() -> None:
    assert find_shown_day(ShownLines(("5 March 2025", "3 March 2025")), frozenset([_march(5)])) == ShownDay(_march(3), True)


@pytest.mark.parametrize("line", ["Letzte Änderung: 05.03.2025 um 09:25", "Last updated 5 March 2025", "Обновлено 05.03.2025"])
def test_day_of_the_last_change(line: str) -> None:
    assert find_update_day(ShownLines(below=(line,))) == _march(5)
    assert find_update_day(ShownLines(below=("5 March 2025",))) is None


def test_day_whose_year_has_two_figures() -> None:
    assert find_short_day(ShownLines(near=("( Orlo Bay, 3 marzo 25 )",)), 2025) == _march(3)
    assert find_short_day(ShownLines(below=("03.03.25",)), 2025) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("02. Februar 2022", True),
        ("Mittwoch, 1. November 2023, 12:10 Uhr", True),
        ("2019年12月17日更新", True),
        ("Data: 28-04-2021, 09:29", True),
        ("Article mis à jour le 7 janvier 2020.", True),
        ("Dieser Artikel ist ursprünglich am 27. Februar 2017 erschienen.", True),
        ("von Orlo Online zuletzt bearbeitet: 04.02.2022, 08:27 Uhr", True),
        ("Antwort der Staatssekretärin Ada Orlo vom 12. Januar 2022:", False),
        ("Ausstellung vom 9. bis 23. Februar 2017 im Innenhof", False),
        ("Der nächste Stammtisch findet am 5. Februar 2020 statt.", False),
        ("1 May 2024 to 3 May 2024", False),
        ("May 2024", False),
    ],
)
def test_line_of_a_day_alone(line: str, expected: bool) -> None:
    assert is_day_line(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kestrel Online, 4 February 2026", True),
        ("2021-10-16 | Botschaft", True),
        ("Orlo Bay – 16. Oktober 2021, 10:15", True),
        ("The Post of Orlo · 4 de febrero de 2026", True),
        ("The fair of 4 February 2026", False),
        ("Orlo Bay, 4 February 2026 to 5 February 2026", False),
        ("Wall to rise by 4 February 2026", False),
    ],
)
def test_line_of_a_name_and_a_day(line: str, expected: bool) -> None:
    assert is_named_day_line(line) == expected
