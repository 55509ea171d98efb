import gzip
import json
from datetime import UTC, datetime

import pytest

from corpus.inflate import TooLarge
from corpus.json_lines import read_lines
from transforms.identity import article_id
from transforms.records import Document, Rejection, SourceFacts


def write(path, *lines) -> None:
    path.write_bytes(b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines))


def reasons(found) -> list[str]:
    return [one.content.decode() if isinstance(one, Document) else one.reason for one in found]


def test_a_line_is_a_document_with_all_that_is_known(folder, read) -> None:
    line = {
        "source_uri": "archive/7",
        "url": "https://gazette.example/a",
        "title": " Bridge reopens ",
        "published_at": "2024-03-01T10:00:00+02:00",
        "outlet": "Harbour Gazette",
        "authors": ["Ada Lund", "Ben Okoye"],
        "language": "en",
        "fetched_at": "2024-03-02T00:00:00Z",
        "html": "<p>Café",
        "more": [1],
    }
    write(folder / "a.jsonl", line)
    [document] = read(folder)
    assert document == Document(
        source_uri="archive/7",
        location=f"{folder}/a.jsonl#archive/7",
        content="<p>Café".encode(),
        kind="html",
        facts=SourceFacts(
            url="https://gazette.example/a",
            title="Bridge reopens",
            published_at="2024-03-01T10:00:00+02:00",
            outlet="Harbour Gazette",
            authors=("Ada Lund", "Ben Okoye"),
            language="en",
            charset="utf-8",
            fetched_at=datetime(2024, 3, 2, tzinfo=UTC),
        ),
    )


def test_lines_without_a_name_are_numbered(folder, read) -> None:
    (folder / "x").mkdir()
    write(folder / "x" / "a.ndjson", {"text": "one"}, b"", b"  \r", {"text": "two"})
    assert [(d.source_uri, d.location) for d in read(folder)] == [(f"x/a.ndjson#{n}", f"{folder}/x/a.ndjson#{n}") for n in (1, 4)]


def test_number_of_a_line_and_name_of_another_stay_apart(folder, read) -> None:
    write(folder / "a.jsonl", {"text": "one", "source_uri": "2"}, {"text": "two"}, {"text": "three", "source_uri": "#2"})
    found = read(folder)
    assert len({d.location for d in found}) == 3
    assert [d.source_uri for d in found] == ["2", "a.jsonl#2", "#2"]


def test_lines_of_one_name_have_places_of_their_own(folder, read) -> None:
    write(
        folder / "a.jsonl", *({"source_uri": name, "text": f"{n}"} for n, name in enumerate(["feed", "feed", "feed#2", "feed", "feed#4"]))
    )
    found = read(folder)
    assert [d.source_uri for d in found] == ["feed", "feed", "feed#2", "feed", "feed#4"]
    assert [d.location.removeprefix(f"{folder}/a.jsonl#") for d in found] == ["feed", "feed#2", "feed#2#3", "feed#4", "feed#4#5"]


