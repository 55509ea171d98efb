"""Which processes are alike: what tells one digest from another, and what does not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from flows.service import loaded
from flows.service.loaded import describe_loaded


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one module, in a working folder without Prefect's files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))
    monkeypatch.delenv("PREFECT_PROFILES_PATH", raising=False)
    monkeypatch.setattr(loaded, "ROOT", tmp_path / "root")
    (tmp_path / "root" / "flows" / "__pycache__").mkdir(parents=True)
    (tmp_path / "root" / "flows" / "run.py").write_text("before")
    return tmp_path


def test_the_same_process_gives_the_same_digest() -> None:
    assert describe_loaded() == describe_loaded()


@pytest.mark.parametrize(
    ("name", "tells"),
    [
        ("PREFECT_API_URL", True),
        ("PYTHONHASHSEED", True),
        ("LANG", True),
        ("TZ", True),
        ("OPENBLAS_NUM_THREADS", True),
        ("ONRECORD_MODEL", True),
        ("ONRECORD_HOME", False),
        ("ONRECORD_WORKERS", False),
        ("SHLVL", False),
        ("PATH", False),
    ],
)
def test_what_is_read_at_import_tells(name: str, tells: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    before = describe_loaded()
    monkeypatch.setenv(name, "other")
    assert (describe_loaded() != before) is tells


@pytest.mark.parametrize(
    ("file", "tells"),
    [
        ("root/flows/run.py", True),
        ("root/flows/new.csv", True),
        ("root/flows/__pycache__/run.pyc", False),
        ("root/notes.txt", False),
        ("prefect.toml", True),
        ("prefect/profiles.toml", True),
        ("page.html", False),
    ],
)
def test_a_changed_file_of_the_program_or_of_prefect_tells(file: str, tells: bool, program: Path) -> None:
    before = describe_loaded()
    (program / file).parent.mkdir(exist_ok=True)
    (program / file).write_text("changed since")
    assert (describe_loaded() != before) is tells


def test_the_folder_tells_where_prefect_reads_settings_from_it(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = program / "other"
    other.mkdir()
    before = describe_loaded()
    monkeypatch.chdir(other)
    assert describe_loaded() == before
    (other / ".env").touch()
    assert describe_loaded() != before


def test_another_python_and_other_limits_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    before = describe_loaded()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", "/other/python")
        assert describe_loaded() != before
    with monkeypatch.context() as patch:
        patch.setattr(os, "getpriority", lambda *_: 19)
        assert describe_loaded() != before
    assert describe_loaded() == before
