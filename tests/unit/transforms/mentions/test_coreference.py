"""Names of one document that are one."""

from __future__ import annotations

from collections import Counter

import pytest

from transforms.mentions.coreference import Surface, cluster_surfaces, is_acronym_of
from transforms.mentions.usual_names import fullest_name
from transforms.records import MentionType


def tell_clusters(*names: str, type_: MentionType = "person") -> list[set[str]]:
    """The names of one document that are one."""
    surfaces = [Surface(n, type_, 1, i) for i, n in enumerate(names)]
    numbers = cluster_surfaces(surfaces).numbers
    return [{n for n, k in zip(names, numbers, strict=True) if k == number} for number in sorted(set(numbers))]


@pytest.mark.parametrize(
    ("names", "clusters"),
    [
        (["Ada Tennick", "Tennick"], 1),
        (["Tennick", "Ada Tennick"], 1),  # the short form first
        (["Saddan Hadrani", "Saddan"], 1),  # by the forename
        (["Ada Tennick", "A. Tennick", "Ada Jane Tennick"], 1),
        (["Ahmed al-Sharqa", "Ahmad Sharqa", "al-Sharqa"], 1),
        (["Ada Tennick", "Owen Tennick"], 2),
        (["Owen Tennick Jr.", "Owen Tennick Sr."], 2),
        (["Ada Tennick", "Marlow"], 2),
        (["Harald V", "Harald"], 1),  # one king of the name
        (["Harald V", "Harald II", "Harald"], 3),
    ],
)
def test_people(names: list[str], clusters: int) -> None:
    assert len(tell_clusters(*names)) == clusters


@pytest.mark.parametrize(
    ("names", "clusters"),
    [
        (["National Salt Workers Union", "NSWU"], 1),
        (["Orlo Tigers", "Tigers", "Orlo"], 1),
        (["Russian Foreign Ministry", "Russia’s foreign ministry", "Foreign Ministry"], 1),
        (["Russian Foreign Ministry", "Norwegian Foreign Ministry", "Foreign Ministry"], 3),  # it fits two: neither
        (["Marlow Salt Ltd", "Marlow Salt"], 1),
        (["White House", "House"], 2),  # a chamber
        (["Elmer University", "EU"], 2),  # letters that the lists know
        (["Amis du Orlova", "Orlova"], 2),  # what it is for
        (["Fund for Orlova", "Orlova"], 2),
        (["The Salt and Resources Institute", "TSRI"], 1),  # letters with the article's
        (["House of Commons", "Commons"], 1),
        (["Cleveland Fed", "Fed"], 2),
    ],
)
def test_organizations(names: list[str], clusters: int) -> None:
    assert len(tell_clusters(*names, type_="organization")) == clusters


def test_an_owner_is_not_what_it_owns() -> None:
    counts = {"Orlo": 5, "Orlo Paint": 1, "Paint": 3}
    surfaces = [Surface(n, "organization", count, i) for i, (n, count) in enumerate(counts.items())]
    owner, long, short = cluster_surfaces(surfaces).numbers
    assert owner != long == short


def test_a_surname_of_two_people_is_left_to_its_place_in_the_text() -> None:
    surfaces = [Surface(n, "person", 1, i) for i, n in enumerate(["Ada Tennick", "Owen Tennick", "Tennick"])]
    assert cluster_surfaces(surfaces).choices == {2: (0, 1)}


def test_types_never_share_atell_clusters() -> None:
    surfaces = [Surface("Orlo", "person", 1, 0), Surface("Orlo", "place", 1, 1)]
    assert cluster_surfaces(surfaces).numbers == [0, 1]


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("NCT", "National Council of Tarsia", True),
        ("NCOT", "National Council of Tarsia", True),
        ("NC", "National Council of Tarsia", False),
        ("T", "Tarsia", False),
    ],
)
def test_acronyms(short: str, long: str, expected: bool) -> None:
    assert is_acronym_of(short, long) is expected


