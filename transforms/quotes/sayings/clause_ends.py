"""Where a reported clause ends, and what makes a clause."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.quotes.cues import read_cues
from transforms.quotes.sayings.speaking_nouns import can_speak
from transforms.word_lists import read_set

# A cue at least this heavy may stand as a tag between commas.
TAG_WEIGHT = 0.8
# A participle of a cue at least this heavy goes on with what somebody says: "citing the faults", no "allowing them to go".
_FURTHER_WEIGHT = 0.6
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def cut_afterthought(verb: Token, right: Token) -> Token:
    """The end of a clause without a further one of the outlet's own (", though he …", ", and he later …")."""
    doc = verb.doc
    for child in verb.rights:
        start = child.left_edge.i
        if child.dep_ == "advcl" and doc[start].lower_ in read_set("quotes/words.csv", "afterthoughts") and doc[start - 1].text == ",":
            return doc[start - 2]
        if child.dep_ == "advcl" and doc[start - 1].text == "," and _is_further_saying(verb, child):
            return doc[start - 2]
        if child.dep_ == "conj" and (_goes_on_telling(child, verb) or _tells_what_was_done(verb, child)):
            return doc[child.i - 2]
        if child.dep_ == "conj" and child.tag_ == "VBG" and has_subject(child) and not any(c.dep_ == "aux" for c in child.lefts):
            return doc[start - 2]  # "with Velm saying that it leaked and Tarn denying it"
        if child.dep_ == "conj" and is_finite(child):
            before = doc[start - 1]
            if before.dep_ == "cc" and doc[start - 2].text == "," and not (opens_with_that(child) or _goes_on(verb, child)):
                return doc[start - 3]
    return _cut_gloss(verb, doc[right.i - 1] if right.tag_ == "CC" else right)  # an "and" before a clause that hangs elsewhere


def _cut_gloss(verb: Token, right: Token) -> Token:
    """The end of a clause without what the outlet explains behind it of somebody or something that it names.

    What is reported stands in the past of its verb: behind "he would meet Orlo" a present tense is the outlet's (", who leads the board").
    So is an apposition to a name (", a harbour town").
    """
    doc, token = verb.doc, right
    while token.i not in (verb.i, token.head.i):
        start = token.left_edge.i
        if token.right_edge.i == right.i and start > verb.i + 1 and doc[start - 1].text == ",":
            is_aside = token.dep_ == "relcl" and _is_past(verb) and _is_present(token)
            if is_aside or (token.dep_ == "appos" and token.head.tag_ in ("NNP", "NNPS") and doc[start].tag_ == "DT"):
                return _cut_gloss(verb, doc[start - 2])
        token = token.head
    return right


def _is_past(verb: Token) -> bool:
    """Whether a verb stands in a past tense, or the future of one."""
    return any(t.tag_ == "VBD" or t.lower_ in read_set("quotes/words.csv", "shifted") for t in (verb, *_auxiliaries(verb)))


def _is_present(verb: Token) -> bool:
    """Whether a verb stands in a present tense, or its future."""
    return any(t.tag_ in ("VBZ", "VBP") or t.lower_ in ("will", "’ll", "'ll") for t in (verb, *_auxiliaries(verb)))


def _auxiliaries(verb: Token) -> list[Token]:
    return [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]


def before_source(cue: Token, right: Token) -> Token:
    """The end of a clause without the source of it all: "said that it leaked[, according to the Post]"."""
    doc = cue.doc
    source = next((t for t in doc[cue.i + 2 : right.i] if t.lower_ == "according" and doc[t.i - 1].text == ","), None)
    return right if source is None or source.right_edge.i < right.i else doc[source.i - 2]


def go_on(cue: Token, clause: Token, right: Token) -> Token:
    """The end of a clause with a further one that the parse hung elsewhere: "said it had failed, and they would mend it"."""
    above = [cue.head] if cue.dep_ == "ccomp" and cue.head.i > right.i else []
    behind = next((f for f in (*cue.rights, *above) if f.i > right.i and f.dep_ in ("conj", "ROOT") and _goes_on(clause, f)), None)
    is_next = behind is not None and any(t.text == "," for t in cue.doc[right.i : right.i + 2])
    return behind.right_edge if behind is not None and is_next else right


def _goes_on(clause: Token, further: Token) -> bool:
    """Whether both have a tense that reports have, and the further one a pronoun for its subject, or none of its own."""
    subject = next((c for c in further.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")), None)
    return (subject is None or subject.tag_ == "PRP") and all(
        any(c.lower_ in read_set("quotes/words.csv", "shifted") for c in v.lefts) for v in (clause, further)
    )


def opens_with_that(clause: Token) -> bool:
    """Whether "that" opens a clause."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def is_dependent(verb: Token) -> bool:
    """Whether a word makes a clause say when or why of another one: "When it rained, …"."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in read_set("quotes/words.csv", "subordinators") for c in verb.lefts)


def is_finite(verb: Token) -> bool:
    """Whether a clause has a subject and a tense of its own ("he left", not "him leave")."""
    tensed = verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)
    return tensed and has_subject(verb)


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)


def _is_further_saying(verb: Token, participle: Token) -> bool:
    """Whether a participle of speech behind a clause is its speaker's: "said that it leaked, citing …", not "that aides lied, saying …"."""
    cue = read_cues().get(participle.lower_)
    is_bare = participle.tag_ == "VBG" and participle.left_edge.i == participle.i
    if not is_bare or cue is None:
        return False
    if cue.group not in ("say", "call") or cue.weight < _FURTHER_WEIGHT:
        return False
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")), None)
    return subject is None or subject.tag_ == "PRP" or not can_speak(subject)


def _tells_what_was_done(verb: Token, further: Token) -> bool:
    """Whether a tense behind a verb that has none goes on about the speaker: "ordered that it be closed and banned them"."""
    has_tense = verb.tag_ in FINITE or any(c.tag_ in FINITE for c in verb.lefts)
    return not has_tense and further.tag_ in ("VBD", "VBZ") and further.doc[further.i - 1].dep_ == "cc" and not has_subject(further)


def _goes_on_telling(verb: Token, reported: Token) -> bool:
    """Whether a coordinated verb goes on about the speaker: "said that it leaked but rejected the claim".

    Behind a comma and a verb in the tense that reports have any cue does: "said that it had leaked, and accused the board".
    """
    cue = read_cues().get(verb.lower_)
    is_shifted = any(c.lower_ in read_set("quotes/words.csv", "shifted") for c in reported.lefts)
    least = _FURTHER_WEIGHT if is_shifted and verb.doc[verb.i - 2].text == "," else TAG_WEIGHT
    is_bare = verb.tag_ in ("VBD", "VBZ") and not any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children)
    return is_bare and verb.doc[verb.i - 1].dep_ == "cc" and cue is not None and cue.group in ("say", "call") and cue.weight >= least
