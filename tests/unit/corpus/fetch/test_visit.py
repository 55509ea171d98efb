from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from corpus.fetch.address import parse_address
from corpus.fetch.archive import Archive
from corpus.fetch.visit import Visit, Visitor
from corpus.web.content import PAGE_TYPES
from tests.news_site import LIMITS, NewsSite, Reply, page, redirect, resolve

Go = Callable[..., Visit]


@pytest.fixture
def go(tmp_path: Path) -> Iterator[Go]:
    """Visits one address with a visitor of its own."""
    visitors: list[Visitor] = []

    def visit(address: str, conditions: dict[str, dict[str, str]] | None = None, **limits: Any) -> Visit:
        visitor = Visitor(replace(LIMITS, **limits), Archive(tmp_path), threading.Event(), lambda visit: None, resolve)
        visitors.append(visitor)
        url = parse_address(address)
        assert url is not None
        return visitor.visit(url, PAGE_TYPES, visitor.limits.download_bytes, conditions or {})

    yield visit
    for visitor in visitors:
        visitor.close()
        visitor.archive.close()


def asked_for(site: NewsSite, path: str) -> int:
    return sum(address == site.url(path) for address, _ in site.log)


# What a server is told


def test_server_is_told_who_asks_and_nothing_else(site, go, monkeypatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.put("gazette.test/a", redirect("/b"))
    site.put("gazette.test/b", page("B", headers={"Set-Cookie": "reader=7"}))
    visit = go(site.url("gazette.test/a"), user_agent="Archive-Test/3.1 (+https://archive.example/bot)")
    assert visit.exchange is not None and visit.exchange.status == 200
    assert len(site.asked) == 3
    for asked in site.asked:
        assert set(asked) == {"host", "user-agent", "accept", "accept-encoding"}
        assert asked["user-agent"] == "Archive-Test/3.1 (+https://archive.example/bot)"
        assert asked["host"] == f"gazette.test:{site.port}"


def test_user_and_password_of_an_address_are_not_sent(site, go) -> None:
    site.put("gazette.test/a", page("A"))
    go(site.url("gazette.test/a").replace("http://", "http://reader:secret@"))
    assert asked_for(site, "gazette.test/a") == 1
    assert not any("authorization" in asked for asked in site.asked)


def test_conditions_go_to_the_address_that_they_are_for(site, go) -> None:
    site.put("gazette.test/a", redirect("/b"))
    site.put("gazette.test/b", page("B", etag='"v7"'))
    visit = go(site.url("gazette.test/a"), {site.url("gazette.test/b"): {"If-None-Match": '"v7"'}})
    assert visit.is_unchanged and visit.exchange is None
    told = [(asked.get("if-none-match"), status) for asked, (_, status) in zip(site.asked, site.log, strict=True)]
    assert told == [(None, 404), (None, 302), ('"v7"', 304)]


# robots.txt


@pytest.mark.parametrize(
    ("rules", "path", "is_allowed"),
    [
        ("User-agent: *\nDisallow: /a", "a/b", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "a/b", True),  # the longer rule wins
        ("User-agent: *\nDisallow: /*.pdf$", "a.pdf", False),
        ("User-agent: onrecord-test\nDisallow: /\n\nUser-agent: *\nAllow: /", "a", False),
        ("User-agent: otherbot\nDisallow: /", "a", True),
        ("User-agent: ONRECORD-TEST\nAllow: /\n\nUser-agent: *\nDisallow: /", "a", True),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "a", False),
        ("User-agent: *\nDisallow: /%C3%BCber", "%C3%BCber", False),
        ("<html><p>no rules here</p></html>", "a", True),
        ("", "a", True),
    ],
)
def test_rules_are_obeyed(site, go, rules, path, is_allowed) -> None:
    site.put("gazette.test/robots.txt", Reply(rules.encode(), "text/plain"))
    site.put(f"gazette.test/{path}", page("A"))
    visit = go(site.url(f"gazette.test/{path}"))
    assert (visit.failure is None) is is_allowed
    assert asked_for(site, f"gazette.test/{path}") == is_allowed


@pytest.mark.parametrize(("status", "is_allowed"), [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)])
def test_server_without_rules_allows_and_one_that_cannot_tell_forbids(site, go, status, is_allowed) -> None:
    site.put("gazette.test/robots.txt", Reply(status=status))
    site.put("gazette.test/a", page("A"))
    visit = go(site.url("gazette.test/a"))
    assert (visit.failure.reason if visit.failure else None) == (None if is_allowed else "robots")


def test_rules_behind_a_redirect_count_for_the_server_that_was_asked(site, go) -> None:
    site.put("gazette.test/robots.txt", redirect(site.url("rules.test/gazette.txt")))
    site.put("rules.test/gazette.txt", Reply(b"User-agent: *\nDisallow: /", "text/plain"))
    visit = go(site.url("gazette.test/a"))
    assert visit.failure is not None and visit.failure.reason == "robots"
    assert asked_for(site, "rules.test/robots.txt") == 0


