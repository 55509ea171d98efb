"""What the rows of lists and tables say of the names in them: lists of people, tables of teams."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from transforms.countries import name_code
from transforms.mentions.kinds.team_cues import is_team_cue
from transforms.mentions.kinds.votes import Votes, best_type
from transforms.mentions.kinds.weights import Vote, vote
from transforms.mentions.scan import Candidate
from transforms.names.known_organizations import is_known_organization
from transforms.records import MentionType

_GIVES = 1.5  # votes from which a name of a list gives its type to the next
_GIVES_SURELY = 2.0  # votes from which it gives it in full to one that the model saw
_GIVEN = 1.1  # the vote it gives: enough for a name that nothing else shows
_GIVEN_TO_SEEN = 0.6  # the same for a name that the model saw, and may have seen as something else
_BETWEEN = frozenset(("and", ",", "or", "&"))
_OPENS_ROW = frozenset("(,")
_PARTS_ROW = frozenset("-,;")


def list_votes(c: Candidate, is_sport: bool) -> Iterator[Vote]:
    """What a row of a list says of a name that the model found: "Ada Moss (Tarsia)" is a person unless teams play."""
    tokens = c.scan.tokens
    is_long = c.last - c.first > 1 and c.last + 2 < len(tokens) and c.type != "person"
    if is_long and not is_sport and tokens[c.last].text == "(" and tokens[c.last + 2].text == ")" and name_code(tokens[c.last + 1].text):
        yield vote("a row with a country")


def unseen_votes(c: Candidate, is_sport: bool) -> Iterator[Vote]:
    """What may be said of a name that the model left out, from the row it stands in: lists of people, tables of teams."""
    tokens = c.scan.tokens
    before = tokens[c.first - 1].text if c.first else ""
    after = c.scan.text_after(c.last)
    if c.last - c.first > 1:
        if after == "(" and c.last + 1 < len(tokens) and name_code(tokens[c.last + 1].text):
            yield vote("a row with a country")  # Ada Moss (Tarsia)
        elif is_sport and (after in _OPENS_ROW or before in _PARTS_ROW):
            yield vote("in a row of people")
    is_row = after[:1].isdigit() and (not c.scan.is_initial(c.first) or before not in _PARTS_ROW)
    if is_sport and (is_row or is_team_cue(after)):
        yield vote("plays")  # Orlo 3 Banes 1; Orlo lost


def vote_in_lists(candidates: Sequence[Candidate], votes: Mapping[str, Votes], key_of: Callable[[str], str]) -> None:
    """Lets names of a list vote on each other: "Ada Moss, Owen Tennick and Zoë Marlow" are all people if two are."""
    given: list[tuple[str, MentionType, float]] = []
    for one, two in pairwise(candidates):
        if _are_neighbours(one, two):
            for giver, taker in ((one, two), (two, one)):
                own = votes[key_of(giver.text)]
                type_ = best_type(own)
                strength = own.get(type_, 0.0)
                if strength < _GIVES or (taker.last - taker.first > 1) != (giver.last - giver.first > 1):
                    continue
                if taker.type is None or type_ == "person":  # "the Front and Tarsia" are not two of a kind
                    given.append((key_of(taker.text), type_, _GIVEN_TO_SEEN if taker.type and strength < _GIVES_SURELY else _GIVEN))
    for key, type_, weight in given:
        votes[key][type_] += weight


def show_in_rows(candidates: Sequence[Candidate], shown: dict[str, MentionType], key_of: Callable[[str], str]) -> None:
    """Adds to the types that are `shown` those of single words that the model takes for organizations in a row with one that the lists
    know: "Reuters and Orlo", in place."""
    for one, two in pairwise(candidates):
        if _are_neighbours(one, two) and one.scan.case == "sentence":
            for giver, taker in ((one, two), (two, one)):
                is_seen = giver.type == taker.type == "organization"
                if is_seen and " " not in taker.text and is_known_organization(giver.text):
                    shown.setdefault(key_of(taker.text), "organization")


def _are_neighbours(one: Candidate, two: Candidate) -> bool:
    """Whether two names follow each other in a row of names."""
    return one.scan is two.scan and two.first == one.last + 1 and one.scan.tokens[one.last].text in _BETWEEN
