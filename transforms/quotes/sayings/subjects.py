"""Who does a verb of speech, found in the parse of one sentence, with repairs where the parse fails."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.calendar import month_names, weekdays
from transforms.quotes.cues import forms_with, read_cues
from transforms.quotes.sayings.asides import NAME_TAGS, PHRASE_TAGS, name_before_aside, name_between_commas
from transforms.quotes.sayings.saying import How
from transforms.quotes.sayings.speaking_nouns import can_speak
from transforms.word_lists import read_set

# What a noun phrase takes along behind its head, in tokens: "the head of the harbour board of Orlo", "Ada and Ben".
_LONGEST_COMPLEMENT = 6
_LONGEST_COUPLE = 4
# Clauses above a verb, and above a relative pronoun, in which a subject is looked for: deeper ones are slips of the parse.
_CLAUSES_ABOVE = 8
_CLAUSES_ABOVE_PRONOUN = 4
_PRONOUN_REACH = 3  # tokens from a relative pronoun back to its noun

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LINKS = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "acl", "prep", "parataxis", "dep"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT", "CD"})
_SUBJECT_TAGS = NOUN_TAGS | {"JJ", "WDT", "JJS", "VBN", "PRP$"}
# Tags that the tagger gives to unknown surnames ("Ebeling said").
_MISTAGGED = frozenset({"NN", "NNS", "VBG", "VBN", "JJ", "RB", "VB", "VBD", "FW"})


def _in_set(token: Token, row: str) -> bool:
    return token.lower_ in read_set("quotes/words.csv", row)


def noun_span(head: Token) -> tuple[int, int]:
    """Half-open code points, in the sentence, of the noun phrase around a head: what stands before it, and its
    "of …" and "for …", but no relative clause, apposition or aside."""
    doc = head.doc
    left = head.i
    for child in head.lefts:
        if child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod", "advmod", "predet", "quantmod", "case", "punct", "appos"):
            edge = child.left_edge.i
            if all(doc[k].text not in ',;:—–"“”' for k in range(edge, head.i)):
                left = min(left, edge)
    right = head.i
    for child in head.rights:
        if child.dep_ == "prep" and _in_set(child, "complements") and child.i == right + 1:
            edge = max((c.i for c in child.children if c.dep_ == "pobj"), default=child.i)
            if edge - head.i <= _LONGEST_COMPLEMENT and all(doc[k].text not in ',;:—–"“”' for k in range(head.i, edge + 1)):
                if _in_set(child, "loose complements") and any(t.tag_ in VERB_TAGS for t in child.subtree):
                    continue
                right = edge
        elif child.dep_ in ("cc", "conj") and child.left_edge.i <= right + 2:
            if child.dep_ == "conj" and child.tag_ in NOUN_TAGS and child.i - head.i <= _LONGEST_COUPLE:
                right = child.i
        elif child.i == right + 1 and (child.dep_ in ("flat", "compound") or (child.tag_ == "CD" and child.dep_ == "nummod")):
            right = child.i
    while right + 2 < len(doc) and doc[right + 1].text == "-" and not doc[right].whitespace_ and not doc[right + 1].whitespace_:
        right += 2  # "the ex-boxer" is three tokens
    return doc[left].idx, doc[right].idx + len(doc[right])


def noun_after(token: Token) -> Token | None:
    """The head of the noun phrase that follows directly, where the parse saw none."""
    doc, i = token.doc, token.i + 1
    while i < len(doc) and doc[i].tag_ in ("DT", "JJ", "PRP$", "POS", "NNP", "NNPS", "NN", "NNS", "PRP", "CD"):
        i += 1
    return doc[i - 1] if i > token.i + 1 and doc[i - 1].tag_ in NOUN_TAGS else None


def find_subject(verb: Token, covered: bytearray, base: int) -> tuple[Token | None, How, Token | None]:
    """Who does the verb, how that is known, and the antecedent where the subject is a relative pronoun.

    Its subject or agent, else what stands beside it, else the subject of the verb that governs it. `covered` marks
    the code points of the paragraph that stand between quotation marks, `base` is where the sentence starts in it.
    """
    agent = _agent_of(verb)
    if agent is not None:
        return agent, "agent", None
    if _is_passive(verb) and not _speaks_in_passive(verb):
        return None, "passive", None
    near = _neighbour_before(verb, covered, base)
    subject = _subject_of(verb, covered, base)
    if subject is not None and verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ == "to":
        governing, antecedent = _subject_above(verb.head, covered, base)  # "a message to thousands telling them …"
        return governing, "governor", antecedent
    if subject is not None:
        if _in_set(subject, "relative") and (antecedent := _antecedent(verb, subject)) is not None:
            return (subject, "relative", antecedent) if subject.lower_ == "who" else (antecedent, "relative", None)
        if subject.i < verb.i and near is not None and near.i > subject.right_edge.i:
            return near, "neighbour", None  # the parse took a noun of an adverbial in front for the subject
        behind = _neighbour_after(verb, covered, base) if subject.left_edge.i > verb.i + 1 else None
        if behind is not None and behind.tag_ in NAME_TAGS and behind.i < subject.left_edge.i:
            return behind, "neighbour", None  # "says Ada Orlo, head of sales": the parse took the job for the subject
        if (name := name_before_aside(verb)) is not None and name.i < subject.i < verb.i:
            return name, "neighbour", None
        return subject, "inverted" if subject.i > verb.i else "subject", None
    if verb.tag_ != "VBG" and near is not None:
        return near, "neighbour", None
    if (name := name_before_aside(verb) or name_between_commas(verb)) is not None:
        return name, "neighbour", None
    if verb.dep_ == "relcl":
        return verb.head, "relative", None
    if verb.dep_ not in ("conj", "xcomp") and verb.tag_ != "VBG" and (behind := _neighbour_after(verb, covered, base)) is not None:
        return behind, "neighbour", None
    governing, antecedent = _subject_above(verb, covered, base)
    if governing is not None:
        how: How = "participle" if governing.tag_ in NOUN_TAGS and governing.is_ancestor(verb) else "governor"
        return governing, how, antecedent
    behind = _neighbour_after(verb, covered, base)
    return (behind, "neighbour", None) if behind is not None else (None, "none", None)


def _subject_above(verb: Token, covered: bytearray, base: int) -> tuple[Token | None, Token | None]:
    """The subject of the nearest verb above that has one, going up through coordinated, dependent and participial clauses."""
    token = verb
    for _ in range(_CLAUSES_ABOVE):
        if token.dep_ in ("acl", "relcl") and token.head.tag_ in NOUN_TAGS:
            addressed = token is verb and _is_addressed(token.head)
            if token is verb and token.tag_ == "VBG" and verb.i > 0 and verb.doc[verb.i - 1].text == "," and not token.head.ent_type_:
                addressed = token.head.tag_ not in NAME_TAGS and token.head.dep_ not in _SUBJECTS  # ", adding …" hangs on the clause
            if not addressed:
                return token.head, None
            token = token.head  # "an e-mail to supporters saying": the e-mail says it
            while token.tag_ not in VERB_TAGS and token.head.i != token.i:
                token = token.head
            return _subject_of(token, covered, base), None
        if token.dep_ not in _LINKS or token.head.i == token.i:
            break
        inner, token = token, token.head
        if inner is verb and inner.dep_ == "ccomp" and inner.tag_ != "VBG":
            break  # a clause of its own, whose subject the parse missed
        if inner.dep_ == "conj" and token.dep_ == "ccomp" and _goes_on_above(inner, token):
            continue
        if token.tag_ in NAME_TAGS and inner.dep_ != "prep":
            return token, None
        if inner.dep_ == "conj" and (agent := _agent_of(token)) is not None:
            return agent, None
        if inner.dep_ == "xcomp" and (_in_set(token, "controlling") or token.lower_ in forms_with("controls")):
            controller = next((c for c in token.children if c.dep_ == "dobj" and not covered[base + c.idx]), None)
            if controller is not None:
                return controller, None  # "urged the minister to say"
        if inner.lower_ == "as" and token.lower_.startswith("quot") and not _is_passive(token):
            spoken = next((c for c in token.children if c.dep_ == "dobj"), None)
            if spoken is not None:
                return spoken, None  # "quoted the mayor as saying"
        if (subject := _subject_of(token, covered, base)) is not None:
            if _in_set(subject, "things meant") and _in_set(token, "being") and token.dep_ in _LINKS:
                continue  # "he called it fair because it was open, adding …": the one above speaks
            if _is_thing(subject) and token.dep_ == "ccomp" and verb.tag_ == "VBG":
                continue  # "the board said the crane was safe, adding …"
            if _is_thing(subject) and (teller := _teller_beside(token, covered, base)) is not None:
                return teller, None  # "The dam will hold, Orlo said, but warned that …"
            antecedent = _antecedent(token, subject) if _in_set(subject, "relative") else None
            return subject, antecedent
    return None, None


def _is_thing(subject: Token) -> bool:
    """Whether a subject is nobody who could say something: "the crane", "it"."""
    return _in_set(subject, "things meant") or (subject.tag_ != "PRP" and not can_speak(subject))


def _teller_beside(verb: Token, covered: bytearray, base: int) -> Token | None:
    """Who tells, in a tag between commas, what a verb says."""
    return next((_subject_of(c, covered, base) for c in verb.children if c.dep_ == "parataxis" and c.lower_ in read_cues()), None)


def _goes_on_above(verb: Token, beside: Token) -> bool:
    """Whether a verb beside one that is reported is the reporter's: "said it should stop and said …", "said she was ill but called …"."""
    subject = next((c for c in beside.lefts if c.dep_ in _SUBJECTS), None)
    is_past = verb.doc[verb.i - 2].text == "," and any(_in_set(c, "shifted") for c in beside.lefts)  # "said it had sunk, and blamed …"
    is_other = is_past or (subject is not None and subject.tag_ != "PRP" and not can_speak(subject)) or _in_set(beside, "being")
    is_same = verb.lower_ == beside.head.lower_ or beside.tag_ == "VB" or (is_other and verb.lower_ in read_cues())
    return is_same and verb.tag_ in ("VBD", "VBZ")