def test_of_endless_rules_the_first_half_megabyte_counts(site, go) -> None:
    rules = b"User-agent: *\nDisallow: /a\n" + b"# filler\n" * 80_000 + b"Disallow: /b\n"
    site.put("gazette.test/robots.txt", Reply(rules, "text/plain"))
    site.put("gazette.test/b", page("B"))
    failure = go(site.url("gazette.test/a")).failure
    assert failure is not None and failure.reason == "robots"
    assert go(site.url("gazette.test/b")).failure is None


def test_rules_in_gzip_are_read(site, go) -> None:
    rules = gzip.compress(b"User-agent: *\nDisallow: /a")
    site.put("gazette.test/robots.txt", Reply(rules, "text/plain", headers={"Content-Encoding": "gzip"}))
    visit = go(site.url("gazette.test/a"))
    assert visit.failure is not None and visit.failure.reason == "robots"


def test_rules_are_asked_for_once(site) -> None:
    visitor = Visitor(LIMITS, Archive(None), threading.Event(), lambda visit: None, resolve)
    for path in ("a", "b", "c"):
        visitor.visit(parse_address(site.url(f"gazette.test/{path}")), PAGE_TYPES, 10_000, {})
    visitor.close()
    assert asked_for(site, "gazette.test/robots.txt") == 1


def test_address_behind_a_redirect_is_checked_too(site, go) -> None:
    site.put("gazette.test/a", redirect(site.url("other.test/private")))
    site.put("other.test/robots.txt", Reply(b"User-agent: *\nDisallow: /private", "text/plain"))
    visit = go(site.url("gazette.test/a"))
    assert visit.failure is not None and visit.failure.reason == "robots"
    assert asked_for(site, "other.test/private") == 0


# Patience


@pytest.mark.parametrize(
    ("reply", "times"),
    [
        (Reply(status=500), 3), (Reply(status=503), 3), (Reply(status=429), 3), (Reply(raw=b""), 3),
        (Reply(b"<p>", length=99), 3),
        (Reply(status=404), 1), (Reply(status=403), 1), (Reply(status=501), 1), (Reply(raw=b"no http\r\n\r\n"), 1),
        (Reply(b"x", "image/png"), 1), (Reply(b"a" * 30_000), 1), (Reply(status=304), 1),
    ],
)  # fmt: skip
def test_what_may_pass_is_asked_again_and_nothing_else(site, go, reply, times) -> None:
    site.put("gazette.test/a", reply)
    visit = go(site.url("gazette.test/a"), attempts=3)
    assert visit.failure is not None
    assert asked_for(site, "gazette.test/a") == len(visit.requests) == times


def test_retry_after_is_waited_for(site, go) -> None:
    site.put("gazette.test/a", Reply(status=429, headers={"Retry-After": "1"}), page("A"))
    started = time.monotonic()
    visit = go(site.url("gazette.test/a"), wait_seconds=5)
    assert visit.exchange is not None and time.monotonic() - started >= 0.99


@pytest.mark.parametrize("value", ["3600", format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)], ids=["seconds", "date"])
def test_long_retry_after_ends_the_visit(site, go, value) -> None:
    site.put("gazette.test/a", Reply(status=503, headers={"Retry-After": value}))
    visit = go(site.url("gazette.test/a"))
    assert visit.failure is not None and visit.failure.may_pass and "asks to wait" in visit.failure.detail
    assert asked_for(site, "gazette.test/a") == 1


def test_pauses_between_attempts_grow(site, go) -> None:
    site.put("gazette.test/a", Reply(status=503))
    started = time.monotonic()
    go(site.url("gazette.test/a"), attempts=4, backoff_seconds=0.05)
    assert time.monotonic() - started >= 0.05 + 0.1 + 0.2


def test_dripping_answer_is_given_up_in_time(site, go) -> None:
    site.put("gazette.test/a", Reply(pieces=lambda: iter([b"a"] * 1000), seconds=0.05))
    started = time.monotonic()
    visit = go(site.url("gazette.test/a"), total_seconds=0.4)
    assert visit.failure is not None and visit.failure.reason == "timeout"
    assert time.monotonic() - started < 20
    assert asked_for(site, "gazette.test/a") == 1


@pytest.mark.parametrize("location", ["/b", "b", "//gazette.test:{port}/b", "http://gazette.test:{port}/b#part", "?x=1"])
def test_redirects_of_every_form_are_followed(site, go, location) -> None:
    for path in ("gazette.test/b", "gazette.test/a?x=1"):
        site.put(path, page("B"))
    site.put("gazette.test/a", redirect(location.format(port=site.port), 308))
    visit = go(site.url("gazette.test/a"))
    assert visit.exchange is not None and len(visit.requests) == 2


@pytest.mark.parametrize("location", ["", "file:///etc/passwd", "ftp://gazette.test/a", "http://", "javascript:alert(1)", "http://[bad/"])
def test_redirect_to_what_is_no_web_address_ends_the_visit(site, go, location) -> None:
    site.put("gazette.test/a", redirect(location))
    visit = go(site.url("gazette.test/a"))
    assert visit.failure is not None and visit.failure.reason in ("http_status", "too_many_redirects")
    assert asked_for(site, "gazette.test/a") == 1
