"""Times of the search tables and of the pages on a home of generated articles: `python -m tests.bench.browse [ARTICLES]`.

Rows are generated straight into the tables, in the order in which a build writes them: words by Zipf's law from invented ones, a speaker a
quote, stories of seven articles, one name for each article and two more (the most frequent stands in a tenth of the articles). Prints
what the search tables cost (size against the texts, CPU seconds), and for each kind of page the median and worst of the CPU milliseconds
that the application takes to answer, asked in this process, warm; its queries run in one thread, so on an idle machine that is the time.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from starlette.testclient import TestClient

from flows.browse.app import create_app
from flows.browse.store import Store
from transforms.groups.words.stems import stem
from warehouse.home import Home
from warehouse.schemas import PUBLISHED, SEARCH
from warehouse.search_index import index_articles, index_names
from warehouse.session import attach, create_table
from warehouse.sql import list_queries, read_query

WORDS = 400  # of an article
QUOTES = 8  # of an article
MENTIONS = 20  # of an article, the speakers among them
VOCABULARY = 60_000
PEOPLE = 3  # for an article; not all are ever named
FAMOUS = 30  # added to the rank of a person before Zipf's law: the first of all is named in a tenth of the articles
OUTLETS = 40
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
ROUNDS = 3  # each address is asked so often
_CHUNK = 5_000  # articles generated at a time
_SYLLABLES = (
    "ba",
    "cor",
    "den",
    "fi",
    "gal",
    "hu",
    "jor",
    "ka",
    "lim",
    "mon",
    "nar",
    "o",
    "pe",
    "ras",
    "sto",
    "tu",
    "ven",
    "wil",
    "yar",
    "zo",
)
# Two words of four letters or more that stand together; the first and last word may be cut.
_TWO_WORDS = """SELECT '{address}?q=' || words[1] || '+' || words[-1]
    FROM (SELECT list_filter(string_split(lower({text}), ' ')[2:-2], lambda w: length(w) > 3 AND NOT contains(w, '.')) AS words, article_id
          FROM {table})
    WHERE len(words) > 1 ORDER BY hash(article_id, words) LIMIT 10"""
_PERSON = """SELECT '{address}?q={filter}:"' || name || '"' FROM entities ORDER BY hash(name) LIMIT 5"""
# Addresses of each kind of page, as queries over the home.
ADDRESSES = {
    "front": "SELECT '/' FROM range(5)",
    "story": "SELECT '/story/' || story_id FROM stories ORDER BY article_count DESC, story_id LIMIT 10",
    "article": "SELECT '/article/' || article_id FROM articles ORDER BY article_id LIMIT 10",
    "person": "SELECT '/entity/' || entity_id FROM entities ORDER BY hash(entity_id) LIMIT 10",
    "person most named": "SELECT '/entity/' || entity_id FROM entities ORDER BY mention_count DESC, entity_id LIMIT 3",
    "names": "SELECT '/entities' FROM range(3)",
    "names with some letters": "SELECT '/entities?name=cor' FROM range(3)",
    "statement": "SELECT '/statement/' || utterance_id FROM utterances ORDER BY quote_count DESC, utterance_id LIMIT 10",
    "outlet": "SELECT '/outlet/' || outlet FROM articles GROUP BY outlet ORDER BY outlet LIMIT 5",
    "outlets": "SELECT '/outlets' FROM range(3)",
    "search page, two words": _TWO_WORDS.format(address="/search", text="title", table="articles"),
    "articles of two words": _TWO_WORDS.format(address="/lists/search_articles.json", text="title", table="articles"),
    "quotes of two words": _TWO_WORDS.format(address="/lists/search_quotes.json", text="text", table="quotes"),
    "facets of two words": _TWO_WORDS.format(address="/lists/search_facets.json", text="title", table="articles"),
    "articles that name a person": _PERSON.format(address="/lists/search_articles.json", filter="person"),
    "quotes of a person": _PERSON.format(address="/lists/search_quotes.json", filter="speaker"),
    "facets of a frequent word": "SELECT '/lists/search_facets.json?q=cor' FROM range(3)",
}


def invent_words(count: int) -> list[str]:
    """Different words, `count` of them; the more frequent the shorter."""
    words: list[str] = []
    for size in itertools.count(1):
        words += map("".join, itertools.islice(itertools.product(_SYLLABLES, repeat=size), count - len(words)))
        if len(words) >= count:
            return words
    return words


def fill_home(path: Path, articles: int) -> Home:
    """A home whose snapshot holds generated articles; not made by a run."""
    home = Home(path).create()
    snapshot = home.snapshots / "generated"
    snapshot.mkdir()
    with _open(snapshot / "warehouse.duckdb") as con:
        for name, schema in {**PUBLISHED, **SEARCH}.items():
            create_table(con, name, schema)
        macros = list_queries("macros")
        for folder, names in (
            ("macros", [m for m in macros if m.startswith("1_")]),
            ("views", list_queries("views")),
            ("macros", [m for m in macros if not m.startswith("1_")]),
        ):
            for name in names:
                con.execute(read_query(folder, name))
        rng = np.random.default_rng(7)
        vocabulary = np.array(invent_words(VOCABULARY))
        people = _add_people(con, vocabulary, PEOPLE * articles)
        of_place = rng.permutation(articles)  # which article is the first in time, which the second …: ids know nothing of time
        for first in range(0, articles, _CHUNK):
            _add_articles(con, range(first, min(first + _CHUNK, articles)), of_place, _draw_words(vocabulary, rng), people, rng)
        _add_groups(con)
    home.current.symlink_to("snapshots/generated")
    home.warehouse.symlink_to("current/warehouse.duckdb")
    return home


@contextlib.contextmanager
def _open(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A file of tables, for writing, as a build opens it."""
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'UTC'")
        attach(con, file)
        con.execute(f"USE {file.stem}")
        yield con


