"""What articles together show of a name."""

from __future__ import annotations

from transforms.entities.pooled import settle_types
from transforms.records import DocumentName, MentionType


def _name(article: str, type_: MentionType, *signs: str, name: str = "Deskora", sport: str | None = None) -> DocumentName:
    return DocumentName(f"{article}:0", article, None, type_, name, ((name, 1),), sport=sport, signs=signs)


def _types(*names: DocumentName) -> list[str]:
    return [n.type for n in settle_types(names)]


def test_an_article_that_shows_no_type_takes_that_of_those_that_do() -> None:
    assert _types(_name("a", "organization", "shown"), _name("b", "person", "inside")) == ["organization", "organization"]


def test_what_an_article_shows_stays() -> None:
    both = [_name("a", "organization", "shown"), _name("b", "person", "shown")]
    assert _types(*both) == ["organization", "person"]


def test_where_nothing_is_shown_a_clear_majority_decides() -> None:
    assert _types(*(_name(a, "organization", "inside") for a in "abc"), _name("d", "place", "inside"))[-1] == "organization"
    assert _types(_name("a", "organization", "inside"), _name("d", "place", "inside")) == ["organization", "place"]


def test_teams_keep_their_type() -> None:
    assert _types(*(_name(a, "place", "shown") for a in "abc"), _name("d", "organization", "inside", sport="soccer"))[-1] == "organization"
