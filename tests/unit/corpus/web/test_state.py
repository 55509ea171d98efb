import sqlite3
import threading
import time
from dataclasses import replace

from corpus.web.state import Seen, State

PLACE = "https://gazette.example/a"
SEEN = Seen(PLACE, PLACE, "page", '"v1"', "Tue, 04 Mar 2025 09:00:00 GMT", "2025", 1000.0)


def test_what_is_noted_counts_at_once_and_stays_only_when_committed(tmp_path) -> None:
    path = tmp_path / "web" / "state.sqlite"
    state = State(path)
    state.note(SEEN)
    assert state.find(PLACE) == SEEN
    assert State(path).find(PLACE) is None and not path.exists()
    state.commit()
    assert State(path).find(PLACE) == SEEN
    assert State(path).find(PLACE + "b") is None


def test_later_note_replaces_the_earlier(tmp_path) -> None:
    for etag in ('"v1"', '"v2"'):
        state = State(tmp_path / "state")
        state.note(replace(SEEN, etag=etag))
        state.commit()
    found = State(tmp_path / "state").find(PLACE)
    assert found is not None and found.etag == '"v2"'


def test_conditions_hold_the_validators_that_there_are() -> None:
    assert SEEN.conditions() == {PLACE: {"If-None-Match": '"v1"', "If-Modified-Since": "Tue, 04 Mar 2025 09:00:00 GMT"}}
    assert replace(SEEN, etag="", last_modified="").conditions() == {PLACE: {}}


def test_host_rests_until_its_time(tmp_path) -> None:
    state = State(tmp_path / "state")
    state.rest({"gazette.example": 100.0, "meridian.example": -1.0})
    state.commit()
    resting = State(tmp_path / "state").resting()
    assert set(resting) == {"gazette.example"} and 90 < resting["gazette.example"] <= 100


def test_without_a_file_nothing_stays() -> None:
    state = State(None)
    state.note(SEEN)
    state.commit()
    assert State(None).find(PLACE) is None


def test_damaged_file_is_put_aside(tmp_path) -> None:
    path = tmp_path / "state"
    path.write_bytes(b"SQLite format 3\0" + b"garbage" * 500)
    state = State(path)
    assert state.find(PLACE) is None
    state.note(SEEN)
    state.commit()
    assert State(path).find(PLACE) == SEEN
    assert (tmp_path / "state.damaged").exists()


def test_file_of_another_form_is_put_aside(tmp_path) -> None:
    path = tmp_path / "state"
    with sqlite3.connect(path) as con:
        con.execute("CREATE TABLE addresses (name TEXT)")
    con.close()
    assert State(path).find(PLACE) is None
    assert (tmp_path / "state.damaged").exists()


def test_threads_share_a_state(tmp_path) -> None:
    state = State(tmp_path / "state")
    state.note(SEEN)
    state.commit()
    found = []
    threads = [threading.Thread(target=lambda: found.append(state.find(PLACE))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [SEEN] * 8


def test_many_addresses_are_looked_up_fast(tmp_path) -> None:
    state = State(tmp_path / "state")
    for i in range(2000):
        state.note(replace(SEEN, location=f"{PLACE}{i}"))
    state.commit()
    started = time.monotonic()
    assert all(state.find(f"{PLACE}{i}") for i in range(2000))
    assert time.monotonic() - started < 5
