"""Ids of groups (entities, utterances, stories) that stay while documents come, change and go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from itertools import count
from typing import Protocol

from transforms.identity import group_id
from transforms.records import GroupKind, Redirect


class Members(Protocol):
    """A group, of whatever kind."""

    @property
    def members(self) -> tuple[str, ...]: ...


def carry_ids(
    kind: GroupKind,
    groups: Sequence[Members],
    previous: Mapping[str, str],
    order: Iterable[str],
    redirects: Mapping[str, str] | None = None,
    taken: Collection[str] = (),
) -> tuple[dict[str, str], list[Redirect]]:
    """The id of every member's group, and every redirect in force, both independent of the order of `groups`.

    An old id goes where the earliest of its old members (that still exist) went. Where several old ids meet in one
    group, the one with the earliest such member survives and the others lead to it. A group that gets no old id takes
    one from its own earliest member, and another than that where the id is in use or leads elsewhere. An id whose
    members have all vanished vanishes with them, together with the redirects that led to it.

    Args:
        kind: what the groups are; part of every new id.
        groups: all groups there are now; no member stands in two.
        previous: member to id, as last published; members that exist no more may be left in.
        order: every member of `groups`, earliest first, by (published_on nulls last, article_id) and then by position.
            Other keys in it do no harm.
        redirects: old id to new id, as last published.
        taken: ids that other groups have, or had, than those that are given.

    Returns:
        Member to id; and the redirects, sorted by old id, chains flattened, so that each leads to an id in use.

    Raises:
        ValueError: a member stands in two groups, or not in `order`.

    >>> from transforms.records import StoryGroup
    >>> before, _ = carry_ids("story", [StoryGroup(("a",), None, "a"), StoryGroup(("b",), None, "b")], {}, ["a", "b"])
    >>> after, moved = carry_ids("story", [StoryGroup(("a", "b"), None, "a")], before, ["a", "b"])
    >>> set(after.values()) == {before["a"]}, [(r.old_id, r.new_id) == (before["b"], before["a"]) for r in moved]
    (True, [True])
    """
    rank: dict[str, int] = {}
    for member in order:
        rank.setdefault(member, len(rank))
    index = _index_members(groups, rank)
    ids, leads = _give_claimed(previous, index, rank)
    leads |= _lead_on(redirects or {}, leads, set(ids.values()))
    used = {*ids.values(), *leads, *taken}
    for i, earliest in _list_without_id(groups, ids, rank):
        ids[i] = next(new_id for attempt in count() if (new_id := group_id(kind, earliest, attempt)) not in used)
        used.add(ids[i])
    return {m: ids[i] for m, i in index.items()}, [Redirect(kind, old, new) for old, new in sorted(leads.items())]


def _index_members(groups: Sequence[Members], rank: Mapping[str, int]) -> dict[str, int]:
    """In which group each member stands. Raises ValueError where one stands in two, or has no rank."""
    index: dict[str, int] = {}
    for i, group in enumerate(groups):
        for member in group.members:
            if member in index:
                raise ValueError(f"{member!r} stands in two groups")
            if member not in rank:
                raise ValueError(f"{member!r} is missing from the order")
            index[member] = i
    return index


def _lead_on(former: Mapping[str, str], leads: Mapping[str, str], used: Set[str]) -> dict[str, str]:
    """The redirects of before that lead to an id in use, and from none."""
    ends = ((old, _follow(new, former, leads)) for old, new in former.items() if old not in used)
    return {old: end for old, end in ends if end in used}


def _list_without_id(groups: Sequence[Members], ids: Mapping[int, str], rank: Mapping[str, int]) -> list[tuple[int, str]]:
    """The groups with members and without an id, each with its earliest member, in the order of these."""
    found = [(i, min(g.members, key=rank.__getitem__)) for i, g in enumerate(groups) if g.members and i not in ids]
    return sorted(found, key=lambda group: rank[group[1]])


def _give_claimed(previous: Mapping[str, str], index: Mapping[str, int], rank: Mapping[str, int]) -> tuple[dict[int, str], dict[str, str]]:
    """The groups that keep an old id, and where the other old ids lead: each claims the group of its earliest member, and of the claims
    on a group the earliest wins."""
    claims: dict[str, str] = {}
    for member in sorted((m for m in previous if m in index), key=rank.__getitem__):
        claims.setdefault(previous[member], member)
    ids: dict[int, str] = {}
    leads: dict[str, str] = {}
    for old, member in claims.items():  # in the order of the earliest members
        survivor = ids.setdefault(index[member], old)
        if survivor != old:
            leads[old] = survivor
    return ids, leads


def _follow(start: str, former: Mapping[str, str], leads: Mapping[str, str]) -> str:
    """Where an id leads in the end: along the merges of now first, then along the redirects of before."""
    seen = {start}
    while (after := leads.get(start) or former.get(start)) and after not in seen:
        start = after
        seen.add(start)
    return start
