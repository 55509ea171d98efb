"""Spans of a passage that may be names: what the model saw, cut to shape, and what is written with a capital."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.countries import adjective_code, capital_code, name_code, people_code
from transforms.names.forms import PARTICLES, SON_OF, honorifics, name_words
from transforms.names.tokens import JOINING, LetterCase, Token, is_name_word, letter_case, tokenise
from transforms.nlp import Reading
from transforms.records import MentionType
from transforms.word_lists import read_rows, read_words

LABELS: dict[str, MentionType] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
}  # fmt: skip
# Small words that may stand inside the name of a body or a place, but not at its ends.
_INNER = JOINING | {"of", "for", "the", "and", "in", "on", "at", "to", "des", "für", "und", "di", "do"}
# Verbs before their subject: "Said Ada Moss: …".
_SAYING = frozenset(("said", "says", "added", "asked", "asks", "recalled", "wrote"))
_COMPANY_FORMS = frozenset(("inc", "ltd", "llc", "corp", "co", "plc", "sa", "ag", "nv"))
_ENDS = frozenset('.!?:;"“”…—–-•*|(')


@dataclass(slots=True)
class Scan:
    """A passage with its words, the runs of words with capitals, and how it is written."""

    reading: Reading
    index: int
    tokens: list[Token]
    words: list[str]  # the tokens' texts
    case: LetterCase
    runs: list[tuple[int, int]] = field(default_factory=list)

    def is_initial(self, i: int) -> bool:
        """Whether token `i` stands where any word has a capital: at the start, or behind a mark that ends."""
        return i == 0 or self.tokens[i - 1].text[-1] in _ENDS

    def text(self, first: int, last: int) -> str:
        return self.reading.passage.text[self.tokens[first].start : self.tokens[last - 1].end]

    def text_after(self, last: int) -> str:
        """The token behind a span that ends before token `last`, "" at the passage's end."""
        return self.tokens[last].text if last < len(self.tokens) else ""


@dataclass(slots=True)
class Candidate:
    """A span by tokens (half-open) that may be a name. `type` is the model's vote, None where it gave none."""

    scan: Scan
    first: int
    last: int
    type: MentionType | None
    weight: float
    text: str = ""

    def __post_init__(self) -> None:
        self.text = self.scan.text(self.first, self.last)

    @property
    def start(self) -> int:
        return self.scan.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.scan.tokens[self.last - 1].end


def scan_passage(index: int, reading: Reading) -> Scan:
    """The passage's words and its runs of name words."""
    tokens = tokenise(reading.passage.text)
    # The first line of a text that somebody scraped is its title more often than not.
    is_title = reading.passage.part == "title" or (index == 0 and 0 < len(tokens) < 30 and tokens[-1].text != ".")
    case = letter_case(tokens, is_title)
    scan = Scan(reading, index, tokens, [t[2] for t in tokens], case)
    scan.runs = list(find_runs(scan))
    return scan


def find_runs(scan: Scan) -> Iterator[tuple[int, int]]:
    """Token spans of words with capitals, apart by single spaces; small joining words inside."""
    tokens, words, text = scan.tokens, scan.words, scan.reading.passage.text
    size = len(tokens)
    j = 0
    for i in [i for i, w in enumerate(words) if w[0].isupper() or ("-" in w and len(w) > 1) or "'" in w or "’" in w]:
        if i < j or not (words[i][0].isupper() or is_name_word(words[i])):
            continue
        j = i + 1
        while j < size:
            if words[j] in ("'", "’") and j + 1 < size and tokens[j].end + 1 == tokens[j + 1].start and _is_body_word(tokens[j + 1].text):
                j += 2  # "Pilots' Association": the plural's apostrophe is inside the name
                continue
            k = j
            while k < size and k - j < 3 and words[k] in JOINING:
                k += 1
            if k < size and is_name_word(words[k]) and all(_adjacent(text, tokens, n) for n in range(j, k + 1)):
                j = k + 1
            else:
                break
        yield i, j


def _is_body_word(word: str) -> bool:
    return word[0].isupper() and head_words().get(word.casefold()) == "organization"


def _adjacent(text: str, tokens: list[Token], i: int) -> bool:
    gap = text[tokens[i - 1][1] : tokens[i][0]]
    return gap in (" ", "\u00a0") or (gap == "" and tokens[i - 1].text[-1] == ".")


