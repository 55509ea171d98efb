"""Figures of the sample pages against what people expect of them (`samples/*.json`).

Text is compared after folding marks, dashes, case and white space. A quote is found when a found quote of the same part and
of kind direct or mixed shares four fifths of the words of the longer of the two; several found quotes in a row may make up one.
A quote found with a speaker that is not expected counts against precision.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.golden.sample_run import Page, SampleRun, run_samples
from tests.quality.floors import Measurement, fingerprint
from transforms.records import Mention, Quote

EXPECTED = Path(__file__).with_name("samples")
_FOLD = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " "})
_CHECKED_FLAGS = {"missing_title", "no_date", "damaged_text"}


def read_expected() -> dict[str, dict[str, Any]]:
    """What people expect of each page, by its path below the samples."""
    files = [p for p in sorted(EXPECTED.glob("*.json")) if p.name != "names.json"]
    expected = [json.loads(p.read_text(encoding="utf-8")) for p in files]
    return {e["page"]: e for e in expected}


def read_names() -> dict[str, Any]:
    """Everybody and everything named on the pages."""
    return json.loads((EXPECTED / "names.json").read_text(encoding="utf-8"))


def fold(text: str | None) -> str:
    """Text as it is compared."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text or "").translate(_FOLD)).strip()


def _words(text: str | None) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", fold(text).casefold())


def _name_words(text: str | None) -> set[str]:
    return {re.sub(r"'s$", "", w) for w in _words(text)} - {"the", "a", "an", "of"}


def _overlap(a: str, b: str) -> float:
    x, y = Counter(_words(a)), Counter(_words(b))
    return sum((x & y).values()) / max(1, sum(x.values()), sum(y.values()))


class _Tally:
    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.misses: list[str] = []

    def check(self, measure: str, is_right: bool, page: str, note: object) -> None:
        self.total[measure] += 1
        self.right[measure] += bool(is_right)
        if not is_right:
            self.misses.append(f"  {measure:<28} {page}: {note}")


def measure_samples() -> Measurement:
    """Every figure of the sample pages."""
    run, expected, tally = run_samples(), read_expected(), _Tally()
    found: dict[str, dict[int, list[str]]] = {}
    for path, page in run.pages.items():
        want = expected[path]
        _check_article(path, page, want, tally)
        found[path] = _check_quotes(path, page, want, tally)
        _check_indirect(path, page, want, tally)
        _check_blocks(path, page, want, tally)
    _check_names(run, tally)
    _check_utterances(run, expected, found, tally)
    _check_pairs("story", run, {path: e["story"] for path, e in expected.items()}, run.story_of, tally)
    for path, page in run.pages.items():
        original = expected[path].get("copy_of")
        want_id = run.pages[original].article_id if original else None
        tally.check("copies", run.copy_of.get(page.article_id) == want_id, path, run.copy_of.get(page.article_id))
    figures = {name: (tally.right[name], tally.total[name]) for name in tally.total}
    return Measurement(fingerprint(EXPECTED.glob("*.json")), figures, tuple(tally.misses))


def _check_article(path: str, page: Page, want: Mapping[str, Any], tally: _Tally) -> None:
    article = page.extraction.article
    for column in ("title", "standfirst", "outlet", "agency"):
        got = getattr(article, column)
        tally.check(column, fold(got) == fold(want[column]), path, repr(got))
    for column in ("authors", "contributors"):
        got = {fold(x) for x in getattr(article, column)} - set(want.get(f"{column}_may_be", []))
        tally.check(column, got == {fold(x) for x in want[column]}, path, sorted(got))
    place = article.dateline_place
    tally.check("dateline", fold(place).casefold().split(",")[0] == fold(want["dateline_place"]).casefold(), path, repr(place))
    tally.check("published_on", str(article.published_on) == str(want["published_on"]), path, article.published_on)
    if want["published_at"]:
        at = article.published_at
        tally.check("published_at", at is not None and at == datetime.fromisoformat(want["published_at"]), path, at)
    flags = _CHECKED_FLAGS & set(article.flags)
    tally.check("flags", flags == set(want["flags"]), path, sorted(article.flags))
    body = fold(article.body)
    tally.check("body start", body.startswith(fold(want["body_first"])), path, repr(body[:70]))
    tally.check("body end", body.endswith(fold(want["body_last"])), path, repr(body[-70:]))
    for line in want["left_out"]:
        tally.check("left out of the body", fold(line) not in body, path, repr(line))


def _check_blocks(path: str, page: Page, want: Mapping[str, Any], tally: _Tally) -> None:
    for text, role in want["blocks"].items():
        roles = [b.role for b in page.extraction.blocks if fold(text) in fold(b.text)]
        tally.check("block roles", role in roles, path, f"{text!r} is {roles}")


