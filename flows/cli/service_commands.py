"""The commands that run as a service: up, deploy, ui."""

from __future__ import annotations

from flows.cli.failures import fail
from flows.cli.options import HomeFolder, read_settings


def up(home: HomeFolder = None) -> None:
    """Run as a service. On loopback a Prefect server and the pages to read; the scheduled runs over ONRECORD_SOURCES; Ctrl-C ends it."""
    from flows.cli.server import ServerFailed, serve

    try:
        serve(read_settings(home=home))
    except ServerFailed as e:
        fail(e)


def deploy() -> None:
    """Set up a Prefect server for it. Work pool, deployments and automations on the one that PREFECT_API_URL names; safe to repeat."""
    from flows.cli.run_server import ServerUnreachable, check_server
    from flows.service import deploy as service

    try:
        if not check_server():
            fail("PREFECT_API_URL names no Prefect server to deploy to", 2)
        service.deploy(read_settings())
    except (ServerUnreachable, service.DeployFailed) as e:
        fail(e)
    print(f"deployed; what does the work: prefect worker start --pool {service.WORK_POOL}")


def ui(home: HomeFolder = None) -> None:
    """Start only the Prefect server with its UI. On loopback."""
    from flows.cli.server import ServerFailed, serve_ui

    try:
        serve_ui(read_settings(home=home))
    except ServerFailed as e:
        fail(e)
