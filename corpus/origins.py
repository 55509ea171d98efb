"""Where a document comes from: the name that users see, and the location that tells it from every other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from transforms.identity import content_hash
from transforms.records import Rejection, RejectionReason

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_BYTE = re.compile(r"\\x[89a-f][0-9a-f]")
_WEB_ADDRESS = re.compile(r"\s*https?://", re.IGNORECASE)
_DIGITS = re.compile(r"#*[0-9]+")


def printable(name: str) -> str:
    r"""A file name as valid Unicode, different for different names.

    Bytes of a name that are no UTF-8 (Python holds them as lone surrogates) become `\xe9`; a name that spells such an
    escape itself gets its backslashes doubled, so that the two stay apart. Every other name comes back unchanged,
    line breaks included.

    >>> printable("caf\udce9.html")
    'caf\\xe9.html'
    """
    if not _SURROGATE.search(name) and not _ESCAPED_BYTE.search(name):
        return name
    # Names from a file system hold single bytes as U+DC80 to U+DCFF; other surrogates cannot stand in one.
    return _SURROGATE.sub(lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", name.replace("\\", "\\\\"))


def clean_surrogates(text: str) -> str:
    r"""The text with U+FFFD for each lone surrogate (JSON can spell them, UTF-8 and so Parquet cannot).

    >>> clean_surrogates("a\ud800b")
    'a�b'
    """
    return _SURROGATE.sub("�", text)


def is_web_address(text: str) -> bool:
    """Whether a text is meant as a web address, valid or not.

    >>> is_web_address("HTTPS://example.org/"), is_web_address("pages/http"), is_web_address("ftp://example.org/")
    (True, False, False)
    """
    return _WEB_ADDRESS.match(text) is not None


@dataclass(frozen=True, slots=True)
class Origin:
    """A file to be read, or a part of one. `size` is its size on disk in bytes, for the progress bar."""

    path: Path
    source_uri: str
    location: str
    size: int = 0

    def part(self, label: str | int) -> Origin:
        """The line, record or document of this file that `label` names: `file.jsonl#7`, `file.warc.gz#1043`."""
        return Origin(self.path, f"{self.source_uri}#{label}", f"{self.location}#{label}", self.size)

    def named_part(self, source_uri: str) -> Origin:
        """The document of this file that has a `source_uri` of its own."""
        # Digits alone would be taken for a line number.
        label = f"#{source_uri}" if _DIGITS.fullmatch(source_uri) else source_uri
        return Origin(self.path, source_uri, f"{self.location}#{label}", self.size)

    def reject(self, reason: RejectionReason, detail: str, content: bytes | None = None) -> Rejection:
        """The rejection of what stands here. `content` are its bytes, where they were read."""
        hashed = None if content is None else content_hash(content)
        return Rejection(self.source_uri, self.location, hashed, "read", reason, printable(detail).replace("\0", "�"))
