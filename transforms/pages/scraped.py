"""Plain text as somebody scraped it from a page: the role of each line, from its form, position and neighbours."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from transforms.metadata.byline import find_byline
from transforms.metadata.dateline import find_dateline, is_date_line, is_named_date_line
from transforms.names.lexicon import is_common_word, is_surname
from transforms.pages.blocks import judge_form
from transforms.pages.copied_posts import find_copied_posts
from transforms.records import Role
from transforms.text import count_words, ends_sentence, is_prose

# Inner lines from which on lines are wrapped at a width, most of them of such a length and without an end.
_LEAST_WRAPPED = 6
_WRAPPED_CHARS = range(30, 101)
_MOST_OPEN = 0.7
_TEASER_WORDS = 20  # of a headline of another article
_SHORT_NAME = 5  # words of a line in a box about the author that is a name
_OPENER_WORDS = 12  # of a line that opens an appeal
_FRAGMENT_WORDS = 4  # of a line that is a fragment; a headline, a row and a first sentence have as many or more
_ADDRESS_WORDS = 3  # that a line which speaks to the reader has more than
_HEAD_LINES = 6  # between a standfirst and the text: byline, day, credit
_LEAST_LINE = 6  # words of a standfirst, or of a line that begins a table
_QUOTING_WORDS = 5  # of a short sentence with a quotation
_TITLE_WORDS = range(4, 36)
# Words of a headline above the byline; on the first line of all, where the outlet's name may stand, it has more.
_SHORT_TITLE = 2
_FIRST_SHORT_TITLE = 3
_HEADING_WORDS = 15
_LEAST_RUN = 3  # headlines in a row that are links
_HEADLINE_WORDS = range(4, 21)
_SMALL_WORD = 3  # letters of words that a headline in title case leaves small
_CAPITALS = 0.7  # share of a headline's other words that have a capital

_SECTION_OPENER = re.compile(
    r"(?:an?|the)?\s*(?:message|note|letter|word|appeal)\s+(?:from|to)\b.{0,60}:?$|dear (?:readers?|friends?|supporters?|"
    r"subscribers?)\b.{0,20}$|(?:why )?support (?:us|our)\b.*$",
    re.IGNORECASE,
)
_ADDRESSES_READER = re.compile(
    r"\b(?:you|your|yours|you['’](?:re|ll|ve)|we|us|our|ours|we['’](?:re|ll|ve)|subscribers?|newsletter|donat\w+|subscri\w+)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_SECTION_REASONS = {"newsletter", "support_appeal", "comment_rules", "subscriber_terms", "appeal_section"}


# A line of a table or a list, run together as scrapers leave them: it begins with a rank, or holds several figures among
# capitalised words.
_RANKED = re.compile(r"\d{1,3}[.)]?\s+[^\W\d_]")
# What stands below the report of a match: who scored, how many came.
_MATCH_FACTS = re.compile(
    r"(?:(?:Goal|Try|Point)?[ -]?[Ss]corers?\b|Attend[ae]nce|Halftime|Half-time|Substitutes|Line-?ups|Referee)\s*[:–-]"
)
_MINUTE = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\b")
_FIGURE = re.compile(r"(?<![\w@])\d[\d.,:-]*(?!\w)")
_STANDFIRST_LINES = 2  # what stands above the text in more lines than these is text itself


@dataclass(slots=True)
class Line:
    """One paragraph of scraped text. `role` is None until a rule decides."""

    text: str
    role: Role | None = None
    reason: str = ""

    def decide(self, role: Role, reason: str) -> None:
        self.role, self.reason = role, reason


def split_lines(text: str) -> list[str]:
    """The paragraphs of plain text: its lines; where lines are wrapped at a width, what stands between blank lines.

    >>> split_lines("One line.\\n\\nAnother line.")
    ['One line.', 'Another line.']
    """
    groups = [[line.strip() for line in g.split("\n") if line.strip()] for g in re.split(r"\n[ \t]*\n", text)]
    groups = [g for g in groups if g]
    lines = [line for g in groups for line in g]
    inner = [line for g in groups for line in g[:-1]]
    # Wrapped: most lines that are not the last of their group are of one width and end within a sentence.
    if len(inner) >= _LEAST_WRAPPED and len(groups) >= 2:
        open_ended = sum(1 for line in inner if not ends_sentence(line) and len(line) in _WRAPPED_CHARS)
        if open_ended > _MOST_OPEN * len(inner):
            return [" ".join(g) for g in groups]
    return lines


def judge_lines(texts: list[str], given_title: str | None = None) -> list[Line]:
    """Every line with its role and the rule that decided, in the order given."""
    lines = [Line(t) for t in texts]
    for line in lines:
        if verdict := judge_form(line.text):
            line.decide(verdict.role, verdict.reason)
    for i, rule in find_copied_posts(texts).items():
        lines[i].decide("social", rule)
    _mark_author_boxes(lines)
    _mark_sections(lines)
    _mark_related(lines)
    first, last = _body_span(lines)
    _mark_head(lines[:first], given_title)
    _mark_body(lines, first, last)
    for line in lines[last + 1 :]:
        if line.role is None:
            line.decide("boilerplate", "after_the_text")
    return lines


def _mark_related(lines: list[Line]) -> None:
    """Below "Also read" stand headlines of other articles; below "Comments" nothing of the article stands any more."""
    below = ended = False
    for line in lines:
        if line.reason == "comments_section":
            ended = True
        if line.role is not None:
            below = line.reason in ("related_line", "below_related_line")
            continue
        if ended:
            line.decide("boilerplate", "below_comments")
        elif below and not ends_sentence(line.text) and count_words(line.text) <= _TEASER_WORDS:
            line.decide("related", "below_related_line")
        else:
            below = False


def _mark_author_boxes(lines: list[Line]) -> None:
    for above, below in pairwise(lines):
        if above.reason == "author_box" and count_words(below.text) <= _SHORT_NAME:
            below.decide("byline", "name_in_author_box")


def _mark_sections(lines: list[Line]) -> None:
    """An appeal or notice goes on while its lines speak to the reader or are bare fragments."""
    in_section = False
    for i, line in enumerate(lines):
        if _SECTION_OPENER.match(line.text) and count_words(line.text) <= _OPENER_WORDS:
            line.decide("boilerplate", "appeal_section")
        if line.role is not None:
            in_section = line.reason in _SECTION_REASONS or (in_section and line.role != "body")
            continue
        if not in_section or i == 0:
            continue
        if _ADDRESSES_READER.search(_QUOTED.sub("", line.text)) and count_words(line.text) > _ADDRESS_WORDS:
            line.decide("boilerplate", "appeal_text")
        elif count_words(line.text) <= _FRAGMENT_WORDS:
            line.decide("boilerplate", "appeal_fragment")
        else:
            in_section = is_prose(line.text) is False


def _body_span(lines: list[Line]) -> tuple[int, int]:
    """First and last line of running text that no rule has taken; of a text without any, of undecided lines at all."""
    prose = [i for i, line in enumerate(lines) if line.role is None and is_prose(line.text)]
    if not prose:
        prose = [i for i, line in enumerate(lines) if line.role is None and count_words(line.text) >= _FRAGMENT_WORDS]
        if len(prose) > 1:
            prose = prose[1:]
    if not prose:
        return len(lines), len(lines) - 1
    first = prose[0]
    # A sentence above the byline or the dateline is the standfirst, not the start of the text.
    for i in prose[1:4]:
        between = lines[first + 1 : i]
        if (any(find_byline(line.text) or is_date_line(line.text) for line in between) and len(between) <= _HEAD_LINES) or find_dateline(
            lines[i].text
        ):
            first = i
            break
    opening = [i for i, line in enumerate(lines[:first]) if line.role is None and count_words(line.text) >= _LEAST_LINE]
    if len(opening) > 1 + _STANDFIRST_LINES:  # more than a title and a standfirst: a table that no sentence introduces
        first = opening[1]
    last = prose[-1]
    named = {word for i in prose for word in re.findall(r"\w+", lines[i].text) if word[0].isupper()}
    while last + 1 < len(lines) and _is_short_sentence(lines[last + 1], named):
        last += 1
    for i in range(last + 1, len(lines)):  # a table below the text, and what stands between the two
        if lines[i].role is not None or (count_words(lines[i].text) < _FRAGMENT_WORDS and not _MATCH_FACTS.match(lines[i].text)):
            break
        if _is_listing(lines[i].text):
            last = i
    return first, last


def _is_short_sentence(line: Line, named: set[str]) -> bool:
    """Whether a line too short to be known for prose ends the text: 'The club said it was “deeply sorry”.' It quotes, or speaks of
    somebody `named` above: "Moss has sold the boat." """
    if line.role is not None or count_words(line.text) < _QUOTING_WORDS or not ends_sentence(line.text):
        return False
    first, _, rest = line.text.partition(" ")
    is_of_somebody = (
        first in named and (is_surname(first) or not is_common_word(first)) and rest[:1].islower() and not _ADDRESSES_READER.search(rest)
    )
    return is_of_somebody or _QUOTED.search(line.text) is not None


def _is_listing(text: str) -> bool:
    words = count_words(text)
    if _MATCH_FACTS.match(text) or len(_MINUTE.findall(text)) >= 2:
        return True
    return words >= _FRAGMENT_WORDS and (_RANKED.match(text) is not None or len(_FIGURE.findall(text)) >= 2)


def _mark_head(head: list[Line], given_title: str | None) -> None:
    """Above the text: one line is the title; the others are byline, date, caption beside a credit, or standfirst."""
    free = [line for line in head if line.role is None]
    for line in free:
        if find_byline(line.text):
            line.decide("byline", "byline")
        elif is_date_line(line.text) or (is_named_date_line(line.text) and not (given_title and _same(line.text, given_title))):
            line.decide("dateline", "date_line")
    times = Counter(line.text for line in head)
    title = next((line for line in free if given_title and _same(line.text, given_title)), None)
    if title is None:
        headlines = (x for x in free if x.role is None and count_words(x.text) in _TITLE_WORDS)
        title = next((x for x in headlines if times[x.text] == 1 and not x.text.endswith(":")), None)
    if title is None:
        title = _find_short_headline(head)
    if title is not None:
        title.decide("title", "given_title" if given_title else "first_headline")
    below = False
    for i, line in enumerate(head):
        below = below or line is title
        if line.role is not None:
            continue
        near = head[max(0, i - 1) : i] + head[i + 1 : i + 2]
        if any(o.role == "credit" for o in near) or times[line.text] > 1:
            line.decide("caption", "beside_credit")
        elif title is not None and _same(line.text, title.text):
            line.decide("boilerplate", "title_repeated")
        elif below and count_words(line.text) >= _LEAST_LINE:
            line.decide("standfirst", "below_title")
        else:
            line.decide("boilerplate", "above_the_text")


def _find_short_headline(head: list[Line]) -> Line | None:
    """The line above the byline or the day, of two words or three; the first line of all may be the outlet's name."""
    signed = next((i for i, line in enumerate(head) if line.role in ("byline", "dateline")), 0)
    above = next((i for i in reversed(range(signed)) if head[i].role is None), None)
    if above is None or count_words(head[above].text) < (_FIRST_SHORT_TITLE if above == 0 else _SHORT_TITLE):
        return None
    return head[above]


