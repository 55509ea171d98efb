"""Reported speech that is no clause, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from tests.parses import read
from transforms.quotes.sayings import find_sayings
from transforms.quotes.sayings.objects import find_judgement, find_object, find_wish

_ORLO = "Orlo/NNP/nsubj/1 "
_PLANS = "the/DT/det/3 plans/NNS/dobj/1"

# (sentence, the thing said)
OBJECTS = [
    (_ORLO + "denied/VBD/ROOT/1 " + _PLANS, "the plans"),
    (_ORLO + "denied/VBD/ROOT/1 the/DT/det/3 motion/NN/dobj/1", None),  # a court rules
    (_ORLO + "defended/VBD/ROOT/1 " + _PLANS, None),  # a deed
    (_ORLO + "mentioned/VBD/ROOT/1 the/DT/det/3 thing/NN/dobj/1", None),  # tells nothing
    (_ORLO + "revealed/VBD/ROOT/1 " + _PLANS, "the plans"),
    (_ORLO + "spoke/VBD/ROOT/1 revealing/VBG/advcl/1 her/PRP$/poss/4 doubts/NNS/dobj/2", None),  # how the outlet takes it
]


@pytest.mark.parametrize(("written", "expected"), OBJECTS)
def test_a_thing_that_is_said(written: str, expected: str | None) -> None:
    reading = read(written)
    saying = find_sayings(reading, ())[-1]
    doc = reading.sentences[0].doc
    assert doc is not None and saying.token is not None
    piece = find_object(doc[saying.token], saying)
    assert (piece and doc[piece[1].i : piece[2].i + 1].text) == expected


def test_what_a_noun_of_speech_asks_and_what_is_called_so() -> None:
    repeated = read(_ORLO + "repeated/VBD/ROOT/1 her/PRP$/poss/3 call/NN/dobj/1 to/TO/aux/5 close/VB/acl/3 it/PRP/dobj/5").sentences[0].doc
    called = read(_ORLO + "called/VBD/ROOT/1 the/DT/det/3 plan/NN/nsubj/5 a/DT/det/5 disaster/NN/ccomp/1").sentences[0].doc
    assert repeated is not None and called is not None
    wish, (judgement,) = find_wish(repeated[1]), find_judgement(called[1])
    assert wish is not None and repeated[wish[1].i : wish[2].i + 1].text == "to close it"
    assert called[judgement[1].i : judgement[2].i + 1].text == "the plan a disaster"
