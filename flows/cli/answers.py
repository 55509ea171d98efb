"""A few answers from the published tables: what `make run` ends with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from flows.cli.output import write_table
from warehouse.connect import connect
from warehouse.home import Home
from warehouse.sql import list_queries, read_query


def show_answers(home: Path) -> None:
    """Prints each query of `warehouse/queries/answer_*.sql` with its rows; its first comment line is the heading."""
    with connect(Home(home)) as con:
        for name in list_queries("queries"):
            if not name.startswith("answer_"):
                continue
            text = read_query("queries", name)
            answer = con.execute(text)
            write_table([d[0] for d in answer.description or ()], answer.fetchall(), sys.stdout, title=text.splitlines()[0].lstrip("- "))
            print()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=Path(".data"))
    show_answers(parser.parse_args().home)
