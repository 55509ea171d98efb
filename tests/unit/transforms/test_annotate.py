"""An article's text in passages, and what is found in them put back into page order with the words as printed."""

from __future__ import annotations

from dataclasses import replace

from transforms.annotate import _LONGEST, _in_page_order, _paragraphs, _pieces, _printed, _slicer, annotate_text
from transforms.nlp import Passage
from transforms.records import Quote

SPOKEN = Quote(0, "body", None, 0, 4, "Fine", "direct", "“Fine,” she said.", 0.9, "cue")
QUOTE = replace(SPOKEN, speaker="she", speaker_start_char=8, speaker_end_char=11)


def test_each_line_of_a_body_is_a_passage_where_it_stands() -> None:
    assert _paragraphs("One.\n\n  \nTwo.") == [Passage("body", "One.", 0), Passage("body", "Two.", 9)]


def test_a_long_paragraph_is_cut_behind_a_sentence() -> None:
    sentence = "The ferry sails. "
    text = sentence * (_LONGEST // len(sentence) + 5)
    pieces = list(_pieces("body", text, start=7))
    assert "".join(p.text for p in pieces) == text
    assert all(len(p.text) <= _LONGEST and p.text.startswith("The") for p in pieces)
    assert [p.start for p in pieces] == [7, 7 + len(pieces[0].text)]


def test_a_long_paragraph_without_sentences_is_cut_at_a_space_or_else_anywhere() -> None:
    spaced, solid = "word " * (_LONGEST // 5 + 10), "x" * (_LONGEST + 10)
    assert next(iter(_pieces("title", spaced))).text.endswith(" ")
    assert [len(p.text) for p in _pieces("title", solid)] == [_LONGEST, 10]


def test_quotes_of_blocks_come_behind_all_others_in_the_order_of_their_blocks() -> None:
    given = [
        replace(QUOTE, part="block", block_ordinal=9, text="d"),
        replace(QUOTE, ordinal=1, text="b"),
        replace(QUOTE, part="block", block_ordinal=3, start_char=5, text="c"),
        replace(QUOTE, ordinal=0, text="a"),
    ]
    ordered = _in_page_order(given)
    assert [(q.ordinal, q.text) for q in ordered] == [(0, "a"), (1, "b"), (2, "c"), (3, "d")]


def test_words_are_told_as_printed_half_surrogate_pairs_and_all() -> None:
    passages = [Passage("body", "“F\ud800ne,” sh\udc00 said.", 0)]
    printed = _printed(replace(QUOTE, start_char=1, end_char=5, text="F\ufffdne"), _slicer(passages))
    assert printed.text == "F\ud800ne"
    assert printed.speaker == "sh\udc00"


def test_what_stands_in_no_passage_has_no_words() -> None:
    assert _slicer([Passage("title", "Ferry")])("body", None, 0, 3) == ""


def test_offsets_count_in_the_text_as_given() -> None:
    text = "\ud800\n“We checked every bolt,” Mara Lindqvist said."
    found = annotate_text(text)
    assert [(q.text, q.speaker) for q in found.quotes] == [("We checked every bolt,", "Mara Lindqvist")]
    assert all(text[m.start_char : m.end_char] == m.text for m in found.mentions)
