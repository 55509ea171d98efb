"""Reports that hold marked words."""

from __future__ import annotations

from dataclasses import replace

from transforms.quotes.overlaps import point_to_marked
from transforms.records import Quote

REPORT = Quote(0, "body", None, 10, 60, "the deal is “fair”", "indirect", "", 0.5, "indirect: bare")


def test_a_report_points_to_the_first_marked_words_within_it() -> None:
    fair = replace(REPORT, ordinal=1, start_char=23, end_char=27, kind="mixed")
    late = replace(fair, ordinal=2, start_char=40, end_char=44)
    assert [q.contains_ordinal for q in point_to_marked([REPORT, fair, late])] == [1, None, None]


def test_words_outside_in_another_part_or_held_at_a_distance_are_not_within() -> None:
    outside = replace(REPORT, ordinal=1, start_char=61, end_char=70, kind="direct")
    elsewhere = replace(REPORT, ordinal=2, part="title", start_char=23, end_char=27, kind="mixed")
    scare = replace(REPORT, ordinal=3, start_char=23, end_char=27, kind="scare")
    assert point_to_marked([REPORT, outside, elsewhere, scare])[0].contains_ordinal is None
