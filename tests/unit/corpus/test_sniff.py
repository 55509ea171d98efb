"""What a file is by its first bytes."""

from __future__ import annotations

import io

import pytest

from corpus.sniff import Unreadable, check_packing, sniff

# (the first bytes, the format)
FORMATS = [
    (b"WARC/1.0\r\n", "warc"),
    (b"\xef\xbb\xbf <html>", "html"),
    (b'{"text": "The ferry sails."}\n{"text": "It rains."}\n', "json_lines"),
    (b"The ferry sails.\n", "text"),
]


@pytest.mark.parametrize(("head", "form"), FORMATS)
def test_formats(head: bytes, form: str) -> None:
    file = io.BytesIO(head)
    assert sniff(file) == form
    assert file.tell() == 0


# (the first bytes, a word of why they are not read)
REFUSED = [
    (b'{\n "text": "The ferry sails."\n}', "many lines"),
    (b'[{"text": "The ferry sails."}]', "JSON list"),
    (b"From ada@port.example Mon Mar 3", "mailbox"),
    (b'<?xml version="1.0"?><rss version="2.0"></rss>', "feed"),
]


@pytest.mark.parametrize(("head", "why"), REFUSED)
def test_what_holds_no_documents_says_so(head: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        sniff(io.BytesIO(head))


def test_packed_files_are_told_how() -> None:
    with pytest.raises(Unreadable, match="zip archive: unpack"):
        check_packing(b"PK\x03\x04rest")
    check_packing(b"plain text")
