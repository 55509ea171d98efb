"""Who speaks before an aside, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from tests.parses import parse
from transforms.quotes.sayings.asides import name_before_aside, name_between_commas

_LEAKS = "It/PRP/nsubj/1 leaks/VBZ/ccomp/9 ~,/,/punct/1 Ada/NNP/compound/4 Orlo/NNP/appos/1 ~,/,/punct/4 "
# (sentence, the verb's place, the name)
BETWEEN = [
    (_LEAKS + "the/DT/det/7 mayor/NN/appos/4 ~,/,/punct/4 told/VBD/ROOT/9 Velm/NNP/dobj/9", 9, "Orlo"),
    (_LEAKS + "who/WP/nsubj/7 steers/VBZ/relcl/4 ~,/,/punct/4 said/VBD/ROOT/9", 9, "Orlo"),
    (_LEAKS + "the/DT/det/7 mayor/NN/appos/4 ~,/,/punct/4 drowned/VBD/ROOT/9", 9, None),  # no verb of saying
    (_LEAKS + "she/PRP/nsubj/7 knew/VBD/conj/1 ~,/,/punct/4 told/VBD/ROOT/9 Velm/NNP/dobj/9", 9, None),  # another clause between
]
# The winger Orlo, booed by fans, said
_WINGER = "The/DT/det/2 winger/NN/compound/2 Orlo/NNP/nsubj/8 ~,/,/punct/2 "
BOOED = _WINGER + "booed/VBN/acl/2 by/IN/agent/4 fans/NNS/pobj/5 ~,/,/punct/2 said/VBD/ROOT/8"


@pytest.mark.parametrize(("written", "verb", "expected"), BETWEEN)
def test_a_full_name_between_commas(written: str, verb: int, expected: str | None) -> None:
    found = name_between_commas(parse(written)[verb])
    assert (None if found is None else found.text) == expected


def test_a_name_that_opens_the_sentence() -> None:
    found = name_before_aside(parse(BOOED)[8])
    assert found is not None and found.text == "Orlo"
