"""Names of people, organisations, places and groups in one article.

The model's spans are evidence, not the answer. They are cut to whole names, the words around each name and its words
vote on its type over the whole document, and a name known from one sentence is found in all the others.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from transforms.countries import adjective_code, name_code, people_code
from transforms.mentions.candidates import Candidate, Scan, head_words, model_candidates, run_candidates, scan_passage, with_legal_form
from transforms.mentions.coreference import Surface, cluster_surfaces, fullest_name
from transforms.mentions.couples import choose_by_generation, choose_by_title, genders_of, part_couples, titles_of
from transforms.mentions.foreign import foreign_candidates
from transforms.mentions.glued import part_glued
from transforms.mentions.kinds.bodies import body_votes, find_shown, find_supported, name_unseen, weaken_unsupported
from transforms.mentions.kinds.evidence import (
    context_votes,
    is_acronym,
    is_known_place,
    list_votes,
    name_votes,
    unseen_votes,
    vote_in_lists,
)
from transforms.mentions.kinds.owners import find_owners
from transforms.mentions.kinds.shared_words import find_people_called_as_places
from transforms.mentions.kinds.ships import find_ships, is_ship
from transforms.mentions.kinds.teams import find_sport, find_teams
from transforms.mentions.kinds.things import find_things, is_thing
from transforms.mentions.kinds.types import add_short_forms, find_persons, settle_types
from transforms.mentions.kinds.votes import Votes, best_type, surface_key
from transforms.mentions.links import Links, find_links
from transforms.mentions.lone_words import find_lone_words, is_code
from transforms.mentions.openers import cut_openers
from transforms.mentions.pairs import join_pairs, with_shop_marks
from transforms.mentions.roles import find_role, headline_role, usual_role
from transforms.mentions.signs import Occurrences, find_signs
from transforms.mentions.special_spans import DATELINE, special_spans
from transforms.names.bodies import body_letters
from transforms.names.english import reads_english
from transforms.names.forms import core_words
from transforms.names.lexicon import is_common_word
from transforms.nlp import Reading
from transforms.records import Mention, MentionType
from transforms.word_lists import read_words

_PARTY_TAG = re.compile(r"[RDI]-[A-Z][A-Za-z.]+")  # Sen. Ada Moss (R-TX)
_LETTERS_NEED = 1.6  # votes that letters need which the model never took for a name: more than their being letters
_PARTS = {"title": 0, "standfirst": 1, "body": 2, "block": 3}


def find_mentions(readings: Sequence[Reading], dateline: str | None = None, is_foreign: bool = False) -> tuple[Mention, ...]:
    """Every named span of one article's passages, in order of parts and place, typed and clustered.

    Each mention carries the number of its cluster (names of the article that are one), the cluster's fullest usual
    form and its role. `dateline` is the place that the page gives apart from its text. Of a text that `is_foreign`, or that does
    not read as English, names are found only where capitals and lists make them certain. Spans never overlap, never leave
    their passage, and carry no title and no possessive.
    """
    scans = [scan_passage(i, r) for i, r in enumerate(sorted(readings, key=_place))]
    part_glued(scans)
    words = Counter(word for s in scans for word in s.words)
    is_foreign = is_foreign or not reads_english(words)
    if is_foreign:
        seen = [c for s in scans for c in foreign_candidates(s)]
    else:
        seen = [
            with_legal_form(c)
            for s in scans
            for c in run_candidates(s, _apart([*special_spans(s, _is_opening(s, scans)), *model_candidates(s)]))
        ]
    seen = join_pairs(scans, with_shop_marks(cut_openers(seen), scans))
    sport = find_sport(scans, words)
    votes = _votes(seen, sport is not None)
    supported = find_supported(seen)
    name_unseen(seen, votes)
    weaken_unsupported(seen, votes, supported)
    links = find_links(seen, votes)
    vote_in_lists(seen, votes, surface_key)
    add_short_forms(votes)
    ships = find_ships(scans, words)
    things = find_things(scans, seen)
    spared = {key for key in votes if not is_thing(key, votes[key], things, supported)}
    lone = find_lone_words(seen, words, links.keys())
    kept = [c for c in seen if surface_key(c.text) in spared and surface_key(c.text) not in lone and _is_name(c, votes)]
    kept = [c for c in kept if not _is_shouted(c, words) and not (ships and is_ship(c, ships))]
    kept = _with_known(scans, kept, votes)
    if ships:
        kept = [c for c in kept if not is_ship(c, ships)]
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
    return _mentions(kept, named, links, owners, sports, shown, is_foreign, headline_role(scans))


def _is_opening(scan: Scan, scans: Sequence[Scan]) -> bool:
    """Whether a passage is one of the first of its part, where a dateline may stand."""
    return scan.reading.passage.part != "title" and scan.index < 3 + sum(s.reading.passage.part == "title" for s in scans[:2])


def _place(reading: Reading) -> tuple[int, int, int]:
    p = reading.passage
    return (_PARTS.get(p.part, 9), -1 if p.block_ordinal is None else p.block_ordinal, p.start)


def _apart(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates of one passage without overlaps: earlier rules first, then in order of place."""
    taken: set[int] = set()
    kept = []
    for c in candidates:
        last = next((i for i in range(c.first, c.last) if i in taken), c.last)
        if last > c.first:
            taken.update(range(c.first, last))
            kept.append(c if last == c.last else Candidate(c.scan, c.first, last, c.type, c.weight))
    return sorted(kept, key=lambda c: c.first)


