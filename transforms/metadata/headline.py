"""The title of a page: of its candidates the one that readers see, without the name of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

from transforms.metadata.jsonld import text_of
from transforms.records import TitleFrom
from transforms.text import bare_key, clean_line
from transforms.word_lists import any_of_set

_MOST_SITE_NAMES = 3  # pieces that are cut off a title's ends: site, section, site again
# A section between a title and the site's name is short, beside a title that is long.
_SECTION_CHARS = 20
_SECTION_WORDS = 2
_TITLE_CHARS = 15
_ALL_SOURCES = 3  # Open Graph, JSON-LD and `<title>`
_CANDIDATE_CHARS = 15  # of a stated title that a second heading may show; shorter ones are sections
_FIRST_HEADINGS = 4  # of the second rank, among which the headline stands
_LEAST_PART = 4  # a piece that is a title has at least this part of the whole: a quarter
_SITE_WORDS = 5  # of the name of a site behind a headline
_LONE_SITE_WORDS = 4  # of a `<title>` that is nothing but the site's name
_SHORT_TITLE = 8  # characters below which a title is no shorter form of another
_SMALL_WORD = 3  # letters of words that say nothing of a title, in scripts with letters
_SHARED_WORDS = 0.3  # share of the words of the shorter of two titles that speak of the same

_SEPARATORS = re.compile(
    r"\s+[|–—\-·•»«:/~]+\s+|\s*[|｜»«ㅣ]\s*|\s*[：:](?=[^\s\w]*[\u3040-\u9fff\uac00-\ud7af])|"
    r"(?<=[\uac00-\ud7af])-(?=[\uac00-\ud7af])|_(?=[\u3040-\u9fff])"
)
# Names of `<meta>` by which newsletters, libraries and statistics know the title.
_FURTHER_KEYS = ("twitter:title", "sailthru.title", "parsely-title", "dc.title", "dcterms.title")


# Headings of a page that are looked at; the title stands among the first.
_MOST_HEADINGS = 40
_LONGEST = 400  # characters of a heading; longer ones are paragraphs
_LONG_KEY = 20  # letters from which the beginning of a heading is the title, not its first word
_HEADLINE_WORDS = 3  # words of an h1 that is no section's name
_LEAST_PIECE = 12  # letters of a title's piece that can be the title
_KICKER = re.compile(rf"(?:^|[\s_-])(?:{any_of_set('pages/words.csv', 'kicker classes')})(?:$|[\s_-])")


def strip_site(title: str, names: list[str]) -> str:
    """The title without the site's name at either end.

    >>> strip_site("Council agrees on water | Orlo Post", ["Orlo Post"])
    'Council agrees on water'
    """
    keys = {bare_key(n) for n in names if n}
    for _ in range(_MOST_SITE_NAMES):
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
    is_short = len(section) <= _SECTION_CHARS and len(section.split()) <= _SECTION_WORDS
    return rest if is_short and len(rest) >= _TITLE_CHARS and len(rest) > 2 * len(section) else title


@dataclass(frozen=True, slots=True)
class Title:
    """A page's title, and the witness that stated it as it stands."""

    text: str | None
    witness: TitleFrom | None


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The titles that a page shows as headings, and those that it states in Open Graph, JSON-LD and `<title>`."""

    h1s: list[str]
    h2s: list[str]
    h3s: list[str]
    stated: list[str]
    tab: str | None


def find_title(tree: Any, node: dict[str, Any] | None, metas: dict[str, list[str]], site_names: list[str]) -> Title:
    """The page's title and its witness, or none.

    What Open Graph, JSON-LD and `<title>` state is written for other readers too (search engines, social networks);
    what stands on the page as a heading is the title. So a stated title that is also a heading wins, then a heading of
    the first rank that speaks of the same, then what is stated.
    """
    site_keys = {bare_key(n) for n in site_names}
    headings = [(str(h.tag), _heading_text(h)) for h in islice(tree.iter("h1", "h2", "h3"), _MOST_HEADINGS)]
    h1s = [t for tag, t in headings if tag == "h1" and bare_key(t) and bare_key(t) not in site_keys and len(t) < _LONGEST]
    h2s = [t for tag, t in headings if (tag == "h2" or not h1s) and len(t) < _LONGEST]  # without a first rank the third may hold it
    h3s = [t for tag, t in headings if tag == "h3" and len(t) < _LONGEST]
    og, linked, tab = _stated(tree, node, metas, site_names)
    stated = [c for c in (og, linked, tab) if c and bare_key(c) not in site_keys]
    if len(stated) < _ALL_SOURCES or len({bare_key(c) for c in stated}) > 1:
        stated = [_shorten(c, [*stated, *h1s, *h2s]) for c in stated]
    further = [strip_site(v, site_names) for key in _FURTHER_KEYS for v in metas.get(key, ())[:1]]
    text = None if og or linked else _heading_of_article(tree, h1s, h2s, stated)
    text = text or _choose(_Candidates(h1s, h2s, h3s, stated, tab), further, is_sure=bool(og and linked))
    return Title(text, _witness_of(text, [*h1s, *h2s, *h3s], og, linked, tab, further))


def _heading_of_article(tree: Any, h1s: list[str], h2s: list[str], stated: list[str]) -> str | None:
    """The one h1 within the page's `<article>` or `<main>`, where `<title>` alone states another title and no heading bears it out."""
    if len(h1s) != 1 or len(h1s[0].split()) < _HEADLINE_WORDS or any(_shares_words(h, s) for h in [*h1s, *h2s] for s in stated):
        return None
    frames = {a.tag for h in tree.iter("h1") if clean_line(h.text_content()) == h1s[0] for a in h.iterancestors("article", "main")}
    return h1s[0] if frames else None


