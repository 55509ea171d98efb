"""What a draft comes to: gaps filled from its source, day and flags settled, paragraphs placed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.pages import SENTENCES
from transforms.metadata.stated import Published
from transforms.pages.article import make_extraction
from transforms.pages.draft import Draft
from transforms.records import Document, Extraction, MediaKind, SourceFacts


def _finish(draft: Draft, kind: MediaKind = "html", facts: SourceFacts | None = None) -> Extraction:
    return make_extraction(draft, Document("page.html", "/page.html", b"x", kind, facts or SourceFacts()), "hash")


def _draft(*texts: str) -> Draft:
    draft = Draft()
    draft.title = "Wall to rise"
    for text in texts or SENTENCES:
        draft.add("body", text, "main_text")
    return draft


def test_paragraphs_are_placed_in_the_body_and_others_nowhere() -> None:
    draft = _draft(*SENTENCES[:2])
    draft.blocks.insert(1, ("caption", "The wall", "in_figure"))
    found = _finish(draft)
    assert found.article.body == f"{SENTENCES[0]}\n\n{SENTENCES[1]}"
    assert [(b.start_char, b.end_char) for b in found.blocks] == [
        (0, len(SENTENCES[0])),
        (None, None),
        (len(SENTENCES[0]) + 2, len(SENTENCES[0]) + 2 + len(SENTENCES[1])),
    ]


@pytest.mark.parametrize(
    ("kind", "stated", "given", "on", "evidence"),
    [
        ("html", date(2025, 3, 3), "2025-03-09", date(2025, 3, 3), "meta"),  # the page goes before its source
        ("text", date(2025, 3, 3), "2025-03-09", date(2025, 3, 9), "given"),  # and a source before a scraped text
        ("html", None, "2025-03-09", date(2025, 3, 9), "given"),
        ("html", None, "soon", None, None),
    ],
)
def test_day_of_page_and_source(kind: MediaKind, stated: date | None, given: str, on: date | None, evidence: str | None) -> None:
    draft = _draft()
    draft.published = Published(None, stated, "meta" if stated else None)
    article = _finish(draft, kind, SourceFacts(published_at=given)).article
    assert (article.published_on, article.published_from, "no_date" in article.flags) == (on, evidence, on is None)


def test_day_of_a_dateline_takes_its_year_from_the_text() -> None:
    draft = _draft(SENTENCES[0], "The hall was painted on 30 December 2024.")
    draft.day = "Jan 6"  # a Monday, as the text has it
    article = _finish(draft).article
    assert (article.published_on, article.published_from) == (date(2025, 1, 6), "dateline")


def test_moments_are_kept_in_utc_and_days_in_the_outlet_s_zone() -> None:
    draft = _draft()
    draft.published = Published(datetime(2025, 1, 29, 23, 30, tzinfo=UTC), date(2025, 1, 29), "json-ld")
    article = _finish(draft, facts=SourceFacts(time_zone="Europe/Malta")).article
    assert (article.published_at, article.published_on) == (datetime(2025, 1, 29, 23, 30, tzinfo=UTC), date(2025, 1, 30))


@pytest.mark.parametrize(
    ("texts", "flag"),
    [
        (SENTENCES[:1], "short"),
        (["A matter involving significant s, the mayor said.", *SENTENCES], "damaged_text"),
        (["“It fell, she said.", *SENTENCES], "unbalanced_quotes"),
    ],
)
def test_flags_of_the_text(texts: list[str], flag: str) -> None:
    assert flag in _finish(_draft(*texts)).article.flags
    assert flag not in _finish(_draft()).article.flags


def test_authors_agency_and_outlet_that_the_page_does_not_name() -> None:
    article = _finish(_draft(), facts=SourceFacts(authors=("By Anna Orlo", "Reuters"), site_name="Orlo Post")).article
    assert (article.authors, article.agency, article.outlet) == (("Anna Orlo", "Reuters"), "Reuters", "Orlo Post")


def test_a_draft_without_title_and_day_says_so() -> None:
    draft = _draft()
    draft.title = None
    assert {"missing_title", "no_date"} <= set(_finish(draft).article.flags)
