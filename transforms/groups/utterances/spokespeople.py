"""Who speaks for whom: a spokesman's words are those of his organization."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from transforms.groups.words.stems import content_stems
from transforms.records import SpokenQuote

_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)


def name_stems(quote: SpokenQuote) -> frozenset[str]:
    """The stems of a speaker's name, and of the organization that one speaks for: "the palace" may be its spokeswoman."""
    return _read_name(quote.speaker_name or "", quote.speaker_role or "")


@functools.lru_cache(maxsize=1 << 14)
def _read_name(name: str, role: str) -> frozenset[str]:
    own = _SPOKESPERSON.sub(" ", role) if _SPOKESPERSON.search(role) else ""
    return frozenset(content_stems(f"{name} {own}"))


def count_roles(quotes: Iterable[SpokenQuote]) -> tuple[dict[str, Counter[str]], dict[str, set[str]]]:
    """For the spokesmen and spokeswomen among the speakers how often each role is given, and the names of all that speak
    themselves; both by entity id."""
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        if not quote.speaker:
            continue
        if quote.speaker_role and _SPOKESPERSON.search(quote.speaker_role):
            roles[quote.speaker][quote.speaker_role] += 1
        elif quote.speaker_name:
            names[quote.speaker].add(quote.speaker_name)
    return roles, names


def find_principals(roles: Mapping[str, Mapping[str, int]], names: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """For the spokesmen and spokeswomen among the speakers the organization they speak for, both by entity id.

    It is the organization that speaks itself in some of the quotes and whose name stands in the role: "harbour police spokesman".
    The role most often given decides; nobody speaks for an organization of which two have the name. `roles` and `names` are as
    `count_roles` gives them.
    """
    organizations: dict[frozenset[str], set[str]] = defaultdict(set)
    for speaker, called in names.items():
        for name in called:
            if words := frozenset(content_stems(name)):
                organizations[words].add(speaker)
    principals: dict[str, str] = {}
    for speaker, counts in roles.items():
        for role in sorted(counts, key=lambda r: (-counts[r], -len(r), r)):
            named = next((organizations[words] for words in _list_names(role) if words in organizations), set())
            if len(named) == 1 and speaker not in named:
                (principals[speaker],) = named
                break
    return {speaker: organization for speaker, organization in principals.items() if organization not in principals}


def _list_names(role: str) -> Iterator[frozenset[str]]:
    """The runs of words that may be an organization's name in a role, the longest first."""
    words = content_stems(_SPOKESPERSON.sub(" ", role))
    for size in range(len(words), 0, -1):
        for i in range(len(words) - size + 1):
            yield frozenset(words[i : i + size])
