"""Who belongs to whom, in small tables of their own: one folder a snapshot."""

from __future__ import annotations

from pathlib import Path

from warehouse.home import Home

TABLES: dict[str, str] = {"entity": "entities", "utterance": "utterances", "story": "stories"}
CORRECTIONS = "corrections.tsv"  # file of the user's corrections that the entities were resolved with


def find_published_folder(home: Home) -> Path | None:
    """Folder of the assignments of the snapshot in service."""
    return home.assignments / home.current.resolve().name.partition(".")[0] if home.current.exists() else None
