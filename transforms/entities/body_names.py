"""Organisations and groups across documents: spellings, letters, shorter names that documents use for longer ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transforms.disjoint_sets import DisjointSets
from transforms.entities.nodes import NameNode
from transforms.names.forms import ARABIC_ARTICLES
from transforms.names.keys import Key, name_key
from transforms.names.sounds import same_sound, sound_block


def join_bodies(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Joins the nodes of bodies that are one.

    A body joins another spelling of its whole name; a shorter name that documents use for one longer name only joins
    that; a team called by its place or its nickname joins the only team of that sport with both.
    """
    _join_spellings(indexes, nodes, sets)
    _join_attested(indexes, nodes, sets)
    _join_teams(indexes, nodes, sets)


def _join_spellings(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    blocks: dict[tuple[str | None, Key], list[tuple[int, Key]]] = defaultdict(list)
    for i in indexes:
        words = tuple(w for w in nodes[i].key if w not in ARABIC_ARTICLES) or nodes[i].key
        if sum(len(w) if isinstance(w, str) else len(w.value) + 1 for w in words) > 4:
            blocks[nodes[i].mark, tuple(sound_block(w) if isinstance(w, str) else w for w in words)].append((i, words))
    for block in blocks.values():
        parts: list[tuple[int, Key]] = []
        for i, words in block:
            for j, others in parts:
                if all(
                    x == y or (isinstance(x, str) and isinstance(y, str) and same_sound(x, y)) for x, y in zip(words, others, strict=True)
                ):
                    sets.join(j, i)
                    break
            else:
                parts.append((i, words))


def _join_attested(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Short forms stand alone in one document, and in another beside the name they are short for."""
    known: dict[tuple[Key, str | None], int] = {(nodes[i].key, nodes[i].mark): i for i in indexes}
    meant: dict[int, set[int]] = defaultdict(set)
    for i in indexes:
        for member in nodes[i].members:
            for form, _ in member.forms:
                j = known.get((name_key(form, nodes[i].type), nodes[i].mark))
                if j is not None and j != i:
                    meant[j].add(i)
    for j in sorted(meant):
        roots = {sets.find(i) for i in meant[j]} - {sets.find(j)}
        if len(roots) == 1:
            sets.join(next(iter(roots)), j)


def _join_teams(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """ "Orlo" and "Tigers" in one sport, where "Orlo Tigers" is the only team with that word."""
    teams = [i for i in indexes if (nodes[i].mark or "").endswith(" team")]
    longer: dict[tuple[str | None, str, Key], set[int]] = defaultdict(set)
    for i in teams:
        key = nodes[i].key
        for n in range(1, len(key)):
            longer[(nodes[i].mark, "head", key[:n])].add(i)
            longer[(nodes[i].mark, "tail", key[n:])].add(i)
    for i in teams:
        for side in ("head", "tail"):
            roots = {sets.find(j) for j in longer.get((nodes[i].mark, side, nodes[i].key), ())} - {sets.find(i)}
            if len(roots) == 1:
                sets.join(next(iter(roots)), i)
