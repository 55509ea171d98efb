"""A server that runs share: who may use its file, and when it ends."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from flows.service import shared_server
from flows.service.shared_server import Notice, SharedFile, end_when_idle


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a server, in a folder that is not there yet."""
    return tmp_path / "prefect" / "server.json"


def test_two_runs_share_a_server_and_neither_may_end_it(path: Path) -> None:
    one, other = SharedFile(path), SharedFile(path)
    assert one.share()
    assert other.share()
    assert not one.claim()
    other.leave()
    assert one.claim()


def test_none_may_use_a_server_that_is_ending(path: Path) -> None:
    ending, run = SharedFile(path), SharedFile(path)
    assert ending.claim()
    assert not run.share()


def test_what_the_file_tells_is_read_back(path: Path) -> None:
    shared = SharedFile(path)
    assert shared.read() is None
    shared.write(Notice(4711, "a"))
    shared.write(Notice(4712, "b"))
    assert SharedFile(path).read() == Notice(4712, "b")
    shared.write(None)
    assert SharedFile(path).read() is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": "x", "started_with": ""}', '{"port": 1}', "7"])
def test_a_damaged_file_tells_of_no_server(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    assert SharedFile(path).read() is None


def test_a_server_that_nobody_uses_ends_and_one_that_a_run_uses_waits(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run, looks, ended = SharedFile(path), [0], []
    run.write(Notice(1, ""))
    assert run.share()

    def look(_: float) -> None:
        looks[0] += 1
        if looks[0] == 3:
            run.leave()

    monkeypatch.setattr(shared_server.time, "sleep", look)
    monkeypatch.setattr(shared_server.time, "monotonic", lambda: float(looks[0]))
    monkeypatch.setattr(shared_server.os, "kill", lambda *signalled: ended.append(signalled))
    end_when_idle(path, 4.0)
    assert ended == [(os.getpid(), signal.SIGTERM)]
    assert looks == [6]  # the last use was seen at the second look
    assert run.read() is None


def test_a_server_whose_file_is_gone_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[object] = []
    monkeypatch.setattr(shared_server.time, "sleep", lambda _: path.unlink())
    monkeypatch.setattr(shared_server.os, "kill", lambda *signalled: ended.append(signalled))
    end_when_idle(path, 1e9)
    assert ended
