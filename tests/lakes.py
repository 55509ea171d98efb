"""Homes filled from made-up documents, without model and Prefect: a toy extraction and a toy grouping around the real store.

A toy page is text: a first line `# Title`, then paragraphs, parted by blank lines; `caption: …` is left out of the body.
Names are two capitalised words, or Norvia; `X said “…”` is a quote, and Norvia speaks for its government. A name may be told in full:
`[text|type|name|role|owner|sport|signs]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from flows.resolve import complete_lake
from tests.groups import Group
from tests.toy_lake import Assignments, Current, EntityRow, StoryRow, UtteranceRow, open_current, read_assignments, write_assignments
from transforms.groups.features.read import read_features
from transforms.groups.ids import carry_ids
from transforms.groups.words.stems import stem
from transforms.identity import article_id, content_hash
from transforms.records import (
    Annotation,
    Article,
    Block,
    Document,
    Extraction,
    GroupKind,
    Mention,
    Part,
    Quote,
    Redirect,
    Rejection,
    SourceFacts,
    StoryArticle,
)  # fmt: skip
from warehouse.build import build_snapshot
from warehouse.home import Home, lock
from warehouse.lake.archive import put_bytes
from warehouse.lake.chunks import sweep
from warehouse.lake.compact import compact
from warehouse.lake.manifest import Manifest
from warehouse.lake.rows import Outcome, StoredDocument
from warehouse.lake.write import write_chunk
from warehouse.publish import publish
from warehouse.runs import Run, close_run, name_chunk, start_run

_NAME = re.compile(r"(?:[A-ZÉ]\w+ [A-ZÉ]\w+|Norvia)\b")
_TOLD = re.compile(r"\[(?P<text>[^][|]+)\|(\w+)\|([^][|]+)\|([^][|]*)\|([^][|]*)\|([^][|]*)\|([^][|]*)\]")
_QUOTE = re.compile(rf"(?P<speaker>{_NAME.pattern}) (?P<cue>said) “(?P<text>[^”]+)”")

PAGE = """# Talks resume

Mira Solano said “we will keep talking — as long as it takes” in Port Élan. 👩‍👩‍👧 Bero Tamm listened.

caption: Bero Tamm in a file photo

