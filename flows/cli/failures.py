"""What ends a command: a sentence for people and an exit status, never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from flows.cli.run_server import RunServer
    from flows.run.progress import Bar
    from flows.settings import Settings


def fail(message: object, status: int = 1) -> NoReturn:
    """Ends the command with a sentence on standard error."""
    print(f"onrecord: {message}", file=sys.stderr)
    raise typer.Exit(status)


@contextmanager
def reported(settings: Settings) -> Iterator[tuple[Bar, RunServer]]:
    """A bar and a server for a run of Prefect's; what ends the run is told as `failures` tells it."""
    # Set before Prefect is imported, which reads them once. What the user set wins.
    # The log goes to the server, where the UI shows it; the terminal has the progress bar.
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    # The server that Prefect starts for one run makes its database first; 20 seconds are short on a busy machine.
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")
    # Processes first, then imports: both take seconds.
    from flows.cli.handover import find_resident
    from flows.cli.run_server import begin_server
    from flows.run.forks import prepare_workers
    from warehouse.home import Home

    server = begin_server(settings.port, settings.server_seconds)
    if not server.is_of_runs:  # else there is no automation that looks for heartbeats, and to end them takes up to a second
        os.environ.setdefault("PREFECT_FLOWS_HEARTBEAT_FREQUENCY", "30")
    resident = find_resident(settings.server_seconds) if server.port and _may_stay(settings) else None
    if resident and not server.is_new and (status := resident.do_command()) is not None:
        raise typer.Exit(status)
    # While a server starts the cores are at work, and where there are tables there may be nothing new: workers come when needed then.
    if not settings.cluster and not (server.is_new and Home(settings.home).warehouse.exists()):
        prepare_workers()
    from flows.run.progress import Bar

    with failures(settings), Bar() as bar:
        yield bar, server
    if resident:
        resident.leave()


def _may_stay(settings: Settings) -> bool:
    """Whether a process may stay behind for the next run: it has one model loaded, and nothing of a cluster."""
    return bool(settings.server_seconds) and not settings.cluster and not settings.model


@contextmanager
def failures(settings: Settings) -> Iterator[None]:
    """Whatever ends a run, told in a sentence, with the exit status that it has."""
    from corpus.documents import SourceError
    from flows.cli.run_server import ServerUnreachable
    from flows.cluster.client import ClusterFailed
    from flows.run.rules import OtherRules
    from transforms.entities.corrections import CorrectionError
    from warehouse.build import ChecksFailed
    from warehouse.home import Home, HomeBusy
    from warehouse.lake.purge import UnknownKey
    from warehouse.lake.removals import DamagedRemovals

    home = Home(settings.home)
    try:
        yield
    except SourceError as e:
        fail(e, 2)
    except (HomeBusy, ChecksFailed, ServerUnreachable, OtherRules, UnknownKey, DamagedRemovals, ClusterFailed) as e:
        fail(e)
    except CorrectionError as e:
        fail(f"{home.corrections} contradicts itself or cannot be read:\n{e}")
    except KeyboardInterrupt:
        fail("stopped; what was finished is kept, the published tables are as they were")
    except OSError as e:
        fail(f"{e.strerror or e}: {e.filename}" if e.filename else e)
    except Exception as e:  # a defect of ours: the user gets a sentence, and a file for whoever mends it
        home.path.mkdir(parents=True, exist_ok=True)
        home.failure_log.write_text(traceback.format_exc(), encoding="utf-8")
        fail(f"the run failed ({type(e).__name__}: {e}); the published tables are as they were; {home.failure_log} says where it failed")
