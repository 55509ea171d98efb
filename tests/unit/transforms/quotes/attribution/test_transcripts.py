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


def test_headings_that_come_back_are_no_speakers() -> None:
    text = "The accuracy of kettles varies.\nAccuracy: It is good.\nPrice: It costs much.\nAccuracy: It is poor.\nPrice: Low."
    assert annotate_text(text).quotes == ()


def test_a_label_that_nobody_answers_to_by_name_is_no_speaker() -> None:
    text = "The town spoke of its bridge.\nQ: When will it open?\nA: In May, if the weather holds.\nQ: Who pays?\nA: The city does."
    assert {(q.speaker, q.speaker_name) for q in annotate_text(text).quotes} == {(None, None)}


def test_a_title_stands_before_the_name_of_a_label() -> None:
    text = (
        "SEN. HELEN MARSH: We did not sell the boats.\nQUESTION: Who has them?\nSEN. MARSH: A hotel.\nQUESTION: For long?\nSEN. MARSH: No."
    )
    said = [q.speaker_name for q in annotate_text(text).quotes if q.speaker_name]
    assert said == ["HELEN MARSH"] * 3


def test_what_happens_while_somebody_speaks_is_no_name() -> None:
    text = "HOST: With us is Governor Helen Marsh.\nMARSH: Good evening. (LAUGHTER) Thank you.\nHOST: Will there be a deal?\nMARSH: No."
    assert "LAUGHTER" not in {m.text for m in annotate_text(text).mentions}
