import os
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.documents import Sources
from corpus.files import find_files
from transforms.records import Document, Rejection

PAGE = b"<p>The bridge reopened on Monday."


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(PAGE)


def walk(folder: Path) -> tuple[dict[str, str], Counter[str]]:
    """What became of each source_uri, and what was ignored."""
    sources = Sources([folder])
    found = list(sources)
    uris = [one.source_uri for one in found]
    assert len(uris) == len(set(uris))
    assert len({one.location for one in found}) == len(found)
    return {one.source_uri: "read" if isinstance(one, Document) else one.reason for one in found}, sources.ignored


def test_order_is_that_of_the_paths(folder) -> None:
    names = ["b/a.html", "a.html", "b.html", "b/c/z.txt", "b-1.html", "B.html", "a/x.md", "ä.html", "10.html", "9.html"]
    write(folder, *names)
    assert list(walk(folder)[0]) == sorted(names)


def test_other_files_are_counted_by_suffix(folder) -> None:
    write(
        folder,
        "a.html",
        "b.jpg",
        "c.JPG",
        "d.css",
        "README",
        "e.tar.gz",
        "f.json",
        "g.json.gz",
        "x.warc.zst",
        "Vol. 3 of the news",
        ".DS_Store",
    )
    found, ignored = walk(folder)
    assert found == {"a.html": "read"}
    assert ignored == {
        ".jpg": 2,
        ".css": 1,
        "(no suffix)": 2,
        ".tar.gz": 1,
        ".json": 1,
        ".json.gz": 1,
        ".zst": 1,
        "(other)": 1,
    }


def test_files_of_other_programs_are_no_documents(folder) -> None:
    # Resource forks of a Mac, an editor's copies, a browser's folder beside a saved page, a repository.
    write(folder, "a.html", "._a.html", "__MACOSX/b.html", ".git/c.txt", "a_files/ad.html", "a.html~", ".a.html.swp", "z_files/d.html")
    found, ignored = walk(folder)
    assert found == {"a.html": "read", "z_files/d.html": "read"}
    assert ignored == {"._*": 1, "__MACOSX/": 1, ".git/": 1, "_files/": 1, ".html~": 1, ".swp": 1}


def test_hidden_source_is_read(tmp_path) -> None:
    write(tmp_path, ".pages/a.html")
    assert walk(tmp_path / ".pages")[0] == {"a.html": "read"}


def test_folder_named_like_a_page_is_a_folder(folder) -> None:
    write(folder, "story.html/index.html")
    assert walk(folder)[0] == {"story.html/index.html": "read"}


# Links


def test_link_that_leaves_the_folder_is_rejected(folder, tmp_path) -> None:
    write(tmp_path, "secret.html", "more/a.html", "photo.jpg")
    (folder / "up.html").symlink_to("../secret.html")
    (folder / "absolute.txt").symlink_to("/etc/passwd")
    (folder / "folder").symlink_to(tmp_path / "more")
    (folder / "by_way_of.html").symlink_to("folder/a.html")
    (folder / "photo.jpg").symlink_to("../photo.jpg")
    found, ignored = walk(folder)
    assert found == dict.fromkeys(["absolute.txt", "by_way_of.html", "folder", "up.html"], "outside")
    assert ignored == {".jpg": 1}


def test_sibling_folder_with_the_same_beginning_is_outside(tmp_path) -> None:
    write(tmp_path, "pages-old/a.html")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").symlink_to("../pages-old/a.html")
    assert walk(tmp_path / "pages")[0] == {"a.html": "outside"}


def test_second_name_of_a_page_is_a_duplicate(folder) -> None:
    write(folder, "b.html")
    (folder / "a.html").symlink_to("b.html")
    (folder / "c.html").symlink_to("a.html")
    assert walk(folder)[0] == {"a.html": "duplicate", "b.html": "read", "c.html": "duplicate"}


def test_link_to_a_file_without_a_pages_name_is_read_once(folder) -> None:
    # As git-annex keeps files: the content under its hash in a hidden folder, links with the names.
    write(folder, ".git/annex/4f2a.html", "blob")
    (folder / "a.html").symlink_to(".git/annex/4f2a.html")
    (folder / "b.html").symlink_to("blob")
    (folder / "c.html").symlink_to("blob")
    found, _ = walk(folder)
    assert found == {"a.html": "read", "b.html": "read", "c.html": "duplicate"}


def test_link_to_a_folder_inside_is_not_followed(folder) -> None:
    write(folder, "2024/a.html")
    (folder / "latest").symlink_to("2024")
    assert walk(folder)[0] == {"2024/a.html": "read", "latest": "duplicate"}


def test_link_to_a_parent_ends(folder) -> None:
    write(folder, "x/a.html")
    (folder / "x" / "again").symlink_to("..")
    (folder / "x" / "self").symlink_to(".")
    assert walk(folder)[0] == {"x/a.html": "read", "x/again": "duplicate", "x/self": "duplicate"}


