"""How fast pages are read, beside the loop that anybody would write: trafilatura, then a full spaCy pipeline, one process.

    python -m tests.bench.throughput                 # all of it, on 300 generated pages of 200 KB
    python -m tests.bench.throughput stages FOLDER   # CPU seconds of extraction and annotation beside the loop's, on pages of one's own
    python -m tests.bench.throughput workers         # two workers against one, reading alone
    python -m tests.bench.throughput run             # a whole `onrecord run` beside the loop, then a second run with nothing new
    python -m tests.bench.throughput start           # one page: alone, by the last run's resident, beside a server; help, questions

Pairs alternate, and medians are told, for machines differ and are seldom quiet: quote the ratios.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from corpus.documents import ReadLimits, Sources
from flows.run.pool import WorkerPool
from flows.run.reader import Reader
from flows.settings import Settings
from tests.bench.pages import write_pages
from transforms.nlp.choice import model_path
from transforms.pages.selection.core import as_it_comes
from transforms.records import Document, Extraction

ONRECORD = [sys.executable, "-m", "flows.cli"]


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


class Loop:
    """The do-it-yourself loop, with its model loaded."""

    def __init__(self) -> None:
        import spacy
        import trafilatura

        self._extract = trafilatura.extract
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a model of 3.7 under spaCy 3.8
            self._nlp = spacy.load(model_path())

    def extract(self, pages: Sequence[Document]) -> list[str]:
        """The texts of the pages."""
        with as_it_comes():
            return [text for page in pages if (text := self._extract(page.content.decode("utf-8", "replace"), include_comments=False))]

    def parse(self, texts: Sequence[str]) -> None:
        """Puts the texts through the full pipeline."""
        for text in texts:
            self._nlp(text)


def read_english(folder: Path) -> list[Document]:
    """The pages of a folder that give an English article."""
    extract = Reader().extract
    documents = (d for d in Sources([str(folder)], ReadLimits(2**27)) if isinstance(d, Document))
    return [d for d in documents if isinstance(found := extract(d), Extraction) and found.article.language == "en"]


def compare_stages(pages: Sequence[Document], rounds: int) -> None:
    """Prints CPU seconds of both stages beside the loop's, one process, first-time work left out."""
    loop, reader = Loop(), Reader()
    rows: list[tuple[float, float, float, float]] = []
    for number in range(rounds + 1):
        _forget()
        texts: list[str] = []
        extractions: list[object] = []
        theirs = ours = 0.0
        for page in pages:  # in turn: a busy machine slows both alike
            theirs += cpu_seconds(lambda into=texts, page=page: into.extend(loop.extract([page])))  # type: ignore[misc]
            ours += cpu_seconds(lambda into=extractions, page=page: into.append(reader.extract(page)))  # type: ignore[misc]
        articles = [e for e in extractions if isinstance(e, Extraction)]
        parsed = cpu_seconds(lambda texts=texts: loop.parse(texts))  # type: ignore[misc]
        annotated = cpu_seconds(lambda articles=articles: [reader.annotate(a) for a in articles])  # type: ignore[misc]
        if number:
            rows.append((theirs, ours, parsed, annotated))
        else:  # the first round warms; what is loaded then is not looked through for garbage again, as in a worker
            gc.collect()
            gc.freeze()
    a, b, c, d = (statistics.median(column) for column in zip(*rows, strict=True))
    print(f"extraction  loop {a:7.2f}  ours {b:7.2f} CPU s   {b / a:5.2f} times its cost")
    print(f"annotation  loop {c:7.2f}  ours {d:7.2f} CPU s   {c / d:5.2f} times as fast")
    print(f"both        loop {a + c:7.2f}  ours {b + d:7.2f} CPU s   {(a + c) / (b + d):5.2f} times as fast per core, {len(pages)} pages")


def _forget() -> None:
    from transforms.nlp.read import forget_readings

    forget_readings()


def compare_workers(pages: Sequence[Document], rounds: int) -> None:
    """Prints wall seconds of one worker and of two, reading alone, the workers warm."""
    seconds: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for workers in (1, 2):
            with WorkerPool(workers, 60.0, 4 * 2**30) as pool:
                pool.map(Reader().extract, pages[: 4 * workers])  # the processes are there
                started = time.perf_counter()
                pool.map(Reader().read, pages)
                seconds[workers].append(time.perf_counter() - started)
    one, two = (statistics.median(seconds[n]) for n in (1, 2))
    print(f"one worker {one:.1f} s, two {two:.1f} s: {one / two:.2f} times as fast, {len(pages)} pages")