def _mark_body(lines: list[Line], first: int, last: int) -> None:
    """Within the text: sentences are body, a short line between them is a heading, a run of headlines is links."""
    i = first
    while i <= last:
        line = lines[i]
        if line.role is not None:
            i += 1
            continue
        if is_prose(line.text) or ends_sentence(line.text) or line.text[:1] in '•*-–—"“«' or re.match(r"\d+[.)]\s", line.text):
            line.decide("body", "running_text")
            i += 1
            continue
        run = i
        while run <= last and lines[run].role is None and not is_prose(lines[run].text) and not ends_sentence(lines[run].text):
            run += 1
        for k in range(i, run):
            near_credit = any(o.role == "credit" for o in lines[max(first, k - 1) : k + 2])
            if near_credit:
                lines[k].decide("caption", "beside_credit")
            elif run - i == 1 and count_words(lines[k].text) <= _HEADING_WORDS and not lines[k].text.endswith((",", ";")):
                lines[k].decide("heading", "short_line_between_paragraphs")
            elif run - i >= _LEAST_RUN and all(
                count_words(o.text) in _HEADLINE_WORDS and _is_headline(o.text) and not _is_listing(o.text) for o in lines[i:run]
            ):
                lines[k].decide("related", "run_of_headlines")
            else:
                lines[k].decide("body", "line_in_text")
        i = run


def _is_headline(text: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", text) if len(w) > _SMALL_WORD]
    return bool(words) and sum(w[0].isupper() for w in words) >= _CAPITALS * len(words)


def _same(a: str, b: str) -> bool:
    return re.findall(r"\w+", a.casefold()) == re.findall(r"\w+", b.casefold())
