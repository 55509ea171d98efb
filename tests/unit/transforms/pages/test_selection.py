"""Which paragraphs of a page are its text, and what the others are."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES as TEXT
from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction

TITLE = "<h1>Port Orlo rebuilds its harbour wall</h1>"


def _paragraphs(texts: list[str], own: str = "") -> str:
    return "".join(f"<p{own}>{t}</p>" for t in texts)


def _roles(body: str, head: str = "") -> dict[str, tuple[str, str]]:
    """Role and rule of every paragraph by its first 40 characters."""
    page = f"<html><head><title>Port Orlo rebuilds its harbour wall</title>{head}</head><body>{body}</body></html>"
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction), found
    return {b.text[:40]: (b.role, b.reason) for b in found.blocks}


def test_what_stands_above_the_title_is_no_text_where_text_stands_below() -> None:
    notice = "This page is kept as it was in the year of the flood, and nobody answers the letters that it asks for."
    roles = _roles(f"<article><p>{notice}</p><p>{notice}</p>{TITLE}{_paragraphs(TEXT)}</article>")
    assert roles[notice[:40]][0] == "boilerplate"
    assert {roles[t[:40]][0] for t in TEXT} == {"body"}


def test_a_text_above_a_title_without_text_below_is_kept() -> None:
    roles = _roles(f"<article>{_paragraphs(TEXT)}</article>{TITLE}")
    assert {roles[t[:40]][0] for t in TEXT} == {"body"}


def test_text_cut_into_several_frames_by_advertisements_is_one_text() -> None:
    frames = [f'<div class="article-text">{_paragraphs(TEXT[i : i + 2])}</div>' for i in (0, 2, 4)]
    advertisement = '<div class="slot"><div>Sponsored links</div></div>'
    roles = _roles(f"<main>{TITLE}{advertisement.join(frames)}</main>")
    assert {roles[t[:40]][0] for t in TEXT} == {"body"}
    assert roles["Sponsored links"] == ("boilerplate", "advertisement")


def test_anchors_without_an_address_are_no_links() -> None:
    headings = "".join(
        f'<h2><a name="{i}">{h}</a></h2>{_paragraphs(TEXT[i : i + 3])}' for i, h in ((0, "The stones of it"), (3, "The mason"))
    )
    roles = _roles(f"<article>{TITLE}{headings}</article>")
    assert roles["The stones of it"][0] == roles["The mason"][0] == "heading"


def test_a_linked_value_among_values_that_are_text_is_kept_and_a_list_of_links_is_not() -> None:
    rows = "".join(
        f'<tr><td>{i}</td><td><a href="/club/{i}">Rowing club of {name} Quay</a></td><td>{60 - i} points, more than before.</td></tr>'
        for i, name in enumerate(("North", "South", "Mill"), 1)
    )
    news = "".join(
        f'<dt>{i} March</dt><dd><a href="/n/{i}">The {name} of the harbour wall</a></dd>' for i, name in ((1, "arch"), (2, "gate"))
    )
    roles = _roles(f"<article>{TITLE}{_paragraphs(TEXT[:3])}<table>{rows}</table>{_paragraphs(TEXT[3:])}<dl>{news}</dl></article>")
    assert roles["Rowing club of South Quay"][0] == "body"
    assert roles["The arch of the harbour wall"][0] == "related"


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ('<a href="/plan">Plan of the wall</a><br><br>{}', "body"),  # the link opens its own paragraph
        ('{}<br><br><a href="/plan">Plan of the wall</a>', "related"),  # below the text it leads elsewhere
    ],
)
def test_a_linked_line_belongs_to_the_lines_of_its_paragraph_below_it(paragraph: str, role: str) -> None:
    roles = _roles(f"<article>{TITLE}{_paragraphs(TEXT[:3])}<p>{paragraph.format(TEXT[3])}</p>{_paragraphs(TEXT[4:])}</article>")
    assert roles["Plan of the wall"][0] == role


def test_numbered_figures_are_captions() -> None:
    figure = "Figure 2: The wall as the surveyors drew it"
    roles = _roles(f"<article>{TITLE}{_paragraphs(TEXT[:3])}<p>{figure}</p>{_paragraphs(TEXT[3:])}</article>")
    assert roles[figure[:40]] == ("caption", "figure_label")


@pytest.mark.parametrize("copies", ["<div>{0}</div><div>{0}</div>", "<section>{0}</section><section>{0}</section>"])
def test_a_second_copy_of_the_text_is_left_out(copies: str) -> None:
    page = f"<html><body><article>{TITLE}{copies.format(_paragraphs(TEXT[:4]))}</article></body></html>"
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction)
    assert found.article.body == "\n\n".join(TEXT[:4])
    assert [b.reason for b in found.blocks if b.role == "boilerplate"] == ["second_copy"] * 4


def test_paragraphs_said_twice_in_another_order_stay() -> None:
    page = f"<html><body><article>{TITLE}{_paragraphs([*TEXT[:3], TEXT[1], TEXT[0], TEXT[2]])}</article></body></html>"
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction)
    assert found.article.body.count("\n\n") == 5


@pytest.mark.parametrize(
    "text",
    [
        "市长说工程将于九月开始，将花费该镇四百万克朗。港口的墙将在冬季风暴之前重建。",
        "시장은 공사가 9월에 시작되어 도시에 400만 크로나의 비용이 들 것이라고 말했다.",
    ],
)
def test_scripts_that_need_few_characters_give_short_texts_too(text: str) -> None:
    page = f"<html><head><title>x</title></head><body><p>{text}</p><p>{text}</p></body></html>"
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction), found
    assert text in found.article.body


def _page_of(body: str) -> str:
    return f"<article>{TITLE}<div>{body}</div></article>"


LINKS = "".join(
    f'<li><strong>Pier {i}: </strong><a href="/{i}">{words}</a></li>' for i, words in enumerate(("Why nobody sails", "Who paid"))
)


@pytest.mark.parametrize(
    ("furniture", "words", "role", "rule"),
    [
        (f"<h3>For you</h3><ul>{LINKS}</ul>", "Pier 0: Why nobody sails", "related", "link_list"),
        ('<p>WEITER | <a href="/a">Die Fähre kam schon wieder zu spät</a></p>' * 2, "WEITER | Die Fähre", "related", "teaser_line"),
        ('<p><a href="/a">La vieja muralla del puerto se cae.</a></p>', "La vieja", "related", "linked_paragraph"),
        ('<div class="infobox"><h3>Les quais</h3></div>', "Les quais", "related", "fact_box_class"),
        ('<div class="visually-hidden">Makale içeriği</div>', "Makale içeriği", "boilerplate", "screen_reader_class"),
        ('<p class="wp-caption-text">Anna Orlo, left, at the pier</p>', "Anna Orlo, left, at the pier", "caption", "caption_class"),
        ('<p><img src="a.jpg"></p><p>From left: Anna Orlo and Piet Moor</p>', "From left", "caption", "below_picture"),
        ('<blockquote><p>It fell.</p><p>Anna Orlo, mason</p></blockquote>', "Anna Orlo, mason", "credit", "quote_signature"),
        ('<p class="pullquote">The old harbour wall would be rebuilt</p>', "The old harbour wall would", "boilerplate", "pull_quote"),
        ('<div class="quote-box"><p>The old harbour wall would be rebuilt</p></div>', "The old harbour", "boilerplate", "pull_quote"),
        ("<table><tr><th>Club</th><th>Wins</th></tr><tr><td>Mill</td><td>7</td></tr></table>", "Wins", "boilerplate", "table_of_figures"),
        ("<table><tr><td><p>Anna Orlo</p></td><td><p>Moor (45)</p></td></tr><tr><td>Berg</td><td>Dal</td></tr></table>",
         "Moor (45)", "boilerplate", "table_of_figures"),
        ("<p>If you buy through our links, we may earn a commission.</p>", "If you buy", "boilerplate", "affiliate_notice"),
        ("<p>This guide contains affiliate links; we are paid for some.</p>", "This guide", "boilerplate", "affiliate_notice"),
        ("<p>Add The Orlo Post as a preferred source on Search</p>", "Add The Orlo", "boilerplate", "account_appeal"),
        ("<p>Log in to save this story to your list.</p>", "Log in to save", "boilerplate", "account_appeal"),
        ('<div class="x"><p>この続きは会員の方だけがお読みいただけます。</p></div>', "この続き", "boilerplate", "paywall_box"),
        ('<div class="comments"><p>لا أعتقد أن الجدار سيبقى واقفا حتى الشتاء القادم يا سادة.</p></div>',
         "لا أعتقد أن الجدار سيبقى واقفا حتى ", "boilerplate", "comments_class"),
    ],
)  # fmt: skip
def test_furniture_within_the_text_is_told_by_structure(furniture: str, words: str, role: str, rule: str) -> None:
    roles = _roles(_page_of(f"{_paragraphs(TEXT[:3])}{furniture}{_paragraphs(TEXT[3:])}"))
    assert {roles[t[:40]][0] for t in TEXT} == {"body"}
    found = next(v for k, v in roles.items() if k.startswith(words[:30]))
    assert found in ((role, rule), ("boilerplate", "outside_main_text"))  # trafilatura may know it for furniture too


@pytest.mark.parametrize(
    "kept",
    [
        '<blockquote class="pullquote"><p>We shall mend whatever the sea takes, and nobody will pay for it twice.</p></blockquote>',
        "<table><tr><td>The first arch fell in the night of the storm.</td><td>1987</td></tr><tr><td>Two</td><td>1991</td></tr></table>",
        "<p>The commission may earn the thanks of all who live beside the harbour wall.</p>",
        "<p>The club told its members to sign in to the hall before they went to see the wall.</p>",
    ],
)
def test_what_looks_like_furniture_and_says_something_of_its_own_stays(kept: str) -> None:
    roles = _roles(_page_of(f"{_paragraphs(TEXT[:3])}{kept}{_paragraphs(TEXT[3:])}"))
    assert {role for role, _ in roles.values()} == {"title", "body"}


def test_a_notice_that_stands_three_times_outside_the_text_is_left_out_and_a_repeated_line_of_the_text_is_not() -> None:
    notice = "Dieser Inhalt wird erst nach Ihrer Zustimmung geladen und angezeigt."
    boxes = [
        f"<div><p>{notice}</p></div>{_paragraphs(TEXT[i : i + 2])}<p>Breakfast at the quay, as on every day of that week.</p>"
        for i in (0, 2, 4)
    ]
    roles = _roles(_page_of("".join(boxes)))
    assert roles[notice[:40]][0] == "boilerplate"
    assert roles["Breakfast at the quay, as on every day of that week."[:40]][0] == "body"


@pytest.mark.parametrize("hide", ['hidden id="S:0"', 'style="display:none"'])
def test_text_that_the_markup_hides_is_shown_where_the_page_has_no_other(hide: str) -> None:
    roles = _roles(
        f"<div {hide}><main>{TITLE}<div>{_paragraphs(TEXT)}</div></main></div><footer><p>The news of the coast, every day.</p></footer>"
    )
    assert {roles[t[:40]] for t in TEXT} == {("body", "hidden_but_shown")}


def test_what_is_hidden_beside_a_text_stays_hidden() -> None:
    hidden = "Nobody should read this sentence, which the page keeps for a dialog that opens later."
    roles = _roles(f"<article>{TITLE}<div>{_paragraphs(TEXT)}</div></article><div hidden><p>{hidden}</p></div>")
    assert roles[hidden[:40]][0] == "boilerplate"


def test_text_goes_on_below_an_aside_in_an_element_of_its_own() -> None:
    own = ' class="tx lead"'
    parts = [f'<div class="stage"><div class="item">{_paragraphs(t, own)}</div></div>' for t in (TEXT[:4], TEXT[4:])]
    roles = _roles(f"<article>{TITLE}{parts[0]}<aside><ul><li><a href='/a'>Ferry late</a></li></ul></aside>{parts[1]}</article>")
    assert {roles[t[:40]][0] for t in TEXT} == {"body"}


def test_a_heading_below_a_read_more_line_heads_the_text_below_it() -> None:
    more = '<p><a href="/x">Read more: Ferry late again</a></p><h3>Boats move to the basin</h3>'
    roles = _roles(_page_of(f"{_paragraphs(TEXT[:3])}{more}{_paragraphs(TEXT[3:])}"))
    assert roles["Boats move to the basin"][0] == "heading"


@pytest.mark.parametrize(
    "drawn",
    [
        '<p><span class="sr-only">T</span><span aria-hidden="true">T</span>he mason went home late, as he did on all days.</p>',
        '<p><span aria-hidden="true"><b>T</b>he</span><span class="unseen">The</span> mason went home late, as he did on all days.</p>',
        '<div class="cap">T</div><p>he mason went home late, as he did on all days.</p>',
        '<p><img src="t.gif" alt="T">he mason went home late, as he did on all days.</p>',
    ],
)
def test_a_letter_drawn_large_is_the_first_of_its_word(drawn: str) -> None:
    roles = _roles(_page_of(f"{drawn}{_paragraphs(TEXT)}"))
    assert roles["The mason went home late, as he did on all days."[:40]][0] == "body"


@pytest.mark.parametrize(
    "heading",
    ["<b>What it costs<br></b>", "<strong>What it costs</strong><br><br>", '<span style="font-weight: 700">What it costs</span><br>'],
)
def test_a_heading_in_bold_before_a_line_break_stands_alone(heading: str) -> None:
    roles = _roles(_page_of(f"{_paragraphs(TEXT[:5])}<p>{heading}{TEXT[5]}</p>"))
    assert roles["What it costs"][0] in ("body", "heading") and TEXT[5][:40] in roles


def test_words_are_not_glued_across_empty_elements_nor_a_drop_cap_said_twice() -> None:
    twice = '<span class="dropcap" aria-hidden="true">T</span><span class="sr-only">T</span>he mason of Port Orlo went home in the evening.'
    body = f'{_paragraphs(TEXT[:4])}<p>{TEXT[4][:-1]}<span class="br"></span>Then it rained.</p><p>{twice}</p>'
    page = f"<html><body>{_page_of(body)}</body></html>"
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction)
    assert f"{TEXT[4][:-1]} Then it rained." in found.article.body
    assert "\n\nThe mason of Port Orlo" in found.article.body


def test_markup_that_stands_as_text_is_opened_and_code_that_is_shown_is_not() -> None:
    escaped = "".join(f"&lt;p&gt;{t.replace('old', '&amp;ldquo;old&amp;rdquo;')}&lt;/p&gt;" for t in TEXT[:4])
    page = f"<html><body><article>{TITLE}<div>{escaped}</div></article></body></html>"
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction)
    assert found.article.body == "\n\n".join(t.replace("old", "“old”") for t in TEXT[:4])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&lt;br /&gt;&lt;br /&gt;".join(TEXT[:3]), TEXT[:3]),
        ("".join(f"<p>{t.replace('old', '&lt;em&gt;old&lt;/em&gt;')}</p>" for t in TEXT[:3]), TEXT[:3]),
        ("".join(f"<p>{t.replace('old', '&amp;ldquo;old&amp;rdquo;')}</p>" for t in TEXT[:3]),
         [t.replace("old", "“old”") for t in TEXT[:3]]),
        (f"<p>{TEXT[0]}</p><p><code>a &amp;lt; b</code> was written on the wall of the harbour.</p>",
         [TEXT[0], "a &lt; b was written on the wall of the harbour."]),
    ],
)  # fmt: skip
def test_breaks_letters_and_marks_that_stand_as_text_are_opened(written: str, read: list[str]) -> None:
    page = f"<html><body><article>{TITLE}<div>{written}</div></article></body></html>"
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction)
    assert found.article.body == "\n\n".join(read)


def test_a_sentence_marked_up_as_heading_opens_the_text() -> None:
    lead = "Anna Orlo has looked after the wall since she was a child, and this winter she is the last of the masons."
    roles = _roles(f"<div>{TITLE}<p>By Piet Moor</p><div id='text'><h2>{lead}</h2>{_paragraphs(TEXT)}</div></div>")
    assert roles[lead[:40]][0] == "body"
