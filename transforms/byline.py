"""Authors and contributors from bylines as printed."""

from __future__ import annotations

import re

from transforms.agency import find_agency

_BY = r"(?:[Bb][Yy]|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Aa]f|[Aa]v|[Dd]oor|[Tt]ext|[Dd]i|[Tt]ekst|Written by|Story by|Words by|Reported by|Author|Autor|Auteur)"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.\-]*|al-[A-Z]\w+|el-[A-Z]\w+)"
_PARTICLE = r"(?:de|del|della|der|den|di|da|dos|du|van|von|bin|ibn|al|el|la|le|ter|ten|y|e)"
_NAME = rf"{_NAME_WORD}(?:\s(?:{_PARTICLE}\s)*{_NAME_WORD}){{1,4}}"
_BYLINE = re.compile(
    rf"^{_BY}\s?:?\s+(?P<names>{_NAME}(?:(?:,\s*(?:and\s|und\s|et\s|y\s)?|\s(?:and|und|et|y|e|og|och|&)\s){_NAME})*)(?P<rest>.*)$"
)
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|und|et|y)\s+|,|;|\s(?:and|und|et|y|e|og|och|en|&|with|mit)\s|\||/|\u2022)\s*")
_CONTRIBUTOR_NAME = re.compile(
    rf"(?:(?:journalists?|writers?|reporters?|correspondents?|producers?|editors?|staff|Writers?|Editor|Producer)\s+)?(?P<name>{_NAME})"
)
_JUNK = re.compile(
    r"(?:https?://|www\.|@|\d{3}|\b(?:staff|redaktion|redaction|rédaction|redacción|newsroom|editorial (?:team|board|staff)|desk|admin|editor|correspondent|reporter)s?\b)",
    re.IGNORECASE,
)


def split_names(printed: str) -> list[str]:
    """The names in a printed byline, without its "By", titles of office and addresses.

    >>> split_names("By Anna Orlo and Piet van Dal, Brussels")
    ['Anna Orlo', 'Piet van Dal', 'Brussels']
    """
    text = re.sub(rf"^\s*{_BY}\s*:?\s+", "", printed.strip())
    names = []
    for part in _SEPARATOR.split(text):
        name = clean_name(part)
        if name and name not in names:
            names.append(name)
    return names


def clean_name(printed: str) -> str | None:
    """One author's name without "By", address and spare marks; None where nothing of a name is left."""
    name = re.sub(r"\S+@\S+|https?://\S+|www\.\S+|@\w+", "", printed)
    name = re.sub(rf"^\s*{_BY}\s*:?\s+", "", name).strip(' \t,;:|/•–—-()[]"“”')
    if not name or len(name) > 80 or not re.search(r"[^\W\d_]", name):
        return None
    return name


def find_byline(text: str) -> list[str]:
    """The names in a paragraph that is a byline ("By Anna Orlo and Piet Dal | Jan 3"), else none.

    >>> find_byline("By ANNA ORLO and Piet van Dal")
    ['ANNA ORLO', 'Piet van Dal']
    >>> find_byline("By Monday the council had met, she said.")
    []
    """
    if len(text) > 200:
        return []
    if m := re.match(rf"^{_BY}\s?:?\s+(?P<agency>[^|,–—]{{2,40}})$", text):
        if find_agency(m["agency"]):
            return [m["agency"].strip()]
    m = _BYLINE.match(text)
    if not m or (re.search(r"[a-zà-ÿ]+ [a-zà-ÿ]+ [a-zà-ÿ]+", m["rest"]) and not re.match(r"\s*[,|–—-]", m["rest"])):
        return []
    if text.rstrip().endswith(".") and len(m["rest"]) > 3:
        return []
    return split_names(m["names"])


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
        r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Cc]ompiled|[Pp]roduced|[Tt]ranslated|[Rr]esearch|[Rr]eported|[Ww]ritten)(?: and \w+)* by ([^;.]+(?:\.[^;.]+)*?)(?=;|\.\s*$|$|\.\s[A-Z])",
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
        r"^(?:(?:[A-Z][\w.]*\s){0,4})?(?:[Jj]ournalists?|[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Pp]roducers?|[Ee]ditors?|[Ss]taff)(?:\s[Ww]riters?|\s[Rr]eporters?)?\s",
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


def is_person_like(name: str) -> bool:
    """Whether an author value can be a person or a desk, and is no address, number or site."""
    return not _JUNK.search(name)
