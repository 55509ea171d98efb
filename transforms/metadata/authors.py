"""Who wrote a page: JSON-LD, then what the page marks as its author, then `<meta>`, then bylines beside the title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from transforms.metadata.byline import clean_name, find_byline, is_author_name, split_names
from transforms.metadata.jsonld import names_of
from transforms.pages.selection.choice import Choice
from transforms.text import bare_key, clean_line, is_prose

# Attributes whose value says that the element names the author. Case differs from site to site.
_MARKS = ("author", "Author", "AUTHOR", "byline", "Byline", "ByLine", "by-line", "writer", "auteur", "autor", "redakteur")
# Around these the author is that of a comment, of another article, or a whole biography.
_ELSEWHERE = re.compile(
    r"comment|related|recommend|recirc|trending|popular|latest|teaser|card|promo|sidebar|widget|newsletter|footer|more-from|"
    r"most-|-bio|bio-|biograph|"
    r"authorbox|about|avatar|image|photo|follow|social|share|date|time"
)
_META_KEYS = (
    "author", "article:author", "article:author_name", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "dc.contributor", "citation_author", "rbauthors", "cxenseparse:author",
)  # fmt: skip
_LINK_TO_PERSON = re.compile(
    r"author|autor|auteur|/people/|/person|/profile|/by/|/staff|/contributor|/journalist|/writer|/team/|/redaktion/", re.IGNORECASE
)


# Elements that can hold a byline; marks on the page as a whole say nothing.
_MARKED_TAGS = (
    "a", "span", "div", "p", "address", "li", "ul", "strong", "b", "em", "i", "cite", "small", "h2", "h3", "h4", "h5",
    "h6", "section", "header",
    "td", "dd", "dt", "dl", "aside", "nav", "footer",
)  # fmt: skip
_MARK = re.compile("|".join(map(re.escape, _MARKS)))
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
            if len(found) == 60:
                break
    return found


def find_authors(
    tree: Any,
    node: dict[str, Any] | None,
    nodes: list[dict[str, Any]],
    metas: dict[str, list[str]],
    outlet: str | None,
    choices: list[Choice],
) -> list[str]:
    """The authors of a page in printed order, people or desks; empty where the page names none.

    JSON-LD is believed first, because it is the one source made for it; but a site that puts its own name there
    for every page says nothing, so then a person that the page marks as author is preferred.
    """
    stated = _unique(
        n for printed in (names_of(node["author"], nodes) if node and node.get("author") else ()) for n in split_names(clean_line(printed))
    )
    if stated and not all(_is_outlet(n, outlet) for n in stated):
        return stated
    sources: tuple[Callable[[], list[str]], ...] = (
        lambda: metas.get("citation_author", []),
        lambda: _from_agreement(metas, choices),
        lambda: _from_elements(tree),
        lambda: _from_metas(metas),
        lambda: _from_bylines(choices),
        lambda: _from_bold_lines(choices),
    )
    is_stated = bool(stated)
    single: list[str] = []
    for source in sources:  # each is asked only when the one before has no answer
        found = [n for n in _unique(source()) if is_author_name(n)]
        others = [n for n in found if not _is_outlet(n, outlet)]
        if people := [n for n in others if " " in n]:
            return people
        single = single or others
        stated = stated or found
    return stated if is_stated else single or stated


def _is_outlet(name: str, outlet: str | None) -> bool:
    a, b = bare_key(name), bare_key(outlet or "")
    return bool(b) and (a == b or (len(a) > 4 and (a in b or b in a)))


def _from_elements(tree: Any) -> list[str]:
    found: list[str] = []
    level: Any = None
    for element in _marked_elements(tree):
        if not isinstance(element.tag, str) or element.tag in ("meta", "link", "button"):
            continue
        around = [element, *list(element.iterancestors())[:4]]
        if level is None and any(_ELSEWHERE.search(_attributes(a)) for a in around[1:4]):
            continue
        stated = element.get("rel") == "author" or "author" in (element.get("itemprop") or "")
        if not stated and any(a.tag in ("nav", "aside", "footer", "form") for a in element.iterancestors()):
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
    names = [n for a in links for n in split_names(clean_line(a.text_content())) if is_author_name(n)] if len(links) <= 8 else []
    if names:
        return names
    named = [e for e in element.iter() if e.get("itemprop") == "name"][:8]
    texts = [clean_line(e.text_content()) for e in named] or [clean_line(_spaced_text(element))]
    for text in texts:
        if 2 <= len(text) <= 150:
            names.extend(n for n in (find_byline(text) or split_names(text)) if is_author_name(n))
    return names


def _spaced_text(element: Any) -> str:
    """The element's text with a bar between its parts, so that a name and an office beside it stay apart."""
    return " | ".join(t.strip() for t in element.itertext() if t.strip())


def _from_metas(metas: dict[str, list[str]]) -> list[str]:
    for key in _META_KEYS:
        names = [n for printed in metas.get(key, ())[:8] if not re.match(r"https?:|//|www\.", printed) for n in split_names(printed)]
        if names:
            return names
    return []


def _from_agreement(metas: dict[str, list[str]], choices: list[Choice]) -> list[str]:
    """What `<meta>` states, where a byline on the page says the same: then neither is of another article."""
    names = _from_metas(metas)
    printed = {bare_key(n) for c in choices if c.role == "byline" for n in find_byline(c.block.text)}
    return names if names and all(bare_key(n) in printed for n in names) else []


def _from_bylines(choices: list[Choice]) -> list[str]:
    """The names in the first byline from the title to the first paragraphs, else in those directly below the text."""
    start = next((i for i, c in enumerate(choices) if c.role == "title"), 0)
    first = next((i for i, c in enumerate(choices) if c.role == "body" and i > start), len(choices))
    for i, c in enumerate(choices[start : first + 12]):
        if c.role == "byline" or (i + start < first and c.role in ("boilerplate", "heading", "credit", "related")):
            names = find_byline(c.block.text)
            if names:
                return names
    last = max((i for i, c in enumerate(choices) if c.role == "body" and is_prose(c.block.text)), default=len(choices))
    return [n for c in choices[last + 1 : last + 4] if c.role == "byline" for n in find_byline(c.block.text)]


def _from_bold_lines(choices: list[Choice]) -> list[str]:
    """A name alone in bold directly above the first paragraph or below the last signs the text."""
    body = [i for i, c in enumerate(choices) if c.role == "body"]
    if len(body) < 3:
        return []
    for i in (body[0], body[0] - 1, body[-1]):
        block = choices[i].block
        words = block.text.split()
        if (
            block.is_strong
            and not block.heading_level
            and 2 <= len(words) <= 4
            and all(w[0].isupper() for w in words)
            and block.text[-1].isalpha()
        ):
            choices[i].decide("byline", "bold_name")
            return [block.text]
    return []


def _unique(names: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        cleaned = clean_name(name)
        if cleaned:
            found.setdefault(bare_key(cleaned), cleaned)
    return list(found.values())
