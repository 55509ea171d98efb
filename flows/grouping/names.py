"""Every name of an article with its type and the number that equal names share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pyarrow as pa

from transforms.countries import name_code
from transforms.entities.corrections import Corrections
from transforms.entities.links import number_name
from transforms.entities.pooled import POOLED, choose_type
from transforms.entities.resolve import find_key
from transforms.names.forms import name_words
from transforms.names.keys import is_owned_organization, name_key
from transforms.records import MentionType
from warehouse.lake.grouping import Grouping
from warehouse.lake_schemas import LABELS

_TOGETHER = 20_000  # names whose keys are found at once
_SETTLED = pa.schema([("spelling", pa.string()), ("own", pa.string()), ("type", pa.string())])
_CORRECTED = pa.schema([("text", pa.string()), ("type", pa.string())])

Row = tuple[object, ...]


def place_names(grouping: Grouping, told: Corrections) -> None:
    """Makes `placed_names` of the session, and the keys that names were placed by."""
    grouping.add_arriving_names()
    for query in ("list_current_names", "list_arriving_names", "list_counted_spellings", "list_doubtful_names"):
        grouping.run(query)
    grouping.load("settled_types", _SETTLED, _settle_types(grouping))
    grouping.load("corrected_spellings", _CORRECTED, _correct_spellings(grouping, told))
    grouping.run("type_names")
    grouping.run("list_unplaced_names")
    grouping.load("fresh_name_keys", LABELS["name_keys"], ())
    unknown = grouping.read_rows("list_unknown_names")
    while some := list(islice(unknown, _TOGETHER)):
        grouping.add_rows("fresh_name_keys", LABELS["name_keys"], [_find_key(*row) for row in some])
    if grouping.is_smaller():
        grouping.run("forget_name_keys")
    for query in ("assign_name_keys", "place_names", "list_placed_names"):
        grouping.run(query)


def _settle_types(grouping: Grouping) -> Iterator[Row]:
    """Spellings with the type of an article that shows none, and the one that the articles together show, where it is another."""
    for spelling, own, *counts in grouping.read_rows("count_types_of_spellings"):
        shown, told = ({t: n for t, n in zip(POOLED, some, strict=True) if n} for some in (counts[:3], counts[3:]))
        if (type_ := choose_type(own, shown, told)) != own:
            yield spelling, own, type_


def _correct_spellings(grouping: Grouping, told: Corrections) -> Iterator[Row]:
    """Spellings whose type a user says."""
    for (text,) in grouping.read_rows("list_spellings") if told.types else ():
        if type_ := told.types.get(name_words(text)):
            yield text, type_


def _find_key(type_: MentionType, name: str, owner: str | None, sport: str | None) -> Row:
    """A row of `name_keys`."""
    key, mark = find_key(name, type_, owner, sport, None)
    is_of_outlet = type_ == "organization" and sport is None and mark is not None and is_owned_organization(name_key(name, type_))
    return type_, name, owner, sport, number_name(type_, key, mark), is_of_outlet, bool(name_code(name))
