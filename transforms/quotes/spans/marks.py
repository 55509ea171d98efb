"""Words between quotation marks: where they start and end in one paragraph, whatever marks an outlet uses.

Handles curly, straight, low and angular marks, single marks (told apart from apostrophes), marks nested in marks, a
space after the opening mark, and marks that are missing: an opening mark that is never closed reaches to the end of
its paragraph, a closing mark that nothing opened is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.quotes.spans.span import Span

_MARK = re.compile(r"``|''|‘‘|’’|[\"“”„‟‘’‚'«»‹›＂「」『』]")
_ATTRIBUTE = re.compile(r"(?<==)[\"'][^\"'<>\n]*[\"']")  # left over from markup: href="…"
_OPENS = frozenset("“„‟«‹「『") | {"``", "‘‘"}
_CLOSES = frozenset("”»›」』") | {"''", "’’"}
_SINGLE = frozenset("‘’‚'")
# Clipped words that begin with an apostrophe, which typesetting programs turn into an opening single mark.
_CLIPPED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|bout|n|round|neath|cept|nuff|ere)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]\s+")
# A tag where no mark was closed: “We have asked, Minister Orlo said on Friday.
_TAG_WITHIN = re.compile(
    r",\s(?:(?:[A-ZÀ-Þ][\w’'.\-]*\s){1,5}|s?he\s)(?:said|says|told|added|wrote)\b(?=\s(?:on|in|at|to|of|yester|after|during)|[.,]|\W*$)"
)
_BEFORE_OPENING = frozenset("([{—–-/:;,…") | {""}
_CLOSING_PUNCTUATION = frozenset(",.;:!?…)]}—–-/") | {""}


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: `span` is without, `outer` with the marks.

    `is_open` where no closing mark stands in the paragraph; `is_damaged` where another mark shows that one is missing
    (an open one at the paragraph's end may go on in the next paragraph, so the caller decides about that).
    """

    span: Span
    outer: Span
    is_single: bool = False
    is_open: bool = False
    is_damaged: bool = False


def find_marked(text: str) -> tuple[Marked, ...]:
    """The outermost marked words of one paragraph, in order, none empty, none overlapping.

    >>> [m.span.of(text) for text in ["‘Don’t go,’ he said. “It’s ‘mine’,” I said."] for m in find_marked(text)]
    ['Don’t go,', 'It’s ‘mine’,']
    """
    marks = [(m.start(), m.end(), m.group()) for m in _MARK.finditer(_ATTRIBUTE.sub(_blank, text))]
    if not marks:
        return ()
    doubles = _find_double(text, [m for m in marks if m[2] not in _SINGLE])
    taken = [(m.outer.start, m.outer.end) for m in doubles]
    singles = _find_single(text, [m for m in marks if m[2] in _SINGLE and not any(a <= m[0] < b for a, b in taken)], taken)
    return tuple(sorted((*doubles, *singles), key=lambda m: m.outer.start))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _looks_opening(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not before or before.isspace() or before in _BEFORE_OPENING or before in "‘'“\"") and bool(after) and not after.isspace()


def _looks_closing(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before) and not before.isspace() and (not after or after.isspace() or after in _CLOSING_PUNCTUATION or after in "’'”\"")


def _find_double(text: str, marks: list[tuple[int, int, str]]) -> list[Marked]:
    found: list[Marked] = []
    opened: tuple[int, int, str] | None = None
    depth = 0
    straight = sum(1 for m in marks if m[2] in ('"', "＂"))
    even = straight % 2 == 0
    surpluses = _closing_surpluses(marks)
    for i, (start, end, mark) in enumerate(marks):
        opening, closing = _looks_opening(text, start, end), _looks_closing(text, start, end)
        if opened is None:
            if not _is_stray(mark, opening=opening, closing=closing, even=even):
                opened, depth = (start, end, mark), 0
            continue
        if mark in ('"', "＂"):
            if opened[2] not in ('"', "＂") and opening and not closing:
                continue  # straight marks inside curly ones
            if not even and opening and not closing and opened[2] in ('"', "＂"):
                _cut_short(found, text, opened, start)
                opened = (start, end, mark)
                continue
            closes = True
        elif mark in _OPENS:
            # „so“ and «so» close with what opens elsewhere; a second opening mark is nested if the marks suffice.
            if (opened[2] in ("„", "‟") and mark == "“") or (opened[2] == "»" and mark == "«") or (closing and not opening):
                closes = True
            elif opened[2] in ('"', "＂") and not depth and _closes_before_straight(marks, i + 1):
                depth += 1
                continue
            else:
                surplus = surpluses[i + 1]
                if surplus > depth + 1 - (depth > 0):
                    depth += 1
                else:
                    _cut_short(found, text, opened, start)
                    opened, depth = (start, end, mark), 0
                continue
        else:
            closes = True
            if opened[2] in ("“", "„", "‟", '"') and mark in "»›」』":
                continue
            if opened[2] in ("«", "‹") and mark in ("”", "’’", "''"):
                continue
        if closes and depth:
            depth -= 1
        elif closes:
            _add(found, text, opened, start, end)
            opened = None
    if opened is not None:
        _add(found, text, opened, len(text), len(text), is_open=True)
    return found


