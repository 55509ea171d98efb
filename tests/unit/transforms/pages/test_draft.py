"""A draft's dateline and sign-off become paragraphs of their own; each name is kept once."""

from __future__ import annotations

import pytest

from tests.pages import SENTENCES
from transforms.pages.draft import Draft, clean_given, keep_first, split_opening, split_signoff
from transforms.records import Role


def _draft(*blocks: tuple[Role, str]) -> Draft:
    draft = Draft()
    for role, text in blocks:
        draft.add(role, text, "main_text")
    return draft


def test_dateline_in_front_of_the_first_sentence_is_parted_from_it() -> None:
    draft = _draft(
        ("title", "Wall to rise"), ("body", f"PORT ORLO, Jan 29 (EFE).- {SENTENCES[0]}"), ("body", f"ORLO (AP) — {SENTENCES[1]}")
    )
    split_opening(draft)
    assert draft.blocks[1:3] == [("dateline", "PORT ORLO, Jan 29 (EFE).-", "dateline_prefix"), ("body", SENTENCES[0], "main_text")]
    assert (draft.place, draft.agency, draft.day, len(draft.blocks)) == (
        "PORT ORLO",
        "EFE",
        "Jan 29",
        4,
    )  # the second paragraph opens nothing


def test_a_text_without_a_dateline_stays_whole() -> None:
    draft = _draft(("body", SENTENCES[0]))
    split_opening(draft)
    assert draft.blocks == [("body", SENTENCES[0], "main_text")] and draft.place is None


@pytest.mark.parametrize(
    ("last", "kept", "agency"),
    [
        (f"{SENTENCES[1]} EFE", [SENTENCES[0], SENTENCES[1]], "EFE"),
        (f"{SENTENCES[1]} (Reuters)", [SENTENCES[0], SENTENCES[1]], "Reuters"),
        ("-- EFE, Orlo", [SENTENCES[0]], "EFE"),  # a line of its own
        (f"{SENTENCES[1]} Orlo", [SENTENCES[0], f"{SENTENCES[1]} Orlo"], None),
    ],
)
def test_agency_behind_the_last_sentence_signs_the_text(last: str, kept: list[str], agency: str | None) -> None:
    draft = _draft(("body", SENTENCES[0]), ("body", last), ("boilerplate", "Share"))
    split_signoff(draft)
    assert (draft.texts("body"), draft.agency) == (kept, agency)


def test_paragraphs_without_text_are_not_added_and_others_are_cleaned() -> None:
    assert _draft(("body", " \u200b "), ("body", " One\n two ")).blocks == [("body", "One two", "main_text")]


def test_given_title_tells_where_it_is_from() -> None:
    draft = Draft()
    draft.take_title(" ")
    assert (draft.title, draft.title_from) == (None, None)
    draft.take_title("Wall  to rise")
    assert (draft.title, draft.title_from) == ("Wall to rise", "given")


def test_names_and_given_lines() -> None:
    assert keep_first(["Anna Orlo", "ANNA-ORLO", "Piet Moor", "–"]) == ["Anna Orlo", "Piet Moor"]
    assert (clean_given(" a \n b"), clean_given(""), clean_given(None)) == ("a b", None, None)
