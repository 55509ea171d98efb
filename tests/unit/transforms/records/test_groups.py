"""What the groupings across documents read and give."""

from __future__ import annotations

from dataclasses import fields

import pytest

import transforms.records as records
from transforms.records import DocumentName, groups


@pytest.mark.parametrize("record", [v for v in vars(groups).values() if isinstance(v, type) and v.__module__ == groups.__name__])
def test_records_do_not_change_and_have_slots(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert record.__slots__ == tuple(f.name for f in fields(record))  # type: ignore[arg-type, attr-defined]


def test_a_name_of_an_article_has_no_company_unless_said() -> None:
    name = DocumentName("a1:0", "a1", None, "person", "Ada Moss", (("Moss", 2), ("Ada Moss", 1)))
    assert (name.companions, name.signs, name.owner) == ((), (), None)


def test_every_record_is_given_out_by_the_package() -> None:
    own = {name for name, value in vars(groups).items() if isinstance(value, type) and value.__module__ == groups.__name__}
    assert own <= set(records.__all__)
