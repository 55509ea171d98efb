"""A large archive into the tables, part by part: each part is published when it is done, and done once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prefect import flow

from corpus.documents import SourceError, is_web_source
from corpus.file_parts import Part, cut_parts
from corpus.origins import Origin
from flows.pipeline import TASK_RUNNER, build
from flows.run.progress import Reporter, current_reporter, reporting
from flows.run.reading import open_sources
from flows.run.rules import document_rules
from flows.run.summary import Summary
from flows.settings import Settings
from flows.watch.logs import quiet_tasks
from warehouse.folders import replace_text
from warehouse.home import Home
from warehouse.lake.removals import Removals


@dataclass(frozen=True, slots=True)
class PartDone:
    """A part of a backfill: what a run made of it, None where an earlier backfill has done it."""

    name: str
    files: int
    summary: Summary | None


class _Overall:
    """Tells how far the whole backfill is, where a run tells how far its part is."""

    def __init__(self, reporter: Reporter, before: float, part: float) -> None:
        self._reporter, self._before, self._part = reporter, before, part

    def advance(self, documents: int, share: float) -> None:
        self._reporter.advance(documents, self._before + share * self._part)

    def say(self, line: str) -> None:
        self._reporter.say(line)


@flow(name="onrecord-backfill", flow_run_name="backfill", persist_result=False)
def backfill(
    sources: list[str],
    home: str | None = None,
    workers: int | None = None,
    since: date | None = None,
    until: date | None = None,
    cluster: str | None = None,
) -> list[PartDone]:
    """Does the files of `sources` part by part: the days that their paths name, from `since` to `until` where these are given.

    A part that is done, with the same files and under the same rules, is not read again: a backfill that was ended goes on with
    the part at which it was. Raises as `flows.cli.start.run_pipeline` says.
    """
    settings = Settings.given(home=home, workers=workers)
    if web := [source for source in sources if is_web_source(source)]:
        raise SourceError(f"a backfill reads files and folders, not {web[0]}")
    opened = Home(settings.home).create()
    parts = cut_parts(open_sources(sources, settings, Removals(opened)).list_files(), since, until)
    sizes = [sum(file.size for file in part.files) for part in parts]
    total = max(sum(sizes), 1)
    done: list[PartDone] = []
    reporter = current_reporter()
    for number, part in enumerate(parts):
        mark = opened.parts / f"{_digest(part)}.json"
        summary = None
        if not mark.exists():
            reporter.say(f"{part.name} ({number + 1} of {len(parts)})")
            with reporting(_Overall(reporter, sum(sizes[:number]) / total, sizes[number] / total)):
                summary = _do_part([f"{part.name} of {', '.join(sources)}"], _Files(sources, part.files), home, workers, cluster)
            replace_text(mark, json.dumps({"part": part.name, "files": len(part.files), "rules": document_rules()}) + "\n")
        done.append(PartDone(part.name, len(part.files), summary))
    return done


class _Files:
    """The files of one part. A plain class on purpose: Prefect looks into lists and dataclasses, and an archive may have many files."""

    def __init__(self, sources: Sequence[str], files: Sequence[Origin]) -> None:
        self.sources = sources
        self.locations = frozenset(file.location for file in files)


@flow(name="onrecord-part", flow_run_name="{sources[0]}", task_runner=TASK_RUNNER, persist_result=False)
def _do_part(sources: list[str], files: _Files, home: str | None, workers: int | None, cluster: str | None) -> Summary:
    """`sources` names the part; `files` are its files."""
    quiet_tasks()
    settings = Settings.given(home=home, workers=workers, cluster=cluster)
    removals = Removals(Home(settings.home))
    return build(settings, open_sources(files.sources, settings, removals, files.locations), removals).summary


def _digest(part: Part) -> str:
    """Which files a part has, as they are now, and the rules: what a part that is done is known by."""
    files = [(file.location, file.size, _mtime(file.path)) for file in part.files]
    return hashlib.blake2b(json.dumps([document_rules(), files]).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _mtime(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
