"""One statement in many wordings: quotes of the same speaker on the same occasion that say the same.

Quotes in the same words come together first. Other pairs are proposed by rare words in common and judged by how much
of the shorter one stands in the longer, by rules for its length and for how much is known of speaker and occasion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from transforms.groups.order import quote_order
from transforms.groups.utterances.evidence import WINDOW_DAYS, Wording
from transforms.groups.utterances.joiner import Joiner
from transforms.groups.utterances.recalls import is_recalled
from transforms.groups.utterances.spokespeople import find_principals, name_stems
from transforms.groups.utterances.words import Statement, read_statement
from transforms.records import SpokenQuote, UtteranceGroup


def group_utterances(quotes: Sequence[SpokenQuote]) -> list[UtteranceGroup]:
    """Every quote but scare quotes in exactly one group, the groups in the order of their earliest quotes.

    `text` is the fullest wording. Quotes of two known speakers are never in
    one group, but for a body and those who speak for it; nor two quotes of one article unless one contains the other or
    both are pieces of one sentence. Quotes without `story_id` and day are
    compared by their words alone, and strictly. The order of `quotes` does not matter.
    """
    ordered = sorted((q for q in quotes if q.kind != "scare"), key=quote_order)
    wordings = _collect_wordings(ordered, find_principals(ordered))
    groups = []
    for cluster in Joiner(wordings).join():
        members = sorted(i for w in cluster for i in wordings[w].quotes)
        said = [i for i in members if ordered[i].kind != "indirect"] or members
        fullest = max(said, key=lambda i: (len(read_statement(ordered[i].text).stems), len(ordered[i].text), -i))
        speaker = next((s for i in members if (s := ordered[i].speaker)), None)
        ids = tuple(ordered[i].quote_id for i in members)
        groups.append((members, UtteranceGroup(ids, ordered[fullest].text, speaker, ids[0])))
    return [group for _, group in sorted(groups, key=lambda g: g[0][0])]


def _collect_wordings(ordered: Sequence[SpokenQuote], principals: Mapping[str, str]) -> list[Wording]:
    same: dict[tuple[str | None, frozenset[str], bool, tuple[str, ...]], list[int]] = defaultdict(list)
    statements: dict[str, Statement] = {}
    for i, quote in enumerate(ordered):
        statement = statements.get(quote.text) or statements.setdefault(quote.text, read_statement(quote.text))
        words = name_stems(quote)
        speaker = principals.get(quote.speaker, quote.speaker) if quote.speaker else None
        same[(speaker, words, quote.kind == "indirect", statement.words)].append(i)
    wordings = []
    for (speaker, speaker_words, is_indirect, _), members in same.items():
        statement = statements[ordered[members[0]].text]
        for part in _split_by_occasion(members, ordered):
            wordings.append(
                Wording(
                    statement=statement,
                    size=len(set(statement.stems)),
                    speaker=speaker,
                    speaker_words=speaker_words,
                    is_indirect=is_indirect,
                    is_mixed=all(ordered[i].kind == "mixed" for i in part),
                    articles=frozenset(ordered[i].article_id for i in part),
                    stories=frozenset(s for i in part if (s := ordered[i].story_id)),
                    days=tuple(sorted({d for i in part if (d := ordered[i].published_on)})),
                    is_undated=any(ordered[i].published_on is None for i in part),
                    is_recalled=all(is_recalled(ordered[i].sentence, ordered[i].text) for i in part),
                    quotes=tuple(part),
                )
            )
    return sorted(wordings, key=lambda w: w.quotes)


def _split_by_occasion(members: Sequence[int], ordered: Sequence[SpokenQuote]) -> list[list[int]]:
    """The same words by story; without a story, by runs of days for a known speaker, and by article for nobody known."""
    parts: dict[tuple[str, str], list[int]] = defaultdict(list)
    run, last = 0, None
    for i in members:  # by day
        quote = ordered[i]
        if quote.story_id:
            parts[("story", quote.story_id)].append(i)
        elif quote.speaker and quote.published_on:
            if last and (quote.published_on - last).days > WINDOW_DAYS:
                run += 1
            last = quote.published_on
            parts[("run", str(run))].append(i)
        else:
            parts[("article", quote.article_id)].append(i)
    return list(parts.values())
