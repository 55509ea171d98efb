"""The order in which a Prefect server that On Record starts takes the events of runs.

Prefect lets an event wait for the one that it follows, up to a quarter of an hour. The first event of a scheduled run says that it follows
the scheduling, of which no event is ever sent, where that was less than five minutes ago. So in the first minutes of a service the ends
of runs waited, and the automation that crashes dead runs fired at each of them, in vain.
"""

from __future__ import annotations

from prefect.server.events.ordering import memory
from prefect.server.events.schemas.events import ReceivedEvent

# What a scheduled run sends first.
_FIRST = "prefect.flow-run.Pending"


class CausalOrdering(memory.CausalOrdering):
    """Prefect's own order, but that the first event of a run waits for none."""

    async def wait_for_leader(self, event: ReceivedEvent) -> None:
        """Return when the event may be taken. Raises `EventArrivedEarly` where it is to wait."""
        if event.event != _FIRST:
            await super().wait_for_leader(event)
