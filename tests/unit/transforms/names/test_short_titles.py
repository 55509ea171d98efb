"""Titles in short."""

from __future__ import annotations

from transforms.names.short_titles import short_titles


def test_a_short_title_has_its_office() -> None:
    assert short_titles()["gov"] == "Governor"
    assert "governor" not in short_titles()
