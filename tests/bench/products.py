"""The matrix product of BLIS, which thinc uses by itself, beside numpy's own, on shapes of the language model.

OMP_NUM_THREADS=1 python -m tests.bench.products
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from thinc.api import NumpyOps

from transforms.nlp.blas import MatmulOps


def seconds(work: Callable[[], object], times: int = 100) -> float:
    """CPU seconds of one call, over `times` calls."""
    work()
    started = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - started) / times


def main() -> None:
    """Prints milliseconds a product and the ratio."""
    for rows, inner, columns in ((600, 288, 288), (600, 480, 288), (300, 128, 192)):
        a, b = np.ones((rows, inner), dtype="f"), np.ones((columns, inner), dtype="f")
        blis, own = (seconds(lambda ops=ops, a=a, b=b: ops.gemm(a, b, trans2=True)) for ops in (NumpyOps(), MatmulOps()))
        print(f"{rows} x {inner} x {columns}: BLIS {blis * 1e3:.2f} ms, numpy {own * 1e3:.2f} ms, {blis / own:.1f} times")


if __name__ == "__main__":
    main()
