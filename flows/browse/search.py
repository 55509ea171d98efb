"""What is typed into the search box: words for `search()`, and filters in front of a colon."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from flows.browse.store import Reading
from transforms.groups.words.stems import stem

FILTERS = ("speaker", "outlet", "person", "agency", "since", "until", "language")
_ITEM = re.compile(rf'(?P<name>{"|".join(FILTERS)}):(?:"(?P<marked>[^"]*)"|(?P<plain>\S*))|(?P<word>-?"[^"]*"|\S+)', re.IGNORECASE)
_MARKS = str.maketrans("“”„«»", '"""""')
_WORD = re.compile(r"[^\W_]+")
_SHORTENED = re.compile(r"\b([A-Z])\.([A-Z])\b\.?")  # "U.S.", of ASCII alone
SNIPPET = 260  # code points of the stretch of text around the words found
LONGEST = 500  # code points of a search


class BadSearch(ValueError):
    """A filter has a value that cannot be; the message says which."""


@dataclass(frozen=True, slots=True)
class Search:
    """Words and filters of a search; None filters nothing."""

    words: str
    speaker: str | None = None
    outlet: str | None = None
    person: str | None = None
    agency: str | None = None
    since: date | None = None
    until: date | None = None
    language: str | None = None

    @property
    def filters_nothing(self) -> bool:
        """Whether there are only words."""
        return all(getattr(self, name) is None for name in FILTERS)

    @property
    def has_words_alone(self) -> bool:
        """Whether each item is a word that has to be there; words of scripts without spaces are phrases."""
        return bool(self.words) and self.words.isascii() and not re.search(r'"|(?:^|\s)-', self.words)

    @property
    def plain_words(self) -> list[str]:
        """The words of a search that has words alone, as the macro `search_items` gives them: its patterns, which know all scripts, take
        longer to make ready than most searches take.

        >>> Search("U.S. envoy's a 2nd visit").plain_words
        ['us', 'envoy', '2nd', 'visit']
        """
        words = _WORD.findall(_SHORTENED.sub(r"\1\2", self.words).lower())
        return [word for word in words if len(word) > 1 or word.isdigit()]

    def values(self) -> dict[str, Any]:
        """As the queries of searches take them."""
        return {name: getattr(self, name) for name in ("words", "plain_words", *FILTERS)}


def read_search(text: str) -> Search:
    """The words and filters of a search as it is typed.

    >>> search = read_search('"stays open" talks outlet:"Delta Courier"')
    >>> search.words, search.outlet, search.speaker
    ('"stays open" talks', 'Delta Courier', None)

    Raises:
        BadSearch: a day is none.
    """
    words: list[str] = []
    filters: dict[str, Any] = {}
    for item in _ITEM.finditer(text[:LONGEST].translate(_MARKS).replace("\x00", " ")):
        if item["name"] is None:
            words.append(item["word"])
            continue
        name, value = item["name"].lower(), (item["marked"] if item["marked"] is not None else item["plain"]).strip()
        if not value:
            continue
        if name in ("since", "until"):
            try:
                filters[name] = date.fromisoformat(value)
            except ValueError:
                raise BadSearch(f"{name}: wants a day like 2026-03-01, not {value[:40]!r}") from None
        else:
            filters[name] = value.lower() if name == "language" else value
    return Search(" ".join(words), **filters)


def put_found_aside(reading: Reading, text: str, over: Literal["articles", "quotes"], copies: bool) -> None:
    """Puts aside what a search finds, for the queries that list and count it; what is there already is not searched again.

    Raises:
        BadSearch: a day is none.
    """
    asked = (text, over, copies)
    if reading.found == asked:
        return
    search = read_search(text)

    def called(name: str | None) -> list[str] | None:
        return None if name is None else [row["entity_id"] for row in reading.rows("entities_called", called=name)]

    values = search.values() | {"copies": copies, "people": called(search.person), "speakers": called(search.speaker)}
    by_words_alone = copies and search.filters_nothing and search.has_words_alone
    steps = (f"search_found_{over}_by_words",) if by_words_alone else ("search_said", "search_allowed", f"search_found_{over}")
    for step in steps:
        reading.put_aside(step, values)
    reading.found = asked


def write_sql(search: Search, over: str, copies: bool) -> str:
    """SQL that gives the same on any client: shown beneath the results, to go on from."""
    macro = "search" if over == "articles" else "search_quotes"
    conditions = []
    of_articles = []  # conditions that columns of articles alone tell
    if search.outlet:
        conditions.append(f"fold_name(outlet) = fold_name({_literal(search.outlet)})")
    if search.agency:
        of_articles.append(f"fold_name(agency) = fold_name({_literal(search.agency)})")
    if search.language:
        of_articles.append(f"language = {_literal(search.language)}")
    if not copies:
        of_articles.append("copy_of IS NULL")
    if of_articles:
        conditions.append(f"article_id IN (SELECT article_id FROM articles WHERE {' AND '.join(of_articles)})")
    if search.since:
        conditions.append(f"published_on >= DATE '{search.since}'")
    if search.until:
        conditions.append(f"published_on <= DATE '{search.until}'")
    if search.person:
        conditions.append(f"article_id IN (SELECT article_id FROM articles_about({_literal(search.person)}))")
    if search.speaker:
        column = "article_id" if over == "articles" else "quote_id"
        conditions.append(f"{column} IN (SELECT {column} FROM quotes_by({_literal(search.speaker)}))")
    if search.words:
        source = f"{macro}({_literal(search.words)})"
    elif over == "articles":
        source = "articles"
    else:
        source = "who_said_what"
    return f"SELECT *\nFROM {source}" + ("\nWHERE " + "\n    AND ".join(conditions) if conditions else "")


def highlight(text: str, words: str) -> list[tuple[str, bool]]:
    """A text in pieces, with whether each is a word that was searched for, in any form."""
    wanted = _wanted(words)
    pieces: list[tuple[str, bool]] = []
    at = 0
    for word in _WORD.finditer(text):
        if _term(word[0]) in wanted:
            pieces += [(text[at : word.start()], False), (word[0], True)]
            at = word.end()
    pieces.append((text[at:], False))
    return [p for p in pieces if p[0]]


def snippet(text: str, words: str) -> list[tuple[str, bool]]:
    """The stretch of a text that has most of the words searched for, in pieces as `highlight` gives them."""
    wanted = _wanted(words)
    positions = [(w.start(), _term(w[0])) for w in _WORD.finditer(text[:200_000])]
    found = [(at, term) for at, term in positions if term in wanted]
    best = max(((len({t for a, t in found[i : i + 20] if a < at + SNIPPET}), -at) for i, (at, _) in enumerate(found[:200])), default=(0, 0))
    start = max(0, -best[1] - 60)
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), start + SNIPPET)
    if end < len(text):
        end = text.rfind(" ", start, end) if text.rfind(" ", start, end) > start else end
    shown = ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")
    return highlight(shown, words)


def _wanted(words: str) -> set[str]:
    kept = re.sub(r'(?:^|\s)-(?:"[^"]*"|\S+)', " ", words)
    return {_term(w) for w in _WORD.findall(kept) if len(w) > 1}


def _term(word: str) -> str:
    folded = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    return stem(folded)


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
