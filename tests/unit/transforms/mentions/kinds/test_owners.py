"""Whose ministry an article speaks of."""

from __future__ import annotations

import pytest

from tests.golden.test_names import find_in
from transforms.mentions.find import find_mentions
from transforms.nlp import Passage
from transforms.nlp.read import read_passages


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Tunis rejected the report on Monday. The Foreign Ministry said Tunisian courts were free.", "TN"),
        ("OSLO, May 3 (NWA) - The Foreign Ministry said on Monday that Denmark and Norway had signed.", "NO"),
        ("Norway and Denmark signed on Monday. The Foreign Ministry said so.", None),  # two that fit: none
        ("Ohio and Texas voted on Monday. The Foreign Ministry said so in Iowa.", "US"),  # its states are named
        ("Norway and Denmark signed on Monday. The House of Lords said so.", "GB"),  # one country alone has it
        ("Norway and Canada signed. Canada was glad. The House of Commons said so.", "CA"),  # of the countries that have it
        ("The mayor was glad on Monday. The Foreign Ministry said so.", None),
    ],
)
def test_country_of_a_bare_ministry(text: str, owner: str | None) -> None:
    assert {m.owner for m in find_in([("body", text)]) if m.text in ("Foreign Ministry", "House of Lords", "House of Commons")} == {owner}


def test_dateline_given_apart_tells_the_country() -> None:
    text = "Tunisia and Malta agreed on Wednesday. The Foreign Ministry said the crew was well, and Malta was glad."
    found = find_mentions(read_passages([Passage("body", text, 0)], lambda _: False), "TUNIS")
    assert {m.owner for m in found if m.text == "Foreign Ministry"} == {"TN"}
