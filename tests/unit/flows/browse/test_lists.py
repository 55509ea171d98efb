"""Lists as files: formulas, sizes, and what an address may say."""

from __future__ import annotations

from datetime import date

import pytest

from flows.browse.kept import Answer
from flows.browse.lists import FILE_BYTES, BadRequest, address, parameters, read_values, write_csv, write_json


def test_csv_spells_lists_days_and_formulas() -> None:
    answer = Answer(["a", "b"], [], [([1, "x"], date(2026, 2, 1)), ("=1+1", None), ("a\x00b", -1)])
    assert write_csv(answer)[0] == "a,b\n1; x,2026-02-01\n'=1+1,\na�b,-1\n"


def test_files_end_before_they_are_too_large_and_tell_how_many_rows_they_hold() -> None:
    answer = Answer(["a"], [], [("é" * 19_000,)] * 100)
    text, count = write_csv(answer)
    assert len(text.encode()) <= FILE_BYTES
    assert 40 < count < 100
    lines, many = write_json(answer)
    assert sum(len(line.encode()) + 2 for line in lines) <= FILE_BYTES
    assert 40 < many < 100


def test_json_of_what_json_has_not() -> None:
    assert write_json(Answer(["a", "b"], [], [(float("nan"), {"k": [date(2026, 1, 1)]})]))[0] == ['{"a": null, "b": {"k": ["2026-01-01"]}}']


def test_addresses_last() -> None:
    assert address("entity_quotes", {"entity_id": "e", "kind": None, "copies": False, "limit": 5, "offset": 0}) == (
        "/lists/entity_quotes?entity_id=e&copies=no"
    )


def test_values_of_an_address() -> None:
    assert parameters("story_reports") == ["story_id", "limit", "offset"]
    given = read_values("entity_quotes", {"entity_id": "e", "copies": "no", "confidence": "0.5", "since": "2026-02-01"}, 10)
    assert given["copies"] is False
    assert given["confidence"] == 0.5
    assert given["since"] == date(2026, 2, 1)
    assert given["kind"] is None


@pytest.mark.parametrize("given", [{"confidence": "nan"}, {"confidence": "x"}, {"since": "1"}, {"offset": "x"}, {"offset": "9" * 12}])
def test_values_that_make_no_sense_are_told(given: dict[str, str]) -> None:
    with pytest.raises(BadRequest):
        read_values("entity_quotes", given, 10)
