"""The sample pages through the transforms alone, without a store: what the golden tests compare with their expectations."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from transforms.annotate import annotate_extraction
from transforms.entities.resolve import group_names
from transforms.groups.copies.find import find_copies
from transforms.groups.features.read import read_features
from transforms.groups.ids import Members
from transforms.groups.stories.group import group_stories
from transforms.groups.utterances.group import group_utterances
from transforms.identity import quote_id
from transforms.pages.extract import extract_article
from transforms.records import (
    Annotation,
    Document,
    DocumentName,
    EntityGroup,
    Extraction,
    Quote,
    Rejection,
    SpokenQuote,
    StoryArticle,
)

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"


@dataclass(frozen=True)
class Page:
    """One sample page and what was found in it."""

    extraction: Extraction
    annotation: Annotation

    @property
    def article_id(self) -> str:
        return self.extraction.article.article_id

    def quote_id(self, quote: Quote) -> str:
        return quote_id(self.article_id, quote.part, quote.block_ordinal, quote.start_char, quote.end_char)

    def text_of(self, part: str, block_ordinal: int | None) -> str:
        """The text that offsets of `part` are in."""
        article = self.extraction.article
        if part == "block":
            return next(b.text for b in self.extraction.blocks if b.ordinal == block_ordinal)
        return {"title": article.title, "standfirst": article.standfirst, "body": article.body}[part] or ""


@dataclass(frozen=True)
class SampleRun:
    """Pages by their path below the samples, and the groups across them by article, quote and name key."""

    pages: Mapping[str, Page]
    entity_of: Mapping[str, str]
    utterance_of: Mapping[str, str]
    story_of: Mapping[str, str]
    copy_of: Mapping[str, str]
    entities: tuple[EntityGroup, ...]


def sample_document(path: Path, root: Path = SAMPLES) -> Document:
    """A page below `root` as the reader of files gives it."""
    return Document(
        source_uri=path.relative_to(root).as_posix(),
        location=path.relative_to(root).as_posix(),
        content=path.read_bytes(),
        kind="text" if path.suffix == ".txt" else "html",
    )


def sample_paths(folder: str = "") -> list[Path]:
    """The sample pages; those that must be rejected only when `folder` is `broken`."""
    found = [p for p in sorted(SAMPLES.rglob("*")) if p.suffix in {".html", ".txt"}]
    return [p for p in found if (p.parent.name == "broken") == (folder == "broken")]


@functools.cache
def run_samples() -> SampleRun:
    """The sample pages, run once for all tests of a session."""
    return run_pages(sample_paths(), SAMPLES)


def run_pages(paths: Iterable[Path], root: Path) -> SampleRun:
    """Extract, annotate and group the pages of a folder; their keys are paths below `root`."""
    pages = {}
    for path in paths:
        extraction = extract_article(sample_document(path, root))
        if isinstance(extraction, Rejection):
            raise AssertionError(f"{path.name} was rejected: {extraction.reason}, {extraction.detail}")
        pages[path.relative_to(root).as_posix()] = Page(extraction, annotate_extraction(extraction))
    entities = group_names([n for page in pages.values() for n in document_names(page)])
    entity_of = _by_member(entities)
    articles = [read_features(story_article(p)) for p in pages.values()]
    copies = find_copies(articles)
    stories = _by_member(group_stories(articles, copies, spoken_quotes(pages, entity_of, {})))
    utterances = _by_member(group_utterances(spoken_quotes(pages, entity_of, stories)))
    return SampleRun(pages, entity_of, utterances, stories, copies, tuple(entities))


def _by_member(groups: Sequence[Members]) -> dict[str, str]:
    return {member: group.members[0] for group in groups for member in group.members}


def document_names(page: Page) -> list[DocumentName]:
    """The names of a page as the grouping across documents reads them."""
    by_cluster = {m.cluster: m for m in page.annotation.mentions}
    forms = {c: Counter(m.text for m in page.annotation.mentions if m.cluster == c) for c in by_cluster}
    names = sorted(m.name for m in by_cluster.values())
    day = page.extraction.article.published_on
    organizations = sorted({q.stands_for for q in page.annotation.quotes if q.stands_for})
    stand_ins = [
        DocumentName(f"{page.article_id}:stands_for:{b}", page.article_id, day, "organization", b, ((b, 1),), None, tuple(names))
        for b in organizations
    ]
    return stand_ins + [
        DocumentName(
            key=f"{page.article_id}:{c}",
            article_id=page.article_id,
            published_on=day,
            type=m.type,
            name=m.name,
            forms=tuple(sorted(forms[c].items())),
            role=m.role,
            companions=tuple(n for n in names if n != m.name),
            owner=m.owner,
            sport=m.sport,
            signs=m.signs,
        )
        for c, m in sorted(by_cluster.items())
    ]


def story_article(page: Page) -> StoryArticle:
    """A page as the grouping into stories reads it."""
    article = page.extraction.article
    return StoryArticle(article.article_id, article.published_on, article.title, article.body, article.standfirst)


def spoken_quotes(pages: Mapping[str, Page], entity_of: Mapping[str, str], stories: Mapping[str, str]) -> list[SpokenQuote]:
    """The quotes of pages as the grouping into utterances reads them."""
    return [
        SpokenQuote(
            quote_id=page.quote_id(q),
            article_id=page.article_id,
            ordinal=q.ordinal,
            published_on=page.extraction.article.published_on,
            story_id=stories.get(page.article_id),
            kind=q.kind,
            text=q.text,
            speaker=_speaker(page, q, entity_of),
            position=q.start_char / max(1, len(page.extraction.article.body)) if q.part == "body" else 0.0,
            speaker_name=q.speaker_name,
            speaker_role=q.speaker_role,
            sentence=q.sentence,
            speaker_kind=q.speaker_kind,
        )
        for page in pages.values()
        for q in page.annotation.quotes
    ]


def _speaker(page: Page, quote: Quote, entity_of: Mapping[str, str]) -> str | None:
    """The organization that the speaker stands for where that is known, else the speaker."""
    if quote.stands_for:
        return entity_of[f"{page.article_id}:stands_for:{quote.stands_for}"]
    return entity_of.get(f"{page.article_id}:{quote.speaker_cluster}")
