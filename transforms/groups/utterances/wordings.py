"""Quotes of one speaker in the very same words on one occasion, read once and taken as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from transforms.groups.utterances.evidence import WINDOW_DAYS, Wording
from transforms.groups.utterances.recalls import is_recalled
from transforms.groups.utterances.spokespeople import name_stems
from transforms.groups.utterances.voices import give_voices
from transforms.groups.utterances.words import Weighed, read_statement, weigh
from transforms.records import SpokenQuote


def collect_wordings(ordered: Sequence[SpokenQuote], principals: Mapping[str, str], repeats: Mapping[str, frozenset[str]]) -> list[Wording]:
    """The wordings of quotes, the earliest first. `principals` leads a spokesman to the organization that he speaks for, `repeats` an
    article to the passages that it has in common with others."""
    same: dict[tuple[str | None, frozenset[str], bool, tuple[str, ...]], list[int]] = defaultdict(list)
    read: dict[str, Weighed] = {}
    for i, quote in enumerate(ordered):
        weighed = read.get(quote.text) or read.setdefault(quote.text, weigh(read_statement(quote.text)))
        speaker = principals.get(quote.speaker, quote.speaker) if quote.speaker else None
        same[(speaker, name_stems(quote), quote.kind == "indirect", weighed.statement.words)].append(i)
    wordings = []
    for (speaker, speaker_words, is_indirect, _), members in same.items():
        weighed = read[ordered[members[0]].text]
        for part in _split_by_occasion(members, ordered):
            wordings.append(
                Wording(
                    weighed=weighed,
                    size=len(weighed.counts),
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
                    is_person=all(ordered[i].speaker_kind == "named_person" for i in part),
                    repeats=frozenset(p for i in part for p in repeats.get(ordered[i].article_id, ())),
                )
            )
    return give_voices(sorted(wordings, key=lambda w: w.quotes))


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
