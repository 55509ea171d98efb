"""A spokesman speaks for the organization whose name stands in his role."""

from __future__ import annotations

from collections import Counter

import pytest

from transforms.groups.utterances.spokespeople import count_roles, find_principals, name_stems
from transforms.records import SpokenQuote


def spoken(speaker: str | None, name: str | None, role: str | None = None) -> SpokenQuote:
    return SpokenQuote("q", "a", 0, None, None, "direct", "", speaker, speaker_name=name, speaker_role=role)


@pytest.mark.parametrize(
    ("name", "role", "stems"),
    [
        ("Jana Holt", None, {"jana", "holt"}),
        ("Jana Holt", "harbour police spokeswoman", {"jana", "holt", "harbour", "polic"}),
        ("Jana Holt", "harbour police chief", {"jana", "holt"}),  # she is no voice of it
        (None, None, set()),
    ],
)
def test_stems_of_a_name_and_of_the_organization_spoken_for(name: str | None, role: str | None, stems: set[str]) -> None:
    assert name_stems(spoken("holt", name, role)) == stems


def test_roles_are_counted_and_names_of_those_that_speak_themselves() -> None:
    quotes = [
        spoken("holt", "Jana Holt", "police spokeswoman"),
        spoken("holt", "Jana Holt", "police spokeswoman"),
        spoken("police", "the police"),
        spoken("police", "harbour police"),
        spoken(None, "a bystander"),
    ]
    assert count_roles(quotes) == ({"holt": Counter({"police spokeswoman": 2})}, {"police": {"the police", "harbour police"}})


@pytest.mark.parametrize(
    ("roles", "names", "principals"),
    [
        ({"holt": {"harbour police spokeswoman": 1}}, {"p": ["the harbour police"]}, {"holt": "p"}),
        ({"holt": {"spokesperson for the harbour police": 1}}, {"p": ["harbour police"]}, {"holt": "p"}),
        ({"holt": {"harbour police spokeswoman": 1}}, {"p": ["the mayor"]}, {}),  # that organization does not speak
        ({"holt": {"harbour police spokeswoman": 1}}, {"p": ["harbour police"], "q": ["Harbour Police"]}, {}),  # two have the name
        ({"holt": {"police spokeswoman": 1, "palace spokeswoman": 3}}, {"p": ["police"], "q": ["palace"]}, {"holt": "q"}),  # the usual role
        ({"holt": {"harbour police spokeswoman": 1}}, {"p": ["police"], "q": ["harbour police"]}, {"holt": "q"}),  # the longest name
        ({"holt": {"spokeswoman for Holt": 1}}, {"holt": ["Holt"]}, {}),  # nobody speaks for himself
        ({"a": {"police spokesman": 1}, "p": {"palace spokesman": 1}}, {"p": ["police"], "q": ["palace"]}, {"p": "q"}),  # nor for a voice
    ],
)
def test_principals(roles: dict[str, dict[str, int]], names: dict[str, list[str]], principals: dict[str, str]) -> None:
    assert find_principals(roles, names) == principals
