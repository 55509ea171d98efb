"""States by their letters."""

from __future__ import annotations

import pytest

from transforms.names.keys import NameKey, name_key
from transforms.names.states import is_state, state_country, state_name


def test_letters_and_names_share_a_key() -> None:
    assert name_key("PA", "place") == name_key("Pennsylvania", "place") == (NameKey("exonym", "pennsylvania"),)
    assert state_name("PA") == "Pennsylvania" and is_state("pennsylvania")
    assert state_name("Pa.") == "Pennsylvania" if state_name("Pa.") else True


@pytest.mark.parametrize(
    ("letters", "state"), [("N.J.", "New Jersey"), ("S.C.", "South Carolina"), ("L.A.", None), ("M.A.", None), ("M.S.", None)]
)
def test_letters_with_a_full_stop_each_are_of_states_of_two_words(letters: str, state: str | None) -> None:
    assert state_name(letters) == state


@pytest.mark.parametrize(("state", "country"), [("Ohio", "US"), ("Quebec", "CA"), ("New South Wales", "AU"), ("Orlo", None)])
def test_a_state_is_of_a_country(state: str, country: str | None) -> None:
    assert state_country(state) == country


def test_words_are_no_letters() -> None:
    assert state_name("in") is None and not is_state("orlo")
