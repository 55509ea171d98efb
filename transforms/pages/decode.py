"""Bytes to text as browsers do it, and text without the characters that no table should hold."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

# Bytes to one control character from which on a file is binary: where it has a NUL in its beginning, and where it has none.
_CONTROLS_WITH_NUL = 50
_CONTROLS = 10
_LEAST_UTF16 = 16  # bytes from which on the positions of NULs tell UTF-16
# Shares of NULs in the bytes of one parity and of the other, in UTF-16 of mostly Latin letters.
_MOSTLY = 0.7
_HARDLY = 0.05
_LONGEST_CHARACTER = 4  # bytes of a character in UTF-8
_SAMPLE = 20_000  # bytes from which an encoding is guessed; more only cost time
_CHARACTERS_OF_BAD = 50  # characters of a text among which one may be undecodable for its encoding to be right

# Labels that browsers read as another encoding (WHATWG Encoding Standard).
_BROWSER_NAMES = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "iso8859-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "windows-1252": "cp1252", "iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874":
    "cp874", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis":
    "cp932", "sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "x-user-defined": "cp1252",
    "unicode": "utf-16-le", "utf8": "utf-8",
}  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([a-zA-Z0-9_:.\-]+)", re.IGNORECASE)
# First bytes of formats that are no text. https://www.iana.org/assignments/media-types
_MAGIC = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf",
    b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"OggS", b"ID3", b"fLaC", b"\x7fELF", b"MZ\x90", b"wOFF", b"wOF2", b"\x00\x00\x01\x00",
    b"SQLite format 3", b"PAR1", b"\x1aE\xdf\xa3", b"II*\x00", b"MM\x00*",
)  # fmt: skip
# Where a paragraph may begin, in bytes of any encoding that has ASCII.
_BLOCK_BORDER = re.compile(
    rb"(?=<(?:p|div|li|h[1-6]|td|article|section|aside|blockquote|title|meta|header|footer)\b)|(?<=\n)", re.IGNORECASE
)
# Paragraphs with well-formed characters outside ASCII that make a page one of UTF-8, and no fewer than those that are not.
_LEAST_WELL_FORMED = 2
# Bytes outside ASCII that show which encoding a paragraph has, and how many bytes there are to each of them in a western language.
_LEAST_FOREIGN = 2
_ASCII_PER_FOREIGN = 5
_LAST_ASCII = 0x7F  # bytes above it are of an encoding
_WESTERN_MARKS = "‘’‚“”„–—…•«»€£§°·\u00a0¿¡"
_CONTROL_BYTES = bytes([*range(9), *range(14, 27), *range(28, 32)])


# Well formed characters outside ASCII that must stand against each bad byte for a text to be UTF-8. Where a label says so, as browsers do,
# all but pages in another encoding are, where nearly no byte is well formed; without a label a guess may be better.
_BAD_OF_DECLARED = 1
_BAD_OF_UNDECLARED = 20


def is_binary(content: bytes) -> bool:
    """Whether the bytes are of a format that holds no text to read: PDF, images, archives, or too many NULs for UTF-16."""
    head = content[:4096]
    if head.startswith(_MAGIC) or (head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI ")) or head[4:8] == b"ftyp":
        return True
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _utf16_without_bom(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    return (b"\x00" in head[:1024] and controls > len(head) // _CONTROLS_WITH_NUL) or controls > len(head) // _CONTROLS


def _utf16_without_bom(head: bytes) -> str | None:
    even, odd = head[0::2], head[1::2]
    if len(head) < _LEAST_UTF16 or b"\x00" not in head:
        return None
    if odd.count(0) > _MOSTLY * len(odd) and even.count(0) < _HARDLY * len(even):
        return "utf-16-le"
    if even.count(0) > _MOSTLY * len(even) and odd.count(0) < _HARDLY * len(odd):
        return "utf-16-be"
    return None


def decode_bytes(content: bytes, charset: str | None = None) -> str | None:
    """The text of the bytes, or None where no encoding gives one.

    In the browsers' order: byte order mark, the charset of the transport, the one the page declares; but bytes that
    are valid UTF-8 with characters outside ASCII are UTF-8 whatever a label says, because labels lie and a text in
    another encoding is practically never valid UTF-8 by accident. Without any hold the encoding is guessed from a sample.
    """
    for bom, name in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(name, "replace")
    if name16 := _utf16_without_bom(content[:4096]):
        return content.decode(name16, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page cut off within a character, or one bad byte in a long page, is UTF-8 all the same.
        if error.start >= len(content) - _LONGEST_CHARACTER and error.start > 0:
            return content.decode("utf-8", "ignore")
    if mixed := _decode_mixed(content):
        return mixed
    declared = _META_CHARSET.search(content[:4096])
    labels = [charset, declared.group(1).decode("ascii") if declared else None]
    text = content.decode("utf-8", "replace")
    wrong, right = text.count("\ufffd"), len(re.findall("[^\x00-\x7f\ufffd]", text))
    says_utf8 = any(label and label.strip().strip("\"'").lower() in ("utf-8", "utf8") for label in labels)
    if right > (_BAD_OF_DECLARED if says_utf8 else _BAD_OF_UNDECLARED) * wrong:
        return text
    for label in labels:
        if decoded := _decode_as(content, label):
            return decoded
    guess = from_bytes(content[:_SAMPLE]).best()
    if guess and (decoded := _decode_as(content, guess.encoding)):
        return decoded
    return content.decode("cp1252", "replace")


def _decode_mixed(content: bytes) -> str | None:
    """A page of UTF-8 into which paragraphs were put in another encoding, whatever it says; None for what is no such page."""
    parts = _BLOCK_BORDER.split(content)
    texts: list[str | None] = []
    for part in parts:
        try:
            texts.append(part.decode("utf-8"))
        except UnicodeDecodeError:
            texts.append(None)
    well_formed = sum(t is not None and not t.isascii() for t in texts)
    if well_formed < _LEAST_WELL_FORMED or texts.count(None) > well_formed:
        return None
    return "".join(_decode_part(part) if text is None else text for part, text in zip(parts, texts, strict=True))


def _decode_part(part: bytes) -> str:
    """A paragraph as Windows-1252, where it is certain: several such letters and marks among many of ASCII, none well formed UTF-8. Else as
    UTF-8 with a replacement for each bad byte."""
    foreign = [b for b in part if b > _LAST_ASCII]
    replaced = part.decode("utf-8", "replace")
    is_pure = sum(c > "\x7f" for c in replaced) == replaced.count("\ufffd")
    if len(foreign) < _LEAST_FOREIGN or len(foreign) * _ASCII_PER_FOREIGN > len(part) or not is_pure:
        return replaced
    text = part.decode("cp1252", "replace")
    return text if all(c.isalpha() or c in _WESTERN_MARKS for c in text if c > "\x7f") else replaced


def _decode_as(content: bytes, label: str | None) -> str | None:
    if not label:
        return None
    label = label.strip().strip("\"'").lower()
    name = _BROWSER_NAMES.get(label, label)
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # A page that says UTF-16 in its own ASCII text lies, and codecs such as "zip" or "rot13" are no encodings.
    if not codec._is_text_encoding or codec.name in {"utf-8", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"} | {
        "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"
    }:  # fmt: skip
        return None
    text = content.decode(name, "replace")
    return text if text.count("\ufffd") <= len(text) // _CHARACTERS_OF_BAD else None
