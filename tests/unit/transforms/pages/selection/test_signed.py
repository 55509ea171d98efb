"""Who signs a page's text, and the lines around its title where a day stands."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES, make_choice
from transforms.metadata.shown_day import ShownLines
from transforms.pages.selection.signed import find_shown_lines, find_signatures
from transforms.records import Role


def test_byline_directly_below_the_text() -> None:
    text = "The council of Port Orlo agreed on Monday to rebuild the old harbour wall before winter."
    choices = [make_choice("Wall to rise", "title"), *[make_choice(text, "body")] * 13, make_choice("(责编：安山、皮海)", "byline")]
    assert find_signatures(choices).names == ["安山", "皮海"]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ([("Wall to rise", "title"), ("By Anna Orlo", "byline")], ["Anna Orlo"]),
        ([("Wall to rise", "title"), ("Text:", "boilerplate"), ("Anna Orlo", "boilerplate")], ["Anna Orlo"]),
        ([("Wall to rise", "title"), ("By", "boilerplate"), ("Anna Orlo", "boilerplate")], ["Anna Orlo"]),
        ([("Wall to rise", "title"), ("By", "boilerplate"), ("the council", "boilerplate")], []),
        ([("By Anna Orlo", "byline"), ("Wall to rise", "title")], []),  # above the title it is another article's
        ([("Wall to rise", "title"), ("The council", "boilerplate")], []),
    ],
)
def test_byline_beside_the_title(lines: list[tuple[str, Role]], names: list[str]) -> None:
    choices = [make_choice(text, role) for text, role in lines]
    assert find_signatures([*choices, *(make_choice(s, "body") for s in SENTENCES)]).names == names


def test_of_a_byline_of_two_lines_the_first_is_read() -> None:
    signed = make_choice("By Anna Orlo Chief Reporter", "byline", first_line="By Anna Orlo")
    assert find_signatures([make_choice("Wall to rise", "title"), signed]).names == ["Anna Orlo"]


def test_a_name_alone_in_bold_signs_the_text_and_becomes_a_byline() -> None:
    name = make_choice("Anna Orlo", "body", is_strong=True)
    choices = [name, *(make_choice(s, "body") for s in SENTENCES)]
    assert find_signatures(choices).bold == ["Anna Orlo"]
    assert (name.role, name.reason) == ("byline", "bold_name")
    heading = make_choice("The gate", "body", is_strong=True, heading_level=3)
    assert find_signatures([heading, *choices[1:]]).bold == []


def test_lines_around_the_text_in_which_a_day_may_stand() -> None:
    choices = [
        make_choice("Orlo Post", "boilerplate"),
        make_choice("Wall to rise", "title"),
        make_choice("3 March 2025", "dateline"),
        make_choice("The wall on 1 March 2025", "caption"),
        *(make_choice(s, "body") for s in SENTENCES),
        make_choice("4 March 2025", "boilerplate"),
    ]
    assert find_shown_lines(choices) == ShownLines(("3 March 2025",), ("Orlo Post",), tuple(SENTENCES[:3]), ("4 March 2025",))


def test_without_a_title_the_lines_next_to_the_text_may_have_its_day_and_the_menu_does_not() -> None:
    menu = [make_choice(line, "boilerplate") for line in ("Wednesday, 8 July 2020", *(f"Section {i}" for i in range(20)))]
    day = make_choice("27.04.2020 - 18:50", "boilerplate")
    lines = find_shown_lines([*menu, day, *(make_choice(s, "body") for s in SENTENCES)])
    assert "27.04.2020 - 18:50" in lines.beside and "Wednesday, 8 July 2020" not in lines.near


def test_a_title_below_the_text_heads_something_else() -> None:
    text = [make_choice(s, "body") for s in SENTENCES]
    column = make_choice("Column: From the harbour", "title")
    lines = find_shown_lines([make_choice("3 March 2025", "boilerplate"), *text, column, make_choice("9 March 2025", "boilerplate")])
    assert (lines.beside, lines.near, lines.opening) == (("3 March 2025",), (), tuple(SENTENCES[:3]))


def test_a_line_that_tells_of_the_title_when_it_was_posted() -> None:
    told = "Wall to rise was posted on 3 March 2025 and is filed under Harbour."
    choices = [make_choice(told, "boilerplate"), *[make_choice("Menu", "boilerplate")] * 9, make_choice("Wall to rise", "title")]
    assert told in find_shown_lines([*choices, *(make_choice(s, "body") for s in SENTENCES)]).below
