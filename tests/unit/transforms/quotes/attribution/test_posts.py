"""Posts left out of the body. Names are invented."""

from __future__ import annotations

from transforms.quotes.attribution.posts import find_posts
from transforms.records import Block, Mention


def block(ordinal: int, text: str) -> Block:
    return Block(ordinal, "social", text, None, None, "test")


def test_the_poster_speaks_the_words_above_the_signature() -> None:
    blocks = [block(3, "We will rebuild it. pic.twitter.com/abc"), block(4, "— Ada Orlo (@adaorlo) March 3, 2025")]
    mention = Mention("block", 4, 2, 10, "Ada Orlo", "person", 7, "Ada M. Orlo", "mayor")
    (quote,) = find_posts(blocks, [mention])
    assert (quote.part, quote.block_ordinal, quote.text, quote.method) == ("block", 3, "We will rebuild it.", "post")
    assert (quote.speaker, quote.speaker_start_char, quote.speaker_name, quote.speaker_cluster) == ("Ada Orlo", None, "Ada M. Orlo", 7)


def test_a_signature_in_the_words_own_block_has_offsets() -> None:
    text = "We will rebuild it. — Ada Orlo (@adaorlo) March 3, 2025"
    (quote,) = find_posts([block(1, text)], [])
    assert quote.text == "We will rebuild it."
    assert quote.speaker_start_char is not None and text[quote.speaker_start_char : quote.speaker_end_char] == "Ada Orlo"


def test_an_unsigned_post_is_nobodys() -> None:
    (quote,) = find_posts([block(1, "We will rebuild it.")], [])
    assert quote.speaker is None and quote.confidence < 0.5


def test_two_posts_in_a_row_have_a_poster_each() -> None:
    texts = ["One.", "— Ada Orlo (@a) May 1, 2025", "Two.", "— Peter Lund (@p) May 2, 2025"]
    quotes = find_posts([block(i, t) for i, t in enumerate(texts)], [])
    assert [(q.ordinal, q.text, q.speaker) for q in quotes] == [(0, "One.", "Ada Orlo"), (1, "Two.", "Peter Lund")]
