"""Two people of one surname whom only their titles tell apart: "Sir Owen Moss" and "Lady Moss"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from transforms.mentions.candidates import Candidate

_HERS = frozenset(("mrs", "ms", "miss", "lady", "dame", "madame", "mme", "queen", "princess", "baroness", "frau", "sister"))
_HIS = frozenset(("mr", "sir", "lord", "king", "prince", "baron", "monsieur", "herr", "father", "brother"))


def title_gender(c: Candidate) -> str | None:
    """The gender that the title directly before a name tells, None where there is no such title."""
    i = c.first - 1
    if i >= 0 and c.scan.tokens[i].text == ".":
        i -= 1
    word = c.scan.tokens[i].text.casefold().rstrip(".") if i >= 0 else ""
    return "f" if word in _HERS else "m" if word in _HIS else None


def part_couples(kept: Sequence[Candidate], clusters: list[int]) -> None:
    """Gives the surnames with a title of the other gender than their cluster's a cluster of their own, in place."""
    genders: dict[int, Counter[str]] = defaultdict(Counter)
    titled = [(k, gender) for k, c in enumerate(kept) if (gender := title_gender(c))]
    for k, gender in titled:
        genders[clusters[k]][gender] += 2 if " " in kept[k].text else 1
    new: dict[tuple[int, str], int] = {}
    for k, gender in titled:
        counts = genders[clusters[k]]
        other = "m" if gender == "f" else "f"
        if counts[other] > counts[gender] and " " not in kept[k].text:
            old = clusters[k]
            clusters[k] = new.setdefault((old, gender), max(clusters) + 1)
