"""The picture of a week."""

from __future__ import annotations

import base64
from xml.etree import ElementTree

from flows.watch.limits import SHARES
from flows.watch.trend import draw_trend, make_panels, to_address
from tests.unit.flows.watch.histories import history, outlet_row

SVG = "{http://www.w3.org/2000/svg}"


def test_counts_of_a_day_add_up_and_shares_are_weighted() -> None:
    panels = {p.title: p for p in make_panels(history([outlet_row(i, undated=i, articles=10) for i in range(1, 5)]))}
    assert panels["articles stored"].days == (None, None, None, None, 30, 30, 30, 30)
    assert panels["articles stored"].mean == 30
    undated = panels["articles without day"]
    assert undated.days == (None, None, None, None, 0.1, 0.2, 0.3, 0.4)
    assert undated.run == 0.4
    assert undated.mean is not None
    assert abs(undated.mean - 0.2) < 1e-9


def test_a_first_run_has_no_mean() -> None:
    assert {p.mean for p in make_panels(history([outlet_row(1)], runs=1))} == {None}


def test_the_picture_is_well_formed_and_holds_every_measure() -> None:
    given = history([outlet_row(i) for i in range(1, 5)])
    drawn = ElementTree.fromstring(draw_trend(given))
    words = [t.text for t in drawn.iter(f"{SVG}text")]
    assert set(SHARES.values()) < {p.title for p in make_panels(given)} <= set(words)
    width, height = float(drawn.get("width") or 0), float(drawn.get("height") or 0)
    for bar in drawn.iter(f"{SVG}rect"):
        assert 0 <= float(bar.get("height") or 0) <= height
        assert 0 <= float(bar.get("width") or 0) <= width


def test_a_run_of_nothing_can_be_drawn() -> None:
    empty = {"documents_seen": 0, "articles_stored": 0, "documents_rejected": 0, "entities_named": 0, "entities_new": 0}
    ElementTree.fromstring(draw_trend(history([], runs=1, **empty)))


def test_the_address_holds_the_picture_whole() -> None:
    kind, _, data = to_address("<svg/>").partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(data) == b"<svg/>"
