"""Every setting of On Record, read from ONRECORD_* in the environment; the command line wins over it."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The settings with their defaults. A field `x` is set by the environment variable `ONRECORD_X`."""

    model_config = SettingsConfigDict(env_prefix="ONRECORD_", extra="ignore")

    home: Path = Field(Path(".data"), description="folder of the tables, the DuckDB file and what the pipeline keeps for itself")
    sources: str = Field("", description="what a scheduled run reads: files and folders, separated by `:`")
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1, ge=1, description="processes that extract and annotate (default: one a core)"
    )
    document_seconds: float = Field(20.0, gt=0, description="time limit of one document in seconds; the process that passes it is ended")
    document_bytes: int = Field(20 * 2**20, gt=0, description="size limit of one document in bytes, after decompression")
    worker_bytes: int = Field(4 * 2**30, gt=0, description="memory limit of one worker process in bytes of address space")
    chunk_documents: int = Field(100, ge=1, description="documents a task works on, and so a chunk of the lake")
    chunk_bytes: int = Field(32 * 2**20, ge=1, description="bytes of documents after which a chunk is full; bounds the memory of a run")
    wait_seconds: float = Field(0.0, ge=0, description="how long a run waits for another run on the same home before it stops")
    schedule: str = Field("*/5 * * * *", description="when `onrecord up` looks at the sources: a cron line, in UTC")
    port: int = Field(4200, ge=1, le=65535, description="port on loopback of the Prefect server of `onrecord up` and `onrecord ui`")
    model: str = Field("", description="spaCy model, by package name or path (default: the first installed of those the lock pins)")
