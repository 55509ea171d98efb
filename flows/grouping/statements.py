"""Utterances of all quotes."""

from __future__ import annotations

from transforms.groups.ids import carry_ids
from transforms.groups.utterances.group import group_utterances
from transforms.groups.wordings import mark_wordings
from warehouse.lake.grouping import Grouping
from warehouse.schemas import ASSIGNMENTS


def group_statements(grouping: Grouping) -> None:
    """Decides which quotes word one statement."""
    quotes = grouping.read_quotes()
    groups = group_utterances(quotes)
    before: dict[str, str] = dict(grouping.ask("read_utterances_before"))
    ids, moved = carry_ids("utterance", groups, before, [q.quote_id for q in quotes], *grouping.find_taken("utterance", groups, before))
    grouping.add_redirects(moved)
    changes = mark_wordings(groups, {q.quote_id: q.text for q in quotes})
    grouping.load("assigned_quotes", ASSIGNMENTS["quotes"], ((q, u, changes.get(q)) for q, u in ids.items()))
    rows = ((ids[g.members[0]], g.speaker, g.text) for g in groups)
    grouping.load("assigned_utterances", ASSIGNMENTS["utterances"], rows)
