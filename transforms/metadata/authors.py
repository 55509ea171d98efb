"""Who wrote a page: JSON-LD, then what the page marks as its author, then `<meta>`, then bylines beside the title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from transforms.metadata.byline import END_OF_ADDRESS, clean_name, find_byline, is_author_name, is_by, split_names
from transforms.metadata.family_first import turn_names
from transforms.metadata.jsonld import names_of, resolve
from transforms.records import AuthorsFrom
from transforms.text import bare_key, clean_line, count_words
from transforms.word_lists import any_of_set, read_sequence

_MOST_MARKED = 60  # elements of a page that say "author"; those of the article are among the first
_NAME_WORDS = 4  # of a full name that a name of one word gives way to
_OUTLET_LETTERS = 4  # of a name from which on it may be a part of the outlet's name; shorter ones stand in any
_MOST_LINKED = 8  # links to persons in one element; more are a list of a site's writers
_TEASER_LEVELS = 2  # elements around the writer's name within which a teaser has its heading
_BYLINE_CHARS = range(2, 151)  # of an element that holds nothing but a byline


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors of a page in printed order, and the witness that named them."""

    names: tuple[str, ...]
    witness: AuthorsFrom | None


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs a page's text: the names of its byline, and a name alone in bold."""

    names: list[str]
    bold: list[str]


NO_AUTHORS = Authors((), None)
NOBODY = Signatures([], [])
# How much each witness of the authors counts. JSON-LD and the citation of a paper are made for it; an element that says "author" may be of
# a teaser, and `<meta>` may name whoever keeps the site: where one of them has a name of the byline too, that name goes before the other.
_WEIGHTS: dict[AuthorsFrom, float] = {"json-ld": 12.0, "citation": 9.0, "element": 4.0, "meta": 3.5, "byline": 3.0}
_SINGLE = (
    0.24  # a name of one word, which may be a login, or an organization, which may be a desk: of JSON-LD less than a person in the byline
)
_OUTLET = 0.1  # the outlet's own name, which a site puts on every page
# Attributes whose value says that the element names the author. Case differs from site to site.
_MARK = re.compile(any_of_set("pages/words.csv", "marks of authors"))
# Around these the author is that of a comment, of another article, or a whole biography.
_ELSEWHERE = re.compile(any_of_set("pages/words.csv", "author elsewhere"))
_META_KEYS = read_sequence("pages/words.csv", "meta of authors")
_OTHER_MATTERS = frozenset(("nav", "aside", "footer", "form"))  # elements in which nobody signs the text
_MOST_LINKS = 200  # below the headline, among which the writer's is looked for
_GOES_ON = re.compile(r" \| (?=(?:and|und|et|y|e|og|en|&)\s)|(?<=,) \| ")
_END_OF_ADDRESS = re.compile(rf"(?<=\w){END_OF_ADDRESS}")
_ADDRESS = re.compile(r"https?:|//|www\.")
_LINK_TO_PERSON = re.compile(
    r"author|autor|auteur|/people/|/person|/profile|/by/|/staff|/contributor|/journalist|/writer|/team/|/redaktion/", re.IGNORECASE
)
_PERSON_PAGE = re.compile(r"/(?:authors?|profile|editors|people|staff|contributors|autor|auteur)/")


def _marked_elements(tree: Any) -> list[Any]:
    """The elements that name an author by `rel`, by an attribute's value or by where they link to, in page order.

    Where they link to says nothing above the headline: menus list a site's writers.
    """
    found = []
    below = tree.find(".//h1") is None
    for element in tree.iter(
        "h1", "a", "span", "div", "p", "address", "li", "strong", "em", "cite", "h2", "h3", "h4", "h5", "section", "header", "ul"
    ):
        get = element.get
        below = below or element.tag == "h1"
        marks = " ".join([v for v in map(get, ("class", "id", "itemprop", "data-testid", "data-component")) if v])
        if (
            (marks and _MARK.search(marks))
            or get("rel") == "author"
            or (below and element.tag == "a" and _PERSON_PAGE.search(get("href") or ""))
        ):
            found.append(element)
            if len(found) == _MOST_MARKED:
                break
    return found


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
    written = (node.get("author") or node.get("creator")) if node else None
    stated = _unique(n for printed in names_of(written, nodes) if not _ADDRESS.match(printed) for n in split_names(clean_line(printed)))
    organizations = _organizations_of(written, nodes) | {n for n in stated if _key_of_site(n) in sites}
    if stated and all(_is_full(n) and n not in organizations and not _is_outlet(n, outlet) for n in stated):
        return Authors(tuple(stated), "json-ld")
    printed = [_from_metas(metas), signed.names, signed.bold]
    sources: tuple[tuple[AuthorsFrom, list[str]], ...] = (
        ("json-ld", stated),
        ("citation", [turn_names(n, is_catalogue=True) for n in metas.get("citation_author", ())]),
        ("element", _from_elements(tree)),
        ("meta", printed[0]),
        ("byline", printed[1]),
        ("byline", printed[2]),
    )
    found = [(witness, [n for n in _unique(names) if is_author_name(n) or witness == "json-ld"]) for witness, names in sources]
    return _weigh(found, outlet, sites, organizations)


