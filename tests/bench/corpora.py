"""Corpora with known truth, as large as wanted: events told by several outlets, copies, statements in several wordings.

The words are invented and drawn by Zipf's law; function words are English, so that stop words and negations play their part.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from transforms.records import SpokenQuote, StoryArticle

_WORD = re.compile(r"\w+")
_FUNCTION = _WORD.findall("the of to and a in that is was it for on with as at by from this but not have are we they will our their")
_SYLLABLES = _WORD.findall("ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru pla ske tro")
_FIRST_DAY = date(2030, 1, 1)


@dataclass(frozen=True)
class Corpus:
    """Articles and quotes, and what belongs together: article to story, copy to original, quote to utterance."""

    articles: list[StoryArticle]
    quotes: list[SpokenQuote]
    stories: dict[str, int]
    copies: dict[str, str]
    utterances: dict[str, int]


def write_corpus(size: int, seed: int = 11, quotes_each: int = 5) -> Corpus:
    """`size` articles with `quotes_each` quotes on average, the same on every call.

    An event is told by 1 to 12 articles within three days (half of them by one only), 400 articles a day. One report in ten is a copy
    of another one of its event. Speakers talk of several events; a tenth of the quotes has no known speaker.
    """
    chance = random.Random(seed)
    vocabulary = _invent_words(60_000, chance)
    ranks = list(accumulate(1 / (n + 20) for n in range(len(vocabulary))))
    people = [f"person-{n}" for n in range(max(20, size // 15))]
    corpus = Corpus([], [], {}, {}, {})
    event = statement = 0
    while len(corpus.articles) < size:
        day = _FIRST_DAY + timedelta(days=len(corpus.articles) // 400)
        reports = min(size - len(corpus.articles), chance.choice((1, 1, 1, 1, 2, 2, 3, 4, 6, 12)))
        theme = chance.choices(vocabulary, cum_weights=ranks, k=40) + chance.choices(vocabulary[2000:], k=25)
        said = []
        for _ in range(quotes_each + 2):
            words = _weave(chance.choices(theme, k=3) + chance.choices(vocabulary, cum_weights=ranks, k=chance.randint(2, 9)), chance)
            said.append((statement, chance.choice(people), words))
            statement += 1
        written: list[StoryArticle] = []
        for _ in range(reports):
            article_id = f"{chance.randrange(1 << 60):015x}"
            published = day + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2)))
            if written and chance.random() < 0.1:
                original = chance.choice(written)
                words = [w if chance.random() > 0.02 else chance.choice(vocabulary) for w in original.body.split(" ")]
                article = StoryArticle(article_id, published, original.title, " ".join(words))
            else:
                words = _weave(chance.choices(theme, k=70) + chance.choices(vocabulary, cum_weights=ranks, k=110), chance)
                title = " ".join(chance.sample(theme, 7))
                article = StoryArticle(article_id, published, title, " ".join(words))
            written.append(article)
            corpus.stories[article_id] = event
            count = min(len(said), max(0, round(chance.gauss(quotes_each, 1))))
            for n, (number, speaker, words) in enumerate(sorted(chance.sample(said, count))):
                quote_id = f"{article_id}-{n}"
                known = None if chance.random() < 0.1 else speaker
                text = _reword(words, chance)
                corpus.quotes.append(SpokenQuote(quote_id, article_id, n, published, None, "direct", text, known, n / max(1, count)))
                corpus.utterances[quote_id] = number
        corpus.articles.extend(written)
        event += 1
    return corpus


def _invent_words(count: int, chance: random.Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))] = None
    return list(words)


def _weave(words: list[str], chance: random.Random) -> list[str]:
    """The words, mixed, with function words between them."""
    chance.shuffle(words)
    return [w for word in words for w in ((chance.choice(_FUNCTION), word) if chance.random() < 0.6 else (word,))]


def _reword(words: list[str], chance: random.Random) -> str:
    """The words as an outlet prints them: as they are, with some left out or changed, or cut to a part."""
    kind = chance.random()
    if kind < 0.5:
        kept = words
    elif kind < 0.8:
        kept = [w for w in words if w not in _FUNCTION or chance.random() < 0.7] or words
    else:
        start = chance.randrange(max(1, len(words) // 3))
        kept = words[start : start + max(4, 2 * len(words) // 3)]
    return " ".join(kept)
