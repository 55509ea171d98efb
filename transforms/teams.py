"""Places that play: in a report of a match "Orlo" is the team of Orlo, an organisation."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from transforms.candidates import Candidate, Scan
from transforms.word_lists import read_rows

_ENOUGH = 3  # words of one sport that make a report of it


@functools.cache
def _sports() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    by_word: dict[str, tuple[str, ...]] = {}
    playing = set()
    for r in read_rows("sports.csv"):
        if r["teams"] == "yes":
            playing.add(r["sport"])
        for w in (*r["words"].split(), r["sport"]):
            by_word[w] = (*by_word.get(w, ()), r["sport"])
    return by_word, frozenset(playing)


@functools.cache
def _cues() -> dict[str, frozenset[str]]:
    rows = read_rows("team_words.csv")
    return {side: frozenset(r["word"] for r in rows if r["side"] == side) for side in ("before", "after")}


def find_sport(scans: Sequence[Scan]) -> str | None:
    """The sport that an article reports, if teams play it; None for other articles.

    The title counts three times; a first word of the title that names a sport decides alone ("SOCCER - …").
    """
    by_word, playing = _sports()
    counts: Counter[str] = Counter()
    total = 0
    for scan in scans:
        weight = 3 if scan.reading.passage.part == "title" else 1
        for k, token in enumerate(scan.tokens):
            low = token.text.casefold()
            if low in by_word:
                for sport in by_word[low]:
                    counts[sport] += weight
                if weight == 3 and k == 0 and low in {*playing, *(s for ss in by_word.values() for s in ss)}:
                    return low if low in playing else None
        total += len(scan.tokens)
    if not counts:
        return None
    sport, count = min(counts.items(), key=lambda c: (-c[1], c[0]))
    return sport if count >= max(_ENOUGH, total / 150) and sport in playing else None


def find_teams(candidates: Iterable[Candidate], key_of: dict[int, str]) -> frozenset[str]:
    """Surface keys of the names that play in more places than they are played in. `key_of` by id of candidate."""
    playing: dict[str, float] = defaultdict(float)
    for c in candidates:
        playing[key_of[id(c)]] += _plays(c)
    return frozenset(k for k, v in playing.items() if v >= 1.0)


def _plays(c: Candidate) -> float:
    """How much one occurrence shows a team (above zero) or a place (below)."""
    tokens, cues = c.scan.tokens, _cues()
    before = tokens[c.first - 1].text.casefold() if c.first else ""
    after = tokens[c.last].text if c.last < len(tokens) else ""
    behind = tokens[c.last + 1].text if c.last + 1 < len(tokens) else ""
    score = 0.0
    if after and after[0].isdigit() and not _is_date(after):
        score += 1.0
    if after.casefold() in cues["after"]:
        score += 1.0
    if after in ("'s", "’s") and behind.casefold() in cues["after"]:
        score += 1.0
    if before in cues["before"]:
        score += 1.0
    if before in ("in", "near", "from") or (before == "at" and c.scan.case != "capitals"):
        score -= 1.0
    if before == "(" and after == ")":
        score -= 1.0
    if after and _is_date(after):
        score -= 2.0
    return score


def _is_date(word: str) -> bool:
    return len(word) >= 4 and word[:4].isdigit() and word[:2] in ("19", "20")
