"""A run's end does not wait for its heartbeats; whether a run is deployed is known without asking the server."""

from __future__ import annotations

import inspect
import time
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from prefect import flow_engine
from prefect.context import FlowRunContext
from prefect.runtime import deployment

from flows.service import heartbeats


@pytest.fixture(autouse=True)
def prefect_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    sender = vars(flow_engine)[heartbeats._SENDER]  # which another test of this process may have replaced
    monkeypatch.setattr(flow_engine, heartbeats._SENDER, getattr(sender, "func", sender))
    monkeypatch.delenv(heartbeats._GIVEN, raising=False)


class Engine:
    """As much of Prefect's engine of a flow run as its heartbeats ask for."""

    heartbeat_seconds = 30
    logger = SimpleNamespace(debug=lambda *_: None)
    flow_run = None

    def __init__(self) -> None:
        self.sent = 0

    def _build_heartbeat_event_template(self) -> tuple[None, None]:
        return None, None

    def _emit_flow_run_heartbeat(self, *_: object) -> None:
        self.sent += 1


def _seconds_to_end(engine: Engine) -> float:
    with vars(flow_engine)[heartbeats._SENDER](engine):
        while not engine.sent:
            time.sleep(0.001)
        time.sleep(0.02)  # its thread is asleep by now
        ended = time.monotonic()
    return time.monotonic() - ended


def test_the_end_of_a_run_does_not_wait_for_the_thread_of_its_heartbeats() -> None:
    """Fails where Prefect has no such function any more: then see whether its runs still wait."""
    assert _seconds_to_end(Engine()) > 0.5
    heartbeats.end_at_once()
    assert _seconds_to_end(Engine()) < 0.5


def test_runs_begin_their_heartbeats_by_the_name_that_is_replaced() -> None:
    assert f"with {heartbeats._SENDER}(self)" in inspect.getsource(flow_engine.FlowRunEngine)


@pytest.mark.parametrize("sender", [None, lambda engine: engine])
def test_a_prefect_that_does_it_otherwise_is_left_alone(sender: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow_engine, heartbeats._SENDER, sender)
    heartbeats.end_at_once()
    assert vars(flow_engine)[heartbeats._SENDER] is sender


@pytest.mark.parametrize(
    ("run", "given", "asked", "deployed"),
    [
        ({"deployment_id": None, "parent_task_run_id": None}, None, False, False),  # of the command line
        ({"deployment_id": "d", "parent_task_run_id": None}, None, True, True),
        ({"deployment_id": None, "parent_task_run_id": "t"}, None, True, True),  # a flow within another: that one's
        ({"deployment_id": None, "parent_task_run_id": None}, "d", True, True),
        (None, None, True, True),  # no run is known here: Prefect knows better
    ],
)
def test_a_run_is_deployed(
    run: dict[str, str | None] | None, given: str | None, asked: bool, deployed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def ask() -> str:
        told.append("asked")
        return str(uuid4())

    context: Any = SimpleNamespace(flow_run=SimpleNamespace(**run)) if run else None
    monkeypatch.setattr(FlowRunContext, "get", lambda: context)
    monkeypatch.setitem(deployment.FIELDS, "id", ask)
    if given:
        monkeypatch.setenv(heartbeats._GIVEN, given)
    assert heartbeats.is_deployed() is deployed
    assert bool(told) is asked
