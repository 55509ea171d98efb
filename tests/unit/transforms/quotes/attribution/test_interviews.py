"""Interviews without labels."""

from __future__ import annotations

from tests.parses import mention, plain
from transforms.nlp import Reading
from transforms.quotes.attribution.interviews import find_answers

LEAD = "Geologist Ada Orlo has measured the glacier for ten years."
TURNS = ("What has changed?", "The ice. It was thick.", "Is it too late?", "Not yet.", "What would you do?", "Measure it every day.")


def read_all(*paragraphs: str) -> list[Reading]:
    readings, at = [], 0
    for p in paragraphs:
        readings.append(plain(p, start=at))
        at += len(p) + 1
    return readings


def answers(*paragraphs: str) -> list[str]:
    readings = read_all(LEAD, *paragraphs)
    turns = find_answers(readings, [mention(LEAD, "Ada Orlo", 1)])
    return [r.passage.text for r in readings if r.passage.start in turns]


def test_what_stands_between_questions_is_the_answer() -> None:
    assert answers(*TURNS) == list(TURNS[1::2])


def test_what_the_outlet_tells_of_the_one_interviewed_is_no_answer() -> None:
    assert answers(*TURNS[:3], "She laughs and looks out of the window.", *TURNS[3:], "Ada Orlo teaches in Velm.") == list(TURNS[1::2])


def test_a_question_may_quote_and_what_is_put_without_a_mark_is_no_answer() -> None:
    asked = ("Critics call it “slow”. Is it?", "I like it.", "You told this paper that it groans.", "I hear it.", "My dog, too.")
    assert answers(*TURNS, *asked, *TURNS[:2]) == [*TURNS[1::2], "I like it.", "I hear it.", "My dog, too.", TURNS[1]]


def test_two_questions_make_no_interview() -> None:
    assert answers(*TURNS[:4]) == []


def test_a_guide_whose_headings_ask_is_no_interview() -> None:
    guide = ("Is butter bad?", "Much of it is.", "What is better?", "Oil is.", "How much a day?", "Two spoons.")
    assert answers(*guide) == []


def test_a_guide_that_quotes_experts_below_its_questions_is_no_interview() -> None:
    guide = (
        "Can you eat it?", "“You can,” explains baker Ada Orlo.", "Does it keep?", "“It does,” Orlo noted. I would try.",
        "Will you like it?", "We think so.",
    )  # fmt: skip
    assert answers(*guide) == []


def test_a_guide_that_names_sources_and_says_no_i_is_no_interview() -> None:
    guide = (
        "Can you eat it?", "You can, according to Velm Bakers.", "Does it keep?", "As baker Ada Orlo noted, a week.", "Will you like it?",
        "Most people do.",
    )  # fmt: skip
    assert answers(*guide) == []


def test_an_answer_may_quote_somebody_once() -> None:
    turns = (*TURNS, "Who helped you?", "My aunt. “Go up there,” she said.", "Did you?", "I did.", "And now?", "We measure.")
    assert answers(*turns) == list(turns[1::2])


def test_an_essay_about_an_organization_is_no_interview() -> None:
    assert find_answers(read_all("Velm Society asks.", *TURNS), [mention("Velm Society asks.", "Velm Society", 1, "organization")]) == {}


def test_nobody_named_nobody_answers() -> None:
    assert find_answers(read_all("It rained.", *TURNS), []) == {}