def _is_stray(mark: str, *, opening: bool, closing: bool, even: bool) -> bool:
    """Whether a mark that stands where nothing is open opens nothing either: a closing one, or one for inches."""
    if opening:
        return False
    return (mark in _CLOSES and mark != "»") or (mark in ('"', "＂") and not even and closing) or mark == "''"


def _closing_surpluses(marks: list[tuple[int, int, str]]) -> list[int]:
    """From each mark on, how many more marks close than open."""
    surpluses = [0] * (len(marks) + 1)
    for i in range(len(marks) - 1, -1, -1):
        surpluses[i] = surpluses[i + 1] + (marks[i][2] in _CLOSES) - (marks[i][2] in _OPENS)
    return surpluses


def _closes_before_straight(marks: list[tuple[int, int, str]], after: int) -> bool:
    """Whether of the marks to come a closing curly one is the first: curly marks are nested in straight ones."""
    return after < len(marks) and marks[after][2] in _CLOSES


def _cut_short(found: list[Marked], text: str, opened: tuple[int, int, str], limit: int) -> None:
    """An unclosed mark before another opening one: its words end with their first whole sentence."""
    end = next((m.start() + 1 for m in _SENTENCE_END.finditer(text, opened[1], limit)), limit)
    _add(found, text, opened, end, end, is_damaged=True)


def _add(
    found: list[Marked],
    text: str,
    opened: tuple[int, int, str],
    close_start: int,
    close_end: int,
    *,
    is_single: bool = False,
    is_open: bool = False,
    is_damaged: bool = False,
) -> None:
    start, end = opened[1], close_start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if (is_open or is_damaged) and (tag := _TAG_WITHIN.search(text, start, end)) is not None:
        end, is_open, is_damaged = tag.start() + 1, False, True  # the closing mark before the tag was lost
    if any(c.isalnum() for c in text[start:end]):
        outer = Span(opened[0], close_end if not is_open and not is_damaged else end)
        found.append(Marked(Span(start, end), outer, is_single, is_open, is_damaged))


def _find_single(text: str, marks: list[tuple[int, int, str]], taken: list[tuple[int, int]]) -> list[Marked]:
    """Single marks outside double ones. One that is never closed is an apostrophe."""
    found: list[Marked] = []
    i = 0
    while i < len(marks):
        start, end, mark = marks[i]
        i += 1
        if mark == "’" or not _looks_opening(text, start, end) or text[start - 1 : start] == "-" or _CLIPPED.match(text, end):
            continue
        barrier = min((a for a, _ in taken if a > start), default=len(text))
        closers: list[int] = []
        for k in range(i, len(marks)):
            a, b, other = marks[k]
            if a >= barrier or (_looks_opening(text, a, b) and (other in "‘‚" or (closers and not _CLIPPED.match(text, b)))):
                break  # another pair
            if other in "’'" and _looks_closing(text, a, b) and not (other == "'" and mark == "‘" and text[a - 1 : a] in "sS"):
                closers.append(k)
        chosen = _choose_closer(text, [(k, marks[k][0], marks[k][1]) for k in closers])
        if chosen is None:
            continue
        _add(found, text, (start, end, mark), marks[chosen][0], marks[chosen][1], is_single=True)
        i = chosen + 1
    return found


def _choose_closer(text: str, closers: list[tuple[int, int, int]]) -> int | None:
    """The closing mark among what looks like one: not the apostrophe of a plural ("the workers’ rights") before it."""
    for n, (k, start, end) in enumerate(closers):
        plural = text[start - 1 : start] in ("s", "S") and re.match(r"\s+[a-z]", text[end:])
        if plural and n + 1 < len(closers):
            continue
        return k
    return None


def cover(text: str, marked: Sequence[Marked]) -> bytearray:
    """A byte a code point of the paragraph, 1 where it stands between marks (the marks included)."""
    covered = bytearray(len(text) + 1)
    for m in marked:
        covered[m.outer.start : m.outer.end] = b"\x01" * len(m.outer)
    return covered


def is_marked(at: int, marked: Sequence[Marked]) -> bool:
    """Whether a code point stands between marks."""
    return any(m.outer.has(at) for m in marked)


def blank_marks(text: str, marked: Sequence[Marked]) -> str:
    """The paragraph with its marked words blanked, so that offsets stay."""
    for m in marked:
        text = text[: m.outer.start] + "\x00" * len(m.outer) + text[m.outer.end :]
    return text


def outside_marks(text: str, marked: Sequence[Marked]) -> str:
    """What the paragraph says outside its marks, the pieces joined by spaces."""
    edges = [0, *(e for m in marked for e in (m.outer.start, m.outer.end)), len(text)]
    return " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
