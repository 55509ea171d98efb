"""Organizations and groups across documents: spellings, letters, shorter names that documents use for longer ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.disjoint_sets import DisjointSets
from transforms.entities.nodes import NameNode
from transforms.mentions.coreference import acronyms
from transforms.mentions.telling_words import head_words
from transforms.names.forms import ARABIC_ARTICLES, plain
from transforms.names.keys import Key, is_known, name_key
from transforms.names.lexicon import is_acronym, is_common_word
from transforms.names.sounds import same_sound, sound_block
from transforms.word_lists import read_words

# Letters and words of an organization that stands for others: two letters are anybody's.
_LEAST_LETTERS = 3
_TOO_SHORT = 4  # letters up to which another spelling is another organization
_PARTED = 2  # words that are written as one, too
_SHORTEST_TOGETHER = 7  # letters of two words that are hardly another name when written as one
_WELL_KNOWN = 5  # articles that have a long name, from which on its letters alone mean it
_OFTEN = 2  # articles that explain letters, from which on they are so explained for all


def join_organizations(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Joins the nodes of organizations that are one.

    An organization joins another spelling of its whole name; a shorter name that documents use for one longer name only joins
    that; a team called by its town or its nickname joins the only team of that sport with both.
    """
    _join_spellings(indexes, nodes, sets)
    _join_attested(indexes, nodes, sets)
    _join_letters(indexes, nodes, sets)
    _join_longer(indexes, nodes, sets)
    _join_teams(indexes, nodes, sets)
    _join_unmarked(indexes, nodes, sets)
    _join_run_together(indexes, nodes, sets)


def list_organization_links(node: NameNode) -> Iterator[tuple[bool, tuple[object, ...]]]:
    """What an organization's name meets others by in the rules below, each with whether the name asks by it."""
    key, mark = node.key, node.mark
    if block := _block(node):
        yield True, ("sound", mark, *block[0])
    yield True, ("form", mark, *key)
    for form in {form for m in node.members for form, _ in m.forms}:
        yield False, ("form", mark, *name_key(form, node.type))
    if len(key) >= _LEAST_LETTERS:
        for letters in acronyms(node.members[0].name):
            yield False, ("letters", letters)
    if unexplained := _unexplained_letters(node):
        yield True, ("letters", unexplained)
    if len(key) > 1:
        yield True, ("team", *key)
    if run_together := _run_together(node):
        yield True, ("run together", mark, run_together)
    if not is_known(key):
        yield len(key) == 1, ("first", mark, key[0])
    if _is_team(node):
        for n in range(1, len(key)):
            yield False, ("head", mark, *key[:n])
            yield False, ("tail", mark, *key[n:])
        yield True, ("head", mark, *key)
        yield True, ("tail", mark, *key)


def _block(node: NameNode) -> tuple[Key, Key] | None:
    """What the spellings of one organization share, and the words that are compared; None for a name too short to be another's spelling."""
    words = tuple(w for w in node.key if w not in ARABIC_ARTICLES) or node.key
    if sum(len(w) if isinstance(w, str) else len(w.value) + 1 for w in words) <= _TOO_SHORT:
        return None
    return tuple(sound_block(w) if isinstance(w, str) else w for w in words), words


def _is_team(node: NameNode) -> bool:
    return (node.mark or "").endswith(" team")


def _unexplained_letters(node: NameNode) -> str | None:
    """The letters that a name is, if it is nothing else and no team, and they are enough to stand for one organization."""
    letters = plain(node.members[0].name).replace(".", "") if _is_letters(node) and not node.mark else ""
    return letters if len(letters) >= _LEAST_LETTERS else None