# (what the line holds, the content or the reason)
LINES = [
    ("html first", {"html": "<p>a", "text": "b"}, "<p>a"),
    ("text where html is empty", {"html": " ", "text": "b"}, "b"),
    ("text where html is null", {"html": None, "text": "b"}, "b"),
    ("no page", {"title": "a", "url": "https://gazette.example/a"}, "broken_record"),
    ("pages of wrong types", {"html": ["<p>"], "text": 7}, "broken_record"),
    ("empty page", {"text": " \n"}, "empty"),
    ("both empty", {"html": "", "text": ""}, "empty"),
    ("a list", [1, 2], "broken_record"),
    ("a word", b"hello", "broken_record"),
    ("cut off", b'{"text": "one', "broken_record"),
    ("two on a line", b'{"text": "one"}{"text": "two"}', "broken_record"),
    ("not UTF-8", b'{"text": "caf\xe9"}', "broken_record"),
    ("nested too deeply", b'{"text": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "too_large"),
    ("nested deeply", b'{"text": ' + b"[" * 40_000 + b"]" * 40_000 + b"}", "broken_record"),
    ("number without end", b'{"text": "a", "n": ' + b"9" * 10_000 + b"}", "broken_record"),
    ("lone surrogate", b'{"text": "a\\ud83db"}', "a�b"),
    ("pair of surrogates", b'{"text": "\\ud83d\\ude00"}', "😀"),
    ("NUL in the page", b'{"text": "a\\u0000b"}', "a\0b"),
    ("line separators inside", {"text": "a\u2028b\u0085c"}, "a\u2028b\u0085c"),
    ("too long", {"text": "x" * 100_001}, "too_large"),
]


@pytest.mark.parametrize(("line", "outcome"), [(line, outcome) for _, line, outcome in LINES], ids=[name for name, _, _ in LINES])
def test_bad_line_costs_itself_alone(folder, read, line, outcome) -> None:
    if isinstance(line, dict) and "line separators" in str(line):
        line = json.dumps(line, ensure_ascii=False).encode()
    write(folder / "a.jsonl", {"text": "before"}, line, {"text": "behind"})
    found = read(folder)
    assert reasons(found) == ["before", outcome, "behind"]
    assert found[1].source_uri == "a.jsonl#2"
    if isinstance(found[1], Rejection):
        assert found[1].detail and (found[1].content_hash is None) == (outcome == "too_large")


def test_rejected_line_keeps_its_name(folder, read) -> None:
    write(folder / "a.jsonl", {"source_uri": "story-9", "text": ""})
    [rejection] = read(folder)
    assert (rejection.source_uri, rejection.location) == ("story-9", f"{folder}/a.jsonl#story-9")


def test_byte_order_mark_is_skipped(folder, read) -> None:
    (folder / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "one"}\r\n{"text": "two"}')
    assert reasons(read(folder)) == ["one", "two"]


def test_utf16_is_one_rejection(folder, read) -> None:
    (folder / "a.jsonl").write_bytes('{"text": "one"}\n{"text": "two"}\n'.encode("utf-16"))
    assert reasons(read(folder)) == ["unreadable"]


def test_empty_file_gives_a_rejection(folder, read) -> None:
    (folder / "a.jsonl").write_bytes(b"")
    (folder / "b.jsonl").write_bytes(b"\n\n")
    (folder / "c.jsonl.gz").write_bytes(gzip.compress(b""))
    assert reasons(read(folder)) == ["empty"] * 3


def test_lines_before_a_broken_gzip_stand(folder, read) -> None:
    lines = b"".join(json.dumps({"text": f"line {n} {n * n * 7919}"}).encode() + b"\n" for n in range(1000))
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(lines)[:-2000])
    found = read(folder)
    assert len(found) > 100 and {type(one) for one in found[:-1]} == {Document}
    assert (found[-1].reason, found[-1].source_uri) == ("broken_gzip", "cut.jsonl.gz")


def test_gzip_of_many_members_is_one_file(folder, read) -> None:
    (folder / "a.jsonl.gz").write_bytes(b"".join(gzip.compress(b'{"text": "%d"}\n' % n) for n in range(500)))
    assert reasons(read(folder)) == [str(n) for n in range(500)]


def test_line_without_end_is_given_up() -> None:
    lines = read_lines((b"x" * 1000 for _ in range(10**9)), 1000)
    with pytest.raises(TooLarge, match="no end in sight"):
        next(lines)


def test_memory_is_bounded_by_the_limit() -> None:
    assert list(read_lines([b"x" * 500] * 10 + [b"\nshort"], 1000)) == [(1, None), (2, b"short")]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_pieces_may_end_anywhere(size) -> None:
    whole = b"one\n\ntwo\r\nthree"
    pieces = [whole[i : i + size] for i in range(0, len(whole), size)]
    assert list(read_lines(pieces, 100)) == [(1, b"one"), (2, b""), (3, b"two\r"), (4, b"three")]


