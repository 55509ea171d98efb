"""Entities are the same in any order of arrival."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.entities.resolve import group_names
from transforms.records import DocumentName

GIVEN = ["Ada", "Adda", "Ahmed", "Ahmad", "A.", "Owen", "Sergei", "Serhiy", ""]
FAMILY = ["Moss", "al-Sharqa", "Sharqaa", "Tennick", "Tennick Jr.", "Moss Tennick"]
BODIES = ["Russian Foreign Ministry", "Moscow's foreign ministry", "Orlo Tigers", "Tigers", "OT", "EU", "European Union"]
names = st.one_of(
    st.builds(lambda g, f: ("person", f"{g} {f}".strip()), st.sampled_from(GIVEN), st.sampled_from(FAMILY)),
    st.builds(lambda b: ("organization", b), st.sampled_from(BODIES)),
    st.builds(lambda p: ("place", p), st.sampled_from(["Kyiv", "Kiev", "Orlo", "Orlow", "U.S.", "United States"])),
)
rows = st.lists(st.tuples(names, st.integers(0, 5), st.one_of(st.none(), st.integers(0, 9))), max_size=14)


def _document_names(drawn: list) -> list[DocumentName]:
    out = []
    for i, ((type_, name), article, day) in enumerate(drawn):
        published = None if day is None else date(2026, 1, 1) + timedelta(days=day)
        companions = tuple(sorted(other for (_, other), a, _ in drawn if a == article and other != name))
        out.append(DocumentName(f"{article}:{i}", f"article-{article}", published, type_, name, ((name, 1),), None, companions))
    return out


@settings(max_examples=150, deadline=None)
@given(rows, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_names(drawn: list, random: object) -> None:
    ordered = _document_names(drawn)
    shuffled = list(ordered)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group_names(shuffled) == group_names(ordered)


@settings(max_examples=100, deadline=None)
@given(rows)
def test_every_name_is_in_one_group_and_types_do_not_mix(drawn: list) -> None:
    given_names = _document_names(drawn)
    groups = group_names(given_names)
    assert sorted(k for g in groups for k in g.members) == sorted(n.key for n in given_names)
    types = {n.key: n.type for n in given_names}
    assert all({types[k] for k in g.members} == {g.type} for g in groups)