def compare_run(folder: Path, pages: Sequence[Document], workers: int, rounds: int) -> None:
    """Prints wall and CPU seconds of a whole run beside the loop's, then of a second run with nothing new."""
    loop = Loop()
    ours, theirs, again = [], [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as home:
            command = ("run", str(folder), "--home", home, "--workers", str(workers))
            ours.append(_command(*command))
            again.append(_command(*command))
        started, cpu = time.perf_counter(), time.process_time()
        loop.parse(loop.extract(pages))
        theirs.append((time.perf_counter() - started, time.process_time() - cpu))
    for name, taken in (("run", ours), ("second run", again), ("loop", theirs)):
        wall, cpu = (statistics.median(column) for column in zip(*taken, strict=True))
        print(f"{name:<11} {wall:7.1f} s wall {cpu:7.1f} s CPU   {len(pages) / wall:6.1f} pages a second")
    ratio = statistics.median(t[0] / o[0] for t, o in zip(theirs, ours, strict=True))
    print(f"ratio       {ratio:7.2f} times the loop's wall time, {workers} workers")


def measure_start(page: Path, rounds: int) -> None:
    """Prints wall and CPU seconds of a run of one page, without a server and with one that runs, and of help and questions."""
    with tempfile.TemporaryDirectory() as scratch:
        env = {"PREFECT_HOME": str(Path(scratch, "prefect")), "ONRECORD_HOME": str(Path(scratch, "home")), "ONRECORD_SERVER_SECONDS": "0"}
        env["XDG_RUNTIME_DIR"] = scratch
        _command("run", str(page), **env)  # makes Prefect's database, and tables to ask
        for number in range(rounds):
            _tell("one page, no server", "run", str(page), "--home", str(Path(scratch, f"alone-{number}")), **env)
        for number in range(rounds + 1):  # the first leaves a server and a resident, whose CPU seconds are not seen from here
            name = "one page, by the last run's resident" if number else "one page, leaving a resident"
            _tell(name, "run", str(page), "--home", str(Path(scratch, f"after-{number}")), **env | {"ONRECORD_SERVER_SECONDS": "300"})
            _wait_for_resident(Path(scratch))
        for _ in range(rounds):
            _tell(
                "nothing new, by the resident",
                "run",
                str(page),
                "--home",
                str(Path(scratch, "after-0")),
                **env | {"ONRECORD_SERVER_SECONDS": "300"},
            )
        with _server(env) as port:
            for number in range(rounds):
                home = str(Path(scratch, f"beside-{number}"))
                _tell("one page, a server running", "run", str(page), "--home", home, ONRECORD_PORT=port, **env)
        for _ in range(rounds):
            _tell("help", "--help", **env)
            _tell("sql", "sql", "select 1", **env)
            _tell("entity", "entity", "Nobody", **env)


def _wait_for_resident(folder: Path, seconds: float = 60.0) -> None:
    until = time.monotonic() + seconds
    while not list(folder.glob("*/*.sock")) and time.monotonic() < until:
        time.sleep(0.1)


@contextmanager
def _server(env: dict[str, str], port: str = "4297") -> Iterator[str]:
    server = subprocess.Popen([*ONRECORD, "ui"], env=os.environ | env | {"ONRECORD_PORT": port}, stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.5)
        yield port
    finally:
        server.terminate()
        server.wait()


def _tell(name: str, *arguments: str, **env: str) -> None:
    wall, cpu = _command(*arguments, **env)
    print(f"{name:<34} {wall:6.2f} s wall {cpu:6.2f} s CPU", flush=True)


def _command(*arguments: str, **env: str) -> tuple[float, float]:
    """Wall and CPU seconds of a command with all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as an installed program runs
    subprocess.run([*ONRECORD, *arguments], env=compiled | env, capture_output=True, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Prints what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("all", "stages", "workers", "run", "start"), default="all")
    parser.add_argument("folder", nargs="?", type=Path, help="pages of one's own, in place of generated ones")
    parser.add_argument("--pages", type=int, default=300, help="pages generated")
    parser.add_argument("--workers", type=int, default=Settings.given().workers)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch, "pages")
        if given.folder is None:
            write_pages(folder, given.pages)
        pages = read_english(folder)
        size = sum(len(page.content) for page in pages)
        print(f"{len(pages)} pages, {size / 1e6:.1f} MB, {os.cpu_count()} cores", flush=True)
        if given.what in ("all", "stages"):
            compare_stages(pages, given.rounds)
        if given.what in ("all", "workers"):
            compare_workers(pages, given.rounds)
        if given.what in ("all", "run"):
            compare_run(folder, pages, given.workers, given.rounds)
        if given.what in ("all", "start"):
            measure_start(Path(pages[0].location), given.rounds)


if __name__ == "__main__":
    main()
