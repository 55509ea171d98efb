"""Places across documents: spellings of one place; two known places of like sound stay two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transforms.disjoint_sets import DisjointSets
from transforms.entities.nodes import NameNode
from transforms.mentions.kinds.evidence import is_known_place
from transforms.names.forms import ARABIC_ARTICLES
from transforms.names.sounds import same_sound, sound_block


def join_places(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Joins the nodes of places that are spellings of one. Countries and places with several names share a node already."""
    blocks: dict[tuple[str, ...], list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for i in indexes:
        words = tuple(w for w in nodes[i].key if w not in ARABIC_ARTICLES) or nodes[i].key
        if len("".join(words)) > 4:
            blocks[tuple(w.removeprefix("=") if k else sound_block(w.removeprefix("=")) for k, w in enumerate(words))].append((i, words))
    for block in blocks.values():
        if len(block) < 2:
            continue
        parts: list[tuple[int, tuple[str, ...], bool]] = []
        for i, words in block:
            is_known = words[0].startswith("=") or is_known_place(" ".join(words))
            for j, others, other_known in parts:
                if not (is_known and other_known) and same_sound(words[0].removeprefix("="), others[0].removeprefix("=")):
                    sets.join(j, i)
                    break
            else:
                parts.append((i, words, is_known))
