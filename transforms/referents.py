"""Who is meant by a speaker as printed: the mention it is, or the one that a pronoun or a role noun stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.records import Mention

_HE = frozenset({"he", "she", "him", "her", "his"})
_IT = frozenset({"it", "its"})
_THEY = frozenset({"they", "them", "their"})


@dataclass(frozen=True, slots=True)
class Referent:
    """The cluster a speaker refers to, and its name, both None where nothing decides."""

    cluster: int | None = None
    name: str | None = None
    role: str | None = None


@dataclass(slots=True)
class Discourse:
    """Who spoke so far in the document, the latest last, by the type of the one who spoke."""

    spoken: list[tuple[str, Referent]] = field(default_factory=list)

    def note(self, kind: str, referent: Referent) -> None:
        """Remember that somebody of this kind ("person", "organization" …) has just spoken."""
        if referent.name is not None:
            self.spoken.append((kind, referent))

    def last(self, *kinds: str) -> Referent:
        """The last one of these kinds that spoke."""
        return next((r for k, r in reversed(self.spoken) if k in kinds), Referent())


def find_referent(
    words: str, head: tuple[int, int], span: tuple[int, int], mentions: Sequence[Mention], discourse: Discourse
) -> tuple[str, Referent]:
    """What a printed speaker refers to, with its kind. `head` and `span` are code points in the mentions' part."""
    low = words.lower()
    if low in _HE:
        return "person", discourse.last("person")
    if low in _IT:
        return "organization", discourse.last("organization", "place")
    if low in _THEY:
        return "group", discourse.last("group", "organization")
    best = next((m for m in mentions if m.start_char <= head[0] < m.end_char), None)
    if best is None:
        inside = [m for m in mentions if m.start_char >= span[0] and m.end_char <= span[1] and m.type == "person"]
        best = inside[-1] if len(inside) == 1 and low.endswith(inside[0].text.lower()) else None
    if best is not None:
        return best.type, Referent(best.cluster, best.name, best.role)
    return "group", Referent(None, words, None)
