"""Floors below which no figure may fall, pinned in `floors.json` with a fingerprint of the gold they were measured on.

`python -m tests.quality.floors` measures every suite and shows what was gained and lost against its floors.
`--pin` raises the floors to what was measured; a floor that would fall is kept unless `--lower REASON` says why, and the
reason stays in the file. A gold that changed must be pinned anew before its suite passes.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
# Suite → function that measures it and gives a Measurement.
SUITES = {
    "extraction": "tests.quality.extraction_scores:measure_extraction",
    "kinds": "tests.quality.kinds:measure_kinds",
    "names": "tests.quality.names:measure_names",
    "samples": "tests.golden.sample_scores:measure_samples",
    "wordings": "tests.quality.wording_scores:measure_wordings",
    "rewordings_dev": "tests.quality.wording_scores:measure_rewordings_dev",
    "rewordings_test": "tests.quality.wording_scores:measure_rewordings_test",
    "retellings_dev": "tests.quality.wording_scores:measure_retellings_dev",
    "retellings_test": "tests.quality.wording_scores:measure_retellings_test",
}
_EPSILON = 1e-9


@dataclass(frozen=True)
class Measurement:
    """Figures as (right, total), the fingerprint of the gold, and one line for each miss."""

    gold: str
    figures: Mapping[str, tuple[int, int]]
    misses: tuple[str, ...] = field(default=())


def fingerprint(paths: Iterable[Path]) -> str:
    """A hash of the files' names and contents, in an order of its own."""
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(paths, key=lambda p: p.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def share(figure: tuple[int, int]) -> float:
    """Right over total; 1 where there was nothing to get right."""
    right, total = figure
    return right / total if total else 1.0


def read_floors() -> dict[str, dict]:
    """All suites' floors."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def find_shortfalls(suite: str, measured: Measurement) -> list[str]:
    """One line for each figure below its floor, for a measure without a floor, and for a gold that was changed."""
    pinned = read_floors().get(suite)
    if pinned is None:
        return [f"{suite} has no floors: python -m tests.quality.floors --pin"]
    if pinned["gold"] != measured.gold:
        return [f"the gold of {suite} changed: look at the figures, then python -m tests.quality.floors --pin"]
    lines = []
    for name, floor in pinned["floors"].items():
        if name not in measured.figures:
            lines.append(f"{name}: not measured any more")
        elif share(measured.figures[name]) < share(tuple(floor)) - _EPSILON:
            lines.append(f"{name}: {_show(measured.figures[name])}, floor {_show(tuple(floor))}")
    lines += [f"{name}: no floor yet" for name in measured.figures if name not in pinned["floors"]]
    return lines


def compare(suite: str, measured: Measurement) -> str:
    """A table of the figures beside their floors, for people."""
    floors = read_floors().get(suite, {}).get("floors", {})
    rows = []
    for name, figure in measured.figures.items():
        floor = tuple(floors[name]) if name in floors else None
        change = "" if floor is None else f"{100 * (share(figure) - share(floor)):+6.1f}"
        rows.append(f"{name:<34} {_show(figure):>18}   floor {_show(floor) if floor else '–':>18} {change}")
    return "\n".join(rows)


def pin(suite: str, measured: Measurement, reason: str | None = None) -> list[str]:
    """Writes the figures as floors; gives the names of those kept because they would have fallen without a reason."""
    everything = read_floors()
    old = everything.get(suite, {"floors": {}, "lowered": []})
    kept, floors, lowered = [], {}, list(old.get("lowered", []))
    for name, figure in measured.figures.items():
        before = tuple(old["floors"].get(name, figure))
        if share(figure) < share(before) - _EPSILON:
            if reason is None:
                kept.append(name)
                floors[name] = list(before)
                continue
            lowered.append({"measure": name, "from": list(before), "to": list(figure), "reason": reason})
        floors[name] = list(figure)
    everything[suite] = {"gold": measured.gold, "floors": floors, "lowered": lowered}
    FLOORS.write_text(_dump(everything), encoding="utf-8")
    return kept


def _dump(everything: dict[str, dict]) -> str:
    # One measure a line, so that a change of a floor is a line in the diff.
    parts = []
    for suite, values in sorted(everything.items()):
        floors = ",\n".join(f"      {json.dumps(k)}: {json.dumps(v)}" for k, v in values["floors"].items())
        lowered = ",\n".join(f"      {json.dumps(v, ensure_ascii=False)}" for v in values["lowered"])
        lowered = f"[\n{lowered}\n    ]" if lowered else "[]"
        parts.append(
            f'  {json.dumps(suite)}: {{\n    "gold": {json.dumps(values["gold"])},\n'
            f'    "floors": {{\n{floors}\n    }},\n    "lowered": {lowered}\n  }}'
        )
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _show(figure: tuple[int, int]) -> str:
    return f"{figure[0]}/{figure[1]} ({100 * share(figure):.1f}%)"


def main() -> int:
    """Measures the suites and shows, or pins, their figures; 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suites", nargs="*", help=f"of {', '.join(SUITES)}; none: all")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--lower", metavar="REASON", help="with --pin: let floors fall, and say why")
    parser.add_argument("--misses", action="store_true", help="print each miss too")
    options = parser.parse_args()
    failed = False
    for suite in options.suites or SUITES:
        module, function = SUITES[suite].split(":")
        measured: Measurement = getattr(importlib.import_module(module), function)()
        print(f"{suite}\n{compare(suite, measured)}")
        if options.misses:
            print("\n".join(measured.misses))
        if options.pin:
            for name in pin(suite, measured, options.lower):
                print(f"kept the floor of {name}: give --lower REASON to let it fall")
        shortfalls = find_shortfalls(suite, measured)
        failed |= bool(shortfalls)
        print("\n".join(shortfalls))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
