"""Tables of log-odds."""

from __future__ import annotations

import pytest

from transforms.evidence_table import rate_evidence, read_evidence

TABLES = ("entities/evidence.csv", "quotes/said.csv")


@pytest.mark.parametrize("table", TABLES)
def test_chance_is_the_logistic_of_the_sum_of_points(table: str) -> None:
    one, other = list(read_evidence(table).values())[:2]
    chance = rate_evidence(table, [one.evidence, other.evidence])
    assert chance == pytest.approx(1 / (1 + 2.718281828459045 ** -(one.points + other.points)))


@pytest.mark.parametrize("table", TABLES)
def test_without_evidence_the_chance_is_even(table: str) -> None:
    assert rate_evidence(table, []) == 0.5


@pytest.mark.parametrize("table", TABLES)
def test_what_no_table_has_is_an_error(table: str) -> None:
    with pytest.raises(KeyError):
        rate_evidence(table, ["no such evidence"])
