"""Mentions of an article: what all occurrences of one name say of it stands at each of them."""

from __future__ import annotations

import pytest

from tests.unit.transforms.mentions.scans import candidate, scan
from transforms.mentions.assemble import Findings, make_mentions
from transforms.mentions.scan import Candidate
from transforms.records import MentionType

_NOTHING = Findings({}, {}, {}, {}, is_foreign=False, headline=None)


def _named(*kept: tuple[Candidate, MentionType]) -> tuple[list[Candidate], list[tuple[str, MentionType]]]:
    return [c for c, _ in kept], [(c.text, type_) for c, type_ in kept]


def test_a_surname_has_the_number_the_name_and_the_role_of_its_person() -> None:
    one, two = scan("They met mayor Ada Moss.", index=1), scan("Then Moss left.", index=2)
    found = make_mentions(*_named((candidate(one, "Ada Moss"), "person"), (candidate(two, "Moss"), "person")), _NOTHING)
    assert [(m.text, m.cluster, m.name, m.role) for m in found] == [("Ada Moss", 0, "Ada Moss", "mayor"), ("Moss", 0, "Ada Moss", "mayor")]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        # told by whose relative she is
        ("Owen Moss left. Moss met his mother, Ada Moss. Moss said so.", ["Owen Moss", "Moss", "Ada Moss", "Moss"], "Owen Moss"),
        ("Owen Moss left. Moss took his wife Ada Moss along. Moss said so.", ["Owen Moss", "Moss", "Ada Moss", "Moss"], "Owen Moss"),
        # nobody was called by it alone so far
        ("Owen Moss left with his wife Ada Moss. Moss said so.", ["Owen Moss", "Ada Moss", "Moss"], "Ada Moss"),
        # named later, and nobody's relative
        ("Owen Moss left. The baker Ada Moss stayed. Moss said so.", ["Owen Moss", "Ada Moss", "Moss"], "Ada Moss"),
        # the given name alone is no surname
        ("Ada Moss came. Owen Moss left. Ada stayed. Moss said so.", ["Ada Moss", "Owen Moss", "Ada", "Moss"], "Owen Moss"),
        ("Ada Moss came. Owen Moss left. Owen and Ada met. Moss said so.", ["Ada Moss", "Owen Moss", "Owen", "Ada", "Moss"], "Owen Moss"),
    ],
)
def test_whose_a_surname_of_two_people_is(text: str, names: list[str], expected: str) -> None:
    one = scan(text)
    kept: list[tuple[Candidate, MentionType]] = []
    for name in names:
        words = name.split()
        start = kept[-1][0].last if kept else 0
        first = next(i for i in range(start, len(one.words)) if one.words[i : i + len(words)] == words)
        kept.append((Candidate(one, first, first + len(words), "person", 1.0), "person"))
    found = make_mentions(*_named(*kept), _NOTHING)
    assert found[-1].name == expected


def test_offsets_are_those_of_the_passage() -> None:
    (found,) = make_mentions(*_named((candidate(scan("They met Ada Moss."), "Ada Moss"), "person")), _NOTHING)
    assert (found.part, found.start_char, found.end_char) == ("body", 9, 17)


def test_every_mention_of_an_organization_has_the_country_that_owns_it() -> None:
    text = scan("They left the Treasury. Then they left the Treasury again.")
    again = Candidate(text, text.words.index("again") - 1, text.words.index("again"), None, 1.0)
    kept = _named((candidate(text, "Treasury"), "organization"), (again, "organization"))
    found = make_mentions(*kept, Findings({}, {"Treasury": "TN"}, {}, {}, is_foreign=False, headline=None))
    assert [m.owner for m in found] == ["TN", "TN"]


def test_a_team_has_a_sport_and_no_owner() -> None:
    kept = _named((candidate(scan("They beat Orlo."), "Orlo"), "organization"))
    (found,) = make_mentions(*kept, Findings({}, {"Orlo": "TN"}, {"Orlo": "soccer"}, {}, is_foreign=False, headline=None))
    assert (found.sport, found.owner) == ("soccer", None)


def test_the_headlines_word_is_the_role_of_the_first_person_below_it() -> None:
    kept = _named((candidate(scan("They met Ada Moss."), "Ada Moss"), "person"))
    (found,) = make_mentions(*kept, Findings({}, {}, {}, {}, is_foreign=False, headline="singer"))
    assert found.role == "singer"


def test_names_that_the_text_calls_one_share_a_number() -> None:
    text = scan("The Front (FRT) left.")
    kept = _named((candidate(text, "Front"), "organization"), (candidate(text, "FRT"), "organization"))
    links = {"front": {"frt"}, "frt": {"front"}}
    assert len({m.cluster for m in make_mentions(*kept, Findings(links, {}, {}, {}, is_foreign=False, headline=None))}) == 1
