"""Where a reported clause ends, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from tests.parses import parse
from transforms.quotes.sayings.clause_ends import cut_afterthought, go_on, is_finite

_SAID = "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 it/PRP/nsubj/4 had/VBD/aux/4 failed/VBN/ccomp/1 ~,/,/punct/1 "


@pytest.mark.parametrize(
    ("further", "last"),
    [
        ("so/CC/cc/1 they/PRP/nsubj/9 would/MD/aux/9 mend/VB/conj/1", "mend"),
        ("so/CC/cc/1 they/PRP/nsubj/9 had/VBD/aux/9 left/VBN/conj/1", "left"),
        ("and/CC/cc/1 it/PRP/nsubj/9 might/MD/aux/9 rain/VB/conj/1", "rain"),
        ("and/CC/cc/1 they/PRP/nsubj/8 left/VBD/conj/1", "failed"),  # the outlet tells it
        ("and/CC/cc/1 Lund/NNP/nsubj/9 had/VBD/aux/9 left/VBN/conj/1", "failed"),  # of somebody else
    ],
)
def test_a_clause_goes_on_in_the_tense_of_reports(further: str, last: str) -> None:
    doc = parse(_SAID + further)
    assert go_on(doc[1], doc[4], doc[4]).text == last


def test_a_clause_ends_before_what_the_outlet_adds() -> None:
    doc = parse(_SAID.replace("~,/,/punct/1", "~,/,/punct/4") + "though/IN/mark/8 it/PRP/nsubj/8 held/VBD/advcl/4")
    assert cut_afterthought(doc[4], doc[8]).text == "failed"


def test_a_clause_is_finite_with_subject_and_tense() -> None:
    doc = parse("Orlo/NNP/nsubj/1 saw/VBD/ROOT/1 him/PRP/nsubj/3 leave/VB/ccomp/1")
    assert (is_finite(doc[1]), is_finite(doc[3])) == (True, False)
