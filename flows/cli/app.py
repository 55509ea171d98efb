"""The command line: `onrecord`, its commands in the order of `--help`, and what ends it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from flows.cli import ask_commands, build_commands, read_commands, service_commands
from flows.garbage import look_seldom

app = typer.Typer(
    help="Pages of news into tables that can be asked: who said what, to whom, as which outlet tells it.",
    epilog="Example:  onrecord run pages/ && onrecord sql 'select * from who_said_what limit 10'",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

# Each command with the examples that its --help ends with.
COMMANDS: Mapping[Callable[..., None], str] = {
    build_commands.run: "Examples:  onrecord run pages/   ·   onrecord run crawl.warc.gz more.jsonl --home /srv/news --workers 4",
    build_commands.rebuild: "Example:  onrecord rebuild --home /srv/news",
    build_commands.remove: "Example:  onrecord remove https://www.gazette.example/a --reason 'court order 12/2026' --home /srv/news",
    build_commands.backfill: "Examples:  onrecord backfill crawl/   ·   "
    "onrecord backfill cc-news/ --since 2026-01-01 --until 2026-01-31 --home /srv/news",
    read_commands.extract: "Example:  onrecord extract page.html | jq -r .title",
    read_commands.explain: "Example:  onrecord explain page.html",
    read_commands.annotate: 'Example:  echo \'{"doc_id": 1, "text": "“We agreed,” Mara Lindqvist said."}\' | onrecord annotate',
    ask_commands.sql: "Examples:  onrecord sql   ·   onrecord sql 'from speakers' --format csv   ·   "
    "onrecord sql -f q.sql -o q.csv --format csv",
    ask_commands.status: "Examples:  onrecord status --home /srv/news   ·   onrecord status --json | jq .newest_build.age_seconds",
    ask_commands.entity: "Example:  onrecord entity 'Youssef Al Harran'",
    ask_commands.doubtful: "Example:  onrecord doubtful --home ~/news",
    ask_commands.wordings: "Example:  onrecord wordings 'a winner and a loser'",
    ask_commands.browse: "Examples:  onrecord browse --home /srv/news, then open http://127.0.0.1:8600   ·   onrecord browse --port 9000",
    ask_commands.mcp: "Example:  claude mcp add onrecord -- onrecord mcp --home /srv/news",
    ask_commands.report: "Examples:  onrecord report --since 2026-03-01 -o week.html   ·   "
    "onrecord report --person 'Mara Lindqvist' -o mara.html",
    ask_commands.export: "Example:  onrecord export sqlite -o news.sqlite --home /srv/news",
    service_commands.up: "Example:  ONRECORD_SOURCES=/srv/pages onrecord up --home /srv/news",
    service_commands.deploy: "Example:  PREFECT_API_URL=http://prefect.example:4200/api onrecord deploy",
    service_commands.ui: "Example:  onrecord ui, then open http://127.0.0.1:4200",
}

for command, examples in COMMANDS.items():
    app.command(epilog=examples)(command)


def _version(wanted: bool) -> None:
    if wanted:
        import importlib.metadata

        print(f"onrecord {importlib.metadata.version('onrecord')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version", callback=_version, is_eager=True)] = False,
) -> None:
    """Options of every command."""


def main() -> None:
    """Entry point of the console script."""
    look_seldom()
    try:
        app()
    except ValueError as e:
        from pydantic import ValidationError  # only then: it takes a while to load

        if not isinstance(e, ValidationError):
            raise
        for error in e.errors():
            name = "_".join(str(part) for part in error["loc"])
            print(f"onrecord: ONRECORD_{name.upper()}: {error['msg'].removeprefix('Value error, ')}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
