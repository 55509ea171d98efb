"""One statement in many wordings: quotes of the same speaker on the same occasion that say the same.

Quotes in the same words come together first. Other pairs are proposed by rare words in common and judged by how much
of the shorter one stands in the longer, by rules for its length and for how much is known of speaker and occasion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from transforms.groups.components import find_components
from transforms.groups.order import quote_order
from transforms.groups.utterances.edges import Edge, find_edges, link_wordings, list_ties
from transforms.groups.utterances.evidence import Wording
from transforms.groups.utterances.joiner import join_wordings
from transforms.groups.utterances.keys import find_repeats
from transforms.groups.utterances.spokespeople import count_roles, find_principals
from transforms.groups.utterances.wordings import collect_wordings
from transforms.records import SpokenQuote, UtteranceGroup


def group_utterances(
    quotes: Sequence[SpokenQuote],
    principals: Mapping[str, str] | None = None,
    repeats: Mapping[str, frozenset[str]] | None = None,
    by_meaning: bool = True,
) -> list[UtteranceGroup]:
    """Every quote but scare quotes in exactly one group, the groups in the order of their earliest quotes.

    `text` is the fullest wording. Quotes of two known speakers are never in one group, but for an organization and those who speak for
    it, as `principals` tells (None: as the quotes tell), and for a bare name and the one full name of its story; nor two quotes of one
    article unless one contains the other or both are pieces of one sentence. Quotes without `story_id` and day are compared by their
    words alone, and strictly; two reports that have a passage in common, as `repeats` tells by article (None: as the quotes tell), a
    little less so. Without `by_meaning` only words are compared: that tells what outlets have of one another. The groups of quotes of
    several components are those of each. The order of `quotes` does not matter.
    """
    ordered, wordings = _read_wordings(quotes, principals, repeats)
    groups = []
    ties = list_ties(wordings) if by_meaning else ()
    for component, edges in _list_components(len(wordings), find_edges(wordings, by_meaning), ties):
        inside = [wordings[i] for i in component]
        first = ordered[min(w.quotes[0] for w in inside)].quote_id
        for cluster in join_wordings(inside, edges):
            groups.append(_make_group([inside[n] for n in cluster], ordered, first))
    return [group for _, group in sorted(groups, key=lambda g: g[0])]


def link_utterances(
    fresh: Sequence[SpokenQuote],
    others: Sequence[SpokenQuote],
    principals: Mapping[str, str],
    repeats: Mapping[str, frozenset[str]],
) -> Iterator[tuple[str, str]]:
    """Pairs of quotes, of which one is fresh and which have to be looked at together, the earlier first: enough to connect all that do."""
    ids = {q.quote_id for q in fresh}
    ordered, wordings = _read_wordings([*fresh, *others], principals, repeats)
    for wording in wordings:
        first, *rest = (ordered[i].quote_id for i in wording.quotes)
        yield from ((first, other) for other in rest if first in ids or other in ids)
    fresh_ones = [any(ordered[i].quote_id in ids for i in w.quotes) for w in wordings]
    for pair in link_wordings(wordings, fresh_ones):
        earlier, later = (wordings[i].quotes[0] for i in sorted(pair))
        yield ordered[earlier].quote_id, ordered[later].quote_id


def _read_wordings(
    quotes: Sequence[SpokenQuote], principals: Mapping[str, str] | None, repeats: Mapping[str, frozenset[str]] | None
) -> tuple[list[SpokenQuote], list[Wording]]:
    ordered = sorted((q for q in quotes if q.kind != "scare"), key=quote_order)
    organizations = find_principals(*count_roles(ordered)) if principals is None else principals
    return ordered, collect_wordings(ordered, organizations, find_repeats(ordered, organizations) if repeats is None else repeats)


def _list_components(size: int, edges: Sequence[Edge], ties: Iterable[Sequence[int]]) -> Iterator[tuple[list[int], list[Edge]]]:
    """The components of wordings that edges and ties connect, with the edges inside each by the members' positions in it."""
    tied = ((first, other) for first, *others in ties for other in others)
    components = find_components(size, chain(((e.first, e.second) for e in edges), tied))
    position = {i: (number, n) for number, component in enumerate(components) for n, i in enumerate(component)}
    inside: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        number, first = position[edge.first]
        inside[number].append(replace(edge, first=first, second=position[edge.second][1]))
    yield from ((component, inside[number]) for number, component in enumerate(components))


def _make_group(cluster: Sequence[Wording], ordered: Sequence[SpokenQuote], component: str) -> tuple[int, UtteranceGroup]:
    """The group of a cluster, after the position of its earliest quote."""
    members = sorted(i for wording in cluster for i in wording.quotes)
    said = [w for w in cluster if not w.is_indirect] or list(cluster)
    fullest = max(
        ((len(w.statement.stems), len(ordered[i].text), -i) for w in said for i in w.quotes),
    )
    voices = {i: w.voice for w in cluster for i in w.quotes if w.voice}
    speaker = next((voices.get(i, s) for i in members if (s := ordered[i].speaker)), None)
    ids = tuple(ordered[i].quote_id for i in members)
    return members[0], UtteranceGroup(ids, ordered[-fullest[2]].text, speaker, component)
