"""Words for the people of a place are no places, and show that one is."""

from __future__ import annotations

import pytest

from transforms.mentions.kinds.demonyms import settle_demonyms
from transforms.mentions.kinds.votes import Votes


@pytest.mark.parametrize(
    ("votes", "found"),
    [
        ({"deskoran": {"place": 1.0}, "deskora": {"person": 3.0}}, {"deskoran"}),
        ({"virginian": {"place": 1.0}}, {"virginian"}),
        ({"new jerseyan": {"place": 1.0}}, {"new jerseyan"}),
        ({"milan": {"place": 1.0}, "mila": {"person": 1.0}}, set()),
        ({"deskoran": {"person": 1.0}, "deskora": {"place": 1.0}}, set()),
        ({"deskoran": {"place": 1.0}}, set()),
    ],
)
def test_demonyms(votes: dict[str, Votes], found: set[str]) -> None:
    assert settle_demonyms(votes) == found


def test_they_show_the_place() -> None:
    votes: dict[str, Votes] = {"deskoran": {"place": 1.0}, "deskora": {"person": 1.0, "place": 0.0}}
    settle_demonyms(votes)
    assert votes["deskora"]["place"] > votes["deskora"]["person"]
