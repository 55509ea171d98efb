"""Reported speech that is no clause: the thing denied or announced, what is called so, what a noun of speech asks."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.quotes.cues import read_noun_cues
from transforms.quotes.sayings.clause_ends import is_finite
from transforms.quotes.sayings.saying import Construction, Saying
from transforms.word_lists import read_set

Piece = tuple[Construction, Token, Token]


def find_wish(verb: Token) -> Piece | None:
    """What a noun of speech asks or promises: "repeated her call [to close the bridge]"."""
    noun = next((c for c in verb.rights if c.dep_ == "dobj" and c.lower_ in read_noun_cues()), None)
    if noun is None:
        return None
    near = (c for c in (*noun.rights, *verb.rights) if c.i > noun.i and c.tag_ == "VB" and c.left_edge.i == noun.i + 1)
    wish = next((c for c in near if c.dep_ in ("acl", "xcomp", "advcl", "relcl") and any(g.tag_ == "TO" for g in c.lefts)), None)
    if wish is None:
        return None
    end = wish.right_edge
    cut_off = next((c for c in verb.rights if c.dep_ == "ccomp" and c.left_edge.i == end.i + 1), None)  # "water [you cannot see into]"
    return "infinitive", wish.left_edge, end if cut_off is None else cut_off.right_edge


def find_object(verb: Token, saying: Saying) -> Piece | None:
    """The thing denied, announced, called for: a phrase in place of a clause."""
    if not saying.cue.has_object or verb.tag_ == "VB" or (saying.cue.group == "call" and not saying.cue.is_strong):
        return None  # who attacks or defends something acts
    if "glosses" in saying.cue.traits and _is_participle(verb):
        return None  # “…,” she said, revealing her doubts: how the outlet takes her words
    if not saying.cue.prepositions:
        thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    else:
        led = (c for p in verb.rights if p.dep_ == "prep" and p.lower_ in saying.cue.prepositions for c in p.children)
        thing = next((c for c in led if c.dep_ in ("pobj", "pcomp")), None)
    if thing is None or _in_set(thing, "empty things") or ("rules" in saying.cue.traits and _in_set(thing, "asked for")):
        return None
    if saying.cue.infinitive == "order" and (deed := _deed_behind(thing)) is not None:
        return "begging", deed.left_edge, deed.right_edge
    last = _ground(verb, thing) or (thing.right_edge if thing.tag_ != "PRP" else thing.left_edge)
    return ("object", thing.left_edge, last) if last.i > thing.left_edge.i else None


def _deed_behind(thing: Token) -> Token | None:
    """The infinitive right behind somebody who is to do it, which the parse hung elsewhere: "urged the public [to leave]"."""
    doc, i = thing.doc, thing.right_edge.i + 1
    verb = doc[i].head if i < len(doc) and doc[i].tag_ == "TO" else None
    return verb if verb is not None and verb.tag_ == "VB" and verb.left_edge.i == i else None


def _in_set(token: Token, row: str) -> bool:
    return token.lower_ in read_set("quotes/words.csv", row)


def _is_participle(verb: Token) -> bool:
    """Whether a verb is a participle that hangs on another one."""
    return verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.lefts)


def _ground(verb: Token, thing: Token) -> Token | None:
    """The end of what somebody is blamed or praised for: "criticised [the mayor for closing the bridge]"."""
    behind = thing.right_edge.i + 1
    return next((p.right_edge for p in verb.rights if p.dep_ == "prep" and p.lower_ in ("for", "as") and p.left_edge.i == behind), None)


def find_judgement(verb: Token) -> list[Piece]:
    """What is named and as what: "called [the plan a disaster]", "described [it as fair]"."""
    thing = next((c for c in verb.rights if c.dep_ in ("dobj", "ccomp", "nsubj")), None)
    if thing is None:
        return []
    if thing.dep_ == "ccomp" and not is_finite(thing):
        return [("call", thing.left_edge, thing.right_edge)]
    as_what = next(
        (c for c in verb.rights if (c.dep_ in ("oprd", "attr") or (c.dep_ == "prep" and c.lower_ == "as")) and c.i > thing.i), None
    )
    return [("call" if as_what.dep_ != "prep" else "call as", thing.left_edge, as_what.right_edge)] if as_what is not None else []