def _check_quotes(path: str, page: Page, want: Mapping[str, Any], tally: _Tally) -> dict[int, list[str]]:
    """Ids of the found quotes for each expected one, by its number."""
    quotes = [q for q in page.annotation.quotes if q.kind in ("direct", "mixed") and q.part in ("title", "standfirst", "body")]
    used: set[Quote] = set()
    matched: dict[int, list[str]] = {}
    for n, expected in enumerate(want["quotes"]):
        hits = _match(expected, [q for q in quotes if q.part == expected.get("part", "body")])
        optional = expected.get("optional", False)
        if not (optional and not hits):
            tally.check("quotes found", bool(hits), path, repr(expected["text"]))
        if not hits:
            continue
        used |= set(hits)
        matched[n] = [page.quote_id(q) for q in hits]
        if optional:
            continue
        tally.check("quote kind", len(hits) > 1 or hits[0].kind in expected["kind"], path, f"{expected['text']!r} is {hits[0].kind}")
        right = all(_is_speaker(q, page, expected) for q in hits)
        tally.check("speaker", right, path, f"{expected['text']!r} by {hits[0].speaker_name or hits[0].speaker!r} ({hits[0].method})")
    others = [fold(x["text"]) for x in want.get("transcript", [])]
    for q in quotes:
        if q.speaker and not any(fold(q.text) in x for x in others):
            tally.check("quote precision", q in used, path, f"{q.text!r} by {q.speaker!r}")
    for text in want["scare"]:
        claimed = [q for q in quotes if fold(q.text).casefold().strip(" ,.") == fold(text).casefold().strip(" ,.") and q.speaker]
        tally.check("nobody's words", not claimed, path, repr(text))
    for answer in want.get("transcript", []):
        said = [
            q
            for q in page.annotation.quotes
            if _overlap(q.text, answer["text"]) >= 0.8 or (fold(q.text) and fold(q.text) in fold(answer["text"]))
        ]
        tally.check("transcript answers", bool(said) and all(_is_speaker(q, page, answer) for q in said), path, repr(answer["text"][:60]))
    return matched


def _match(expected: Mapping[str, Any], quotes: list[Quote]) -> tuple[Quote, ...]:
    best, hit = 0.0, ()
    for i in range(len(quotes)):
        for k in range(i + 1, min(i + 4, len(quotes)) + 1):
            score = _overlap(expected["text"], " ".join(q.text for q in quotes[i:k]))
            if score > best:
                best, hit = score, tuple(quotes[i:k])
    return hit if best >= 0.8 else ()


def _is_speaker(quote: Quote, page: Page, expected: Mapping[str, Any]) -> bool:
    given = [quote.speaker_name, quote.speaker, quote.stands_for]
    given += [m.name for m in page.annotation.mentions if m.cluster == quote.speaker_cluster and quote.speaker_cluster is not None]
    entry = read_names()["names"].get(expected.get("speaker"), {"type": "other", "forms": expected.get("printed", [])})
    for name in (_name_words(x) for x in given if x):
        for form in map(_name_words, [*entry["forms"], *entry.get("speaks_as", [])]):
            if name and form and (form <= name or (entry["type"] == "person" and name <= form)):
                return True
    return False


def _check_indirect(path: str, page: Page, want: Mapping[str, Any], tally: _Tally) -> None:
    reported = [q for q in page.annotation.quotes if q.kind == "indirect" and q.part == "body"]
    for expected in want["indirect"]:
        best = max(reported, key=lambda q: _overlap(q.text, expected["text"]), default=None)
        is_found = best is not None and _overlap(best.text, expected["text"]) >= 0.6
        tally.check("indirect found", is_found, path, repr(expected["text"]))
        if best is not None and is_found:
            wanted = set().union(*(_name_words(w) for w in expected["speaker_words"]))
            right = bool(wanted & (_name_words(best.speaker) | _name_words(best.speaker_name)))
            tally.check("indirect speaker", right, path, f"{best.text!r} by {best.speaker!r}")