def _is_addressed(noun: Token) -> bool:
    """Whether something is sent to a noun: "an e-mail to supporters", "shared to thousands of them"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ == "to"


def _agent_of(verb: Token) -> Token | None:
    """The "by X" of a passive."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is None and any(c.dep_ == "auxpass" for c in verb.children):
        # "was declared an unlawful body by the court": the parse hangs the agent on the body
        agent = next((p for c in verb.rights if c.dep_ in ("oprd", "dobj", "attr") for p in c.rights if p.lower_ == "by"), None)
    return None if agent is None else next((c for c in agent.children if c.dep_ == "pobj"), None)


def _antecedent(verb: Token, pronoun: Token) -> Token | None:
    """The noun that "who" stands for: the head of the relative clause, else the noun before the pronoun."""
    token = verb
    for _ in range(_CLAUSES_ABOVE_PRONOUN):
        if token.dep_ == "relcl" and token.head.i < pronoun.i:
            return token.head
        if token.dep_ not in _LINKS:
            break
        token = token.head
    i = pronoun.i - 1
    while i >= 0 and (pronoun.doc[i].is_punct or _in_set(pronoun.doc[i], "relative")):
        i -= 1
    return pronoun.doc[i] if i >= 0 and pronoun.doc[i].tag_ in NOUN_TAGS and i >= pronoun.i - _PRONOUN_REACH else None


