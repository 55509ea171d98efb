"""A home with the sample pages in it, made by the installed command as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"


@pytest.fixture(scope="session")
def published_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home, for tests that only read."""
    home = tmp_path_factory.mktemp("contracts") / "home"
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "ONRECORD_"))}
    env |= {"PREFECT_HOME": str(home.parent / "prefect"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false", "ONRECORD_SERVER_SECONDS": "0"}
    env |= {"PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180"}  # on a loaded machine
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", "run", str(SAMPLES), "--home", str(home)],
        env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return home
