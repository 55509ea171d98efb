"""Places across documents: spellings of one place; two known places of like sound stay two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.disjoint_sets import DisjointSets
from transforms.entities.nodes import NameNode
from transforms.names.forms import ARABIC_ARTICLES
from transforms.names.keys import Key, NameKey, Words, spell_part
from transforms.names.lexicon import is_known_place
from transforms.names.sounds import same_sound, sound_block

_TOO_SHORT = 4  # letters up to which another spelling is another place


def list_place_links(node: NameNode) -> Iterator[tuple[bool, tuple[object, ...]]]:
    """What a place's name meets others by: how it sounds."""
    if block := _block(node):
        yield True, ("sound", *block)


def _block(node: NameNode) -> Words | None:
    """What the spellings of one place share; None for a name too short to be another's spelling."""
    key = _bare(node)
    words = tuple(map(spell_part, key))
    return (sound_block(words[0]), *words[1:]) if len("".join(words)) + isinstance(key[0], NameKey) > _TOO_SHORT else None


def _bare(node: NameNode) -> Key:
    return tuple(w for w in node.key if w not in ARABIC_ARTICLES) or node.key


def join_places(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Joins the nodes of places that are spellings of one. Countries and places with several names share a node already."""
    blocks: dict[Words, list[tuple[int, Words, bool]]] = defaultdict(list)
    for i in indexes:
        if found := _block(nodes[i]):
            key = _bare(nodes[i])
            words, is_listed = tuple(map(spell_part, key)), isinstance(key[0], NameKey)
            blocks[found].append((i, words, is_listed or is_known_place(" ".join(words))))
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
