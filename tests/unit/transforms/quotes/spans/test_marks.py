"""Words between marks: where they start and end."""

from __future__ import annotations

import pytest

from transforms.quotes.spans.marks import find_marked

# (paragraph, the words without their outer marks)
SPANS = [
    ("“We agreed,” she said. “They left.”", ["We agreed,", "They left."]),
    ('"We agreed," she said. "They left."', ["We agreed,", "They left."]),
    ("‘We agreed,’ said Orlo. ‘It’s done.’", ["We agreed,", "It’s done."]),  # single marks, apostrophe inside
    ("'We agreed,' said Orlo. 'It's done.'", ["We agreed,", "It's done."]),
    ("The workers’ rights and the ’90s don’t count.", []),  # apostrophes only
    ("‘The workers’ rights matter,’ she said.", ["The workers’ rights matter,"]),  # a plural's apostrophe closes nothing
    ("Rock ‘n’ roll in the ‘90s", []),
    ("«Oui», dit-il. „Gut so“, sagte er. »Ja«, sagte sie.", ["Oui", "Gut so", "Ja"]),
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),  # nested: the outer one
    ("“The “new” plan failed,” she said.", ["The “new” plan failed,"]),
    ('"The “new” plan failed," she said.', ["The “new” plan failed,"]),
    ("the “ for the positive changes,” they said", ["for the positive changes,"]),  # a space after the opening mark
    ("“We will go on and on", ["We will go on and on"]),  # never closed: the paragraph ends it
    ('It has a 6" screen and no more.', []),  # an inch
    ('<a href="x.html">She said "no more" today.</a>', ["no more"]),
    ("They lived 'like mates' since May. Ada said the Moss's boy 'wanted a wife'.", ["like mates", "wanted a wife"]),  # two pairs
    ("''We agreed,'' she said.", ["We agreed,"]),  # two apostrophes for a double mark
    ('” “” "" ‘’', []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_marked_words_are_found(text: str, expected: list[str]) -> None:
    assert [m.span.of(text) for m in find_marked(text)] == expected


def test_an_unclosed_mark_is_open_and_swallows_no_later_quote() -> None:
    text = "“We go. He said so. “We come,” he said."
    first, second = find_marked(text)
    assert (first.span.of(text), first.is_damaged) == ("We go.", True)
    assert second.span.of(text) == "We come,"
    assert find_marked("“We go on")[0].is_open