def _organizations_of(written: Any, nodes: list[dict[str, Any]]) -> set[str]:
    """The authors that JSON-LD calls an organization."""
    items = [resolve(item, nodes) for item in (written if isinstance(written, list) else [written])]
    return {n for i in items if isinstance(i, dict) and "Organization" in str(i.get("@type")) for n in _unique(names_of(i, nodes))}


def _key_of_site(name: str) -> str:
    """A name of a site without spaces, small, and without "www." and the end of an address, so that "The Lomvik Post" is as its domain."""
    return _END_OF_ADDRESS.sub("", re.sub(r"[\W_]+", ".", name.casefold()).removeprefix("www.").strip(".")).replace(".", "")


def _weigh(found: list[tuple[AuthorsFrom, list[str]]], outlet: str | None, sites: set[str], organizations: set[str]) -> Authors:
    """The names of the heaviest witness: its own weight, and that of each other one that names one of the same people."""
    best: tuple[float, Authors] = (0.0, NO_AUTHORS)
    named_organizations = {bare_key(n) for n in organizations}
    for i, (witness, names) in enumerate(found):
        others = [n for n in names if not _is_outlet(n, outlet) and _key_of_site(n) not in sites]
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


def _from_elements(tree: Any) -> list[str]:
    """The names in what the page marks as its author: below its headline or in one `<header>` with it, else above it, where lists of
    other articles stand; else in a link behind the word "by"."""
    marked = _marked_elements(tree)
    headline = max(tree.iter("h1"), key=lambda h: len(h.text_content()), default=None)
    if headline is None:
        return _from_marked(marked)
    header = next(headline.iterancestors("header", "hgroup"), headline)
    above = set(takewhile(lambda e: e is not header, tree.iter())) if marked else set()
    found = _from_marked([e for e in marked if e not in above]) or _from_marked([e for e in marked if e in above and not _is_teased(e)])
    return found or _from_links_behind_by(headline)


def _is_teased(element: Any) -> bool:
    """Whether an element stands beside a heading that is a link, as the writer of another article does in a list of articles."""
    around = list(islice(element.iterancestors(), _TEASER_LEVELS))
    return any(h.find(".//a") is not None or h.getparent().tag == "a" for a in around for h in a.iterchildren("h2", "h3", "h4", "a"))


def _from_links_behind_by(headline: Any) -> list[str]:
    """The first name below the headline that is a link right behind the word "by" which opens a paragraph: even a name of one word."""
    for link in islice(headline.xpath("following::a"), _MOST_LINKS):
        if link.getprevious() is None and is_by((link.getparent().text or "").strip()):
            around = list(link.iterancestors())
            if any(a.tag in ("nav", "aside", "footer", "form") for a in around) or any(
                _ELSEWHERE.search(_attributes(a)) for a in around[1:4]
            ):
                continue
            return [n for n in split_names(clean_line(link.text_content())) if is_author_name(n)]
    return []


def _from_marked(elements: list[Any]) -> list[str]:
    found: list[str] = []
    level: Any = None
    for element in elements:
        if not isinstance(element.tag, str) or element.tag in ("meta", "link", "button"):
            continue
        around = [element, *list(element.iterancestors())[:4]]
        if level is None and any(_ELSEWHERE.search(_attributes(a)) for a in around[1:4]):
            continue
        stated = element.get("rel") == "author" or "author" in (element.get("itemprop") or "")
        if not stated and any(a.tag in _OTHER_MATTERS for a in element.iterancestors()):
            continue
        names = _names_in(element)
        if not names:
            continue
        if level is not None and element.getparent() not in level:
            break
        if level is None:
            level = around[:3]
        found.extend(names)
    return found


def _attributes(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _names_in(element: Any) -> list[str]:
    if element.get("content") and element.tag == "meta":
        return split_names(element.get("content"))
    links = (
        [element]
        if element.tag == "a"
        else [a for a in element.iter("a") if _LINK_TO_PERSON.search(a.get("href") or "") or a.get("rel") == "author"]
    )
    names = [n for a in links for n in split_names(clean_line(a.text_content())) if is_author_name(n)] if len(links) <= _MOST_LINKED else []
    if names:
        return names
    named = [e for e in element.iter() if e.get("itemprop") == "name"][:8]
    texts = [clean_line(e.text_content()) for e in named] or [clean_line(_spaced_text(element))]
    for text in texts:
        if len(text) in _BYLINE_CHARS:
            names.extend(n for n in (find_byline(text) or split_names(text)) if is_author_name(n))
    return names


def _spaced_text(element: Any) -> str:
    """The element's text with a bar between its parts, so that a name and an office beside it stay apart."""
    return _GOES_ON.sub(" ", " | ".join(t.strip() for t in element.itertext() if t.strip()))


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
