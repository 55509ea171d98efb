"""Clauses that a saying reports, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from tests.parses import read
from transforms.quotes.sayings import find_sayings
from transforms.quotes.sayings.reported import Reported, drop_nested, find_reported, find_setting
from transforms.quotes.spans.marks import find_marked
from transforms.quotes.spans.span import Span

THAT = "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 that/IN/mark/4 it/PRP/nsubj/4 rained/VBD/ccomp/1 ~././punct/1"
BARE = "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 it/PRP/nsubj/3 rained/VBD/ccomp/1 ~././punct/1"
WHETHER = "Orlo/NNP/nsubj/1 asked/VBD/ROOT/1 whether/IN/mark/4 it/PRP/nsubj/4 rained/VBD/ccomp/1"
TAG = "It/PRP/nsubj/1 rained/VBD/ccomp/4 ~,/,/punct/4 Orlo/NNP/nsubj/4 said/VBD/ROOT/4 ~././punct/4"
VOW = "Orlo/NNP/nsubj/1 vowed/VBD/ROOT/1 to/TO/aux/3 resign/VB/xcomp/1 soon/RB/advmod/3"
ORDER = "Orlo/NNP/nsubj/1 urged/VBD/ROOT/1 them/PRP/dobj/1 to/TO/aux/4 leave/VB/xcomp/1"
DENIED = "Orlo/NNP/nsubj/1 denied/VBD/ROOT/1 the/DT/det/3 charges/NNS/dobj/1"
CALLED_FOR = "Orlo/NNP/nsubj/1 called/VBD/ROOT/1 for/IN/prep/1 a/DT/det/4 vote/NN/pobj/2"
NEGATED = "Orlo/NNP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 say/VB/ROOT/3 it/PRP/nsubj/5 rained/VBD/ccomp/3"
WITHHELD = "Orlo/NNP/nsubj/1 declined/VBD/ROOT/1 to/TO/aux/3 comment/VB/xcomp/1 again/RB/advmod/3"
CALLED = "Orlo/NNP/nsubj/1 called/VBD/ROOT/1 the/DT/det/3 plan/NN/nsubj/5 a/DT/det/5 disaster/NN/ccomp/1"
ACCORDING = "It/PRP/nsubj/1 rained/VBD/ROOT/1 hard/RB/advmod/1 ~,/,/punct/1 according/VBG/prep/1 to/IN/prep/4 Orlo/NNP/pobj/5"
DEMANDED = "Orlo/NNP/nsubj/1 demanded/VBD/ROOT/1 that/IN/mark/5 it/PRP/nsubjpass/5 be/VB/auxpass/5 closed/VBN/ccomp/1"
REPEATED = "Orlo/NNP/nsubj/1 repeated/VBD/ROOT/1 her/PRP$/poss/3 call/NN/dobj/1 to/TO/aux/5 close/VB/acl/3 it/PRP/dobj/5"
_FAILED = "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 it/PRP/nsubj/4 had/VBD/aux/4 failed/VBN/ccomp/1 ~,/,/punct/4 so/CC/cc/4 "
GOES_ON = _FAILED + "they/PRP/nsubj/9 would/MD/aux/9 mend/VB/conj/4 it/PRP/dobj/9"
HUNG_ELSEWHERE = _FAILED.replace("so/CC/cc/4", "so/CC/cc/1") + "they/PRP/nsubj/9 would/MD/aux/9 mend/VB/conj/1 it/PRP/dobj/9"
TOLD_BY_OUTLET = _FAILED + "they/PRP/nsubj/8 left/VBD/conj/4"
_TAIL = "it/PRP/nsubj/5 rained/VBD/ccomp/8 ~,/,/punct/8 she/PRP/nsubj/8 said/VBD/ROOT/8 ~././punct/8"
TOLD_BEFORE = "Orlo/NNP/nsubj/1 was/VBD/ccomp/8 blunt/JJ/acomp/1 ~:/:/punct/1 " + _TAIL
OF_NOBODY = "This/DT/nsubj/1 was/VBD/ccomp/8 why/WRB/advmod/1 ~:/:/punct/1 " + _TAIL

# (sentence, [(construction, the reported words)])
REPORTED = [
    (THAT, [("that", "that it rained")]),
    (BARE, [("bare", "it rained")]),
    (WHETHER, [("wh", "whether it rained")]),
    (TAG, [("around tag", "It rained")]),
    (VOW, [("infinitive", "to resign soon")]),
    (ORDER, [("begging", "to leave")]),
    (DENIED, [("object", "the charges")]),
    (CALLED_FOR, [("object", "a vote")]),
    (NEGATED, []),  # what was not said
    (WITHHELD, []),  # "declined to comment" says nothing
    (CALLED, [("call", "the plan a disaster")]),
    (DEMANDED, [("that", "that it be closed")]),
    (REPEATED, [("infinitive", "to close it")]),
    (GOES_ON, [("bare", "it had failed, so they would mend it")]),
    (HUNG_ELSEWHERE, [("bare", "it had failed, so they would mend it")]),
    (TOLD_BY_OUTLET, [("bare", "it had failed")]),
    (TOLD_BEFORE, [("around tag", "it rained")]),
    (OF_NOBODY, [("around tag", "This was why: it rained")]),
    (ACCORDING, [("around tag", "It rained hard")]),
]


@pytest.mark.parametrize(("written", "expected"), REPORTED)
def test_what_is_reported(written: str, expected: list[tuple[str, str]]) -> None:
    reading = read(written)
    found = find_reported(reading, find_sayings(reading, ()))
    assert [(r.construction, r.span.of(reading.passage.text)) for r in found] == expected


def test_what_is_said_within_what_is_said_belongs_to_the_outer_sayer() -> None:
    reading = read(THAT)
    saying = find_sayings(reading, ())[0]
    outer, inner = Reported(Span(0, 20), saying, "that"), Reported(Span(5, 20), saying, "bare")
    assert drop_nested([inner, outer]) == [outer]


def test_the_outlets_words_around_marked_ones() -> None:
    written = "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 the/DT/det/3 deal/NN/nsubj/4 is/VBZ/ccomp/1 “/``/punct/4 ~fair/JJ/acomp/4 ~”/''/punct/4"
    reading = read(written)
    text = reading.passage.text
    marked = find_marked(text)
    setting = find_setting(text, marked[0], find_sayings(reading, marked)[0])
    assert setting is not None and setting.of(text) == "the deal is “fair”"
