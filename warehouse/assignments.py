"""Who belongs to whom, in small tables of their own: one folder a snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.records import Redirect
from warehouse.home import Home
from warehouse.runs import Run


class EntityRow(NamedTuple):
    entity_id: str
    type: str
    name: str
    description: str | None = None


class UtteranceRow(NamedTuple):
    utterance_id: str
    speaker_entity_id: str | None
    text: str


class StoryRow(NamedTuple):
    story_id: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Assignments:
    """What resolve decided about the whole corpus."""

    name_entities: Mapping[str, str] = field(default_factory=dict)  # key of a DocumentName → entity_id
    entities: Sequence[EntityRow] = ()
    quote_utterances: Mapping[str, str] = field(default_factory=dict)  # quote_id → utterance_id
    utterances: Sequence[UtteranceRow] = ()
    article_stories: Mapping[str, str] = field(default_factory=dict)  # article_id → story_id
    stories: Sequence[StoryRow] = ()
    copies: Mapping[str, str] = field(default_factory=dict)  # article_id → article_id that it copies
    redirects: Sequence[Redirect] = ()  # all that are in force


def write_assignments(home: Home, run: Run, assignments: Assignments) -> None:
    """Writes what the run decided, all or nothing; what an earlier try of the same run left is replaced.

    A redirect that is published already keeps its `since`; a new one has the start of the run.
    """
    raise NotImplementedError


def read_assignments(home: Home) -> Assignments:
    """The assignments of the published snapshot, which ids are kept by; empty where nothing is published yet."""
    raise NotImplementedError
