"""What a run did, in numbers: for the terminal, for the Prefect UI, and for the table `runs`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import IO

from flows.cli.output import write_table


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one run: seen = stored + rejected + skipped. `ignored` counts files in folders that are no documents.

    `addresses` counts what became of web addresses, `warnings` says which limits the run crosses.
    `timings` are seconds by stage: CPU seconds over all workers for extract and annotate, wall seconds for the others.
    """

    run_id: str
    home: str
    seconds: float
    seen: int
    stored: int
    rejected: int
    skipped: int
    reasons: Counter[str] = field(default_factory=Counter)
    ignored: Counter[str] = field(default_factory=Counter)
    published: dict[str, int] = field(default_factory=dict)
    timings: dict[str, float] = field(default_factory=dict)
    addresses: Counter[str] = field(default_factory=Counter)
    warnings: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """One line: what the run did."""
        return f"{self.stored} stored, {self.rejected} rejected, {self.skipped} already done, of {self.seen} documents"

    def rows(self) -> list[tuple[str, int, str]]:
        """The counts with a note each, as the closing table shows them."""
        rate = f"{(self.stored + self.rejected) / self.seconds:.1f} documents a second" if self.stored + self.rejected else ""
        rows = [
            ("seen", self.seen, f"in {self.seconds:.1f} seconds"),
            ("stored", self.stored, rate),
            ("rejected", self.rejected, ", ".join(f"{reason} {n}" for reason, n in self.reasons.most_common())),
            ("skipped", self.skipped, "done already under these rules" if self.skipped else ""),
        ]
        if self.addresses:
            rows.append(("addresses", sum(self.addresses.values()), ", ".join(f"{what} {n}" for what, n in self.addresses.most_common())))
        if self.ignored:
            kinds = ", ".join(f"{suffix or 'no suffix'} {n}" for suffix, n in self.ignored.most_common(6))
            rows.append(("left aside", sum(self.ignored.values()), f"files of other kinds: {kinds}"))
        return rows

    def write(self, to: IO[str]) -> None:
        """The closing table, and where to go on."""
        write_table(("documents", "", "what of them"), self.rows(), to)
        stages = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in self.timings.items())
        to.write(f"Seconds by stage (extract and annotate: CPU seconds of all workers): {stages}.\n")
        if self.published:
            held = ", ".join(f"{n} {name}" for name, n in self.published.items())
            to.write(f"The tables hold {held}.\n")
        to.write(f"They are in {self.home}/warehouse.duckdb and {self.home}/tables; ask them with: onrecord sql --home {self.home}\n")
