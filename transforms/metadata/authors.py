"""Who wrote a page: JSON-LD, then what the page marks as its author, then `<meta>`, then bylines beside the title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from transforms.metadata.byline import END_OF_ADDRESS, clean_name, is_author_name, split_names
from transforms.metadata.family_first import turn_names
from transforms.metadata.jsonld import names_of, resolve
from transforms.metadata.marked_authors import find_marked_authors
from transforms.records import AuthorsFrom
from transforms.text import bare_key, clean_line, count_words
from transforms.word_lists import read_sequence

_NAME_WORDS = 4  # of a full name that a name of one word gives way to
_OUTLET_LETTERS = 4  # of a name from which on it may be a part of the outlet's name; shorter ones stand in any


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors of a page in printed order, and the witness that named them."""

    names: tuple[str, ...]
    witness: AuthorsFrom | None


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs a page's text: the names of its byline, a name alone in bold, and the names of the next other byline ("Written by")."""

    names: list[str]
    bold: list[str]
    further: list[str] = field(default_factory=list)


NO_AUTHORS = Authors((), None)
NOBODY = Signatures([], [])
# How much each witness of the authors counts. JSON-LD and the citation of a paper are made for it; an element that says "author" may be of
# a teaser, and `<meta>` may name whoever keeps the site: where one of them has a name of the byline too, that name goes before the other.
_WEIGHTS: dict[AuthorsFrom, float] = {"json-ld": 12.0, "citation": 9.0, "element": 4.0, "meta": 3.5, "byline": 3.0}
_SINGLE = (
    0.24  # a name of one word, which may be a login, or an organization, which may be a desk: of JSON-LD less than a person in the byline
)
_OUTLET = 0.1  # the outlet's own name, which a site puts on every page
_META_KEYS = read_sequence("pages/words.csv", "meta of authors")
_END_OF_ADDRESS = re.compile(rf"(?<=\w){END_OF_ADDRESS}")
_ADDRESS = re.compile(r"https?:|//|www\.")


def find_authors(
    tree: Any,
    node: dict[str, Any] | None,
    nodes: list[dict[str, Any]],
    metas: dict[str, list[str]],
    outlet: str | None,
    signed: Signatures = NOBODY,
    site_names: Iterable[str] = (),
) -> Authors:
    """The authors of a page in printed order, people or desks, and the witness that named them; none where the page names nobody.

    Each witness has a weight, and those that name one of the same people add theirs. A site that puts its own name there for every page
    says nothing, so a person goes before it, as before any organization that JSON-LD names; a name of one word gives way to a fuller one
    that begins with it. `site_names` are other names of the outlet, its publisher and its address.
    """
    sites = {_key_of_site(n) for n in site_names} | ({_key_of_site(outlet)} if outlet else set())

    def is_site(name: str) -> bool:
        return _is_outlet(name, outlet) or _key_of_site(name) in sites or _initials(name) in sites

    written = (node.get("author") or node.get("creator")) if node else None
    stated = _unique(n for printed in names_of(written, nodes) if not _ADDRESS.match(printed) for n in split_names(clean_line(printed)))
    organizations = _organizations_of(written, nodes) | {n for n in stated if _key_of_site(n) in sites}
    if stated and all(_is_full(n) and n not in organizations and not _is_outlet(n, outlet) for n in stated):
        return Authors(tuple(stated), "json-ld")
    printed = [_from_metas(metas), signed.names, signed.bold]
    sources: tuple[tuple[AuthorsFrom, list[str]], ...] = (
        ("json-ld", stated),
        ("citation", [turn_names(n, is_catalogue=True) for n in metas.get("citation_author", ())]),
        ("element", find_marked_authors(tree)),
        ("meta", printed[0]),
        ("byline", printed[1]),
        ("byline", printed[2]),
        ("byline", signed.further),
    )
    found = [(witness, [n for n in _unique(names) if is_author_name(n) or witness == "json-ld"]) for witness, names in sources]
    return _weigh(found, is_site, organizations)


def _organizations_of(written: Any, nodes: list[dict[str, Any]]) -> set[str]:
    """The authors that JSON-LD calls an organization."""
    items = [resolve(item, nodes) for item in (written if isinstance(written, list) else [written])]
    return {n for i in items if isinstance(i, dict) and "Organization" in str(i.get("@type")) for n in _unique(names_of(i, nodes))}


def _key_of_site(name: str) -> str:
    """A name of a site without spaces, small, and without "www." and the end of an address, so that "The Lomvik Post" is as its domain."""
    return _END_OF_ADDRESS.sub("", re.sub(r"[\W_]+", ".", name.casefold()).removeprefix("www.").strip(".")).replace(".", "")


def _initials(name: str) -> str | None:
    """The first letters of a name's words, as a site is called after its publisher: "op" of "Orlo Post"."""
    words = name.split()
    return "".join(w[0] for w in words).casefold() if len(words) > 1 else None


def _weigh(found: list[tuple[AuthorsFrom, list[str]]], is_site: Callable[[str], bool], organizations: set[str]) -> Authors:
    """The names of the heaviest witness: its own weight, and that of each other one that names one of the same people."""
    best: tuple[float, Authors] = (0.0, NO_AUTHORS)
    named_organizations = {bare_key(n) for n in organizations}
    for i, (witness, names) in enumerate(found):
        others = [n for n in names if not is_site(n)]
        full = [n for n in others if _is_full(n) and not (witness == "json-ld" and n in organizations)]
        kept = (others if witness == "json-ld" and full else full) or others or names
        if not kept:
            continue
        weight = _WEIGHTS[witness] * (1.0 if full else _SINGLE if others else _OUTLET)
        keys = {bare_key(n) for n in kept}
        seen = {w for k, (w, o) in enumerate(found) if k != i and w != witness and keys & {bare_key(n) for n in o}}
        if full or (others and organizations and witness == "json-ld"):
            # That an organization is named twice makes it no person, but of two that name it the one that names others with it goes first.
            weight += sum(_WEIGHTS[w] * (_SINGLE if w == "json-ld" and keys & named_organizations else 1.0) for w in seen)
        if weight > best[0]:
            best = (weight, Authors(tuple(kept), witness))
    every = [n for _, names in found for n in names]
    return Authors(tuple(_fullest(n, every) for n in best[1].names), best[1].witness)


def _fullest(name: str, every: list[str]) -> str:
    """A name of one word as another witness has it in full."""
    if " " in name:
        return name
    return next((n for n in every if n.casefold().startswith(f"{name.casefold()} ") and len(n.split()) <= _NAME_WORDS), name)


def _is_full(name: str) -> bool:
    """Whether a name has a given and a family name; scripts without spaces write them together."""
    return " " in name or (len(name) >= 2 and not name.isascii() and count_words(name) < len(name))


def _is_outlet(name: str, outlet: str | None) -> bool:
    a, b = bare_key(name), bare_key(outlet or "")
    return bool(b) and (a == b or (len(a) > _OUTLET_LETTERS and (a in b or b in a)))


def _from_metas(metas: dict[str, list[str]]) -> list[str]:
    for key in _META_KEYS:
        names = [n for printed in metas.get(key, ())[:8] if not _ADDRESS.match(printed) for n in split_names(printed)]
        if names:
            return names
    return []


def _unique(names: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        cleaned = clean_name(name)
        if cleaned:
            found.setdefault(bare_key(cleaned), cleaned)
    return list(found.values())
