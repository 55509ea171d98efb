"""Entities of all names."""

from __future__ import annotations

from transforms.entities.corrections import parse_corrections
from transforms.entities.resolve import group_names
from transforms.groups.ids import carry_ids
from warehouse.lake.assignments import split_names
from warehouse.lake.grouping import Grouping
from warehouse.schemas import ASSIGNMENTS


def group_entities(grouping: Grouping, corrections: str) -> None:
    """Decides who is one. Raises `CorrectionError` where the corrections contradict one another."""
    names = list(grouping.read_document_names())
    people = group_names(names, parse_corrections(corrections))
    before = grouping.read_entities_of_names()
    ids, moved = carry_ids("entity", people, before, [n.key for n in names], *grouping.find_taken("entity", people, before))
    grouping.add_redirects(moved)
    grouping.load_arrow("assigned_names", split_names(ids))
    rows = ((ids[g.members[0]], g.type, g.name, g.description, g.confidence) for g in people if g.members)
    grouping.load("assigned_entities", ASSIGNMENTS["entities"], rows)
