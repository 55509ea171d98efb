"""How many names of the gold articles are found, typed and joined as people marked them."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from tests.quality.floors import Measurement, fingerprint
from transforms.mentions.find import find_mentions
from transforms.nlp import Passage
from transforms.nlp.read import read_passages

GOLD = Path(__file__).with_name("gold") / "names"
TYPES = {"p": "person", "o": "organization", "l": "place", "g": "group"}
_MARKED = re.compile(r"\[([^|\]]+)\|([polg])\|(\d+)\]")


def measure_names() -> Measurement:
    """Mentions found with their whole span, of the right type, none too many; pairs of one article joined and kept apart."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    misses: list[str] = []

    def count(name: str, right: bool, where: str, text: str) -> None:
        counts[name][0] += right
        counts[name][1] += 1
        if not right:
            misses.append(f"  {name:<28} {where}: {text}")

    paths = sorted(GOLD.glob("*.txt"))
    for path in paths:
        passages, marks = read_marked(path)
        found = {(m.part, m.start_char, m.end_char): m for m in find_mentions(read_passages(passages, lambda _: False))}
        for place, (text, type_, _) in marks.items():
            count("names found", place in found, path.name, text)
            if place in found:
                count("name types", found[place].type == type_, path.name, f"{text} is {found[place].type}")
        for place, mention in found.items():
            count("name precision", place in marks, path.name, f"{mention.text} is {mention.type}")
        both = sorted(place for place in marks if place in found)
        for i, a in enumerate(both):
            for b in both[:i]:
                same, joined = marks[a][2] == marks[b][2], found[a].cluster == found[b].cluster
                count("names joined" if same else "names kept apart", same == joined, path.name, f"{marks[a][0]} / {marks[b][0]}")
    return Measurement(fingerprint(paths), {k: (v[0], v[1]) for k, v in counts.items()}, tuple(misses))


def read_marked(path: Path) -> tuple[list[Passage], dict[tuple[str, int, int], tuple[str, str, str]]]:
    """The passages of an article whose names are marked `[text|type|number]`, and text, type and number by place."""
    passages, marks = [], {}
    starts = {"title": 0, "body": 0}
    for line in path.read_text(encoding="utf-8").splitlines():
        part = "title" if line.startswith("T: ") else "body"
        plain, at = "", 0
        line = line.removeprefix("T: ")
        for m in _MARKED.finditer(line):
            plain += line[at : m.start()]
            start = starts[part] + len(plain)
            marks[(part, start, start + len(m[1]))] = (m[1], TYPES[m[2]], m[3])
            plain += m[1]
            at = m.end()
        plain += line[at:]
        passages.append(Passage(part, plain, starts[part]))
        starts[part] += len(plain) + 1
    return passages, marks
