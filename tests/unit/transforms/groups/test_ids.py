"""Ids of groups: what is published stays, and where groups merge or split it is said where the id went."""

from __future__ import annotations

import pytest

from tests.groups import Group
from transforms.groups.ids import carry_ids
from transforms.identity import group_id
from transforms.records import Redirect

ORDER = list("abcdefghij")


def groups(*members: str) -> list[Group]:
    return [Group(tuple(m)) for m in members]


def test_a_new_group_is_named_after_its_earliest_member() -> None:
    ids, redirects = carry_ids("story", groups("cb", "a"), {}, ORDER)
    assert ids == {"a": group_id("story", "a"), "b": group_id("story", "b"), "c": group_id("story", "b")}
    assert redirects == []


def test_kinds_never_share_ids() -> None:
    assert carry_ids("story", groups("a"), {}, ORDER)[0] != carry_ids("utterance", groups("a"), {}, ORDER)[0]


def test_an_id_stays_when_an_earlier_member_joins() -> None:
    assert carry_ids("story", groups("abc"), {"b": "B", "c": "B"}, ORDER) == ({"a": "B", "b": "B", "c": "B"}, [])


def test_of_two_merged_groups_the_one_with_the_earliest_member_survives() -> None:
    ids, redirects = carry_ids("story", groups("abcd"), {"b": "X", "c": "Y", "d": "X"}, ORDER)
    assert set(ids.values()) == {"X"}
    assert redirects == [Redirect("story", "Y", "X")]


def test_of_a_split_group_the_part_with_the_earliest_member_keeps_the_id() -> None:
    ids, redirects = carry_ids("story", groups("ac", "b"), {"a": "X", "b": "X", "c": "X"}, ORDER)
    assert (ids["a"], ids["c"]) == ("X", "X")
    assert ids["b"] == group_id("story", "b")
    assert redirects == []


def test_a_member_that_changes_groups_takes_no_id_along() -> None:
    ids, redirects = carry_ids("story", groups("a", "bc"), {"a": "X", "b": "X", "c": "Y"}, ORDER)
    assert ids == {"a": "X", "b": "Y", "c": "Y"}
    assert redirects == []


def test_vanished_members_do_not_count_as_earliest() -> None:
    ids, redirects = carry_ids("story", groups("bc"), {"a": "X", "b": "X", "c": "Y"}, ORDER)
    assert ids == {"b": "X", "c": "X"}
    assert redirects == [Redirect("story", "Y", "X")]


def test_a_new_id_is_never_one_in_use() -> None:
    taken = group_id("story", "a")  # the group was named after a, which left it
    ids, _ = carry_ids("story", groups("a", "b"), {"b": taken}, ORDER)
    assert ids["b"] == taken
    assert ids["a"] == group_id("story", "a", 1)


def test_a_new_id_is_never_one_that_leads_elsewhere() -> None:
    gone = group_id("story", "a")
    ids, redirects = carry_ids("story", groups("a", "b"), {"b": "B"}, ORDER, {gone: "B"})
    assert ids["a"] not in {gone, "B"}
    assert redirects == [Redirect("story", gone, "B")]


def test_chains_of_redirects_are_flattened() -> None:
    ids, redirects = carry_ids("story", groups("ab"), {"a": "A", "b": "B"}, ORDER, {"C": "B", "D": "C"})
    assert ids == {"a": "A", "b": "A"}
    assert redirects == [Redirect("story", old, "A") for old in "BCD"]


def test_redirects_to_an_id_that_vanished_vanish() -> None:
    assert carry_ids("story", groups("a"), {"a": "A", "z": "Z"}, ORDER, {"Y": "Z"}) == ({"a": "A"}, [])


def test_a_circle_of_redirects_ends() -> None:
    assert carry_ids("story", groups("a"), {"a": "A"}, ORDER, {"Y": "Z", "Z": "Y"}) == ({"a": "A"}, [])


def test_a_member_in_two_groups_is_refused() -> None:
    with pytest.raises(ValueError, match="two groups"):
        carry_ids("story", groups("ab", "b"), {}, ORDER)


def test_a_member_without_a_place_in_the_order_is_refused() -> None:
    with pytest.raises(ValueError, match="order"):
        carry_ids("story", groups("z"), {}, ORDER)