def _expected_names(text: str, gold: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Spans of the names in a text, the longest first; a ship named after a river is no mention of the river."""
    forms = [(f, slug) for slug, entry in gold["names"].items() for f in entry["forms"]]
    forms = sorted([*forms, *((f, "") for f in gold["may_be_names"])], key=lambda x: (-len(x[0]), x))
    taken = [False] * len(text)
    for form, slug in forms:
        for m in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
            if not any(taken[m.start() : m.end()]):
                taken[m.start() : m.end()] = [True] * (m.end() - m.start())
                if slug:
                    yield m.start(), m.end(), slug


def _check_names(run: SampleRun, tally: _Tally) -> None:
    gold = read_names()
    allowed = {fold(x).casefold() for x in gold["may_be_names"]}
    surfaces: dict[tuple[str, str], tuple[str, str]] = {}
    for path, page in run.pages.items():
        for part in ("title", "standfirst", "body"):
            text = page.text_of(part, None)
            mentions = [m for m in page.annotation.mentions if m.part == part]
            covered: set[Mention] = set()
            for start, end, slug in sorted(_expected_names(text, gold)):
                near = [m for m in mentions if m.start_char < end and start < m.end_char]
                covered |= set(near)
                surface = text[start:end]
                hit = next((m for m in near if _words(m.text)[-1:] == _words(surface)[-1:]), None)
                tally.check("mentions found", hit is not None, path, f"{surface!r} ({[m.text for m in near]})")
                if hit:
                    entry = gold["names"][slug]
                    tally.check("mention type", hit.type in (entry["type"], *entry.get("also", ())), path, f"{surface!r} is {hit.type}")
                    surfaces[(path, surface)] = (slug, run.entity_of[f"{page.article_id}:{hit.cluster}"])
            for m in mentions:
                if m.type != "group" and fold(m.text).casefold() not in allowed:
                    tally.check("mention precision", m in covered, path, f"{m.text!r} is {m.type}")
    _check_clusters(surfaces, tally)


def _check_clusters(surfaces: Mapping[tuple[str, str], tuple[str, str]], tally: _Tally) -> None:
    """B³ over the spellings found, in thousandths."""
    gold, found = defaultdict(set), defaultdict(set)
    for key, (slug, entity) in surfaces.items():
        gold[slug].add(key)
        found[entity].add(key)
    precision = sum(len(gold[s] & found[e]) / len(found[e]) for s, e in surfaces.values())
    recall = sum(len(gold[s] & found[e]) / len(gold[s]) for s, e in surfaces.values())
    for name, value in (("entity B3 precision", precision), ("entity B3 recall", recall)):
        tally.right[name], tally.total[name] = round(1000 * value / max(1, len(surfaces))), 1000
    for slug, keys in sorted(gold.items()):
        parts = {surfaces[k][1] for k in keys}
        if len(parts) > 1:
            tally.misses.append(f"  entity split                 {slug}: {sorted({k[1] for k in keys})} in {len(parts)}")
    for keys in found.values():
        slugs = {surfaces[k][0] for k in keys}
        if len(slugs) > 1:
            tally.misses.append(f"  entities merged              {sorted(slugs)}")


def _check_utterances(
    run: SampleRun, expected: Mapping[str, Mapping[str, Any]], found: Mapping[str, Mapping[int, list[str]]], tally: _Tally
) -> None:
    """Pairs of found quotes: those with one label in common belong together, those whose labels never meet do not.

    A quote with two labels holds two statements that others print apart; it belongs with either, so its pairs are right joined
    or not, but one of them must be.
    """
    quotes: list[tuple[str, str, frozenset[str], str]] = []
    meet: dict[str, set[str]] = defaultdict(set)
    for path, hits in sorted(found.items()):
        for n, ids in sorted(hits.items()):
            want = expected[path]["quotes"][n]
            labels = frozenset(want.get("utterance", [f"{path}:{n}"]))
            for label in labels:
                meet[label] |= labels
            if not want.get("optional"):
                quotes.append((path, run.utterance_of.get(ids[0], ids[0]), labels, want["text"]))
    for a, b in combinations(quotes, 2):
        is_joined = a[1] == b[1]
        note = f"{a[3]!r} / {b[3]!r}"
        if len(a[2]) == len(b[2]) == 1 and a[2] == b[2]:
            tally.check("wordings joined", is_joined, a[0], note)
        if is_joined:
            tally.check("wordings kept apart", any(meet[x] & meet[y] for x in a[2] for y in b[2]), a[0], note)
    for path, utterance, labels, text in quotes:
        partners = [q for q in quotes if q[2] & labels and q[3] != text]
        if len(labels) > 1 and partners:
            tally.check("wordings joined", any(q[1] == utterance for q in partners), path, repr(text))


def _check_pairs(name: str, run: SampleRun, label_of: Mapping[str, str], group_of: Mapping[str, str], tally: _Tally) -> None:
    for a, b in combinations(sorted(run.pages), 2):
        is_one = group_of.get(run.pages[a].article_id) == group_of.get(run.pages[b].article_id)
        if label_of[a] == label_of[b]:
            tally.check(f"{name} pairs joined", is_one, a, b)
        else:
            tally.check(f"{name} pairs kept apart", not is_one, a, b)
