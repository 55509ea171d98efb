"""Names of people, organizations, places and groups in one article.

The model's spans are evidence, not the answer. They are cut to whole names, the words around each name and its words
vote on its type over the whole document, and a name known from one sentence is found in all the others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from transforms.countries import name_code
from transforms.mentions.acceptance import is_name, is_shouted
from transforms.mentions.assemble import Findings, make_mentions
from transforms.mentions.foreign import foreign_candidates
from transforms.mentions.glued import part_glued
from transforms.mentions.kinds.demonyms import settle_demonyms
from transforms.mentions.kinds.evidence import context_votes, ends_in_organization, name_votes
from transforms.mentions.kinds.organization_signs import find_shown, find_supported, name_unseen, organization_votes, weaken_unsupported
from transforms.mentions.kinds.owners import find_owners
from transforms.mentions.kinds.rows import list_votes, show_in_rows, unseen_votes, vote_in_lists
from transforms.mentions.kinds.shared_words import find_people_called_as_places
from transforms.mentions.kinds.ships import find_ships, is_ship
from transforms.mentions.kinds.teams import find_sport, find_teams
from transforms.mentions.kinds.things import find_things, is_call_sign, is_law, is_thing
from transforms.mentions.kinds.types import add_short_forms, find_persons, settle_types
from transforms.mentions.kinds.votes import Votes, surface_key
from transforms.mentions.kinds.weights import Vote
from transforms.mentions.known import find_everywhere
from transforms.mentions.links import Links, find_links
from transforms.mentions.lone_words import find_lone_words
from transforms.mentions.model_spans import model_candidates
from transforms.mentions.openers import cut_openers
from transforms.mentions.pairs import join_lists, join_pairs, with_shop_marks
from transforms.mentions.roles import headline_role
from transforms.mentions.runs import run_candidates, with_legal_form, with_number
from transforms.mentions.scan import Candidate, Scan, scan_passage
from transforms.mentions.special_spans import DATELINE, special_spans
from transforms.names.english import reads_english
from transforms.nlp import Reading
from transforms.records import Mention, MentionType

_PARTS = {"title": 0, "standfirst": 1, "body": 2, "block": 3}
# What the model's word counts that takes a name with a kind of organization at its end for a person, or a country for an organization.
_HARDLY = 0.3
_SEEN = "seen as a name"  # the vote of the model, or of a rule for spans
_OPENING = 3  # passages below the titles among which a dateline may stand


def find_mentions(readings: Sequence[Reading], dateline: str | None = None, is_foreign: bool = False) -> tuple[Mention, ...]:
    """Every named span of one article's passages, in order of parts and position, typed and clustered.

    Each mention carries the number of its cluster (names of the article that are one), the cluster's fullest usual
    form and its role. `dateline` is the place that the page gives apart from its text. Of a text that `is_foreign`, or that does
    not read as English, names are found only where capitals and lists make them certain. Spans never overlap, never leave
    their passage, and carry no title and no possessive.
    """
    scans = [scan_passage(i, r) for i, r in enumerate(sorted(readings, key=_position))]
    part_glued(scans)
    words = Counter(word for s in scans for word in s.words)
    is_foreign = is_foreign or not reads_english(words)
    seen = _candidates(scans, is_foreign)
    sport = find_sport(scans, words)
    cast = _votes(seen, sport is not None)
    votes = _sums(cast)
    supported = find_supported(seen)
    links = _settle_votes(seen, votes, supported)
    demonyms = settle_demonyms(votes)
    things = find_things(scans, seen)
    signed = find_shown(seen, votes, supported)
    none = demonyms | {key for key in votes if is_thing(key, votes[key], things, supported, signed)}
    kept = _kept(scans, seen, votes, words, none, links)
    keys = {id(c): surface_key(c.text) for c in kept}
    mine = {k: votes.get(k) or defaultdict(float) for k in keys.values()}
    persons = find_persons(mine)
    teams = find_teams([c for c in kept if keys[id(c)] not in persons], keys) if sport else frozenset()
    types = settle_types(mine, teams)
    people = find_people_called_as_places(scans, kept, keys, types, teams)
    named = [(c.text, "person" if id(c) in people else _type_here(c, types)) for c in kept]
    owners = find_owners(scans, kept, named, dateline)
    sports = {c.text: sport for c in kept if keys[id(c)] in teams} if sport else {}
    shown = find_shown(kept, mine, supported)
    show_in_rows(kept, shown, surface_key)
    return make_mentions(kept, named, Findings(links, owners, sports, shown, is_foreign, headline_role(scans), cast, things))


def _candidates(scans: Sequence[Scan], is_foreign: bool) -> list[Candidate]:
    """All spans of an article that may be names, in order, none over another."""
    if is_foreign:
        seen = [c for s in scans for c in foreign_candidates(s)]
    else:
        seen = [
            with_number(with_legal_form(c))
            for s in scans
            for c in run_candidates(s, _apart([*special_spans(s, _is_opening(s, scans)), *model_candidates(s)]))
        ]
    return join_lists(scans, join_pairs(scans, with_shop_marks(cut_openers(seen), scans)))


def _settle_votes(seen: Sequence[Candidate], votes: dict[str, Votes], supported: frozenset[str]) -> Links:
    """The names that the text calls one. Changes the votes by what names say of one another."""
    name_unseen(seen, votes)
    weaken_unsupported(seen, votes, supported)
    links = find_links(seen, votes)
    vote_in_lists(seen, votes, surface_key)
    add_short_forms(votes)
    return links


def _kept(
    scans: Sequence[Scan],
    seen: Sequence[Candidate],
    votes: dict[str, Votes],
    words: Counter[str],
    none: Container[str],
    links: Links,
) -> list[Candidate]:
    """The candidates that are names, wherever they stand: no things and demonyms (`none`), ships, words and codes."""
    ships = find_ships(scans, words)
    lone = find_lone_words(seen, words, links.keys())
    kept = [c for c in seen if (key := surface_key(c.text)) not in none and key not in lone and is_name(c, votes)]
    kept = [c for c in kept if not is_shouted(c, words) and not (ships and is_ship(c, ships))]
    kept = [c for c in find_everywhere(scans, kept, votes) if not (is_law(c) or is_call_sign(c))]
    return [c for c in kept if not is_ship(c, ships)] if ships else kept


def _is_opening(scan: Scan, scans: Sequence[Scan]) -> bool:
    """Whether a passage is one of the first of its part, where a dateline may stand."""
    return scan.reading.passage.part != "title" and scan.index < _OPENING + sum(s.reading.passage.part == "title" for s in scans[:2])


def _position(reading: Reading) -> tuple[int, int, int]:
    p = reading.passage
    return (_PARTS.get(p.part, len(_PARTS)), -1 if p.block_ordinal is None else p.block_ordinal, p.start)


def _apart(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates of one passage without overlaps: earlier rules first, then in order of position."""
    taken: set[int] = set()
    kept = []
    for c in candidates:
        last = next((i for i in range(c.first, c.last) if i in taken), c.last)
        if last > c.first:
            taken.update(range(c.first, last))
            kept.append(c if last == c.last else Candidate(c.scan, c.first, last, c.type, c.weight))
    return sorted(kept, key=lambda c: c.first)


