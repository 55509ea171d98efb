"""Names from the runs of words with capitals: the model's spans drawn out to their whole run, then the runs that it left out."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.countries import adjective_code, name_code, people_code
from transforms.mentions.kinds.evidence import is_plural
from transforms.mentions.model_spans import trim
from transforms.mentions.scan import Candidate, Scan
from transforms.mentions.telling_words import head_words, is_attribute, is_role_word
from transforms.names.forms import PARTICLES
from transforms.names.known_organizations import is_known_organization
from transforms.names.lexicon import is_common_word, is_forename
from transforms.records import MentionType
from transforms.word_lists import read_set, read_words

_OF_ANOTHER_SPAN = 0.5  # what is left of the model's vote for a span that it did not see so
_CERTAIN = 3.0  # the vote of a company's form: as much as a word within a name
_OFFICE_PREPOSITIONS = read_set("mentions/words.csv", "office prepositions")
_NEVER_WITHIN = read_set("mentions/words.csv", "letters of quarters") | read_set("mentions/words.csv", "letters of seats")
_REGNAL = read_set("mentions/words.csv", "regnal numbers")


def run_candidates(scan: Scan, taken: list[Candidate]) -> Iterator[Candidate]:
    """Names from the runs of capitals: the model's spans drawn out to their whole run, then runs that it left out."""
    if scan.case != "sentence":
        yield from taken
        return
    taken = sorted(taken, key=lambda c: c.first)
    at = reach = 0
    for first, last in scan.runs:
        if first < reach:
            continue  # inside a name that began in an earlier run ("Bank of Orlo")
        inside = []
        while at < len(taken) and taken[at].first < last:
            inside.append(taken[at])
            reach = max(reach, taken[at].last)
            at += 1
        if not inside:
            for a, b in _cut_run(scan, first, last):
                yield Candidate(scan, a, b, None, 0.0)
        elif len(inside) == 1 and inside[0].last <= last:
            whole = _drawn_out(scan, inside[0], first, last)
            for a, b in _cut_run(scan, first, whole.first):  # "Orlo Mayor Ada Moss"
                yield Candidate(scan, a, b, None, 0.0)
            yield whole
        else:
            yield from _merged(scan, inside)


def with_legal_form(c: Candidate) -> Candidate:
    """The candidate with a company's form in small letters behind it: "Marlow Salt plc"."""
    if c.scan.text_after(c.last) in read_set("mentions/words.csv", "company forms written small") and c.type != "group":
        return Candidate(c.scan, c.first, c.last + 1, "organization", _CERTAIN)
    return c


def with_number(c: Candidate) -> Candidate:
    """The candidate with the number that belongs to its last word: "Orlo Radio 4", "Route 29"."""
    is_counted = c.scan.tokens[c.last - 1].text in read_set("mentions/words.csv", "before a number")
    return Candidate(c.scan, c.first, c.last + 1, c.type, c.weight) if is_counted and c.scan.text_after(c.last).isdigit() else c


def _drawn_out(scan: Scan, c: Candidate, first: int, last: int) -> Candidate:
    tokens = scan.tokens
    if c.type == "group" and _is_forename(scan, c, last):
        return Candidate(scan, c.first, last, "person", _OF_ANOTHER_SPAN * c.weight)
    if c.type == "group" or name_code(c.text) or adjective_code(c.text):
        # "Czech Republic", "New Tarsia": only where the whole run is a country.
        if tokens[first].text == "The":
            first += 1
        whole = scan.text(first, last)
        return Candidate(scan, first, last, "place", 1.0) if c.text != whole and name_code(whole) else c
    a, b = c.first, c.last
    first = max(first, min(c.first, _office_end(scan, first, last)))
    while a > first and not _stands_apart(tokens[a - 1].text, c.type):
        a -= 1
    while a < c.first and (
        tokens[a].text in PARTICLES or (scan.is_initial(a) and tokens[a].text.casefold() in read_words("names/opening_words.txt"))
    ):
        a += 1
    while b < last and not (is_attribute(tokens[b].text) or name_code(tokens[b].text) or tokens[b].text in _NEVER_WITHIN):
        b += 1
    while b > c.last and tokens[b - 1].text in PARTICLES:
        b -= 1
    if c.type == "person" and b < last and tokens[b].text in _REGNAL and (b + 1 == len(tokens) or not tokens[b + 1].text.isalpha()):
        b += 1  # "Ada II," but not "Ada I know"
    if (a, b) == (c.first, c.last):
        return c
    return Candidate(scan, a, b, c.type, _OF_ANOTHER_SPAN * c.weight)


def _is_forename(scan: Scan, group: Candidate, last: int) -> bool:
    """Whether what the model took for a faith or a people is a forename, one word behind it: "Christian Moss"."""
    if group.last + 1 != last or not is_forename(group.text):
        return False
    word = scan.tokens[group.last].text
    return word[1:].islower() and not (is_attribute(word) or is_common_word(word) or word.casefold() in head_words() or is_plural(word))


def _office_end(scan: Scan, first: int, last: int) -> int:
    """Where the name begins behind an office of several words that the run is a part of: "Chief of Staff Ada Moss"."""
    words = scan.words
    if first < 2 or words[first - 1] not in _OFFICE_PREPOSITIONS or not is_role_word(words[first - 2]) or not words[first - 2][0].isupper():
        return first
    i = first
    while i < last - 1 and (is_common_word(words[i]) or words[i].casefold() in read_words("mentions/role_modifiers.txt")):
        i += 1
    return i


def _stands_apart(word: str, type_: MentionType | None) -> bool:
    """Whether a word with a capital before a name is not part of it."""
    if is_attribute(word) or people_code(word) or name_code(word):
        return True
    return type_ == "person" and word.casefold() in head_words()


def _merged(scan: Scan, inside: list[Candidate]) -> Iterator[Candidate]:
    """Neighbours of one run that are one name: the model parted "State" (an organization) from "Duma" (a person)."""
    k = 0
    while k < len(inside):
        c = inside[k]
        if k + 1 < len(inside):
            d = inside[k + 1]
            is_whole = " " in c.text and is_known_organization(c.text)  # "asked by the Daily Mail Moss said"
            parted_organization = c.type == "organization" and d.type == "person" and d.last - d.first == 1 and not is_role_word(d.text)
            parted_organization = parted_organization and not is_whole
            parted_person = c.type == "person" and d.type == "person" and scan.case == "sentence" and not is_known_organization(d.text)
            parted_team = c.type == "place" and d.type in ("group", "organization") and d.text.endswith("s") and not name_code(c.text)
            parted_team = parted_team and d.last - d.first == 1 and not people_code(d.text)
            if c.last == d.first and (parted_organization or parted_person or parted_team):
                yield Candidate(scan, c.first, d.last, "organization" if parted_team else c.type, _OF_ANOTHER_SPAN * c.weight)
                k += 2
                continue
        yield c
        k += 1


def _cut_run(scan: Scan, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a run without titles, nationalities, days and sentence openers."""
    tokens = scan.tokens
    a = first
    for i in range(first, last + 1):
        if i < last and not is_attribute(tokens[i].text) and not people_code(tokens[i].text):
            continue
        x, y = trim(scan, a, i, None) if a < i else (i, i)
        while y > x and tokens[y - 1].text in PARTICLES:
            y -= 1
        if x < y:
            yield x, y
        a = i + 1
