"""Where the outlet says that somebody speaks: the cue, who does it, and the clause that reports it."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.nlp import Reading
from transforms.quotes.sayings.beside_marks import before_colons, inner_labels, opening_label, signatures, tags
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.sayings.verbs import sayings_in
from transforms.quotes.spans.marks import Marked, cover


def find_sayings(reading: Reading, marked: Sequence[Marked]) -> tuple[Saying, ...]:
    """The sayings of one paragraph in text order. Cues within marks are other people's and left out."""
    text = reading.passage.text
    covered = cover(text, marked)
    sayings = [s for number, sentence in enumerate(reading.sentences) for s in sayings_in(sentence, number, covered)]
    sayings += tags(text, marked, sayings)
    sayings += signatures(text, marked)
    sayings += inner_labels(text, marked)
    sayings += before_colons(reading, marked, sayings)
    sayings += opening_label(text, sayings)
    return tuple(sorted(sayings, key=lambda s: s.at))
