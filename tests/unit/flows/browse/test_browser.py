"""The pages in a real browser, by keyboard alone, with scripts and without: search, article, quote, speaker, statement, story."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn

from flows.browse.app import create_app
from tests.chromium import Tab, find_chromium, start_chromium
from warehouse.home import Home

PROGRAM = find_chromium()
pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="left out: the pages in a browser, for no chromium is installed (Debian: apt-get install chromium)"
)


@pytest.fixture(scope="module")
def address(browsed: Home) -> Iterator[str]:
    """Where the application listens on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(create_app(browsed), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def devtools() -> Iterator[str]:
    assert PROGRAM
    with start_chromium(PROGRAM) as devtools:
        yield devtools


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_keyboard_alone_leads_from_a_search_to_the_story(address: str, devtools: str, scripts: bool) -> None:
    tab = Tab(devtools, scripts=scripts)
    tab.open(f"{address}/")
    tab.tab_to("header input[name=q]")
    tab.type("harbour talks")
    tab.press("Enter")
    tab.wait_for("location.pathname == '/search' && document.readyState == 'complete'")
    tab.follow("main a[href^='/article/']", "/article/")
    tab.tab_to("a.said")
    tab.press("Enter")
    tab.wait_for("!!document.querySelector('.card:target')")
    assert tab.evaluate("getComputedStyle(document.querySelector('.card:target dl')).display") == "grid"
    assert "cue" in tab.evaluate("document.querySelector('.card:target').innerText").lower()
    tab.follow(".card:target dd a[href^='/entity/']", "/entity/")
    assert tab.evaluate("document.querySelector('h1').innerText") == "Mira Solano"
    tab.follow("main a[href^='/statement/']", "/statement/")
    tab.follow("main a[href^='/story/']", "/story/")
    assert tab.evaluate("document.querySelectorAll('ol.line a[href^=\"/article/\"]').length") >= 1
    assert tab.troubles == []
    assert {r for r in tab.requests if not r.startswith((address, "about:", "data:"))} == set()
    tab.close()


@pytest.mark.parametrize("width", [360, 1600])
def test_no_page_is_wider_than_the_screen(address: str, devtools: str, ids: dict[str, str], width: int) -> None:
    tab = Tab(devtools, width=width)
    for path in (
        "/",
        "/entities",
        "/outlets",
        "/ask",
        "/search?q=ferry",
        "/outlet/Gazette",
        *(f"/{kind}/{key}" for kind, key in ids.items()),
    ):
        tab.open(address + path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
    assert tab.troubles == []
    tab.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_has_the_contrast_of_wcag_aa(address: str, devtools: str, ids: dict[str, str], dark: bool) -> None:
    tab = Tab(devtools, dark=dark)
    for path in (
        "/",
        "/entities",
        "/ask?q=nonsense",
        "/search?q=ferry",
        "/outlet/Gazette",
        *(f"/{kind}/{key}" for kind, key in ids.items()),
    ):
        tab.open(f"{address}{path}{'#q1' if path.startswith('/article') else ''}")
        assert tab.evaluate(CONTRAST) == [], path
    tab.close()


# Texts whose colour differs too little from what is behind them: a ratio of 4.5, or 3 where they are large (WCAG 2.2, 1.4.3).
CONTRAST = """(() => {
  const parts = (color) => { const c = color.match(/[\\d.]+/g).map(Number); return c.length > 3 ? c : [...c, 1]; };
  const linear = (v) => (v / 255 <= .04045 ? v / 255 / 12.92 : ((v / 255 + .055) / 1.055) ** 2.4);
  const light = (c) => .2126 * linear(c[0]) + .7152 * linear(c[1]) + .0722 * linear(c[2]);
  const behind = (element) => {
    const layers = [];
    for (; element; element = element.parentElement) layers.push(parts(getComputedStyle(element).backgroundColor));
    return layers.reverse().reduce((under, over) => [0, 1, 2].map((i) => over[i] * over[3] + under[i] * (1 - over[3])), [255, 255, 255]);
  };
  const faint = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    if (!walk.currentNode.data.trim() || box.width < 2 || element.closest("svg, option")) continue;
    const [one, other] = [light(parts(style.color)), light(behind(element))].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if ((one + .05) / (other + .05) < (isLarge ? 3 : 4.5)) faint.push(`${element.tagName}.${element.className}`);
  }
  return faint;
})()"""
