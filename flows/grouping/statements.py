"""Utterances of the quotes that a run touches; what it does not touch stays as it is.

A quote is touched that is new, changed or gone, or whose speaker, story, or the organization that its speaker speaks for is another than
before; and with it the other quotes of its article. It touches the components of the quotes that it is or was linked to, and these
are grouped again, whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa

from flows.grouping.components import Components, cut_touched, join_linked
from flows.grouping.spread import Spread
from transforms.groups.changes import mark_wordings
from transforms.groups.ids import carry_ids
from transforms.groups.order import quote_order
from transforms.groups.utterances.group import group_utterances, link_utterances
from transforms.groups.utterances.keys import list_far_keys, list_passage_keys
from transforms.groups.utterances.lent_speakers import lend_speakers
from transforms.groups.utterances.recalls import is_recalled
from transforms.groups.utterances.spokespeople import find_principals
from transforms.groups.utterances.words import read_statement
from transforms.records import SpokenQuote, UtteranceGroup
from warehouse.lake.grouping import QUOTE_SIGNS, UTTERANCES_OF_QUOTES, Grouping
from warehouse.lake_schemas import ASSIGNMENTS

_TOGETHER = 20_000  # fresh quotes whose links are found at once, with all that they may be linked to
_BATCH = 20_000  # quotes grouped at once
_PRINCIPALS = pa.schema([("speaker", pa.string()), ("body", pa.string())])


class _Linked(NamedTuple):
    """Fresh quotes that are linked at once, all others that they may be linked to, and what is known of both."""

    quotes: Sequence[SpokenQuote]
    others: Sequence[SpokenQuote]
    principals: Mapping[str, str]
    repeats: Mapping[str, frozenset[str]]


class _Batch(NamedTuple):
    """Quotes that are grouped at once, what is known of them, and their utterances in the snapshot in service."""

    quotes: Sequence[SpokenQuote]
    principals: Mapping[str, str]
    repeats: Mapping[str, frozenset[str]]
    before: Mapping[str, str]


class _Grouped(NamedTuple):
    """Quotes of a batch in their order with their groups, the differences of their wordings and the speakers they lend."""

    quote_ids: Sequence[str]
    before: Mapping[str, str]
    groups: Sequence[UtteranceGroup]
    changes: Mapping[str, str]
    lent: Mapping[str, str]


def group_statements(grouping: Grouping, spread: Spread) -> None:
    """Decides which quotes word one statement."""
    for query in ("list_moved_articles", "place_quotes", "list_placed_quotes"):
        grouping.run(query)
    principals = _find_principals(grouping)
    grouping.load("principals", _PRINCIPALS, sorted(principals.items()))
    for query in ("site_quotes", "list_resited_versions", "list_sited_quotes"):
        grouping.run(query)
    _read_signs(grouping, spread)
    roots = Components[str]()
    touched = {key for (key,) in grouping.ask("find_gone_quote_components")}
    links = spread(_link, _read_linked(grouping, principals))
    touched |= join_linked(roots, links, grouping.find_quote_keys)
    batches = cut_touched(grouping, roots, touched, "find_quote_members", _BATCH)
    for grouped in spread(_group, (_read_batch(grouping, batch, principals) for batch in batches)):
        _keep_statements(grouping, grouped)
    grouping.run("list_gone_quotes", anew=not grouping.goes_on)
    for query in ("assign_quotes", "assign_quote_labels", "list_gone_utterances", "assign_utterances"):
        grouping.run(query)


def _find_principals(grouping: Grouping) -> dict[str, str]:
    """Who speaks for whom, from counts over all quotes."""
    roles: dict[str, dict[str, int]] = defaultdict(dict)
    for speaker, role, count in grouping.ask("count_speaker_roles"):
        roles[speaker][role] = count
    names: dict[str, list[str]] = defaultdict(list)
    for speaker, name in grouping.ask("list_speaker_names") if roles else ():
        names[speaker].append(name)
    return find_principals(roles, names)


def _read_signs(grouping: Grouping, spread: Spread) -> None:
    """What proposes links of fresh quotes over time, read of their words; that of others is known."""
    for rows in spread(_list_signs, grouping.read_fresh_quotes(_TOGETHER)):
        grouping.add_rows("fresh_quote_signs", QUOTE_SIGNS, rows)
    grouping.run("sign_quotes")


def _list_signs(quotes: Sequence[SpokenQuote]) -> list[tuple[str, bool, list[int], list[int]]]:
    return [_read_sign(quote) for quote in quotes]


def _read_sign(quote: SpokenQuote) -> tuple[str, bool, list[int], list[int]]:
    """A row of `fresh_quote_signs`."""
    words = read_statement(quote.text)
    return quote.quote_id, is_recalled(quote.sentence, quote.text), list_far_keys(words), list_passage_keys(quote, words)


def _read_linked(grouping: Grouping, principals: Mapping[str, str]) -> Iterator[_Linked]:
    """The fresh quotes, a part at a time, with all others that they may be linked to; none where all fit in one batch."""
    if grouping.fits_in_one("sited_quotes", _BATCH):
        return
    for fresh in grouping.read_fresh_quotes(_TOGETHER):
        grouping.choose_quotes(q.quote_id for q in fresh)
        grouping.find_repeats(q.article_id for q in fresh)
        others = grouping.read_quotes_by("read_linked_quotes")
        yield _Linked(fresh, others, principals, grouping.read_repeats(q.article_id for q in (*fresh, *others)))


def _link(part: _Linked) -> list[tuple[str, str]]:
    """The links between quotes and all others, and among themselves."""
    return list(link_utterances(part.quotes, part.others, part.principals, part.repeats))


def _read_batch(grouping: Grouping, batch: Sequence[str], principals: Mapping[str, str]) -> _Batch:
    grouping.choose_quotes(batch)
    quotes = sorted(grouping.read_quotes_by("read_chosen_quotes"), key=quote_order)
    before: dict[str, str] = dict(grouping.ask("read_utterances_of_chosen"))
    return _Batch(quotes, principals, grouping.read_repeats(q.article_id for q in quotes), before)


def _group(batch: _Batch) -> _Grouped:
    groups: list[UtteranceGroup] = group_utterances(batch.quotes, batch.principals, batch.repeats)
    quotes = {q.quote_id: q for q in batch.quotes}
    changes = mark_wordings(groups, {i: q.text for i, q in quotes.items()})
    return _Grouped(list(quotes), batch.before, groups, changes, lend_speakers(groups, quotes))


def _keep_statements(grouping: Grouping, grouped: _Grouped) -> None:
    """Gives the utterances of a batch ids."""
    ordered, before, groups, changes, lent = grouped
    ids, moved = carry_ids("utterance", groups, before, ordered, *grouping.find_taken("utterance", groups, before))
    grouping.add_redirects(moved)
    rows = ((m, ids[m], lent.get(m), changes.get(m), g.component) for g in groups for m in g.members)
    grouping.add_rows("utterances_of_quotes", UTTERANCES_OF_QUOTES, rows)
    grouping.add_rows("decided_utterances", ASSIGNMENTS["utterances"], ((ids[g.members[0]], g.speaker, g.text) for g in groups))