Norvia said “the border stays open”. The word “peace” fell often."""


def make_document(place: str, text: str = PAGE, url: str | None = None, **given: Any) -> Document:
    """A document at `/pages/<place>`."""
    return Document(place, f"/pages/{place}", text.encode(), "text", SourceFacts(url, **given))


def with_facts(document: Document, **facts: Any) -> Document:
    """The document with other facts of its source."""
    return replace(document, facts=replace(document.facts, **facts))


def read_page(document: Document) -> Rejection | tuple[Extraction, Annotation]:
    """What the toy rules make of one document. `REJECT <reason>` in its text rejects it."""
    text, digest = document.content.decode(), content_hash(document.content)
    if refused := re.search(r"REJECT (\w+)", text):
        return Rejection(document.source_uri, document.location, digest, "extract", refused[1], f"the page says {refused[1]}")
    paragraphs = text.split("\n\n")
    title = paragraphs.pop(0).removeprefix("# ") if text.startswith("# ") else None
    blocks: list[Block] = []
    body = ""
    for i, paragraph in enumerate(paragraphs):
        if paragraph.startswith("caption: "):
            blocks.append(Block(i, "caption", paragraph.removeprefix("caption: "), None, None, "toy"))
            continue
        start = len(body) + 2 if body else 0
        body = f"{body}\n\n{paragraph}" if body else paragraph
        blocks.append(Block(i, "body", paragraph, start, len(body), "toy"))
    day = re.search(r"\d{4}-\d\d-\d\d", text)
    key = article_id(document.facts.url, digest)
    article = Article(
        article_id=key, source_uri=document.source_uri, url=document.facts.url, outlet=document.facts.outlet, outlet_domain=None,
        title=title, standfirst=None, authors=document.facts.authors, contributors=(), agency=None, dateline_place=None,
        published_at=None, published_on=date.fromisoformat(day[0]) if day else None, published_from="text" if day else None,
        title_from="given" if title else None, authors_from="given" if document.facts.authors else None,
        language="en", body=body, word_count=len(body.split()), flags=(), content_hash=digest, fetched_at=document.facts.fetched_at,
    )  # fmt: skip
    return Extraction(article, tuple(blocks)), annotate_page(article, blocks)


def annotate_page(article: Article, blocks: Sequence[Block]) -> Annotation:
    """Names and quotes of a toy page, in title, body and captions."""
    parts: list[tuple[Part, int | None, str]] = [("title", None, article.title or ""), ("body", None, article.body)]
    parts += [("block", b.ordinal, b.text) for b in blocks if b.start_char is None]
    mentions: list[Mention] = []
    quotes: list[Quote] = []
    clusters: dict[str, int] = {}
    for part, ordinal, text in parts:
        for m in _TOLD.finditer(text):
            type_, name, role, owner, sport, signs = m.groups()[1:]
            number = clusters.setdefault(f"{type_} {name}", len(clusters))
            about = (role or None, owner or None, sport or None, tuple(signs.split()))
            mentions.append(Mention(part, ordinal, *m.span("text"), m["text"], type_, number, name, *about))  # type: ignore[arg-type]
        for m in _NAME.finditer(_TOLD.sub(lambda m: " " * len(m[0]), text)):
            number = clusters.setdefault(m[0], len(clusters))
            kind = "place" if m[0] == "Norvia" else "person"
            mentions.append(Mention(part, ordinal, m.start(), m.end(), m[0], kind, number, m[0], "minister" if kind == "person" else None))
        for m in _QUOTE.finditer(text):
            quotes.append(
                Quote(
                    len(quotes),
                    part,
                    ordinal,
                    *m.span("text"),
                    m["text"],
                    "direct",
                    m[0],
                    0.9,
                    "toy",
                    m["speaker"],
                    *m.span("speaker"),
                    m["speaker"],
                    clusters[m["speaker"]],
                    "Norvian government" if m["speaker"] == "Norvia" else None,
                    None,
                    m["cue"],
                    *m.span("cue"),
                )
            )
    features = read_features(StoryArticle(article.article_id, article.published_on, article.title, article.body, article.standfirst))
    return Annotation(tuple(mentions), tuple(quotes), features)


def group_simply(current: Current, before: Assignments) -> Assignments:
    """Entities by type and name, stories by title, utterances by speaker and text, copies by body."""
    names = list(current.read_document_names())
    people = _group((n.key, (n.type, n.name.replace("É", "E"))) for n in names)
    entities, moved = _carry("entity", people, before.name_entities, [n.key for n in names], before)
    articles = list(current.read_story_articles())
    events = _group((a.article_id, a.title or a.article_id) for a in articles)
    stories, moved_stories = _carry("story", events, before.article_stories, [a.article_id for a in articles], before)
    quotes = list(current.read_spoken_quotes(entities, stories))
    sayings = _group((q.quote_id, (q.speaker, q.text)) for q in quotes)
    utterances, moved_utterances = _carry("utterance", sayings, before.quote_utterances, [q.quote_id for q in quotes], before)
    by_name, by_quote, by_article = {n.key: n for n in names}, {q.quote_id: q for q in quotes}, {a.article_id: a for a in articles}
    originals = {a.body: a.article_id for a in reversed(articles)}
    return Assignments(
        name_entities=entities,
        entities=[
            EntityRow(entities[g[0]], by_name[g[0]].type, by_name[g[0]].name, by_name[g[0]].role, 0.9) for g in (p.members for p in people)
        ],
        quote_utterances=utterances,
        utterances=[UtteranceRow(utterances[g[0]], by_quote[g[0]].speaker, by_quote[g[0]].text) for g in (s.members for s in sayings)],
        article_stories=stories,
        stories=[StoryRow(stories[g[0]], by_article[g[0]].title) for g in (e.members for e in events)],
        copies={a.article_id: originals[a.body] for a in articles if originals[a.body] != a.article_id},
        redirects=[*moved, *moved_stories, *moved_utterances],
    )


def store_documents(
    home: Home,
    run: Run,
    documents: Iterable[Document | Rejection],
    chunk_size: int = 2,
    rules: str = "rules 1",
    moment: datetime | None = None,
) -> tuple[int, int]:
    """Reads and stores what is not done; how many documents were seen, and how many of them skipped."""
    manifest = Manifest.load(home, rules)
    seen = skipped = 0
    waiting: list[tuple[StoredDocument, Document | Rejection]] = []
    for document in documents:
        seen += 1
        if (stored := manifest.claim(document)) is None:
            skipped += 1
        else:
            waiting.append((stored, document))
    for i in range(0, len(waiting), chunk_size):
        outcomes = []
        for stored, document in waiting[i : i + chunk_size]:
            if isinstance(document, Document):
                assert stored.content_hash is not None
                put_bytes(home, stored.content_hash, document.content)
            result = document if isinstance(document, Rejection) else read_page(document)
            outcomes.append(Outcome(stored, result, moment or datetime.now(UTC)))
        write_chunk(home, run, name_chunk(run, i), outcomes)
    return seen, skipped


def run_documents(
    path: Path,
    documents: Iterable[Document | Rejection],
    run_id: str = "run",
    chunk_size: int = 2,
    rules: str = "rules 1",
    gather: int = 16,
    moment: datetime | None = None,
    group: Callable[[Home, Run], object] | None = None,
) -> Run:
    """A whole run on a home, as the pipeline does it, now or at another moment, grouped by `group` or else as toys. The closed run."""
    with lock(Home(path)) as home:
        sweep(home)
        run = start_run(home, run_id, moment or datetime.now(UTC), rules, {"toy": "1"})
        seen, skipped = store_documents(home, run, documents, chunk_size, rules, moment)
        complete_lake(home)
        compact(home, gather)
        (group or _group_toys)(home, run)
        run = close_run(home, run, seen, skipped, moment or datetime.now(UTC))
        publish(home, build_snapshot(home, run, stem=stem))
    return run


def _group_toys(home: Home, run: Run) -> None:
    with open_current(home) as current:
        write_assignments(home, run, group_simply(current, read_assignments(home)))


def _group(members: Iterable[tuple[str, object]]) -> list[Group]:
    groups: dict[object, list[str]] = {}
    for member, key in members:
        groups.setdefault(key, []).append(member)
    return [Group(tuple(g)) for g in groups.values()]


def _carry(
    kind: GroupKind, groups: Sequence[Group], previous: Any, order: Sequence[str], before: Assignments
) -> tuple[dict[str, str], list[Redirect]]:
    return carry_ids(kind, groups, previous, order, {r.old_id: r.new_id for r in before.redirects if r.kind == kind})
