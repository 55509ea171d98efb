"""Paragraphs are cut where a reader sees a border, and each knows its place."""

from __future__ import annotations

import pytest

from tests.pages import read_page


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("One.<p>Two.</p>Three.", ["One.", "Two.", "Three."]),
        ("<p>One <b>word</b>s.</p>", ["One words."]),  # inline markup neither glues nor splits
        ("<p>One.<br>Two.</p>", ["One. Two."]),
        ("<p>One.<br><br>Two.</p>", ["One.", "Two."]),
        ("<p>One.<br>\n<br>Two.</p>", ["One.", "Two."]),
        ("<p><b>A gate</b><br>The council met.</p>", ["A gate", "The council met."]),  # a heading in bold
        ("<p><b>The council met.</b><br>It rained.</p>", ["The council met. It rained."]),  # a sentence in bold
        ("<table><tr><td>1</td><td>Orlo</td></tr></table>", ["1", "Orlo"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<p>One<script>x()</script><style>y</style><noscript>z</noscript>.</p>", ["One."]),
        ("<p>One<span></span>Two</p>", ["One Two"]),  # an empty element between two words
        ("<p>Mc<i></i>Kay</p>", ["Mc Kay"]),
        ("<p>US<span></span>A</p>", ["USA"]),
        ('<p><span aria-hidden="true">T</span><span>T</span>he wall.</p>', ["The wall."]),  # a drop cap and its twin
        ("<p> \u200b </p><p></p>", []),
        ("<select><option>One</option></select>", []),
    ],
)  # fmt: skip
def test_borders(body: str, texts: list[str]) -> None:
    assert [b.text for b in read_page(body)] == texts


def test_place_of_a_paragraph() -> None:
    (b,) = read_page('<main><article class="Story Main"><div id="text"><p class="lead">One.</p></div></article></main>')
    assert (b.tag, b.own, b.zones, b.hints) == ("p", "lead", ("main", "article", "p"), " story main text lead")
    assert len(b.path) == 5 and b.articles == (b.path[2],) and b.parent == b.path[-2]
    assert [own for _, own in b.marks] == ["story main", "text", "lead"]


@pytest.mark.parametrize(
    ("body", "share"),
    [
        ('<p><a href="/a">One two</a></p>', 1.0),
        ('<p><a name="a">One two</a></p>', 0.0),  # an anchor is no link
        ("<p>One two</p>", 0.0),
        ('<p>One <a href="/a">two</a></p>', 3 / 7),
    ],
)
def test_share_of_a_paragraph_within_links(body: str, share: float) -> None:
    assert read_page(body)[0].link_share == pytest.approx(share)


@pytest.mark.parametrize(
    ("body", "lead_in"),
    [
        ('<p>Read more: <a href="/a">The wall</a></p>', "Read more:"),
        ('<p>Read more: <a href="/a">The wall</a> here</p>', ""),  # text goes on behind the link
        ('<p>One <a href="/a">two</a> <a href="/b">three</a></p>', ""),
        ('<p><a href="/a">The wall</a></p>', ""),
    ],
)
def test_what_stands_in_front_of_the_only_link(body: str, lead_in: str) -> None:
    assert read_page(body)[0].lead_in == lead_in


@pytest.mark.parametrize(
    ("body", "hidden"),
    [
        ("<p>One.</p>", False),
        ("<p hidden>One.</p>", True),
        ('<div style="DISPLAY : none"><p>One.</p></div>', True),
        ('<p style="color:red">One.</p>', False),
        ('<p aria-hidden="true">One.</p>', False),  # only readers by ear are not told it
    ],
)
def test_hidden_by_its_markup(body: str, hidden: bool) -> None:
    assert read_page(body)[0].is_hidden is hidden


def test_headings_bold_lines_lists_and_first_lines() -> None:
    heading, bold, item, signed = read_page("<h3><b>A</b></h3><p><b>B</b></p><ol><li>C</ol><p>Anna Orlo<br>Chief Reporter</p>")
    assert (heading.heading_level, heading.is_strong, bold.heading_level, bold.is_strong) == (3, True, 0, True)
    assert item.list_number in item.path and not signed.list_number
    assert (signed.text, signed.first_line, item.first_line) == ("Anna Orlo Chief Reporter", "Anna Orlo", "")


def test_a_picture_is_known_to_the_paragraph_below_it() -> None:
    above, below, next_ = read_page('<p>One.</p><div><img src="a.jpg"></div><p>Two.</p><p>Three.</p>')
    assert above.picture is None and below.picture is not None and next_.picture is None


@pytest.mark.parametrize(
    ("markup", "known"),
    [
        ('<p>Given <img src="x.svg"> as an object, it is zero.</p><p>Next.</p>', [False, False]),  # a formula within a line
        ('<p>Text.<br><img src="a.jpg"></p><p>Below it.</p>', [False, True]),
        ('<p><img src="a.jpg">Below it.</p><p>Next.</p>', [True, False]),
    ],
)
def test_a_picture_within_a_line_is_a_sign_of_it(markup: str, known: list[bool]) -> None:
    assert [b.picture is not None for b in read_page(markup)] == known