def _votes(candidates: Iterable[Candidate], is_sport: bool) -> dict[str, Votes]:
    votes: dict[str, Votes] = {}
    for c in candidates:
        key = surface_key(c.text)
        own = votes.get(key)
        if own is None:
            own = votes[key] = defaultdict(float)
            for type_, weight in name_votes(c.text):
                own[type_] += weight
        if c.type:
            own[c.type] += c.weight
            for type_, weight in list_votes(c, is_sport):
                own[type_] += weight
        else:
            for type_, weight in unseen_votes(c, is_sport):
                own[type_] += weight
        if c.scan.case == "sentence" and c.type != "group":
            for type_, weight in (*context_votes(c), *body_votes(c)):
                own[type_] += weight
    return votes


def _is_shouted(c: Candidate, words: Container[str]) -> bool:
    """Whether a single word in capitals is one of the text's words in small letters: emphasis, no letters of a body."""
    if not c.text.isupper() or len(c.text) < 4 or c.scan.case == "capitals":
        return False
    return (small := c.text.casefold()) in words and small.islower()


@functools.cache
def _never_alone() -> frozenset[str]:
    return read_words("names/opening_words.txt") | read_words("mentions/not_alone.txt")


def _is_name(c: Candidate, votes: dict[str, Votes]) -> bool:
    """Whether a candidate is a name at all. What the model never took for one needs other evidence."""
    text = c.text
    low = text.casefold()
    if not (any(ch.isupper() for ch in text) or c.weight > 3.0) or low in _never_alone() or _PARTY_TAG.fullmatch(text):
        return False
    if (head_words().get(low) == "place" and not is_known_place(text)) or len(low.rstrip(".")) < 2:
        return False  # "117th Street"; "So did I."
    if c.type != "person" and c.scan.text_after(c.last) in ("Minister", "Secretary") and not is_acronym(text) and not name_code(text):
        return False  # "Fisheries Minister"
    own = votes[surface_key(text)]
    if is_code(c) or _is_stage_direction(c):
        return False
    if adjective_code(text) and not name_code(text) and not people_code(text):
        return False
    if c.type == "group" and best_type(own) == "group":
        return not _describes(c)
    if c.type:
        return not (text.isupper() and len(text) > 1 and c.scan.text_after(c.last) == ":" and not name_votes(text))
    is_bare = is_acronym(text) and not (c.first and c.scan.tokens[c.first - 1].text == "(")  # "LEEDS (NWA) - …" names an agency
    return sum(own.values()) >= (_LETTERS_NEED if is_bare else 1.0)


