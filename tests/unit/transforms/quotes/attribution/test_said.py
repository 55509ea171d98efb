"""What speaks for and against marked words being what somebody said, on parses made by hand."""

from __future__ import annotations

import pytest

from tests.parses import read
from transforms.evidence_table import read_evidence
from transforms.quotes.attribution.choose import choose_sayings
from transforms.quotes.attribution.said import LEAST, TABLE, list_evidence, rate_said
from transforms.quotes.paragraphs import read_paragraph

CALLED = "She/PRP/nsubj/1 called/VBD/ROOT/1 the/DT/det/3 plan/NN/dobj/1 “/./punct/1 ~{}/JJ/oprd/1 ~”/./punct/1 ~./././1"
SAID = "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 it/PRP/nsubj/3 was/VBD/ccomp/1 “/./punct/3 ~a/DT/det/6 trap/NN/attr/3 ~”/./punct/1 ~./././1"
WORE = (
    "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 he/PRP/nsubj/3 wore/VBD/ccomp/1 a/DT/det/8 “/./punct/8 ~proper/JJ/amod/8 ~”/./punct/8 "
    "hat/NN/dobj/3 ~./././1"
)
TERM = (
    "She/PRP/nsubj/1 explained/VBD/ROOT/1 the/DT/det/3 term/NN/dobj/1 “/./punct/3 ~slip/NN/compound/6 forming/NN/appos/3 "
    "~”/./punct/1 ~./././1"
)
LIKE = (
    "He/PRP/nsubj/1 said/VBD/ROOT/1 something/NN/dobj/1 like/IN/prep/2 “/./punct/1 ~thank/VBP/pobj/3 you/PRP/dobj/5 ~”/./punct/1 ~./././1"
)
CLAIMS = (
    "Orlo/NNP/nsubj/1 said/VBD/ROOT/1 “/./punct/1 ~we/PRP/nsubj/4 will/MD/aux/4 go/VB/ccomp/1 home/RB/advmod/5 to/IN/prep/5 "
    "bed/NN/pobj/7 ~”/./punct/1 ~./././1"
)

THING = (
    "The/DT/det/1 fabric/NN/nsubj/2 suggests/VBZ/ROOT/2 a/DT/det/5 “/./punct/5 ~summer/NN/dobj/2 ~”/./punct/2 of/IN/prep/5 "
    "rain/NN/pobj/7 ~./././2"
)

# (what is so, the sentence, the rest of the article, evidence that holds, evidence that does not)
EVIDENCE = [
    ("words that a verb of calling leads to", CALLED.format("dull"), "", {"one word", "a verb of calling", "a pronoun speaks"}, set()),
    ("two words that a verb of saying governs", SAID, "", {"a few words", "a verb of saying", "somebody speaks"}, {"one word"}),
    ("an adjective of the outlet's phrase", WORE, "", {"before a noun, in its phrase", "one word"}, {"at the end of a phrase"}),
    ("a word that is talked of", TERM, "", {"behind a word for words"}, set()),
    ("an example of what people say", LIKE, "", {"behind what leads to an example", "with a verb"}, set()),
    ("a clause in the first person", CLAIMS, "", {"with a verb", "in the first person", "many words"}, {"a few words"}),
    ("a term that the article uses itself", CALLED.format("unfair"), "an unfair thing", {"elsewhere without marks"}, set()),
    ("words that only stand in marks", CALLED.format("unfair"), "an “unfair” thing", set(), {"elsewhere without marks"}),
    ("a name in capitals", CALLED.format("Unfair"), "", {"one word with a capital"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("what", "written", "article", "holds", "fails"), EVIDENCE)
def test_evidence(what: str, written: str, article: str, holds: set[str], fails: set[str]) -> None:
    paragraph = read_paragraph(read(written), None, [], "en")
    chosen = choose_sayings(paragraph.reading, paragraph.marked, paragraph.sayings)
    evidence = list(list_evidence(paragraph, 0, chosen[0], article))
    assert holds <= set(evidence), what
    assert not fails & set(evidence), what
    assert set(evidence) <= read_evidence(TABLE).keys()
    assert len(evidence) == len(set(evidence))


def test_a_headline_is_one() -> None:
    paragraph = read_paragraph(read(CALLED.format("unfair"), part="title"), None, [], "en")
    chosen = choose_sayings(paragraph.reading, paragraph.marked, paragraph.sayings)
    assert "in a title" in set(list_evidence(paragraph, 0, chosen[0], ""))


@pytest.mark.parametrize(("written", "is_said"), [(CALLED.format("unfair"), True), (SAID, True), (CLAIMS, True), (THING, False)])
def test_points_decide(written: str, is_said: bool) -> None:
    paragraph = read_paragraph(read(written), None, [], "en")
    chosen = choose_sayings(paragraph.reading, paragraph.marked, paragraph.sayings)
    assert (rate_said(paragraph, 0, chosen[0], "") >= LEAST) == is_said


def test_every_row_says_why() -> None:
    assert all(row.why and row.points == row.points for row in read_evidence(TABLE).values())
