"""What a file is that holds no page: by its first bytes, by the type that its name has, by the rows of a table."""

from __future__ import annotations

import codecs
import csv
import mimetypes
import re
from pathlib import PurePath

ACCEPTED = "pages (.html), texts (.txt), JSON lines and WARC are read"
_UNPACK = "unpack it first"
_ROWS = 'write each row as a JSON line, {"url": …, "title": …, "text": … or "html": …}'
# How archives and other compressions start; none of them is undone here. Then files of other programs, in which letters may follow.
_PACKED = {
    b"PK\x03\x04": "a zip archive",
    b"PK\x05\x06": "an empty zip archive",
    b"PK\x07\x08": "a zip archive",
    b"BZh91AY&SY": "compressed with bzip2",
    b"\xfd7zXZ\0": "compressed with xz",
    b"\x28\xb5\x2f\xfd": "compressed with zstd",
    b"\x04\x22\x4d\x18": "compressed with lz4",
    b"\xff\x06\0\0sNaPpY": "compressed with snappy",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a rar archive",
    b"\x1f\x9d": "compressed with compress",
    b"\x1f\xa0": "compressed with compress",
    b"LZIP\x01": "compressed with lzip",
    b"MSCF\0\0\0\0": "a cabinet archive",
    b"xar!\0": "a xar archive",
    b"!<arch>\n": "an ar archive or a Debian package",
    b"\xed\xab\xee\xdb": "an RPM package",
    b"070701": "a cpio archive",
    b"070702": "a cpio archive",
    b"070707": "a cpio archive",
    b"\xc7\x71": "a cpio archive",
    b"\x71\xc7": "a cpio archive",
    b"-----BEGIN PGP MESSAGE": "encrypted",
    b"Salted__": "encrypted",
    b"age-encryption.org": "encrypted",
    b"filedesc://": "an ARC archive, the format before WARC",
}
_OTHERS = {
    b"{\\rtf": "a document of a word processor (RTF)",
    b"%!PS": "a PostScript document",
    b" CDX ": "the index of a web archive (CDX)",
    b"\xd4\xc3\xb2\xa1": "a capture of network traffic",
    b"\x0a\x0d\x0d\x0a": "a capture of network traffic",
    b"\xca\xfe\xba\xbe": "a program",
    b"\0asm": "a program",
    b"8BPS": "a picture",
    b"AT&TFORM": "a scanned document (DjVu)",
    b"\x89HDF\r\n\x1a\n": "a table (HDF5)",
    b"Obj\x01": "a table (Avro)",
    b"ARROW1": "a table (Arrow)",
    b"\x93NUMPY": "a table (NumPy)",
    b"$FL2@(#)": "a table (SPSS)",
    b"<stata_dta>": "a table (Stata)",
    b"MATLAB 5.0 MAT": "a table (MATLAB)",
    b"RDX3\n": "a table (R)",
    b"RDX2\n": "a table (R)",
    b"RDA3\n": "a table (R)",
    b"bplist00": "settings of a program",
    b"BLENDER-v": "a drawing",
    b"BLENDER_v": "a drawing",
    b"ITOLITLS": "an electronic book",
    b"#!AMR": "a sound recording",
    b"WEBVTT": "the subtitles of a film",
    b"BEGIN:V": "a calendar or address book",
    b"-----BEGIN CERTIFICATE": "a certificate",
    b"-----BEGIN PRIVATE KEY": "a key",
}
# Those that share letters with a text, told by the bytes after them, such as the version of a Flash film.
_FORMS = (
    (re.compile(rb"[CFZ]WS[\x01-\x1f\x21-\x3f]"), "a Flash film"),
    (re.compile(rb"MZ(?=.{0,200}?\0)", re.DOTALL), "a program"),
    (re.compile(rb"BM.{4}\0{4}", re.DOTALL), "a picture"),
    (re.compile(rb"P[1-6]\s+\d+\s+\d+\s"), "a picture"),
    (re.compile(rb"d\d{1,2}:(?:announce|created|info)"), "a torrent"),
    (re.compile(rb"\d{1,3}\r?\n\d\d:\d\d:\d\d,\d{3} --> "), "the subtitles of a film"),
    (re.compile(rb"(?:-- (?:MySQL|MariaDB|PostgreSQL) |PRAGMA foreign_keys=)"), "the dump of a database"),
)
SIGNATURE_BYTES = 256
_CONTROLS = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Roots of XML that holds a page or article. Every other XML is some program's data.
_PAGE_ROOTS = frozenset(("html", "head", "body", "div", "article", "section", "main", "p", "h1", "span", "nitf", "newsitem", "newsml"))
_XML_ROOT = re.compile(
    rb"<\?xml\b.*?\?>(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype\b[^>\[]*(?:\[[^\]]*\]\s*)?>)*+<(?:[\w.-]+:)?([\w.-]+)", re.I | re.S
)
_OTHER_ROOTS = re.compile(rb"<(svg|opml|plist|kml|gpx|mediawiki)\b", re.I)
# The types that the names of pages and texts have. A name of another type (.csv, .py, .ics, .png) promises no article.
_READ_TYPES = frozenset(
    ("text/html", "text/plain", "text/markdown", "text/xml", "text/x-rst", "application/xml", "application/xhtml+xml", "application/json")
)
_UNTOLD_TYPES = frozenset(("application/octet-stream",))
_TABLE_SUFFIXES = frozenset(
    (".csv", ".tsv", ".tab", ".psv", ".dbf", ".xls", ".xlsx", ".ods", ".parquet", ".feather", ".arrow", ".orc", ".avro")
)
# Names of programs' text that have no registered type.
_PROGRAM_SUFFIXES = {
    ".bib": "a list of literature",
    ".cfg": "settings of a program",
    ".conf": "settings of a program",
    ".diff": "a change of a program",
    ".eml": "a message",
    ".geojson": "a map",
    ".ini": "settings of a program",
    ".ipynb": "a notebook",
    ".log": "the log of a program",
    ".patch": "a change of a program",
    ".sql": "the dump of a database",
    ".vtt": "the subtitles of a film",
    ".yaml": "data of a program (YAML)",
    ".yml": "data of a program (YAML)",
}
_TYPES = mimetypes.MimeTypes()
_DELIMITERS = (",", ";", "\t", "|")
# A header and as many rows of as many cells make a table: prose has no two lines that agree in three commas without a space behind.
_LEAST_CELLS = 3
_LEAST_ROWS = 2
_MOST_ROWS = 20  # rows that are looked at
_TABLE_BYTES = 1 << 16  # looked at for a table
_COLUMN = re.compile(r"[^\W\d][\w.\-/]*(?: [\w.\-/]+){0,3}")


