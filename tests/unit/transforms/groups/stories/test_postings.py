"""Products of sparse rows with those that follow."""

from __future__ import annotations

import numpy as np
import pytest

from transforms.groups.stories.postings import Postings

DENSE = np.array([[2, 0, 1, 0], [0, 3, 0, 0], [1, 1, 5, 0], [0, 0, 0, 0], [4, 0, 0, 7]], dtype=np.float32)


def read_rows() -> Postings:
    terms = [np.arange(4, dtype=np.int32) for _ in DENSE]
    return Postings(terms, list(DENSE))


@pytest.mark.parametrize("width", [1, 2, 5])
def test_products_are_those_of_the_rows_in_the_window(width: int) -> None:
    rows = read_rows()
    for i in range(len(DENSE)):
        end = min(len(DENSE), i + 1 + width)
        assert rows.multiply(i, end).tolist() == (DENSE[i + 1 : end] @ DENSE[i]).tolist()


def test_rows_may_be_left_out() -> None:
    rows = read_rows()
    assert rows.multiply(2, 5).tolist() == [0.0, 4.0]


def test_no_rows_have_no_products() -> None:
    assert Postings([np.zeros(0, np.int32)], [np.zeros(0, np.float32)]).multiply(0, 1).tolist() == []
