"""Datelines: the place, the agency and sometimes the day with which a report opens."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from transforms.calendar import month_names, short_month_names
from transforms.metadata.agency import agency_pattern, find_agency
from transforms.word_lists import any_of, read_words

_LONGEST_DATELINE = 90  # characters in front of a report's first sentence
_LEAST_TEXT = 2  # characters that must follow a dateline for it to open something
_INITIALS = range(2, 6)  # letters of an agency's initials
_LONGEST_DATE_LINE = 90  # characters of a line with nothing but day and time
_LONGEST_SIGNOFF = 60  # characters of a line that an agency signs

MONTHS = any_of(name.title() for name in (*month_names(), *short_month_names()))
_DASH = r"(?:\.?\s*[-–—―]{1,2}|\s*::?)"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]*"
# "MOSCOW", "Moscow", "KYIV, Ukraine", "UNITED NATIONS", "Dubai/Riyadh", "ISLAND BAY, N.J."
_PLACE = rf"{_WORD}(?:(?:\s|/| / |-)(?:(?:de|del|la|of|the|al|el|am|an|and|y|sur)\s)?{_WORD}){{0,3}}(?:,\s{_WORD}(?:\s{_WORD}){{0,2}})?"
_DAY = rf"(?:(?:{MONTHS})\.?\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\.?\s(?:{MONTHS})\.?(?:,?\s\d{{4}})?)"


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the opening of a report says. `end` is the first code point of the report's own text."""

    place: str
    agency: str | None
    day: str | None
    end: int


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    agency = rf"(?P<agency>{agency_pattern()}(?:\s?[/|]\s?\w[\w. ]{{1,30}})?|[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,3}})"
    day = rf"(?P<day>{_DAY})"
    place = rf"(?P<place>{_PLACE})"
    capitals = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]{2,}"
    return tuple(
        re.compile(p)
        for p in (
            # PORT ORLO (AP) — …   Port Orlo, Jan 29 (EFE).- …   LONDON, March 3, 2024 (Reuters) - …
            rf"^{place}(?:,\s{day})?,?\s?[(\[]{agency}[)\]]\s*{_DASH}\s*",
            # (Reuters) - …  without a place
            rf"^(?P<place>)(?P<day>)[(\[](?P<agency>{agency_pattern()})[)\]]\s*{_DASH}\s*",
            # Minsk. Jan 29. INTERFAX - …   MINSK, January 29. /TASS/. …
            rf"^{place}[.,]\s{day}\.?\s/?(?P<agency>{agency_pattern()})/?\s*(?:{_DASH}|\.)\s*",
            # ANKARA, Jan. 29 — …
            rf"^{place},\s{day}\s*{_DASH}\s+(?P<agency>)",
            # WASHINGTON — …   KYIV, Ukraine — …   without agency or day the place must be in capitals
            rf"^(?P<place>{capitals}(?:[\s/]{capitals}){{0,3}}(?:,\s{_WORD}(?:\s{_WORD}){{0,2}})?)(?P<day>)(?P<agency>)"
            r"(?:\s*[-–—―]{1,2}|:)\s+(?=[A-ZÀ-Þ\"“‘'«])",
        )
    )


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph, or None.

    >>> line = find_dateline("PORT ORLO, Jan 29 (EFE).- The council met.")
    >>> line.place, line.agency, line.day, line.end
    ('PORT ORLO', 'EFE', 'Jan 29', 26)
    """
    for pattern in _patterns():
        if not (m := pattern.match(text)) or m.end() > _LONGEST_DATELINE or m.end() >= len(text) - _LEAST_TEXT:
            continue
        printed = m["agency"] or ""
        agency = find_agency(printed.split("/")[0]) or find_agency(printed)
        place = m["place"] or ""
        if printed and not agency:
            if not place.split(",")[0].isupper():
                continue  # "Name (Party) - …" is no dateline; with a place in capitals the brackets name who reports
            agency = printed if (printed.isupper() and len(printed) in _INITIALS) or _CALLED_AGENCY.search(printed) else None
        if place.split(" ")[0].strip(":") in read_words("pages/dateline_labels.txt"):
            continue
        return Dateline(place, agency, m["day"] or None, m.end())
    return None


_DATE = (
    rf"(?:(?:{MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\.?\s(?:{MONTHS})\.?,?\s\d{{4}}|"
    r"\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?\d{2,4}|\d{4}-\d\d-\d\d)"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,?\s)?"
_TIME = r"(?:[\s,|·•–-]*(?:at\s)?\d{1,2}[:.]\s?\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?)?"
_DATE_LINE = re.compile(
    r"^(?:(?:(?:first |originally )?published|(?:last )?(?:updated|modified)|posted|date|veröffentlicht|publié le|publicado)\b.{0,60}|"
    rf"{_WEEKDAY}{_DATE}{_TIME})$",
    re.IGNORECASE,
)
# "Kestrel Online, 4 February 2026", "2026-02-04 – Orlo Bay": a name with capitals, and a mark between it and the day.
_NAME = rf"(?-i:{_WORD}(?:\s(?:(?:of|the|and|de|la|du|der|&)\s){{0,2}}{_WORD}){{0,3}})"
_MARK = r"\s?[,|·•–—-]\s?"
_NAMED_DATE_LINE = re.compile(rf"^(?:{_NAME}{_MARK}{_WEEKDAY}{_DATE}{_TIME}|{_WEEKDAY}{_DATE}{_MARK}{_NAME})$", re.IGNORECASE)


def is_date_line(text: str) -> bool:
    """Whether a paragraph is nothing but the day, and perhaps the time, of publication.

    >>> is_date_line("13 March 2025, 08:30"), is_date_line("THURSDAY 13 MARCH 2025"), is_date_line("On 13 March 2025 the council met.")
    (True, True, False)
    """
    return len(text) <= _LONGEST_DATE_LINE and _DATE_LINE.match(text) is not None


def is_named_date_line(text: str) -> bool:
    """Whether a paragraph is nothing but the day and the name of an outlet or a place: so above a text, where a heading within one
    may name an event and its day.

    >>> is_named_date_line("Kestrel Online, 4 February 2026"), is_named_date_line("The fair of 4 February 2026")
    (True, False)
    """
    return len(text) <= _LONGEST_DATE_LINE and _NAMED_DATE_LINE.match(text) is not None


# An agency that no list knows, called one: "Westmark News Agency".
_CALLED_AGENCY = re.compile(r"\s(?:(?:News|Press)\s(?:Agency|Service)|Newswire|Wire\sService)$")
_SIGNOFF = re.compile(rf"^(?:[-–—―]{{1,2}}\s*)?(?P<agency>{agency_pattern()}|[A-Z]{{2,5}})(?:,\s*(?P<place>{_PLACE}))?\.?$")


def find_signoff(text: str) -> str | None:
    """The agency that signs a report in a line of its own ("-- EFE, Madrid"), or None.

    >>> find_signoff("-- EFE, Madrid"), find_signoff("Madrid")
    ('EFE', None)
    """
    m = _SIGNOFF.match(text) if len(text) <= _LONGEST_SIGNOFF else None
    if m is None or not (find_agency(m["agency"]) or text[0] in "-–—―"):
        return None
    return find_agency(m["agency"]) or m["agency"]
