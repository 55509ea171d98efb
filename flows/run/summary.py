"""What a run did, in numbers: for the terminal and for the Prefect UI."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


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
