import gzip
import io
import os
from pathlib import Path

import pytest

from corpus.documents import ReadLimits, SourceError, Sources
from transforms.records import Document, Rejection

PAGE = b"<html><body><p>The bridge reopened on Monday.</p></body></html>"


def outcomes(found: list[Document | Rejection]) -> dict[str, str]:
    """What became of each source_uri: the kind of a document, the reason of a rejection."""
    return {one.source_uri: one.kind if isinstance(one, Document) else one.reason for one in found}


# One page


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "html"),
        ("a.htm", "html"),
        ("a.HTML", "html"),
        ("a.txt", "text"),
        ("a.md", "text"),
        ("a.xhtml", "html"),
        ("a.shtml", "html"),
    ],
)
def test_kind_comes_from_the_suffix(folder, read, name, kind) -> None:
    (folder / name).write_bytes(PAGE)
    [document] = read(folder / name)
    assert (document.kind, document.content, document.source_uri, document.location) == (kind, PAGE, name, str(folder / name))
    assert document.facts.url is None and document.facts.charset is None


@pytest.mark.parametrize("suffix", [".html.gz", ".htm.gz", ".txt.gz", ".md.gz", ".HTML.GZ"])
def test_gzip_is_undone(folder, read, suffix) -> None:
    (folder / f"a{suffix}").write_bytes(gzip.compress(PAGE))
    [document] = read(folder)
    assert document.content == PAGE


def test_gzip_under_a_plain_name_is_undone(folder, read) -> None:
    # As `curl -o page.html` stores what a server compressed.
    (folder / "a.html").write_bytes(gzip.compress(PAGE))
    assert [d.content for d in read(folder)] == [PAGE]


def test_page_under_a_gzip_name_is_read(folder, read) -> None:
    # As crawlers store a page whose compression they undid.
    (folder / "a.html.gz").write_bytes(b"\xef\xbb\xbf\n" + PAGE)
    assert [d.content for d in read(folder)] == [b"\xef\xbb\xbf\n" + PAGE]


def test_gzip_of_several_members_is_one_page(folder, read) -> None:
    (folder / "a.html.gz").write_bytes(gzip.compress(PAGE[:20]) + gzip.compress(b"") + gzip.compress(PAGE[20:]) + b"\0" * 100)
    assert [d.content for d in read(folder)] == [PAGE]


def test_bytes_are_passed_on_unchanged(folder, read) -> None:
    # What is binary or wrongly encoded, the extraction says.
    content = bytes(range(256)) * 3
    (folder / "a.html").write_bytes(content)
    assert [d.content for d in read(folder)] == [content]


