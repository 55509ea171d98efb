"""The process that does commands: each in a child with its own streams, folder and environment; it ends by itself."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.cli.handover import Resident, _name_lists_read, find_resident
from flows.service import resident
from flows.service.loaded import describe_loaded
from transforms.names.states import _countries, is_state

# A resident that loads nothing and starts no workers. Its command tells what it is given, then ends as its first argument says.
SERVE = """
import os, sys
from pathlib import Path
from flows.cli import app
from flows.service import resident

def command():
    print(sys.argv[1:], os.getcwd(), os.environ.get("ONRECORD_HOME"), sys.stdin.read())
    print("warned", file=sys.stderr)
    sys.exit(int(sys.argv[1]) if sys.argv[1].isdigit() else sys.argv[1])

resident.prepare_workers = lambda: None
app.main = command
path = Path(sys.argv[1])
with resident._listen(path) as listener:
    connection = resident.serve(listener, path, 60)
if connection:
    resident.do_command(connection)
"""
# A command that is handed over to it, as `onrecord run` is.
HAND_OVER = """
import sys
from pathlib import Path
from flows.cli.handover import Resident
one = Resident(Path(sys.argv.pop(1)), 60)
one.path = one.path.with_name("test.sock")
status = one.do_command()
print("no resident", file=sys.stderr) if status is None else None
sys.exit(99 if status is None else status)
"""


def ignore_interrupts() -> None:
    """As a shell has what it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def heed_interrupts() -> None:
    """As a terminal has it, wherever the tests run."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the socket, `test.sock`, of a resident that was left by a command in a shell's background."""
    folder = tmp_path_factory.mktemp("sockets")
    command = [sys.executable, "-c", SERVE, str(folder / "test.sock")]
    process = subprocess.Popen(command, start_new_session=True, preexec_fn=ignore_interrupts)
    while not (folder / "test.sock").exists():
        assert process.poll() is None
        time.sleep(0.01)
    yield folder
    (folder / "test.sock").unlink(missing_ok=True)
    assert process.wait(30) == 0


def start(folder: Path, *arguments: str, **options: object) -> subprocess.Popen[str]:
    """A command that hands itself over."""
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-c", HAND_OVER, str(folder), *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **{"preexec_fn": heed_interrupts} | options,
    )  # fmt: skip


def test_a_command_has_its_own_arguments_streams_folder_and_environment(folder: Path, tmp_path: Path) -> None:
    command = start(folder, "0", "two words", cwd=tmp_path, env=os.environ | {"ONRECORD_HOME": "there"})
    assert command.communicate("typed") == (f"['0', 'two words'] {tmp_path} there typed\n", "warned\n")


@pytest.mark.parametrize(("ending", "status"), [("0", 0), ("2", 2), ("a sentence", 1)])
def test_a_command_gives_its_exit_status(folder: Path, ending: str, status: int) -> None:
    command = start(folder, ending)
    command.communicate()
    assert command.returncode == status


def test_two_commands_at_once_do_not_wait_for_each_other(folder: Path) -> None:
    waiting, other = start(folder, "0"), start(folder, "0")
    assert "other" in other.communicate("other")[0]
    assert waiting.poll() is None
    assert "first" in waiting.communicate("first")[0]


def _child_of(command: subprocess.Popen[str]) -> int:
    """The process that does the command: the one that has its standard output open and is not the command."""
    assert command.stdout
    wanted = os.fstat(command.stdout.fileno()).st_ino
    for _ in range(1000):
        for process in Path("/proc").iterdir():
            try:
                own = (process / "fd" / "1").stat().st_ino if process.name.isdigit() else 0
            except OSError:
                continue
            if own == wanted and int(process.name) != command.pid:
                return int(process.name)
        time.sleep(0.01)
    raise AssertionError("no process does the command")


def _has_ended(process: int) -> bool:
    for _ in range(1000):
        try:
            if Path(f"/proc/{process}/stat").read_text().split()[2] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.01)
    return False


def test_ctrl_c_ends_the_command(folder: Path) -> None:
    command = start(folder, "0")
    child = _child_of(command)
    command.send_signal(signal.SIGINT)
    assert command.wait(60) == 128 + signal.SIGINT
    assert _has_ended(child)


def test_ctrl_c_does_not_end_a_command_that_ignores_it(folder: Path) -> None:
    command = start(folder, "0", preexec_fn=ignore_interrupts)
    os.kill(_child_of(command), signal.SIGINT)
    command.send_signal(signal.SIGINT)
    assert "typed" in command.communicate("typed")[0]
    assert command.returncode == 0


def test_a_command_that_is_killed_ends_what_is_done_for_it(folder: Path) -> None:
    command = start(folder, "0")
    child = _child_of(command)
    command.kill()
    assert _has_ended(child)


