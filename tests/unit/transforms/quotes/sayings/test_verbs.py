"""Sayings in a sentence parsed by hand."""

from __future__ import annotations

import pytest

from tests.parses import read
from transforms.quotes.sayings.verbs import sayings_in

SAID = "Ada/NNP/compound/1 Orlo/NNP/nsubj/2 said/VBD/ROOT/2 on/IN/prep/2 Monday/NNP/pobj/3 ~././punct/2"
TOLD = "Orlo/NNP/nsubj/1 told/VBD/ROOT/1 reporters/NNS/dobj/1 so/RB/advmod/1"
CALLED_ON = "Orlo/NNP/nsubj/1 called/VBD/ROOT/1 on/IN/prep/1 Moss/NNP/pobj/2 to/TO/aux/5 resign/VB/xcomp/1"
ACCORDING = "It/PRP/nsubj/1 rained/VBD/ROOT/1 ~,/,/punct/1 according/VBG/prep/1 to/IN/prep/3 Orlo/NNP/pobj/4"
DECLINED = "Orlo/NNP/nsubj/1 declined/VBD/ROOT/1 to/TO/aux/3 comment/VB/xcomp/1"
PASSIVE = "It/PRP/nsubjpass/2 was/VBD/auxpass/2 called/VBN/ROOT/2 fair/JJ/oprd/2 by/IN/agent/2 Orlo/NNP/pobj/4"
NOUN = "The/DT/det/1 warning/NN/nsubj/4 by/IN/prep/1 Orlo/NNP/pobj/2 came/VBD/ROOT/4 late/RB/advmod/4"
WHO = "Moss/NNP/nsubj/5 ~,/,/punct/0 who/WP/nsubj/3 said/VBD/relcl/0 so/RB/advmod/3 left/VBD/ROOT/5"

# (sentence, [(cue, how the speaker was found, speaker as printed, addressee)])
SAYINGS = [
    (SAID, [("said", "subject", "Ada Orlo", None)]),
    (TOLD, [("told", "subject", "Orlo", "reporters")]),
    (CALLED_ON, [("called", "subject", "Orlo", "Moss")]),
    (ACCORDING, [("according to", "according to", "Orlo", None)]),
    (DECLINED, [("declined", "subject", "Orlo", None)]),  # the comment was withheld
    (PASSIVE, [("called", "agent", "Orlo", None)]),
    (NOUN, [("warning", "by", "Orlo", None)]),
    (WHO, [("said", "relative", "who", None)]),
]


@pytest.mark.parametrize(("written", "expected"), SAYINGS)
def test_the_cue_its_speaker_and_its_addressee(written: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    reading = read(written)
    text = reading.passage.text
    found = [
        (s.at.of(text), s.how, s.speaker and s.speaker.of(text), s.addressee and s.addressee.of(text))
        for s in sayings_in(reading.sentences[0], 0, bytearray(len(text) + 1))
    ]
    assert found == expected


def test_the_head_of_a_relative_clause_is_the_name() -> None:
    reading = read(WHO)
    saying = sayings_in(reading.sentences[0], 0, bytearray(99))[0]
    assert saying.head is not None and saying.head.of(reading.passage.text) == "Moss"


UNREAL_OR_SILENT = [
    ("The/DT/det/1 fumes/NNS/nsubj/2 suggested/VBD/ROOT/2 that/IN/dobj/2", (False, True)),  # a thing shows
    ("The/DT/det/1 mayor/NN/nsubj/2 suggested/VBD/ROOT/2 that/IN/dobj/2", (False, False)),
    ("Riders/NNS/nsubjpass/2 are/VBP/auxpass/2 advised/VBN/ROOT/2 to/TO/aux/4 wait/VB/xcomp/2", (True, False)),  # the page's own advice
    ("Riders/NNS/nsubjpass/2 were/VBD/auxpass/2 advised/VBN/ROOT/2 to/TO/aux/4 wait/VB/xcomp/2", (False, False)),
    ("It/PRP/nsubj/1 fell/VBD/ROOT/1 according/VBG/prep/1 to/IN/prep/2 the/DT/det/5 plan/NN/pobj/3", (False, True)),
    ("It/PRP/nsubj/1 fell/VBD/ROOT/1 according/VBG/prep/1 to/IN/prep/2 the/DT/det/5 figures/NNS/pobj/3", (False, False)),
]


@pytest.mark.parametrize(("written", "expected"), UNREAL_OR_SILENT)
def test_what_nobody_says(written: str, expected: tuple[bool, bool]) -> None:
    found = sayings_in(read(written).sentences[0], 0, bytearray(99))
    assert [(s.is_unreal, s.is_silent) for s in found] == [expected]


def test_cues_between_marks_are_other_peoples() -> None:
    reading = read(SAID)
    assert sayings_in(reading.sentences[0], 0, bytearray(b"\x01" * 99)) == []


def test_a_sentence_without_a_parse_says_nothing() -> None:
    assert sayings_in(read("=Orlo said so.").sentences[0], 0, bytearray(99)) == []
