"""Whether two homes hold the same tables: `python -m tests.same OLD_HOME NEW_HOME [--but TABLE.COLUMN ...]`.

For moving rules without changing an answer: run the same sources into a home before and after, then compare. Columns that name the run
or the rules are left out, and those that `--but` names. Prints a line a table, and up to five rows that only one home has.
Exit status 0 where all are equal, 1 where not.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import duckdb

# Which run made a row, when, and by which rules: other in each home.
RUN_COLUMNS = frozenset({"run_id", "processed_at", "rules_version", "seen_at", "since", "document_rules", "grouping_rules"})
RUN_TABLES = frozenset({"runs"})
SHOWN = 5  # rows printed of those that only one home has


def compare_homes(old: Path, new: Path, but: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """By table, the rows that only one home has, as text behind `-` (old) or `+` (new); an empty list where all are equal."""
    found = {}
    for table in sorted({p.name for home in (old, new) for p in (home / "tables").iterdir()} - RUN_TABLES):
        with duckdb.connect() as connection:
            for side, home in (("old", old), ("new", new)):
                files = str(home / "tables" / table / "*.parquet").replace("'", "''")
                connection.execute(f"CREATE VIEW {side} AS SELECT * FROM read_parquet('{files}')")
            columns = [{c[0] for c in connection.execute(f"DESCRIBE {side}").fetchall()} for side in ("old", "new")]
            left_out = RUN_COLUMNS | {c.removeprefix(f"{table}.") for c in but if c.startswith(f"{table}.")}
            found[table] = [f"{sign} column {c}" for sign, c in _only(*columns) if c not in left_out]
            shared = ", ".join(f'"{c}"' for c in sorted((columns[0] & columns[1]) - left_out))
            for sign, one, other in (("-", "old", "new"), ("+", "new", "old")):
                rows = connection.execute(f"SELECT {shared} FROM {one} EXCEPT ALL SELECT {shared} FROM {other} ORDER BY ALL").fetchall()
                found[table] += [f"{sign} {row}" for row in rows]
    return found


def _only(old: set[str], new: set[str]) -> list[tuple[str, str]]:
    return [("-", c) for c in sorted(old - new)] + [("+", c) for c in sorted(new - old)]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.same", description="Whether two homes hold the same tables.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--but", nargs="*", default=[], metavar="TABLE.COLUMN", help="columns that may differ")
    given = parser.parse_args()
    found = compare_homes(given.old, given.new, frozenset(given.but))
    for table, rows in found.items():
        print(f"{table:<12} {'equal' if not rows else f'{len(rows)} rows differ'}")
        for row in rows[:SHOWN]:
            print(f"    {row[:400]}")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
