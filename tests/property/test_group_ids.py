"""Ids of groups under growth: whatever merges, splits, comes and goes, an id that was published can be followed."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.groups import Group
from transforms.groups.ids import carry_ids

MEMBERS = [f"m{i:02}" for i in range(14)]

# A history: at each step every member is in the group with some number, or absent (-1).
histories = st.lists(st.lists(st.integers(-1, 5), min_size=len(MEMBERS), max_size=len(MEMBERS)), min_size=1, max_size=6)


def to_groups(step: list[int]) -> list[Group]:
    return [Group(tuple(m for m, n in zip(MEMBERS, step, strict=True) if n == number)) for number in sorted(set(step)) if number >= 0]


@given(histories)
def test_ids_are_one_for_each_group_and_no_redirect_leads_nowhere(history: list[list[int]]) -> None:
    previous: dict[str, str] = {}
    redirects: dict[str, str] = {}
    for step in history:
        groups = to_groups(step)
        ids, moved = carry_ids("story", groups, previous, MEMBERS, redirects)
        assert set(ids) == {m for g in groups for m in g.members}
        assert len({ids[g.members[0]] for g in groups}) == len(groups)
        assert all(len({ids[m] for m in g.members}) == 1 for g in groups)
        in_use = set(ids.values())
        assert all(r.new_id in in_use and r.old_id not in in_use for r in moved)
        # Every id published before is in use, leads to one, or has lost all its members.
        for old in set(previous.values()):
            left = [m for m, i in previous.items() if i == old and m in ids]
            assert not left or old in in_use or old in {r.old_id for r in moved}
            if left:
                earliest = min(left)
                assert ids[earliest] == {r.old_id: r.new_id for r in moved}.get(old, old)
        previous, redirects = ids, {r.old_id: r.new_id for r in moved}


@given(histories, st.randoms(use_true_random=False))
def test_ids_do_not_depend_on_the_order_of_groups(history: list[list[int]], chance: random.Random) -> None:
    previous, _ = carry_ids("utterance", to_groups(history[0]), {}, MEMBERS)
    groups = to_groups(history[-1])
    mixed = [Group(tuple(chance.sample(g.members, len(g.members)))) for g in chance.sample(groups, len(groups))]
    shuffled = dict(chance.sample(sorted(previous.items()), len(previous)))
    assert carry_ids("utterance", groups, previous, MEMBERS) == carry_ids("utterance", mixed, shuffled, MEMBERS)


@given(st.lists(st.lists(st.integers(0, 5), min_size=len(MEMBERS), max_size=len(MEMBERS)), min_size=1, max_size=1), st.data())
def test_growth_keeps_every_id_that_still_stands_alone(step: list[list[int]], data: st.DataObject) -> None:
    groups = to_groups(step[0])
    known = data.draw(st.sets(st.sampled_from(MEMBERS)))
    before, _ = carry_ids("story", [Group(tuple(m for m in g.members if m in known)) for g in groups], {}, MEMBERS)
    after, moved = carry_ids("story", groups, before, MEMBERS)
    assert all(after[m] == before[m] for m in before)
    assert moved == []
