"""Interviews printed as questions and answers. Names are invented."""

from __future__ import annotations

from transforms.annotate import annotate_text

INTERVIEW = """Mayor Ada Orlo spoke to the Velm Post about the bridge.
Q: When will it open?
A: In May, if the weather holds.
And then we will see.
Q: Who pays?
A: The city does. He said, “no money,” and left."""


def test_answers_belong_to_the_one_who_is_interviewed() -> None:
    answers = [q for q in annotate_text(INTERVIEW).quotes if q.method == "transcript" and q.speaker_name]
    assert [q.text[:12] for q in answers] == ["In May, if t", "And then we ", "The city doe"]
    assert {q.speaker_name for q in answers} == {"Ada Orlo"}


def test_names_before_a_colon_speak() -> None:
    text = "Helen Marsh, the mayor, met Peter Lund on Monday.\nMarsh: Good morning.\nLund: Good morning to you.\nMarsh: Shall we begin?"
    said = [(q.speaker, q.speaker_name, q.text) for q in annotate_text(text).quotes]
    assert said[:2] == [("Marsh", "Helen Marsh", "Good morning."), ("Lund", "Peter Lund", "Good morning to you.")]


def test_a_list_of_facts_is_no_transcript() -> None:
    assert annotate_text("Weather: sunny.\nTemperature: 20 degrees.\nWind: none.\nRain: none.").quotes == ()


def test_a_list_of_counts_is_no_transcript() -> None:
    text = "Ada Orlo and Peter Lund ran for mayor.\nVOTES.\nOrlo: 1,769.\nLund: 1,501.\nSEATS.\nOrlo: 12.\nLund: 9."
    assert annotate_text(text).quotes == ()
