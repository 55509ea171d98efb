"""Articles as weighted terms, and which of them are worth comparing."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transforms.groups.terms import common_stems, is_negation, stem, stopwords
from transforms.records import StoryArticle

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Row = tuple[Ints, Floats]  # term numbers, ascending, and how much each counts

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_BREAK = re.compile(r"[.!?:\n\"“”]\s*[\"“‘']*$")
# BM25 as Robertson and Zaragoza (2009).
_K1, _B = 0.8, 0.75
# What so much of the similarity comes from is title and lead alone: there a report tells its event, below it the background.
_OF_LEAD = 0.3
# How common words are is judged as if so many texts on anything stood beside the articles: a handful of articles on
# one theme cannot tell by itself which words are rare.
_PRIOR_TEXTS = 1000
_COMMON_NUMBER = 0.05
# An entity the article names counts as a term of its own.
_NAME_WEIGHT = 0.5
_HEAVIEST = 40
# The lead: so many of the first words. They count double, with the title.
LEAD_WORDS = 60


@dataclass(frozen=True, slots=True)
class TermMatrix:
    """Unit vectors in rows: `terms[starts[i]:starts[i + 1]]` are the term numbers of row i, `weights` their weights."""

    starts: Ints
    terms: npt.NDArray[np.int32]
    weights: Floats
    vocabulary: int

    def row(self, i: int) -> tuple[npt.NDArray[np.int32], Floats]:
        """Term numbers and weights of row i."""
        a, b = self.starts[i], self.starts[i + 1]
        return self.terms[a:b], self.weights[a:b]

    def __len__(self) -> int:
        return len(self.starts) - 1


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """Terms of the whole articles and of their titles and leads alone, a row an article in both."""

    whole: TermMatrix
    lead: TermMatrix


def join_text(article: StoryArticle) -> str:
    """Standfirst and body: what the article tells below its title."""
    return f"{article.standfirst}\n\n{article.body}" if article.standfirst else article.body


def cut_lead(article: StoryArticle) -> str:
    """The first words of standfirst and body."""
    return " ".join(join_text(article).split(None, LEAD_WORDS)[:LEAD_WORDS])


def count_terms(article: StoryArticle) -> tuple[Counter[str], Counter[str]]:
    """Stems of the whole article, and of its title and lead alone, with how much each counts.

    Title and lead count double, capitalised words double; in the whole, entities are terms of their own.
    """
    whole, lead = Counter[str](), Counter[str]()
    for is_title, text in ((True, article.title or ""), (False, join_text(article))):
        previous_end = 0
        for n, m in enumerate(_TOKEN.finditer(text)):
            token = m.group()
            term = _read_term(token)
            ended, previous_end = previous_end, m.end()
            if term is None:
                continue
            in_lead = is_title or n < LEAD_WORDS
            weight = 2 if in_lead else 1
            if not is_title and token[0].isupper() and m.start() > 0 and not _SENTENCE_BREAK.search(text, ended, m.start()):
                weight *= 2
            whole[term] += weight
            if in_lead:
                lead[term] += weight
    for name, times in Counter(article.names).items():
        whole["=" + name] += _NAME_WEIGHT * times  # type: ignore[assignment]  # Counter takes any number
    return whole, lead


@functools.lru_cache(maxsize=1 << 18)
def _read_term(token: str) -> str | None:
    """The stem that a token counts for; None for stop words, negations and single letters."""
    word = token.replace("’", "'").lower()
    return None if word in stopwords() or is_negation(word) or len(word) < 2 else stem(word)


def _common_share(term: str) -> float:
    return _COMMON_NUMBER if term.isdecimal() and len(term) <= 2 else common_stems().get(term, 0.0)


def weigh_terms(articles: Sequence[StoryArticle]) -> ArticleTerms:
    """BM25 weights of the articles' terms, each row scaled to length 1. Terms of one article only are left out."""
    whole: tuple[dict[str, int], list[Row]] = {}, []
    lead: tuple[dict[str, int], list[Row]] = {}, []
    for article in articles:
        for (numbers, rows), counts in zip((whole, lead), count_terms(article), strict=True):
            rows.append(_number_terms(counts, numbers))
    return ArticleTerms(_weigh(*whole), _weigh(*lead))


