"""Which Prefect server a run reports to: the one that is named, one that runs already, or its own."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows.cli import run_server
from flows.cli.run_server import RunServer, ServerUnreachable, begin_server, is_prefect, is_server_named


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder where nothing names a server, in a process that has not imported Prefect."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.delenv("PREFECT_PROFILES_PATH", raising=False)
    monkeypatch.delitem(sys.modules, "prefect", raising=False)
    return tmp_path


@pytest.fixture
def answering() -> Iterator[HTTPServer]:
    """A server on loopback that answers every question with its attribute `answer`, as JSON."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(server.answer).encode()  # type: ignore[attr-defined]
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.answer = version("prefect")  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_server_is_named_by_the_environment(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_server_named()
    monkeypatch.setenv("PREFECT_API_URL", "http://prefect.example/api")
    assert is_server_named()


@pytest.mark.parametrize(
    ("file", "text", "is_named"),
    [
        ("prefect/profiles.toml", '[profiles.work]\nPREFECT_API_URL = "http://prefect.example/api"\n', True),
        ("prefect/profiles.toml", '[profiles.work]\nPREFECT_LOGGING_LEVEL = "DEBUG"\n', False),
        ("prefect.toml", '[api]\nurl = "http://prefect.example/api"\n', True),
        ("pyproject.toml", '[tool.prefect.api]\nurl = "http://prefect.example/api"\n', True),
        ("pyproject.toml", '[project]\nname = "other"\n', False),
        (".env", "PREFECT_API_URL=http://prefect.example/api\n", True),
    ],
)
def test_a_server_is_named_by_a_file(elsewhere: Path, file: str, text: str, is_named: bool) -> None:
    (elsewhere / file).parent.mkdir(exist_ok=True)
    (elsewhere / file).write_text(text)
    assert is_server_named() is is_named


def test_a_server_of_the_same_version_that_runs_already_is_taken(
    elsewhere: Path, answering: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "")
    begin_server(answering.server_port)
    assert run_server.os.environ["PREFECT_API_URL"] == f"http://127.0.0.1:{answering.server_port}/api"


def test_a_server_of_another_version_or_another_kind_is_not(answering: HTTPServer) -> None:
    assert is_prefect(answering.server_port)
    for answer in ("2.0.0", {"detail": "Not Found"}, None):
        answering.answer = answer  # type: ignore[attr-defined]
        assert not is_prefect(answering.server_port)


def test_where_nobody_listens_is_no_server() -> None:
    assert not is_prefect(run_server._find_port())


def test_a_server_that_does_not_start_is_told_with_its_last_words(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(port: int, said: object) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", "raise SystemExit('no database')"], stdout=said, stderr=said)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setenv("PREFECT_API_URL", "")
    monkeypatch.setattr(run_server, "_start", start)
    server = begin_server(run_server._find_port())
    with pytest.raises(ServerUnreachable, match="no database"):
        server.wait()


@pytest.fixture
def begin(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., RunServer]:
    """Begins a server as a run does in its own process; port 9 is of a shared one, 8 of one for the run alone."""
    monkeypatch.setattr(run_server, "_OwnServer", lambda *shared: SimpleNamespace(port=9 if shared else 8))
    monkeypatch.setattr(run_server, "is_prefect", lambda port: False)

    def begin_anew(*given: float) -> RunServer:
        monkeypatch.setenv("PREFECT_API_URL", "")
        return begin_server(1, *given)

    return begin_anew


def test_a_server_that_a_run_left_is_taken_while_its_settings_are_the_same(
    begin: Callable[..., RunServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = begin(60.0)
    assert (begun.port, begun.is_new) == (9, True)
    monkeypatch.setattr(run_server, "is_prefect", lambda port: port == 9)
    found = begin(60.0)
    assert (found.port, found.is_new) == (9, False)
    monkeypatch.setenv("PREFECT_SERVER_DATABASE_TIMEOUT", "7")
    assert begin(60.0).port == 8
    assert begin().port == 8


def test_a_server_that_another_run_is_starting_is_left_to_it(begin: Callable[..., RunServer]) -> None:
    first = begin(60.0)
    assert (first.port, begin(60.0).port) == (9, 8)


def test_a_server_of_its_own_waits_for_its_database_unless_the_user_says_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *command, env, **others: given.append(env))
    run_server._start(1, sys.stdout)  # type: ignore[arg-type]
    monkeypatch.setenv("PREFECT_SERVER_DATABASE_TIMEOUT", "7")
    run_server._start(1, sys.stdout)  # type: ignore[arg-type]
    assert [env["PREFECT_SERVER_DATABASE_TIMEOUT"] for env in given] == ["60", "7"]
