"""Spans that rules see better than the model: a dateline's place, "the Arlo regime", organizations of state in small letters."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from transforms.calendar import month_beginnings
from transforms.countries import adjective_code, capital_code, name_code
from transforms.mentions.kinds.things import POINTING
from transforms.mentions.scan import Candidate, Scan
from transforms.mentions.telling_words import head_words, is_attribute
from transforms.names.known_organizations import known_organizations
from transforms.names.lexicon import is_acronym, is_known_place
from transforms.names.states import state_name
from transforms.names.tokens import is_name_word, tokenise
from transforms.records import MentionType
from transforms.word_lists import any_of, read_set, read_words

DATELINE = 3.5  # the weight of a dateline's vote, which no other span has
STATE = DATELINE  # the weight of a state's letters behind a town: always a place, as a dateline is
# Words that a span reaches back from its head, at most.
_REACH = 6
_HOUSES: dict[str, MentionType] = {
    **dict.fromkeys(read_set("mentions/words.csv", "ruling organizations"), "organization"),
    **dict.fromkeys(read_set("mentions/words.csv", "ruling families"), "group"),
}
_KNOWN = 3.0  # the vote for a name that the lists know, or that its own form tells
_STATED = 4.0  # the vote for a name whose last word says what it is: more than any word beside it
_DATELINE_CHARS = 120  # code points of a passage within which a dateline stands
_OWNER_LENGTHS = (1, 2, 3)  # words of the country before a possessive
_RULER_WORDS = 3  # words of a ruler's name before "regime"
_SAINT_TOKENS = 4  # "St.", the saint, 's, and what is named so
_NICKNAME_WORDS = 3  # words between marks within a name
_BEFORE_ISSUE = POINTING | {"another"}  # one of a magazine of the city
_STATION_LETTERS = 4  # letters of a station's name, at most
_CHANNEL = re.compile(r"\d{1,2}")
_MONTH = rf"(?:{any_of(name.title() for name in month_beginnings())})[a-z]*\.?"
# ORLO (AP) — …; ORLO, Tarsia, May 3 (EFE) …; Ada Moss ORLO 1996-08-30 …
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ'’.-]+){0,3})(?:,? (?P<region>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?))?,?"
    rf"\s*(?:[—–]|-{{1,2}}\s|\([A-Z][\w ./-]+\)\s*[-—–:.]|\d{{4}}-\d\d-\d\d|{_MONTH} \d|\d{{1,2}} {_MONTH})"
)


def special_spans(scan: Scan, is_opening: bool) -> Iterator[Candidate]:
    """The spans of one passage that rules decide; `is_opening` for a passage that may hold the dateline."""
    if scan.case == "capitals":
        return
    if is_opening:
        yield from _dateline(scan)
    yield from _known_organizations(scan)
    yield from _states(scan)
    yield from _media_of_cities(scan)
    text = scan.reading.passage.text
    low = text.casefold()
    if any(head in low for head in read_words("mentions/institutions.txt")):
        yield from _institutions(scan)
    if any(house in text for house in _HOUSES):
        yield from _houses(scan)
    if "St" in text or "Saint" in text:
        yield from _saints(scan)
    if any(mark in text for mark in _OPENS):
        yield from _nicknamed(scan)


def _dateline(scan: Scan) -> Iterator[Candidate]:
    m = _DATELINE.search(scan.reading.passage.text, 0, _DATELINE_CHARS)
    if not m:
        return
    for group in ("place", "region"):
        start, end = m.span(group)
        first = next((i for i, t in enumerate(scan.tokens) if t.start == start), None)
        last = next((i + 1 for i, t in enumerate(scan.tokens) if t.end == end), None)
        if first is not None and last is not None and first < last and start >= 0:
            yield Candidate(scan, first, last, "place", DATELINE)


def _states(scan: Scan) -> Iterator[Candidate]:
    """The letters of a state behind a town: "Orlo, PA"."""
    tokens = scan.tokens
    for i in range(2, len(tokens)):
        word = tokens[i].text
        if word.isupper() and tokens[i - 1].text == "," and is_name_word(tokens[i - 2].text) and state_name(word):
            yield Candidate(scan, i, i + 1, "place", STATE)


def _media_of_cities(scan: Scan) -> Iterator[Candidate]:
    """What is named after a city: "New York magazine", "NBC 4 New York", the "New York Fed"; but not "a New York magazine"."""
    words = scan.words
    for first, last in scan.runs:
        after, before = scan.text_after(last), words[first - 1].casefold() if first else ""
        if (
            after == "magazine"
            and before not in _BEFORE_ISSUE
            and is_known_place(scan.text(first, last))
            and not name_code(scan.text(first, last))
        ):
            yield Candidate(scan, first, last + 1, "organization", _STATED)
        fed = next((i for i in range(first + 1, last) if words[i] == "Fed"), None)
        if fed is not None and is_known_place(scan.text(first, fed)):
            yield Candidate(scan, first, fed + 1, "organization", _STATED)
        elif last - first == 1 and _CHANNEL.fullmatch(after) and is_acronym(words[first]) and len(words[first]) <= _STATION_LETTERS:
            end = next((b for a, b in scan.runs if a == last + 1), 0)
            if end and is_known_place(scan.text(last + 1, end)) and not scan.text_after(end)[:1].isdigit():  # "NYT 5 Orlo 3" is a score
                yield Candidate(scan, first, end, "organization", _STATED)


@functools.cache
def _organization_names() -> dict[str, list[tuple[str, ...]]]:
    """Names of several words of the organizations that everybody knows, by their first word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for organization in known_organizations():
        for name in (organization.name, *organization.others):
            words = tuple(t.text for t in tokenise(name.removeprefix("The ")))
            if len(words) > 1:
                table.setdefault(words[0], []).append(words)
    return table


