"""Bytes become text as browsers make it, and text keeps no character that a table cannot hold."""

from __future__ import annotations

import pytest

from transforms.pages.decode import decode_bytes, is_binary
from transforms.text import clean_line, clean_text

TEXT = "Der Rat von Köln beschloß am Montag, die Fähre „neu“ zu bauen. " * 4


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (TEXT.encode(), None),
        (TEXT.encode(), "iso-8859-1"),  # a label that lies: valid UTF-8 is UTF-8
        (b"\xef\xbb\xbf" + TEXT.encode(), None),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("utf-16-le"), None),
        (TEXT.encode("cp1252"), "latin-1"),  # browsers read latin-1 as windows-1252
        (b'<meta charset="windows-1252">' + TEXT.encode("cp1252"), None),
        (b'<meta charset="utf-8">' + TEXT.encode("cp1252"), "windows-1252"),
    ],
)
def test_every_usual_encoding_gives_the_same_text(content: bytes, charset: str | None) -> None:
    decoded = decode_bytes(content, charset)
    assert decoded is not None and decoded.endswith(TEXT)


def test_unknown_charset_label_is_guessed_around() -> None:
    decoded = decode_bytes(("Совет порта решил построить новую стену. " * 20).encode("cp1251"), "x-no-such-thing")
    assert decoded is not None and "Совет" in decoded


def test_page_cut_within_a_character_stays_utf8() -> None:
    assert decode_bytes("Die Fähre ist schön und größer ä".encode()[:-1]) == "Die Fähre ist schön und größer "


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"%PDF-1.7 ...", True),
        (b"\x89PNG\r\n\x1a\n", True),
        (b"PK\x03\x04", True),
        (bytes(range(256)) * 16, True),
        (b"<html>\x00<body>Some text that is long enough to be read.</body></html>", False),
        ("Some text".encode("utf-16-le") * 10, False),
        (b"plain text", False),
    ],
)
def test_formats_without_text_are_binary(head: bytes, expected: bool) -> None:
    assert is_binary(head) is expected


def test_cleaned_text_has_no_control_characters_or_surrogates() -> None:
    assert clean_text("a\x00b\ud800c\u200bd\x85e\r\nf") == "abcd\ne\nf"
    assert clean_line(" one\n\t two\u00a0three ") == "one two three"


def test_a_few_bad_bytes_leave_a_page_that_says_utf_8_as_it_is() -> None:
    page = '<meta charset="utf-8"><p>Zoë of the Café naïve, Zoë and René</p>'.encode() + "<p>Grüße, Höhe</p>".encode("latin-1")
    text = decode_bytes(page)
    assert text is not None
    assert "Zoë of the Café naïve, Zoë and René" in text
    assert text.count("\ufffd") == 3


def test_a_page_in_another_encoding_that_says_utf_8_is_read_in_its_own() -> None:
    page = '<meta charset="utf-8"><p>Старый мост закроют для движения с первой недели ноября, сообщили в дорожной службе долины.</p>'
    text = decode_bytes(page.encode("cp1251"))
    assert text is not None and "Старый мост" in text


def test_a_paragraph_of_another_encoding_within_utf_8_is_read_in_its_own_where_that_is_certain() -> None:
    text = "<p>The café on the quay is open.</p><p>“Nobody came,” she said.</p>"
    western = "<p>Das Büro der Fähre blieb am Dienstag geschlossen – „wegen Krankheit“, wie es hieß.</p>"
    assert decode_bytes((text + western).encode().replace(western.encode(), western.encode("cp1252"))) == text + western
    cyrillic = "<p>Паром останется в гавани до весны.</p>".encode("cp1251")
    assert (decode_bytes(b'<meta charset="utf-8">' + text.encode() + cyrillic) or "").startswith('<meta charset="utf-8">' + text[:12])
    one = text.encode().replace("é".encode(), b"\xe9")  # a single letter may be of any encoding
    assert "caf\ufffd on" in (decode_bytes(b'<meta charset="utf-8">' + one) or "")
