"""The only maker of mentions: clusters of the names of an article, and what all occurrences of a cluster say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from transforms.mentions.coreference import Surface, cluster_surfaces
from transforms.mentions.couples import (
    choose_but_kin,
    choose_by_generation,
    choose_by_title,
    genders_of,
    kin_of,
    part_couples,
    part_strangers,
    titles_of,
)
from transforms.mentions.kinds.states import find_states
from transforms.mentions.kinds.votes import surface_key
from transforms.mentions.kinds.weights import Vote, tell_votes
from transforms.mentions.links import Links
from transforms.mentions.roles import find_role, usual_role
from transforms.mentions.scan import Candidate
from transforms.mentions.signs import Occurrences, find_signs, is_unclear_page
from transforms.mentions.usual_names import fullest_name
from transforms.names.forms import core_words
from transforms.records import Mention, MentionType

Named = tuple[str, MentionType]


@dataclass(frozen=True, slots=True)
class Findings:
    """What an article shows of its names.

    `links`: names that are one. By text: the country that owns an organization, the sport that a team plays. By surface key: the type that
    something beside the model's word shows, the votes cast on each type, and the votes for a work, a product, an event or a law.
    `headline`: what the headline calls somebody.
    """

    links: Links
    owners: Mapping[str, str]
    sports: Mapping[str, str]
    shown: Mapping[str, MentionType]
    is_foreign: bool
    headline: str | None
    cast: Mapping[str, Sequence[Vote]] = field(default_factory=dict)
    things: Mapping[str, float] = field(default_factory=dict)


def make_mentions(kept: Sequence[Candidate], named: Sequence[Named], findings: Findings) -> tuple[Mention, ...]:
    """A mention for each candidate with its text and type, in order."""
    clusters = _number(kept, named, findings.links)
    part_couples(kept, clusters)
    part_strangers(kept, clusters, {n for n, (_, type_) in zip(clusters, named, strict=True) if type_ == "person"})
    states = _part_states(clusters, find_states(kept, named))
    of_cluster: dict[int, list[tuple[Candidate, Named]]] = defaultdict(list)
    for c, name, number in zip(kept, named, clusters, strict=True):
        of_cluster[number].append((c, name))
    type_of = {number: occurrences[-1][1][1] for number, occurrences in of_cluster.items()}
    forms = {number: Counter(text for _, (text, _) in occurrences) for number, occurrences in of_cluster.items()}
    names = {number: fullest_name(counts, type_of[number]) for number, counts in forms.items()}
    roles = _roles(of_cluster)
    if findings.headline and (first := _first_person(kept, clusters, type_of)) is not None:
        roles.setdefault(first, findings.headline)
    sports = _commonest(of_cluster, findings.sports)
    owners = _commonest(of_cluster, {text: owner for text, owner in findings.owners.items() if text not in findings.sports}) | states
    met = {
        number: Occurrences([c for c, _ in occurrences], type_of[number], findings.shown, findings.is_foreign, findings.things)
        for number, occurrences in of_cluster.items()
    }
    is_unclear = is_unclear_page(met.values())
    signs = {number: find_signs(replace(o, is_unclear=is_unclear)) for number, o in met.items()}
    reasons = {
        number: tell_votes(v for key in dict.fromkeys(map(surface_key, counts)) for v in findings.cast.get(key, ()))
        for number, counts in forms.items()
    }
    return tuple(
        Mention(
            c.scan.reading.passage.part,  # type: ignore[arg-type]
            c.scan.reading.passage.block_ordinal,
            c.scan.reading.passage.start + c.start,
            c.scan.reading.passage.start + c.end,
            c.text,
            type_of[n],
            n,
            names[n],
            roles.get(n),
            owners.get(n) if n not in sports else None,
            sports.get(n),
            signs[n],
            reasons[n],
        )
        for c, n in zip(kept, clusters, strict=True)
    )


def _part_states(clusters: list[int], states: Mapping[int, str]) -> dict[int, str]:
    """Gives what names a state, and not the city or the country of its name, clusters of their own, in place. The country of each."""
    new: dict[int, int] = {}
    found: dict[int, str] = {}
    for k, country in states.items():
        number = new.setdefault(clusters[k], max(clusters) + 1)
        clusters[k], found[number] = number, country
    return found


def _number(kept: Sequence[Candidate], named: Sequence[Named], links: Links) -> list[int]:
    """The cluster of each candidate. A surname of two people is his who was last named by it, of those whom the title before it fits and
    who are no relative of another."""
    counts = Counter(named)
    positions: dict[str, list[int]] = defaultdict(list)
    for position, (text, _) in enumerate(counts):
        positions[surface_key(text)].append(position)
    below: dict[Named, int] = {}
    for at, (c, name) in enumerate(zip(kept, named, strict=True)):
        if c.scan.reading.passage.part != "title":
            below.setdefault(name, at)
    surfaces = [
        Surface(
            text,
            type_,
            count,
            order,
            tuple(p for k in sorted(links.get(surface_key(text), ())) for p in positions.get(k, ())),
            below.get((text, type_), -1),
        )
        for order, ((text, type_), count) in enumerate(counts.items())
    ]
    found = cluster_surfaces(surfaces)
    order_of = {(s.text, s.type): s.order for s in surfaces}
    first_choice = [found.numbers[order_of[name]] for name in named]
    titles, genders = titles_of(kept, first_choice), genders_of(kept, first_choice)
    suffixes = {found.numbers[s.order]: s.suffix for s in surfaces if s.suffix}
    kin = kin_of(kept, first_choice)
    families = {words[-1] for text, _ in counts if len(words := core_words(text)) > 1}
    clusters: list[int] = []
    last_named: dict[int, int] = {}
    alone: set[int] = set()
    for at, name in enumerate(named):
        order = order_of[name]
        number = found.numbers[order]
        if order in found.choices:
            fitting = choose_by_generation(kept[at], found.choices[order], suffixes)
            fitting = choose_but_kin(choose_by_title(kept[at], fitting, titles, genders), kin, alone)
            number = max(fitting, key=lambda n: (last_named.get(n, -1), -n))
        if not families.isdisjoint(core_words(name[0])[-1:]):
            last_named[number] = at  # who is called by the given name alone is not called by the surname alone
            if " " not in name[0]:
                alone.add(number)
        clusters.append(number)
    return clusters


def _roles(of_cluster: Mapping[int, Sequence[tuple[Candidate, Named]]]) -> dict[int, str]:
    """What each person is usually called; nothing of whom no role stands beside."""
    found: dict[int, str] = {}
    for number, occurrences in of_cluster.items():
        roles = Counter(role for c, (_, type_) in occurrences if type_ == "person" and (role := find_role(c)))
        if roles:
            found[number] = usual_role(roles)
    return found


def _commonest(of_cluster: Mapping[int, Sequence[tuple[Candidate, Named]]], by_text: Mapping[str, str]) -> dict[int, str]:
    """What most of an organization's occurrences have by their text, the first in the alphabet among equals."""
    found: dict[int, str] = {}
    for number, occurrences in of_cluster.items() if by_text else ():
        counts = Counter(by_text[text] for _, (text, type_) in occurrences if type_ == "organization" and text in by_text)
        if counts:
            found[number] = min(counts, key=lambda value: (-counts[value], value))
    return found


def _first_person(kept: Sequence[Candidate], clusters: Sequence[int], type_of: Mapping[int, MentionType]) -> int | None:
    """The cluster of the person whom the first paragraph below the title names, by a full name and alone; None where it names others."""
    below = [(c, n) for c, n in zip(kept, clusters, strict=True) if c.scan.reading.passage.part != "title" and type_of[n] == "person"]
    if not below or " " not in below[0][0].text:
        return None
    found = {n for c, n in below if c.scan is below[0][0].scan}
    return below[0][1] if len(found) == 1 else None
