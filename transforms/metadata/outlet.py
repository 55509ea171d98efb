"""Who publishes: the outlet's display name and its domain."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from transforms.metadata.agency import find_agency
from transforms.metadata.jsonld import names_of
from transforms.text import clean_line
from transforms.word_lists import read_set, read_table, read_words

_ABBREVIATION = 3  # letters up to which a label of a domain is read as initials
_LONGEST_NAME = 60  # characters of an outlet's name
_LONG_CAPITALS = 5  # letters from which a name in capitals is no abbreviation

_NAME = (
    r"(?:The\s|Al[- ]|El\s|La\s|Le\s|Die\s|Der\s)?[A-Z0-9][\w'’&-]*(?:\.\w+)*(?:[\s-](?:of\s|the\s|&\s|"
    r"and\s)?[A-Z0-9][\w'’&-]*(?:\.\w+)*){0,5}"
)
_NO_OUTLET = read_set("pages/words.csv", "no outlet") | {"all rights reserved"}
# How outlets name themselves in what they add to their pages. Each has the name in its group.
_SELF_NAMING = tuple(
    re.compile(p)
    for p in (
        rf"^(?:[Pp]lease )?(?:[Ss]upport|[Dd]onate to|[Ss]ubscribe to|[Jj]oin)\s(?!(?:Our|Us|The Author)\b)({_NAME})\s?!?$",
        rf"\b(?:[Mm]essage|[Nn]ote|[Ll]etter) from\s({_NAME})\s?[:.]?$",
        rf"\b(?:permission|consent) (?:of|from)\s(?:the )?({_NAME})",
        rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d)?)?,?\s*)?(?:by\s)?({_NAME})",
        rf"^({_NAME}) is committed to\b",
        rf"^({_NAME}) (?:may (?:earn|receive) (?:a )?commission|reserves the right|welcomes (?:your )?comments)\b",
        rf"\b(?:more|analysis|features|updates|stories|news) from\s({_NAME})\b",
        rf"\b(?:first (?:published|appeared)|originally (?:published|appeared)|published) (?:on|in|by)\s({_NAME})\b",
        rf"\b(?:[Ff]ollow|[Jj]oin|[Ll]ike)\s({_NAME})\son\b",
        rf"\bWe, the (?:journalists|staff|editors|reporters) (?:of|at)\s({_NAME})\b",
    )
)


# A server that is named by its number alone (IPv4, IPv6) has no name to read, nor one of a network of its own ("localhost").
_NUMERIC_HOST = re.compile(r"[\d.]+|[\da-f:.]*:[\da-f:.]*")


class _Outlet(NamedTuple):
    domain: str
    name: str


@functools.cache
def known_outlets() -> dict[str, str]:
    """The display name of each outlet of the list, by its domain."""
    return {row.domain: row.name for row in read_table("pages/outlets.csv", _Outlet)}


def domain_of(url: str | None) -> str | None:
    """The host of an address without `www.` and port, in lower case.

    >>> domain_of("https://www.orlo-post.example/a")
    'orlo-post.example'
    """
    if not url:
        return None
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp|mobile)\.(?=[^.]+\.)", "", host) or None


def readable_domain(domain: str) -> str:
    """A name made of a domain, where the page says none.

    >>> readable_domain("news.orlo-post.co.uk")
    'Orlo Post'
    """
    if _NUMERIC_HOST.fullmatch(domain) or "." not in domain:
        return domain
    labels = [_read_label(label) for label in domain.split(".")]
    labels = labels[:-1] if len(labels) > 1 else labels
    if len(labels) > 1 and labels[-1] in read_words("pages/second_level_domains.txt"):
        labels = labels[:-1]
    while len(labels) > 1 and labels[0] in read_words("pages/host_labels.txt"):
        labels = labels[1:]
    words = re.split(r"[-_]+", labels[-1])
    return " ".join(w.upper() if len(w) <= _ABBREVIATION else w.capitalize() for w in words)


def _read_label(label: str) -> str:
    """A part of a domain as its owner writes it; the network has it in ASCII."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def find_outlet(
    node: dict[str, Any] | None, nodes: list[dict[str, Any]], metas: dict[str, list[str]], url: str | None, site_name: str | None = None
) -> str | None:
    """Display name of the outlet: its publisher in JSON-LD, `og:site_name`, a known domain, `site_name` (what its feed is
    called), else the domain made readable."""
    domain = domain_of(url)
    candidates = [*(names_of(node.get("publisher"), nodes) if node and node.get("publisher") else []), *metas.get("og:site_name", ())]
    for candidate in candidates:
        name = clean_line(candidate)
        if name and len(name) <= _LONGEST_NAME and not re.match(r"https?://", name):
            return readable_domain(name.lower()) if re.fullmatch(r"(?:www\.)[\w.-]+\.[a-z]{2,6}", name.lower()) else name
    if domain:
        parts = domain.split(".")
        for k in range(len(parts) - 1):
            if known := known_outlets().get(".".join(parts[k:])):
                return known
    return site_name or (readable_domain(domain) if domain else None)


def find_self_naming(lines: list[str]) -> str | None:
    """The outlet that scraped text names in its appeals, notices and terms: the name that stands there most often."""
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for line in lines:
        for pattern in _SELF_NAMING:
            for m in pattern.finditer(line):
                name = m.group(1).strip(" .,:!")
                key = name.casefold().removeprefix("the ")
                if len(key) < 2 or find_agency(name) or key in _NO_OUTLET:
                    continue
                counts[key] += 1
                kept = forms.get(key, "")
                if not kept or (name.startswith("The ") and not kept.startswith("The ")):
                    forms[key] = name
    if not counts:
        return None
    best = max(counts.values())
    name = next(forms[k] for k in forms if counts[k] == best)
    return name.title() if name.isupper() and len(name) > _LONG_CAPITALS else name
