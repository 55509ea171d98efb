"""Works, products, events and laws: they have names, and are neither people, organizations, places nor groups."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from transforms.mentions.kinds.evidence import is_plural
from transforms.mentions.kinds.organization_signs import organization_nouns
from transforms.mentions.kinds.votes import surface_key
from transforms.mentions.scan import Candidate, Scan, token_span
from transforms.mentions.telling_words import is_role_word
from transforms.names.keys import is_owned_organization, name_key
from transforms.names.lexicon import is_common_word
from transforms.names.tokens import JOINING, is_name_word
from transforms.records import MentionType
from transforms.word_lists import read_set, read_table, read_words

_LABELS = frozenset(("PRODUCT", "WORK_OF_ART", "EVENT", "LAW"))
_MODEL = {"sentence": 1.0, "title": 0.4, "capitals": 0.2}  # what the model's word counts, by how the passage is written
_QUOTED = 1.5  # what a name alone within quotation marks counts: a title
_PRICED = 1.5  # what a price behind the name counts: "for $235"
_NUMBERED = 1.5  # what a version behind the name counts: "Orlo 3.2"
_VERSION = re.compile(r"v?\d{1,2}\.\d+(?:\.\d+)*|v\d{1,2}")
_NOUN_REACH = 5  # tokens before "named" among which the article of the noun stands
_NAMED = 1.1  # what it counts that a noun is called by the name: "a radar named Orlo"
_COUNTED = 1.1  # what "a" counts before a name and nothing behind it: "in a Zub Orlo when"; more than the model's word once
_UNSUPPORTED = 0.3  # what the model's word for a person counts where nothing else shows one
_UNSHOWN = 0.5  # the same for an organization: the model has no other word for software, machines and missions
_SURE = 2.0  # votes of a sure thing
_SHORTER = 2.5  # what each gives to its name cut short
_LONGEST_TITLE = 7  # tokens of a title within marks; longer ones are speech
_CALLED_REACH = 5  # tokens behind "is a" among which the kind of thing stands
POINTING = frozenset(("the", "this", "that", "a", "an"))
_MARKS = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“"}
_CALLED = frozenset(("One", "Two"))  # numbers that aircraft of a state are called by
_INNER_MARKS = frozenset(",.")
_CURRENCIES = frozenset("$€£¥")


class _ThingWord(NamedTuple):
    word: str
    side: Literal["before", "after", "called", "last", "the"]
    weight: float


@functools.cache
def _words() -> dict[tuple[str, str], float]:
    return {(row.side, row.word): row.weight for row in read_table("mentions/thing_words.csv", _ThingWord)}


def find_things(scans: Sequence[Scan], candidates: Sequence[Candidate]) -> Mapping[str, float]:
    """How much shows each surface to name a thing, by surface key: the model, titles within marks, words beside it, prices."""
    votes: dict[str, float] = defaultdict(float)
    shorter: dict[str, float] = defaultdict(float)
    for scan in scans:
        for name in scan.reading.names:
            if name.label in _LABELS:
                first, last = token_span(scan, name.start, name.end)
                while first < last and scan.tokens[first].text.casefold() in ("the", "a", "an"):
                    first += 1
                if first < last:
                    votes[surface_key(scan.text(first, last))] += _MODEL[scan.case]
        for first, last in _quoted(scan):
            votes[surface_key(scan.text(first, last))] += _QUOTED
    for c in candidates:
        votes[surface_key(c.text)] += sum(_beside(c))
    for key in list(votes):
        if " " in key and votes[key] + _words().get(("last", key.rpartition(" ")[2]), 0.0) >= _SURE:
            shorter[key.rpartition(" ")[0]] += _SHORTER  # "Orlophone" where "Orlophone Pro" is a thing
    for key, weight in shorter.items():
        votes[key] += weight
    for key in list(votes):
        votes[key] += _words().get(("last", key.rpartition(" ")[2]), 0.0) if " " in key else 0.0
    return votes


def _quoted(scan: Scan) -> Iterator[tuple[int, int]]:
    """Runs of words with capitals that stand alone between quotation marks, no comma or full stop before the closing one."""
    tokens = scan.tokens
    for first, _ in scan.runs:
        if first == 0 or tokens[first - 1].text not in _MARKS:
            continue
        closing = _MARKS[tokens[first - 1].text]
        last = next((k for k in range(first + 1, min(first + _LONGEST_TITLE, len(tokens))) if tokens[k].text == closing), None)
        if last is not None and tokens[last - 1].text in _INNER_MARKS and _is_title(scan, first, last):
            yield first, last - 1  # “Orlo,” won a prize
        elif last is not None and is_name_word(tokens[last - 1].text):
            yield first, last


def _is_title(scan: Scan, first: int, last: int) -> bool:
    """Whether words between marks, a comma or a full stop before the closing one, are a title: behind a small word or a comma, all of them
    with capitals but small ones, and nobody speaks behind them."""
    words = scan.words[first : last - 1]
    before = scan.words[first - 2] if first > 1 else ""
    is_named = bool(words) and is_name_word(words[-1]) and all(is_name_word(w) or w in JOINING for w in words)
    after = scan.text_after(last + 1)
    is_spoken = after in read_set("mentions/words.csv", "behind speech") or after[:1].isupper()
    return (
        is_named and not is_spoken and (before == "," or before.islower()) and before not in read_set("mentions/words.csv", "before speech")
    )


def _beside(c: Candidate) -> Iterator[float]:
    tokens, words = c.scan.tokens, _words()
    if c.first > 0:
        yield words.get(("before", tokens[c.first - 1].text.casefold()), 0.0)
        if c.scan.case == "sentence" and tokens[c.first - 1].text in ("a", "an") and _ends_phrase(c):
            yield _COUNTED
        if c.scan.case == "sentence" and _is_called_thing(c):
            yield _NAMED
    after = c.scan.text_after(c.last).casefold()
    yield words.get(("after", after), 0.0)
    if _VERSION.fullmatch(after) and c.scan.case == "sentence":
        yield _NUMBERED
    if after == "for" and c.scan.text_after(c.last + 1) in _CURRENCIES:
        yield _PRICED
    if after in ("is", "was", "remains"):
        behind = [t.text for t in tokens[c.last + 1 : c.last + 2 + _CALLED_REACH]]
        if any(w in ("a", "an", "the") for w in behind[:2]):
            yield max((words.get(("called", w), 0.0) for w in behind[1:]), default=0.0)


def _is_called_thing(c: Candidate) -> bool:
    """Whether a noun is called by the name that is no person, organization or place: "a radar named Orlo", not "a firm called Orlo"."""
    words = c.scan.words
    at = c.first - 1
    if at > 1 and words[at] == "as" and words[at - 1] == "known":
        at -= 1
    elif words[at] not in read_set("mentions/words.csv", "naming"):
        return False
    noun = words[at - 1] if at > 0 else ""
    is_phrase = any(w.casefold() in POINTING for w in words[max(0, at - _NOUN_REACH) : at - 1])
    is_small = noun in read_set("mentions/words.csv", "behind a whole name") or noun in read_set("mentions/words.csv", "behind speech")
    if not is_phrase or is_small or not (noun.islower() and noun.isalpha()) or noun.endswith("ly"):
        return False
    is_other = is_role_word(noun) or any(noun in read_words(f"mentions/{name}.txt") for name in ("anybody", "kinds_of_places"))
    return not (is_other or noun in _nouns_of_others())


@functools.cache
def _nouns_of_others() -> frozenset[str]:
    """What people and organizations are called: "man", "firm"."""
    return read_set("mentions/words.csv", "kin") | read_set("mentions/words.csv", "nouns of no thing") | organization_nouns("kind")


def _ends_phrase(c: Candidate) -> bool:
    """Whether nothing behind a name may be what it belongs to: "in a Zub Orlo when", but not "a Zub Orlo driver"."""
    after = c.scan.text_after(c.last)
    return not (after[:1].isalnum() or after == "-") or after in read_set("mentions/words.csv", "behind a whole name")


def is_law(c: Candidate) -> bool:
    """Whether a name is a word for a measure, whoever else is called Bill: "the Bill", or the last word of its title, "the Salt Bill"."""
    if c.first == 0 or ("the", c.text.casefold()) not in _words():
        return False
    before = c.scan.tokens[c.first - 1].text
    is_title = (
        before[0].isupper()
        and not c.scan.is_initial(c.first - 1)
        and (is_common_word(before) or is_plural(before))
        and not is_role_word(before)
    )
    is_drafted = before.islower() and c.first > 1 and c.scan.tokens[c.first - 2].text.casefold() in POINTING  # "a draft Bill"
    return before.casefold() in POINTING or before == ")" or is_drafted or (c.scan.case == "sentence" and is_title)


def is_call_sign(c: Candidate) -> bool:
    """Whether a force of every country stands in the name of an aircraft: "Air Force One"."""
    return c.scan.text_after(c.last) in _CALLED and is_owned_organization(name_key(c.text, "organization"))


def is_thing(
    key: str, own: Mapping[MentionType, float], things: Mapping[str, float], supported: Container[str], shown: Mapping[str, MentionType]
) -> bool:
    """Whether more shows a surface to name a thing than a person, an organization, a place or a group.

    The model's word alone for a person or an organization counts little.
    """
    if key not in supported and own.get("person", 0.0) > 0:
        own = {**own, "person": _UNSUPPORTED * own["person"]}
    if key not in shown and own.get("organization", 0.0) > 0:
        own = {**own, "organization": _UNSHOWN * own["organization"]}
    return things.get(key, 0.0) > max((0.0, *own.values()))
