"""What shows that a name the model takes for a person or a place is an organization's; and who lacks every sign of a person."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from transforms.mentions.kinds.evidence import context_votes, name_votes
from transforms.mentions.kinds.votes import Votes, surface_key
from transforms.mentions.kinds.weights import Vote, after_votes, vote
from transforms.mentions.scan import Candidate
from transforms.mentions.telling_words import is_office_before, is_role_word
from transforms.names.forms import core_words
from transforms.names.lexicon import is_common_word, is_forename, is_surname
from transforms.records import MentionType
from transforms.word_lists import read_set, read_table

_UNSUPPORTED = 0.3  # what is left of the model's votes for a person or a place of whom nothing in the article shows one
_TORN = 0.5  # what is given to an organization of the votes of a name that is a person here and a place there
# Times inside sentences, and letters, of a word that nobody knows and that is a name all the same.
_OFTEN = 2
_SHORT = 3
_TELLING = 1.0  # a vote from which on a type is shown
_CLEAR = 0.5  # a vote above it shows a place: "in Orlo", a city of the lists
_CALLED_REACH = 6  # tokens behind the comma among which the kind of organization stands
_OWNED = "owned of it"
_UNSEEN = 1.0  # the vote for an organization of a word that the model never saw, and the article writes with a capital all the same
_JOINERS = read_set("mentions/words.csv", "behind a noun")
_DETERMINERS = read_set("mentions/words.csv", "determiners")
_PARTICIPLES = read_set("mentions/words.csv", "participles of owners")
_KIND_ENDS = read_set("mentions/words.csv", "ends of a kind")


NounUse = Literal["owned", "kind", "role"]


class _OrganizationNoun(NamedTuple):
    word: str
    use: NounUse


@functools.cache
def organization_nouns(use: NounUse) -> frozenset[str]:
    """The nouns that stand so beside an organization: `owned`, `kind` or `role`."""
    return frozenset(r.word for r in read_table("mentions/organization_nouns.csv", _OrganizationNoun) if r.use == use)


def organization_votes(c: Candidate) -> Iterator[Vote]:
    """What stands beside a name as it stands beside organizations: "leader of Orlo", "Orlo, a chain", "the Orlo-led council"."""
    tokens = c.scan.tokens
    if c.first > 1 and tokens[c.first - 1].text in _JOINERS and tokens[c.first - 2].text.casefold() in organization_nouns("owned"):
        yield vote(_OWNED)
        yield vote("owned of it: no person")
    if c.scan.text_after(c.last) == "," and (_is_called_organization(c) or _stands_behind_kind(c)):
        yield vote("called an organization")
    partner = c.last + 1 if c.scan.text_after(c.last) == "-" else c.first - 2 if c.first and tokens[c.first - 1].text == "-" else None
    if partner is not None and partner >= 0 and c.scan.text_after(partner)[:1].isupper():
        behind = c.scan.text_after(max(c.last, partner + 1)).casefold()
        yield from (v for v in after_votes(behind) if v.type == "organization")
    if c.scan.text_after(c.last) == "-" and c.scan.text_after(c.last + 1) in _PARTICIPLES:
        yield vote("led by it")


def _stands_behind_kind(c: Candidate) -> bool:
    """Whether a kind of organization and a comma stand before a name: "one company, Orlo, sells", "from a rival, Orlo, by"."""
    tokens = c.scan.tokens
    return c.first > 1 and tokens[c.first - 1].text == "," and tokens[c.first - 2].text in organization_nouns("kind")


def _is_called_organization(c: Candidate) -> bool:
    words = [t.text.casefold() for t in c.scan.tokens[c.last + 1 : c.last + 1 + _CALLED_REACH]]
    if not words or words[0] not in _DETERMINERS:
        return False
    for word, after in zip(words[1:], [*words[2:], ""], strict=True):
        if word in organization_nouns("kind"):
            return after not in ("'s", "’s")
        if not (word.isalpha() or word == "-") or is_role_word(word) or word in _KIND_ENDS:
            return False
    return False


def find_supported(seen: Sequence[Candidate]) -> frozenset[str]:
    """Surface keys of whom something beside the model's word shows a person: a forename, a frequent family name, a title, an
    age, "who", what the person does; and of the words that such a full name is made of."""
    keys = {surface_key(c.text): core_words(c.text) for c in seen}
    signed = {surface_key(c.text) for c in seen if is_shown_person(c)}
    full = {k for k, words in keys.items() if len(words) > 1 and (k in signed or is_forename(words[0]) or is_surname(words[-1]))}
    parts = {w for k in full for w in keys[k]}
    single = {k for k, w in keys.items() if len(w) == 1 and (k in signed or w[0] in parts or is_forename(w[0]))}
    return frozenset(full | single)


def is_shown_person(c: Candidate) -> bool:
    """Whether a title, a role, an age, "who" or what somebody does stands beside this occurrence of a name."""
    tokens = c.scan.tokens
    before = tokens[c.first - 1].text if c.first else ""
    if before == "." and c.first > 1:
        before = tokens[c.first - 2].text  # "Gen. Moss"
    if before.casefold() in organization_nouns("role"):
        return False
    return (
        is_role_word(before)
        or is_office_before(c.scan.words, c.first)
        or any(v.type == "person" and v.weight >= _TELLING for v in context_votes(c))
    )


def name_unseen(seen: Sequence[Candidate], votes: Mapping[str, Votes]) -> None:
    """Lets a word that no list knows, and that an article writes with a capital again and again inside its sentences, be an organization's
    name, though the model never saw one in it."""
    inside = Counter(surface_key(c.text) for c in seen if c.scan.case == "sentence" and not c.scan.is_initial(c.first))
    unseen = {surface_key(c.text) for c in seen} - {surface_key(c.text) for c in seen if c.type}
    for key in unseen:
        if inside[key] >= _OFTEN and key.isalpha() and len(key) > _SHORT and not is_common_word(key):
            votes[key]["organization"] += _UNSEEN


def find_shown(seen: Sequence[Candidate], votes: Mapping[str, Votes], supported: Container[str]) -> dict[str, MentionType]:
    """The type that something beside the model's word shows of each surface key; no entry where nothing does, or where two are shown."""
    as_place = {surface_key(c.text) for c in seen if _stands_as_place(c)}
    as_organization = {surface_key(c.text) for c in seen if _stands_as_organization(c)}
    # "France" and "Los Angeles" are in the lists of forenames as well: only what stands beside them shows people.
    listed = {surface_key(c.text) for c in seen if any(v.type == "place" and v.weight > _CLEAR for v in name_votes(c.text))}
    signed = {surface_key(c.text) for c in seen if is_shown_person(c)}
    # "An analyst at Ada Marlow": what stands beside it goes before a forename or a family name among its words.
    owned = {surface_key(c.text) for c in seen if c.scan.case == "sentence" and any(v.sign == _OWNED for v in organization_votes(c))}
    # "The Orlo Laboratory, who …": its own words go before what stands beside it, unless a forename is among them.
    by_words = {surface_key(c.text) for c in seen if _is_organization_by_words(c)}
    forenamed = {key for key in by_words if is_forename(core_words(key)[0])}
    shown: dict[str, MentionType] = {}
    for key in votes:
        types: list[MentionType] = []
        if key in supported and (key in signed or (key not in listed and key not in owned)):
            types.append("person")
        if key in as_place:
            types.append("place")
        if key in as_organization:
            types = [*types, "organization"] if key in forenamed or key not in by_words else ["organization"]
        if len(types) == 1:
            shown[key] = types[0]
    return shown


