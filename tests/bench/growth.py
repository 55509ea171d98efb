"""What a build costs in a home that has grown: `python -m tests.bench.growth HOME ARTICLES [MORE]`.

Writes ARTICLES made-up articles with names and quotes straight into the lake of a new home, groups and publishes them, then adds MORE
(1,000) and groups and publishes again. Prints seconds, CPU seconds and the most memory so far of each step. A home that is there already
gets MORE only. The rules are those installed, so that `onrecord run` goes on with the home.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from flows.garbage import look_seldom
from flows.resolve import complete_lake, write_groups
from flows.run.rules import document_rules, grouping_rules
from tests.bench.corpora import Corpus, write_corpus
from transforms.groups.features.read import read_features
from transforms.groups.words.stems import stem
from transforms.identity import content_hash
from transforms.records import Annotation, Article, Block, Extraction, Mention, MentionType, Quote, StoryArticle
from warehouse.build import build_snapshot
from warehouse.home import Home, lock
from warehouse.lake.chunks import count_documents, list_chunks, sweep
from warehouse.lake.compact import compact
from warehouse.lake.rows import Outcome, StoredDocument
from warehouse.lake.write import write_chunk
from warehouse.publish import publish
from warehouse.runs import Run, close_run, name_chunk, start_run

_CHUNK = 500  # articles of a chunk, as a task writes them
_PART = 20_000  # articles invented at once, so that as many fit in memory as are wanted
PER_DAY = 400  # articles of a day of a corpus
PER_SPEAKER = 15  # articles for each speaker of a corpus
_SYLLABLES = ("ba", "ka", "mo", "ri", "sha", "el", "tu", "ven", "dor", "lin", "sa", "mer", "khal", "jo", "ny", "pet", "gra", "ulo", "zin")
T = TypeVar("T")


class Names:
    """People, organizations and places as articles name them: a few often, most of them once or twice."""

    def __init__(self, seed: int = 5) -> None:
        self._chance = random.Random(seed)
        self._families = [self._invent(2, 4) for _ in range(30_000)]
        self._given = [self._invent(1, 3) for _ in range(500)]

    def _invent(self, least: int, most: int) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(least, most))).title()

    def count_days(self, articles: int) -> int:
        """The days that so many articles fill."""
        return articles // PER_DAY

    def name_person(self, number: int, chance: random.Random) -> str:
        """The name of a person, now and then by its initial, with a middle name or by the family name alone."""
        own = random.Random(number)
        given, family = own.choice(self._given), self._families[int(len(self._families) * own.random() ** 2)]
        kind = chance.random()
        if kind < 0.04:
            return f"{given[0]}. {family}"
        if kind < 0.08:
            return f"{given} {own.choice(self._given)} {family}"
        return family if kind < 0.14 else f"{given} {family}"

    def draw(self, chance: random.Random) -> Iterator[tuple[MentionType, str]]:
        """What an article names besides its speakers."""
        for _ in range(chance.randint(1, 4)):
            yield "place", self._families[int(len(self._families) * chance.random() ** 4)] + chance.choice(("ville", "abad", "grad"))
        yield "place", chance.choice(("Norway", "France", "Syria", "Russia", "Chile"))
        for _ in range(chance.randint(1, 3)):
            family = self._families[int(len(self._families) * chance.random() ** 3)]
            yield "organization", family + chance.choice((" Lines", " Council", " Industries Ltd", ""))


def annotate(article: StoryArticle, quotes: list[tuple[str, str]], names: Names, chance: random.Random) -> tuple[Extraction, Annotation]:
    """An article with its names and quotes in a text of its own. `quotes` are speaker and words."""
    body = article.body
    mentions: list[Mention] = []
    found: list[Quote] = []
    clusters: dict[str, int] = {}

    def name(type_: MentionType, text: str, role: str | None = None) -> int:
        nonlocal body
        start = len(body) + 2
        body += f". {text}"
        number = clusters.setdefault(text, len(clusters))
        signs = ("inside", "shown") if chance.random() < 0.7 else ("inside",)
        mentions.append(Mention("body", None, start, start + len(text), text, type_, number, text, role, signs=signs))
        return number

    for speaker, words in quotes:
        person = names.name_person(int(speaker), chance) if speaker else None
        cluster = name("person", person, chance.choice((None, "minister", "mayor"))) if person else None
        start = len(body) + 7
        body += f" said “{words}”"
        found.append(
            Quote(len(found), "body", None, start, start + len(words), words, "direct", words, 0.9, "cue before", speaker_cluster=cluster)
        )
    for type_, text in names.draw(chance):
        name(type_, text)
    told = Article(
        article_id=article.article_id, source_uri=article.article_id, url=None, outlet=f"Outlet {chance.randrange(50)}", outlet_domain=None,
        title=article.title, standfirst=None, authors=(), contributors=(), agency=None, dateline_place=None, published_at=None,
        published_on=article.published_on, published_from="text", title_from="given", authors_from=None, language="en", body=body,
        word_count=body.count(" ") + 1, flags=(), content_hash=content_hash(article.article_id.encode()), fetched_at=None,
    )  # fmt: skip
    features = read_features(StoryArticle(told.article_id, told.published_on, told.title, told.body))
    return Extraction(told, (Block(0, "body", body, 0, len(body), "bench"),)), Annotation(tuple(mentions), tuple(found), features)


def fill(home: Home, run: Run, count: int, seed: int, names: Names | None = None, *, is_known: bool = False) -> None:
    """Writes articles into the lake, on the days behind those that are there, those of one seed the same on every call. `is_known`:
    without the quotes of nobody."""
    names = names or Names()
    there = sum(count_documents(chunk) for chunk in list_chunks(home))
    chance = random.Random(seed)
    sequence = 0
    for part in range(0, count, _PART):
        corpus = write_corpus(min(_PART, count - part), seed + part)
        if is_known:
            corpus = replace(corpus, quotes=[q for q in corpus.quotes if q.speaker])
        rows = _annotate_corpus(corpus, names, chance, there + part)
        while some := list(islice(rows, _CHUNK)):
            write_chunk(home, run, name_chunk(run, sequence), some)
            sequence += 1


def _annotate_corpus(corpus: Corpus, names: Names, chance: random.Random, before: int) -> Iterator[Outcome]:
    """The articles of a corpus behind `before` others: on later days; half of the speakers have spoken before."""
    later = timedelta(days=names.count_days(before))
    spoken: dict[str, list[tuple[str, str]]] = {}
    for q in corpus.quotes:
        speaker = _choose_speaker(int(q.speaker.partition("-")[2]), before) if q.speaker else ""
        spoken.setdefault(q.article_id, []).append((speaker, q.text))
    now = datetime.now(UTC)
    for a in corpus.articles:
        day = a.published_on + later if a.published_on else None
        moved = StoryArticle(a.article_id, day, a.title, a.body)
        document = StoredDocument(a.article_id, f"/bench/{a.article_id}", content_hash(a.article_id.encode()), "text")
        yield Outcome(document, annotate(moved, spoken.get(a.article_id, []), names, chance), now)


def _choose_speaker(number: int, before: int) -> str:
    """One of all people: a new one for every second number, else one who speaks in the `before` articles that are there."""
    return str(before + number if number % 2 or not before else random.Random(before + number).randrange(before // PER_SPEAKER + 1))


def step(name: str, work: Callable[[], T]) -> T:
    """What some work gives; prints what it took."""
    started, used = time.monotonic(), time.process_time()
    result = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds, busy = time.monotonic() - started, time.process_time() - used
    print(f"{name:<10} {seconds:7.1f} s  {busy:7.1f} s of CPU  {peak:6.0f} MB at most", flush=True)
    return result


def build(path: Path, count: int, seed: int, names: Names | None = None) -> None:
    """One run that adds made-up articles."""
    with lock(Home(path)) as home:
        sweep(home)
        run = start_run(home, f"bench {seed}", datetime.now(UTC), document_rules(), {}, grouping_rules())
        step("write", lambda: fill(home, run, count, seed, names))
        step("complete", lambda: complete_lake(home))
        step("compact", lambda: compact(home))
        print(step("group", lambda: write_groups(home, run)))
        publish_groups(home, run, count)


def publish_groups(home: Home, run: Run, count: int) -> None:
    """Ends a run whose groups are written, and publishes it."""
    closed = close_run(home, run, count, 0, datetime.now(UTC))
    snapshot = step("build", lambda: build_snapshot(home, closed, stem=stem))
    step("publish", lambda: publish(home, snapshot))


def main() -> None:
    """Fills, groups and publishes, and does the same with some more."""
    look_seldom()  # as the command does
    home, count, *more = sys.argv[1:]
    path = Path(home)
    if not (path / "current").exists():
        build(path, int(count), 1)
    build(path, int(more[0]) if more else 1_000, 1_000 + int(time.time()))


if __name__ == "__main__":
    main()
