"""Names: spaCy's own, whatever stands beside them."""

from __future__ import annotations

import random

from transforms.nlp.names import NameRecogniser
from transforms.nlp.pipeline import load_spacy

TEXTS = (
    "Mara Lindqvist, the Estonian transport minister, met Juhan Rebane of the Baltic Ferry Company in Tallinn on Monday.",
    "The United Nations Office for the Coordination of Humanitarian Affairs said so.",
    "Lindqvist",
    "   ",
    "He paid $3.5 million for 40 percent of Norrland Bank  AB in March 2026, The New York Times reported.",
    "It rained all day.",
    "In\nTallinn \n Oslo",
)


def test_the_entities_are_those_of_the_state_machine() -> None:
    nlp = load_spacy()
    ours, theirs = ([nlp.make_doc(text) for text in TEXTS] for _ in range(2))
    NameRecogniser(nlp).mark(ours)
    for doc in nlp.get_pipe("ner").pipe(theirs):  # type: ignore[attr-defined]
        del doc
    assert [[(e.text, e.label_) for e in doc.ents] for doc in ours] == [[(e.text, e.label_) for e in doc.ents] for doc in theirs]
    assert sum(len(doc.ents) for doc in ours) > 10


def test_a_text_of_no_tokens_has_none() -> None:
    nlp = load_spacy()
    docs = [nlp.make_doc(""), nlp.make_doc("Oslo agreed.")]
    NameRecogniser(nlp).mark(docs)
    assert [[e.text for e in doc.ents] for doc in docs] == [[], ["Oslo"]]
    NameRecogniser(nlp).mark([nlp.make_doc("")])


def test_the_numbers_of_a_text_have_the_same_bits_in_every_batch() -> None:
    nlp = load_spacy()
    recogniser = NameRecogniser(nlp)
    chance = random.Random(5)
    known: dict[str, bytes] = {}
    for _ in range(20):
        texts = chance.choices(TEXTS, k=chance.choice((1, 2, 5, 40)))
        docs = [nlp.make_doc(text) for text in texts]
        vectors, scores = recogniser.score(docs)
        end = 0
        for text, doc in zip(texts, docs, strict=True):
            start, end = end, end + len(doc)
            bits = vectors[start:end].tobytes() + scores[start:end].tobytes()
            assert known.setdefault(text, bits) == bits
