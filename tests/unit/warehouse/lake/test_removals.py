"""What was taken out is known when it comes again, by whatever name."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.lakes import make_document
from transforms.identity import content_hash
from transforms.records import Document, Rejection
from warehouse.home import Home
from warehouse.lake.removals import DamagedRemovals, Removal, Removals

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
PAGE = "The ferry sails again."
ADDRESS = "https://gazette.example/a"
BY_ADDRESS = Removal("k1", NOW, "court order", ("0123456789abcdef",), (ADDRESS,), ("/pages/dump.jsonl#7",), (content_hash(PAGE.encode()),))
BY_LOCATION = Removal("k2", NOW, "", ("fedcba9876543210",), (), ("/pages/plain.txt",), ())


def removals(path: Path, *added: Removal) -> Removals:
    found = Removals(Home(path))
    found.add(added)
    return Removals(Home(path))


@pytest.mark.parametrize(
    ("source", "is_removed"),
    [
        (make_document("x.html", "new words", "HTTPS://Gazette.example/a?utm_source=feed#top"), True),  # however the address is spelled
        (Document(ADDRESS, ADDRESS, b"new words", "html"), True),
        (make_document("elsewhere.html", PAGE, "https://mirror.example/a"), True),  # the same bytes
        (make_document("plain.txt", "other words"), True),  # a file without address is known by its name
        (make_document("dump.jsonl#7", "other words", "https://gazette.example/b"), False),  # one with an address is not
        (make_document("x.html", "new words", "https://gazette.example/ab"), False),
        (make_document("x.html", "new words", "http://[broken"), False),
        (Rejection(ADDRESS, ADDRESS, None, "read", "http_status", "the server answered 404"), True),
        (Rejection("x", "/pages/x", None, "read", "unreadable", "gone"), False),
    ],
)
def test_what_was_taken_out_is_refused_and_nothing_else(tmp_path: Path, source: Document | Rejection, is_removed: bool) -> None:
    screened = removals(tmp_path, BY_ADDRESS, BY_LOCATION).screen(source)
    if not is_removed:
        assert screened is source
        return
    assert isinstance(screened, Rejection)
    assert (screened.source_uri, screened.location, screened.content_hash, screened.reason) == (
        source.source_uri,
        source.location,
        None,
        "removed",
    )
    assert screened.detail in ("taken out on 2026-03-04: court order", "taken out on 2026-03-04")


def test_removals_come_back_from_the_file_as_they_were(tmp_path: Path) -> None:
    assert list(removals(tmp_path, BY_ADDRESS, BY_LOCATION)) == [BY_ADDRESS, BY_LOCATION]


def test_whoever_deletes_the_line_lets_the_document_in_again(tmp_path: Path) -> None:
    removals(tmp_path, BY_ADDRESS)
    file = Home(tmp_path).removals
    file.write_text("\n")
    assert Removals(Home(tmp_path)).why(ADDRESS, None) is None


@pytest.mark.parametrize("line", ["{", "[]", '{"key": 1}', '"text"', '{"key": "a", "removed_at": "soon"}'])
def test_damaged_list_stops_whoever_reads_it(tmp_path: Path, line: str) -> None:
    removals(tmp_path, BY_ADDRESS)
    with Home(tmp_path).removals.open("a") as file:
        file.write(f"{line}\n")
    with pytest.raises(DamagedRemovals, match="line 2"):
        Removals(Home(tmp_path))


def test_article_that_comes_under_a_new_name_is_known_by_it_from_then_on(tmp_path: Path) -> None:
    known = removals(tmp_path, BY_ADDRESS)
    known.complete()
    again = make_document("new.html", "other bytes", "https://m.gazette.example/a")
    found = known.find_article("0123456789abcdef")
    assert found is not None and known.screen(again) is again
    known.learn(found, again)
    [grown] = Removals(Home(tmp_path)).incomplete()
    assert "https://m.gazette.example/a" in grown.urls and "/pages/new.html" in grown.locations
    assert isinstance(known.screen(again), Rejection)
    assert known.why(None, b"other bytes") == known.why(ADDRESS, None) == "taken out on 2026-03-04: court order"


def test_user_finds_a_removal_by_any_name(tmp_path: Path) -> None:
    known = removals(tmp_path, BY_ADDRESS, BY_LOCATION)
    assert [known.find(key) for key in ("k1", ADDRESS + "#top", "0123456789abcdef", "/pages/dump.jsonl#7")] == [BY_ADDRESS] * 4
    assert (known.find("k2"), known.find("k3")) == (BY_LOCATION, None)


def test_a_list_of_earlier_versions_is_read_which_calls_the_locations_places(tmp_path: Path) -> None:
    known = removals(tmp_path, BY_ADDRESS, BY_LOCATION)
    home = Home(tmp_path)
    home.removals.write_text(home.removals.read_text(encoding="utf-8").replace('"locations"', '"places"'), encoding="utf-8")
    assert Removals(home).incomplete() == known.incomplete()
