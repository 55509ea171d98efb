"""Who does a verb, on parses built by hand: no model."""

from __future__ import annotations

import random

import pytest
import spacy
from spacy.tokens import Doc

from transforms.quotes.sayings.subjects import find_owner, find_subject

_VOCAB = spacy.blank("en").vocab
_DEPS = ("ROOT", "acl", "relcl", "advcl", "conj", "xcomp", "ccomp", "prep", "pobj", "nsubj", "nsubjpass", "dobj", "agent", "dep", "appos")
_TAGS = ("VBG", "VBD", "VBN", "VBZ", "NN", "NNP", "NNS", "PRP", "IN", "WP", ",")
_WORDS = ("Moss", "said", "saying", "to", "who", "it", "statement", "quoted", "as", ",", "party", "adding", "told", "was")


def _doc(*tokens: tuple[str, int, str, str]) -> Doc:
    """Tokens as (word, place of the head, dependency, tag)."""
    return Doc(
        _VOCAB,
        words=[t[0] for t in tokens],
        heads=[t[1] for t in tokens],
        deps=[t[2] for t in tokens],
        tags=[t[3] for t in tokens],
    )


def test_walk_to_a_verb_ends_at_a_root_that_is_none() -> None:
    """ "A letter to supporters saying …" without any verb above: the walk once went round the root for ever."""
    doc = _doc(("Letter", 0, "ROOT", "NN"), ("to", 0, "prep", "IN"), ("members", 1, "pobj", "NNS"), ("saying", 2, "acl", "VBG"))
    assert find_subject(doc[3], bytearray(len(doc.text)), 0) == (None, "none", None)


@pytest.mark.parametrize("seed", range(300))
def test_walks_end_on_any_tree(seed: int) -> None:
    """Random trees, roots of every kind among them: each walk ends, which it shows by coming back."""
    chance = random.Random(seed)
    n = chance.randint(1, 14)
    root = chance.randrange(n)
    order = [root, *chance.sample([i for i in range(n) if i != root], n - 1)]
    heads = {i: (i if i == root else chance.choice(order[: order.index(i)])) for i in range(n)}
    doc = _doc(*((chance.choice(_WORDS), heads[i], chance.choice(_DEPS), chance.choice(_TAGS)) for i in range(n)))
    for token in doc:
        find_subject(token, bytearray(len(doc.text)), 0)
        find_owner(token, bytearray(len(doc.text)), 0)
