"""Spellings of one name, and names that only sound near."""

from __future__ import annotations

import pytest

from transforms.names.sounds import given_key, same_given, same_sound, sound_block

ALIKE = """
sharqaa sharqa|khaibani khibani|khmeimim hmeimim|zelenko zelenkko|yeltsov eltsov|muller mueller|qassabi kassabi|lavronov lawronow
haniyeh haniya|nasralla nasrallah|shoygun shoigun|lejla leyla|sergej sergey|burhanets burganets|tadich tadic|roukani rukani
abdelfattah abdulfattah|tartus tartous|latakia lattakia|youssefi yousefi
"""
APART = """
mario mauro|auckland oakland|ivan ivana|maria marie|hassan hussein|lee li|chen shen|martin marton|moran morin|brown braun|jordan jardin
wang wong|kim kam|meyer moyer|reed reid|park perk|peru para|toledo tulda|hama homs|omar amir|rania rana|paul paula|roberto roberta
hassan ghassan|marin marino
"""


@pytest.mark.parametrize("pair", [p for line in ALIKE.split("\n") for p in line.split("|") if p])
def test_spellings_of_one_name_sound_alike(pair: str) -> None:
    one, other = pair.split()
    assert same_sound(one, other)
    assert same_sound(other, one)
    assert sound_block(one) == sound_block(other)


@pytest.mark.parametrize("pair", [p for line in APART.split("\n") for p in line.split("|") if p])
def test_names_that_sound_near_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert not same_sound(one, other)
    assert not same_sound(other, one)


def test_given_names_of_several_languages() -> None:
    assert same_given("yevhen", "evgeny")
    assert given_key("yevhen") == given_key("evgeny")
    assert not same_given("ada", "ida")
    assert not same_given("mohammed", "mahmoud")
