"""What a wording added, dropped and changed is marked, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.groups.changes import compare_wordings, mark_changes, mark_wordings
from transforms.records import UtteranceGroup

FULL = "It is necessary to build and maintain a permanent harbour watch which is what we will continue to do"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (FULL, FULL),
        # typography and case are no change
        ("it is necessary to build, and maintain, a permanent harbour watch – which is what we will continue to do.", None),
        (
            "permanent harbour watch",
            "[-It is necessary to build and maintain a-] permanent harbour watch [-which is what we will continue to do-]",
        ),
        (FULL.replace("build", "establish"), FULL.replace("build", "[-build-]{+establish+}")),
        (FULL.replace("maintain", "maintaining"), FULL.replace("maintain", "[-maintain-]{+maintaining+}")),
        # neighbours that are other forms of their words stand apart
        (
            FULL.replace("build and maintain", "building or maintaining"),
            FULL.replace("build and maintain", "[-build-]{+building+} [-and-]{+or+} [-maintain-]{+maintaining+}"),
        ),
        (FULL.replace("permanent", "truly permanent"), FULL.replace("permanent", "{+truly+} permanent")),
        (FULL.replace(" and maintain", ""), FULL.replace("and maintain", "[-and maintain-]")),
        ("", f"[-{FULL}-]"),
    ],
)
def test_changes_are_marked(text: str, marked: str | None) -> None:
    assert mark_changes(compare_wordings([text], FULL)[0]) == (text if marked is None else marked)


def test_the_fullest_is_the_longest_unless_it_is_given() -> None:
    assert mark_changes(compare_wordings(["long way", "a long way to go"])[0]) == "[-a-] long way [-to go-]"
    assert mark_changes(compare_wordings(["a long way to go"], fullest="long way")[0]) == "{+a+} long way {+to go+}"


def test_each_wording_of_an_utterance_is_marked_beside_its_fullest() -> None:
    texts = {"a": "a long way to go", "b": "a long way", "c": "A long way to go.", "d": "a long way", "e": "alone"}
    groups = [UtteranceGroup(("a", "b", "c", "d"), "a long way to go", None, "a"), UtteranceGroup(("e",), "alone", None, "e")]
    assert mark_wordings(groups, texts) == {"b": "a long way [-to go-]", "c": "A long way to go.", "d": "a long way [-to go-]"}


def test_no_texts_give_no_pieces() -> None:
    assert compare_wordings([]) == []


@given(st.text("ab cd.’–", max_size=30), st.text("ab cd.’–", max_size=30))
def test_the_pieces_spell_the_wording_and_the_fullest(text: str, fullest: str) -> None:
    pieces = compare_wordings([text], fullest)[0]
    assert " ".join(p.text for p in pieces if p.text).split() == text.split()
    assert " ".join(p.instead for p in pieces if p.instead).split() == fullest.split()