def _is_stage_direction(c: Candidate) -> bool:
    """Whether a word in brackets and capitals says what happened while somebody spoke: "(LAUGHTER)"."""
    tokens, text = c.scan.tokens, c.text
    is_set_apart = c.first > 0 and c.last < len(tokens) and tokens[c.first - 1].text in "([" and tokens[c.last].text in ")]"
    return is_set_apart and text.isupper() and is_common_word(text.casefold())


def _describes(c: Candidate) -> bool:
    """Whether a group's word only tells of what a noun behind it names: "an Islamist group", not "the Islamists"."""
    if c.text.endswith("s") or c.weight > 1.0 or c.last >= len(c.scan.tokens):
        return False
    after = c.scan.tokens[c.last].text
    if after.isupper() and len(after) > 1:
        return True
    if after in read_words("mentions/role_modifiers.txt"):
        return True
    return after[0].islower() and after not in read_words("mentions/tail_words.txt") and not after.startswith(("'", "’"))


def _with_known(scans: Sequence[Scan], kept: list[Candidate], votes: dict[str, Votes]) -> list[Candidate]:
    """The kept candidates, and every other place where one of their names stands."""
    by_scan: dict[int, list[Candidate]] = defaultdict(list)
    for c in kept:
        by_scan[c.scan.index].append(c)
    known: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    spelled: set[str] = set()
    for c in kept:
        is_headline = c.scan.reading.passage.part == "title" and c.type is None
        if c.scan.case != "sentence" or is_headline or c.text in spelled or (c.type == "group" and not c.text.endswith("s")):
            continue
        spelled.add(c.text)
        words = tuple(t.text for t in c.scan.tokens[c.first : c.last])
        known[words[0]].append(words)
        if best_type(votes[surface_key(c.text)]) == "person" and len(core_words(c.text)) > 1 and len(words) > 1:
            known[words[-1]].append(words[-1:])
    folded: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for sequences in known.values():
        for words in sequences:
            folded[words[0].casefold()].append(tuple(w.casefold() for w in words))
    out = []
    for scan in scans:
        mine = by_scan[scan.index]
        capitals = scan.case == "capitals"
        is_title = scan.reading.passage.part == "title"
        if scan.case != "sentence" or is_title:
            is_read = scan.case == "sentence"
            mine = [c for c in mine if (is_read and (c.type or _is_listed(c.text))) or _is_confirmed(c, spelled, folded)]
        out += _add_known(scan, mine, folded if capitals else known, capitals)
    return out


def _is_listed(text: str) -> bool:
    """Whether the lists know a body, a place or a people of this name."""
    return bool(name_code(text) or is_known_place(text) or body_letters(text))


def _is_confirmed(c: Candidate, spelled: set[str], folded: dict[str, list[tuple[str, ...]]]) -> bool:
    """Whether a name of a headline is one that the text knows, or a country's."""
    if c.text in spelled or name_code(c.text):
        return True
    words = tuple(t.text.casefold() for t in c.scan.tokens[c.first : c.last])
    return words in folded.get(words[0], ()) or not spelled


def _add_known(scan: Scan, mine: list[Candidate], known: dict[str, list[tuple[str, ...]]], capitals: bool) -> list[Candidate]:
    here = [w.casefold() for w in scan.words] if capitals else scan.words
    places = [i for i, word in enumerate(here) if word in known]
    if not places:
        return mine
    taken = bytearray(len(here))
    for c in mine:
        taken[c.first : c.last] = b"\x01" * (c.last - c.first)
    common = read_words("names/opening_words.txt")
    for i in places:
        if taken[i]:
            continue
        best = 0
        for words in known[here[i]]:
            n = len(words)
            if n > best and tuple(here[i : i + n]) == words and not any(taken[i : i + n]):
                if n == 1 and here[i].casefold() in common and (scan.is_initial(i) or scan.case != "sentence"):
                    continue
                best = n
        if best:
            mine.append(Candidate(scan, i, i + best, None, 0.0))
            taken[i : i + best] = b"\x01" * best
    return sorted(mine, key=_first)


def _first(c: Candidate) -> int:
    return c.first


