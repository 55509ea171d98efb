"""Matrix products as thinc asks for them."""

from __future__ import annotations

import numpy as np
import pytest

from transforms.nlp.blas import MatmulOps


@pytest.mark.parametrize(("first", "second"), [(False, False), (True, False), (False, True), (True, True)])
def test_the_product_of_matrices_turned_or_not(first: bool, second: bool) -> None:
    chance = np.random.default_rng(3)
    x, y = chance.normal(size=(3, 4)).astype("f"), chance.normal(size=(4, 5)).astype("f")
    given = MatmulOps().gemm(x.T.copy() if first else x, y.T.copy() if second else y, trans1=first, trans2=second)
    np.testing.assert_allclose(given, x @ y, rtol=1e-5)
