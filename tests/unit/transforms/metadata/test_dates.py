"""The day of publication comes with its evidence; a time only with a zone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from htmldate.extractors import get_external_parser  # type: ignore[import-untyped,unused-ignore]
from lxml import html

from transforms.calendar import month_languages
from transforms.metadata.dates import day_of_dateline, find_published, is_suspicious
from transforms.metadata.shown_day import ShownLines
from transforms.metadata.stated import Published

PAGE = "<html><head>{}</head><body><p>The council met in the old hall to talk about the harbour wall.</p></body></html>"


def test_json_ld_of_the_article_gives_day_and_time() -> None:
    tree = html.document_fromstring(PAGE.format(""))
    node = {"@type": "NewsArticle", "datePublished": "2025-01-29T10:00:00+01:00"}
    assert find_published(tree, node, {}, None, None) == Published(
        datetime.fromisoformat("2025-01-29T10:00:00+01:00"), date(2025, 1, 29), "json-ld"
    )


def test_address_gives_a_day() -> None:
    tree = html.document_fromstring(PAGE.format(""))
    found = find_published(tree, None, {}, "https://post.example/2025/01/29/wall", None)
    assert (found.on, found.evidence) == (date(2025, 1, 29), "url")


@pytest.mark.parametrize(
    ("day", "lead", "whole", "expected"),
    [
        # the weekday and a full date elsewhere settle the year
        ("Jan 29", "Orlo said Wednesday it agreed.", "A picture of 10 January 2025.", date(2025, 1, 29)),
        # a picture from December: the report is of the January after it
        ("Jan 5", "Orlo agreed.", "The hall on 30 December 2024.", date(2025, 1, 5)),
        # no year anywhere
        ("Jan 29", "Orlo said Wednesday it agreed.", "No date here.", None),
    ],
)
def test_year_of_a_dateline(day: str, lead: str, whole: str, expected: date | None) -> None:
    assert day_of_dateline(day, lead, whole) == expected


def test_dates_out_of_reach_are_suspicious() -> None:
    fetched = datetime(2025, 2, 1, tzinfo=UTC)
    assert is_suspicious(Published(None, date(1985, 1, 1), "meta"), None)
    assert is_suspicious(Published(None, date(2026, 1, 1), "meta"), fetched)
    assert not is_suspicious(Published(None, date(2025, 2, 2), "meta"), fetched)


@pytest.mark.parametrize(
    ("published", "meta", "url", "shown", "expected"),
    [
        # an update in `<meta>` is later than the publication in JSON-LD
        ("2025-03-11T10:00:00Z", "2025-03-12T19:49:00Z", None, [], (date(2025, 3, 11), "json-ld")),
        # two witnesses that agree go before one of more weight
        ("2025-03-11T10:00:00Z", "2025-03-09", "https://post.example/2025/03/09/wall", [], (date(2025, 3, 9), "meta")),
        (None, None, None, ["Port Orlo, 9 March 2025"], (date(2025, 3, 9), "text")),
        (None, None, "https://post.example/2025/43/wall", ["9. März 2025"], (date(2025, 3, 9), "text")),  # an issue's number is no month
    ],
)
def test_witnesses_of_the_day_are_weighed(
    published: str | None, meta: str | None, url: str | None, shown: list[str], expected: tuple[date, str]
) -> None:
    tree = html.document_fromstring(PAGE.format(""))
    metas = {"article:published_time": [meta]} if meta else {}
    found = find_published(tree, {"datePublished": published} if published else None, metas, url, None, shown=ShownLines(tuple(shown)))
    assert (found.on, found.evidence) == expected


@pytest.mark.parametrize(("line", "day"), [("20.05.31, 10:26 Uhr", date(2020, 5, 31)), ("28.02.29", None)])
def test_a_year_of_two_figures_is_none_that_the_page_could_not_know(line: str, day: date | None) -> None:
    tree = html.document_fromstring(f"<html><body><p>{line}</p><p>The wall was rebuilt.</p><p>© 2026 The Orlo Post</p></body></html>")
    assert find_published(tree, None, {}, None, None, shown=ShownLines((line,))).on == day


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<span itemprop="datePublished" content="2025-03-09T18:50:24+02:00">09.03.2025 - 18:50 Uhr</span>', date(2025, 3, 9)),
        ('<time itemprop="datePublished dateCreated" datetime="2025-03-09">a week ago</time>', date(2025, 3, 9)),
        ('<p itemprop="datePublished">9 mars 2025</p>', date(2025, 3, 9)),
        ('<div class="user-comments"><time itemprop="datePublished" datetime="2025-03-11">11 March</time></div>', None),
        ('<div itemtype="https://schema.org/Comment"><b itemprop="datePublished">2025-03-11</b></div>', None),
        ('<time itemprop="dateModified" datetime="2025-03-11">11 March</time>', None),
    ],
)
def test_microdata_states_the_day_and_that_of_a_comment_does_not(body: str, day: date | None) -> None:
    tree = html.document_fromstring(f"<html><body><h1>Wall to rise</h1>{body}<p>The council met.</p></body></html>")
    found = find_published(tree, None, {}, "https://post.example/2025/02/01/wall", None)  # an address counts for less
    assert (found.on, found.evidence) == ((day, "meta") if day else (date(2025, 2, 1), "url"))


@pytest.mark.parametrize(
    ("stated", "url", "shown", "day"),
    [
        ("2025-02-25T02:25:54Z", None, ["February 24, 2025 | 9:25pm"], 24),  # it was yesterday in New York
        ("2025-02-25T20:00:00+00:00", None, ["2025年2月26日 5:00"], 26),  # and tomorrow in Tokyo
        ("2025-02-25T10:31:00Z", "https://post.example/2025/02/25/wall", ["26 February 2025"], 25),  # the address knows
        ("2025-02-25T09:00:00Z", None, ["26 February 2025"], 25),  # nowhere on earth
        ("2025-02-25T02:25:54Z", None, ["20 February 2025"], 25),
        ("2025-02-25T02:25:54+01:00", None, ["24 February 2025"], 25),  # the outlet's own zone is stated
        ("2025-02-25", None, ["24 February 2025"], 25),
        ("2025-02-25T12:00:00Z", None, ["20 December 1922"], 25),
    ],
)
def test_a_moment_in_utc_is_of_the_day_that_the_page_shows(stated: str, url: str | None, shown: list[str], day: int) -> None:
    tree = html.document_fromstring(PAGE.format(""))
    found = find_published(tree, {"datePublished": stated}, {}, url, None, shown=ShownLines(tuple(shown)))
    assert (found.on, found.evidence) == (date(2025, 2, day), "json-ld")


@pytest.mark.parametrize(
    ("stated", "printed", "day"),
    [
        ("11/01/2023 12:43:42", "Created: 01.11.2023", date(2023, 11, 1)),
        ("11/01/2023", "11 January 2023", date(2023, 1, 11)),
        ("11/01/2023", "On 1 November 2023 as on 11 January 2023 it rained.", None),  # both are printed
        ("11/01/2023", "It rained on 2 November 2023.", date(2023, 11, 2)),  # neither: what htmldate finds
    ],
)
def test_a_day_in_figures_of_two_readings_is_the_one_that_the_page_prints(stated: str, printed: str, day: date | None) -> None:
    tree = html.document_fromstring(f"<html><body><p>{printed}</p></body></html>")
    found = find_published(tree, None, {"date": [stated]}, None, None)
    assert day is None or found.on == day


@pytest.mark.parametrize(
    ("stated", "printed", "day"),
    [
        ("2021-11-04T23:00:00Z", "Lomvik, 5 November 2021", 5),  # midnight in Lomvik
        ("2021-11-04T15:00Z", "05.11.2021", 5),  # midnight in Tokyo
        ("2021-11-04T23:00:00Z", "We met on 5 November 2021, a day after 4 November 2021.", 4),
        ("2021-11-04T23:07:00Z", "The council meets on 5 November 2021.", 4),  # a time that somebody pressed a key
        ("2021-11-04T09:00:00Z", "The council meets on 5 November 2021.", 4),
        ("2021-11-04T23:00:00-05:00", "The council meets on 5 November 2021.", 4),
    ],
)
def test_midnight_of_the_next_day_is_told_by_the_day_that_the_page_prints(stated: str, printed: str, day: int) -> None:
    tree = html.document_fromstring(f"<html><body><p>{printed}</p></body></html>")
    assert find_published(tree, None, {"article:published_time": [stated]}, None, None).on == date(2021, 11, day)


def test_a_line_that_is_no_date_is_tried_in_the_known_languages_alone() -> None:
    page = html.fromstring("<html><body><p class='date'>Release Date June 25, 1984 or so</p></body></html>")
    find_published(page, None, {}, None, None)
    assert get_external_parser().languages == list(month_languages())


@pytest.mark.parametrize("line", ["16 marca 2021", "16 mars 2021", "16 марта 2021", "16 Mart 2021"])
def test_a_line_of_a_date_in_a_known_language_is_found_in_the_page(line: str) -> None:
    page = html.fromstring(f"<html><body><div class='date'>{line}</div><p>It rained.</p></body></html>")
    assert find_published(page, None, {}, None, None).on == date(2021, 3, 16)
