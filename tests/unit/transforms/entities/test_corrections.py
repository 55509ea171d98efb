"""What users correct, and what contradicts itself."""

from __future__ import annotations

import pytest

from transforms.entities.corrections import CorrectionError, parse_corrections
from transforms.entities.resolve import group_names
from transforms.records import DocumentName, EntityGroup, MentionType


def _name(name: str, article: str = "a", type_: MentionType = "person") -> DocumentName:
    return DocumentName(f"{article}:{name}", article, None, type_, name, ((name, 1),))


def _groups(names: list[DocumentName], text: str) -> list[EntityGroup]:
    return group_names(names, parse_corrections(text))


def test_same_joins_what_the_rules_keep_apart() -> None:
    names = [_name("Ada Tennick"), _name("Zora Quill", "b")]
    assert len(_groups(names, "")) == 2
    assert len(_groups(names, "# a pen name\nsame\tAda Tennick\tZora Quill\n")) == 1


def test_different_parts_what_the_rules_join() -> None:
    names = [_name("Ada Tennick"), _name("Ada J. Tennick", "b")]
    assert len(_groups(names, "")) == 1
    assert len(_groups(names, "different\tAda Tennick\tAda J. Tennick\n")) == 2


def test_different_holds_through_a_third_name() -> None:
    names = [_name("Ada Tennick"), _name("Ada J. Tennick", "b"), _name("Ada Jane Tennick", "c")]
    groups = group_names(names, parse_corrections("different\tAda Tennick\tAda J. Tennick\n"))
    assert all(not {"a:Ada Tennick", "b:Ada J. Tennick"} <= set(g.members) for g in groups)


def test_name_and_type_win() -> None:
    (group,) = _groups([_name("Rotor")], "type\tRotor\torganization\nname\tRotor\tRotor Works\n")
    assert (group.name, group.type) == ("Rotor Works", "organization")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("same\tAda\tZora\ndifferent\tAda\tZora", 1),
        ("same\tAda\tZora\nsame\tZora\tQuill\ndifferent\tAda\tQuill", 1),  # through a third
        ("name\tAda\tOne\nname\tAda\tOther", 1),
        ("type\tAda\tperson\ntype\tAda\tplace", 1),
        ("same\tAda\tZora\ntype\tAda\tperson\ntype\tZora\tplace", 1),
        ("type\tAda\tpirate", 1),
        ("merge\tAda\tZora\nsame\tAda", 2),  # unreadable lines, each told
    ],
)
def test_contradictions_are_told_by_line(text: str, problems: int) -> None:
    with pytest.raises(CorrectionError) as error:
        parse_corrections(text)
    assert len(error.value.problems) == problems
    assert all("line" in p for p in error.value.problems)


def test_comments_and_blank_lines_say_nothing() -> None:
    assert parse_corrections("# nothing\n\n  \n") == parse_corrections("")