def _number_terms(counts: Counter[str], numbers: dict[str, int]) -> Row:
    terms = np.fromiter((numbers.setdefault(t, len(numbers)) for t in counts), dtype=np.int64, count=len(counts))
    values = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
    order = np.argsort(terms)
    return terms[order], values[order]


def _weigh(numbers: dict[str, int], rows: list[Row]) -> TermMatrix:
    lengths = np.array([v.sum() for _, v in rows], dtype=np.float64)
    mean = float(lengths.mean()) if len(lengths) and lengths.sum() else 1.0
    frequency = np.zeros(len(numbers), dtype=np.int64)
    for terms, _ in rows:
        frequency[terms] += 1
    expected = frequency + _PRIOR_TEXTS * np.array([_common_share(t) for t in numbers])
    rarity = np.log(1.0 + np.maximum(0.0, len(rows) + _PRIOR_TEXTS - expected + 0.5) / (expected + 0.5))
    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    all_terms, all_weights = [], []
    for i, (terms, values) in enumerate(rows):
        shared = frequency[terms] > 1
        norm = _K1 * (1 - _B + _B * lengths[i] / mean)
        weights = values * (_K1 + 1) / (values + norm) * rarity[terms]
        length = float(np.sqrt((weights**2).sum())) or 1.0
        all_terms.append(terms[shared].astype(np.int32))
        all_weights.append((weights[shared] / length).astype(np.float32))
        starts[i + 1] = starts[i] + len(all_terms[-1])
    return TermMatrix(
        starts,
        np.concatenate(all_terms) if all_terms else np.zeros(0, np.int32),
        np.concatenate(all_weights) if all_weights else np.zeros(0, np.float32),
        len(numbers),
    )


def compare_articles(articles: ArticleTerms, days: Sequence[int | None], window: int, floor: float) -> Iterator[tuple[int, int, float]]:
    """Pairs (i, k, similarity) with i < k and similarity ≥ floor, of articles that share two of their heaviest terms.

    The similarity, from 0.0 to 1.0, is the mean of the cosines of whole and lead, the lead's by its share. Articles with
    days more than `window` apart are not compared; one without a day is compared with all.
    """
    matrix, leads = articles.whole, articles.lead
    holders: dict[int, list[int]] = {}
    heavy: list[list[int]] = []
    for i in range(len(matrix)):
        terms, weights = matrix.row(i)
        chosen = [int(terms[k]) for k in np.lexsort((terms, -weights))[:_HEAVIEST]]
        heavy.append(chosen)
        for t in chosen:
            holders.setdefault(t, []).append(i)
    lists = {t: np.array(h, dtype=np.int64) for t, h in holders.items() if len(h) > 1}
    day = np.array([d if d is not None else np.iinfo(np.int32).min for d in days], dtype=np.int64)
    undated = np.array([d is None for d in days], dtype=bool)
    dense, dense_lead = np.zeros(matrix.vocabulary, dtype=np.float32), np.zeros(leads.vocabulary, dtype=np.float32)
    for i in range(len(matrix)):
        found = [h[np.searchsorted(h, i, side="right") :] for t in heavy[i] if (h := lists.get(t)) is not None]
        if not found:
            continue
        candidates, times = np.unique(np.concatenate(found), return_counts=True)
        candidates = candidates[times >= 2]
        if not undated[i]:
            candidates = candidates[undated[candidates] | (np.abs(day[candidates] - day[i]) <= window)]
        if not len(candidates):
            continue
        terms, weights = matrix.row(i)
        lead_terms, lead_weights = leads.row(i)
        dense[terms], dense_lead[lead_terms] = weights, lead_weights
        for k in candidates.tolist():
            other, values = matrix.row(k)
            similarity = (1 - _OF_LEAD) * float(dense[other] @ values)
            other, values = leads.row(k)
            similarity += _OF_LEAD * float(dense_lead[other] @ values)
            if similarity >= floor:
                yield i, k, similarity
        dense[terms], dense_lead[lead_terms] = 0.0, 0.0
