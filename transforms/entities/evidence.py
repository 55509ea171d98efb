"""How sure it is that an entity is one at all, and of its type: points for what speaks for and against it, added up.

The points stand in `data/entities/evidence.csv`, a logistic regression fitted on annotated pages (`python -m tests.quality.entities`): of
rows with as many points as make .9, nine in ten are entities of their type.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from itertools import islice

from transforms.evidence_table import rate_evidence
from transforms.mentions.kinds.evidence import is_plural
from transforms.mentions.telling_words import head_words, name_heads
from transforms.names.forms import core_words
from transforms.names.keys import is_known, is_owned_organization, name_key
from transforms.names.known_organizations import is_brand
from transforms.names.lexicon import is_acronym, is_common_word, is_forename, is_known_place, is_surname
from transforms.records import DocumentName, MentionType
from transforms.word_lists import read_set

TABLE = "entities/evidence.csv"
_READ = 20  # ways of using a name whose spellings are looked at
_OFTEN = 3  # mentions from which on a name is no chance find
_MANY = 5  # articles from which on a capital is no chance
_FULL = 2  # words of a full name
_LONG = 5  # words from which on an organization's name is more often a heading's or a product's


def rate_existence(type_: MentionType, members: Sequence[DocumentName], times: Sequence[int]) -> float:
    """From 0 to 1: how sure it is that the names are an entity, and one of this type. Names that came without signs are."""
    if any(not m.signs for m in members):
        return 1.0
    return rate_evidence(TABLE, list_evidence(type_, members, times))


def list_evidence(type_: MentionType, members: Sequence[DocumentName], times: Sequence[int]) -> Iterator[str]:
    """What holds of the names of an entity, by the names of the table. `members` are the ways in which documents use them, `times` how
    many documents each."""
    signs = {sign for m in members for sign in m.signs}
    is_shown = "shown" in signs or any(m.sport for m in members)  # a page about a sport shows who plays it
    yield f"{type_}, shown" if is_shown else f"{type_}, not shown"
    if "seen" in signs:
        yield "seen by the model"
    if "thing" in signs:
        yield "like a thing, shown" if is_shown else "like a thing, not shown"
    if "acts" in signs and type_ == "organization":
        yield "an organization that acts"
    if "inside" not in signs:
        yield "never inside a sentence"
    if all("unclear" in m.signs for m in members):
        if type_ == "organization" and not is_shown:
            yield "an organization only on unclear pages, not shown"
        else:
            yield "only on unclear pages, shown" if is_shown else "only on unclear pages, not shown"
    if all("foreign" in m.signs for m in members):
        yield "only in other languages"
    articles = sum(times)
    if articles >= _MANY:
        yield "in many articles"
    elif articles > 1:
        yield "in several articles"
    elif sum(count for m in members for _, count in m.forms) >= _OFTEN:
        yield "often in one article"
    yield from _evidence_of_words(type_, {text for m in islice(members, _READ) for text, _ in m.forms}, is_shown)


def _evidence_of_words(type_: MentionType, forms: set[str], is_shown: bool) -> Iterator[str]:
    """What the words of a name say, whatever stands beside them."""
    if any(_is_listed(text, type_) for text in forms):
        yield "known to the lists"
        return
    words = [w for text in forms for w in text.replace("-", " ").split()]
    common = [is_common_word(w) for w in words]
    length = max(len(text.split()) for text in forms)
    if any(ch.isdigit() for text in forms for ch in text):
        yield "with a figure"
    if all(is_acronym(text) for text in forms):
        yield "letters"
    elif all(common) and type_ == "place" and length == 1 and is_shown:
        yield "a place that is a word of the language, shown"
    elif all(common):
        kind = "a word" if length == 1 else "words"
        yield f"{kind} of the language, {'shown' if is_shown else 'not shown'}"
    elif any(common) and not is_shown:
        yield "with a word of the language, not shown"
    if type_ == "organization" and length > 1 and not is_shown and not any(map(_ends_in_word, forms)):
        yield "an organization's several words, the last of no language, not shown"
    if type_ == "place" and all(common) and any(map(_names_kind_of_place, forms)):
        yield "a place of words of the language, its kind among them"
    if type_ == "person":
        if all(map(_ends_in_plural, forms)):
            yield "a person's name that ends in an English plural"
        if not is_shown and not forms.isdisjoint(text.rpartition(" ")[2] for text in forms if " " in text):
            yield "a person's full name and its last word, not shown"
        if any(map(_is_like_person, forms)):
            yield "a forename or a family name"
        elif all(common):
            yield "a person of words of the language, shown" if is_shown else "a person of words of the language, not shown"
        elif not is_shown and length == 1:
            yield "a person's single word, not shown"
        elif not is_shown and not any(common) and not any(map(is_acronym, words)):
            yield "a person's several words, not shown"
    if length >= _LONG and not is_shown:
        yield "long, not shown"


def _is_listed(text: str, type_: MentionType) -> bool:
    if is_known(name_key(text, type_)):
        return True
    return (type_ == "place" and is_known_place(text)) or (type_ == "organization" and (is_brand(text) or _is_of_state(text)))


def _is_of_state(name: str) -> bool:
    """Whether a name is that of a chamber or an office that states have: "the Senate", "the Treasury"."""
    return is_owned_organization(name_key(name, "organization")) or name.casefold() in read_set("mentions/words.csv", "institutions alone")


@functools.cache
def _kinds_of_places() -> dict[str, str]:
    """The words that say what kind of place a name is of, each with where it stands in the name."""
    return {head.word: head.where for head in name_heads() if head.type == "place"}


def _names_kind_of_place(name: str) -> bool:
    """Whether one of several words, the last or the first, says what kind of place they name: "Stone Creek", "Port Stone"."""
    words = name.casefold().split()
    return len(words) > 1 and (_kinds_of_places().get(words[-1], "first") != "first" or _kinds_of_places().get(words[0], "last") != "last")


def _ends_in_word(name: str) -> bool:
    """Whether the last of a name's words, or its only one, is an English word, a kind of organization or letters."""
    last = name.replace("-", " ").split()[-1].rstrip(".")
    return is_common_word(last) or is_acronym(last) or head_words().get(last.casefold()) == "organization"


def _ends_in_plural(name: str) -> bool:
    """Whether the last of several words is the plural of an English word, and no family's name: "Stone Pins", but not "Ada Woods"."""
    words = name.split()
    last = words[-1]
    is_full = len(words) == _FULL and is_forename(words[0])
    return len(words) > 1 and not is_full and is_plural(last) and is_common_word(last) and is_common_word(last[:-1])


def _is_like_person(name: str) -> bool:
    words = core_words(name)
    return (len(words[0]) == 1 and len(words) > 1) or is_forename(words[0]) or is_surname(words[-1])
