"""A long run over mangled input of every reader: `python -m tests.bench.mangled [COUNT] [SEED]`.

Each must give articles or rejections. Prints what came out, the slowest in CPU seconds and the memory at the end; the exit status is 1
where anything raised.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter

from tests.mangled import mangle_all, read_mangled


def main() -> int:
    count, seed = (int(argument) for argument in (*sys.argv[1:3], *("1000", "1")[len(sys.argv) - 1 :]))
    outcomes: Counter[str] = Counter()
    slowest = (0.0, "")
    for number, one in enumerate(mangle_all(count, seed)):
        start = time.process_time()
        try:
            outcomes[f"{one.name}: {'nothing' if read_mangled(one) == ['nothing'] else 'read or rejected'}"] += 1
        except Exception as error:
            outcomes["RAISED"] += 1
            print(f"{number} {one.name} ({one.how}): {type(error).__name__}: {str(error)[:300]}")
        slowest = max(slowest, (time.process_time() - start, f"{number} {one.name} ({one.how}), {len(one.content)} bytes"))
    for outcome, times in sorted(outcomes.items()):
        print(f"{outcome:<36}{times:>6}")
    print(f"slowest {slowest[0]:.2f} CPU seconds: {slowest[1]}; memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    return int(bool(outcomes["RAISED"]))


if __name__ == "__main__":
    sys.exit(main())
