"""Whether a page is a story that somebody made up: much talk, and nothing that a report has.

Whoever speaks in a novel or a fairy tale said nothing in this world. Reports of any kind hold figures: years, ages, sums, scores; a
tale hardly any, and its people ask and exclaim where those of a report state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.nlp import Reading
from transforms.quotes.spans.marks import find_marked
from transforms.quotes.spans.span import WORD
from transforms.records import Mention

# The fewest lines of talk that make a tale, the words from which on marked ones are such a line, and the fewest words of the page:
# in fewer the lack of figures tells nothing.
_LEAST = 10
_LINE_WORDS = 3
_LEAST_WORDS = 500
# The fewest people with a full name and a role ("Otto Brack, the chairman") that make a report, and in how many words one of them stands.
_DESCRIBED = 2
_WORDS_A_ROLE = 700
# A tale has at most one figure in this number of words: a chapter's, or a number on a door.
_WORDS_A_FIGURE = 1_000
# Of its lines at least this share ask or exclaim; of those of reports that long without figures at most a fifth do.
_ASKING = 0.25
_FIGURE = re.compile(r"\d[\d.,:]*")
_ENDS = tuple("?!")


def is_tale(readings: Sequence[Reading], mentions: Sequence[Mention]) -> bool:
    """Whether the body of an article is a made-up story. Reports say what the people are whom they name."""
    body = [r.passage.text for r in readings if r.passage.part == "body"]
    words = sum(len(text.split()) for text in body)
    described = {m.cluster for m in mentions if m.type == "person" and m.role and " " in m.name}
    if words < _LEAST_WORDS or len(described) >= max(_DESCRIBED, words // _WORDS_A_ROLE):
        return False
    most, figures = words // _WORDS_A_FIGURE, 0
    for text in body:
        figures += len(_FIGURE.findall(text))
        if figures > most:
            return False
    spoken = (m.span.of(text) for text in body for m in find_marked(text))
    lines = [line for line in spoken if len(WORD.findall(line)) >= _LINE_WORDS]
    return len(lines) >= _LEAST and sum(line.endswith(_ENDS) for line in lines) >= _ASKING * len(lines)