def _stands_as_organization(c: Candidate) -> bool:
    beside = (*context_votes(c), *organization_votes(c)) if c.scan.case == "sentence" else ()
    return any(v.type == "organization" and v.weight >= _TELLING for v in beside) or _is_organization_by_words(c)


def _is_organization_by_words(c: Candidate) -> bool:
    """Whether the words of a name show an organization, whatever stands beside it."""
    own = (v.weight - c.text.isupper() for v in name_votes(c.text) if v.type == "organization")  # any letters have a vote
    return any(w >= _TELLING for w in own)


def weaken_unsupported(seen: Sequence[Candidate], votes: Mapping[str, Votes], supported: Container[str]) -> None:
    """Takes most of the model's votes from people and places of whom the article shows no other sign, where an organization competes.

    A name that the model takes for a person here and a place there, nothing showing either, is more often an organization's.
    """
    as_place = {surface_key(c.text) for c in seen if _stands_as_place(c)}
    for key, own in votes.items():
        if own.get("person", 0.0) > 0 and own.get("place", 0.0) > 0 and key not in supported and key not in as_place:
            own["organization"] += _TORN * (own["person"] + own["place"])
        if own.get("organization", 0.0) <= 0:
            continue
        if own.get("person", 0.0) > 0 and key not in supported:
            own["person"] *= _UNSUPPORTED
        if own.get("place", 0.0) > 0 and key not in as_place:
            own["place"] *= _UNSUPPORTED


def _stands_as_place(c: Candidate) -> bool:
    return any(v.type == "place" and v.weight > _CLEAR for v in (*context_votes(c), *name_votes(c.text)))
