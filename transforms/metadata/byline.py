"""Authors and contributors from bylines as printed."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.calendar import month_beginnings, month_names, months, short_month_names
from transforms.metadata.agency import find_agency
from transforms.metadata.dateline import MONTHS
from transforms.metadata.family_first import turn_names
from transforms.word_lists import NameCell, any_of, any_of_set, read_names, read_set, read_table, read_words

_LONGEST_NAME = 80  # characters of one name, title and all
_LONGEST_BYLINE = 200  # characters; longer lines are sentences
_TAIL_CHARS = 3  # behind the names of a line that ends as a sentence does; more are words of a sentence
# The most words and code points of a name where authors stand.
_AUTHOR_WORDS = 6
_AUTHOR_CHARS = 60
# The end of a site's address, with "https://" or not: ".com", ".co.uk".
END_OF_ADDRESS = r"\.(?:com?|org|net|info|[a-z]{2})(?:\.[a-z]{2})?$"


class _BylineWords(NamedTuple):
    language: str
    kind: str
    words: NameCell


def _words(kind: str) -> str:
    """The words of one kind in the list of bylines, as alternatives of an expression, the longer ones first."""
    words = {w for row in read_table("pages/byline_words.csv", _BylineWords) if row.kind == kind for w in row.words}
    return f"(?:{any_of(words)})"


_BY = _words("by")
_BY_ALONE = re.compile(rf"{_BY}\s?:?")
# "Eine Kolumne von", "Analysis by": the kind of piece in front.
_PIECE = re.compile(rf"^\(?{_words('piece')}\s?(?::\s?)?(?={_BY}\s)", re.IGNORECASE)
# "Review: Anna Orlo" where authors stand: the kind of piece, or a label, with a colon.
_LABELLED = re.compile(rf"^\(?(?:{_words('piece')}|{_words('label')})\s?:\s*(?=\S)", re.IGNORECASE)
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.\-]*|al-[A-Z]\w+|el-[A-Z]\w+)"
_PARTICLES = "de|del|della|der|den|di|da|dos|du|van|von|bin|ibn|al|el|la|le|ter|ten|y|e"
_NAME = rf"{_NAME_WORD}(?:\s(?:(?:{_PARTICLES})\s)*{_NAME_WORD}){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:,\s*(?:and\s|und\s|et\s|y\s)?|\s(?:and|und|et|y|e|og|och|&)\s){_NAME})*"
_BYLINE = re.compile(rf"^{_BY}\s?:?\s+(?P<names>{_NAMES})(?P<rest>.*)$")
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|und|et|y)\s+|,|、|;|\s(?:and|And|AND|und|Und|UND|et|y|e|og|och|en|&|with|mit)\s|\||/|\u2022)\s*")
# "Anna Orlo For The Harbour Post": whom a writer writes for stands behind names of two words; behind one it is a part of a name
# ("Voices For Peace").
_EMPLOYER = re.compile(r"(?<=\S\s)(?P<last>\S+)\s+(?:for|For|FOR)\s.*$")
# "Anna Orlo | 05.04.2025", "Anna Orlo • October 3, 2016": a name in front of the day.
_NAME_AND_DAY = re.compile(
    rf"^(?P<name>{_NAME})\s*[|·•–—]\s*(?=\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?\d{{2,4}}|\d{{4}}-\d\d|(?:{MONTHS})\.?\s\d|\d{{1,2}}\.?\s(?:{MONTHS})\b)"
)
# "Posted on September 21, 2020 by Anna Orlo", "06.11.2023 13:30 von Olga": the day in front of the names.
_EVERY_MONTH = rf"(?i:{any_of(months())})"
_DAY = (
    rf"(?:\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?\d{{2,4}}|\d{{4}}-\d\d-\d\d|{_EVERY_MONTH}\.?\s\d{{1,2}},?\s\d{{4}}|"
    rf"\d{{1,2}}\.?\s{_EVERY_MONTH}\.?,?\s\d{{4}})"
)
_TIME = r"(?:[\s,|–-]*(?:at |um )?\d{1,2}[:.]\d\d(?:\s?(?:Uhr|[ap]\.?m\.?))?)?"
_DAY_AND_NAMES = re.compile(rf"^[^.!?]{{0,40}}?{_DAY}{_TIME}[\s,|–-]+{_BY}\s?:?\s+(?P<names>{_NAMES}|{_NAME_WORD})(?=\s*(?:[|,·•(]|$))")
# Without a figure no line states its day, nor does one without "by" name a writer behind it; looking for a day takes longer than all else.
_FIGURE = re.compile(r"\d")
_BY_BEHIND = re.compile(rf"[\s,|–-]{_BY}\s?:?\s")
_BY_AGENCY = re.compile(rf"^{_BY}\s?:?\s+(?P<agency>[^|,–—]{{2,40}})$")
# "By OPN, in News", "By OPN | May 3": a desk by its initials.
_BY_INITIALS = re.compile(rf"^{_BY}\s+(?P<name>[A-Z]{{2,6}})(?=,|\s+in\s|\s*[|·•–—])")
# "(责编：甲乙、丙丁)", "記者：甲乙": in scripts without spaces the office and a colon stand in front of the names.
_OFFICE_AND_NAMES = re.compile(
    r"^[(（\[【]?(?:责任?编辑?|責任?編集|编辑|編輯|作者|记者|記者|本报记者|撰文|取材|文)\s?[:：/]\s?(?P<names>[^\W\d_a-zA-Z]{2,12}(?:\s?[、，,]\s?[^\W\d_a-zA-Z]{2,12}){0,3})[)）\]】]?$"
)
_OFFICE_BEHIND = re.compile(r"\s*(?:기자|특파원|논설위원|앵커|記者|记者)(?:\s외\s\d+명)?$")
# Behind the names of the writers may stand those of the photographers.
_PICTURES = "(?i:photos?|photographs?|photography|pictures?|images?|illustrations?|video|fotos?|bilder|bild)"
_OF_PICTURES = re.compile(rf"^{_PICTURES}(?:\s(?:by|von|par|de|di))?\s?[:/]")
_PICTURES_BEHIND = re.compile(rf"\s+{_PICTURES}\s?:.*$")
# "Text: Anna Orlo", "Autorin/Autor Anna Orlo": names behind a label, and nothing else.
_LABEL_AND_NAMES = re.compile(
    rf"^\(?(?:(?i:{_words('label')})\s?[:|]\s?|(?i:{_words('bare_label')})\s?[:|]?\s)(?P<names>{_NAMES})\)?(?:\s*[|/·•,;–—]\s*{_PICTURES}\b.*|\s+{_PICTURES}\s?:.*)?$"
)
# "Review: Anna Orlo": a kind of piece as often stands above its matter, so the names must begin with known ones.
_PIECE_AND_NAMES = re.compile(rf"^(?i:{_words('piece')})\s?:\s(?P<names>{_NAMES})$")
_CONTRIBUTOR_NAME = re.compile(
    rf"(?:(?:journalists?|writers?|reporters?|correspondents?|producers?|editors?|staff|Writers?|Editor|Producer)\s+)?(?P<name>{_NAME})"
)


def split_names(printed: str) -> list[str]:
    """The names in a printed byline, without its "By", titles of office and addresses.

    >>> split_names("By Anna Orlo and Piet van Dal, Brussels")
    ['Anna Orlo', 'Piet van Dal', 'Brussels']
    """
    text = turn_names(re.sub(rf"^\s*{_BY}\s*:?\s+", "", printed.strip()))
    names = []
    for part in (_EMPLOYER.sub(r"\g<last>", p) for p in _SEPARATOR.split(text)):
        name = clean_name(part)
        if _OF_PICTURES.match(part.strip()):
            continue
        if name and name not in names and not is_office(part):
            names.append(name)
    return names


_RULES_IN_FRONT = "-–—― "  # of a line that signs a text: "---- by Anna Orlo"
_OFFICES = "Reporter|Correspondent|Editor|Writer|Contributor|Columnist"
_SURNAME = "may"  # a month that no comma or figure tells from a family name
# What stands behind a name: a day, an office, a link.
_BEHIND_NAME = re.compile(
    rf"\s*(?:\||•|·|–|—|\(|(?<!\w)\d|\b(?:(?:{any_of(name.title() for name in month_names() if name != _SURNAME)})\b|"
    rf"(?:{any_of(name.title() for name in short_month_names())})\b\.?(?:\s\d|$)|Published|Updated|Posted|Last modified|Photos?\b|"
    r"Photograph|Illustration|Staff (?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor)|Senior\b|Contributing\b|"
    rf"Special to|Twitter|Facebook|Follow|Email|E-mail|(?:{_OFFICES})\b|"
    r"(?:Ein|Keine?|No|One|Leave|Add|Schreibe?|Hinterlasse)\s(?:\w+\s)?(?:[Kk]ommentare?|[Cc]omments?|[Rr]epl(?:y|ies))\b|"
    r"Tags\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|is an?\b|has been\b|covers\b|reports\b|(?:for|[Ii]n|on|at|from)\s)).*$"
)
# With what makes a pen name of a single word in front of it: "Roving Reporter", "Voices for Peace".
_PEN_NAME = re.compile(rf"[^\W\d_]+\s(?:{_OFFICES}|for)\b(?!:)")


def is_office(printed: str) -> bool:
    """Whether a text is the name of an office and of nobody: "Chief Reporter"."""
    words = re.findall(r"[^\W\d_]+", printed.casefold())
    return len(words) > 1 and all(w in read_words("pages/offices.txt") for w in words)


def clean_name(printed: str) -> str | None:
    """One author's name without "By", address, day and office; None where nothing of a name is left.

    >>> clean_name("By Anna Orlo | anna@example.org"), clean_name("Piet van Dal Published March 3")
    ('Anna Orlo', 'Piet van Dal')
    """
    name = re.sub(r"\S+@\S+|https?://\S+|www\.\S+|@\w+", "", printed)
    name = _LABELLED.sub("", _PICTURES_BEHIND.sub("", _PIECE.sub("", name.strip())))
    name = re.sub(rf"^\s*(?:{_BY}\s*:?\s+|By(?=[A-Z][a-z]+\s[A-Z]))", "", name).strip(' \t,;:|/•–—-()[]"“”')
    name = _OFFICE_BEHIND.sub("", name) or name
    shortened = name if _PEN_NAME.match(name) else _BEHIND_NAME.sub("", name).strip(' \t,;:|/•–—-()[]"“”')
    name = shortened if len(shortened) > 2 else name
    if not name or len(name) > _LONGEST_NAME or not re.search(r"[^\W\d_]", name):
        return None
    return name


def find_byline(text: str) -> list[str]:
    """The names in a paragraph that is a byline ("By Anna Orlo and Piet Dal | Jan 3"), else none.

    >>> find_byline("By ANNA ORLO and Piet van Dal")
    ['ANNA ORLO', 'Piet van Dal']
    >>> find_byline("By Monday the council had met, she said.")
    []
    """
    if len(text) > _LONGEST_BYLINE:
        return []
    if (m := _BY_AGENCY.match(text)) and find_agency(m["agency"]):
        return [m["agency"].strip()]
    text = _PIECE.sub("", text.lstrip(_RULES_IN_FRONT))
    for pattern in (_OFFICE_AND_NAMES, _NAME_AND_DAY, _BY_INITIALS):
        if m := pattern.match(text):
            return split_names(m.group(1))
    if _FIGURE.search(text) and _BY_BEHIND.search(text) and (m := _DAY_AND_NAMES.match(text)):
        return split_names(m["names"])
    if m := _LABEL_AND_NAMES.match(text):
        return split_names(m["names"])
    if (m := _PIECE_AND_NAMES.match(text)) and all(_begins_like_person(n) for n in split_names(m["names"])):
        return split_names(m["names"])
    m = _BYLINE.match(text)
    if not m or (re.search(r"[a-zà-ÿ]+ [a-zà-ÿ]+ [a-zà-ÿ]+", m["rest"]) and not re.match(r"\s*[,|–—-]", m["rest"])):
        return []
    if text.rstrip().endswith(".") and len(m["rest"]) > _TAIL_CHARS:
        return []
    return split_names(m["names"])


def _begins_like_person(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return bool(rest) and first.casefold() in read_words("names/forenames.txt")


_GOES_ON = re.compile(r"\s*(?:,|&|(?:and|und|et|y|e|og|en)\s)")


def find_printed_byline(first_line: str, text: str) -> list[str]:
    """The names of a byline over several lines: on the first, where a day, an office or a place stands below, and where the second goes
    on with names, on both. `first_line` is empty for a byline of one line.

    >>> find_printed_byline("By Anna Orlo", "By Anna Orlo Chief Reporter"), find_printed_byline("Anna Orlo", "Anna Orlo Chief Reporter")
    (['Anna Orlo'], ['Anna Orlo'])
    >>> find_printed_byline("By Anna Orlo", "By Anna Orlo and Piet Dal")
    ['Anna Orlo', 'Piet Dal']
    """
    below = text[len(first_line) :] if first_line else ""
    if _GOES_ON.match(below):
        return find_byline(text)
    if names := find_byline(first_line):
        return names
    return [first_line] if first_line and is_office(below) and re.fullmatch(_NAME, first_line) else find_byline(text)


def find_contributors(text: str) -> list[str]:
    """The people whom a contributor line names, in its order.

    >>> find_contributors("Orlo Press journalist Anna Dal in Beirut contributed.")
    ['Anna Dal']
    >>> find_contributors("Reporting by Anna Dal and Piet Moor; editing by Ida Berg")
    ['Anna Dal', 'Piet Moor', 'Ida Berg']
    """
    names: list[str] = []
    text = text.strip(" ()[]")
    roled = re.findall(
        r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Cc]ompiled|[Pp]roduced|[Tt]ranslated|[Rr]esearch|[Rr]eported|"
        r"[Ww]ritten)(?: and \w+)* by ([^;.]+(?:\.[^;.]+)*?)(?=;|\.\s*$|$|\.\s[A-Z])",
        text,
    )
    if roled:
        for part in roled:
            for piece in re.split(r",\s*(?:and\s+)?|\s+and\s+", part):
                if m := re.match(_NAME, re.sub(r"^in \S+ by ", "", piece.strip())):
                    _add(names, m.group())
        return names
    head = re.split(r"\b(?:also )?contributed\b", text)[0]
    head = re.sub(r"^(?:The )?(?:[A-Z][\w.]*\s){1,4}(?=(?:journalist|writer|reporter|correspondent|producer|editor|staff))", "", head)
    head = re.sub(
        r"^(?:(?:[A-Z][\w.]*\s){0,4})?(?:[Jj]ournalists?|[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Pp]roducers?|[Ee]ditors?|"
        r"[Ss]taff)(?:\s[Ww]riters?|\s[Rr]eporters?)?\s",
        "",
        head,
    )
    for piece in re.split(r",\s*(?:and\s+)?|;\s*|\s+and\s+", head):
        piece = re.sub(r"^(?:[A-Z]\w+\s)*(?:journalists?|writers?|reporters?|correspondents?|producers?|editors?)\s", "", piece.strip())
        if m := _CONTRIBUTOR_NAME.match(re.sub(r"\s+(?:in|at|from)\s.*$", "", piece)):
            _add(names, m["name"])
    return names


def _add(names: list[str], name: str) -> None:
    name = name.strip(" .,")
    if name not in names:
        names.append(name)


_NOT_A_NAME = re.compile(
    rf"(?:https?:|www\.|^[\w.-]+{END_OF_ADDRESS}|@|\d{{3}}|[?!]|"
    rf"^(?:{any_of_set('pages/words.csv', 'no name at all')})$|\b(?:min read|read more|view all|"
    r"posts by|all articles|more from|more by|ago|comments?|newsletter|click|follow|watch live|lesedauer|about the author|"
    r"view orcid)\b"
    rf"|\d{{1,2}}:\d\d|^\d|\b(?:{any_of(month_beginnings())})[a-z]*\.?\s\d|"
    rf"^(?:{any_of((*short_month_names(), *read_set('pages/words.csv', 'left over')))})\.?$|\s(?:by|von|par|por|di)$)",
    re.IGNORECASE,
)


def is_by(text: str) -> bool:
    """Whether a text is nothing but a word that stands in front of a writer's name.

    >>> is_by("By"), is_by("von:"), is_by("By far")
    (True, True, False)
    """
    return _BY_ALONE.fullmatch(text) is not None


_SMALL_WORDS = frozenset([*_PARTICLES.split("|"), "of", "zu"])  # words of a name that need no capital


def is_author_name(name: str, is_stated: bool = False) -> bool:
    """Whether a text from a place where authors stand can be a name: few words, no sentence, address or button. What the markup itself
    states to be an author may have a word without a capital ("the-harbour Team").

    >>> is_author_name("Anna Orlo"), is_author_name("View all posts by Anna"), is_author_name("3 min read")
    (True, False, False)
    """
    words = name.split()
    if not words or len(words) > _AUTHOR_WORDS or len(name) > _AUTHOR_CHARS:
        return False
    if _NOT_A_NAME.search(name) or name.casefold() in read_names("pages/no_names.txt"):
        return False
    small = [w for w in words if w[0].islower() and w not in _SMALL_WORDS]
    return len(small) <= (1 if len(words) == 1 or is_stated else 0)
