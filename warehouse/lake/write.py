"""The lake: rows as the tasks wrote them, in chunks that appear whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter

import pyarrow as pa

from transforms.identity import mention_id, quote_id
from transforms.records import Annotation, Extraction, Rejection, SourceFacts
from warehouse.folders import new_folder
from warehouse.home import Home
from warehouse.lake.chunks import write_tables
from warehouse.lake.faults import find_fault
from warehouse.lake.rows import SURROGATE, Outcome, hash_input, hash_input_key, hash_version
from warehouse.lake_schemas import LAKE
from warehouse.runs import Run

Rows = dict[str, list[tuple[object, ...]]]

_WRITTEN = [table for table in LAKE if table != "names"]  # names are read of the mentions, by `complete_names`

# What the rows take from the records, by name; the ids in front of it and the marks of the run behind are made here.
_article = attrgetter(*(n for n in LAKE["articles"].names if n not in {"version", "source_uri", "processed_at", "rules_version", "run_id"}))
_facts = attrgetter(*(f.name for f in fields(SourceFacts)))
_block = attrgetter(*LAKE["blocks"].names[2:])
_mention = attrgetter(*LAKE["mentions"].names[3:])
_quote = attrgetter(*LAKE["quotes"].names[3:])
_features = attrgetter(*LAKE["features"].names[1:])


def write_chunk(home: Home, run: Run, name: str, outcomes: Iterable[Outcome]) -> None:
    """Writes the outcomes of one task as one chunk (`name` from `name_chunk`), all or none, whatever ends the process.

    A chunk of the same name, from an earlier try of the task, is replaced. An article whose annotation breaks the contract
    (offsets that do not slice back, overlapping mentions ...) becomes a rejection with the reason `error`.
    """
    rows: Rows = {table: [] for table in _WRITTEN}
    for i, outcome in enumerate(outcomes):
        _add_outcome(rows, outcome, run, hash_version(name, i))
    tables = {table: _to_table(rows[table], LAKE[table]) for table in _WRITTEN}
    with new_folder(home.chunks / name) as folder:
        write_tables(folder, tables)


def _add_outcome(rows: Rows, outcome: Outcome, run: Run, version: int) -> None:
    document, result = outcome.document, outcome.result
    if not isinstance(result, Rejection) and (fault := find_fault(*result)) is not None:
        result = Rejection(document.source_uri, document.location, document.content_hash, "annotate", "error", f"contract broken: {fault}")
    if isinstance(result, Rejection):
        ending: tuple[object, ...] = (None, result.stage, result.reason, result.detail)
    else:
        ending = (result[0].article.article_id, None, None, None)
        _add_article(rows, *result, version, document.source_uri, (outcome.seen_at, run.rules_version, run.run_id))
    input_hash = hash_input(document)
    rows["documents"].append(
        (
            version,
            document.location,
            document.source_uri,
            document.content_hash,
            input_hash,
            hash_input_key(document.location, input_hash),
            document.kind,
            *_facts(document.facts),
            *ending,
            run.rules_version,
            run.run_id,
            run.number,
            run.number if document.arrived is None else document.arrived,
            outcome.seen_at,
        )
    )


def _add_article(
    rows: Rows, extraction: Extraction, annotation: Annotation, version: int, source_uri: str, made: tuple[object, ...]
) -> None:
    key, *rest = _article(extraction.article)
    rows["articles"].append((version, key, source_uri, *rest, *made))
    rows["blocks"] += [(version, key, *_block(b)) for b in extraction.blocks]
    rows["mentions"] += [
        (version, mention_id(key, m.part, m.block_ordinal, m.start_char, m.end_char), key, *_mention(m)) for m in annotation.mentions
    ]
    rows["quotes"] += [
        (version, quote_id(key, q.part, q.block_ordinal, q.start_char, q.end_char), key, *_quote(q)) for q in annotation.quotes
    ]
    if annotation.features:
        rows["features"].append((version, *_features(annotation.features)))


def _to_table(rows: Sequence[tuple[object, ...]], schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    return pa.table([_to_array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


def _to_array(values: Sequence[object], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:  # lone surrogates have no UTF-8; one replacement for each keeps all offsets
        return pa.array([_replace_surrogates(v) for v in values], kind)


def _replace_surrogates(value: object) -> object:
    if isinstance(value, str):
        return SURROGATE.sub("\ufffd", value)
    return [_replace_surrogates(v) for v in value] if isinstance(value, list | tuple) else value
