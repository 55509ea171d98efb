"""One document gives one article with every paragraph, or a rejection with its reason; nothing raises."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from transforms.pages.extract import extract_article
from transforms.pages.flags import FLAGS
from transforms.records import Document, Extraction, MediaKind, Rejection, SourceFacts

SENTENCE = "The council of Port Orlo agreed on Monday to rebuild the old harbour wall before the winter storms."
BODY = f"<p>{SENTENCE}</p>" * 6


def _document(content: bytes | str, kind: MediaKind = "html", **given: object) -> Document:
    raw = content.encode() if isinstance(content, str) else content
    return Document("page.html", "/page.html", raw, kind, SourceFacts(**given))  # type: ignore[arg-type]


def _extract(content: bytes | str, kind: MediaKind = "html", **given: object) -> Extraction:
    result = extract_article(_document(content, kind, **given))
    assert isinstance(result, Extraction), result
    return result


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.7 \x00\x01", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "binary"),
        (b"<html><body></body></html>", "no_text"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no_text"),
    ],
)
def test_what_holds_no_article_is_rejected_with_its_reason(content: bytes, reason: str) -> None:
    result = extract_article(_document(content))
    assert isinstance(result, Rejection)
    assert (result.stage, result.reason) == ("extract", reason)
    assert result.content_hash and result.detail


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 50_000 + BODY + "</div>" * 50_000,
        "<b>" * 20_000 + BODY,
        "<article>" + BODY + "</article>" + '<a href="/x">Another page</a> ' * 5_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + BODY,
        '<script type="application/ld+json">{"articleBody":"' + "word " * 1_000_000 + '"}</script>' + BODY,
        "<div " + " ".join(f"a{i}='x'" for i in range(50_000)) + ">" + BODY + "</div>",
        "<script>" + '"\\' * 300_000 + "</script>" + BODY,
    ],
    ids=["nested", "unclosed", "links", "deep json", "long json", "attributes", "quotes"],
)
def test_pages_made_to_be_slow_still_give_their_text(markup: str) -> None:
    assert SENTENCE in _extract(f"<html><body>{markup}</body></html>").article.body


def test_offsets_slice_back_and_paragraphs_join_to_the_body() -> None:
    found = _extract(f"<html><body><h1>Wall to rise</h1>{BODY}<h2>A gate</h2>{BODY}</body></html>")
    kept = [b for b in found.blocks if b.start_char is not None]
    assert found.article.body == "\n\n".join(b.text for b in kept)
    assert all(found.article.body[b.start_char : b.end_char] == b.text for b in kept)
    assert [b.ordinal for b in found.blocks] == list(range(len(found.blocks)))


def test_no_control_characters_survive() -> None:
    found = _extract(f"<html><body><p>Bad &#xD800;&#0;\x07 {SENTENCE}</p>{BODY}</body></html>")
    assert all(c == "\n" or c.isprintable() for c in found.article.body)
    found.article.body.encode("utf-8")


@pytest.mark.parametrize("line", ["THURSDAY 13 MARCH 2025", "By Ada Tennick | March 13th, 2025"])
def test_day_of_a_scraped_text_stands_in_a_line_above_it(line: str) -> None:
    article = _extract(f"Council rebuilds the harbour wall\n{line}\n\n" + f"{SENTENCE}\n\n" * 3, "text").article
    assert (article.published_on, article.published_from, "no_date" in article.flags) == (date(2025, 3, 13), "text", False)


def test_given_values_fill_gaps_of_a_page_and_rule_plain_text() -> None:
    given = {"title": "Given title", "outlet": "Given Post", "authors": ("Ida Berg",), "published_at": "2024-05-05T10:00:00Z"}
    page = _extract(
        f"<html><head><meta property='og:title' content='Own title of the page'></head><body>{BODY}</body></html>", **given
    ).article
    assert (page.title, page.outlet, page.authors) == ("Own title of the page", "Given Post", ("Ida Berg",))
    assert (page.published_on, page.published_from) == (date(2024, 5, 5), "given")
    text = _extract(f"Another headline of the page\n\n{SENTENCE}\n\n{SENTENCE}\n", "text", **given).article
    assert (text.title, text.outlet, text.authors) == ("Given title", "Given Post", ("Ida Berg",))
    assert text.published_at == datetime(2024, 5, 5, 10, tzinfo=UTC)


def test_key_is_the_canonical_address_or_the_bytes() -> None:
    link = '<link rel="canonical" href="https://post.example/a">'
    first = _extract(f"<html><head>{link}</head><body>{BODY}</body></html>", url="https://post.example/a?utm_source=x")
    second = _extract(f"<html><body>{BODY}</body></html>", url="https://post.example/a")
    other = _extract(f"<html><body>{BODY} </body></html>")
    assert first.article.article_id == second.article.article_id != other.article.article_id
    assert first.article.outlet_domain == "post.example"


def test_sign_off_behind_the_last_sentence_leaves_the_body() -> None:
    found = _extract(f"Wall of Port Orlo to rise again\n\nOrlo, Jan 29 (EFE).- {SENTENCE}\n\n{SENTENCE} EFE\n\nid-bg\n", "text")
    assert found.article.body == f"{SENTENCE}\n\n{SENTENCE}"
    assert (found.article.agency, found.article.dateline_place) == ("EFE", "Orlo")


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("It was a matter involving significant s, the mayor said on Monday in the old hall.", "damaged_text"),
        ("Parliament ed a law in November that lets the guard hold a vessel for thirty days.", "damaged_text"),
        ("The mayor called it “a wall for the next hundred years when she spoke on Monday.", "unbalanced_quotes"),
    ],
)
def test_damage_is_flagged_and_never_mended(text: str, flag: str) -> None:
    found = _extract(f"Wall of Port Orlo to rise\n\n{text}\n\n{SENTENCE}\n", "text")
    assert flag in found.article.flags
    assert text in found.article.body
    assert set(found.article.flags) <= set(FLAGS)


@pytest.mark.parametrize(
    ("head", "given", "expected"),
    [
        ('<meta property="og:site_name" content="Gazette Online">', {"outlet": "The Harbour Gazette"}, "The Harbour Gazette"),
        ('<meta property="og:site_name" content="Gazette Online">', {"site_name": "Gazette: World"}, "Gazette Online"),
        ("", {"outlet": "The Harbour Gazette", "site_name": "Gazette: World"}, "The Harbour Gazette"),
        ("", {"site_name": "Gazette of the Harbour"}, "Gazette of the Harbour"),
        ("", {}, "Gazette"),
    ],
)
def test_outlet_that_somebody_named_wins_over_the_page_and_the_page_over_its_feed(head: str, given: dict[str, str], expected: str) -> None:
    page = f"<html><head><title>Wall to rise - Gazette Online</title>{head}</head><body><h1>Wall to rise</h1>{BODY}</body></html>"
    article = _extract(page, url="https://www.gazette.example/a", **given).article
    assert (article.outlet, article.title) == (expected, "Wall to rise")
    text = _extract(SENTENCE * 3, "text", url="https://www.gazette.example/a", **given).article
    assert text.outlet == (expected if given and "Online" not in expected else given.get("site_name", "Gazette"))


def test_day_is_that_of_the_time_zone_given_with_the_outlet() -> None:
    head = '<meta property="article:published_time" content="{}">'
    late = _extract(f"<html><head>{head.format('2025-01-29T23:30:00Z')}</head><body>{BODY}</body></html>", time_zone="Europe/Malta").article
    assert (late.published_on, late.published_at) == (date(2025, 1, 30), datetime(2025, 1, 29, 23, 30, tzinfo=UTC))
    bare = _extract(f"<html><head>{head.format('2025-01-29T23:30:00')}</head><body>{BODY}</body></html>", time_zone="Europe/Malta").article
    assert (bare.published_on, bare.published_at) == (date(2025, 1, 29), datetime(2025, 1, 29, 22, 30, tzinfo=UTC))
    given = _extract(SENTENCE, "text", published_at="2025-07-04 23:30", time_zone="Europe/Malta").article
    assert (given.published_on, given.published_at) == (date(2025, 7, 4), datetime(2025, 7, 4, 21, 30, tzinfo=UTC))
