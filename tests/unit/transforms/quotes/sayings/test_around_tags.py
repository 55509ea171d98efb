"""What stands around a tag, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from tests.parses import read
from transforms.quotes.sayings import find_sayings
from transforms.quotes.sayings.around_tags import find_around_tag

_TAG = "~,/,/punct/{0} she/PRP/nsubj/{1} said/VBD/parataxis/{0} ~,/,/punct/{0} "
BEHIND = "It/PRP/nsubj/1 rained/VBD/ccomp/4 ~,/,/punct/4 Orlo/NNP/nsubj/4 said/VBD/ROOT/4 ~././punct/4"
PARTED = "The/DT/det/1 bridge/NN/nsubj/6 " + _TAG.format(6, 4) + "is/VBZ/ROOT/6 safe/JJ/acomp/6 ~././punct/6"
WHEN = "In/IN/prep/8 May/NNP/pobj/0 " + _TAG.format(8, 4) + "the/DT/det/7 talks/NNS/nsubj/8 failed/VBD/ROOT/8 ~././punct/8"
IF = "If/IN/mark/2 it/PRP/nsubj/2 rains/VBZ/advcl/8 " + _TAG.format(8, 5) + "they/PRP/nsubj/8 leave/VBP/ROOT/8 ~././punct/8"
AS = "As/IN/mark/2 it/PRP/nsubj/2 rained/VBD/advcl/8 " + _TAG.format(8, 5) + "they/PRP/nsubj/8 left/VBD/ROOT/8 ~././punct/8"
LISTING = "It/PRP/nsubj/1 failed/VBD/ROOT/1 " + _TAG.format(1, 4) + "listing/VBG/advcl/1 the/DT/det/8 faults/NNS/dobj/6 ~././punct/1"
BUT = "It/PRP/nsubj/1 failed/VBD/ROOT/1 " + _TAG.format(1, 4) + "but/CC/cc/1 they/PRP/nsubj/8 stayed/VBD/conj/1 ~././punct/1"
AND = "It/PRP/nsubj/1 failed/VBD/ROOT/1 ~,/,/punct/1 and/CC/cc/1 " + _TAG.format(1, 6) + "they/PRP/nsubj/9 stayed/VBD/conj/1 ~././punct/1"

WHICH = "They/PRP/nsubj/1 built/VBD/ROOT/1 it/PRP/dobj/1 ~,/,/punct/1 which/WDT/nsubj/9 " + _TAG.format(1, 7)
WHICH += "works/VBZ/relcl/2 badly/RB/advmod/9 ~././punct/1"
SEMICOLON = "They/PRP/nsubj/1 left/VBD/ccomp/7 ~;/:/punct/7 it/PRP/nsubj/4 failed/VBD/ccomp/7 ~,/,/punct/7 she/PRP/nsubj/7 said/VBD/ROOT/7"

# (sentence, what stands around its tag)
AROUND = [
    (BEHIND, ["It rained"]),
    (PARTED, ["The bridge, she said, is safe"]),  # neither side says anything alone
    (IF, ["If it rains, she said, they leave"]),  # nor does a condition
    (WHEN, ["the talks failed"]),
    (WHICH, ["works badly"]),
    (AS, ["they left"]),
    (LISTING, ["It failed"]),
    (AND, ["they stayed"]),
    (BUT, ["It failed, she said, but they stayed"]),
    (SEMICOLON, ["it failed"]),  # what the outlet tells in front
]


@pytest.mark.parametrize(("written", "expected"), AROUND)
def test_what_stands_around_a_tag(written: str, expected: list[str]) -> None:
    reading = read(written)
    (saying,) = find_sayings(reading, ())
    pieces = find_around_tag(reading.passage.text, reading.sentences[0], saying)
    assert [p.of(reading.passage.text) for p in pieces] == expected


def test_a_cue_without_commas_is_no_tag() -> None:
    reading = read("Orlo/NNP/nsubj/1 said/VBD/ROOT/1 it/PRP/nsubj/3 rained/VBD/ccomp/1 ~././punct/1")
    assert find_around_tag(reading.passage.text, reading.sentences[0], find_sayings(reading, ())[0]) == []
