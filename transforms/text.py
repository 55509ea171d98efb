"""Strings of any text: cleaned, counted, compared."""

from __future__ import annotations

import functools
import re
import unicodedata

# Everything below a space but tab and line ends, DEL to APC, noncharacters, lone surrogates; also marks that only steer layout.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0c\x85\u2028\u2029]")
# Behind the end may stand closing marks, and the agency that signs the report.
_SENTENCE_END = re.compile(r"[.!?…。！？।]['\"”’»)\]]*(?:\s\(?[A-Z]{2,6}\)?)?$")
_WORDS = re.compile(r"\w+(?:['’.\-]\w+)*")
_SENTENCE_WORDS = 8  # words from which a line with a sentence's end is running text: labels and buttons have fewer
_PROSE_WORDS = 25  # words from which a line is running text without an end: no heading is as long
_REMEMBERED = 2_000  # texts whose answer is kept, for rule after rule asks the same of each paragraph of a page
_LONG_TEXT = 2_000  # characters from which words need no counting, where there is a space


def clean_text(text: str) -> str:
    """The text in NFC, line ends as `\\n`, without control characters, lone surrogates and invisible layout marks.

    >>> clean_text("caf\\u0065\\u0301\\x00\\r\\nbar\\ufeff")
    'café\\nbar'
    """
    if not text.isprintable():  # what is taken out or replaced is not printable, and few lines have any of it
        text = _LINE_ENDS.sub("\n", text)
        text = _UNWANTED.sub("", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """One line of clean text: every run of white space is one space, none at the ends.

    >>> clean_line("  one\\n two\\u00a0three ")
    'one two three'
    """
    text = " ".join((text if text.isprintable() else _UNWANTED.sub("", text)).split())  # line ends are white space here
    return text if text.isascii() else unicodedata.normalize("NFC", text)


_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@functools.lru_cache(maxsize=_REMEMBERED)
def count_words(text: str) -> int:
    """How many words a text has; in scripts without spaces (Chinese, Japanese, Thai …) two characters count as one.

    >>> count_words("Prices rose 3.5 percent"), count_words("気象庁は13日")
    (4, 4)
    """
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if unspaced:
        return len(_WORDS.findall(_UNSPACED.sub(" ", text))) + (unspaced + 1) // 2
    return len(_WORDS.findall(text))


@functools.lru_cache(maxsize=_REMEMBERED)
def is_prose(text: str) -> bool:
    """Whether a paragraph reads as running text: a sentence with an end, or long enough to hold one."""
    if len(text) > _LONG_TEXT:
        return " " in text or count_words(text) >= _PROSE_WORDS
    words = count_words(text)
    return (words >= _SENTENCE_WORDS and ends_sentence(text)) or words >= _PROSE_WORDS


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, closing marks behind it allowed."""
    return _SENTENCE_END.search(text[-16:]) is not None


_NOT_ALNUM = re.compile(r"[\W_]+")
_ASCII_NOT_ALNUM = {ord(c): None for c in map(chr, range(128)) if not c.isalnum()}  # `str.translate` is quick on ASCII alone


@functools.lru_cache(maxsize=_REMEMBERED)
def bare_key(text: str) -> str:
    """The letters and digits of a text in one case: what is left of it whatever markup and punctuation did."""
    return text.casefold().translate(_ASCII_NOT_ALNUM) if text.isascii() else _NOT_ALNUM.sub("", text.casefold())
