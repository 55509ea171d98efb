"""The commands that read documents and store nothing: extract, explain, annotate."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar

import typer

from flows.cli.failures import fail
from flows.cli.options import SourceList, Workers, read_settings, results

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from flows.settings import Settings
    from transforms.records import Document, Rejection

T = TypeVar("T")


def extract(sources: SourceList, workers: Workers = None) -> None:
    """Write articles as JSON lines to standard output. Nothing is stored."""
    from flows.cli.output import extraction_row
    from flows.run.reader import Reader

    settings = read_settings(workers=workers)
    with results(), closing(_read_documents(sources, settings, Reader(settings.model, settings.languages).extract)) as outcomes:
        for outcome in outcomes:
            _print_json(extraction_row(outcome))


def explain(source: Annotated[str, typer.Argument(metavar="SOURCE", help="A page, or another source whose documents to explain")]) -> None:
    """Tell why: each paragraph's rule, each quote's speaker. Every paragraph of a document stands with its role and rule, every quote
    with its cue, speaker, rule and the weight of each reason."""
    from flows.cli.explain import write_explanation, write_rejection
    from flows.run.reader import Reader
    from transforms.records import Rejection

    settings = read_settings(workers=1)
    with results(), closing(_read_documents([source], settings, Reader(settings.model, settings.languages).explain)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Rejection):
                write_rejection(outcome, sys.stdout)
            else:
                write_explanation(*outcome, sys.stdout)


def _read_documents(
    sources: list[str], settings: Settings, work: Callable[[Document], T | Rejection]
) -> Generator[T | Rejection, None, None]:
    """What `work` makes of each document of the sources, in their order, or why nothing comes of it; nothing is stored."""
    from corpus.documents import ReadLimits, SourceError, Sources, is_web_source
    from flows.cli.output import write_deferred
    from flows.run.pool import Failure, open_pool
    from flows.run.reader import reject
    from transforms.records import Document, Rejection

    web = None
    if any(map(is_web_source, sources)):  # whoever gives files need not wait for what reads the web
        from corpus.web.sources import WebReading
        from flows.run.reading import fetch_limits

        web = WebReading(fetch_limits(settings))
    try:
        documents = Sources(sources, ReadLimits(settings.document_bytes), web)
    except SourceError as e:
        fail(e, 2)
    with open_pool(settings) as pool:
        for source, result in pool.imap(work, ((d, d if isinstance(d, Document) else None) for d in documents)):
            if isinstance(source, Rejection):
                yield source
            elif isinstance(result, Failure):
                yield reject(source, "extract", result)
            elif result is not None:
                yield result
    write_deferred(documents.accounts, sys.stderr)


def annotate(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="JSON lines with doc_id and text (default: standard input)")] = None,
    workers: Workers = None,
) -> None:
    """Find mentions and quotes in texts given as JSON lines. They come in the same order, with offsets into each text as given."""
    from flows.cli.output import annotation_row
    from flows.run.pool import Failure, open_pool
    from flows.run.reader import Reader

    try:
        stream = file.open("rb") if file and str(file) != "-" else sys.stdin.buffer
    except OSError as e:
        fail(f"{e.strerror}: {file}", 2)
    settings = read_settings(workers=workers)
    with results(), stream, open_pool(settings) as pool:
        lines = (_read_line(line) for line in stream if line.strip())
        for line, result in pool.imap(Reader(settings.model, settings.languages).annotate_text, ((line, line.text) for line in lines)):
            if result is None:
                _print_json({"doc_id": line.doc_id, "reason": "broken_record", "detail": line.problem})
            elif isinstance(result, Failure):
                _print_json({"doc_id": line.doc_id, "reason": result.reason, "detail": result.detail})
            else:
                _print_json(annotation_row(line.doc_id, result))


class _Line(NamedTuple):
    """A line of `onrecord annotate`: a text, or the reason why there is none."""

    doc_id: object
    text: str | None
    problem: str = ""


def _read_line(line: bytes) -> _Line:
    try:
        row = json.loads(line)
    except ValueError as e:
        return _Line(None, None, f"not JSON: {e}")
    if not isinstance(row, dict):
        return _Line(None, None, "not a JSON object")
    if not isinstance(row.get("text"), str):
        return _Line(row.get("doc_id"), None, "no text in this line")
    return _Line(row.get("doc_id"), row["text"])


def _print_json(row: dict[str, Any]) -> None:
    from flows.cli.output import to_json

    # What a page smuggles in (lone surrogates) must not stop the stream.
    sys.stdout.buffer.write(to_json(row).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
