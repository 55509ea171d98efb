"""Quotes made of spans of a paragraph: offsets of the part, whatever paragraph the speaker stands in."""

from __future__ import annotations

from tests.parses import plain
from transforms.nlp import Passage
from transforms.quotes.assemble import make_quote, quote_of, with_speaker
from transforms.quotes.attribution.choose import Attribution
from transforms.quotes.cues import Cue
from transforms.quotes.paragraphs import read_paragraph
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.span import Span
from transforms.quotes.speakers.discourse import Referent
from transforms.quotes.speakers.narration import Referents

EARLIER = Passage("body", "Orlo said this:", 10)
SAYING = Saying(Cue("say", "say", 1.0), Span(5, 9), 0, "subject", Span(0, 4), Span(0, 4))


def test_words_and_speaker_are_counted_from_the_start_of_their_part() -> None:
    paragraph = read_paragraph(plain("“We go.”", start=40), None, [], "en")
    referents = Referents()
    referents.note(EARLIER, SAYING, Referent("person", 3, "Ada Orlo"))
    q = quote_of(paragraph, Span(1, 7), "direct", Attribution(SAYING, "announced", 0.0, EARLIER), referents)
    assert (q.text, q.start_char, q.end_char) == ("We go.", 41, 47)
    assert (q.speaker, q.speaker_start_char, q.cue, q.cue_start_char) == ("Orlo", 10, "said", 15)
    assert (q.speaker_name, q.speaker_cluster, q.method) == ("Ada Orlo", 3, "announced")


def test_without_a_saying_a_sentence_stays_and_single_words_are_scare_quotes() -> None:
    paragraph = read_paragraph(plain("“We go.”"), None, [], "en")
    none = Attribution(None, "none", 26.0, paragraph.passage)
    assert quote_of(paragraph, Span(1, 7), "direct", none, Referents()).kind == "direct"
    assert quote_of(paragraph, Span(1, 7), "mixed", none, Referents()).kind == "scare"


def test_a_speaker_that_is_not_printed_has_no_offsets() -> None:
    quote = make_quote("We go.", Span(0, 6), ("body", None, 0), kind="direct", method="transcript", sentence="We go.")
    said = with_speaker(quote, "We go.", None, Referent("person", 1, "Ada Orlo"), base=0, confidence=0.5)
    assert (said.speaker, said.speaker_start_char, said.speaker_name) == (None, None, "Ada Orlo")