def _shares(count: int, exponent: float, head: int = 0) -> np.ndarray:
    """By rank, the share of all ranks up to it, by the law of Zipf and Mandelbrot."""
    weights = 1 / (np.arange(1, count + 1) + head) ** exponent
    return np.cumsum(weights / weights.sum())


def _draw(shares: np.ndarray, size: int, rng: np.random.Generator) -> np.ndarray:
    return np.searchsorted(shares, rng.random(size), side="right").clip(max=len(shares) - 1)


def _draw_words(vocabulary: np.ndarray, rng: np.random.Generator) -> Callable[[], np.ndarray]:
    shares = _shares(len(vocabulary), 1.05)
    return lambda: vocabulary[_draw(shares, WORDS, rng)]


def _add_people(con: duckdb.DuckDBPyConnection, vocabulary: np.ndarray, count: int) -> np.ndarray:
    """Names of two words, as a temporary table; gives back the shares by which they are drawn."""
    con.register("_v", pa.table({"n": np.arange(len(vocabulary)), "word": vocabulary}))
    con.execute(
        """CREATE TEMP TABLE people AS
           SELECT p.n AS who, upper(a.word[1]) || a.word[2:] || ' ' || upper(b.word[1]) || b.word[2:] AS name
           FROM range($count) AS p(n)
           JOIN _v AS a ON a.n = hash(p.n) % 5000 + 500
           JOIN _v AS b ON b.n = hash(p.n, 1) % ($words - 3000) + 3000""",
        {"count": count, "words": len(vocabulary)},
    )
    con.unregister("_v")
    return _shares(count, 1.1, FAMOUS)


