"""Who is one, what is one statement, one event, one text: groups across all documents, with ids that stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.run.chunks import Job
from transforms.entities.corrections import parse_corrections
from transforms.entities.resolve import group_names
from transforms.groups.copies.find import find_copies
from transforms.groups.features.read import read_features
from transforms.groups.ids import Members, carry_ids
from transforms.groups.stories.group import group_stories
from transforms.groups.utterances.group import group_utterances
from transforms.groups.wordings import mark_wordings
from transforms.records import GroupKind, Redirect
from warehouse.home import Home
from warehouse.lake.assignments import Assignments, EntityRow, StoryRow, UtteranceRow, read_assignments, write_assignments
from warehouse.lake.current import Current, open_current
from warehouse.runs import Run


@task(task_run_name="resolve", cache_policy=NO_CACHE, persist_result=False)
def resolve(job: Job) -> None:
    """Writes the assignments of the snapshot to come, as `write_groups` does."""
    get_run_logger().info("%s", write_groups(job.home, job.run))


def write_groups(home: Home, run: Run) -> str:
    """Writes the assignments of the snapshot that a run makes; those in service stay as they are where nothing has changed.
    What there is now, in a line.

    The user's corrections are read from `corrections.tsv` in the home. Raises `CorrectionError` where they contradict
    one another.
    """
    before = read_assignments(home)
    corrections = home.corrections.read_text(encoding="utf-8-sig", errors="replace") if home.corrections.exists() else ""
    with open_current(home) as current:
        unchanged = current.is_published() and corrections == before.corrections
        groups = before if unchanged else group_all(current, before, corrections)
    write_assignments(home, run, groups)
    found = f"{len(groups.entities):,} entities, {len(groups.stories):,} stories, {len(groups.utterances):,} utterances"
    return found + (": nothing to group anew" if unchanged else "")


def group_all(current: Current, before: Assignments, corrections: str) -> Assignments:
    """Entities first, then copies and stories, which read them, then utterances, which read all three."""
    names = list(current.read_document_names())
    people = group_names(names, parse_corrections(corrections))
    name_entities, moved_entities = _carry("entity", people, before.name_entities, [n.key for n in names], before)

    articles = [read_features(a) for a in current.read_story_articles()]
    copies = find_copies(articles)
    spoken = list(current.read_spoken_quotes(name_entities)) if any(a.published_on is None for a in articles) else []
    events = group_stories(articles, copies, spoken)
    article_stories, moved_stories = _carry("story", events, before.article_stories, [a.article_id for a in articles], before)

    quotes = list(current.read_spoken_quotes(name_entities, article_stories))
    statements = group_utterances(quotes)
    quote_utterances, moved_utterances = _carry("utterance", statements, before.quote_utterances, [q.quote_id for q in quotes], before)
    return Assignments(
        name_entities=name_entities,
        entities=[EntityRow(name_entities[g.members[0]], g.type, g.name, g.description, g.confidence) for g in people],
        quote_utterances=quote_utterances,
        quote_changes=mark_wordings(statements, {q.quote_id: q.text for q in quotes}),
        utterances=[UtteranceRow(quote_utterances[g.members[0]], g.speaker, g.text) for g in statements],
        article_stories=article_stories,
        stories=[StoryRow(article_stories[g.members[0]], g.title) for g in events],
        copies=copies,
        redirects=[*moved_entities, *moved_stories, *moved_utterances],
        corrections=corrections,
    )


def _carry(
    kind: GroupKind, groups: Sequence[Members], previous: Mapping[str, str], order: Iterable[str], before: Assignments
) -> tuple[dict[str, str], list[Redirect]]:
    return carry_ids(kind, groups, previous, order, {r.old_id: r.new_id for r in before.redirects if r.kind == kind})
