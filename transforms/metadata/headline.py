"""The title of a page: of its candidates the one that readers see, without the name of the site."""

from __future__ import annotations

import re
from typing import Any

from transforms.metadata.jsonld import text_of
from transforms.text import bare_key, clean_line

_SEPARATORS = re.compile(
    r"\s+[|–—\-·•»«:/~]+\s+|\s*[|｜»«ㅣ]\s*|\s*[：:](?=[^\s\w]*[\u3040-\u9fff\uac00-\ud7af])|"
    r"(?<=[\uac00-\ud7af])-(?=[\uac00-\ud7af])|_(?=[\u3040-\u9fff])"
)
# Names of `<meta>` by which newsletters, libraries and statistics know the title.
_FURTHER_KEYS = ("twitter:title", "sailthru.title", "parsely-title", "dc.title", "dcterms.title")


def strip_site(title: str, names: list[str]) -> str:
    """The title without the site's name at either end.

    >>> strip_site("Council agrees on water | Orlo Post", ["Orlo Post"])
    'Council agrees on water'
    """
    keys = {bare_key(n) for n in names if n}
    for _ in range(3):
        pieces = list(_SEPARATORS.finditer(title))
        if not pieces:
            break
        tail, head = title[pieces[-1].end() :], title[: pieces[0].start()]
        if bare_key(tail) in keys and title[: pieces[-1].start()].strip():
            title = _strip_section(title[: pieces[-1].start()].strip())
        elif bare_key(head) in keys and title[pieces[0].end() :].strip():
            title = title[pieces[0].end() :].strip()
        else:
            break
    return title


def _strip_section(title: str) -> str:
    """The title without the section that stood between it and the site's name ("… | World News")."""
    pieces = list(_SEPARATORS.finditer(title))
    if not pieces:
        return title
    rest, section = title[: pieces[-1].start()].strip(), title[pieces[-1].end() :].strip()
    return rest if len(section) <= 20 and len(section.split()) <= 2 and len(rest) >= 15 and len(rest) > 2 * len(section) else title


def find_title(tree: Any, node: dict[str, Any] | None, metas: dict[str, list[str]], site_names: list[str]) -> str | None:
    """The page's title, or None.

    What Open Graph, JSON-LD and `<title>` state is written for other readers too (search engines, social networks);
    what stands on the page as a heading is the title. So a stated title that is also a heading wins, then a heading of
    the first rank that speaks of the same, then what is stated.
    """
    site_keys = {bare_key(n) for n in site_names}
    headings = [(str(h.tag), clean_line(h.text_content())) for h in tree.iter("h1", "h2", "h3")][:40]
    h1s = [t for tag, t in headings if tag == "h1" and bare_key(t) and bare_key(t) not in site_keys and len(t) < 400]
    h2s = [t for tag, t in headings if (tag == "h2" or not h1s) and len(t) < 400]  # without a first rank the third may hold it
    og, linked, tab = _stated(tree, node, metas, site_names)
    stated = [c for c in (og, linked, tab) if c and bare_key(c) not in site_keys]
    if len(stated) < 3 or len({bare_key(c) for c in stated}) > 1:
        stated = [_shorten(c, [*stated, *h1s, *h2s]) for c in stated]
    keys = [bare_key(c) for c in stated]

    matched = next((h for c in keys for h in h1s if bare_key(h) == c), None)
    if matched:
        # The h1 only repeats <title>, and a second heading shows what another source states: that one readers see.
        if tab and bare_key(matched) == bare_key(tab):
            for candidate in stated:
                if (
                    bare_key(candidate) != bare_key(matched)
                    and len(candidate) > 15
                    and any(bare_key(h).endswith(bare_key(candidate)) for h in h2s[:4])
                ):
                    return candidate
            card = next(iter(metas.get("twitter:title", ())), None)
            if og and card and linked and bare_key(linked) == bare_key(matched) and bare_key(strip_site(card, site_names)) == bare_key(og):
                return og  # the three for search engines agree, so do the two for readers: measured, the latter is the headline
        return _spaced(matched, stated)
    further = [strip_site(v, site_names) for key in _FURTHER_KEYS for v in metas.get(key, ())[:1]]
    if shown := next((h for c in further for h in [*h1s, *h2s] if bare_key(h) == bare_key(c)), None):
        return shown
    if og and linked:
        return stated[0]
    for heading in h1s:
        if any(bare_key(heading).endswith(c) and 2 * len(c) > len(bare_key(heading)) for c in keys):
            return next(c for c in stated if bare_key(heading).endswith(bare_key(c)))  # a kicker stands before the title
    same = [h for h in h1s if any(_shares_words(h, c) for c in stated)]
    if same:
        return max(same, key=lambda h: (max(_overlap(h, c) for c in stated), -h1s.index(h)))
    if stated:
        equal = next((h for h in h2s if bare_key(h) in keys), None)
        longer = next((h for h in h2s if len(keys[0]) > 20 and bare_key(h).startswith(keys[0])), None)
        return equal or longer or stated[0]
    return h1s[0] if h1s else None


