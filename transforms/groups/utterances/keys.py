"""Keys of a quote's words, by which quotes of different occasions meet without being read again."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from transforms.groups.utterances.evidence import LONG
from transforms.groups.utterances.rules import REPEATED
from transforms.groups.utterances.words import Statement, read_passages, read_statement, weigh_stem
from transforms.records import SpokenQuote

# Rarest stems of a quote, of which two must be shared on different occasions.
RAREST_FAR = 3
# Words of one stem are said by anybody at any time.
FEWEST = 2


def list_rarest(statement: Statement) -> list[str]:
    """The different stems of a statement, the rarest first."""
    return sorted(set(statement.stems), key=lambda s: (-weigh_stem(s), s))


def list_far_keys(statement: Statement) -> list[int]:
    """Keys (64 bits) of a quote by which statements of one speaker meet over time, then one for speakers that are not known.

    Of a fragment of two stems or more one key, of all its stems, given twice; none of less. Two quotes are compared over time
    where they share one of the first keys and have one speaker, or where they share the last and one of the two has no known
    speaker.
    """
    stems = list_rarest(statement)
    if len(stems) < FEWEST:
        return []
    if len(stems) < REPEATED:
        return [_digest(sorted(stems))] * 2
    keys = [*combinations(sorted(stems[:RAREST_FAR]), 2), tuple(sorted(stems[:RAREST_FAR]))]
    return [_digest(key) for key in keys]


def list_passage_keys(quote: SpokenQuote, statement: Statement) -> list[int]:
    """Keys (64 bits) of the passages of a quote in marks that are too long for two occasions to bring forth by chance. `statement` are
    the quote's words."""
    if quote.kind in ("indirect", "scare"):
        return []
    return sorted({_digest([line]) for line, stems in read_passages(quote.text, statement) if len(stems) >= LONG})


def find_repeats(quotes: Iterable[SpokenQuote], principals: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For each article the passages of known speakers, by key, that it has in common with another one; none of other articles."""
    holders: dict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        if quote.speaker:
            speaker = principals.get(quote.speaker, quote.speaker)
            for key in list_passage_keys(quote, read_statement(quote.text)):
                holders[f"{speaker} {key}"].add(quote.article_id)
    repeats: dict[str, set[str]] = defaultdict(set)
    for passage, articles in holders.items():
        if len(articles) > 1:
            for article in articles:
                repeats[article].add(passage)
    return {article: frozenset(passages) for article, passages in repeats.items()}


def _digest(key: Sequence[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(key).encode(), digest_size=8).digest(), "little")
