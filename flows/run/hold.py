"""The home for one run at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

from flows.settings import Settings
from warehouse.home import Home, HomeBusy, lock


@contextmanager
def hold(settings: Settings, lock: Callable[[Home], AbstractContextManager[Home]] = lock) -> Iterator[Home]:
    """The home, once no other run holds that lock of it; `HomeBusy` when it does not come free within ONRECORD_WAIT_SECONDS."""
    until = time.monotonic() + settings.wait_seconds
    with ExitStack() as stack:
        while True:
            try:
                home = stack.enter_context(lock(Home(settings.home)))
                break
            except HomeBusy:
                if time.monotonic() >= until:
                    raise
                time.sleep(0.5)
        yield home