def tells_time(token: Token) -> bool:
    """Whether a word looks like a name or a subject and only says when: "Monday", "yesterday"."""
    return token.lower_ in weekdays() or token.lower_ in month_names() or _in_set(token, "times")


def _speaks_in_passive(verb: Token) -> bool:
    """Whether a verb lets its subject speak though it is passive: "was quoted as saying"."""
    return _in_set(verb, "quoted") or verb.lower_ in forms_with("quotable")


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (
        verb.tag_ == "VBN" and not _speaks_in_passive(verb) and (verb.dep_ == "acl" or _is_passive_beside(verb))
    )


def _is_passive_beside(verb: Token) -> bool:
    """Whether a participle goes on with the copula of the verb that it stands beside: "is old and considered a wreck"."""
    has_own = any(c.dep_ in ("aux", *_SUBJECTS) for c in verb.lefts)
    beside = verb.head.head if verb.head.dep_ == "acomp" else verb.head
    is_passive = _in_set(beside, "being") or any(c.dep_ == "auxpass" for c in beside.lefts)
    return verb.dep_ == "conj" and not has_own and is_passive


def _subject_of(verb: Token, covered: bytearray, base: int) -> Token | None:
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.tag_ in _SUBJECT_TAGS and not covered[base + child.idx] and not tells_time(child):
            return child
    return None


