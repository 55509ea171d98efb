"""Lines of scraped text get their roles from form, place and neighbours."""

from __future__ import annotations

import pytest

from transforms.pages.blocks import judge_form
from transforms.pages.scraped import judge_lines, split_lines

PROSE = "The council of Port Orlo agreed on Monday to rebuild the old harbour wall."
MORE = "Mayor Ida Bergstrand said that the work would begin in September at the latest."


def _roles(*texts: str, title: str | None = None) -> list[str | None]:
    return [line.role for line in judge_lines(list(texts), title)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Skip to main content", "boilerplate"),
        ("Share this article on Facebook", "boilerplate"),
        ("3 min read", "boilerplate"),
        ("Home  News  Sport  Opinion", "boilerplate"),
        ("World | Politics | Business", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Support The Orlo Post!", "boilerplate"),
        ("Sign up for our free weekly newsletter", "boilerplate"),
        ("© 2025 The Orlo Post", "boilerplate"),
        ("Follow The Orlo Post on WhatsApp", "boilerplate"),
        ("___", "boilerplate"),
        ("Read more", "related"),
        ("Also read: Quarry opens its gates", "related"),
        ("Reporting by Anna Dal; editing by Piet Moor", "contributor"),
        ("Orlo Press writer Ida Moor in Westmark contributed to this report.", "contributor"),
        ("Luc Farr / AP / TASS", "credit"),
        ("orlo-harbour.example".replace(".example", ".org"), "credit"),
        ("ab-cde", "credit"),
        ("The wall at low water. (AP Photo/Luc Farr)", "caption"),
        ("FILE PHOTO: The wall at low water", "caption"),
        ("— Luc Farr (@lucfarr) January 28, 2025", "social"),
        # running text that only looks like one of them
        (PROSE, None),
        ("By our own correspondent", "byline"),
        ("From our correspondent in Westmark", "byline"),
        ("Staff and agencies", "byline"),
        ("By then the staff of the harbour had left.", None),
        ("Business travel more", None),
        ("Climate science news", None),
        ("“Read my lips,” she said, and nobody in the hall did.", None),
        ("Support for the wall has fallen since the flood, a poll showed on Monday.", None),
        ("Follow the coast to the north and you reach the quarry within the hour, he said.", None),
    ],
)
def test_form_of_a_line(text: str, role: str | None) -> None:
    verdict = judge_form(text)
    assert (verdict.role if verdict else None) == role


def test_title_is_the_first_headline_above_the_text() -> None:
    assert _roles("Skip to content", "Wall of Port Orlo to rise", "By Anna Dal", PROSE, MORE) == [
        "boilerplate",
        "title",
        "byline",
        "body",
        "body",
    ]


def test_outlet_and_day_above_the_text_are_not_its_title() -> None:
    assert _roles("The Orlo Post, 4 February 2026", "Wall of Port Orlo to rise", PROSE) == ["dateline", "title", "body"]
    assert _roles("Wall of Port Orlo to rise", "Port Orlo | Tuesday 3 March 2026", PROSE) == ["title", "dateline", "body"]


def test_a_heading_within_the_text_that_names_an_event_and_its_day_stays() -> None:
    assert _roles("Wall of Port Orlo to rise", "By Anna Dal", PROSE, "Spring Fair, 4 April 2026", MORE)[3] == "heading"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gazette.example/2031/05/24/world/ferry-aground-on-the-vessant-reef-all-two-hundred-saved",
        "http: / / www. gazette. example / world / ferry - aground - on - the - vessant - reef",  # as text cut into words is printed
    ],
)
def test_the_address_of_the_page_above_the_text_is_not_its_title(address: str) -> None:
    texts = [
        address,
        "Ferry aground on the Vessant reef",
        "A ferry ran aground on the Vessant reef before dawn with 212 people aboard.",
        "Lifeboats brought all of them ashore, the coastguard of Almora said.",
    ]
    assert _roles(*texts) == ["boilerplate", "title", "body", "body"]


def test_a_sentence_that_begins_with_an_address_is_text() -> None:
    texts = [
        "Ferry aground on the Vessant reef",
        "https://almora.example is where the coastguard of Almora lists all ferries that ran aground.",
    ]
    assert _roles(*texts) == ["title", "body"]


def test_caption_stands_beside_its_credit() -> None:
    assert _roles("Wall of Port Orlo to rise", "Mayor Ida Bergstrand", "AP", "Mayor Ida Bergstrand", PROSE)[1:4] == [
        "caption",
        "credit",
        "caption",
    ]


def test_text_may_start_without_a_title() -> None:
    assert _roles(PROSE, MORE) == ["body", "body"]


def test_short_line_between_paragraphs_is_a_heading() -> None:
    assert _roles("Wall of Port Orlo to rise", PROSE, "A second gate", MORE) == ["title", "body", "heading", "body"]


def test_appeal_runs_until_the_text_goes_on() -> None:
    roles = _roles(PROSE, "Sign up for our newsletter", "You will receive it in your mailbox every Friday.", MORE)
    assert roles == ["body", "boilerplate", "boilerplate", "body"]


