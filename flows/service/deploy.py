"""The deployments of `flows/prefect.yaml` on a Prefect server: with the work pool that they run in and the automations."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows.settings import Settings

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

ROOT = Path(__file__).resolve().parents[2]
WORK_POOL = "onrecord"
_WEEKLY = "onrecord-report/weekly"  # the deployment that is off until somebody switches it on


class DeployFailed(Exception):
    """The Prefect server did not take the deployments; the message says what it said."""


def environment(settings: Settings) -> dict[str, str]:
    """What `prefect.yaml` and the scheduled runs see of the settings."""
    return {
        "ONRECORD_HOME": str(settings.home.resolve()),
        "ONRECORD_SOURCES": ":".join(s if "://" in s else str(Path(s).resolve()) for s in settings.watched),
        "ONRECORD_ROOT": str(ROOT),
        "ONRECORD_COLLECT_SCHEDULE": settings.collect_schedule,
        "ONRECORD_BUILD_SCHEDULE": settings.build_schedule,
        "ONRECORD_COMPACT_SCHEDULE": settings.compact_schedule,
        "ONRECORD_REPORT_SCHEDULE": settings.report_schedule,
    }


def deploy(settings: Settings) -> None:
    """Brings the server that `PREFECT_API_URL` names up to date with this version; safe to repeat. Whether the weekly report is switched
    on stays as the user left it.

    Raises:
        DeployFailed: the server refuses.
    """
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.actions import WorkPoolCreate

    from flows.service.automations import install_automations

    with get_client(sync_client=True) as client:
        client.create_work_pool(WorkPoolCreate(name=WORK_POOL, type="process"), overwrite=True)
        weekly = {"ONRECORD_REPORT_ACTIVE": str(_is_weekly_on(client)).lower()}
    done = subprocess.run(
        [sys.executable, "-m", "prefect", "--no-prompt", "deploy", "--all", "--prefect-file", str(ROOT / "flows" / "prefect.yaml")],
        env=os.environ | environment(settings) | weekly,
        cwd=ROOT,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise DeployFailed((done.stdout + done.stderr)[-2000:])
    install_automations()


def _is_weekly_on(client: SyncPrefectClient) -> bool:
    """Whether somebody has switched the weekly report on: a deployment that is made anew takes its schedules from the file."""
    from prefect.exceptions import ObjectNotFound

    try:
        return any(schedule.active for schedule in client.read_deployment_by_name(_WEEKLY).schedules)
    except ObjectNotFound:
        return False