def _neighbour_before(verb: Token, covered: bytearray, base: int) -> Token | None:
    """The name or pronoun right before a cue ("Will wrote", "her aide, Will Orlo, said"), whatever the parse says."""
    doc, i = verb.doc, verb.i - 1
    while i >= 0 and (doc[i].tag_ in ("RB", "MD") or tells_time(doc[i]) or _in_set(doc[i], "before cues")):
        if doc[i].is_title and not tells_time(doc[i]):
            break
        i -= 1
    comma = i >= 1 and doc[i].text == ","
    if comma:
        i -= 1
    if i < 0 or covered[base + doc[i].idx] or verb.tag_ == "VBG":
        return None
    before = doc[i]
    first_name = i
    while first_name > 0 and doc[first_name - 1].tag_ in NAME_TAGS:
        first_name -= 1
    if comma and first_name > 0 and doc[first_name - 1].tag_ == "IN":
        return None  # "Orlo, via the Velm Post, said"
    if before.tag_ in NAME_TAGS and (not comma or before.ent_type_ or (i > 0 and doc[i - 1].tag_ in NAME_TAGS)):
        return before
    if comma:
        return None
    if _in_set(before, "subject pronouns"):
        return before
    first = i == 0 or (i == 1 and doc[0].is_punct)
    return before if before.is_title and before.tag_ in _MISTAGGED and not (first and not covered[base + doc[0].idx]) else None


def _neighbour_after(verb: Token, covered: bytearray, base: int) -> Token | None:
    """The noun phrase right behind a cue that the parse left without a subject ("added another lawyer")."""
    doc, i = verb.doc, verb.i + 1
    if i >= len(doc) or covered[base + doc[i].idx]:
        return None
    if doc[i].tag_ == "PRP":
        return doc[i] if _in_set(doc[i], "subject pronouns") else None
    if doc[i].tag_ in NAME_TAGS or (doc[i].tag_ in PHRASE_TAGS and verb.i > 0 and covered[base + doc[verb.i - 1].idx]):
        return noun_after(verb)
    return None


def find_owner(noun: Token, covered: bytearray, base: int) -> tuple[Token | None, How]:
    """Whose statement: "his warning", "a warning by X", "X issued a warning"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child, "possessive"
    for child in noun.children:
        if (
            child.dep_ in ("prep", "agent")
            and child.lower_ in ("by", "from", "of")
            and (who := next((c for c in child.children if c.dep_ == "pobj"), None))
            and (child.lower_ != "of" or who.tag_ in NAME_TAGS)
        ):
            return who, "by"
    if noun.dep_ in ("dobj", "attr", "pobj", "oprd"):
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if verb.tag_ in VERB_TAGS and not covered[base + verb.idx]:
            subject, how, _ = find_subject(verb, covered, base)
            if subject is not None and how != "passive" and not _in_set(subject, "relative"):
                return subject, "issuer"
    return None, "none"
