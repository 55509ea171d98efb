"""A group of members and nothing else, where a test needs no more of it."""

from __future__ import annotations

from typing import NamedTuple


class Group(NamedTuple):
    """Members that are one, the earliest first."""

    members: tuple[str, ...]