BROKEN = [
    ("empty.html", b"", "empty"),
    ("blank.txt", b" \r\n\t\n", "empty"),
    ("mark.txt", b"\xef\xbb\xbf\n", "empty"),
    ("empty.html.gz", b"", "empty"),
    ("nothing.html.gz", gzip.compress(b""), "empty"),
    ("cut.html.gz", gzip.compress(PAGE * 9)[:-30], "broken_gzip"),
    ("no_trailer.html.gz", gzip.compress(PAGE)[:-8], "broken_gzip"),
    ("only_magic.html.gz", b"\x1f\x8b", "broken_gzip"),
    ("only_header.html.gz", gzip.compress(PAGE)[:10], "broken_gzip"),
    ("checksum.html.gz", gzip.compress(PAGE)[:-8] + b"\0" * 8, "broken_gzip"),
    ("damaged.html.gz", gzip.compress(os.urandom(500))[:60] + b"\xff" * 60, "broken_gzip"),
    ("no_gzip.txt.gz", b"this was never compressed", "broken_gzip"),
    ("junk_behind.html.gz", gzip.compress(PAGE) + b"junk", "broken_gzip"),
    ("large.html", b"x" * 100_001, "too_large"),
    ("large.html.gz", gzip.compress(b"x" * 100_001), "too_large"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BROKEN, ids=[name for name, _, _ in BROKEN])
def test_broken_file_is_one_rejection(folder, read, name, content, reason) -> None:
    (folder / name).write_bytes(content)
    [rejection] = read(folder)
    assert isinstance(rejection, Rejection)
    assert (rejection.reason, rejection.stage, rejection.source_uri, rejection.location) == (reason, "read", name, str(folder / name))
    assert (rejection.content_hash is not None) == (reason == "empty")
    assert rejection.detail


def test_page_of_the_largest_size_is_read(folder, read) -> None:
    (folder / "a.html").write_bytes(b"x" * 100_000)
    (folder / "b.html.gz").write_bytes(gzip.compress(b"x" * 100_000))
    assert outcomes(read(folder)) == {"a.html": "html", "b.html.gz": "html"}


def test_large_file_is_not_read(folder, read, monkeypatch) -> None:
    with (folder / "a.html").open("wb") as file:
        file.truncate(100 * 2**30)  # a hole of 100 GB
    read_bytes = 0
    plain_read = io.FileIO.read

    class Counting(io.FileIO):
        def read(self, size: int = -1, /) -> bytes:
            nonlocal read_bytes
            data = plain_read(self, size)
            read_bytes += len(data)
            return data

    monkeypatch.setattr("corpus.files.io.FileIO", Counting)
    assert outcomes(read(folder)) == {"a.html": "too_large"}
    assert read_bytes < 1000


def test_gzip_bomb_stops_at_the_limit(folder, read, monkeypatch) -> None:
    import corpus.inflate as inflate

    (folder / "a.html.gz").write_bytes(gzip.compress(b"\0" * 50_000_000, 9))
    seen: list[int] = []
    pieces = inflate.read_pieces
    monkeypatch.setattr(inflate, "read_pieces", lambda file: (seen.append(len(p)) or p for p in pieces(file)))
    assert outcomes(read(folder)) == {"a.html.gz": "too_large"}
    assert sum(seen) < 300_000


# Trouble while reading


def test_vanished_file_is_a_rejection(folder) -> None:
    for name in "abc":
        (folder / f"{name}.html").write_bytes(PAGE)
    found = []
    for one in Sources([folder]):
        found.append(one)
        (folder / "b.html").unlink(missing_ok=True)
    assert outcomes(found) == {"a.html": "html", "b.html": "unreadable", "c.html": "html"}


def test_vanished_folder_is_a_rejection(folder) -> None:
    (folder / "a.html").write_bytes(PAGE)
    (folder / "b").mkdir()
    found = []
    for one in Sources([folder]):
        found.append(one)
        if (folder / "b").exists():
            (folder / "b").rmdir()
    assert outcomes(found) == {"a.html": "html", "b": "unreadable"}


def test_forbidden_file_is_a_rejection(folder, read, monkeypatch) -> None:
    (folder / "a.html").write_bytes(PAGE)
    (folder / "b.html").write_bytes(PAGE)
    opened = os.open

    def refuse(path, *args, **kwargs):
        if str(path).endswith("a.html"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", refuse)
    found = read(folder)
    assert outcomes(found) == {"a.html": "unreadable", "b.html": "html"}
    assert "Permission denied" in found[0].detail


def test_failing_disk_is_a_rejection(folder, read, monkeypatch) -> None:
    (folder / "a.html").write_bytes(PAGE)
    (folder / "b.jsonl").write_bytes(b'{"text": "one"}\n' * 9000)
    reads = 0

    class Failing(io.FileIO):
        def read(self, size: int = -1, /) -> bytes:
            nonlocal reads
            reads += 1
            if str(self.name) and size > 3 and reads > 3:
                raise OSError(5, "Input/output error")
            return super().read(size)

    monkeypatch.setattr("corpus.files.io.FileIO", Failing)
    found = read(folder)
    # Lines read before the failure stand.
    assert isinstance(found[-1], Rejection) and found[-1].reason == "unreadable"
    assert "Input/output error" in found[-1].detail


def test_forbidden_folder_is_a_rejection(folder, read, monkeypatch) -> None:
    (folder / "shut").mkdir()
    (folder / "a.html").write_bytes(PAGE)
    scandir = os.scandir

    def refuse(path):
        if str(path).rstrip("/").endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert outcomes(read(folder)) == {"a.html": "html", "shut": "unreadable"}


# Sources


def test_missing_source_is_wrong_usage(tmp_path) -> None:
    with pytest.raises(SourceError, match=r"nowhere\.html does not exist"):
        Sources([tmp_path / "nowhere.html"])


@pytest.mark.parametrize("source", ["", "bad\0name", "https://", "http:///a", "ftp://example.org/page", "x" * 5000])
def test_source_that_no_file_can_have_is_wrong_usage(source) -> None:
    with pytest.raises(SourceError):
        Sources([source])


def test_pipe_as_source_is_wrong_usage(tmp_path) -> None:
    os.mkfifo(tmp_path / "a.html")
    with pytest.raises(SourceError, match="neither a file nor a folder"):
        Sources([tmp_path / "a.html"])


def test_linked_loop_as_source_is_wrong_usage(tmp_path) -> None:
    (tmp_path / "a").symlink_to("a")
    with pytest.raises(SourceError):
        Sources([tmp_path / "a"])


def test_source_given_twice_is_read_once(folder, read, tmp_path) -> None:
    (folder / "a.html").write_bytes(PAGE)
    (tmp_path / "latest").symlink_to(folder)
    assert len(read(folder, str(folder) + "/", folder / ".." / "pages", tmp_path / "latest")) == 1


def test_source_may_be_a_link(folder, read, tmp_path) -> None:
    (folder / "a.html").write_bytes(PAGE)
    (tmp_path / "latest").symlink_to(folder)
    (tmp_path / "front.html").symlink_to(folder / "a.html")
    by_folder, by_file = read(tmp_path / "latest", tmp_path / "front.html")
    assert (by_folder.source_uri, by_file.source_uri) == ("a.html", "front.html")
    assert by_folder.location == by_file.location == str(folder / "a.html")


def test_relative_sources_have_absolute_locations(folder, read, monkeypatch) -> None:
    (folder / "a.html").write_bytes(PAGE)
    monkeypatch.chdir(folder)
    assert [d.location for d in (*read("."), *read("a.html"))] == [str(folder / "a.html")] * 2


def test_named_file_that_vanishes_is_a_rejection(folder) -> None:
    (folder / "a.html").write_bytes(PAGE)
    sources = Sources([folder / "a.html"])
    (folder / "a.html").unlink()
    assert outcomes(list(sources)) == {"a.html": "unreadable"}


SNIFFED = [
    ("page.php", b"\n<!DOCTYPE html><p>Hello", "html"),
    ("page", b"\xef\xbb\xbf<p>Hello", "html"),
    ("page.bin", gzip.compress(PAGE), "html"),
    ("lines.json", b'{"text": "one"}\n{"text": "two"}\n', "text"),
    ("line.json", b'{"text": "one"}', "text"),
    ("story.text", b"The bridge reopened.", "text"),
    ("story", b"{Correction} The bridge reopened.", "text"),
    ("empty", b"", "empty"),
    ("object.json", b'{\n  "text": "one"\n}\n', "unreadable"),
    ("list.json", b'[\n  {"text": "one"}\n]\n', "unreadable"),
    ("note.text", b"[Correction] The bridge reopened.", "text"),
    ("pages.zip", b"PK\x03\x04...", "unreadable"),
    ("pages.warc.zst", b"\x28\xb5\x2f\xfd...", "unreadable"),
    ("page.xz", b"\xfd7zXZ\0...", "unreadable"),
    ("page.html.gpg", b"-----BEGIN PGP MESSAGE-----", "unreadable"),
    ("cut", gzip.compress(PAGE)[:30], "broken_gzip"),
]


@pytest.mark.parametrize(("name", "content", "outcome"), SNIFFED, ids=[name for name, _, _ in SNIFFED])
def test_named_file_of_unknown_suffix_is_looked_into(folder, read, name, content, outcome) -> None:
    (folder / name).write_bytes(content)
    found = read(folder / name)
    assert {one.kind if isinstance(one, Document) else one.reason for one in found} == {outcome}


OTHERWISE_PACKED = [
    ("zstd.warc.gz", b"\x28\xb5\x2f\xfd..."),
    ("bzip2.jsonl", b"BZh91AY&SY..."),
    ("zip.html", b"PK\x03\x04..."),
    ("7z.txt.gz", b"7z\xbc\xaf\x27\x1c..."),
    ("encrypted.txt", b"-----BEGIN PGP MESSAGE-----"),
]


@pytest.mark.parametrize(("name", "content"), OTHERWISE_PACKED)
def test_other_packing_is_named(folder, read, name, content) -> None:
    (folder / name).write_bytes(content)
    [rejection] = read(folder)
    assert rejection.reason == "unreadable" and "unpack it first" in rejection.detail


def test_signed_text_is_text(folder, read) -> None:
    (folder / "a.txt").write_bytes(b"-----BEGIN PGP SIGNED MESSAGE-----\n\nThe bridge reopened.")
    assert outcomes(read(folder)) == {"a.txt": "text"}


# Progress


def test_progress_grows_to_the_total(folder) -> None:
    (folder / "a.html").write_bytes(PAGE)
    (folder / "b.jsonl").write_bytes(b'{"text": "one"}\n' * 20_000)
    (folder / "c.txt.gz").write_bytes(gzip.compress(PAGE))
    (folder / "photo.jpg").write_bytes(b"x" * 1000)
    sources = Sources([folder])
    assert sources.bytes_read == sources.share_read == 0
    seen = [sources.bytes_read for _ in sources]
    assert sources.share_read == 1
    assert seen == sorted(seen)
    assert 0 < seen[1] < sources.total_bytes
    assert sources.bytes_read == sources.total_bytes == sum((folder / n).stat().st_size for n in ("a.html", "b.jsonl", "c.txt.gz"))


def test_progress_ends_at_the_total_although_files_go(folder) -> None:
    (folder / "a.html").write_bytes(PAGE)
    sources = Sources([folder])
    assert sources.total_bytes == len(PAGE)
    (folder / "a.html").unlink()
    assert list(sources) == []
    assert sources.bytes_read == sources.total_bytes


def test_reading_twice_gives_the_same(folder) -> None:
    (folder / "a.html").write_bytes(PAGE)
    (folder / "photo.jpg").write_bytes(b"x")
    sources = Sources([folder], ReadLimits())
    assert list(sources) == list(sources)
    assert sources.ignored == {".jpg": 1}


def test_limit_is_twenty_megabytes_unless_told() -> None:
    assert ReadLimits().max_bytes == 20 * 2**20


def test_files_are_closed(folder) -> None:
    for number in range(20):
        (folder / f"{number}.jsonl").write_bytes(b'{"text": "one"}\n' * 9)
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0
    reading = iter(Sources([folder]))
    next(reading)
    reading.close()
    list(Sources([folder]))
    assert before == (len(list(Path("/proc/self/fd").iterdir())) if before else 0)


ARC = b"filedesc://old.arc 0.0.0.0 20080101000000 text/plain 68\n1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n\n"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("old.arc", ARC, "ARC archive"),
        ("old.arc.gz", gzip.compress(ARC, mtime=0), "ARC archive"),
        ("old.html", gzip.compress(ARC, mtime=0), "ARC archive"),  # packed under a name that says page
        ("report.rtf", b"{\\rtf1\\ansi The council met on Monday and agreed.}", "word processor"),
        ("index.cdx", b" CDX N b a m s k r M S V g\ncom,example)/ 2005 http://e.example/ text/html 200\n", "index of a web archive"),
        ("a.eml", b"Received: from a\nFrom: a@post.example\nSubject: Talks\n\nThe council met on Monday and agreed.\n", "message"),
        ("a.ps", b"%!PS-Adobe-3.0\n(The council met on Monday and agreed.) show", "PostScript"),
        ("inbox", b"From desk@gazette.example Wed Jun 11 07:05:09 2025\nSubject: Ferries\n\nText", "mailbox"),
        (
            "page.mht",
            b"From: <Saved by a browser>\r\nSubject: Ferries\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
            "MHTML",
        ),
        ("page.eml", b"Received: from a\r\n\tby b\r\nMIME-Version: 1.0\r\n\r\nText", "message"),
        ("feed.xml", b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "feed"),
        ("feed.atom", b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "feed"),
        ("map.xml.gz", gzip.compress(b"<urlset><url><loc>https://a.example/</loc></url></urlset>", mtime=0), "sitemap"),
    ],
)
def test_named_file_that_holds_pages_in_another_form_is_rejected_by_its_first_bytes(tmp_path, read, name, content, said) -> None:
    (tmp_path / name).write_bytes(content)
    [rejection] = read(tmp_path / name)
    assert rejection.reason == "unreadable" and said in rejection.detail


@pytest.mark.parametrize("text", ["From Monday the ferries run again.", "Subject: ferries. They run again.\nMore: see below."])
def test_named_text_that_only_starts_like_mail_is_a_page(tmp_path, read, text) -> None:
    (tmp_path / "note").write_text(text)
    assert read(tmp_path / "note")[0].kind == "text"
