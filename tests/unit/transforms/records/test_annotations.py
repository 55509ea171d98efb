"""Names and quotes of one article."""

from __future__ import annotations

import pickle

from transforms.records import Annotation, Mention, Quote


def test_a_mention_shows_nothing_unless_said() -> None:
    found = Mention("body", None, 0, 4, "Orlo", "place", 0, "Orlo")
    assert (found.role, found.owner, found.sport, found.signs) == (None, None, None, ())


def test_a_quote_without_a_speaker_is_nobodys() -> None:
    found = Quote(0, "body", None, 0, 4, "It fell", "direct", "“It fell.”", 0.5, "none")
    assert (found.speaker, found.speaker_kind, found.is_damaged, found.contains_ordinal) == (None, "none", False, None)


def test_what_workers_hand_over_stays_equal() -> None:
    annotation = Annotation((Mention("body", None, 0, 4, "Orlo", "place", 0, "Orlo", signs=("shown",)),))
    assert pickle.loads(pickle.dumps(annotation)) == annotation


def test_a_text_by_itself_has_no_features() -> None:
    assert Annotation() == Annotation((), (), None)
