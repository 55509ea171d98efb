"""Sayings in a parsed sentence: every cue outside quotation marks, with who speaks and to whom."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from transforms.nlp import Sentence
from transforms.quotes.cues import ACCORDING, Cue, forms_with, plain_forms, read_cues, read_noun_cues
from transforms.quotes.sayings.saying import How, Saying
from transforms.quotes.sayings.speaking_nouns import can_speak
from transforms.quotes.sayings.subjects import NOUN_TAGS, VERB_TAGS, find_owner, find_subject, noun_after, noun_span
from transforms.quotes.spans.span import Span
from transforms.word_lists import read_set

# A cue at least this heavy is one though the tagger took it for something else ("Said" in front, "says" in a headline), and whatever its
# subject is speaks; a lighter one wants a noun that can.
_SURE_WEIGHT = 0.95
_SHORTEST_SET_PHRASE = 2  # tokens before the verb: "not to mention"


def sayings_in(sentence: Sentence, number: int, covered: bytearray) -> list[Saying]:
    """The sayings of one sentence, the `number`th of its paragraph, in text order.

    `covered` marks the code points of the paragraph that stand between quotation marks: cues there are other people's.
    """
    if sentence.doc is None:
        return []
    out: list[Saying] = []
    tokens = list(sentence.doc)
    imagines = (
        sum(t.lower_ == "more" and before.lower_ == "the" for before, t in pairwise(tokens)) > 1
    )  # "the more …, the more they scream"
    for token in tokens:
        if covered[sentence.start + token.idx]:
            continue
        low = token.lower_
        if low == "according" or (low == "per" and _is_source(token)):
            saying = _according(token, sentence, number)
        elif low in read_cues() and (token.tag_ in VERB_TAGS or _verb_like(token)) and not _is_withheld(token) and _is_used(token):
            saying = _verb(token, sentence, number, covered)
            saying = replace(saying, is_unreal=True) if imagines else saying
        elif low in read_noun_cues() and token.tag_ in ("NN", "NNS") and not _is_adverbial(token):
            owner, how = find_owner(token, covered, sentence.start)
            saying = None if owner is None else _saying(read_noun_cues()[low], token, token, owner, sentence, number, how)
        else:
            continue
        if saying is not None:
            out.append(saying)
    return out


def _according(token: Token, sentence: Sentence, number: int) -> Saying | None:
    """The source behind "according to" or "per"."""
    to = token if token.lower_ == "per" else token.doc[min(token.i + 1, len(token.doc) - 1)]
    if to.lower_ not in ("to", "per"):
        return None
    source = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None) or noun_after(to)
    if source is None:
        return None
    is_silent = not can_speak(source) and not _in_set(source, "silent things")  # by figures something is so
    return replace(_saying(ACCORDING, token, to, source, sentence, number, "according to"), is_silent=is_silent)


def _is_source(per: Token) -> bool:
    """Whether "per" names a source: behind a comma or marks, with a noun that has more than itself; no "per cent", "per person"."""
    source = next((c for c in per.children if c.dep_ == "pobj"), None)
    is_apart = per.i > 0 and per.doc[per.i - 1].is_punct
    return is_apart and source is not None and can_speak(source) and (source.tag_ in ("NNP", "NNPS") or source.left_edge.i < source.i)


def _verb(token: Token, sentence: Sentence, number: int, covered: bytearray) -> Saying:
    subject, how, antecedent = find_subject(token, covered, sentence.start)
    if _is_ordered(token) or (subject is not None and subject.dep_ == "nsubjpass" and how == "governor" and _is_message(subject)):
        subject, how, antecedent = None, "passive", None
    is_bare = token.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in token.lefts)
    if how in ("participle", "governor") and is_bare and read_cues()[token.lower_].addressee == "object":
        subject, how, antecedent = None, "passive", None  # "Asked whether she would go, the mayor laughed": somebody asked her
    if how == "participle" and subject is not None and subject.lower_ in read_noun_cues():
        issuer, _ = find_owner(subject, covered, sentence.start)
        subject = issuer or subject
    saying = _saying(read_cues()[token.lower_], token, token, subject, sentence, number, how, antecedent)
    return replace(
        saying,
        is_finite=token.tag_ != "VBG" and (token.tag_ != "VB" or _has_tense(token)),
        is_negated=any(c.dep_ == "neg" for c in token.children),
        is_plan=any(c.dep_ == "xcomp" and c.i > token.i for c in token.children),
        is_unreal=_is_unreal(token, covered, sentence.start)
        or _is_advice(subject, token)
        or (how == "passive" and _is_appeal(token))
        or (subject is not None and _is_empty_subject(subject, token)),
        is_silent=_is_silent(subject, antecedent, token),
    )


def _has_tense(verb: Token) -> bool:
    """Whether what the tagger took for an infinitive has a subject right in front and nothing that makes it one: "aides to Orlo say"."""
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i for c in verb.lefts)
    return has_subject and not any(c.dep_ == "aux" or c.tag_ == "TO" for c in verb.lefts)


def _is_ordered(token: Token) -> bool:
    """Whether a headline's verb is a passive: "Staff urged to travel in groups"."""
    is_headline = token.dep_ == "ROOT" and token.doc[len(token.doc) - 1].text not in ".!?" and token.tag_ in ("VBD", "VBN")
    has_object = any(c.dep_ in ("dobj", "dative", "agent") for c in token.rights)
    return (
        is_headline and read_cues()[token.lower_].infinitive == "order" and not has_object and any(c.dep_ == "xcomp" for c in token.rights)
    )


