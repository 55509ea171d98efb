"""Single words, as the lists know them."""

from __future__ import annotations

import pytest

from transforms.names.lexicon import forename_gender, is_common_word, is_forename, is_initialism, is_surname


@pytest.mark.parametrize("word", ["Maybe", "getting", "Goalie"])
def test_common(word: str) -> None:
    assert is_common_word(word)


@pytest.mark.parametrize("word", ["Will", "Mark", "Bill", "Grace", "Larry", "Karla"])
def test_forenames_that_are_words_are_forenames(word: str) -> None:
    assert is_forename(word)


@pytest.mark.parametrize("word", ["Maybe", "Paris", "Orlo", "So"])
def test_no_forenames(word: str) -> None:
    assert not is_forename(word)


def test_others() -> None:
    assert is_surname("Sullivan") and not is_surname("Stone")
    assert [is_initialism(w) for w in ("GPU", "DVDs", "NATO", "Gpu")] == [True, True, False, False]
    assert [forename_gender(w) for w in ("Ada", "Peter", "Orlo")] == ["f", "m", None]
