"""Who wrote a page, by the elements that it marks as its author."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import Any

from lxml import etree

from transforms.metadata.byline import find_byline, is_author_name, is_by, split_names
from transforms.text import clean_line
from transforms.word_lists import any_of_set

_MOST_MARKED = 60  # elements of a page that say "author"; those of the article are among the first
_MOST_LINKED = 8  # links to persons in one element; more are a list of a site's writers
_TEASER_LEVELS = 2  # elements around the writer's name within which a teaser has its heading
_BYLINE_CHARS = range(2, 151)  # of an element that holds nothing but a byline
_LEVELS = 3  # elements around an author's that tell whose author it is
_MOST_LINKS = 200  # below the headline, among which the writer's is looked for
# Attributes whose value says that the element names the author. Case differs from site to site.
_MARK = re.compile(any_of_set("pages/words.csv", "marks of authors"))
# Around these the author is that of a comment, of another article, or a whole biography.
_ELSEWHERE = re.compile(any_of_set("pages/words.csv", "author elsewhere"))
# A contact card (http://microformats.org/wiki/hcard) of the writer, and the foot of the article itself, are not such places.
_OWN = re.compile(r"vcard|(?:post|entry|article|node)[\w-]{0,3}footer\S*")
_OTHER_MATTERS = frozenset(("nav", "aside", "footer", "form"))  # elements in which nobody signs the text
_TEXTS = etree.XPath(".//text()[not(ancestor::a[contains(@rel, 'tag') or contains(@rel, 'category')])]")
_GOES_ON = re.compile(r" \| (?=(?:and|und|et|y|e|og|en|&)\s)|(?<=,) \| ")
_LINK_TO_PERSON = re.compile(
    r"author|autor|auteur|/people/|/person|/profile|/by/|/staff|/contributor|/journalist|/writer|/team/|/redaktion/", re.IGNORECASE
)
_PERSON_PAGE = re.compile(r"/(?:authors?|profile|editors|people|staff|contributors|autor|auteur)/[^/]*(?:/?(?:[?#].*)?|/\d+/?)$")


def find_marked_authors(tree: Any) -> list[str]:
    """The names in what the page marks as its author: below its headline or in one `<header>` with it, else above it, where lists of
    other articles stand; else in a link behind the word "by".
    """
    headline = max(tree.iter("h1"), key=lambda h: len(h.text_content()), default=None)
    marked = [e for e in _marked_elements(tree) if e is not headline]
    if headline is None:
        return _from_marked(marked, frozenset())
    header = next(headline.iterancestors("header", "hgroup"), headline)
    above = set(takewhile(lambda e: e is not header, tree.iter())) if marked else set()
    holders = frozenset(headline.iterancestors())
    found = _from_marked([e for e in marked if e not in above], holders)
    found = found or _from_marked([e for e in marked if e in above and not _is_teased(e)], holders)
    return found or _from_links_behind_by(headline, holders)


def _marked_elements(tree: Any) -> list[Any]:
    """The elements that name an author by `rel`, by an attribute's value or by where they link to, in page order.

    Where they link to says nothing above the headline, where menus list a site's writers, nor within a sentence.
    """
    found = []
    below = tree.find(".//h1") is None
    for element in tree.iter(
        "h1", "a", "span", "div", "p", "address", "li", "strong", "em", "cite", "h2", "h3", "h4", "h5", "section", "header", "ul", "article"
    ):
        get = element.get
        below = below or element.tag == "h1"
        marks = " ".join([v for v in map(get, ("class", "id", "itemprop", "data-testid", "data-component")) if v])
        if (
            (marks and _MARK.search(marks) and element.tag != "article")
            or get("rel") == "author"
            or get("data-author")
            or (below and element.tag == "a" and _PERSON_PAGE.search(get("href") or "") and not _is_in_sentence(element))
        ):
            found.append(element)
            if len(found) == _MOST_MARKED:
                break
    return found


def _is_in_sentence(link: Any) -> bool:
    return len(clean_line(link.getparent().text_content())) not in _BYLINE_CHARS


def _is_teased(element: Any) -> bool:
    """Whether an element stands beside a heading that is a link, as the writer of another article does in a list of articles."""
    around = list(islice(element.iterancestors(), _TEASER_LEVELS))
    return any(h.find(".//a") is not None or h.getparent().tag == "a" for a in around for h in a.iterchildren("h2", "h3", "h4", "a"))


def _is_elsewhere(around: list[Any], holders: frozenset[Any]) -> bool:
    """Whether one of these elements is of another matter; those that hold the headline are the article's own, whatever they are called."""
    return any(_ELSEWHERE.search(_OWN.sub("", _attributes(a))) for a in around if a not in holders)


def _from_links_behind_by(headline: Any, holders: frozenset[Any]) -> list[str]:
    """The first name below the headline that is a link right behind the word "by" which opens a paragraph: even a name of one word."""
    for link in islice(headline.xpath("following::a"), _MOST_LINKS):
        if link.getprevious() is None and is_by((link.getparent().text or "").strip()):
            around = list(link.iterancestors())
            if any(a.tag in _OTHER_MATTERS for a in around) or _is_elsewhere(around[1 : _LEVELS + 1], holders):
                continue
            return [n for n in split_names(clean_line(link.text_content())) if is_author_name(n)]
    return []


def _from_marked(elements: list[Any], holders: frozenset[Any]) -> list[str]:
    """The names of the first element that has any, and of those beside it."""
    found: list[str] = []
    level: Any = None
    for element in elements:
        around = [element, *islice(element.iterancestors(), _LEVELS)]
        if level is None and _is_elsewhere(around[1:], holders):
            continue
        stated = element.get("rel") == "author" or "author" in (element.get("itemprop") or "")
        if not stated and any(a.tag in _OTHER_MATTERS for a in element.iterancestors()):
            continue
        names = _names_in(element, stated)
        if not names:
            continue
        if level is not None and element.getparent() not in level:
            break
        if level is None:
            level = around[:3]
        found.extend(names)
        if element.get("data-author"):
            break  # the next one is of the next post
    return found


def _attributes(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _names_in(element: Any, is_stated: bool) -> list[str]:
    if stated := element.get("data-author"):
        return [n for n in split_names(clean_line(stated)) if is_author_name(n, is_stated)]
    links = (
        [element]
        if element.tag == "a"
        else [a for a in element.iter("a") if _LINK_TO_PERSON.search(a.get("href") or "") or a.get("rel") == "author"]
    )
    names = (
        [n for a in links for n in split_names(clean_line(a.text_content())) if is_author_name(n, is_stated)]
        if len(links) <= _MOST_LINKED
        else []
    )
    if names:
        return names
    named = [e for e in element.iter() if e.get("itemprop") == "name" or "fn" in (e.get("class") or "").split()][:8]
    texts = [clean_line(e.text_content()) for e in named] or [clean_line(_spaced_text(element))]
    for text in texts:
        if len(text) in _BYLINE_CHARS:
            names.extend(n for n in (find_byline(text) or split_names(text)) if is_author_name(n, is_stated))
    return names


def _spaced_text(element: Any) -> str:
    """The element's text with a bar between its parts, so that a name and an office beside it stay apart; links to topics are no names."""
    return _GOES_ON.sub(" ", " | ".join(t.strip() for t in _TEXTS(element) if t.strip()))