def test_cut_post_fills_its_length_and_a_short_one_is_one_line() -> None:
    long = "Nobody asked us whether we wanted a wall at all, and nobody will ask us whether we can pay for it, as ever."
    cut = (
        "They have promised it to my father and to his, and I shall believe it when my own boat lies behind it at last, "
        "in a winter storm, with dry feet and a warm engine. And now the…"
    )
    assert 260 <= len(long) + len(cut) <= 285
    signature = "— Luc Farr (@lucfarr) January 28, 2025"
    assert _roles(PROSE, long, cut, signature) == ["body", "social", "social", "social"]
    assert _roles(PROSE, MORE, "A short word about the wall.", signature) == ["body", "body", "social", "social"]


def test_nothing_of_the_article_stands_below_the_comments() -> None:
    assert _roles(PROSE, MORE, "Comments", "I was there and it was not like that at all, believe me.") == [
        "body",
        "body",
        "boilerplate",
        "boilerplate",
    ]


def test_wrapped_lines_are_joined_and_single_ones_are_not() -> None:
    wrapped = (
        "The council of Port Orlo agreed on Monday to\nrebuild the old harbour wall before the\nwinter storms return to the coast.\n\n"
    )
    assert len(split_lines(wrapped * 4)) == 4
    assert split_lines("One line.\nAnother line.") == ["One line.", "Another line."]


def test_a_table_that_no_sentence_introduces_is_the_text() -> None:
    texts = [
        "ROWING - LAKE CUP RESULTS.",
        "Single sculls final 1. Dana Orlitz (Norvik) 7:12.08 2. Ruth Amsel (Pellan) 7:14.61",
        "3. Ida Brandt (Norvik) 7:15.02 4. Mona Keller (Austra) 7:19.77",
        "Double sculls 1. Norvik 6:48.20 2. Pellan 6:50.11",
        "3. Austra 6:52.40 4. Tervia 6:55.93",
    ]
    assert [line.role for line in judge_lines(texts)] == ["title", "body", "body", "body", "body"]


def test_a_table_below_the_text_belongs_to_it() -> None:
    texts = [
        "Norvik leads the lake tour after two stages",
        "Dana Orlitz of Norvik won the second stage of the lake tour on Saturday by four seconds.",
        "Overall placings after two stages:",
        "2. Ruth Amsel (Pellan) 4 seconds behind 3. Ida Brandt (Norvik) same time",
        "4. Mona Keller (Austra) 9 5. Lea Tervo (Tervia) 11",
    ]
    assert [line.role for line in judge_lines(texts)][3:] == ["body", "body"]


def test_who_scored_below_the_report_of_a_match_is_text() -> None:
    facts = ("Scorers: Westmark - Luc Farr (12th), Piet Moor (81st) Orlo - Jan Dal (90th)", "Attendance: 300")
    assert _roles(PROSE, MORE, *facts) == ["body", "body", "body", "body"]
    assert _roles(PROSE, MORE, "Port Orlo and Westmark today")[-1] == "boilerplate"


def test_a_short_sentence_with_a_quote_ends_the_text() -> None:
    texts = [
        "Repairs to the pier at Drennmouth have begun, four months after the storm that broke it in two.",
        "The port said it was “deeply sorry”.",
    ]
    assert [line.role for line in judge_lines([*texts, "Thank you for reading today."])] == ["body", "body", "boilerplate"]


def test_the_menu_above_a_scraped_text_is_not_its_title() -> None:
    assert _roles("The Orlo Post", "Home  News  Sport  Opinion", "Harbour wall to be rebuilt", PROSE, MORE)[:3] == [
        "boilerplate",
        "boilerplate",
        "title",
    ]


def test_a_headline_of_two_words_stands_above_the_byline() -> None:
    assert _roles("The Orlo Post", "Wall falls", "By our own correspondent", "3 September 2025", PROSE, MORE)[:3] == [
        "boilerplate",
        "title",
        "byline",
    ]
    assert _roles("Orlo Post", "By Anna Dal", PROSE, MORE)[:2] == ["boilerplate", "byline"]


@pytest.mark.parametrize(
    ("last", "role"),
    [
        ("Amsel has sold the boat.", "body"),
        ("Lindqvist expects 58 more by June.", "body"),
        ("Marlow has never seen such weather.", "boilerplate"),  # the text does not name it
        ("Weather like this is not rare.", "boilerplate"),
        ("Amsel writes to you every Sunday.", "boilerplate"),
    ],
)
def test_a_short_sentence_about_somebody_of_the_text_ends_it(last: str, role: str) -> None:
    lines = [
        "Harbour town asks who will pay for the new sea wall",
        "The council said on Monday that the wall would cost more than the town had, and that Weather reports had been late.",
        "“Nobody asked us,” said Ada Amsel, who has lived by the water for thirty years with Piet Lindqvist and his two dogs.",
        last,
    ]
    assert judge_lines(lines)[-1].role == role