def test_links_in_a_circle_are_rejected(folder) -> None:
    (folder / "a.html").symlink_to("b.html")
    (folder / "b.html").symlink_to("a.html")
    (folder / "loop").symlink_to("loop")
    (folder / "loop.jpg").symlink_to("loop.jpg")
    found, ignored = walk(folder)
    assert found == dict.fromkeys(["a.html", "b.html", "loop"], "unreadable")
    assert ignored == {".jpg": 1}


def test_link_to_nothing_is_rejected(folder) -> None:
    (folder / "a.html").symlink_to("gone.html")
    (folder / "mounted").symlink_to("/no/such/disk")
    assert walk(folder)[0] == dict.fromkeys(["a.html", "mounted"], "unreadable")


def test_hard_links_are_two_documents_of_the_same_bytes(folder) -> None:
    write(folder, "a.html")
    os.link(folder / "a.html", folder / "b.html")
    assert walk(folder)[0] == {"a.html": "read", "b.html": "read"}


# What is no file


def test_pipes_and_sockets_are_never_opened(folder) -> None:
    write(folder, "ok.html")
    os.mkfifo(folder / "pipe.html")
    os.mkfifo(folder / "pipe")
    (folder / "linked.html").symlink_to("pipe.html")
    here = Path.cwd()
    os.chdir(folder)  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("socket.txt")
            found, ignored = walk(folder)
    finally:
        os.chdir(here)
    assert found == {"linked.html": "not_a_file", "ok.html": "read", "pipe.html": "not_a_file", "socket.txt": "not_a_file"}
    assert ignored == {"(no suffix)": 1}


def test_pipe_that_takes_a_files_place_is_not_waited_for(folder) -> None:
    write(folder, "a.html", "b.html")
    found: list[Document | Rejection] = []
    for one in Sources([folder]):
        found.append(one)
        if len(found) == 1:
            (folder / "b.html").unlink()
            os.mkfifo(folder / "b.html")
    assert isinstance(found[1], Rejection) and found[1].reason == "not_a_file"


def test_device_is_not_opened(folder) -> None:
    try:
        os.mknod(folder / "zero.txt", 0o020666, os.makedev(1, 5))
    except (OSError, AttributeError):
        pytest.skip("making a device needs root")
    assert walk(folder)[0] == {"zero.txt": "not_a_file"}


# Names


def test_odd_names_are_read_and_stay_apart(folder) -> None:
    names = [
        b"two\nlines.html",
        b"caf\xe9.html",
        b"caf\\xe9.html",
        "café.html".encode(),
        b" .html",
        b"#1.html",
        b"-n.html",
        b".html",
        b"a'b\"c.html",
    ]
    for name in names:
        (folder / os.fsdecode(name)).write_bytes(PAGE)
    (folder / os.fsdecode(b"d\xff")).mkdir()
    (folder / os.fsdecode(b"d\xff/a.html")).write_bytes(PAGE)
    found, _ = walk(folder)
    assert set(found.values()) == {"read"}
    assert len(found) == len(names) + 1
    assert {"two\nlines.html", "caf\\xe9.html", "d\\xff/a.html"} <= set(found)
    for uri in found:
        uri.encode("utf-8")


def test_rejections_of_odd_names_are_valid_text(folder) -> None:
    (folder / os.fsdecode(b"\xff.html")).write_bytes(b"")
    (folder / os.fsdecode(b"\xfe.html")).symlink_to(os.fsdecode(b"\xff.html"))
    for one in Sources([folder]):
        assert isinstance(one, Rejection)
        (one.source_uri + one.location + one.detail).encode("utf-8")


@pytest.fixture
def bury(folder: Path) -> Iterator[Callable[[str, int], None]]:
    """Puts a page under nested folders of one name, and takes all away again, which `shutil` cannot at this depth."""
    here = Path.cwd()
    buried: list[str] = []

    def bury(name: str, times: int) -> None:
        os.chdir(folder)
        for _ in range(times):
            Path(name).mkdir()
            os.chdir(name)
            buried.append(name)
        Path("a.html").write_bytes(PAGE)
        os.chdir(here)

    yield bury
    os.chdir(folder)
    for name in buried:
        os.chdir(name)
    Path("a.html").unlink()
    for name in buried:
        os.chdir("..")
        Path(name).rmdir()
    os.chdir(here)


def test_folders_deeper_than_pythons_calls_are_read(folder, bury) -> None:
    bury("d", 1100)
    assert list(walk(folder)[0].values()) == ["read"]


def test_path_longer_than_the_system_takes_is_rejected(folder, bury) -> None:
    bury("d" * 200, 30)
    assert list(walk(folder)[0].values()) == ["unreadable"]


def test_size_is_that_on_disk(folder) -> None:
    write(folder, "a.html")
    [(origin, form)] = [one for one in find_files(folder, Counter()) if not isinstance(one, Rejection)]
    assert (origin.size, form) == (len(PAGE), "html")
