"""Templates into pages. Whatever comes from the tables is text: it is escaped, and its control characters are shown, not sent."""

from __future__ import annotations

import functools
import re
from calendar import monthrange
from datetime import date, datetime
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

LARGEST = 2_000_000  # bytes of any page
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_TYPES = {"person": "person", "organization": "organization", "place": "place", "group": "group"}


class TooLarge(RuntimeError):
    """A page would be larger than what is sent."""


def render(request: Request, template: str, *, status: int = 200, **values: object) -> Response:
    """A template as a response. Raises `TooLarge`."""
    page = (
        environment().get_template(template).render(path=request.url.path, status=status, typed=request.query_params.get("q", ""), **values)
    )
    return send_page(page, status)


def send_page(page: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """HTML as a response. Raises `TooLarge`."""
    content = page.encode("utf-8", "replace")
    if len(content) > LARGEST:
        raise TooLarge("this page would be larger than two megabytes")
    return HTMLResponse(content, status, headers)


@functools.cache
def environment() -> Environment:
    """The templates, with the words that they use for days, numbers and addresses."""
    env = Environment(
        loader=FileSystemLoader(str(files("flows.browse").joinpath("templates"))),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "day": show_day,
        "hour": show_hour,
        "count": show_count,
        "share": show_share,
        "seg": segment,
        "month_filter": filter_month,
        "safe_url": web_address,
        "short": shorten,
    }
    env.globals |= {"link_of": link_of, "is_day": lambda v: isinstance(v, date), "urlencode": urlencode, "kinds": _TYPES}
    return env


def _finalize(value: Any) -> Any:
    if value is None:
        return ""
    return _CONTROLS.sub("�", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def show_day(day: date | None) -> str:
    """A day as it is read: 3 June 2025."""
    return f"{day.day} {day:%B %Y}" if day else "no date"


def filter_month(month: str) -> str:
    """The filters of a search for a month.

    >>> filter_month("2024-02")
    'since:2024-02-01 until:2024-02-29'
    """
    year, number = map(int, month.split("-"))
    return f"since:{month}-01 until:{month}-{monthrange(year, number)[1]:02}"


def show_hour(moment: datetime | None) -> str:
    """The hour of a moment, in UTC."""
    return f"{moment:%H:%M}" if moment else ""


def show_count(number: float | None) -> str:
    """A number with commas."""
    return "" if number is None else f"{number:,}"


def show_share(part: float | None, whole: float | None = 1) -> str:
    """A share in percent."""
    return f"{part / whole:.0%}" if part is not None and whole else "–"


def shorten(text: str | None, most: int = 280) -> str:
    """A text of at most `most` code points, cut between words."""
    text = " ".join((text or "").split())
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0] + " …"


def segment(text: object) -> str:
    """A text as one segment of an address."""
    return quote(str(text).encode("utf-8", "replace"), safe="")


def web_address(url: str | None) -> str | None:
    """The address of a page on the web, or None for what is none: a script is no address."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def link_of(column: str, row: dict[str, Any]) -> str | None:
    """Where a cell of a list leads."""
    value = row.get(column)
    if value is None or value == "":
        return None
    for columns, kind, key in (
        (("title",), "article", "article_id"),
        (("story",), "story", "story_id"),
        (("speaker", "name"), "entity", "entity_id"),
        (("outlet", "from_outlet"), "outlet", column),
        (("alias",), "article", "article_id"),
    ):
        if column in columns and row.get(key):
            return f"/{kind}/{segment(row[key])}"
    if column == "text":
        if row.get("utterance_id"):
            return f"/statement/{segment(row['utterance_id'])}"
        if row.get("article_id"):
            return f"/article/{segment(row['article_id'])}" + (f"#q{row['ordinal']}" if "ordinal" in row else "")
    return None
