"""A removal takes out one document with all that hangs on it, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from flows.remove import remove_documents
from flows.run.reading import collect_documents, open_sources
from flows.settings import Settings
from tests.lakes import PAGE, make_document, run_documents
from tests.news_site import NewsSite, page, redirect
from tests.traces import find_traces
from warehouse.home import Home, lock_web
from warehouse.lake.archive import has_bytes
from warehouse.lake.inbox import Inbox
from warehouse.lake.purge import UnknownKey
from warehouse.lake.removals import Removal, Removals

ROOT = Path(__file__).parents[3]
MARKER = "Ilva Marrow hid the ledger under the altar"
SECRET = f"""# The ledger

{MARKER} on 2026-01-05, the sexton told the council of the old harbour town, and the council wrote it into its minutes for all to read.

Ilva Marrow said “I never saw that book in my life”."""
PAGES = [make_document(f"{i}.txt", f"{PAGE} {i}", f"https://gazette.example/{i}") for i in range(4)]
ADDRESS = "https://gazette.example/ledger"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of two runs: the secret first with other words, then as it stands; from two places."""
    path = tmp_path_factory.mktemp("filled")
    run_documents(path, [*PAGES, make_document("ledger.html", f"{SECRET} An early draft.", ADDRESS)], "one")
    secret = [
        make_document("ledger.html", SECRET, ADDRESS),
        make_document("mirror.html", SECRET, f"{ADDRESS}?utm_source=mail"),
        make_document("refused.txt", f"REJECT no_text {MARKER}"),
    ]
    run_documents(path, [*PAGES, *secret], "two", gather=2)
    return path


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """A copy of it, to write to."""
    return Path(shutil.copytree(filled, tmp_path / "home", symlinks=True))


