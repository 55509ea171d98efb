"""What a user knows better: a small table that wins over the rules.

Lines of tab-separated fields, `#` begins a comment:

    same <TAB> Ada Moss <TAB> A. Moss-Byrne       these names are one entity
    different <TAB> John Reed <TAB> John Reed MP  these names are never one
    name <TAB> Ada Moss <TAB> Ada Moss-Byrne      call the entity of the first name by the second
    type <TAB> Rotor <TAB> organization           the entity of that name is of this type
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import get_args

from transforms.names.forms import name_words
from transforms.records import MentionType


class CorrectionError(ValueError):
    """The corrections contradict one another or cannot be read. `problems` has a line for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Corrections:
    """Corrections by the words of names. `same` are whole sets, already joined through."""

    same: tuple[frozenset[tuple[str, ...]], ...] = ()
    different: frozenset[frozenset[tuple[str, ...]]] = frozenset()
    names: dict[tuple[str, ...], str] = field(default_factory=dict)
    types: dict[tuple[str, ...], MentionType] = field(default_factory=dict)


def parse_corrections(text: str) -> Corrections:
    """The corrections of one table.

    Raises `CorrectionError` with every contradiction and unreadable line, by line number.
    """
    problems: list[str] = []
    same: list[tuple[int, frozenset[tuple[str, ...]]]] = []
    different: list[tuple[int, list[tuple[str, ...]]]] = []
    names: dict[tuple[str, ...], tuple[int, str]] = {}
    types: dict[tuple[str, ...], tuple[int, MentionType]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        verb, *values = (f.strip() for f in line.split("\t"))
        values = [v for v in values if v]
        if verb not in ("same", "different", "name", "type") or len(values) < 2 or (verb in ("name", "type") and len(values) != 2):
            problems.append(f"line {number}: expected same, different, name or type and two names, separated by tabs: {line!r}")
            continue
        keys = [name_words(v) for v in values]
        if verb == "same":
            same.append((number, frozenset(keys)))
        elif verb == "different":
            different.append((number, keys))
        elif verb == "name":
            if keys[0] in names and names[keys[0]][1] != values[1]:
                problems.append(f"line {number}: another name for {values[0]!r} than line {names[keys[0]][0]}")
            names.setdefault(keys[0], (number, values[1]))
        else:
            if values[1] not in get_args(MentionType):
                problems.append(f"line {number}: unknown type {values[1]!r} (one of {', '.join(get_args(MentionType))})")
                continue
            if keys[0] in types and types[keys[0]][1] != values[1]:
                problems.append(f"line {number}: another type for {values[0]!r} than line {types[keys[0]][0]}")
            types.setdefault(keys[0], (number, values[1]))  # type: ignore[arg-type]
    sets = _joined([keys for _, keys in same])
    pairs: dict[frozenset[tuple[str, ...]], int] = {}
    for number, apart in different:
        for a, b in itertools.combinations(apart, 2):
            if a == b or any(a in s and b in s for s in sets):
                problems.append(f"line {number}: {' '.join(a)!r} and {' '.join(b)!r} are called different here and the same elsewhere")
            pairs[frozenset((a, b))] = number
    for s in sets:
        for kind, table in (("name", names), ("type", types)):
            said = {table[k][1]: table[k][0] for k in sorted(s) if k in table}
            if len(said) > 1:
                lines = ", ".join(str(n) for n in sorted(said.values()))
                problems.append(f"lines {lines}: names that are one have more than one {kind}")
    if problems:
        raise CorrectionError(problems)
    return Corrections(tuple(sets), frozenset(pairs), {k: v for k, (_, v) in names.items()}, {k: t for k, (_, t) in types.items()})


def _joined(sets: list[frozenset[tuple[str, ...]]]) -> list[frozenset[tuple[str, ...]]]:
    out: list[frozenset[tuple[str, ...]]] = []
    for s in sets:
        touching = [o for o in out if o & s]
        out = [o for o in out if not o & s] + [s.union(*touching)]
    return sorted(out, key=sorted)