def _mentions(
    kept: Sequence[Candidate],
    named: Sequence[tuple[str, MentionType]],
    links: Links,
    owners: Mapping[str, str],
    sports: Mapping[str, str],
    shown: Mapping[str, MentionType],
    is_foreign: bool,
    headline: str | None,
) -> tuple[Mention, ...]:
    counts = Counter(named)
    places: dict[str, list[int]] = defaultdict(list)
    for place, (text, _) in enumerate(counts):
        places[surface_key(text)].append(place)
    surfaces = [
        Surface(text, type_, count, order, tuple(p for k in sorted(links.get(surface_key(text), ())) for p in places.get(k, ())))
        for order, ((text, type_), count) in enumerate(counts.items())
    ]
    found = cluster_surfaces(surfaces)
    order_of = {(s.text, s.type): s.order for s in surfaces}
    clusters: list[int] = []
    last_named: dict[int, int] = {}
    first_choice = [found.numbers[order_of[name]] for name in named]
    titles, genders = titles_of(kept, first_choice), genders_of(kept, first_choice)
    suffixes = {found.numbers[s.order]: s.suffix for s in surfaces if s.suffix}
    for at, name in enumerate(named):
        order = order_of[name]
        number = found.numbers[order]
        if order in found.choices:  # two people of one surname: the one named last
            fitting = choose_by_generation(kept[at], found.choices[order], suffixes)
            fitting = choose_by_title(kept[at], fitting, titles, genders)
            number = max(fitting, key=lambda n: (last_named.get(n, -1), -n))
        last_named[number] = at
        clusters.append(number)
    part_couples(kept, clusters)
    forms: dict[int, Counter[str]] = defaultdict(Counter)
    roles: dict[int, Counter[str]] = defaultdict(Counter)
    owned: dict[int, Counter[str]] = defaultdict(Counter)
    playing: dict[int, Counter[str]] = defaultdict(Counter)
    type_of: dict[int, MentionType] = {}
    for c, (text, type_), number in zip(kept, named, clusters, strict=True):
        forms[number][text] += 1
        type_of[number] = type_
        if type_ == "person" and (role := find_role(c)):
            roles[number][role] += 1
        elif type_ == "organization":
            if text in sports:
                playing[number][sports[text]] += 1
            elif text in owners:
                owned[number][owners[text]] += 1
    of_cluster: dict[int, list[Candidate]] = defaultdict(list)
    for c, number in zip(kept, clusters, strict=True):
        of_cluster[number].append(c)
    signs = {n: find_signs(Occurrences(found, type_of[n], shown, is_foreign)) for n, found in of_cluster.items()}
    names = {n: fullest_name(f, type_of[n]) for n, f in forms.items()}
    usual = {n: usual_role(r) for n, r in roles.items()}
    if headline and (first := _first_person(kept, clusters, type_of)) is not None:
        usual.setdefault(first, headline)
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
            usual.get(n),
            _commonest(owned[n]) if n not in playing else None,
            _commonest(playing[n]),
            signs[n],
        )
        for c, n in zip(kept, clusters, strict=True)
    )


def _commonest(counts: Counter[str]) -> str | None:
    """The value counted most often, the first in the alphabet among equals; None where nothing was counted."""
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _first_person(kept: Sequence[Candidate], clusters: Sequence[int], type_of: Mapping[int, MentionType]) -> int | None:
    """The cluster of the person whom the first paragraph below the title names, by a full name and alone; None where it names others."""
    below = [(c, n) for c, n in zip(kept, clusters, strict=True) if c.scan.reading.passage.part != "title" and type_of[n] == "person"]
    if not below or " " not in below[0][0].text:
        return None
    found = {n for c, n in below if c.scan is below[0][0].scan}
    return below[0][1] if len(found) == 1 else None


def _type_here(c: Candidate, types_by_key: Mapping[str, MentionType]) -> MentionType:
    """The type of a name; of a dateline always a place, though a team of the name plays below it."""
    return "place" if c.type == "place" and c.weight >= DATELINE else types_by_key[surface_key(c.text)]
