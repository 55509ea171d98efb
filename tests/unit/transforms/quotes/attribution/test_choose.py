"""Which saying marked words get, on paragraphs parsed by hand."""

from __future__ import annotations

from tests.parses import read
from transforms.quotes.attribution.choose import choose_sayings
from transforms.quotes.sayings import find_sayings
from transforms.quotes.spans.marks import find_marked

BEFORE = (
    "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 ~:/:/punct/1 “/``/punct/1 ~We/PRP/nsubj/5 go/VBP/ccomp/1 home/RB/advmod/5 ~././punct/1 ~”/''/punct/1"
)
NEXT = "“/``/punct/2 ~It/PRP/nsubj/2 rains/VBZ/ROOT/2 here/RB/advmod/2 ~././punct/2 ~”/''/punct/2"
WEAK = (
    "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 allies/NNS/nsubj/3 feared/VBD/ccomp/1 "
    "a/DT/det/6 “/``/punct/6 ~loss/NN/dobj/3 ~”/''/punct/6 ~././punct/1"
)


def chosen(*sentences: str) -> list[tuple[str, str | None]]:
    reading = read(*sentences)
    text = reading.passage.text
    marked = find_marked(text)
    found = choose_sayings(reading, marked, find_sayings(reading, marked))
    return [(a.method, a.saying and a.saying.speaker and a.saying.speaker.of(text)) for a in found]


def test_the_cue_before_and_again_in_the_next_sentence() -> None:
    assert chosen(BEFORE, NEXT) == [("cue before", "Orlo"), ("cue before, other sentence", "Orlo")]


def test_a_weak_cue_yields_to_the_verb_above_it() -> None:
    assert chosen(WEAK) == [("cue before", "Orlo")]


def test_words_without_a_saying_are_nobodys() -> None:
    assert chosen(NEXT) == [("none", None)]


def test_the_choice_keeps_its_reasons() -> None:
    reading = read(BEFORE)
    marked = find_marked(reading.passage.text)
    (a,) = choose_sayings(reading, marked, find_sayings(reading, marked))
    assert [r.name for r in a.reasons] == ["leads to the words"] and a.cost == sum(r.cost for r in a.reasons)
