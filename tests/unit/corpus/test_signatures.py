"""What a file is that holds no page."""

from __future__ import annotations

import gzip

import pytest

from corpus.signatures import find_binary, find_other_xml, find_packing, find_table, find_type

PROSE = "The ferry board met on Monday and put off the sale of its two oldest boats, the chairman said.\n" * 5
TABLE = "id,title,text\n" + "".join(f'{n},Ferry {n},"It sails, and it rains."\n' for n in range(4))

# (the first bytes, a word of what the file is)
PACKED = [
    (b"PK\x05\x06", "zip"),
    (b"07070100A3B2C0000", "cpio"),
    (b"\xc7\x71\x01\x00", "cpio"),
    (b"!<arch>\ndebian-binary", "Debian"),
    (b"Rar!\x1a\x07\x01\x00", "rar"),
    (b"FWS\x06\xf4\x01\x00\x00", "Flash"),
    (b"CWS\x0a\xf4\x01\x00\x00", "Flash"),
    (b"MZP\x00\x02\x00", "program"),
    (b"\xca\xfe\xba\xbe\x00\x00\x004", "program"),
    (b"P6\n640 480\n255\n", "picture"),
    (b"Obj\x01\x04\x14avro.codec", "Avro"),
    (b"d8:announce30:http://a.example/", "torrent"),
    (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nGood evening.", "subtitles"),
    (b"-- PostgreSQL database dump\n", "database"),
]


@pytest.mark.parametrize(("head", "kind"), PACKED)
def test_files_of_other_programs_are_told_by_their_first_bytes(head: bytes, kind: str) -> None:
    assert kind in (find_packing(head) or "")


@pytest.mark.parametrize(
    "text", ["FWS officials said no.", "MZ is short for Mozambique, he said.", "BM was found.", "P6 was shut.", "0707 is a code."]
)
def test_texts_that_begin_with_the_same_letters_are_texts(text: str) -> None:
    assert find_packing((text + PROSE).encode()) is None


# (the name, a word of what it holds)
TYPES = [
    ("a.csv", "table"),
    ("A.TSV.gz", "table"),
    ("a.ods", "table"),
    ("a.py", "python"),
    ("a.js", "javascript"),
    ("a.png", "image"),
    ("a.sql", "database"),
    ("a.eml", "message"),
]


@pytest.mark.parametrize(("name", "kind"), TYPES)
def test_names_of_other_types_promise_no_article(name: str, kind: str) -> None:
    assert kind in (find_type(name) or "")


@pytest.mark.parametrize("name", ["page.php", "story", "No. 10", "lines.json", "feed.xml", "page.xhtml", "notes.text", "a.example"])
def test_names_of_pages_and_unknown_ones_tell_nothing(name: str) -> None:
    assert find_type(name) is None


def test_control_characters_are_of_no_text_but_utf_16_is() -> None:
    assert find_binary(b"KDMV\x01\x00" + PROSE.encode())
    assert find_binary(PROSE.encode()) is None
    assert find_binary(PROSE.encode("utf-16")) is None and find_binary(PROSE.encode("utf-16-be")) is None


# (the text, whether it is a table)
TABLES = [
    (TABLE, True),
    (TABLE.replace(", ", " - ").replace(",", ";"), True),
    (TABLE.replace('"', ""), False),  # rows of other width: the commas in the text are borders
    (TABLE.replace(", ", "/").replace(",", "\t"), True),
    ("\ufeff" + TABLE.replace("\n", "\r\n"), True),
    ('url,day,html\n"https://a.example/1",2025-03-04,"<p>It\nrains.</p>"\n"https://a.example/2",2025-03-05,"<p>It snows.</p>"\n', True),
    (PROSE, False),
    ("Home,News,Sport\n" + PROSE, False),
    ("Home\tNews\tSport\nThe ferry sails.\nIt rains.\n", False),
    ("id,title,text\n1,Ferry,It sails.\n", False),  # a single row is too little
    ("", False),
]


@pytest.mark.parametrize(("text", "is_table"), TABLES)
def test_tables(text: str, is_table: bool) -> None:
    assert (find_table(text.encode()) is not None) == is_table


# (the markup, whether it is no page)
MARKUP = [
    ("<?xml version='1.0'?><Workbook xmlns='urn:x'>", True),
    ("<?xml version='1.0'?>\n<!-- by hand -->\n<w:wordDocument xmlns:w='urn:x'>", True),
    ("<svg xmlns='http://www.w3.org/2000/svg'>", True),
    ("<?xml version='1.0'?><!DOCTYPE html><html>", False),
    ("<?xml version='1.0'?><nitf>", False),
    ("<?php echo 1 ?><html>", False),
    ("<custom-page><p>It sails.</p>", False),
]


@pytest.mark.parametrize(("markup", "is_other"), MARKUP)
def test_xml_that_is_no_page(markup: str, is_other: bool) -> None:
    assert (find_other_xml(markup.encode()) is not None) == is_other


# (the name, the content, a word of the rejection)
NAMED = [
    ("export.csv", TABLE.encode(), "JSON line"),
    ("export.csv.gz", gzip.compress(TABLE.encode(), mtime=0), "JSON line"),
    ("export", TABLE.encode(), "JSON line"),
    ("export.txt", TABLE.encode(), "JSON line"),
    ("export.csv", PROSE.encode(), "JSON line"),
    ("store.bin", b"store\x00\x01\x02" + PROSE.encode(), "no text"),
    ("film.html", b"FWS\x06\xf4\x01\x00\x00" + PROSE.encode(), "Flash"),
    ("tool.py", PROSE.encode(), "python"),
    ("sheet.xls", b"<?xml version='1.0'?><Workbook><Cell>" + PROSE.encode() + b"</Cell></Workbook>", "Workbook"),
]


@pytest.mark.parametrize(("name", "content", "word"), NAMED)
def test_such_a_file_given_by_name_is_rejected_with_what_is_read(folder, read, name: str, content: bytes, word: str) -> None:
    (folder / name).write_bytes(content)
    [rejection] = read(folder / name)
    assert rejection.reason == "unreadable" and word in rejection.detail


def test_a_page_under_the_name_of_a_picture_is_a_page(folder, read) -> None:
    (folder / "photo.jpg").write_bytes(b"<!doctype html><p>The ferry sails.</p>")
    assert read(folder / "photo.jpg")[0].kind == "html"
