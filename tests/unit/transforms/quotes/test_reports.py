"""What is reported without marks, and by whom, in sentences written for this test, read by the model. Names are invented."""

from __future__ import annotations

import pytest

from transforms.annotate import annotate_text

# (text, [(who speaks, the reported words)])
REPORTS = [
    # What somebody is called on to do.
    ("Ruth Amsel called on the council to reopen the baths.", [("Ruth Amsel", "to reopen the baths")]),
    ("Ruth Amsel has called on Mayor Ida Moss to resign.", [("Ruth Amsel", "to resign")]),
    ("The bishop called on farmers to bring bread.", [("The bishop", "to bring bread")]),
    ("Ruth Amsel called on Monday to complain.", []),
    # A tag that tells who is told.
    ("The ferry will run all winter, Jonas Reed told the Velm Post on Tuesday.", [("Jonas Reed", "The ferry will run all winter")]),
    ("The dam, Jonas Reed told reporters, would flood it.", [("Jonas Reed", "The dam, Jonas Reed told reporters, would flood it")]),
    ("And the board, Jonas Reed said, is split.", [("Jonas Reed", "And the board, Jonas Reed said, is split")]),
    # A participle of speech goes on about who speaks, not about what is spoken of.
    (
        "The harbour board said the crane was safe, adding that it had been checked in May.",
        [("The harbour board", "the crane was safe"), ("The harbour board", "that it had been checked in May")],
    ),
    ("Ruth Amsel said it would be sold, calling the offer fair.", [("Ruth Amsel", "it would be sold"), ("Ruth Amsel", "the offer fair")]),
    ("Ruth Amsel said that aides lied, claiming the bridge was safe.", [("Ruth Amsel", "that aides lied, claiming the bridge was safe")]),
    ("Ruth Amsel said the dam had burst, leaving many without a home.", [("Ruth Amsel", "the dam had burst, leaving many without a home")]),
    (
        "The dam will hold, Ida Moss said, but warned that the river was rising.",
        [("Ida Moss", "The dam will hold"), ("Ida Moss", "that the river was rising")],
    ),
    # What is no longer said: the source of it all, when it was said, what the speaker did besides.
    (
        "Ida Moss told us that the plan was dead, according to two aides.",
        [("two aides", "Ida Moss told us that the plan was dead")],
    ),
    ("Rain will fall, Ida Moss said, two days after a storm had hit the town.", [("Ida Moss", "Rain will fall")]),
    ("Ida Moss proposed that more boats be bought, and left.", [("Ida Moss", "that more boats be bought")]),
    ("Ida Moss said she was ill but called it a success.", [("Ida Moss", "she was ill"), ("Ida Moss", "it a success")]),
    # What another does beside, what a participle says of another, what the speaker did after what had happened.
    (
        "The court heard two versions, the guard claiming that the gate was shut and the driver insisting it stood open.",
        [("the guard", "that the gate was shut"), ("the driver", "it stood open")],
    ),
    ("Talks ended with Tarn denying that it had moved and Velm firing back that it had.", [("Tarn", "that it had moved")]),
    ("The guard told us that the crane had fallen twice, and accused the firm.", [("The guard", "that the crane had fallen twice")]),
    (
        "Ida Moss said the hall had become a joke, and blamed a “certain” party for it.",
        [("Ida Moss", "the hall had become a joke"), ("Ida Moss", "a “certain” party for it")],
    ),
    ("She told me, “This is it,” pointing at the boat.", []),
    # What the outlet explains of a name, by its tense or as an apposition.
    ("Ida Moss said she would meet Ben Quill, who leads the harbour board.", [("Ida Moss", "she would meet Ben Quill")]),
    ("Ida Moss said she would meet Ben Quill, who had led the board.", [("Ida Moss", "she would meet Ben Quill, who had led the board")]),
    ("Ida Moss says she is meeting Ben Quill, who leads the board.", [("Ida Moss", "she is meeting Ben Quill, who leads the board")]),
    ("The guard told police that he had driven to Velm, a harbour town.", [("The guard", "that he had driven to Velm")]),
    ("Critics warned the fee would hit ferries, which carry most of the bread.", [("Critics", "the fee would hit ferries")]),
    # What others are to do, where the parse hung it elsewhere.
    (
        "Ruth Amsel stressed the need for care and urged residents to stay indoors.",
        [("Ruth Amsel", "the need for care"), ("Ruth Amsel", "to stay indoors")],
    ),
    # When it was said is no part of it.
    ("The clerk told the court Tuesday that the fine was “a trifle”.", [("The clerk", "that the fine was “a trifle”")]),
    # What was never said, estimates, what the reader is told to do, a clause about the words.
    ("If Ruth Amsel had been asked, she would have replied that she hated it.", []),
    ("A braver mayor would have said that the bridge was closing.", []),
    ("Careful estimates suggest that ten thousand people were on the ferry.", []),
    ("Velm did without coal for a year, and guess what, the lights stayed on.", []),
    ("“What do I know of boats?” Ida Moss said, which, given her ferry, made us laugh.", []),
    ("He told us the history of the house, in a loud voice; we feared that he would never stop.", []),
    ("Moss's Bridge: Ten Things to Know", []),
    # Nobody says what "it" is hard to say.
    ("It is hard to say that the fees were cut.", []),
    ("It’s worth noting that the fees had been cut.", []),
    ("It remains difficult to predict how many left.", []),
    ("It is my duty to inform you that the fees were cut.", [("It", "that the fees were cut")]),
    # What somebody writes is no tag of what stands in front.
    ("The ferry is late — Ida Moss is writing a letter on that — and nobody knows why.", []),
    ("He knew Ada Quill, who wrote often about the sea, and so he asked her.", []),
    # The source of what stands behind a phrase; brackets around it.
    ("In late spring, according to Ida Moss, the guards left the camp.", [("Ida Moss", "the guards left the camp")]),
    ("Having lost his key, according to Ida Moss, the man broke a window.", [("Ida Moss", "the man broke a window")]),
    ("(In the end, Ida Moss said, the man broke a window.)", [("Ida Moss", "the man broke a window")]),
    ("(The dislike was old: “He never paid me,” Ida Moss told the court.)", []),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_reports(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(q.speaker, q.text) for q in annotate_text(text).quotes if q.kind == "indirect"] == expected


# (text, [who is meant by the pronouns that speak])
PRONOUNS = [
    # Who is named within marks seldom says them.
    ("Ada Orlo was asked about Mary Roth. She laughed at that.\n“Mary Roth was a hero,” she said.", ["Ada Orlo"]),
    ("Peter Lund spoke of the storm.\n“John Roth is up five points,” he said.", ["Peter Lund"]),
    # Who has just spoken is meant, though nothing tells the gender and another is named.
    ("Sadik Abu Nasr said that Peter Lund would go. He added that it was late.", ["Sadik Abu Nasr"]),
    ("Kavali Brusk said nothing was wrong with Peter Lund. But he suggested that it was late.", ["Kavali Brusk"]),
    ("Kavali Brusk met Peter Lund. He said that it was late.", ["Peter Lund"]),
]


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_pronouns(text: str, expected: list[str]) -> None:
    assert [q.speaker_name for q in annotate_text(text).quotes if (q.speaker or "").lower() in ("he", "she")] == expected


# (text, [(kind, who speaks)])
MARKED = [
    # A tag far behind speaks what stands in its sentence, not the verb of a clause in it.
    ("That Ida Moss announced a new law shows a “firm will” to act, says Otto Brack, a judge.", [("mixed", "Otto Brack")]),
    ("The fees announced by Ida Moss on Monday are a “bad idea” for Velm, Otto Brack said Tuesday.", [("mixed", "Otto Brack")]),
    ("The board said the crane was hit, denouncing it as “a crime” and a “grave act”.", [("mixed", "The board"), ("mixed", "The board")]),
    # A long tag between two halves of what is said.
    (
        "“We lost the port,” Ida Moss had warned at a meeting of the council last spring, “and nobody will bring it back.”",
        [("direct", "Ida Moss"), ("direct", "Ida Moss")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_marked_words(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(q.kind, q.speaker) for q in annotate_text(text).quotes if q.kind != "indirect"] == expected
