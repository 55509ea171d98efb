"""The settings of a home, from the environment and from what a command is given."""

from __future__ import annotations

import subprocess
import sys


def test_settings_without_limits_load_nothing_that_judges_them() -> None:
    # In a process of its own: this one may have loaded them.
    code = "import sys; from flows.settings import Settings; Settings.given(); print('flows.watch.limits' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
