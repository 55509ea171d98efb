"""Documents per second of a whole run and of its stages, beside a do-it-yourself loop on the same pages.

    python -m tests.bench.throughput [--pages 300] [--workers 2]

The loop is what one would write in an afternoon: trafilatura, then a full spaCy pipeline, one process. Quote the ratios:
machines differ.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

from tests.bench.pages import write_pages


def loop(folder: Path) -> float:
    """Seconds that the do-it-yourself loop takes, without the loading of the model."""
    import spacy
    import trafilatura

    from transforms.nlp.choice import model_path

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        nlp = spacy.load(model_path())
    started = time.perf_counter()
    for page in sorted(folder.iterdir()):
        text = trafilatura.extract(page.read_text(encoding="utf-8"), include_comments=False)
        if text:
            nlp(text)
    return time.perf_counter() - started


def run(folder: Path, home: Path, workers: int) -> tuple[float, str]:
    """Wall seconds of `onrecord run` as a process, and what it printed."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", str(folder), "--home", str(home), "--workers", str(workers)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return time.perf_counter() - started, done.stdout


def main() -> None:
    """Prints the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    with tempfile.TemporaryDirectory() as scratch:
        folder, home = Path(scratch, "pages"), Path(scratch, "home")
        size = write_pages(folder, given.pages)
        print(f"{given.pages} pages, {size / 1e6:.1f} MB, {given.workers} workers, {os.cpu_count()} cores")
        first, told = run(folder, home, given.workers)
        print(*(line for line in told.splitlines() if line.startswith("Seconds by stage")), sep="\n")
        second, _ = run(folder, home, given.workers)
        alone = loop(folder)
        print(f"first run   {first:7.1f} s  {given.pages / first:6.1f} documents/s")
        print(f"second run  {second:7.1f} s  {second / first:6.1%} of the first")
        print(f"own loop    {alone:7.1f} s  {given.pages / alone:6.1f} documents/s (one process, no entities, no quotes, no tables)")
        print(f"ratio       {alone / first:7.2f} times the loop")


if __name__ == "__main__":
    main()
