"""What several commands share: their options, the settings that these make, and how results are written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from flows.settings import Settings

SourceList = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files or folders of pages (.html .htm .txt .md), of documents as JSON lines (.jsonl .ndjson) or of web archives (.warc), "
        "each also as .gz; web addresses of pages, feeds or sitemaps; a .urls file (addresses, one a line); "
        "a .toml file (outlets with their feeds, sitemaps and pages)",
    ),
]
HomeFolder = Annotated[Path | None, typer.Option("--home", envvar="ONRECORD_HOME", help="Folder of the tables (default .data)")]
Workers = Annotated[int | None, typer.Option("--workers", min=1, help="Worker processes (default: one a core)")]
ClusterAddress = Annotated[
    str | None, typer.Option("--cluster", envvar="ONRECORD_CLUSTER", help="Dask cluster for the documents: tcp://host:8786, or auto")
]


def read_settings(**given: object) -> Settings:
    """The settings, with what the command line gives; imported where they are asked for, because it takes a while."""
    from flows.settings import Settings

    return Settings.given(**given)


@contextmanager
def results() -> Iterator[None]:
    """Standard output for results: whoever reads it may stop reading (`| head`), which is no error."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
