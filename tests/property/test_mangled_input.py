"""Mangled input of every reader gives articles or rejections: no traceback, no address that nobody listed, no word that no page has."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.mangled import SEEDS, Mangled, mangle_all, read_mangled

# A hundred and twenty in every run; `python -m tests.bench.mangled 5000` for a long one.
COUNT = 120
# Prints what is read of the same inputs with another clock: a class in place of datetime, before anything takes hold of it.
_READ_ON_ANOTHER_DAY = """
import datetime as dt, json, sys, time
days = int(sys.argv[1])
real, real_date, shift = dt.datetime, dt.date, dt.timedelta(days=days)
class Meta(type):
    def __instancecheck__(cls, one): return isinstance(one, real)
class Shifted(real, metaclass=Meta):
    @classmethod
    def now(cls, tz=None): return real.now(tz) + shift
    @classmethod
    def utcnow(cls): return real.utcnow() + shift
    @classmethod
    def today(cls): return real.today() + shift
class DateMeta(type):
    def __instancecheck__(cls, one): return isinstance(one, real_date)
class ShiftedDate(real_date, metaclass=DateMeta):
    @classmethod
    def today(cls): return real_date.today() + shift
if days:
    seconds = time.time
    time.time = lambda: seconds() + days * 86400
    dt.datetime, dt.date = Shifted, ShiftedDate
from tests.mangled import SEEDS, Mangled, mangle_all, read_mangled
inputs = [Mangled(name, "as it is", content) for name, content in SEEDS.items()] + list(mangle_all(30, seed=7))
print(json.dumps([read_mangled(one) for one in inputs]))
"""


@pytest.mark.parametrize("name", SEEDS)
def test_good_input_is_read(name: str) -> None:
    found = read_mangled(Mangled(name, "as it is", SEEDS[name]))
    assert found != ["nothing"] and len(found) == {"a.jsonl": 2, "a.warc": 2, "a.warc.gz": 2, "robots.txt": 2}.get(
        name, 4 if "a=1&b=3" in found[-1] else 1
    )


@pytest.mark.parametrize("part", range(4))
def test_mangled_input_gives_articles_or_rejections(part: int) -> None:
    for one in mangle_all(COUNT // 4, seed=100 + part):
        try:
            assert read_mangled(one)
        except Exception as error:
            raise AssertionError(f"{one.name} ({one.how}): {one.content[:300]!r}") from error


def test_reading_is_the_same_a_year_on_and_in_every_time_zone() -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", _READ_ON_ANOTHER_DAY, days], env=os.environ | {"TZ": zone}, stdout=subprocess.PIPE)
        for days, zone in (("0", "UTC"), ("370", "Pacific/Auckland"), ("-400", "Pacific/Honolulu"), ("0", "Asia/Kathmandu"))
    ]
    first, *others = [json.loads(process.communicate()[0]) for process in started]
    assert any("2025-06-11" in text for found in first for text in found)
    assert all(other == first for other in others)
