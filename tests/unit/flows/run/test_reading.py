"""What a run reads, as the settings say."""

from __future__ import annotations

from corpus.fetch.limits import FetchLimits
from flows.run.reading import fetch_limits
from flows.settings import Settings


def test_fetching_has_the_same_limits_with_and_without_settings() -> None:
    assert fetch_limits(Settings.model_construct()) == FetchLimits()  # the defaults, whatever the environment says


def test_networks_are_parted_at_commas() -> None:
    assert fetch_limits(Settings(private_networks=" 127.0.0.0/8, ,fd00::/8 ")).private_networks == ("127.0.0.0/8", "fd00::/8")