def _choose(found: _Candidates, further: list[str], is_sure: bool) -> str | None:
    """The candidate that readers see; `is_sure` where Open Graph and JSON-LD both state a title."""
    h1s, h2s, stated = found.h1s, found.h2s, found.stated
    keys = [bare_key(c) for c in stated]
    if matched := next((h for c in keys for h in h1s if bare_key(h) == c), None):
        return _second_heading(matched, found) or _spaced(matched, stated)
    if shown := next((h for c in further for h in [*h1s, *h2s] if bare_key(h) == bare_key(c)), None):
        return shown
    if shown := _headline_above_site(found) or _shown_piece(stated, h1s, [*h1s, *h2s]):
        return shown
    if fuller := next((h for h in h1s for c in keys if len(c) > _LONG_KEY and bare_key(h).startswith(c) and len(h) < 2 * len(c)), None):
        return fuller
    if is_sure:
        return stated[0] if stated else None
    for heading in h1s:
        if any(bare_key(heading).endswith(c) and 2 * len(c) > len(bare_key(heading)) for c in keys):
            return next(c for c in stated if bare_key(heading).endswith(bare_key(c)))  # a kicker stands before the title
    same = [h for h in h1s if any(_shares_words(h, c) for c in stated)]
    if same:
        return max(same, key=lambda h: (max(_overlap(h, c) for c in stated), -h1s.index(h)))
    if stated:
        equal = next((h for h in h2s if bare_key(h) in keys), None)
        longer = next((h for h in h2s if len(keys[0]) > _LONG_KEY and bare_key(h).startswith(keys[0])), None)
        return equal or longer or stated[0]
    return h1s[0] if h1s else None


def _headline_above_site(found: _Candidates) -> str | None:
    """The first piece of `<title>` that a lesser heading shows, where the h1 is the shorter last piece: the name of the site."""
    pieces = [p for p in _SEPARATORS.split(found.tab or "") if p]
    if len(pieces) < 2 or len(pieces[0].split()) < _HEADLINE_WORDS or len({bare_key(h) for h in found.h1s}) != 1:
        return None
    site = bare_key(found.h1s[0])
    if site == bare_key(pieces[0]) or len(site) >= len(bare_key(pieces[0])) or site not in map(bare_key, pieces[1:]):
        return None
    return next((h for h in (*found.h2s, *found.h3s) if bare_key(h) == bare_key(pieces[0])), None)


