"""What a Prefect server does by itself for On Record: crash runs that have died; tell of failure and of silence, once switched on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from prefect.blocks.notifications import CustomWebhookNotificationBlock
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState, SendNotification
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification
from prefect.exceptions import ObjectNotFound

ALERTS = "onrecord-alerts"  # the block whose address a user fills in
# A run sends a heartbeat every 30 seconds. It is dead when three are missing, and marked within two minutes.
_DEAD_AFTER = timedelta(seconds=90)
_SILENT_AFTER = timedelta(hours=6)
_ENDINGS = {f"prefect.flow-run.{name}" for name in ("Completed", "Failed", "Cancelled", "Crashed")}
_BEGINNINGS = {"prefect.flow-run.Pending", "prefect.flow-run.heartbeat"}


def install_automations() -> None:
    """Installs the automations, or brings them up to date; whether one is switched on stays as the user left it."""
    with get_client(sync_client=True) as client:
        for automation in _describe(_find_alerts(client)):
            known = client.read_automations_by_name(automation.name)
            if not known:
                client.create_automation(automation)
            for one in known:
                client.update_automation(one.id, automation.model_copy(update={"enabled": one.enabled}))


def _describe(alerts: UUID) -> Iterator[AutomationCore]:
    runs = ResourceSpecification.model_validate({"prefect.resource.id": "prefect.flow-run.*"})
    yield AutomationCore(
        name="onrecord: crash runs that have died",
        description="Marks a run crashed that sends no heartbeat for 90 seconds: its processes were killed, or its machine is gone. "
        "So it holds no slot, and the next run goes on where it was.",
        enabled=True,
        trigger=EventTrigger(
            match=runs,
            match_related=_flows("onrecord*"),
            for_each={"prefect.resource.id"},
            after=_BEGINNINGS,
            expect=_BEGINNINGS | {"prefect.flow-run.Running"} | _ENDINGS,
            posture=Posture.Proactive,
            threshold=1,
            within=_DEAD_AFTER,
        ),
        actions=[ChangeFlowRunState(state=StateType.CRASHED, name="Crashed", message="No heartbeat for 90 seconds: the run has died.")],
    )
    yield AutomationCore(
        name="onrecord: tell of failure",
        description=f"Put the address to post to into the block {ALERTS} (under Blocks), then switch this on: "
        "it sends a message when a run fails or crashes.",
        enabled=False,
        trigger=EventTrigger(
            match=runs,
            match_related=_flows("onrecord*"),
            expect={"prefect.flow-run.Failed", "prefect.flow-run.Crashed"},
            posture=Posture.Reactive,
            threshold=1,
            within=timedelta(0),
        ),
        actions=[
            SendNotification(
                block_document_id=alerts,
                subject="On Record: {{ flow_run.name }}: {{ flow_run.state.name }}",
                body="{{ flow_run.state.message }}\n{{ flow_run|ui_url }}",
            )
        ],
    )
    yield AutomationCore(
        name="onrecord: tell of silence",
        description=f"Put the address to post to into the block {ALERTS} (under Blocks), then switch this on: "
        "it sends a message when no build has completed for six hours, as the worker is gone, or every build fails.",
        enabled=False,
        trigger=EventTrigger(
            match=runs,
            match_related=_flows("onrecord"),
            expect={"prefect.flow-run.Completed"},
            posture=Posture.Proactive,
            threshold=1,
            within=_SILENT_AFTER,
        ),
        actions=[
            SendNotification(
                block_document_id=alerts,
                subject="On Record: no build for six hours",
                body="No build has completed for six hours. Is the worker running, and what do the last runs say?",
            )
        ],
    )


def _flows(names: str) -> ResourceSpecification:
    return ResourceSpecification.model_validate({"prefect.resource.role": "flow", "prefect.resource.name": names})


def _find_alerts(client: SyncPrefectClient) -> UUID:
    """The id of the block that sends messages; made with an address that leads nowhere where there is none."""
    try:
        return client.read_block_document_by_name(ALERTS, CustomWebhookNotificationBlock.get_block_type_slug()).id
    except ObjectNotFound:
        block = CustomWebhookNotificationBlock(
            name="On Record", url="https://alerts.invalid/put-your-address-here", json_data={"text": "{{subject}}\n{{body}}"}
        )
        return UUID(str(block.save(ALERTS)))