@pytest.mark.parametrize(
    ("forms", "type_", "expected"),
    [
        ({"Tennick": 9, "Ada Tennick": 1}, "person", "Ada Tennick"),  # fuller beats more frequent
        ({"Ada Tennick": 3, "ADA TENNICK": 5}, "person", "Ada Tennick"),  # capitals lose
        ({"Ada Lund Berg": 1, "Lund Berg": 1}, "person", "Ada Lund Berg"),
        ({"Jane Ada Moss": 1, "Ada Moss": 9}, "person", "Ada Moss"),  # hardly ever with the first
        ({"ADA TENNICK": 1, "TENNICK": 2}, "person", "ADA TENNICK"),  # capitals alone are no shout
        ({"Harald V": 1, "Harald": 2}, "person", "Harald V"),
        ({"Syria": 9, "Syrian Arab Republic": 1}, "place", "Syria"),  # of a place the usual one
    ],
)
def test_fullest_usual_name(forms: dict[str, int], type_: MentionType, expected: str) -> None:
    assert fullest_name(Counter(forms), type_) == expected


def _tell(*counted: tuple[str, int], type_: MentionType = "person") -> list[set[str]]:
    """The names of one text, in the order in which it first has them, as clusters."""
    surfaces = [Surface(text, type_, count, i) for i, (text, count) in enumerate(counted)]
    numbers = cluster_surfaces(surfaces).numbers
    return [{s.text for s, k in zip(surfaces, numbers, strict=True) if k == number} for number in sorted(set(numbers))]


@pytest.mark.parametrize(
    ("fact", "counted", "clusters"),
    [
        ("a son with a forename more, named once", [("Owen Tennick", 4), ("John Owen Tennick", 1)], 2),
        ("the full name comes first", [("John Owen Tennick", 1), ("Owen Tennick", 4)], 1),
        ("a second forename behind the first", [("Ada Moss", 6), ("Ada Jane Moss", 1)], 1),
        ("what stands before is no forename", [("Billy Porter", 4), ("Tarsia Billy Porter", 1)], 1),
        ("a junior after his father", [("Owen Tennick", 1), ("Owen Tennick Jr", 1)], 2),
        ("a junior who is later called without", [("Owen Tennick Jr", 1), ("Owen Tennick", 3)], 1),
        ("a junior by his forename", [("Owen Tennick", 2), ("Owen Jr", 1)], 2),
        ("a grandfather who goes by another name", [("Jerry Moss", 3), ("J.W. (Pat) Moss", 1)], 2),
        ("two initials", [("Joanne Moss", 3), ("J.K. Moss", 1)], 1),
    ],
)
def test_relatives(fact: str, counted: list[tuple[str, int]], clusters: int) -> None:
    assert len(_tell(*counted)) == clusters, fact


@pytest.mark.parametrize(
    ("fact", "counted", "clusters"),
    [
        ("a foundation of its name", [("Orlo", 30), ("Orlo Software Foundation", 1)], 2),
        ("a state's part of it", [("NSWU", 30), ("Montana NSWU", 1)], 2),
        ("a product of a company that is known", [("Google", 1), ("Google Maps", 1)], 2),
        ("a unit of a medium that is known", [("Fox News", 1), ("Fox News Digital", 1)], 2),
        ("a legal form", [("Google", 30), ("Google Inc", 1)], 1),
        ("the kind of organization", [("Reuters", 30), ("Reuters News Agency", 1)], 1),
        ("its address", [("Facebook", 30), ("Facebook.com", 1)], 1),
        ("the full name first", [("Orlo Lines", 1), ("Orlo", 30)], 1),
        ("a team by its last word", [("Tigers", 30), ("Orlo Tigers", 1)], 1),
    ],
)
def test_units_and_products(fact: str, counted: list[tuple[str, int]], clusters: int) -> None:
    assert len(_tell(*counted, type_="organization")) == clusters, fact
