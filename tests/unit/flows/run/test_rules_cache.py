"""A digest of the rules is made again where a file has changed, and only there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.run.rules_cache import keep_digest


class Digests:
    """A folder of rules with a cache, which counts how often a digest is made."""

    def __init__(self, folder: Path) -> None:
        self.made = 0
        self.cache = folder / "cache" / "rules.json"
        self.rules = folder / "rules"
        self.rules.mkdir()
        self.rules.joinpath("words.txt").write_text("said\n")

    def ask(self, key: str = "documents") -> str:
        return keep_digest(key, ((p.name, p) for p in self.rules.iterdir()), self._make, self.cache)

    def _make(self) -> str:
        self.made += 1
        return f"digest {self.made}"


@pytest.fixture
def digests(tmp_path: Path) -> Digests:
    return Digests(tmp_path)


def test_a_second_run_makes_no_digest(digests: Digests) -> None:
    assert [digests.ask(), digests.ask()] == ["digest 1"] * 2


def test_each_key_has_a_digest_of_its_own(digests: Digests) -> None:
    assert [digests.ask("documents"), digests.ask("groups"), digests.ask("documents")] == ["digest 1", "digest 2", "digest 1"]


def test_a_file_of_another_size_or_time_is_read_again(digests: Digests) -> None:
    digests.ask()
    digests.rules.joinpath("words.txt").write_text("said\nadded\n")
    assert digests.ask() == "digest 2"
    os.utime(digests.rules.joinpath("words.txt"), ns=(1, 1))
    assert digests.ask() == "digest 3"


def test_a_new_file_and_one_that_is_gone_are_seen(digests: Digests) -> None:
    digests.ask()
    added = digests.rules.joinpath("verbs.txt")
    added.write_text("told\n")
    assert digests.ask() == "digest 2"
    added.unlink()
    assert digests.ask() == "digest 3"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"state": 1}', "\udcff"])
def test_a_damaged_cache_is_made_again(digests: Digests, content: str) -> None:
    digests.ask()
    digests.cache.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert [digests.ask(), digests.ask()] == ["digest 2"] * 2


def test_a_cache_that_cannot_be_written_is_done_without(digests: Digests) -> None:
    digests.cache.parent.write_text("a file where the folder should be")
    assert [digests.ask(), digests.ask()] == ["digest 1", "digest 2"]