def _is_message(noun: Token) -> bool:
    """Whether a noun is what is said or sent, not who says it."""
    return noun.lower_ in read_noun_cues()


def _is_unreal(token: Token, covered: bytearray, base: int) -> bool:
    """Whether nobody has said it: "may be wondering", "hard to believe", "would he have said …?"."""
    if _would_have(token):
        return True
    for verb in (token, token.head) if token.dep_ in ("conj", "xcomp") and token.tag_ == "VB" else (token,):
        if any(c.dep_ == "aux" and _is_unreal_auxiliary(c, verb) and not _is_first_person(token) for c in verb.lefts):
            return True
    if any(c.dep_ == "mark" and _in_set(c, "conditions") for c in token.lefts) or _is_let(token) or _is_so_to(token) or _is_to_say(token):
        return True  # "if they consider", "let us say", "so to speak", "which is not to say"
    doc = token.doc
    if token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.lefts):
        before = doc[token.i - 2] if token.i >= 2 and doc[token.i - 1].lower_ == "to" else token.head
        if _in_set(token.head, "unreal heads") or _in_set(before, "unreal heads"):
            return True
    last = doc[len(doc) - 1]
    return last.text == "?" and not covered[base + last.idx]


def _would_have(verb: Token) -> bool:
    """Whether somebody did not say it, or only if: "I would have replied that …"."""
    before = {c.lower_ for c in verb.lefts if c.dep_ == "aux"}
    is_speech = read_cues()[verb.lower_].group == "say"
    return is_speech and verb.tag_ == "VBN" and "have" in before and not before.isdisjoint({"would", "’d", "'d"})


def _is_unreal_auxiliary(auxiliary: Token, verb: Token) -> bool:
    """Whether an auxiliary says that a verb has not happened: "may say", "can tell" (but "can reveal"), "some would call"."""
    if auxiliary.lower_ in ("can", "ca"):
        return not _in_set(verb, "told at last")
    is_of_anybody = any(c.dep_ == "nsubj" and (_in_set(c, "vague") or _in_set(c, "nobodies")) for c in verb.lefts)
    return _in_set(auxiliary, "unreal auxiliaries") or (auxiliary.lower_ in ("would", "’d", "'d") and is_of_anybody)


def _is_let(verb: Token) -> bool:
    """Whether a verb is what the outlet proposes: "let’s say"."""
    return verb.tag_ == "VB" and any(t.lower_ == "let" for t in verb.doc[max(0, verb.i - 2) : verb.i])


def _is_so_to(verb: Token) -> bool:
    """Whether a verb is part of "so to speak", "so to say"."""
    return verb.i > 1 and verb.doc[verb.i - 1].lower_ == "to" and verb.doc[verb.i - 2].lower_ == "so"


def _is_to_say(verb: Token) -> bool:
    """Whether a verb is part of what the outlet adds to its own words: "which is to say", "not to mention"."""
    doc, i = verb.doc, verb.i
    if verb.tag_ != "VB" or i < _SHORTEST_SET_PHRASE or doc[i - 1].lower_ != "to":
        return False
    before = doc[i - 2]
    above = doc[i - 3] if _in_set(before, "negations") else before
    return (_in_set(above, "being") and verb.lower_ == "say") or (before.lower_ == "not" and verb.lower_ in ("say", "mention"))


def _is_first_person(token: Token) -> bool:
    """Whether "I" or "we" stand before the verb: "I will say" says it."""
    return any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in token.lefts)


def _is_advice(subject: Token | None, verb: Token) -> bool:
    """Whether the outlet tells the reader what to say: "just say “thank you”", "you can add “…”"."""
    is_bare = verb.tag_ == "VB" and not any(c.dep_ in ("aux", "nsubj", "nsubjpass") or c.tag_ == "TO" for c in verb.children)
    if is_bare and verb.dep_ == "conj" and verb.head.tag_ in ("VBD", "VBZ") and not any(c.dep_ == "aux" for c in verb.head.lefts):
        return True  # "Velm did without, and guess what it cost"
    if subject is not None:
        return _in_set(subject, "nobodies") and verb.tag_ != "VBD"
    return is_bare and verb.dep_ in ("ROOT", "advcl")


