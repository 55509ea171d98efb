"""Texts in other languages keep only the names that can be trusted."""

from __future__ import annotations

from tests.golden.test_names import find_in

GERMAN = (
    "Der Bundeskanzler Olaf Tennick hat am Montag in Berlin gesagt, dass die Regierung das Gesetz noch in diesem Jahr beschließen werde. "
    "Die Verhandlungen seien schwierig gewesen, aber man habe einen Weg gefunden, den alle Seiten gehen könnten. "
    "Das Vorhaben soll nun dem Parlament vorgelegt werden, das darüber im Herbst entscheiden muss. Kritik kam von den Gewerkschaften, "
    "die mehr Geld für die Beschäftigten fordern und mit Streiks drohen."
)


def test_a_german_text_gives_people_and_places_but_no_nouns() -> None:
    found = {m.text for m in find_in([("body", GERMAN)])}
    assert "Berlin" in found
    assert not found & {"Regierung", "Gesetz", "Vorhaben", "Weg", "Kritik", "Geld", "Herbst"}
