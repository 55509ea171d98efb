"""Every setting of On Record, read from ONRECORD_* in the environment; the command line wins over it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from warehouse.home import DEFAULT_HOME


class Settings(BaseSettings):
    """The settings with their defaults. A field `x` is set by the environment variable `ONRECORD_X`."""

    model_config = SettingsConfigDict(env_prefix="ONRECORD_", extra="ignore")

    home: Path = Field(DEFAULT_HOME, description="folder of the tables, the DuckDB file and what the pipeline keeps for itself")
    sources: str = Field("", description="what a scheduled run reads: files, folders and web addresses, separated by `:`")
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1, ge=1, description="processes that extract and annotate (default: one a core)"
    )
    document_seconds: float = Field(20.0, gt=0, description="time limit of one document in seconds; the process that passes it is ended")
    document_bytes: int = Field(20 * 2**20, gt=0, description="size limit of one document in bytes, after decompression")
    worker_bytes: int = Field(4 * 2**30, gt=0, description="memory limit of one worker process in bytes of address space")
    chunk_documents: int = Field(100, ge=1, description="documents a task works on, and so a chunk of the lake")
    chunk_bytes: int = Field(32 * 2**20, ge=1, description="bytes of documents after which a chunk is full; bounds the memory of a run")
    wait_seconds: float = Field(0.0, ge=0, description="how long a run waits for another run on the same home before it stops")
    collect_schedule: str = Field(
        "*/15 * * * *", description="when `onrecord up` fetches what is new in the web sources: a cron line, in UTC"
    )
    build_schedule: str = Field(
        "5-59/15 * * * *", description="when `onrecord up` brings what was collected, and the folders, into the tables: a cron line, in UTC"
    )
    compact_schedule: str = Field("30 3 * * *", description="when `onrecord up` compacts and prunes the home: a cron line, in UTC")
    report_schedule: str = Field(
        "0 5 * * 1", description="when the report of the week before is written, once its deployment is switched on: a cron line, in UTC"
    )
    listing_days: float = Field(
        30.0, ge=0, description="days for which fetched feeds, sitemaps and robots.txt are kept; fetched pages are kept in any case"
    )
    port: int = Field(4200, ge=1, le=65535, description="port on loopback of the Prefect server of `onrecord up` and `onrecord ui`")
    server_seconds: float = Field(
        300.0,
        ge=0,
        description="how long the Prefect server that a run starts, and a process with everything loaded, wait for the next run, which "
        "then starts sooner; 0: not at all",
    )
    browse_port: int = Field(
        8600,
        ge=0,
        le=65535,
        description="port on loopback of the pages that `onrecord up` and `onrecord browse` serve; with `0` `up` serves none",
    )
    user_agent: str = Field(
        "onrecord/0.1 (collects news; obeys robots.txt)",
        description="what web servers are told; the part before `/` is looked up in robots.txt",
    )
    host_seconds: float = Field(1.0, ge=0, description="least time between two requests to one host")
    source_pages: int = Field(1000, ge=1, description="pages of one feed or sitemap fetched in a run; the others are left to the next runs")
    reading_seconds: float = Field(
        900.0, gt=0, description="time after which a run begins no further request; what is left is for the next run"
    )
    recheck_seconds: float = Field(
        21600.0, ge=0, description="time after which a page is asked for again whose listing says nothing of changes"
    )
    private_networks: str = Field(
        "", description="networks that may be asked though they are not public, separated by commas: `127.0.0.0/8`"
    )
    silence_seconds: float = Field(
        86400.0, gt=0, description="least time without an article after which an outlet that used to give some counts as silent"
    )
    limit_rise: float = Field(
        0.3, gt=0, lt=1, description="how much a share must exceed its mean of the week before, as a part of all, to cross its limit"
    )
    failing_limits: str = Field(
        "silence,rejections",
        validate_default=False,
        description="limits that let a scheduled run end as failed, separated by commas; the others only warn",
    )
    cluster: str = Field(
        "", description="Dask cluster that does the documents: `tcp://host:8786`, or `auto` for one of this machine (default: none)"
    )
    search: Literal["on", "off"] = Field(
        "on", description="`off` leaves the tables of `search()` empty: a build then takes less time and room"
    )
    name_languages: str = Field(
        "en",
        description="languages (ISO 639-1, separated by commas) in whose pages names are looked for with the model; in pages of others "
        "only those that forenames, countries, cities and known organizations make certain",
    )
    model: str = Field("", description="spaCy model, by package name or path (default: the first installed of those the lock pins)")

    @classmethod
    def given(cls, **values: object) -> Settings:
        """The settings, with `values` in place of the environment's; None means not given."""
        return cls(**{k: v for k, v in values.items() if v is not None})  # type: ignore[arg-type]

    @property
    def watched(self) -> list[str]:
        """The sources of a scheduled run. The colons of web addresses separate nothing."""
        return [s for s in re.split(r":(?!//|\d+(?:/|$))", self.sources) if s]

    @field_validator("failing_limits")
    @classmethod
    def _know_limits(cls, names: str) -> str:
        from flows.watch.limits import LIMITS  # only where somebody sets them: it takes a while to load

        if unknown := sorted(set(_split(names)) - set(LIMITS)):
            raise ValueError(f"no limit is called {', '.join(unknown)}; there are {', '.join(LIMITS)}")
        return names

    @property
    def failing(self) -> frozenset[str]:
        """The limits that let a scheduled run fail."""
        return frozenset(_split(self.failing_limits))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which names are looked for with the model."""
        return tuple(_split(self.name_languages))

    @property
    def networks(self) -> list[str]:
        """The networks that may be asked though they are not public."""
        return _split(self.private_networks)


def _split(names: str) -> list[str]:
    return [name for name in map(str.strip, names.split(",")) if name]
