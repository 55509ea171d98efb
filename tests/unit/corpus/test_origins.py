import os
from pathlib import Path

import pytest

from corpus.origins import Origin, printable

# (bytes of a file name, its printable form)
NAMES = [
    (b"plain.html", "plain.html"),
    ("Übersicht – heute.html".encode(), "Übersicht – heute.html"),
    (b"two\nlines.html", "two\nlines.html"),  # a line break is text
    (b"back\\slash.html", "back\\slash.html"),
    (b"caf\xe9.html", "caf\\xe9.html"),  # Latin-1
    (b"caf\\xe9.html", "caf\\\\xe9.html"),  # the same, spelled out: must stay apart
    (b"a\\b\xff.html", "a\\\\b\\xff.html"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_names_become_valid_text(name: bytes, expected: str) -> None:
    shown = printable(os.fsdecode(name))
    assert shown == expected
    shown.encode("utf-8")


def test_names_stay_different() -> None:
    assert len({printable(os.fsdecode(name)) for name, _ in NAMES}) == len(NAMES)


def test_lines_and_names_of_lines_never_share_a_location() -> None:
    origin = Origin(Path("/x/f.jsonl"), "f.jsonl", "/x/f.jsonl")
    locations = [origin.part(3), origin.named_part("3"), origin.named_part("#3"), origin.named_part("a3"), origin.part("##3")]
    assert [one.location for one in locations[:4]] == ["/x/f.jsonl#3", "/x/f.jsonl##3", "/x/f.jsonl##" + "#3", "/x/f.jsonl#a3"]


def test_a_rejection_hashes_the_bytes_that_were_read() -> None:
    origin = Origin(Path("/x/a.html"), "a.html", "/x/a.html")
    assert origin.reject("empty", "…", b"").content_hash == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert origin.reject("unreadable", "…").content_hash is None
