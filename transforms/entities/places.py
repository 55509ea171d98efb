"""Places across documents: spellings of one place; two known places of like sound stay two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transforms.disjoint_sets import DisjointSets
from transforms.entities.nodes import NameNode
from transforms.mentions.kinds.evidence import is_known_place
from transforms.names.forms import ARABIC_ARTICLES
from transforms.names.keys import NameKey, Words, spell_part
from transforms.names.sounds import same_sound, sound_block


def join_places(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Joins the nodes of places that are spellings of one. Countries and places with several names share a node already."""
    blocks: dict[Words, list[tuple[int, Words, bool]]] = defaultdict(list)
    for i in indexes:
        key = tuple(w for w in nodes[i].key if w not in ARABIC_ARTICLES) or nodes[i].key
        words, is_listed = tuple(map(spell_part, key)), isinstance(key[0], NameKey)
        if len("".join(words)) + is_listed > 4:
            blocks[(sound_block(words[0]), *words[1:])].append((i, words, is_listed or is_known_place(" ".join(words))))
    for block in blocks.values():
        if len(block) < 2:
            continue
        parts: list[tuple[int, Words, bool]] = []
        for i, words, is_known in block:
            for j, others, other_known in parts:
                near = words[0] == others[0] or not (is_known or other_known) or nodes[i].companions() & nodes[j].companions()
                if not (is_known and other_known) and near and same_sound(words[0], others[0]):
                    sets.join(j, i)
                    break
            else:
                parts.append((i, words, is_known))
