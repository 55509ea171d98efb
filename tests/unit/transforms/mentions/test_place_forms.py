"""What a document calls a place in short."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.test_coreference import tell_clusters


@pytest.mark.parametrize(
    ("names", "clusters"),
    [
        (["Orlo Moss International Airport", "Moss"], 1),
        (["Orlo Moss Airport", "Orlo Moss"], 1),
        (["Orlo Moss Airport", "Orlo"], 2),  # the town
        (["Orlo Moss Airport", "Banes Moss Airport", "Moss"], 3),  # it fits two: neither
        (["South Korea", "South"], 1),
        (["South Korea", "South Sudan", "South"], 3),
    ],
)
def test_places(names: list[str], clusters: int) -> None:
    assert len(tell_clusters(*names, type_="place")) == clusters
