"""What tells languages apart is unpacked once, and anew where what is kept is not whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from flows.run import kept_identifier
from flows.run.kept_identifier import use_kept_identifier
from transforms.metadata import language

TEXTS = (
    "The council of the harbour town agreed on Monday to rebuild the wall.",
    "Der Rat der Hafenstadt beschloss, die Mauer neu zu bauen.",
)


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A count of how often the model is unpacked."""
    counted: list[int] = []
    parts = language.unpack_identifier()
    monkeypatch.setattr(kept_identifier, "unpack_identifier", lambda: counted.append(1) or parts)
    monkeypatch.setattr(language, "_made", [])
    return counted


def answers() -> list[tuple[str, float]]:
    return [language._identifier().classify(text) for text in TEXTS]


def test_what_is_kept_answers_as_what_is_unpacked(tmp_path: Path, unpacked: list[int]) -> None:
    plain = answers()
    use_kept_identifier(tmp_path)
    use_kept_identifier(tmp_path)
    assert (answers(), len(unpacked)) == (plain, 1)


def test_every_array_is_kept_to_the_last_bit(tmp_path: Path, unpacked: list[int]) -> None:
    use_kept_identifier(tmp_path)
    (file,) = tmp_path.iterdir()
    kept = kept_identifier._read(file)
    assert kept is not None
    assert all(np.array_equal(a, b) and a.dtype == b.dtype for a, b in zip(kept, language.unpack_identifier(), strict=True))


@pytest.mark.parametrize("damage", [lambda b: b[: len(b) // 2], lambda b: b"", lambda b: b + b"x", lambda b: b"\0" * 99 + b[99:]])
def test_a_damaged_file_is_made_anew(tmp_path: Path, unpacked: list[int], damage: object) -> None:
    use_kept_identifier(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    use_kept_identifier(tmp_path)
    assert (len(unpacked), len(list(tmp_path.iterdir()))) == (2, 1)


def test_where_nothing_can_be_kept_languages_are_told_all_the_same(tmp_path: Path, unpacked: list[int]) -> None:
    tmp_path.joinpath("file").write_text("")
    use_kept_identifier(tmp_path / "file")
    assert [code for code, _ in answers()] == ["en", "de"]
