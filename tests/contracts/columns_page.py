"""The columns of every table as they stand in `docs/tables.md`: `python -m tests.contracts.columns_page` writes them there."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from warehouse.columns import describe
from warehouse.schemas import PUBLISHED

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"
BEGIN, END = "<!-- columns: python -m tests.contracts.columns_page -->", "<!-- end of columns -->"

# Types as DuckDB calls them: what readers of the tables see.
_NAMES = {"string": "VARCHAR", "int32": "INTEGER", "int64": "BIGINT", "double": "DOUBLE", "bool": "BOOLEAN", "date32[day]": "DATE"}


def _type(kind: pa.DataType) -> str:
    if pa.types.is_map(kind):
        return f"MAP({_type(kind.key_type)}, {_type(kind.item_type)})"
    if pa.types.is_list(kind):
        return f"{_type(kind.value_type)}[]"
    return "TIMESTAMPTZ" if pa.types.is_timestamp(kind) else _NAMES[str(kind)]


def write_columns() -> str:
    """A heading and a table of columns for each published table, in Markdown. A `?` behind a type: the value may be missing."""
    parts = []
    for name, schema in PUBLISHED.items():
        rows = [f"| `{c.name}` | {_type(c.type)}{'?' if c.nullable else ''} | {describe(c)} |" for c in schema]
        parts.append(f"### {name}\n\n{describe(schema)}.\n\n| column of `{name}` | type | holds |\n|---|---|---|\n" + "\n".join(rows))
    return "\n\n".join(parts)


def main() -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n\n{write_columns()}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
