"""Places that play: in a report of a match "Orlo" is the team of Orlo, an organization."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.mentions.kinds.team_cues import team_cues
from transforms.mentions.scan import Candidate, Scan
from transforms.word_lists import WordCell, read_set, read_table

_ENOUGH = 3  # words of one sport that make a report of it
_LEAST = 1.0  # what a name must have to be a team: one clear sign more than against it


_WORDS_A_WORD = 150  # words of a report of a match for each word of its sport, at most
_SCORE = 1.0  # what a score behind a name counts: "Orlo 3"
_YEAR = -2.0  # what a year behind it counts: "Orlo 2024"
_OWNED = 0.3  # what a possessive counts, beside what stands behind it: "Orlo's striker"
_LOST_TO = 1.0  # what "lost to" before it counts
_AT_IN_CAPITALS = 1.0  # what "at" before it counts in a table in capitals: "BANES AT ORLO"
_IN_BRACKETS = -1.0  # what brackets around it count: where a player comes from
_YEAR_LENGTH = 4  # figures of a year
_CENTURIES = ("19", "20")
_HOLDS_MATCHES = -1.0  # what is left of all signs for who holds matches and plays none
_LEAGUES = read_set("mentions/words.csv", "leagues")
_AT_LOSS = read_set("mentions/words.csv", "lost to")


class _Sport(NamedTuple):
    sport: str
    teams: bool
    words: WordCell


@functools.cache
def _sports() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    by_word: dict[str, tuple[str, ...]] = {}
    playing = set()
    for row in read_table("mentions/sports.csv", _Sport):
        if row.teams:
            playing.add(row.sport)
        for w in {*row.words, row.sport}:
            by_word[w] = (*by_word.get(w, ()), row.sport)
    return by_word, frozenset(playing)


def find_sport(scans: Sequence[Scan], words: Mapping[str, int]) -> str | None:
    """The sport that an article reports, if teams play it; None for other articles.

    `words` are the article's, with how often each stands there. The title counts three times; a first word of the title
    that names a sport decides alone ("SOCCER - …").
    """
    by_word, playing = _sports()
    counts: Counter[str] = Counter()
    for scan in scans:
        if scan.reading.passage.part != "title":
            continue
        for k, word in enumerate(map(str.casefold, scan.words)):
            if sports := by_word.get(word):
                counts.update(dict.fromkeys(sports, 2))
                if k == 0 and word in sports:
                    return word if word in playing else None
    for word, count in words.items():
        for sport in by_word.get(word.casefold(), ()):
            counts[sport] += count
    total = sum(words.values())
    if not counts:
        return None
    order = list(dict.fromkeys(sport for sports in by_word.values() for sport in sports))
    sport, count = min(counts.items(), key=lambda c: (-c[1], order.index(c[0])))
    return sport if count >= max(_ENOUGH, total / _WORDS_A_WORD) and sport in playing else None


def find_teams(candidates: Sequence[Candidate], keys: Mapping[int, str]) -> frozenset[str]:
    """Surface keys of the names that play more often than they are played in. `keys` by id of candidate.

    A name joined to a team by "and" or a comma plays too, unless it is a place elsewhere.
    """
    signs: dict[str, float] = defaultdict(float)
    for c in candidates:
        signs[keys[id(c)]] += _plays(c)
    signs.update({k: _HOLDS_MATCHES for k in signs if not _LEAGUES.isdisjoint(k.split())})
    teams = {k for k, v in signs.items() if v >= _LEAST}
    for one, two in pairwise(candidates):
        if one.scan is two.scan and two.first == one.last + 1 and one.scan.tokens[one.last].text in ("and", ",", "or"):
            a, b = keys[id(one)], keys[id(two)]
            if a in teams and signs[b] >= 0:
                teams.add(b)
            elif b in teams and signs[a] >= 0:
                teams.add(a)
    return frozenset(teams)


def _plays(c: Candidate) -> float:
    """How much one occurrence shows a team (above zero) or a place (below)."""
    tokens, cues = c.scan.tokens, team_cues()
    before = tokens[c.first - 1].text.casefold() if c.first else ""
    after = tokens[c.last].text if c.last < len(tokens) else ""
    behind = tokens[c.last + 1].text if c.last + 1 < len(tokens) else ""
    score = cues["after"].get(after.casefold(), 0.0) + cues["before"].get(before, 0.0)
    if after and after[0].isdigit():
        score += _YEAR if _is_date(after) else _SCORE
    if after in ("'s", "’s"):
        score += _OWNED + cues["after"].get(behind.casefold(), 0.0)
    if before == "to" and c.first > 1 and tokens[c.first - 2].text in _AT_LOSS:
        score += _LOST_TO
    if before == "at" and c.scan.case == "capitals":
        score += _AT_IN_CAPITALS
    if before == "(" and after == ")":
        score += _IN_BRACKETS
    return score


def _is_date(word: str) -> bool:
    return len(word) >= _YEAR_LENGTH and word[:_YEAR_LENGTH].isdigit() and word.startswith(_CENTURIES)
