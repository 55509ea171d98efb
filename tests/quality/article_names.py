"""Compare the names found in an article with the annotated ones."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.golden.sample_run import Page, SampleRun
from transforms.names.short_titles import short_titles
from transforms.records import Mention

Check = Callable[[str, bool, str], None]
Span = tuple[int, int, list[Mapping[str, Any]]]
# Titles that a found name may hold or leave out; a mention is right with and without.
_TITLE = re.compile(
    r"^(?:(?:the|mr|mrs|ms|dr|sir|dame|lord|judge|justice|father|reverend|cllr|councilwoman|mayor|senator|sheriff|deputy|provost|ceo|principal)"
    r"\.? )+",
    re.IGNORECASE,
)
_TEXT_PARTS = ("title", "standfirst", "body")


def bare(name: str) -> str:
    """A name as it is compared: without case, titles, "the" and the possessive."""
    folded = unicodedata.normalize("NFKC", name).replace("’", "'").casefold().strip()
    return re.sub(r"'s$", "", _TITLE.sub("", folded))


def same_spelling(found: str, right: str) -> bool:
    """Whether a name is the right one letter by letter, but for case and "the": a job or title glued on is wrong."""
    a, b = (unicodedata.normalize("NFKC", n).replace("’", "'").casefold().removeprefix("the ") for n in (found, right))
    return a == b


@dataclass(frozen=True)
class Found:
    """One entity as an article shows it: the name it has there most often, its mentions in the text, and, of a person, the description
    of its row."""

    name: str
    type: str
    role: str | None
    mentions: tuple[Mention, ...]

    @property
    def forms(self) -> set[str]:
        return {bare(m.text) for m in self.mentions}


def found_entities(page: Page, entity_of: Mapping[str, str], described: Mapping[str, str | None]) -> list[Found]:
    """The entities with a mention in title, standfirst or body; groups of people and things are not asked for."""
    by_entity: dict[str, list[Mention]] = defaultdict(list)
    for m in page.annotation.mentions:
        entity = entity_of.get(f"{page.article_id}:{m.cluster}")
        if entity is not None and m.part in _TEXT_PARTS and m.type in ("person", "organization", "place"):
            by_entity[entity].append(m)
    return [
        Found(
            Counter(m.name for m in mentions).most_common(1)[0][0],
            Counter(m.type for m in mentions).most_common(1)[0][0],
            described[entity] if mentions[0].type == "person" else None,
            tuple(mentions),
        )
        for entity, mentions in by_entity.items()
    ]


def score_names(article: str, gold: Mapping[str, Any], page: Page, run: SampleRun, check: Check) -> None:
    """Count what is right about each annotated entity, each found entity and each mention."""
    found = found_entities(page, run.entity_of, {group.members[0]: group.description for group in run.entities})
    matched: dict[str, Found] = {}
    spans = {part: _wanted(page.text_of(part, None), gold["entities"]) for part in _TEXT_PARTS}
    standing = {bare(page.text_of(part, None)[a:b]) for part, wanted in spans.items() for a, b, _ in wanted}
    shared = Counter(a for e in gold["entities"] for a in {bare(a) for a in e["aliases"]} & standing)
    for want in sorted(gold["entities"], key=lambda e: bool(e.get("optional"))):
        hit = _find(want, [f for f in found if f not in matched.values()], shared)
        if hit is not None:
            matched[want["name"]] = hit
        if not want.get("optional"):
            _check_entity(article, want, hit, found, shared, check)
    for f in found:
        if f not in matched.values():
            notes = f"{article}: {f.type} {f.name!r} {sorted(f.forms)}"
            check("entities sound in all", False, f"{notes} is no entity or a second row")
    for name in gold["not_entities"]:
        claimed = any(m.text == name for f in found for m in f.mentions)
        check("no entity where none is", not claimed, f"{article}: {name!r}")
    for part, wanted in spans.items():
        _check_mentions(article, page.text_of(part, None), part, wanted, matched, found, check)


def _find(want: Mapping[str, Any], found: list[Found], shared: Counter[str]) -> Found | None:
    named = [f for f in found if bare(f.name) == bare(want["name"])]
    own = {bare(a) for a in want["aliases"] if shared[bare(a)] == 1 or bare(a) == bare(want["name"])}
    others = [f for f in found if f.forms & own]
    return max(named or others, key=lambda f: len(f.mentions), default=None)


def _check_entity(article: str, want: Mapping[str, Any], hit: Found | None, found: list[Found], shared: Counter[str], check: Check) -> None:
    note = f"{article}: {want['type']} {want['name']!r}"
    check("entities found", hit is not None, note)
    if hit is None:
        return
    aliases = {bare(a) for a in want["aliases"]}
    own = {a for a in aliases if shared[a] == 1}
    second = [f.name for f in found if f is not hit and f.forms & own]
    is_name = same_spelling(hit.name, want["name"])
    is_type = hit.type in (want["type"], *want.get("type_may_be", []))
    is_one = hit.forms <= aliases | {bare(want["name"])} and not second and own <= hit.forms
    is_role = any(_is_role(hit.role, d) for d in (want["description"], *want.get("description_may_be", [])))
    check("entity name", is_name, f"{note} is {hit.name!r}")
    check("entity type", is_type, f"{note} is {hit.type}")
    check("entity one thing", is_one, f"{note}: {sorted(hit.forms)}, right is {sorted(aliases)}; second rows {second}")
    check("entity role right or none", is_role, f"{note}: {hit.role!r}, right is {want['description']!r}")
    check("entities sound in all", is_name and is_type and is_one and is_role, note)


def _is_role(found: str | None, right: str | None) -> bool:
    """No role is never wrong; one that is part of the right one, or holds it, is right, short titles written out or not."""
    if found is None:
        return True
    if right is None:
        return False
    a, b = ({_whole(w) for w in re.findall(r"\w+", r.casefold()) if w not in {"the", "a", "an", "of"}} for r in (found, right))
    return a <= b or b <= a


def _whole(word: str) -> str:
    return short_titles().get(word, word).casefold()


def _check_mentions(
    article: str, text: str, part: str, wanted: list[Span], matched: Mapping[str, Found], found: list[Found], check: Check
) -> None:
    """Each found mention of a part: its boundary, type and entity; each annotated one: found or not."""
    mentions = [m for f in found for m in f.mentions if m.part == part]
    for m in mentions:
        near = [w for w in wanted if w[0] < m.end_char and m.start_char < w[1]]
        whole = [w for w in near if bare(text[w[0] : w[1]]) == bare(m.text)]
        types = {t for w in whole for e in w[2] for t in (e["type"], *e.get("type_may_be", []))}
        is_linked = any(m in matched[e["name"]].mentions for w in whole for e in w[2] if e["name"] in matched)
        is_right = bool(whole) and m.type in types and is_linked
        check("mention boundary", bool(whole), f"{article}: {m.text!r}")
        if whole:
            check("mention type", m.type in types, f"{article}: {m.text!r} is {m.type}")
            check("mention link", is_linked, f"{article}: {m.text!r} is {m.name!r}")
        check("mentions right in all", is_right, f"{article}: {m.text!r}")
    for start, end, entities in wanted:
        if not all(e.get("optional") for e in entities):
            hit = any(m.start_char < end and start < m.end_char for m in mentions)
            check("mentions found", hit, f"{article}: {text[start:end]!r}")


def _wanted(text: str, entities: list[Mapping[str, Any]]) -> list[Span]:
    """Spans of the annotated names with the entities that bear them, the longest names first; spans never overlap."""
    bearers: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for e in entities:
        for alias in e["aliases"]:
            bearers[alias].append(e)
    taken, spans = [False] * len(text), []
    for form in sorted(bearers, key=lambda f: (-len(f), f)):
        for m in re.finditer(rf"(?<![\w@]){re.escape(form)}(?![\w])", text):
            if not any(taken[m.start() : m.end()]):
                taken[m.start() : m.end()] = [True] * len(form)
                spans.append((m.start(), m.end(), bearers[form]))
    return sorted(spans, key=lambda s: s[0])
