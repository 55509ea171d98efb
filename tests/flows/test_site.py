"""`onrecord run` over a site that serves well and badly: what it prints and stores is what the server logged."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

import duckdb

from tests.flows.conftest import Command
from tests.news_site import NewsSite, Reply, bomb, endless, redirect, rss, sitemap

SETTINGS = {
    "ONRECORD_PRIVATE_NETWORKS": "127.0.0.1/32",
    "ONRECORD_HOST_SECONDS": "0",
    "ONRECORD_RECHECK_SECONDS": "0",
    "ONRECORD_DOCUMENT_BYTES": "60000",
}
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Sea</title>{}</feed>'
ENTRY = '<entry><title>{0}</title><id>{0}</id><link href="{0}"/><updated>2025-03-04T10:00:00Z</updated></entry>'
NEWS = (
    "<news:news><news:publication><news:name>Gazette</news:name></news:publication>"
    "<news:publication_date>2025-03-04</news:publication_date><news:title>Told by the sitemap</news:title></news:news>"
)
CONTENT = """
    select * exclude (source_uri, fetched_at, processed_at, run_id, story_id) from articles order by article_id
"""
QUOTES = "select * exclude (speaker_entity_id, utterance_id) from quotes order by quote_id"
SHORT = {"refused by robots.txt": "robots", "left to a later run": "deferred", "not asked again": "fresh"}


def article(name: str, head: str = "") -> bytes:
    """A page of its own: no two are copies."""
    words = "".join(f"<p>The council of Port Orlo heard on Monday about {name} number {i}, Jana Holt said.</p>" for i in range(7))
    title = f"All about {name}"
    return f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{words}</article></body></html>".encode()


# path: what the site answers, and what becomes of the address
PAGES = {
    "tagged": (Reply(article("nets"), etag='"v1"'), "fetched"),  # this and every third page is listed by the RSS feed
    "plain": (Reply(article("ferries")), "fetched"),
    "packed": (Reply(gzip.compress(article("cranes")), headers={"Content-Encoding": "gzip"}), "fetched"),
    "dated": (Reply(article("wharves"), modified="Tue, 04 Mar 2025 09:00:00 GMT"), "fetched"),
    "busy": ([Reply(status=429, headers={"Retry-After": "0"}), Reply(article("tolls"))], "fetched"),
    "late": ([Reply(status=503), Reply(article("tides"))], "fetched"),
    "moved": (redirect("/goal", 301), "fetched"),
    "reset": ([Reply(raw=b""), Reply(article("pilots"))], "fetched"),
    "goal": (Reply(article("buoys")), "fetched"),
    "night": (Reply(article("lamps", '<meta property="article:published_time" content="2025-07-04T23:30:00Z">')), "fetched"),
    "private/memo": (Reply(article("memos")), "robots"),
    "to-private": (redirect("/private/memo"), "robots"),
    "loop": (redirect("/loop"), "too_many_redirects"),
    "to-network": (redirect("http://10.0.0.1/admin"), "private_address"),
    "to-mapped": (redirect("http://[::ffff:10.0.0.1]/admin"), "private_address"),
    "to-loopback": (redirect("http://127.0.0.2/admin"), "private_address"),
    "to-file": (redirect("file:///etc/passwd"), "http_status"),
    "gone": (Reply(b"<p>gone", status=410), "http_status"),
    "picture": (Reply(b"\xff\xd8\xff\xe0" * 30, "image/jpeg"), "content_type"),
    "lying": (Reply(b"\xff\xd8\xff\xe0" + b"\0" * 200), "binary"),
    "short": (Reply(b"<p>cut", length=5_000), "broken_response"),
    "nonsense": (Reply(raw=b"SSH-2.0-harbour\r\n\r\n"), "broken_response"),
    "bomb": (Reply(bomb(300_000), headers={"Content-Encoding": "gzip"}), "too_large"),
    "endless": (Reply(pieces=endless(b"a" * 65536)), "too_large"),
    "blank": (Reply(b" \n"), "empty"),
    "wall": (Reply(b"<html><body><nav><a href='/'>Home</a></nav></body></html>"), "no_text"),
}  # fmt: skip
FETCHED_WITHOUT_TEXT = {"lying", "wall"}  # fetched as the web sees it, rejected as a page


def build(site: NewsSite, folder: Path) -> Path:
    """The site, and a list of its outlet; a second host that wants to be left alone."""
    for name, (replies, _) in PAGES.items():
        site.put(f"127.0.0.1/{name}", *(replies if isinstance(replies, list) else [replies]))
    site.put("127.0.0.1/robots.txt", Reply(b"User-agent: *\nDisallow: /private/\n", "text/plain"))
    site.put("localhost/crowded", Reply(status=429, headers={"Retry-After": "3600"}))
    names = [site.url(f"127.0.0.1/{name}") for name in PAGES if name != "goal"]
    thirds = [names[0::3], names[1::3], names[2::3]]
    site.put("127.0.0.1/world.rss", Reply(rss("World", [(f"No. {i}", a) for i, a in enumerate(thirds[0])]), "application/rss+xml"))
    site.put("127.0.0.1/sea.atom", Reply(ATOM.format("".join(map(ENTRY.format, thirds[1]))).encode(), "application/atom+xml"))
    site.put("127.0.0.1/news.xml.gz", Reply(gzip.compress(sitemap(thirds[2], extra=NEWS)), "application/gzip"))
    site.put("127.0.0.1/sitemap.xml", Reply(sitemap([site.url("127.0.0.1/news.xml.gz")], "sitemap"), "application/xml"))
    listed = folder / "sources.toml"
    listed.write_text(
        f'[[outlet]]\nname = "The Harbour Gazette"\nlanguage = "en"\ntime_zone = "Europe/Malta"\nrate = 100000\n'
        f'feeds = ["{site.url("127.0.0.1/world.rss")}", "{site.url("127.0.0.1/sea.atom")}"]\n'
        f'sitemaps = ["{site.url("127.0.0.1/sitemap.xml")}"]\npages = ["{site.url("127.0.0.1/goal")}"]\n\n'
        f'[[outlet]]\npages = ["{site.url("localhost/crowded")}", "{site.url("localhost/later")}"]\n'
    )
    return listed


def printed(stdout: str) -> Counter[str]:
    """The account of addresses that a run prints."""
    rows = [[cell.strip() for cell in line.split("│")[1:4]] for line in stdout.splitlines() if line.count("│") == 4]
    start = next(i for i, row in enumerate(rows) if row[0] == "addresses")
    end = next((i for i in range(start + 1, len(rows)) if rows[i][0]), len(rows))  # long notes go on in the next line
    total, notes = rows[start][1], " ".join(row[2] for row in rows[start:end])
    found = Counter({name: int(number) for name, number in re.findall(r"([^,]+?) (\d+)(?:, |$)", notes)})
    assert found.total() == int(total)
    return Counter({SHORT.get(name, name): number for name, number in found.items()})


def ask(home: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as con:
        return con.execute(query).fetchall()


def test_account_of_two_runs_is_what_the_server_logged(onrecord: Command, tmp_path: Path) -> None:
    site, home = NewsSite(), tmp_path / "home"
    try:
        listed = build(site, tmp_path)
        first = onrecord("run", listed, "--home", home, **SETTINGS)
        assert first.returncode == 0, first.stderr
        log, headers = list(site.log), list(site.asked)
        site.forget()
        second = onrecord("run", listed, "--home", home, **SETTINGS)
        assert second.returncode == 0, second.stderr
        log_2 = list(site.log)
    finally:
        site.close()
    root = site.url("127.0.0.1/")
    expected = {root + name: outcome for name, (_, outcome) in PAGES.items()}
    account = Counter("fetched" if name in FETCHED_WITHOUT_TEXT else outcome for name, (_, outcome) in PAGES.items())
    assert printed(first.stdout) == account + Counter({"fetched": 4, "http_status": 1, "deferred": 1})  # with the listings, and localhost

    # Each address as the server saw it: asked once, where it may pass as often as it was tried, and never what is forbidden.
    requests = Counter(address.removeprefix(root) for address, _ in log if address.startswith(root))
    again = {"busy": 2, "late": 2, "reset": 2, "goal": 2, "short": 3}  # the goal also through what leads there
    listings = ("robots.txt", "world.rss", "sea.atom", "sitemap.xml", "news.xml.gz")
    assert requests == {name: again.get(name, 1) for name in (*PAGES, *listings) if name != "private/memo"}
    assert Counter(address for address, _ in log if "localhost" in address) == {
        site.url("localhost/robots.txt"): 1,
        site.url("localhost/crowded"): 1,
    }
    assert {h["user-agent"].split("/")[0] for h in headers} == {"onrecord"} and not any("cookie" in h for h in headers)

    # What is stored is what was answered, and so is what is refused.
    rejected = {address: outcome for address, outcome in expected.items() if outcome != "fetched"}
    rejected[site.url("localhost/crowded")] = "http_status"
    found = ask(home, "select source_uri, reason from rejections where reason <> 'duplicate'")
    assert dict(found) == rejected and len(found) == len(rejected)
    articles = dict(ask(home, "select url, outlet from articles"))
    served = {address for address, outcome in expected.items() if outcome == "fetched"} - {root + "moved"}
    assert articles == dict.fromkeys(served, "The Harbour Gazette")
    assert all((address, 200) in log for address in served)
    # One article by two addresses is one.
    assert ask(home, "select count(*) from rejections where reason = 'duplicate'") == [(1,)]

    # What the list of outlets says has come through: day and hour of its place, title and day of its sitemap.
    [(day, moment)] = ask(home, f"select published_on::text, published_at::text from articles where url = '{root}night'")
    assert (day, moment) == ("2025-07-05", "2025-07-04 23:30:00+00")
    assert ask(home, "select distinct language from articles") == [("en",)]

    # The second run: only what may have changed is asked for, nothing is stored twice, and a host that rests is left alone.
    account_2 = printed(second.stdout)
    unchanged = [address for address, status in log_2 if status == 304]
    assert account_2["unchanged"] == len(unchanged) and {root + "tagged", root + "dated"} <= set(unchanged)
    assert account_2["deferred"] == 2 and not any("localhost" in address for address, _ in log_2)
    whole = served | {root + name for name in (*FETCHED_WITHOUT_TEXT, *listings[1:])}
    assert account_2["fetched"] == sum(status == 200 and address in whole for address, status in log_2)
    assert ask(home, "select count(*), count(distinct run_id) from articles") == [(len(served), 1)]
    assert ask(home, "select count(*) from runs") == [(2,)]

    # Without the network: the archives of the home give the same articles, with what their listings say of them.
    again = onrecord("run", home / "web" / "archive", "--home", tmp_path / "again")
    assert again.returncode == 0, again.stderr
    assert ask(tmp_path / "again", CONTENT) == ask(home, CONTENT)
    assert ask(tmp_path / "again", QUOTES) == ask(home, QUOTES)
    assert {title for (title,) in ask(home, "select title from articles")} >= {"All about nets", "All about lamps"}
