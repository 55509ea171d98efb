"""Every page and list of the web application, what every response carries, and what is refused."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import threading
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pytest
from starlette.testclient import TestClient

from flows.browse import lists
from flows.browse.app import create_app
from flows.browse.kept import Answer
from flows.browse.store import Reading, Store
from tests.lakes import make_document, run_documents
from tests.unit.flows.browse.conftest import FERRY
from warehouse.home import Home
from warehouse.sql import list_queries, read_query

VALUES = {"story_id": "story", "article_id": "article", "entity_id": "entity", "utterance_id": "statement"}


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (
            "/",
            [
                "Harbour talks resume",
                "Mira Solano",
                "we will keep talking",
                "3 articles of 2 outlets",
                "since%3A2026-02-01+until%3A2026-02-01",
            ],
        ),
        ("/story/{story}", ["Gazette", "Courier/Evening", "Leaves it out", "the border stays open"]),
        ("/article/{article}", ["Port Élan", "cue", "toy", "0.90", "in a file photo", "https://gazette.example/a"]),
        ("/article/{article}/source", ["# Harbour talks resume in Port Élan"]),
        ("/entity/{entity}", ["Mira Solano", "minister", "the ferry is early", "Gazette"]),
        ("/statement/{statement}", ["we will keep talking", "Courier/Evening"]),
        ("/outlet/Gazette", ["Ferry line opens", "without author"]),
        ("/outlet/Courier%2FEvening", ["Harbour talks resume"]),
        ("/outlets", ["Gazette", "Courier/Evening"]),
        ("/entities?name=solano", ["Mira Solano"]),
        ("/search?q=ferry", ["1 article found", "<mark>ferry</mark>", "search(&#39;ferry&#39;)"]),
        ("/search?q=talking&over=quotes", ["2 quotes found"]),
        ('/search?q=speaker:"Bero Tamm"&over=quotes', ["1 quote found"]),
        ('/search?q=person:"Mira Solano"', ["“Mira Solano” means", "(person)."]),
        ("/search?q=person:{entity}", ["3 articles found", "means", "Mira Solano"]),
        ("/search?q=speaker:nobody", ["is the name of nobody here"]),
        ("/search?q=talks", ["q=talks+since%3A2026-02-01+until%3A2026-02-28"]),
        ("/search", ["a phrase"]),
        ("/report", ["Who said what", "Named for the first time", "Harbour talks resume"]),
        ("/report?since=2026-02-01&until=2026-02-02", ["1 February 2026 to 2 February 2026"]),
        ("/report?person=mira solano", ["Quotes, newest first"]),
        ("/report?story={story}", ["Reports"]),
        ("/ask", ["Cookbook"]),
        ("/ask?q=SELECT published_on, count(*) AS n FROM articles GROUP BY ALL", ["<svg", "n by published_on"]),
    ],
)
def test_page_shows(client: TestClient, ids: dict[str, str], address: str, shown: list[str]) -> None:
    answer = client.get(address.format(**ids))
    assert answer.status_code == 200, answer.text
    for words in shown:
        assert words in answer.text, words


@pytest.mark.parametrize("name", lists.TITLES)
def test_list_is_a_page_csv_json_and_json_lines(client: TestClient, ids: dict[str, str], name: str) -> None:
    given = {p: ids[VALUES[p]] for p in lists.parameters(name) if p in VALUES}
    given |= {"outlet": "Gazette"} if name.startswith("outlet_") else {}
    given |= {"q": "talks"} if name in lists.SEARCHES else {}
    assert client.get(f"/lists/{name}", params=given).status_code == 200
    as_csv = client.get(f"/lists/{name}.csv", params=given)
    as_json = client.get(f"/lists/{name}.json", params=given)
    as_lines = client.get(f"/lists/{name}.jsonl", params=given)
    rows = as_json.json()["rows"]
    assert [json.loads(line) for line in as_lines.text.splitlines()] == rows
    header = as_csv.text.splitlines()[0].split(",")
    assert all(list(row) == header for row in rows)
    assert as_csv.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    assert as_json.json()["next"] is None


def test_every_list_has_a_title_and_every_query_is_used() -> None:
    single = {
        "freshness",
        "story",
        "article",
        "entity",
        "statement",
        "outlet",
        "find_redirect",
        "entities_called",
        "columns",
        "article_text",
        "search_bodies",
    }
    steps = {"entity_folded", "search_said", "search_allowed", "said_quotes"}
    steps |= {f"search_found_{over}{how}" for over in ("articles", "quotes") for how in ("", "_by_words")}
    assert set(list_queries("browse")) == set(lists.TITLES) | single | steps


def test_every_link_of_every_page_leads_somewhere(client: TestClient, ids: dict[str, str]) -> None:
    waiting, seen = ["/"] + [f"/{kind}/{key}" for kind, key in ids.items()], set()
    while waiting and len(seen) < 120:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if "text/html" in answer.headers["content-type"]:
            links = re.findall(r'(?:href|src|action)="([^"]*)"', answer.text)
            assert all(not link.startswith(("http:", "//", "javascript:")) for link in links)
            waiting += [link.replace("&amp;", "&").split("#")[0] for link in links if link.startswith("/")]
    assert len(seen) > 50


@pytest.mark.parametrize("address", ["/", "/search?q=x", "/lists/stories.csv", "/static/style.css", "/nothing", "/article/none"])
def test_every_response_keeps_the_page_to_itself(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


def test_the_report_may_load_nothing(client: TestClient) -> None:
    assert client.get("/report").headers["content-security-policy"].startswith("default-src 'none'; style-src 'unsafe-inline'")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_reading_is_allowed(client: TestClient, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_another_name_for_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404),
        ("/article/none", 404),
        ("/article/none/source", 404),
        ("/story/none", 404),
        ("/entity/none", 404),
        ("/statement/none", 404),
        ("/outlet/none", 404),
        ("/lists/none", 404),
        ("/lists/freshness.csv", 404),
        ("/lists/stories.xml", 404),
        ("/lists/stories?since=yesterday", 400),
        ("/lists/stories?offset=-1", 400),
        ("/lists/entity_quotes?entity_id=x&confidence=2", 400),
        ("/search?q=since:never", 400),
        ("/report?since=never", 400),
        ("/report?person=Nobody", 404),
        ("/ask?q=DROP TABLE articles", 400),
        ("/ask.csv?q=DROP TABLE articles", 400),
        ("/ask.xml?q=SELECT 1", 404),
        ("/static/../app.py", 404),
        ("/article/%00", 404),
    ],
)
def test_what_is_not_there_or_not_understood_is_told(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_an_id_published_once_leads_on(tmp_path: Path) -> None:
    run_documents(tmp_path, [make_document("a.txt", FERRY)])
    with duckdb.connect(str(tmp_path / "warehouse.duckdb")) as con:
        con.execute("INSERT INTO redirects SELECT 'old', story_id, 'stories', now() FROM stories LIMIT 1")
    with TestClient(create_app(Home(tmp_path), hosts=("testserver",))) as asking:
        answer = asking.get("/story/old", follow_redirects=False)
        assert answer.status_code == 308
        assert asking.get(answer.headers["location"]).status_code == 200


def test_a_home_without_tables_says_so(tmp_path: Path) -> None:
    with TestClient(create_app(Home(tmp_path), hosts=("testserver",)), raise_server_exceptions=False) as asking:
        answer = asking.get("/")
    assert answer.status_code == 503
    assert "onrecord run" in answer.text


def test_publishes_between_and_during_requests_are_no_error(tmp_path: Path) -> None:
    pages = [make_document(f"{i}.txt", f"{FERRY}\n\nNumber {i}.") for i in range(5)]
    run_documents(tmp_path, pages[:1])
    failed: list[str] = []
    answered: Counter[int] = Counter()
    done = threading.Event()
    with TestClient(create_app(Home(tmp_path), hosts=("testserver",)), raise_server_exceptions=False) as asking:

        def browse(number: int) -> None:
            addresses = itertools.cycle(("/", "/search?q=ferry", "/lists/speakers.json"))
            while not done.wait(2 + number / 4):
                answer = asking.get(address := next(addresses))
                answered[number] += 1
                if answer.status_code != 200:
                    failed.append(f"{address} {answer.status_code} {answer.text}")

        clients = [threading.Thread(target=browse, args=(number,)) for number in range(8)]
        for thread in clients:
            thread.start()
        for n in range(2, 5):
            run_documents(tmp_path, pages[:n], f"run {n}")
        done.set()
        for thread in clients:
            thread.join()
        assert "4 articles found" in asking.get("/search?q=ferry").text
    assert failed == []
    assert len(answered) == 8


@pytest.fixture
def copied(browsed: Home, tmp_path: Path) -> Home:
    """The same home elsewhere: DuckDB keeps one instance of a file in a process, and this one is to be broken."""
    return Home(shutil.copytree(browsed.path, tmp_path / "home", symlinks=True))


def test_a_speaker_lent_by_other_reports_is_marked_as_lent(copied: Home, ids: dict[str, str]) -> None:
    with duckdb.connect(str(copied.warehouse)) as con:
        con.execute(
            """UPDATE quotes SET speaker = NULL, speaker_name = NULL, speaker_entity_id = NULL, speaker_from_utterance_entity_id = $entity
               WHERE article_id = $article AND utterance_id = $statement""",
            {name: ids[name] for name in ("entity", "article", "statement")},
        )
    with TestClient(create_app(copied, hosts=("testserver",)), raise_server_exceptions=False) as asking:
        card = asking.get(f"/article/{ids['article']}").text.partition("<dt>Lent</dt>")[2].partition("</dd>")[0]
        assert f"/entity/{ids['entity']}" in card
        assert f"/statement/{ids['statement']}" in card
        wordings = asking.get(f"/statement/{ids['statement']}").text
        assert wordings.count("speaker lent") == 1
        rows = asking.get(f"/lists/statement_wordings.json?utterance_id={ids['statement']}").json()["rows"]
        assert sorted((row["lent_speaker"] or "", row["speaker"] or "") for row in rows) == [("", "Mira Solano"), ("Mira Solano", "")]


def test_bars_of_a_person_lead_to_that_person_alone(client: TestClient, ids: dict[str, str]) -> None:
    assert f"person%3A%22{ids['entity']}%22+since" in client.get(f"/entity/{ids['entity']}").text


def test_many_requests_at_once_leave_the_tables_in_order(copied: Home) -> None:
    """Windows that several threads compute together end in an internal error of DuckDB now and then, and everything after it failed."""
    statuses: list[int] = []
    app = create_app(copied, hosts=("testserver",), store=Store(copied, answers=0))
    with TestClient(app, raise_server_exceptions=False) as asking:

        def ask() -> None:
            for _ in range(4):
                for address in ('/lists/search_articles.json?q=person:"Mira Solano" language:en', "/lists/search_facets.json?q=nothing"):
                    statuses.append(asking.get(address).status_code)

        clients = [threading.Thread(target=ask) for _ in range(4)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        assert asking.get("/ask.json?q=SELECT current_setting('threads') AS n").json()["rows"] == [{"n": 1}]
    assert statuses == [200] * 32


@pytest.mark.parametrize("address", ["/", "/entity/{entity}", "/story/{story}", "/search?q=ferry", "/lists/search_facets?q=talks"])
def test_a_page_asked_again_asks_the_tables_nothing(
    browsed: Home, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    asked: list[str] = []
    work_out = Reading._work_out

    def count(reading: Reading, name: str, values: Mapping[str, object]) -> Answer:
        asked.append(name)
        return work_out(reading, name, values)

    monkeypatch.setattr(Reading, "_work_out", count)
    with TestClient(create_app(browsed, hosts=("testserver",))) as asking:
        page = asking.get(address.format(**ids)).text
        assert asked
        asked.clear()
        assert asking.get(address.format(**ids)).text == page
        assert asked == []


def test_what_is_put_aside_is_part_of_what_is_asked(browsed: Home) -> None:
    with TestClient(create_app(browsed, hosts=("testserver",))) as asking:
        found = [asking.get("/lists/search_articles.json", params={"q": q}).json()["rows"] for q in ("ferry", "talks", "ferry")]
    assert found[0] == found[2] != found[1]


def test_no_query_of_a_page_counts_in_a_window_over_all_rows() -> None:
    assert [name for name in list_queries("browse") if re.search(r"OVER \((?!PARTITION)", read_query("browse", name))] == []


@pytest.mark.parametrize("problem", [duckdb.InternalException("INTERNAL Error"), duckdb.FatalException("database has been invalidated")])
def test_the_file_is_opened_anew_where_duckdb_fails_within_itself(
    copied: Home, monkeypatch: pytest.MonkeyPatch, problem: duckdb.Error
) -> None:
    store, answer, failed = Store(copied), Reading.answer, []

    def fail_once(reading: Reading, name: str, values: Mapping[str, object]) -> Answer:
        if not failed:
            failed.append(store._opened)
            raise problem
        return answer(reading, name, values)

    monkeypatch.setattr(Reading, "answer", fail_once)
    with TestClient(create_app(copied, hosts=("testserver",), store=store), raise_server_exceptions=False) as asking:
        assert asking.get("/").status_code == 200
        assert store._opened is not failed[0]
        assert asking.get("/entities").status_code == 200


@pytest.mark.parametrize("missing", ["DROP MACRO TABLE search_word_hits", "ALTER TABLE search_articles DROP COLUMN published_on"])
def test_tables_of_an_earlier_version_are_told(copied: Home, missing: str) -> None:
    with duckdb.connect(str(copied.warehouse)) as con:
        con.execute(missing)
    with TestClient(create_app(copied, hosts=("testserver",)), raise_server_exceptions=False) as asking:
        answer = asking.get("/search?q=ferry")
    assert answer.status_code == 503
    assert "onrecord rebuild" in answer.text
