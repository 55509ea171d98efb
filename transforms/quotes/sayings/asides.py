"""Who speaks before an aside between commas: "Ada Orlo, booed by fans, said", where the parse finds no subject."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.quotes.cues import plain_forms
from transforms.quotes.sayings.clause_ends import FINITE

_SHORTEST_ASIDE = 5  # tokens of a name, an aside and its commas
NAME_TAGS = frozenset({"NNP", "NNPS"})
PHRASE_TAGS = frozenset({"DT", "PRP$", "JJ", "NN", "CD", "NNS"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})  # the tagger takes many a participle for the past


def name_before_aside(verb: Token) -> Token | None:
    """The name that opens a sentence before an aside that ends right before the verb: "The winger Ada Orlo, booed by fans of …, said"."""
    doc = verb.doc
    if not _is_behind_aside(verb):
        return None
    comma = next((t.i for t in doc[: verb.i - 1] if t.text == ","), None)
    if comma is None or comma == 0 or doc[comma - 1].tag_ not in NAME_TAGS or doc[comma + 1].tag_ not in _PARTICIPLES:
        return None
    is_phrase = all(t.tag_ in NAME_TAGS | PHRASE_TAGS | {"POS"} or t.dep_ == "case" for t in doc[:comma])
    return doc[comma - 1] if is_phrase and not any(t.text == "," for t in doc[comma + 1 : verb.i - 1]) else None


def name_between_commas(verb: Token) -> Token | None:
    """The full name in front of an aside that ends right before a verb of saying: "It leaks, Ada Orlo, the mayor, told Velm Radio"."""
    doc = verb.doc
    if not _is_behind_aside(verb) or verb.lower_ not in plain_forms():
        return None
    for i in range(verb.i - 2, 1, -1):
        if doc[i].tag_ in FINITE and doc[i - 1].lower_ != "who":
            return None
        if doc[i].text == "," and doc[i - 1].tag_ in NAME_TAGS:
            first = i - 1
            while first > 0 and doc[first - 1].tag_ in NAME_TAGS:
                first -= 1
            if i - first > 1 and first > 0 and doc[first - 1].text == ",":
                return doc[i - 1]
    return None


def _is_behind_aside(verb: Token) -> bool:
    """Whether a verb with a tense may follow a name and an aside: there is room for both, and a comma right before."""
    return verb.i >= _SHORTEST_ASIDE and verb.doc[verb.i - 1].text == "," and verb.tag_ in ("VBD", "VBZ")