# What the source says. (field, given, what the document has)
FIELDS = [
    ("title", 2024, "2024"),
    ("title", ["a"], None),
    ("title", "  ", None),
    ("title", "a\ud800b\0c", "a�bc"),
    ("outlet", {"@type": "Organization", "name": "Delta Courier"}, "Delta Courier"),
    ("outlet", True, None),
    ("authors", "Ada Lund", ("Ada Lund",)),
    ("authors", [{"name": "Ada Lund"}, "Ada Lund", None, "", "Ben Okoye"], ("Ada Lund", "Ben Okoye")),
    ("authors", {"name": "Ada Lund"}, ("Ada Lund",)),
    ("authors", None, ()),
    ("language", "en", "en"),
    ("published_at", "1 March 2024", "2024-03-01"),
    ("published_at", 1_709_287_200, "2024-03-01T10:00:00+00:00"),
    ("published_at", 1_709_287_200_000, "2024-03-01T10:00:00+00:00"),
    ("published_at", 1_709_287_200.5, "2024-03-01T10:00:00.500000+00:00"),
    ("published_at", 20240301, "2024-03-01"),
    ("published_at", 20241301, None),
    ("published_at", 2024, None),
    ("published_at", -1, None),
    ("published_at", 10**400, None),
    ("published_at", float("nan"), None),
    ("published_at", float("inf"), None),
    ("published_at", True, None),
    ("published_at", {"date": "2024"}, None),
    ("fetched_at", "2024-03-01T10:00:00", datetime(2024, 3, 1, 10, tzinfo=UTC)),
    ("fetched_at", "2024-03-01T10:00:00.123456789+02:00", datetime(2024, 3, 1, 8, 0, 0, 123456, tzinfo=UTC)),
    ("fetched_at", 1_709_287_200, datetime(2024, 3, 1, 10, tzinfo=UTC)),
    ("fetched_at", "0001-01-01T00:00:00+14:00", None),
    ("fetched_at", "yesterday", None),
    ("url", "//gazette.example/a", "https://gazette.example/a"),
    ("url", "gazette.example/a?b=c", "https://gazette.example/a?b=c"),
    ("url", "HTTP://GAZETTE.example/ä b", "HTTP://GAZETTE.example/ä b"),
    ("url", "https://gazette.example/\ud800", "https://gazette.example/�"),
    ("url", "n/a", None),
    ("url", "unknown", None),
    ("url", "/local/path.html", None),
    ("url", "file:///a.html", None),
    ("url", "http://[broken/a", None),
    ("url", "https:///a", None),
    ("url", "http://gazette.example:port/", "http://gazette.example:port/"),
    ("url", 7, None),
    ("source_uri", "a\ud800", "a�"),
    ("source_uri", 12, "12"),
    ("source_uri", "", "a.jsonl#1"),
]


@pytest.mark.parametrize(("field", "given", "expected"), FIELDS, ids=[f"{field} {str(given)[:20]!a}" for field, given, _ in FIELDS])
def test_fields_of_wrong_types_are_mended_or_left_out(folder, read, field, given, expected) -> None:
    write(folder / "a.jsonl", {"text": "a page", field: given})
    [document] = read(folder)
    assert getattr(document if field == "source_uri" else document.facts, field) == expected
    article_id(document.facts.url, "0")  # Every address that comes through has an id.


def test_every_text_of_a_document_is_storable(folder, read) -> None:
    bad = "a\ud800b"
    fields = ["source_uri", "url", "title", "published_at", "outlet", "language", "text"]
    write(folder / "a.jsonl", dict.fromkeys(fields, bad) | {"authors": [bad]})
    [document] = read(folder)
    said = document.facts
    for text in (document.source_uri, document.location, said.url, said.title, said.published_at, said.outlet, said.language):
        (text or "").encode("utf-8")
    assert document.facts.authors == ("a�b",) and document.content == "a�b".encode()
