"""Whom a pronoun looks back at."""

from __future__ import annotations

from transforms.quotes.speakers.discourse import Discourse, Referent, index_mentions, read_genders
from transforms.records import Mention

ADA = Referent("person", 1, "Ada Orlo")
PETER = Referent("person", 2, "Peter Moss")
BODY = Referent("organization", 3, "Orlo Air")


def test_she_is_the_last_woman_and_never_a_man() -> None:
    d = Discourse(genders={1: "f", 2: "m"}, subjects=[ADA, PETER])
    assert (d.person("f").name, d.person("m").name) == ("Ada Orlo", "Peter Moss")


def test_she_once_is_no_he_later() -> None:
    d = Discourse(subjects=[])
    d.note_speaker(ADA, "she")
    assert d.person("m").name is None


def test_it_is_the_organization_that_spoke_last_or_the_document_at_hand() -> None:
    d = Discourse()
    d.note_speaker(BODY, "the airline")
    assert d.organization().name == "Orlo Air"
    d.open_paragraph(["a letter"])
    assert d.organization().name == "a letter"


def test_it_is_nobody_where_another_organization_is_named_since() -> None:
    d = Discourse()
    d.note_speaker(BODY, "the airline")
    d.open_paragraph([])
    d.note_organization(Mention("body", None, 0, 9, "Velm Rail", "organization", 4, "Velm Rail"))
    assert d.organization().name is None


def test_they_are_who_spoke_just_now_and_no_paper() -> None:
    d = Discourse()
    d.note_speaker(Referent("group", None, "the workers"), "the workers")
    d.note_speaker(Referent("thing", None, "the letter"), "the letter")
    assert d.group().name == "the workers"
    d.open_paragraph([])
    assert d.group().name == "the workers"
    d.open_paragraph([])
    assert d.group().name is None


def test_one_subject_of_a_paragraph_or_none() -> None:
    d = Discourse(subjects=[PETER])
    d.open_paragraph([])
    d.note_subject(ADA)
    assert d.only_subject() == ADA
    d.note_subject(PETER)
    assert d.only_subject() is None


def test_mentions_are_found_by_part_and_place() -> None:
    m = Mention("body", None, 5, 9, "Orlo", "person", 1, "Ada Orlo", "spokeswoman")
    d = Discourse(by_part=index_mentions([m]))
    assert d.mentions_in("body", None, 0, 6) == [m] and d.mentions_in("title", None, 0, 6) == []
    assert read_genders([m]) == {1: "f"}
