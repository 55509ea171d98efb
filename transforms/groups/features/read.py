"""Reads of one article what the groupings need of it."""

from __future__ import annotations

from transforms.groups.features.signs import find_signs
from transforms.groups.features.sketches import sketch_text
from transforms.groups.features.terms import count_terms, cut_lead, pack_terms
from transforms.records import ArticleFeatures, StoryArticle


def read_features(article: StoryArticle) -> ArticleFeatures:
    """The features of an article: what depends on its title, standfirst, body and day, and on nothing else."""
    text = f"{article.standfirst}\n\n{article.body}" if article.standfirst else article.body
    title = article.title or ""
    terms, counts, lead_counts = pack_terms(*count_terms(article.title, text))
    signs = find_signs(f"{title}\n{cut_lead(text)}", f"{title}\n{text}")
    sketch = sketch_text(article.body)
    return ArticleFeatures(
        article_id=article.article_id,
        published_on=article.published_on,
        title=article.title,
        terms=terms,
        counts=counts,
        lead_counts=lead_counts,
        weekdays=signs.weekdays,
        years=signs.years,
        sketch=sketch.rows,
        shingles=sketch.shingles,
        paragraphs=sketch.paragraphs,
    )
