"""Pages that are read while tables are published: `python -m tests.bench.publishes [PUBLISHES] [CLIENTS]`.

`onrecord browse` runs as a process of its own; this one publishes patches of a toy home one after the other: new articles, changed ones and
ones that an earlier publish had. The clients follow links from the front page on, all of them at once, with files and searches between.
Prints how many requests were answered, how, and how long they took; an answer that is not 200 or a redirect is an error, and ends with 1.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.lakes import make_document, run_documents
from transforms.records import Document

ALWAYS = (
    "/",
    "/entities",
    "/outlets",
    "/report",
    "/search?q=ferry",
    "/search?q=ferry&over=quotes",
    "/lists/speakers.csv",
    "/lists/stories.json",
    "/ask?q=SELECT published_on, count(*) AS n FROM articles GROUP BY ALL",
)
_LINK = re.compile(r'href="(/(?:story|article|entity|statement|outlet|search|lists)[^"#]*)')
_SEED = 5
_PAUSE = 1.0  # seconds that a client reads a page before it asks for the next


def make_pages(number: int) -> list[Document]:
    """The documents of publish `number`: those of before, one more, and one of before with other words."""
    pages = []
    for i in range(number + 1):
        changed = f" Again {number}." if number and i == number * 7 % number else ""
        day = f"2026-02-{i % 27 + 1:02d}"
        text = f"# Ferry talks {i // 3}\n\nMira Solano said “the ferry sails at {i // 3}” on {day}. Bero Tamm said “no {i}”.{changed}"
        pages.append(make_document(f"{i}.txt", text, f"https://news.example/{i}", outlet=f"Outlet {i % 5}"))
    return pages


class Reader(threading.Thread):
    """A client that follows links until it is told to stop, and counts what it is answered."""

    def __init__(self, port: int, number: int, done: threading.Event) -> None:
        super().__init__()
        self._port, self._done = port, done
        self._chance = random.Random(_SEED + number)
        self.answers: Counter[int | str] = Counter()
        self.errors: list[str] = []
        self.slowest = 0.0

    def run(self) -> None:
        links = list(ALWAYS)
        while not self._done.wait(_PAUSE):
            address = self._chance.choice([*ALWAYS, *links])
            began = time.monotonic()
            try:
                status, text = _get(self._port, address)
            except OSError as problem:
                status, text = 0, repr(problem)
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.answers[status] += 1
            if status not in (200, 308):
                self.errors.append(f"{address}: {status} {text[:300]}")
            links = [link.replace("&amp;", "&") for link in _LINK.findall(text)][:60] or links


def _get(port: int, address: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", address.replace(" ", "%20"))
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


@contextlib.contextmanager
def browsing(home: Path) -> Iterator[int]:
    """`onrecord browse` as a process: the port that it listens on."""
    command = [sys.executable, "-m", "flows.cli", "browse", "--home", str(home), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        told = re.search(r"http://127\.0\.0\.1:(\d+)", process.stderr.readline())
        assert told, "onrecord browse does not start"
        # What it logs is read on: a full pipe would hold it.
        threading.Thread(target=process.stderr.read, daemon=True).start()
        yield int(told[1])
    finally:
        process.terminate()
        process.wait(30)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.publishes", description="Pages read while tables are published.")
    parser.add_argument("publishes", type=int, nargs="?", default=50)
    parser.add_argument("clients", type=int, nargs="?", default=8)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        run_documents(home, make_pages(0), "run 0")
        done = threading.Event()
        with browsing(home) as port:
            readers = [Reader(port, n, done) for n in range(given.clients)]
            for reader in readers:
                reader.start()
            for number in range(1, given.publishes + 1):
                run_documents(home, make_pages(number), f"run {number}")
                print(f"{number} published, {sum(r.answers.total() for r in readers):,} answers", file=sys.stderr)
            done.set()
            for reader in readers:
                reader.join()
    answers = sum((r.answers for r in readers), Counter[int | str]())
    errors = [error for r in readers for error in r.errors]
    print(f"{given.publishes} publishes, {given.clients} clients: {answers.total():,} answers, {dict(answers)}")
    print(f"slowest {max(r.slowest for r in readers):.1f} s; {len(errors)} errors")
    print("\n".join(errors[:10]))
    sys.exit(bool(errors))


if __name__ == "__main__":
    main()