def _votes(candidates: Iterable[Candidate], is_sport: bool) -> dict[str, list[Vote]]:
    """All that the signs say of the type of each surface key."""
    votes: dict[str, list[Vote]] = {}
    for c in candidates:
        key = surface_key(c.text)
        own = votes.get(key)
        if own is None:
            own = votes[key] = list(name_votes(c.text))
        if c.type:
            is_hardly = (c.type == "person" and ends_in_organization(c.text)) or (c.type == "organization" and name_code(c.text))
            own.append(Vote(c.type, _HARDLY * c.weight if is_hardly else c.weight, _SEEN))
            own += list_votes(c, is_sport)
        else:
            own += unseen_votes(c, is_sport)
        if c.scan.case == "sentence" and c.type != "group":
            own += context_votes(c)
            own += organization_votes(c)
    return votes


def _sums(cast: Mapping[str, Iterable[Vote]]) -> dict[str, Votes]:
    votes: dict[str, Votes] = {}
    for key, of_key in cast.items():
        own = votes[key] = defaultdict(float)
        for v in of_key:
            own[v.type] += v.weight
    return votes


def _type_here(c: Candidate, types_by_key: Mapping[str, MentionType]) -> MentionType:
    """The type of a name; of a dateline always a place, though a team of the name plays below it."""
    return "place" if c.type == "place" and c.weight >= DATELINE else types_by_key[surface_key(c.text)]