def _second_heading(matched: str, found: _Candidates) -> str | None:
    """Where the h1 only repeats `<title>` and a second heading ends as another source states: what that source states."""
    if not found.tab or bare_key(matched) != bare_key(found.tab):
        return None
    for candidate in found.stated:
        key = bare_key(candidate)
        is_other = key != bare_key(matched) and len(candidate) > _CANDIDATE_CHARS
        if is_other and any(bare_key(h).endswith(key) for h in found.h2s[:_FIRST_HEADINGS]):
            return candidate
    return None


def _shown_piece(stated: list[str], h1s: list[str], headings: list[str]) -> str | None:
    """The piece of a stated title, between its separators, that the page shows as a heading: the rest names sites and sections.

    An h1 of two words or more that is a piece goes before a longer piece of lesser rank.
    """
    first = {bare_key(h) for h in h1s if " " in h}
    for title in stated:
        every = [p for p in _SEPARATORS.split(title) if p]
        if len(every) > 1 and (found := next((p for p in every if bare_key(p) in first), None)):
            return found
        long = [p for p in every if len(bare_key(p)) >= _LEAST_PIECE and _LEAST_PART * len(p) >= len(title)]
        for piece in sorted(long, key=len, reverse=True):
            if shown := next((h for h in headings if bare_key(h) == bare_key(piece)), None):
                return shown
    return None


def _heading_text(heading: Any) -> str:
    """The text of a heading without the kicker that its class names mark within it."""
    for child in heading:
        if isinstance(child.tag, str) and _KICKER.search(f"{child.get('class') or ''}".lower()):
            rest = clean_line(heading.text_content().replace(child.text_content(), " ", 1))
            if len(rest) >= _LEAST_PIECE:
                return rest
    return clean_line(heading.text_content())


def _witness_of(
    text: str | None, headings: list[str], og: str | None, linked: str | None, tab: str | None, further: list[str]
) -> TitleFrom | None:
    key = bare_key(text or "")
    order: tuple[tuple[TitleFrom, list[str]], ...] = (
        ("heading", headings),
        ("json-ld", [linked or ""]),
        ("open-graph", [og or ""]),
        ("title-element", [tab or ""]),
        ("newsletter", further),
    )
    exact = next((witness for witness, texts in order if key and any(bare_key(t) == key for t in texts)), None)
    return exact or next((witness for witness, texts in order if key and any(key in bare_key(t) for t in texts)), None)


def find_site_name(tree: Any, first_lines: list[str]) -> str | None:
    """The site's name as `<title>` has it: behind the page's headline, or all of it where it heads the page too.

    For pages that name their site nowhere else; None where `<title>` leaves room for doubt.
    """
    element = tree.find(".//title")
    tab = clean_line(element.text_content()) if element is not None else ""
    for h1 in tree.iter("h1"):
        for separator in _SEPARATORS.finditer(tab):
            is_before = bare_key(tab[: separator.start()]) == bare_key(h1.text_content())
            if is_before and len(tab[separator.end() :].split()) <= _SITE_WORDS:
                return tab[separator.end() :].strip() or None
    is_headline = any(bare_key(h1.text_content()) == bare_key(tab) for h1 in tree.iter("h1"))
    is_name = not is_headline and 1 <= len(tab.split()) <= _LONE_SITE_WORDS
    if is_name and any(line.casefold().startswith(tab.casefold()) for line in first_lines):
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
        if not (len(title) / 2 <= len(other) < len(title) and len(other) >= _SHORT_TITLE and title.startswith(other)):
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
    return {w for w in re.findall(r"\w+", text.casefold()) if len(w) > _SMALL_WORD or not w.isascii()}


def _overlap(a: str, b: str) -> float:
    x, y = _words(a), _words(b)
    return len(x & y) / max(1, min(len(x), len(y)))


def _shares_words(heading: str, title: str) -> bool:
    return _overlap(heading, title) >= _SHARED_WORDS and (len(_words(heading)) >= 2 or _overlap(heading, title) == 1)
