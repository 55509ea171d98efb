"""People of one surname, told apart by their titles."""

from __future__ import annotations

import pytest

from tests.parses import mention, plain
from transforms.quotes.speakers.courtesy_titles import read_titles, tell_apart, title_before
from transforms.quotes.speakers.discourse import Discourse

TEXT = "Senator Ada Orlo and the painter Peter Orlo met Dr. Kim Orlo."
ADA, PETER, KIM = (mention(TEXT, n, i) for i, n in enumerate(("Ada Orlo", "Peter Orlo", "Kim Orlo"), 1))
FAMILY = [ADA, PETER, KIM]


def test_titles_before_full_names() -> None:
    assert read_titles([plain(TEXT)], FAMILY) == {1: frozenset({"sen"}), 3: frozenset({"dr"})}
    assert title_before("said Mrs. Orlo", 10) == "mrs" and title_before("said Orlo", 5) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [("sen", "Ada Orlo"), ("dr", "Kim Orlo"), ("mr", "Peter Orlo"), ("ms", "Ada Orlo"), ("prof", None)],
)
def test_a_surname_with_a_title(title: str, expected: str | None) -> None:
    discourse = Discourse(genders={1: "f", 2: "m"}, titles=read_titles([plain(TEXT)], FAMILY))
    said = mention("Orlo", "Orlo", 2, name="Peter Orlo")
    found = tell_apart(said, title, FAMILY, discourse)
    assert (found and found.name) == expected


def test_one_bearer_needs_no_title() -> None:
    said = mention("Orlo", "Orlo", 1, name="Ada Orlo")
    assert tell_apart(said, "mr", [ADA], Discourse()) is said
    assert tell_apart(said, None, FAMILY, Discourse()) is said
