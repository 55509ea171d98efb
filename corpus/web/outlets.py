"""The outlets that a `sources.toml` lists, and lists of addresses."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import Any

from corpus.fetch.address import location_of, parse_address
from corpus.json_lines import read_zone
from corpus.origins import printable
from corpus.web.content import address_lines
from corpus.web.records import Entry, Kind
from corpus.web.sitemaps import read_address_list
from transforms.records import SourceFacts

_ADDRESSES: dict[str, Kind] = {"feeds": "listing", "sitemaps": "listing", "pages": "page"}
_KEYS = ("name", *_ADDRESSES, "language", "time_zone", "rate")
_MAX_FILE_BYTES = 64 * 2**20


class BadSources(Exception):
    """A list of sources that cannot be used as it stands. The message is for people."""


def read_address(text: str) -> Entry:
    """What to read where somebody gives a web address.

    Raises:
        BadSources: It is none.
    """
    url = parse_address(text)
    if url is None:
        raise BadSources(f"{printable(text)[:200]} is no web address that can be asked")
    return Entry(url, location_of(url))


def read_addresses(path: Path) -> list[Entry]:
    """The addresses of a text file, one a line; blank lines and comments (#) aside.

    Raises:
        BadSources: The file cannot be read, or a line is no web address.
    """
    text = _read_text(path)
    for number, line in address_lines(text):
        if parse_address(line) is None:
            raise BadSources(f"{printable(path.name)}, line {number}: {printable(line)[:200]} is no web address that can be asked")
    return read_address_list(text)


def read_outlets(path: Path) -> list[Entry]:
    """The addresses of a `sources.toml`, in its order.

    Each `[[outlet]]` has `feeds`, `sitemaps` or `pages` (lists of addresses), and may have `name`, `language` (a code such
    as "en"), `time_zone` ("Europe/Malta": for dates that state none) and `rate` (requests a minute, at most).

    Raises:
        BadSources: The file cannot be read, or something in it has no meaning.
    """
    try:
        outlets = tomllib.loads(_read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise BadSources(f"{printable(path.name)} is not valid TOML: {error}") from None
    _check_keys(outlets, ("outlet",), printable(path.name))
    tables = outlets.get("outlet")
    if not isinstance(tables, list) or not tables:
        raise BadSources(f"{printable(path.name)} lists no outlet: each begins with a line [[outlet]]")
    entries: dict[str, Entry] = {}
    for number, table in enumerate(tables, 1):
        for entry in _read_outlet(table, f"{printable(path.name)}, outlet {number}"):
            entries.setdefault(entry.location, entry)
    return list(entries.values())


def _read_outlet(table: Any, where: str) -> list[Entry]:
    if not isinstance(table, dict):
        raise BadSources(f"{where}: it is no table; each outlet begins with a line [[outlet]]")
    if isinstance(table.get("name"), str):
        where = f"{where} ({table['name'][:80]})"
    _check_keys(table, _KEYS, where)
    for key in ("name", "language", "time_zone"):
        if key in table and (not isinstance(table[key], str) or not table[key].strip()):
            raise BadSources(f"{where}: {key} is not a text")
    rate = table.get("rate", 0)
    if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 <= rate < 1e6 or ("rate" in table and not rate):
        raise BadSources(f"{where}: rate is not a number of requests a minute")
    _check_zone(table.get("time_zone"), where)
    entries = []
    for key, kind in _ADDRESSES.items():
        addresses = table.get(key, [])
        if not isinstance(addresses, list):
            raise BadSources(f"{where}: {key} is not a list of addresses")
        for address in addresses:
            url = parse_address(address) if isinstance(address, str) else None
            if url is None:
                raise BadSources(f"{where}: {printable(str(address))[:200]} in {key} is no web address that can be asked")
            pause = 60 / rate if rate else 0.0
            facts = SourceFacts(outlet=table.get("name"), language=table.get("language"), time_zone=table.get("time_zone"))
            entries.append(Entry(url, location_of(url), kind, facts, pause))
    if not entries:
        raise BadSources(f"{where}: it has no feeds, sitemaps or pages")
    return entries


def _check_keys(table: dict[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f": did you mean {near[0]}?" if near else f"; known are {', '.join(known)}"
            raise BadSources(f"{where}: there is no {printable(key)[:80]}{hint}")


def _check_zone(name: Any, where: str) -> None:
    if name is not None and read_zone(name) is None:
        raise BadSources(f'{where}: {printable(name)[:80]} is no time zone (such as "Europe/Malta")')


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_FILE_BYTES + 1)
        if len(content) > _MAX_FILE_BYTES:
            raise BadSources(f"{printable(path.name)} is too large for a list of sources")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadSources(f"{printable(path.name)} is not UTF-8") from None
    except OSError as error:
        raise BadSources(f"{printable(path.name)} cannot be read: {error.strerror or error}") from None