def test_a_child_that_is_killed_ends_its_command(folder: Path) -> None:
    command = start(folder, "0")
    os.kill(_child_of(command), signal.SIGKILL)
    _, warned = command.communicate()
    assert command.returncode == 128 + signal.SIGKILL
    assert "was killed" in warned


def test_a_command_that_gives_up_is_not_done(folder: Path, tmp_path: Path) -> None:
    """Its request is there, and no `GO`."""
    with socket.socket(socket.AF_UNIX) as connection, (tmp_path / "told").open("w+") as told:
        connection.connect(str(folder / "test.sock"))
        request = {"arguments": ["onrecord", "--version"], "folder": "/", "environment": {}, "umask": 0o22, "ignored": []}
        body = json.dumps(request).encode()
        socket.send_fds(connection, [resident.LENGTH.pack(len(body))], [told.fileno()] * 3)
        connection.sendall(body)
        assert connection.recv(1) == resident.READY
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1) == b""
        assert told.read() == ""


def test_only_its_user_can_reach_the_socket(folder: Path) -> None:
    assert (folder / "test.sock").stat().st_mode & 0o077 == 0


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resident that looks often whether it is wanted."""
    monkeypatch.setattr(resident, "_LOOK_SECONDS", 0.01)


@pytest.mark.usefixtures("quick")
def test_a_resident_ends_when_no_command_has_come_for_a_while(tmp_path: Path) -> None:
    path = tmp_path / "one.sock"
    with resident._listen(path) as listener:
        assert resident.serve(listener, path, 0.05) is None
    assert not path.exists()


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("in_its_place", [False, True])
def test_a_resident_ends_when_its_socket_is_gone_or_anothers(tmp_path: Path, in_its_place: bool) -> None:
    path = tmp_path / "one.sock"

    def take_away() -> None:
        other = tmp_path / "other"
        other.touch()
        other.replace(path) if in_its_place else path.unlink()

    with resident._listen(path) as listener:
        threading.Timer(0.03, take_away).start()
        assert resident.serve(listener, path, 60) is None
    assert path.exists() is in_its_place


def test_a_resident_does_not_begin_where_the_program_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["resident", "of another digest", str(tmp_path / "one.sock"), "60"])
    monkeypatch.setattr(resident, "_load", lambda _: pytest.fail("loads"))
    resident.main()
    assert not (tmp_path / "one.sock").exists()


def test_a_resident_is_none_where_code_changes_while_it_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = iter(["one", "other"])
    monkeypatch.setattr(sys, "argv", ["resident", "one", str(tmp_path / "one.sock"), "60"])
    monkeypatch.setattr(sys, "stdin", (tmp_path / "names").open("w+"))
    monkeypatch.setattr(resident, "describe_loaded", lambda: next(told))
    monkeypatch.setattr(resident, "_load", lambda _: None)
    resident.main()
    assert not (tmp_path / "one.sock").exists()


def test_without_a_resident_the_command_is_done_as_always(tmp_path: Path) -> None:
    assert Resident(tmp_path, 60).do_command() is None
    (tmp_path / f"{describe_loaded()}.sock").touch()  # nobody listens
    assert Resident(tmp_path, 60).do_command() is None


def test_a_resident_that_does_not_answer_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.cli.handover._ANSWER_SECONDS", 0.05)
    with resident._listen(tmp_path / f"{describe_loaded()}.sock"):
        assert Resident(tmp_path, 60).do_command() is None


def test_a_folder_that_others_may_write_to_has_no_resident(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as short:  # pytest's own folders may be too long for a socket
        monkeypatch.setenv("XDG_RUNTIME_DIR", short)
        assert find_resident(60)
        (folder,) = Path(short).iterdir()
        assert folder.stat().st_mode & 0o077 == 0
        folder.chmod(0o777)
        assert find_resident(60) is None
        folder.rmdir()
        folder.symlink_to(short)
        assert find_resident(60) is None


def test_a_folder_whose_name_is_too_long_for_a_socket_has_no_resident(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ("a" * 90)).mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / ("a" * 90)))
    assert find_resident(60) is None


def test_what_is_left_behind_reads_the_lists_that_were_read() -> None:
    _countries.cache_clear()
    assert "transforms.names.states:_countries" not in _name_lists_read()
    is_state("ohio")
    assert "transforms.names.states:_countries" in _name_lists_read()


def test_the_one_left_behind_takes_the_place_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: begun.append(command))
    (tmp_path / "other.sock").touch()
    Resident(tmp_path, 60).leave()
    assert not (tmp_path / "other.sock").exists()
    assert begun[0][1:3] == ["-m", "flows.service.resident"]
