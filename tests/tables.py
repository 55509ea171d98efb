"""Whole published tables as comparable values: what must be equal however the documents came in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from warehouse.schemas import SEARCH

# Columns that say when and by which run a row was made.
RUN_COLUMNS = {"run_id", "processed_at", "seen_at", "since"}
_GROUPS = {
    "entity": """
        select id, min(first) from (
            select entity_id as id, mention_id as first from mentions
            union all select speaker_stands_for_entity_id, quote_id from quotes where speaker_stands_for_entity_id is not null
        ) group by 1
    """,
    "story": "select story_id, min(article_id) from articles group by 1",
    "utterance": "select utterance_id, min(quote_id) from quotes where utterance_id is not null group by 1",
}


def read_tables(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Rows by table, sorted: without `runs` and `redirects`, run columns left out, each group id spelled by its first member."""
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        spelling = {i: f"{kind} of {first}" for kind, sql in _GROUPS.items() for i, first in con.execute(sql).fetchall()}
        names = [r[0] for r in con.execute("select table_name from duckdb_tables() order by 1").fetchall()]
        # Numbers of terms and articles are a file's own: the view shows what they stand for.
        names = [n for n in names if n not in SEARCH] + ["search_words", "search_postings", "search_names"]
        con.execute(
            """create temp view presence as
            select entity_of(entity_key) as entity_id, mention_count, quote_count, article_id
            from search_presence join search_articles using (article_number)"""
        )
        names.append("presence")
        found = {}
        for name in names:
            if name in {"runs", "redirects"}:
                continue
            cursor = con.execute(f'select * from "{name}"')
            columns = [d[0] for d in cursor.description or ()]
            kept = [i for i, c in enumerate(columns) if c not in RUN_COLUMNS]
            found[name] = sorted((tuple(_spell(row[i], spelling) for i in kept) for row in cursor.fetchall()), key=repr)
        return found


def _spell(value: Any, spelling: dict[str, str]) -> Any:
    return spelling.get(value, value) if isinstance(value, str) else value
