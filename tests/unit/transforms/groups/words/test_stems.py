"""Words as terms: forms of one word are equal, and what denies is kept."""

from __future__ import annotations

import pytest

from transforms.groups.words.stems import (
    content_stems,
    irregular_forms,
    is_negation,
    split_words,
    stem,
    stopwords,
)


@pytest.mark.parametrize(
    "forms",
    [
        "agree agrees agreed agreeing agreement agreements",
        "continue continues continued continuing",
        "policy policies",
        "stop stops stopped stopping",
        "emphasise emphasize emphasised emphasizing",
        "speak spoke spoken speaking speaks",
        "seek sought seeking",
        "make made making makes",
        "die died dying dies",
        "negotiate negotiation negotiations negotiating",
        "defence defense",
        "captain captain's captains",
        "family families",
        "supply supplies supplied supplying",
        "business businesses",
        "nation nations",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "words", ["new news", "state station", "war warn", "port porter", "arm army", "press president", "general generate"]
)
def test_other_words_have_other_stems(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


def test_accents_and_apostrophes_are_folded() -> None:
    assert split_words("L’été, Señor O'Dell’s “plan”") == ["l'ete", "senor", "o'dell's", "plan"]


@pytest.mark.parametrize(("word", "denies"), [("not", True), ("won't", True), ("without", True), ("note", False), ("want", False)])
def test_negations(word: str, denies: bool) -> None:
    assert is_negation(word) is denies


def test_content_leaves_out_function_words_and_negations() -> None:
    assert content_stems("They said that we’re not leaving the islands") == ["leav", "island"]


def test_word_lists_do_not_contradict_each_other() -> None:
    assert not [w for w in stopwords() if is_negation(w) and w != "n't"]
    assert all(irregular_forms().get(base, base) == base for base in irregular_forms().values())