def find_site_name(tree: Any, first_lines: list[str]) -> str | None:
    """The site's name as `<title>` has it: behind the page's headline, or all of it where it heads the page too.

    For pages that name their site nowhere else; None where `<title>` leaves room for doubt.
    """
    element = tree.find(".//title")
    tab = clean_line(element.text_content()) if element is not None else ""
    for h1 in tree.iter("h1"):
        for separator in _SEPARATORS.finditer(tab):
            if bare_key(tab[: separator.start()]) == bare_key(h1.text_content()) and len(tab[separator.end() :].split()) <= 5:
                return tab[separator.end() :].strip() or None
    is_headline = any(bare_key(h1.text_content()) == bare_key(tab) for h1 in tree.iter("h1"))
    if not is_headline and 1 <= len(tab.split()) <= 4 and any(line.casefold().startswith(tab.casefold()) for line in first_lines):
        return tab
    return None


def _stated(
    tree: Any, node: dict[str, Any] | None, metas: dict[str, list[str]], site_names: list[str]
) -> tuple[str | None, str | None, str | None]:
    """The titles of Open Graph (else Twitter's card), JSON-LD and `<title>`, each without the site's name."""
    element = tree.find(".//title")
    values = (
        next(iter(metas.get("og:title", ()) or metas.get("twitter:title", ())), None),
        text_of(node.get("headline")) if node else None,
        element.text_content() if element is not None else None,
    )
    og, linked, tab = (strip_site(clean_line(v), site_names) or None if v else None for v in values)
    return og, linked, tab


def _shorten(title: str, others: list[str]) -> str:
    """A title behind which only the section or the site stands is as long as another source, or a heading, has it."""
    for other in others:
        if not (len(title) / 2 <= len(other) < len(title) and len(other) >= 8 and title.startswith(other)):
            continue
        rest = title[len(other) :]
        if re.match(r"\s*[|:：｜_–—\-·•»«/~ㅣ]", rest) and bare_key(rest) not in map(bare_key, others):  # a heading of its own is no site
            return other
    return title


def _spaced(heading: str, stated: list[str]) -> str:
    """The heading, spelled as stated where its own markup glued a kicker to it."""
    same = [c for c in stated if bare_key(c) == bare_key(heading) and c.count(" ") > heading.count(" ")]
    return same[0] if same else heading


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"\w+", text.casefold()) if len(w) > 3 or not w.isascii()}


def _overlap(a: str, b: str) -> float:
    x, y = _words(a), _words(b)
    return len(x & y) / max(1, min(len(x), len(y)))


def _shares_words(heading: str, title: str) -> bool:
    return _overlap(heading, title) >= 0.3 and (len(_words(heading)) >= 2 or _overlap(heading, title) == 1)