def _add_articles(
    con: duckdb.DuckDBPyConnection,
    numbers: range,
    of_place: np.ndarray,
    draw_words: Callable[[], np.ndarray],
    people: np.ndarray,
    rng: np.random.Generator,
) -> None:
    bodies, titles = [], []
    for _ in numbers:
        words = draw_words()
        lines = [" ".join(words[i : i + 16]).capitalize() + "." for i in range(0, WORDS, 16)]
        bodies.append("\n\n".join(" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3)))
        titles.append(" ".join(words[100:108]).capitalize())
    places = np.argsort(of_place)[numbers.start : numbers.stop]
    named = np.repeat(np.asarray(numbers), MENTIONS)
    con.register(
        "_a", pa.table({"n": np.asarray(numbers), "place": places, "before": of_place[places - 1], "title": titles, "body": bodies})
    )
    con.register("_m", pa.table({"n": named, "i": np.tile(np.arange(MENTIONS), len(numbers)), "who": _draw(people, len(named), rng)}))
    con.execute("CREATE OR REPLACE TEMP MACRO article(n) AS printf('%08x%08x', n, hash(n) % 4294967296)")
    con.execute(
        """INSERT INTO articles BY NAME
           SELECT article(n) AS article_id, 'generated/' || n AS source_uri, 'https://news.example/' || n AS url,
               'Outlet ' || n % $outlets AS outlet, 'outlet' || n % $outlets || '.example' AS outlet_domain, title, [] AS authors,
               [] AS contributors, CASE WHEN n % 5 = 0 THEN 'AP' END AS agency, $day::DATE + (place // 400)::INT AS published_on,
               'meta' AS published_from, 'en' AS language, body, $words AS word_count,
               CASE WHEN place % 9 = 8 THEN article(before) END AS copy_of, 's' || printf('%015x', place // 7) AS story_id,
               [] AS flags, 'h' || n AS content_hash, $now AS processed_at, 'r' AS rules_version, 'run' AS run_id FROM _a ORDER BY n""",
        {"outlets": OUTLETS, "day": FIRST.date(), "words": WORDS, "now": FIRST},
    )
    con.execute(
        """INSERT INTO quotes BY NAME
           SELECT printf('%016x', hash(n, i)) AS quote_id, article(n) AS article_id, i AS ordinal, 'body' AS part,
               50 * i AS start_char, 50 * i + 60 AS end_char,
               body[50 * i + 1 : 50 * i + 60] AS text, ['direct', 'indirect', 'mixed'][i % 3 + 1] AS kind, name AS speaker,
               name AS speaker_name, 'person' AS speaker_kind, printf('e%015x', hash(who) >> 4) AS speaker_entity_id, 'said' AS cue,
               body[50 * i + 1 : 50 * i + 200] AS sentence,
               false AS is_damaged, .9 AS confidence, 'cue after' AS method,
               printf('u%015x', hash(place // 7, i) >> 4) AS utterance_id
           FROM _m JOIN _a USING (n) JOIN people USING (who) WHERE i < $quotes ORDER BY n, i""",
        {"quotes": QUOTES},
    )
    con.execute(
        """INSERT INTO mentions BY NAME
           SELECT printf('%016x', hash(n, i, 'm')) AS mention_id, article(n) AS article_id, 'body' AS part,
               400 + 30 * i AS start_char, 412 + 30 * i AS end_char, name AS text, 'person' AS type,
               printf('e%015x', hash(who) >> 4) AS entity_id
           FROM _m JOIN people USING (who) ORDER BY n, i"""
    )
    for name in ("_a", "_m"):
        con.unregister(name)


def _add_groups(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        """INSERT INTO blocks BY NAME
           SELECT article_id, ordinal, 'body' AS role, text, end_char - length(text) AS start_char, end_char, 'text' AS reason
           FROM (SELECT article_id, ordinal, text,
                     (sum(length(text) + 2) OVER (PARTITION BY article_id ORDER BY ordinal) - 2)::INT AS end_char
                 FROM (SELECT article_id, unnest(range(len(parts)))::INT AS ordinal, unnest(parts) AS text
                       FROM (SELECT article_id, string_split(body, chr(10) || chr(10)) AS parts FROM articles)))
           ORDER BY article_id, ordinal"""
    )
    con.execute(
        """INSERT INTO entities BY NAME
           SELECT entity_id, 'person' AS type, any_value(m.text) AS name, 'minister' AS description, count(*) AS mention_count,
               count(DISTINCT article_id) AS article_count, count(DISTINCT a.outlet) AS outlet_count, min(published_on) AS first_seen,
               max(published_on) AS last_seen, .9 AS confidence
           FROM mentions AS m JOIN articles AS a USING (article_id) GROUP BY entity_id ORDER BY entity_id"""
    )
    con.execute(
        """INSERT INTO aliases SELECT entity_id, text, count(*), count(DISTINCT article_id) FROM mentions GROUP BY ALL ORDER BY ALL"""
    )
    con.execute(
        """INSERT INTO utterances BY NAME
           SELECT utterance_id, any_value(speaker_entity_id) AS speaker_entity_id, any_value(quotes.text) AS text, count(*) AS quote_count,
               count(DISTINCT article_id) AS article_count, count(DISTINCT outlet) AS outlet_count, min(published_on) AS first_published_on,
               max(published_on) AS last_published_on
           FROM quotes JOIN articles USING (article_id)
           GROUP BY utterance_id ORDER BY utterance_id"""
    )
    con.execute(
        """INSERT INTO stories BY NAME
           SELECT story_id, any_value(title) AS title, count(*) AS article_count, count(DISTINCT outlet) AS outlet_count,
               min(published_on) AS first_published_on, max(published_on) AS last_published_on
           FROM articles GROUP BY story_id ORDER BY story_id"""
    )
    con.execute(
        """INSERT INTO runs BY NAME
           SELECT 'run' AS run_id, $now::TIMESTAMPTZ AS started_at, $end::TIMESTAMPTZ AS finished_at, count(*) AS documents_seen,
               count(*) AS articles_stored, 0 AS documents_rejected, 0 AS documents_skipped, 'r' AS rules_version,
               'r' AS document_rules, 'r' AS grouping_rules, MAP {} AS versions FROM articles""",
        {"now": FIRST, "end": FIRST + timedelta(minutes=10)},
    )


def measure_index(home: Home) -> None:
    """Prints what the tables that searches read take, in bytes and CPU seconds, beside the texts."""
    file = home.current.resolve() / "warehouse.duckdb"
    with _open(file) as con:
        [(texts,)] = con.execute("SELECT sum(strlen(body) + strlen(coalesce(title, ''))) FROM articles").fetchall()
        for tables, index in (("words and presence", lambda: index_articles(con, stem)), ("names", lambda: index_names(con))):
            before = file.stat().st_size
            began = time.process_time()
            index()
            took = time.process_time() - began
            con.execute("CHECKPOINT")
            size = file.stat().st_size - before
            print(f"{tables}: {size / 1e6:.1f} MB, {size / texts:.1%} of {texts / 1e6:.1f} MB of text; {took:.1f} CPU s")


def measure_pages(home: Home) -> None:
    """Prints, by kind of page, CPU milliseconds of an answer: asked for the first time of a file that is open, and asked again while the
    application keeps what it answered; and the size of the largest."""
    store = Store(home, seconds=600)
    with store.read() as reading:
        addresses = {kind: [row[0] for row in reading.con.execute(query).fetchall()] for kind, query in ADDRESSES.items()}
    keeps_none = create_app(home, hosts=("testserver",), store=Store(home, seconds=600, answers=0))
    keeps = create_app(home, hosts=("testserver",), store=store)
    with TestClient(keeps_none) as asked_first, TestClient(keeps) as asked_again:
        for kind, asked in addresses.items():
            asked_first.get(asked[0])
            first = [_ask(asked_first, address) for address in asked * ROUNDS]
            for address in asked:
                asked_again.get(address)
            again = [_ask(asked_again, address) for address in asked]
            print(
                f"{kind:28} first: median {statistics.median(t for t, _ in first):4.0f} ms, worst {max(t for t, _ in first):4.0f} ms; "
                f"again: median {statistics.median(t for t, _ in again):4.0f} ms; at most {max(size for _, size in first) / 1000:,.0f} kB"
            )


def _ask(client: TestClient, address: str) -> tuple[float, int]:
    """CPU milliseconds of an answer, and its bytes."""
    began = time.process_time()
    answer = client.get(address)
    took = 1000 * (time.process_time() - began)
    if answer.status_code != 200:
        print(f"{address}: {answer.status_code}")
    return took, len(answer.content)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.browse", description="Times of search and pages on generated articles.")
    parser.add_argument("articles", type=int, nargs="?", default=100_000)
    parser.add_argument("--home", type=Path, help="keep the home here, and use it if it is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.home or Path(folder)
        home = Home(path)
        if not home.current.is_symlink():
            home = fill_home(path, given.articles)
            measure_index(home)
        measure_pages(home)


if __name__ == "__main__":
    main()
