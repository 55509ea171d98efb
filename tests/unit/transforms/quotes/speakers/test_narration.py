"""An article followed paragraph by paragraph, parsed by hand."""

from __future__ import annotations

from tests.parses import mention, read
from transforms.quotes.paragraphs import read_paragraph
from transforms.quotes.speakers.discourse import Discourse
from transforms.quotes.speakers.narration import Referents, find_reporter, follow

WENT = "Ada/NNP/compound/1 Orlo/NNP/nsubj/2 left/VBD/ROOT/2 ~././punct/2"
SAID = "She/PRP/nsubj/1 said/VBD/ROOT/1 it/PRP/nsubj/3 rained/VBD/ccomp/1 ~././punct/1"


def test_she_is_who_the_sentence_before_was_about() -> None:
    reading = read(WENT, SAID)
    ada = mention(reading.passage.text, "Ada Orlo", 1)
    paragraph = read_paragraph(reading, None, [ada], "en")
    discourse, referents = Discourse(genders={1: "f"}), Referents()
    follow(paragraph, [ada], discourse, referents)
    who = referents.of(paragraph.passage, paragraph.sayings[0])
    assert who is not None and who.name == "Ada Orlo"
    assert discourse.spoken[-1].name == "Ada Orlo"


def test_an_agency_that_reports_what_another_said() -> None:
    reading = read("Velm/NNP/compound/1 News/NNP/nsubj/2 reported/VBD/ROOT/2 that/IN/mark/5 Orlo/NNP/nsubj/5 said/VBD/ccomp/2 no/UH/intj/5")
    text = reading.passage.text
    names = [mention(text, "Velm News", 1, "organization"), mention(text, "Orlo", 2)]
    paragraph = read_paragraph(reading, None, names, "en")
    referents = Referents()
    follow(paragraph, names, Discourse(), referents)
    said = next(s for s in paragraph.sayings if s.at.of(text) == "said")
    reporter = find_reporter(said, paragraph, referents)
    assert reporter is not None and reporter.name == "Velm News"