def _is_appeal(verb: Token) -> bool:
    """Whether the page itself tells people what to do: "passengers are advised to …"; past tense tells what somebody told them."""
    is_present = any(c.dep_ == "auxpass" and c.tag_ in ("VBP", "VBZ") for c in verb.lefts)
    return is_present and read_cues()[verb.lower_].infinitive == "order"


def _is_empty_subject(subject: Token, verb: Token) -> bool:
    """Whether "it" stands for the infinitive behind it, which nobody does: "it is hard to say", "it's worth noting"."""
    above = subject.head
    if subject.lower_ != "it" or above is verb or verb.dep_ == "conj" or verb.tag_ not in ("VB", "VBG") or subject.i > verb.i:
        return False
    complement = next((c for c in above.rights if c.dep_ in ("acomp", "attr", "oprd") and c.i < verb.i), None)
    is_own = complement is not None and any(_in_set(c, "narrator") for c in complement.lefts)  # "it is my duty to inform you"
    return _in_set(above, "linking verbs") and complement is not None and not _in_set(complement, "disposed") and not is_own


def _is_silent(subject: Token | None, antecedent: Token | None, verb: Token) -> bool:
    """Whether a thing shows and does not say: "the figures reveal"."""
    if subject is None:
        return False
    if subject.is_digit:
        return True  # "the 2017 weighed more": a number is nobody
    if "perceives" in read_cues()[verb.lower_].traits and (_in_set(subject, "narrator") or _in_set(subject, "reader")):
        return True  # "I read “…” on the wall"
    if subject.lower_ != "who" and read_cues()[verb.lower_].weight < _SURE_WEIGHT and not can_speak(antecedent or subject):
        return True  # "the fumes leaked"
    return _in_set(subject, "silent things") and verb.lower_ not in plain_forms()


def _in_set(token: Token, row: str) -> bool:
    return token.lower_ in read_set("quotes/words.csv", row)


def _is_used(token: Token) -> bool:
    """Whether a verb that is a cue only with "as" has one: "sees the deal as “a trap”"; who has "called in" names nothing."""
    cue = read_cues()[token.lower_]
    if token.i == 1 and token.lower_ == "said" and token.doc[0].lower_ == "that":
        return False  # "That said, …"
    if cue.word == "call" and any(_in_set(c, "calling particles") and not any(True for _ in c.children) for c in token.rights):
        return False
    return "as" not in cue.traits or any(c.lower_ == "as" for c in token.rights)


def _is_adverbial(noun: Token) -> bool:
    """Whether a noun of speech only links sentences: "In response, the makers …", "in order to"."""
    return noun.i > 0 and noun.doc[noun.i - 1].lower_ == "in"


def _is_withheld(token: Token) -> bool:
    """Whether the verb is what somebody would not do: "declined to comment"."""
    return token.dep_ == "xcomp" and (_in_set(token.head, "withholding") or token.head.lower_ in forms_with("refuses"))


def _verb_like(token: Token) -> bool:
    """A cue that the tagger took for something else: "Said" in front, "says" in a headline."""
    low = token.lower_
    if read_cues()[low].weight < _SURE_WEIGHT or token.dep_ in ("compound", "amod"):
        return False
    return low in plain_forms() or (token.dep_ in ("ROOT", "ccomp", "parataxis") and token.tag_ not in ("NNP", "NNPS"))


def _saying(
    cue: Cue, first: Token, last: Token, head: Token | None, sentence: Sentence, number: int, how: How, antecedent: Token | None = None
) -> Saying:
    base = sentence.start
    speaker = None if head is None else Span(*noun_span(head)).shift(base)
    meant = antecedent or head
    addressee = _find_addressee(first, cue, head) if cue is not ACCORDING else None
    return Saying(
        cue=cue,
        at=Span(base + first.idx, base + last.idx + len(last)),
        sentence=number,
        how=how,
        speaker=speaker,
        head=None if meant is None else Span(meant.idx, meant.idx + len(meant)).shift(base),
        addressee=None if addressee is None else addressee.shift(base),
        governs=Span(first.left_edge.idx, first.right_edge.idx + len(first.right_edge)).shift(base),
        token=first.i,
    )


def _find_addressee(verb: Token, cue: Cue, speaker: Token | None) -> Span | None:
    """Who is spoken to, as a span of the sentence: "told [reporters]", "said to [reporters]", "called on [the mayor]"."""
    if cue.addressee == "object":
        for child in verb.rights:
            if child.dep_ in ("dobj", "dative") and child is not speaker and child.tag_ in NOUN_TAGS:
                return Span(*noun_span(child))
    preposition = "to" if cue.addressee == "object" else cue.addressee
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ == preposition and cue.group in ("say", "call"):
            who = next((c for c in child.children if c.dep_ == "pobj" and c.tag_ in NOUN_TAGS), None)
            if who is not None:
                return Span(*noun_span(who))
    return None