def find_packing(head: bytes) -> str | None:
    """What a file is that begins as an archive, a compression or another program's file does, and what to do; None for any other."""
    for magic, kind in _PACKED.items():
        if head.startswith(magic):
            return f"{kind}: {_UNPACK}"
    found = next((kind for magic, kind in _OTHERS.items() if head.startswith(magic)), None)
    found = found or next((kind for form, kind in _FORMS if form.match(head)), None)
    return f"{found}: {ACCEPTED}" if found else None


def find_other_xml(head: bytes) -> str | None:
    """What a file of markup is that holds no page: a drawing, a spreadsheet, the settings of a program.

    >>> find_other_xml(b"<?xml version='1.0'?><rows><row/></rows>")
    'XML (rows): pages (.html), texts (.txt), JSON lines and WARC are read'
    """
    root = _XML_ROOT.match(head)
    if root is None or root[1].lower().decode() in _PAGE_ROOTS:
        root = _OTHER_ROOTS.match(head)
    return f"XML ({root[1].decode()}): {ACCEPTED}" if root else None


def find_type(name: str) -> str | None:
    """What a file of this name holds, where that is no page and no text; None where the name does not tell.

    >>> find_type("export.csv.gz")
    'a table: write each row as a JSON line, {"url": …, "title": …, "text": … or "html": …}'
    >>> find_type("page.php"), find_type("index")
    (None, None)
    """
    plain = PurePath(name.lower().removesuffix(".gz"))
    if plain.suffix in _TABLE_SUFFIXES:
        return f"a table: {_ROWS}"
    kind = _PROGRAM_SUFFIXES.get(plain.suffix)
    stated, _ = _TYPES.guess_type(plain.name)
    if not kind and stated and stated not in _READ_TYPES | _UNTOLD_TYPES and not stated.endswith("+xml"):
        kind = f"of the type {stated}"
    return f"{kind}: {ACCEPTED}" if kind else None


def find_binary(head: bytes) -> str | None:
    """That bytes which should be a text hold characters that no text has."""
    if head.startswith(_BOMS) or _looks_wide(head) or not _CONTROLS.search(head):
        return None
    return f"no text, but bytes for a program: {ACCEPTED}"


def _looks_wide(head: bytes) -> bool:
    """Whether every second byte, and hardly another, is a NUL: UTF-16 of mostly Latin letters."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) // 4 and min(even, odd) <= len(head) // 100


def find_table(head: bytes) -> str | None:
    """What a text is whose first lines are a table: names of columns, and rows of as many cells.

    >>> find_table(b"id,day,text\\n1,2025-03-04,It rains.\\n2,2025-03-05,It snows.\\n")
    'a table: write each row as a JSON line, {"url": …, "title": …, "text": … or "html": …}'
    >>> find_table(b"Ships, boats, rafts\\nAll sail, all sink, all float.\\nSo be it, he said, and left.\\n")
    """
    text = head[:_TABLE_BYTES].decode("utf-8-sig", "replace").lstrip()
    first = text.partition("\n")[0].strip()
    for delimiter in _DELIMITERS:
        columns = [name.strip('"') for name in first.split(delimiter)]
        if len(columns) < _LEAST_CELLS or not all(map(_COLUMN.fullmatch, columns)):
            continue
        rows = []
        try:
            for row in csv.reader(text.splitlines(keepends=True), delimiter=delimiter):
                rows.append(row)
                if len(rows) > _MOST_ROWS:
                    break
        except csv.Error:
            continue
        # The last may be cut by the end of what was looked at.
        whole = [row for row in (rows if len(rows) > _MOST_ROWS or len(rows) <= _LEAST_ROWS + 1 else rows[:-1]) if row]
        if len(whole) > _LEAST_ROWS and all(len(row) == len(columns) for row in whole):
            return f"a table: {_ROWS}"
    return None
