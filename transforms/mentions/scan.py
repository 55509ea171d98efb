"""A passage as the rules for names read it: its words, and the runs of words that are written with a capital."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.mentions.kinds.weights import Vote
from transforms.mentions.telling_words import head_words
from transforms.names.tokens import JOINING, LetterCase, Token, is_name_word, letter_case, tokenise
from transforms.nlp import Reading
from transforms.records import MentionType
from transforms.word_lists import read_set

_ENDS = frozenset('.!?:;"“”…—–-•*|(')
_LONGEST_TITLE = 29  # tokens of a first line that is the title of a text that somebody scraped
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_CENTURY = "Century"
_COUNTED = read_set("mentions/words.csv", "behind a number")
_MOST_JOINING = 3  # small words in a row within a name: "Bank of the"


@dataclass(slots=True)
class Scan:
    """A passage with its words, the runs of words with capitals, and how it is written."""

    reading: Reading
    index: int
    tokens: list[Token]
    words: list[str]  # the tokens' texts
    case: LetterCase
    runs: list[tuple[int, int]] = field(default_factory=list)
    beside: dict[tuple[int, int], tuple[Vote, ...]] = field(default_factory=dict)  # by span: what stands beside it says, once asked

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
    is_title = reading.passage.part == "title" or (index == 0 and 0 < len(tokens) <= _LONGEST_TITLE and tokens[-1].text != ".")
    case = letter_case(tokens, is_title)
    scan = Scan(reading, index, tokens, [t[2] for t in tokens], case)
    scan.runs = list(find_runs(scan))
    return scan


def find_runs(scan: Scan) -> Iterator[tuple[int, int]]:
    """Token spans of words with capitals, apart by single spaces; small joining words inside."""
    tokens, words, text = scan.tokens, scan.words, scan.reading.passage.text
    size = len(tokens)
    j = 0
    for i in [i for i, w in enumerate(words) if w[0].isupper() or ("-" in w and len(w) > 1) or "'" in w or "’" in w or w[0].isdigit()]:
        if i < j or not (words[i][0].isupper() or is_name_word(words[i]) or _counts_name(scan, i)):
            continue
        j = i + 1
        while j < size:
            if (
                words[j] in ("'", "’")
                and j + 1 < size
                and tokens[j].end + 1 == tokens[j + 1].start
                and is_organization_word(tokens[j + 1].text)
            ):
                j += 2  # "Pilots' Association": the plural's apostrophe is inside the name
                continue
            k = j
            while k < size and k - j < _MOST_JOINING and words[k] in JOINING:
                k += 1
            if k < size and is_name_word(words[k]) and all(_adjacent(text, tokens, n) for n in range(j, k + 1)):
                j = k + 1
            else:
                break
        yield i, j


def _counts_name(scan: Scan, i: int) -> bool:
    """Whether token `i` is the number that a name begins with: "9th Circuit", "21st Century Salt", but not "21st Century" alone."""
    words = scan.words
    if i + 1 >= len(words) or not ORDINAL.fullmatch(words[i]) or not _adjacent(scan.reading.passage.text, scan.tokens, i + 1):
        return False
    if words[i + 1] == _CENTURY:
        return i + 2 < len(words) and words[i + 2][0].isupper()
    return words[i + 1] in _COUNTED


def is_organization_word(word: str) -> bool:
    """Whether a word with a capital makes a name an organization's: "Association"."""
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