def _join_spellings(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    blocks: dict[tuple[str | None, Key], list[tuple[int, Key]]] = defaultdict(list)
    for i in indexes:
        if found := _block(nodes[i]):
            blocks[nodes[i].mark, found[0]].append((i, found[1]))
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
                if is_acronym(form) and is_known(name_key(form, nodes[i].type)):
                    continue  # letters that the lists know mean another organization elsewhere
                j = known.get((name_key(form, nodes[i].type), nodes[i].mark))
                if j is not None and j != i:
                    short, long = (i, j) if len(nodes[i].key) < len(nodes[j].key) else (j, i)
                    meant[short].add(long)
    for j in sorted(meant):
        roots = {sets.find(i) for i in meant[j]}
        if len(roots) == 1 and (not _is_letters(nodes[j]) or _keep_company(j, meant[j], nodes)):
            sets.join(next(iter(roots)), j)


def _is_letters(node: NameNode) -> bool:
    """Whether a name is letters that its documents do not explain: any organization of these initials may be meant."""
    return len(node.key) == 1 and is_acronym(node.members[0].name)


def _keep_company(j: int, longer: set[int], nodes: Sequence[NameNode]) -> bool:
    """Whether one of the longer names has company in common with a shorter one, or is explained by several articles."""
    mine = nodes[j].companions()
    return any(mine & nodes[i].companions() or nodes[i].count >= _OFTEN for i in longer)


def _join_letters(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """Letters that no article explains, and the only long name with these initials that has company in common with them, or that many
    articles have."""
    by_letters: dict[str, list[int]] = defaultdict(list)
    for i in indexes:
        if len(nodes[i].key) >= _LEAST_LETTERS:
            for letters in acronyms(nodes[i].members[0].name):
                by_letters[letters].append(i)
    for j in indexes:
        if not (unexplained := _unexplained_letters(nodes[j])):
            continue
        mine = nodes[j].companions()
        longer = by_letters.get(unexplained, ())
        for fits in ([i for i in longer if mine & nodes[i].companions()], [i for i in longer if nodes[i].count >= _WELL_KNOWN]):
            roots = {sets.find(i) for i in fits} - {sets.find(j)}
            if len(roots) == 1:
                sets.join(next(iter(roots)), j)
                break


def _join_longer(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """An organization's first word alone, and the only longer name that begins with it, goes on with a word that describes, and has company
    in common: "Orlo" and "Orlo Lines", not "Orlo TV"."""
    longer: dict[tuple[str | None, Key], list[int]] = defaultdict(list)
    branches = read_words("names/branch_words.txt")
    for i in indexes:
        key = nodes[i].key
        if len(key) > 1 and not is_known(key):
            longer[nodes[i].mark, key[:1]].append(i)
    for j in indexes:
        key = nodes[j].key
        found = longer.get((nodes[j].mark, key), []) if len(key) == 1 and not is_known(key) else []
        roots = {sets.find(i) for i in found} - {sets.find(j)}
        if len(roots) != 1 or any(w in branches for i in found for w in nodes[i].key[1:]):
            continue
        mine = nodes[j].companions()
        is_beside = any(m.name in mine for i in found for m in nodes[i].members)  # an article that has both holds them for two
        if not is_beside and any(mine & nodes[i].companions() for i in found) and all(_describes(nodes[i].key) for i in found):
            sets.join(next(iter(roots)), j)


def _describes(key: Key) -> bool:
    """Whether what stands behind the first word of an organization's name are English words: "Orlo Lines"."""
    return all(isinstance(w, str) and (is_common_word(w) or w in head_words() or w in read_words("names/added_words.txt")) for w in key[1:])


def _join_teams(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """ "Orlo" and "Tigers" in one sport, where "Orlo Tigers" is the only team with that word."""
    teams = [i for i in indexes if _is_team(nodes[i])]
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


def _join_unmarked(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """A team by a name of several words, in articles about its sport and in others: "Orlo United"."""
    by_key: dict[Key, list[int]] = defaultdict(list)
    for i in indexes:
        if len(nodes[i].key) > 1 and (nodes[i].mark is None or _is_team(nodes[i])):
            by_key[nodes[i].key].append(i)
    for found in by_key.values():
        teams = [i for i in found if nodes[i].mark]
        if len(teams) == 1 and len(found) > 1:
            for i in found:
                sets.join(teams[0], i)


def _run_together(node: NameNode) -> str | None:
    """The words of a short name without spaces, None where they are too few letters to be one name only."""
    words = node.words
    together = "".join(words)
    return together if len(words) <= _PARTED and len(together) >= _SHORTEST_TOGETHER and not is_known(node.key) else None


def _join_run_together(indexes: Sequence[int], nodes: Sequence[NameNode], sets: DisjointSets) -> None:
    """One name as one word and as two: "OrloBank" and "Orlo Bank"."""
    first: dict[tuple[str | None, str], int] = {}
    for i in indexes:
        if together := _run_together(nodes[i]):
            sets.join(first.setdefault((nodes[i].mark, together), i), i)