def _known_organizations(scan: Scan) -> Iterator[Candidate]:
    """Names that hold words no name is thought to hold: "Doctors Without Borders"."""
    names, tokens = _organization_names(), scan.tokens
    for first, _ in scan.runs:
        for words in names.get(tokens[first].text, ()):
            if tuple(t.text for t in tokens[first : first + len(words)]) == words:
                yield Candidate(scan, first, first + len(words), "organization", _KNOWN)
                break


def _institutions(scan: Scan) -> Iterator[Candidate]:
    """Spans of state organizations named by a country or capital and a head word, modifiers between them."""
    heads, modifiers, tokens = read_words("mentions/institutions.txt"), read_words("mentions/institution_modifiers.txt"), scan.tokens
    for i, token in enumerate(tokens):
        if token.text.casefold() not in heads:
            continue
        first = i
        while first > 0 and tokens[first - 1].text.casefold() in modifiers and i - first < _REACH:
            first -= 1
        owner = _owner(scan, first)
        if owner is None and first < i and token.text == "ministry":
            owner = first  # "the culture ministry"
        if owner is not None:
            yield Candidate(scan, owner, i + 1, "organization", _STATED)


def _owner(scan: Scan, first: int) -> int | None:
    """The token at which a country's adjective or possessive name begins that ends before `first`."""
    tokens = scan.tokens
    if first == 0:
        return None
    if tokens[first - 1].text in ("'s", "’s"):
        for n in _OWNER_LENGTHS:
            a = first - 1 - n
            if a >= 0 and tokens[a].text[0].isupper():
                text = scan.text(a, first - 1)
                if name_code(text) or capital_code(text):
                    return a
        return None
    for n in (2, 1):
        a = first - n
        if a >= 0 and tokens[a].text[0].isupper() and tokens[a].text != "The" and adjective_code(scan.text(a, first)):
            return a
    return None


def _houses(scan: Scan) -> Iterator[Candidate]:
    """A ruler's name with what it stands before: the regime, the family. Not a nation's: "the Tarsian regime"."""
    tokens = scan.tokens
    for i, token in enumerate(tokens):
        type_ = _HOUSES.get(token.text)
        if type_ is None or i == 0:
            continue
        first = i
        while first > 0 and i - first < _RULER_WORDS and tokens[first - 1].text != "The" and is_name_word(tokens[first - 1].text):
            first -= 1
        if first < i and first > 0 and tokens[first - 1].text in ("the", "The") and not adjective_code(scan.text(first, i)):
            yield Candidate(scan, first, i + 1, type_, _STATED)


def _saints(scan: Scan) -> Iterator[Candidate]:
    """Organizations named after a saint: "St. Orlo's Hospital"."""
    tokens = scan.tokens
    for i, token in enumerate(tokens[: 1 - _SAINT_TOKENS]):
        if token.text in ("St.", "St", "Saint") and tokens[i + 2].text in ("'s", "’s"):
            type_ = head_words().get(tokens[i + 3].text.casefold())
            if type_ and tokens[i + 3].text[0].isupper():
                yield Candidate(scan, i, i + _SAINT_TOKENS, type_, _STATED)


def _nicknamed(scan: Scan) -> Iterator[Candidate]:
    """A name with a nickname or initials in its middle: Ada “Salt” Moss, Ada Jane (A.J.) Moss. The model sees a person in it."""
    tokens = scan.tokens
    for first, last in scan.runs:
        if last + 2 >= len(tokens) or tokens[last].text not in _OPENS:
            continue
        reach = range(last + 2, min(last + 2 + _NICKNAME_WORDS, len(tokens) - 1))
        close = next((k for k in reach if tokens[k].text == _OPENS[tokens[last].text]), None)
        if close is None or not all(is_name_word(t.text) for t in tokens[last + 1 : close]) or not is_name_word(tokens[close + 1].text):
            continue
        if tokens[last].text == "(" and not _is_nickname(tokens[last + 1].text):
            continue  # "Ada Moss (Tarsia) Orlo Cycles"
        end = next(b for a, b in scan.runs if a <= close + 1 < b)
        while first < last and is_attribute(tokens[first].text):
            first += 1
        start, stop = tokens[first].start, tokens[end - 1].end
        if first < last and any(n.label == "PERSON" and n.start < stop and start < n.end for n in scan.reading.names):
            yield Candidate(scan, first, end, "person", _KNOWN)


def _is_nickname(word: str) -> bool:
    """Whether a word in brackets is a short name or initials."""
    low = word.casefold()
    if name_code(word):
        return False
    return (
        low in read_words("names/forenames.txt")
        or low in read_words("names/short_names.txt")
        or ("." in word and word.replace(".", "").isupper())
    )


_OPENS = {'"': '"', "“": "”", "‘": "’", "(": ")"}
