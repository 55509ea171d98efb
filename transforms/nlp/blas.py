"""Matrix products where spaCy's own layers make the numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from thinc.api import NumpyOps


class MatmulOps(NumpyOps):  # type: ignore[misc]  # thinc has no types
    """thinc's numpy backend with numpy's own matrix product in place of BLIS's.

    Products are more than a third of the model's time, and the OpenBLAS that numpy ships is some three times as fast at
    them (`python -m tests.bench.products`).
    """

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The matrix product, as `thinc.api.Ops.gemm` describes it."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)
