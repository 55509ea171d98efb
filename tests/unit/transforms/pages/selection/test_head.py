"""Title, standfirst and what else stands above a text."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES, choose_all, paragraphs, roles_of
from transforms.pages.selection.choice import Choice
from transforms.pages.selection.head import drop_above_title, mark_day_lines, mark_title, settle_head
from transforms.pages.selection.region import find_region

TITLE = "Wall to rise"
LEAD = "Anna Orlo has looked after the wall since she was a child, and this winter she is the last of the masons."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Wall to rise</h1><p>Wall to rise</p>", [("title", "page_title"), ("boilerplate", "title_repeated")]),
        ("<h2>Wall to rise</h2><h1>Wall to rise!</h1>", [("boilerplate", "title_repeated"), ("title", "page_title")]),
        ("<p>Wall to rise</p>", [("title", "page_title")]),
        ("<h1 hidden>Wall to rise</h1><h1>Wall to rise</h1>", [("boilerplate", "title_repeated"), ("title", "page_title")]),
        ("<nav><h1>Wall to rise</h1></nav>", [("heading", "main_text")]),
        ("<h2>Harbour News: Wall to rise</h2>", [("heading", "main_text")]),  # so short a title may be words of another line
        ("<h1>Orlo Post</h1>", [("heading", "main_text")]),
    ],
)
def test_title_of_the_page(body: str, expected: list[tuple[str, str]]) -> None:
    choices = choose_all(body)
    mark_title(choices, TITLE)
    assert roles_of(choices) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>Harbour: Wall of Orlo to rise again</h2>", ["title"]),
        ("<h2>Harbour Wall of Orlo to rise again</h2><h1>Wall of Orlo to rise again</h1>", ["boilerplate", "title"]),
        ("<h2>Port Orlo :Wall of Orlo to rise again</h2><p>Wall of Orlo to rise again</p>", ["title", "boilerplate"]),
        (f"<h2>{'Harbour ' * 12}Wall of Orlo to rise again</h2>", ["heading"]),
        (f"<p>{SENTENCES[0]}</p><h2>How the Wall of Orlo to rise again</h2>", ["body", "heading"]),  # a heading within the text
    ],
)
def test_title_with_a_kicker_in_front(body: str, expected: list[str]) -> None:
    choices = choose_all(body)
    mark_title(choices, "Wall of Orlo to rise again")
    assert [c.role for c in choices] == expected


def test_the_title_with_its_kicker_is_no_standfirst() -> None:
    title = "Wall of Orlo to rise again"
    choices = choose_all(f"<h1>{title}</h1><div><h2>News of the harbour {title}</h2></div><div>{paragraphs()}</div>")
    mark_title(choices, title)
    settle_head(choices, title, None, find_region(choices))
    assert "standfirst" not in {c.role for c in choices}


def test_a_page_without_a_title_has_no_title_line() -> None:
    choices = choose_all("<h1>Wall to rise</h1>")
    mark_title(choices, None)
    assert roles_of(choices) == [("heading", "main_text")]


def test_notices_above_the_title_are_no_text_and_a_text_above_it_is() -> None:
    choices = choose_all(f"<p>{LEAD}</p><h1>Wall to rise</h1>{paragraphs()}")
    mark_title(choices, TITLE)
    drop_above_title(choices)
    assert roles_of(choices)[0] == ("boilerplate", "above_the_title")
    below = choose_all(f"{paragraphs()}<h1>Wall to rise</h1><p>{LEAD}</p>")
    mark_title(below, TITLE)
    drop_above_title(below)
    assert all(c.is_text for c in below if c.role != "title")


def _settled(head: str, description: str | None, *, is_taken: bool) -> list[Choice]:
    """The paragraphs between title and text, settled; `is_taken`: trafilatura took them for text."""
    choices = choose_all(f"<div><h1>Wall to rise</h1>{head}<div>{paragraphs()}</div></div>")
    mark_title(choices, TITLE)
    region = find_region(choices)
    for c in choices[1 : -len(SENTENCES)]:
        if not is_taken:
            c.decide("boilerplate", "aside")
    settle_head(choices, TITLE, description, region)
    return choices[1 : -len(SENTENCES)]


@pytest.mark.parametrize(
    ("head", "description", "is_taken", "expected"),
    [
        (f"<p>{LEAD}</p>", LEAD, False, [("standfirst", "page_description")]),
        (f"<p>{LEAD}</p>", f"{LEAD} More below.", False, [("standfirst", "page_description")]),
        (f"<p>{LEAD}</p>", LEAD, True, [("body", "main_text")]),  # the first sentence of the text
        (f'<p class="standfirst">{LEAD}</p>', None, True, [("standfirst", "marked_as_standfirst")]),
        (f"<h2>{LEAD}</h2>", None, True, [("standfirst", "marked_as_standfirst")]),
        ("<h3>The harbour</h3>", None, True, [("boilerplate", "above_the_text")]),
    ],
)
def test_standfirst(head: str, description: str | None, is_taken: bool, expected: list[tuple[str, str]]) -> None:
    assert roles_of(_settled(head, description, is_taken=is_taken)) == expected


def test_a_sentence_left_out_directly_below_the_title_is_a_lead() -> None:
    choices = choose_all(f"<div><header><h1>Wall to rise</h1><p>{LEAD}</p></header><div>{paragraphs()}</div></div>")
    mark_title(choices, TITLE)
    choices[1].decide("boilerplate", "outside_main_text")
    settle_head(choices, TITLE, None, find_region(choices))
    assert roles_of(choices)[1] == ("standfirst", "lead_below_title")


def test_a_first_section_s_heading_stays() -> None:
    body = f"<h2>The wall</h2>{paragraphs(SENTENCES[:3])}<h2>The gate</h2>{paragraphs(SENTENCES[3:])}"
    choices = choose_all(f"<div><h1>Wall to rise</h1><div>{body}</div></div>")
    mark_title(choices, TITLE)
    settle_head(choices, TITLE, None, find_region(choices))
    assert choices[1].role == "heading"


@pytest.mark.parametrize(
    ("body", "days"),
    [
        ("<p>Kestrel Online, 4 February 2026</p>{}", [0]),
        ("<h3>2021-10-16 | Notice</h3>{}", [0]),
        ("<p>Stand: 22.04.2024, 06:00 Uhr</p>{}", [0]),
        ("{}<p>Article mis à jour le 7 janvier 2020.</p>", [6]),
        ("<p>2 February 2026</p>{}<p>Last updated 3 February 2026</p>", [0, 7]),
        ("{}<p>Orlo Bay, 4 February 2026</p>{}", []),  # a heading of a diary
        ("<h3>2 May 2026</h3>{}<h3>3 May 2026</h3><p>It rained.</p><h3>4 May 2026</h3><p>It rained again.</p>", []),  # a chronicle
    ],
)
def test_lines_of_the_day_at_the_ends_of_the_text(body: str, days: list[int]) -> None:
    choices = choose_all(body.format(*[paragraphs()] * 2))
    mark_day_lines(choices)
    assert [i for i, c in enumerate(choices) if c.role == "dateline"] == days