def ask(home: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        return con.execute(query).fetchall()


def remove(home: Path, *keys: str) -> int:
    return len(remove_documents(Settings(home=home), keys, ""))


def read_others(home: Path) -> list[tuple[object, ...]]:
    """All ids of what has nothing to do with the secret."""
    tables = {
        "articles": "article_id",
        "blocks": "article_id, ordinal",
        "mentions": "mention_id, entity_id",
        "quotes": "quote_id, utterance_id",
    }
    where = "article_id in (select article_id from articles where url like '%/_')"
    return [row for table, ids in tables.items() for row in ask(home, f"select {ids} from {table} where {where} order by all")]


@pytest.mark.parametrize(
    "key", [ADDRESS, ADDRESS.upper().replace("LEDGER", "ledger") + "#top", "ledger.html", "/pages/ledger.html", "article_id"]
)
def test_nothing_is_left_of_a_document_by_whatever_name_it_is_called(home: Path, key: str) -> None:
    others = read_others(home)
    [(article_id,)] = ask(home, f"select article_id from articles where url = '{ADDRESS}'")
    (home / "reports").mkdir()
    (home / "reports" / "2026-03-02_2026-03-08.html").write_text(f"<p>{MARKER}</p>")
    assert len(find_traces(home, MARKER)) > 6
    remove(home, str(article_id) if key == "article_id" else key)
    left = find_traces(home, MARKER)
    # The document that was rejected is another, which happens to hold the same words.
    assert len(left) == 1 and left[0].startswith("documents/")
    remove(home, "refused.txt")
    assert find_traces(home, MARKER) == []
    assert read_others(home) == others
    for table in ("articles", "blocks", "mentions", "quotes"):
        assert ask(home, f"select count(*) from {table} where article_id = '{article_id}'") == [(0,)]


def test_removed_document_comes_as_a_rejection_and_stays_out(home: Path) -> None:
    remove(home, ADDRESS)
    known = Removals(Home(home))
    sources = [
        make_document("ledger.html", SECRET + " Again.", ADDRESS),
        make_document("other.html", SECRET, "https://pirate.example/x"),
        PAGES[0],
    ]
    for run_id in ("three", "four"):
        run_documents(home, [known.screen(s) for s in sources], run_id)
        assert find_traces(home, MARKER) == [str(p.relative_to(home)) for p in home.rglob("*.zst") if "REJECT" in _text(p)]
        assert ask(home, "select source_uri, reason from rejections where reason = 'removed' order by 1") == [
            ("ledger.html", "removed"),
            ("other.html", "removed"),
        ]


def _text(path: Path) -> str:
    content = path.read_bytes()
    return bytes(pa.decompress(content[8:], int.from_bytes(content[:8], "big"), "zstd", asbytes=True)).decode()


def test_copies_lead_to_the_next_earliest(tmp_path: Path) -> None:
    early = SECRET.replace("2026-01-05", "2026-01-01")
    copies = [make_document(f"copy-{i}.txt", early.replace("01-01", f"01-0{i}"), f"https://copy.example/{i}") for i in (1, 2, 3)]
    run_documents(tmp_path, [*PAGES, *copies], "one")
    query = "select right(a.url, 1), right(o.url, 1) from articles as a join articles as o on o.article_id = a.copy_of"
    query += " where a.url like '%copy%' order by 1"
    remove(tmp_path, "https://gazette.example/0")  # groups by the real rules
    assert ask(tmp_path, query) == [("2", "1"), ("3", "1")]
    remove(tmp_path, "https://copy.example/1")
    assert ask(tmp_path, query) == [("3", "2")]


def test_bytes_that_another_document_has_too_are_kept(tmp_path: Path) -> None:
    twin = make_document("twin.html", SECRET, "https://twin.example/")
    run_documents(tmp_path, [make_document("ledger.html", SECRET, ADDRESS), twin], "one")
    [(digest,)] = ask(tmp_path, "select distinct content_hash from articles")
    remove(tmp_path, ADDRESS)
    assert has_bytes(Home(tmp_path), str(digest))
    assert ask(tmp_path, "select url from articles") == [("https://twin.example/",)]
    # It is kept out by its address, and the twin may come again.
    known = Removals(Home(tmp_path))
    assert known.screen(twin) is twin


def test_older_document_of_the_same_place_does_not_come_back(tmp_path: Path) -> None:
    run_documents(tmp_path, [*PAGES, make_document("today.txt", f"{PAGE} yesterday", "https://gazette.example/yesterday")], "one")
    run_documents(tmp_path, [*PAGES, make_document("today.txt", f"{PAGE} today", "https://gazette.example/today")], "two")
    remove(tmp_path, "https://gazette.example/today")
    assert ask(tmp_path, "select count(*) from articles where url like '%day'") == [(0,)]


def test_unknown_or_ambiguous_key_changes_nothing(home: Path) -> None:
    run_documents(home, [make_document("a/index.html", f"{PAGE} a", "https://a.example/")], "three")
    # Two folders read at different times: the same path below each.
    run_documents(home, [replace(make_document("b/index.html", f"{PAGE} b"), source_uri="a/index.html")], "four")
    before = {p: p.read_bytes() for p in home.rglob("*") if p.is_file() and p.name != "lock"}
    for keys, message in [
        (["https://gazette.example/nowhere"], "no document"),
        ([ADDRESS, "0000000000000000"], "no document"),
        (["a/index.html"], "2 documents bear this name"),
        (["\0"], "no document"),
        (["https://[broken"], "no document"),
    ]:
        with pytest.raises(UnknownKey, match=message):
            remove(home, *keys)
    assert {p: p.read_bytes() for p in home.rglob("*") if p.is_file() and p.name != "lock"} == before
    with pytest.raises(UnknownKey, match="holds no documents"):
        remove(home / "nowhere", ADDRESS)
    assert not (home / "nowhere").exists()


# Ends the process, as kill -9 would, before its n-th step that touches a file in the home.
REMOVE = """
import os, sys
sys.path.insert(0, sys.argv[1])
home, moment, key = sys.argv[2], int(sys.argv[3]), sys.argv[4]
from pathlib import Path
from tests.unit.flows.test_remove import remove
steps = 0
def count(event, arguments):
    global steps
    touches = event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "shutil.rmtree")
    touches = touches or event == "open" and len(arguments) > 2 and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if touches and str(arguments[0]).startswith(home):
        steps += 1
        if steps == moment:
            os._exit(9)
sys.addaudithook(count)
remove(Path(home), key)
print(steps)
"""


def start(home: Path, moment: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", REMOVE, str(ROOT), str(home), str(moment), ADDRESS]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_removal_ended_at_any_step_is_finished_by_the_next_run(filled: Path, tmp_path: Path) -> None:
    others = read_others(filled)
    shutil.copytree(filled, tmp_path / "calm", symlinks=True)
    done = start(tmp_path / "calm", -1)
    assert done.returncode == 0, done.stderr
    steps = int(done.stdout)
    finished = 0
    for moment in range(2, steps, max(1, steps // 5)):
        home = tmp_path / str(moment)
        shutil.copytree(filled, home, symlinks=True)
        assert start(home, moment).returncode == 9
        assert ask(home, "select count(*) > 3 from articles") == [(True,)]
        if not Removals(Home(home)).incomplete():
            continue  # before it was noted, or after the end
        remove(home, "refused.txt")  # any later run; this one also takes out the only other trace
        assert find_traces(home, MARKER) == []
        assert read_others(home) == others
        finished += 1
    assert finished >= 3


def test_removal_made_while_the_collector_waits_is_heeded(tmp_path: Path) -> None:
    site = NewsSite()
    try:
        address = site.put("127.0.0.1/ledger", page("The ledger", SECRET))
        settings = Settings(home=tmp_path, private_networks="127.0.0.0/8", host_seconds=0, wait_seconds=60)
        home = Home(tmp_path).create()
        removals, given = Removals(home), list[object]()
        reading = open_sources([address], settings, removals)
        with lock_web(home):
            collector = threading.Thread(target=lambda: given.extend(collect_documents(reading, Inbox(home), settings, removals)))
            collector.start()
            Removals(home).add([Removal(address, datetime.now(UTC), "", urls=(address,))])
        collector.join(60)
        assert [getattr(one, "reason", "a document") for one in given] == ["removed"]
        assert site.log == [] and find_traces(tmp_path, MARKER) == []
    finally:
        site.close()


@pytest.mark.parametrize("key", ["spelled otherwise", "page"])
def test_a_page_that_was_collected_and_not_yet_built_is_known(tmp_path: Path, key: str) -> None:
    site, settings = NewsSite(), Settings(home=tmp_path, private_networks="127.0.0.0/8", host_seconds=0)
    home = Home(tmp_path).create()
    try:
        address, final = site.url("127.0.0.1/ledger"), site.put("127.0.0.1/final", page(MARKER))
        site.put("127.0.0.1/ledger", redirect(final))
        other = site.put("127.0.0.1/other", page("The tide tables"))
        removals, inbox = Removals(home), Inbox(home)
        collected = list(collect_documents(open_sources([address, other], settings, removals), inbox, settings, removals))
        assert len(collected) == 2 and find_traces(tmp_path, MARKER)
        named = final if key == "page" else f"{address.replace('http', 'HTTP', 1)}#top"
        assert remove(tmp_path, named) == 1
        assert find_traces(tmp_path, MARKER) == []
        assert [row.location for row, _ in Inbox(home).read()] == [other]
        assert remove(tmp_path, named) == 0
        with pytest.raises(UnknownKey):
            remove(tmp_path, site.url("127.0.0.1/nowhere"))
    finally:
        site.close()