def token_span(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """The tokens (half-open) that a span of the passage's text touches."""
    tokens = scan.tokens
    first = max(0, bisect_right(tokens, start, key=_start) - 1)
    while first < len(tokens) and tokens[first].end <= start:
        first += 1
    last = first
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    return first, last


def _start(token: Token) -> int:
    return token.start


def model_candidates(scan: Scan) -> Iterator[Candidate]:
    """The model's names of a passage, cut to whole words, parted where they hold what no name holds."""
    if not scan.reading.names:
        return
    weight = {"sentence": 1.0, "title": 0.4, "capitals": 0.2}[scan.case]
    for name in scan.reading.names:
        type_ = LABELS.get(name.label)
        if type_ is None:
            continue
        first, last = token_span(scan, name.start, name.end)
        pieces = list(_pieces(scan, type_, first, last))
        for a, b in pieces:
            a, b = trim(scan, a, b, type_)
            if _opens_with_role(scan, a, b, type_):
                yield Candidate(scan, a + 1, b, "person", weight)
            elif a < b:
                yield Candidate(scan, a, b, type_, weight if len(pieces) == 1 else 0.5 * weight)


def _opens_with_role(scan: Scan, first: int, last: int, type_: MentionType) -> bool:
    """Whether what the model took for a body is a person's full name behind a role that opens the sentence: "Campaigner Ada Moss"."""
    words = [t.text for t in scan.tokens[first:last]]
    if type_ != "organization" or len(words) != 3 or scan.case != "sentence" or not scan.is_initial(first):
        return False
    return is_role_word(words[0]) and all(is_name_word(w) and w.casefold() not in head_words() for w in words[1:])


def _pieces(scan: Scan, type_: MentionType, first: int, last: int) -> Iterator[tuple[int, int]]:
    inner = JOINING if type_ == "person" else _INNER
    tokens = scan.tokens
    a = first
    for i in range(first, last + 1):
        if i < last:
            word = tokens[i].text
            if i > a and _run_together(tokens, i):
                yield a, i
                a = i
            if is_name_word(word) or word in inner:
                continue
            if word == "&" or (
                word == "," and i + 1 < last and name_words(tokens[i + 1].text)[:1] and name_words(tokens[i + 1].text)[0] in _COMPANY_FORMS
            ):
                continue
            if type_ == "organization" and i + 1 < last and is_name_word(tokens[i + 1].text):
                if "-" in word[1:-1] or (word in ("'", "’") and _is_body_word(tokens[i + 1].text)):
                    continue
                if word in ("'s", "’s") and not (name_code(scan.text(first, i)) or capital_code(scan.text(first, i))):
                    continue  # a shop or a school: "Ada's Kitchen"
        if a < i:
            yield a, i
        a = i + 1


def _run_together(tokens: list[Token], i: int) -> bool:
    """Whether two words with capitals stand without a space between them: a page ran two names together."""
    return tokens[i - 1].end == tokens[i].start and tokens[i].text[0].isupper() and tokens[i - 1].text[-1].isalpha()


def trim(scan: Scan, first: int, last: int, type_: MentionType | None) -> tuple[int, int]:
    """The span without small words, articles, and (of a person) titles at its ends."""
    tokens = scan.tokens
    common = read_words("names/opening_words.txt")
    while first < last:
        word = tokens[first].text
        low = word.casefold()
        if not is_name_word(word):
            # "bin", "al" and "de" may open a name: only before another word of it.
            if word in JOINING and last - first > 1 and (type_ == "person" or word in ("al", "el")):
                break
            first += 1
        elif word == "The" and scan.case == "sentence" and last - first > 1 and first > 0 and tokens[first - 1].text.islower():
            break  # "at The Meadow": a capital that no rule of spelling gave
        elif low in ("the", "a", "an") or (
            low in common and last - first > 1 and scan.is_initial(first) and (type_ is None or low in _SAYING)
        ):
            first += 1
        else:
            break
    tails = read_words("mentions/tail_words.txt")
    while last > first and (not is_name_word(tokens[last - 1].text) or (last - first > 1 and tokens[last - 1].text.casefold() in tails)):
        last -= 1
    if type_ == "person":
        while last - first > 2 and (name_code(tokens[first].text) or adjective_code(tokens[first].text)):
            first += 1  # "Tarsian Ada Moss"; two words may be a name ("Jordan Moss")
        first += title_length(scan, first, last)
    return first, last


def title_length(scan: Scan, first: int, last: int) -> int:
    """How many tokens at the start of the span are titles ("Foreign Minister", "Mr"), a name behind them."""
    titles = honorifics()
    length = 0
    while True:
        for n in (3, 2, 1):
            if first + length + n >= last:
                continue
            words = tuple(w for t in scan.tokens[first + length : first + length + n] for w in name_words(t.text))
            if words in titles and scan.tokens[first + length + n].text not in SON_OF:
                break
        else:
            return length
        length += n
        if first + length < last and scan.tokens[first + length].text == ".":
            length += 1


_TITLE_WORDS = frozenset(words[0] for words in honorifics() if len(words) == 1)


@functools.cache
def head_words() -> dict[str, MentionType]:
    """Single words that make a name a body's or a place's, with that type."""
    return {r["word"]: r["type"] for r in read_rows("mentions/name_heads.csv")}  # type: ignore[misc]


@functools.lru_cache(maxsize=50_000)
def is_role_word(word: str) -> bool:
    """Whether a word, capital or not, names an office or a title."""
    low = word.casefold().rstrip(".").rpartition("-")[2]
    return low in _TITLE_WORDS or low in read_words("mentions/roles.txt")


@functools.lru_cache(maxsize=50_000)
def is_attribute(word: str) -> bool:
    """Whether a word with a capital tells of what stands behind it, without being part of its name: nationality, role, day."""
    return bool(adjective_code(word)) or is_role_word(word) or word.casefold() in read_words("names/opening_words.txt")


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
    if c.scan.text_after(c.last) in ("plc", "gmbh", "spa") and c.type != "group":
        return Candidate(c.scan, c.first, c.last + 1, "organization", 3.0)
    return c


def _drawn_out(scan: Scan, c: Candidate, first: int, last: int) -> Candidate:
    tokens = scan.tokens
    if c.type == "group" or name_code(c.text) or adjective_code(c.text):
        # "Czech Republic", "New Tarsia": only where the whole run is a country.
        if tokens[first].text == "The":
            first += 1
        whole = scan.text(first, last)
        return Candidate(scan, first, last, "place", 1.0) if c.text != whole and name_code(whole) else c
    a, b = c.first, c.last
    while a > first and not _stands_apart(tokens[a - 1].text, c.type):
        a -= 1
    while a < c.first and (
        tokens[a].text in PARTICLES or (scan.is_initial(a) and tokens[a].text.casefold() in read_words("names/opening_words.txt"))
    ):
        a += 1
    while b < last and not is_attribute(tokens[b].text) and not name_code(tokens[b].text):
        b += 1
    while b > c.last and tokens[b - 1].text in PARTICLES:
        b -= 1
    if c.type == "person" and b < last and tokens[b].text in _REGNAL and (b + 1 == len(tokens) or not tokens[b + 1].text.isalpha()):
        b += 1  # "Ada II," but not "Ada I know"
    if (a, b) == (c.first, c.last):
        return c
    return Candidate(scan, a, b, c.type, 0.5 * c.weight)


_REGNAL = frozenset(
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XXIII", "Jr", "Sr")
)


def _stands_apart(word: str, type_: MentionType | None) -> bool:
    """Whether a word with a capital before a name is not part of it."""
    if is_attribute(word) or people_code(word) or name_code(word):
        return True
    return type_ == "person" and word.casefold() in head_words()


def _merged(scan: Scan, inside: list[Candidate]) -> Iterator[Candidate]:
    """Neighbours of one run that are one name: the model parted "State" (a body) from "Duma" (a person)."""
    k = 0
    while k < len(inside):
        c = inside[k]
        if k + 1 < len(inside):
            d = inside[k + 1]
            parted_body = c.type == "organization" and d.type == "person" and d.last - d.first == 1 and not is_role_word(d.text)
            parted_person = c.type == "person" and d.type == "person" and scan.case == "sentence"
            parted_team = c.type == "place" and d.type in ("group", "organization") and d.text.endswith("s") and not name_code(c.text)
            parted_team = parted_team and d.last - d.first == 1 and not people_code(d.text)
            if c.last == d.first and (parted_body or parted_person or parted_team):
                yield Candidate(scan, c.first, d.last, "organization" if parted_team else c.type, 0.5 * c.weight)
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
