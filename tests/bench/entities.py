"""How long the grouping of names into entities takes as names grow: `python -m tests.bench.entities [NAMES ...]`.

Names are made up from syllables, in several spellings, scripts and shortenings, so that blocks are as full as real ones.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from datetime import date, timedelta

from transforms.entities.resolve import group_names
from transforms.records import DocumentName, MentionType

_SYLLABLES = "ba ka mo ri sha el tu ven dor lin sa mer khal jo ny pet gra ulo zin far hus wei xin ost bran".split()  # noqa: SIM905
_CYRILLIC = str.maketrans("bakmorisheltuvndjypgzfw", "бакморисхелтувндйыпгзфв")
_COUNTRIES = ("Russian", "Syrian", "French", "Norwegian")


def make_names(count: int, seed: int = 1) -> list[DocumentName]:
    """Document names with `count` distinct names of people, organizations and places among them, in random order."""
    rng = random.Random(seed)

    def word(least: int, most: int) -> str:
        return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(least, most))).title()

    families = [word(2, 4) for _ in range(count // 6 + 10)]
    given = [word(1, 3) for _ in range(800)]
    people = [(rng.choice(given), rng.choice(("", "", "", "al-", "van ")) + rng.choice(families)) for _ in range(count // 2 + 1)]
    seen: set[tuple[str, str]] = set()
    names: list[DocumentName] = []
    while len(seen) < count:
        i = len(names)
        type_, name = _spell(people[i % len(people)], i >= len(people), rng, given)
        seen.add((type_, name))
        article = f"article-{i % (count // 4 + 1)}"
        companions = tuple(sorted(" ".join(people[(i + k) % len(people)]) for k in range(1, 6)))
        day = date(2020, 1, 1) + timedelta(days=i % 1500)
        names.append(DocumentName(f"{article}:{i}", article, day, type_, name, ((name, 1),), None, companions))
    rng.shuffle(names)
    return names


def _spell(person: tuple[str, str], varies: bool, rng: random.Random, given: list[str]) -> tuple[MentionType, str]:
    first, last = person
    kind = rng.random() if varies else 1.0
    if kind < 0.2:
        return "person", f"{first} {last}".replace("i", "y")
    if kind < 0.3:
        return "person", f"{first} {last}".lower().translate(_CYRILLIC).title()
    if kind < 0.45:
        return "person", f"{first} {rng.choice(given)} {last}"
    if kind < 0.6:
        return "person", f"{first[0]}. {last}"
    if kind < 0.75:
        return "organization", f"{last} Industries Ltd"
    if kind < 0.85:
        return "organization", f"{rng.choice(_COUNTRIES)} {last.title()} Ministry"
    if kind < 1.0:
        return "place", last + rng.choice(("ville", "abad", "grad"))
    return "person", f"{first} {last}"


def main() -> None:
    """Prints seconds, microseconds a name and peak memory for each count of distinct names."""
    for count in [int(a) for a in sys.argv[1:]] or [25_000, 50_000, 100_000, 200_000]:
        names = make_names(count)
        start = time.process_time()
        groups = group_names(names)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:>8} names {seconds:7.1f} s {1e6 * seconds / count:7.0f} µs a name {len(groups):>8} entities {peak:7.0f} MiB peak")


if __name__ == "__main__":
    main()
