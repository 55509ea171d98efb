"""Whom the reports of a story mean by a bare name: "Moira" of one report is the Moira Teale of another, if no other speaker may be."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from transforms.groups.utterances.evidence import Wording
from transforms.groups.words.stems import stem
from transforms.names.lexicon import forenames
from transforms.word_lists import read_set

# Words beside the name of an organization that say who speaks for it.
_FOR_IT = frozenset(map(stem, read_set("groups/words.csv", "speaks for")))

# Names by which somebody is called, of which one is a full one.
_SEVERAL = 2
# Who speaks in a story: the entity, or "" and the words of a name that is none.
_Speaker = tuple[str, frozenset[str]]


def give_voices(wordings: Sequence[Wording]) -> list[Wording]:
    """The wordings, each with the known speaker of its story whom its own speaker's name means: the only one whom it fits."""
    voices: dict[int, str] = {}
    for among in _list_speakers(wordings):
        articles: dict[str, set[str]] = defaultdict(set)
        names: dict[str, int] = Counter(entity for entity, _ in among if entity)
        for (entity, _), members in among.items():
            articles[entity].update(a for i in members for a in wordings[i].articles)
        for speaker, fitting in _find_fitting(wordings, among).items():
            if len(fitting) == 1 and names[speaker[0]] < _SEVERAL:  # who has a full name means nobody else
                (voice,) = fitting
                own = {a for i in among[speaker] for a in wordings[i].articles}
                if own.isdisjoint(articles[voice]):  # one article that has both tells them apart
                    voices |= dict.fromkeys(among[speaker], voice)
    return [replace(w, voice=voices[i]) if i in voices else w for i, w in enumerate(wordings)]


def list_namesakes(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """All wordings of each speaker whose name others of the story may have as well, and theirs: who is meant hangs on them all."""
    for among in _list_speakers(wordings):
        for speaker, fitting in _find_fitting(wordings, among).items():
            meant = fitting | {speaker[0]} - {""}
            yield sorted({*among[speaker], *(i for (other, _), members in among.items() if other in meant for i in members)})


def name_body(words: frozenset[str]) -> frozenset[str]:
    """The words of a name, without those that say who speaks for it: "a spokesman for the ministry" is "the ministry"."""
    return words - _FOR_IT or words


def is_personal(words: frozenset[str]) -> bool:
    """Whether a name has a forename."""
    return not _forenames().isdisjoint(words)


def _list_speakers(wordings: Sequence[Wording]) -> Iterator[Mapping[_Speaker, list[int]]]:
    """The wordings of each speaker under each name, by story, of stories in which several speak."""
    said: dict[str, dict[_Speaker, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, wording in enumerate(wordings):
        for story in wording.stories if wording.speaker_words else ():
            said[story][wording.speaker or "", wording.speaker_words].append(i)
    yield from (among for _, among in sorted(said.items()) if len(among) > 1)


def _find_fitting(wordings: Sequence[Wording], among: Mapping[_Speaker, list[int]]) -> dict[_Speaker, set[str]]:
    """For each bare name of a known person and each name of nobody known the known speakers whom it fits; without those that fit none."""
    holders: dict[str, list[_Speaker]] = defaultdict(list)
    for entity, words in among:
        for word in words if entity else ():
            holders[word].append((entity, words))
    people = {speaker for speaker, members in among.items() if all(wordings[i].is_person for i in members)}
    found: dict[_Speaker, set[str]] = {}
    for speaker in among:
        entity, words = speaker
        near = {other for word in words for other in holders.get(word, ()) if other[0] != entity}
        if entity:
            near = {other for other in near if speaker in people and other in people and _is_bare(words, other[1])}
        else:
            near = {other for other in near if _fits(words, other[1], other in people)}
        if near:
            found[speaker] = {other for other, _ in near}
    return found


def _is_bare(name: frozenset[str], full: frozenset[str]) -> bool:
    """Whether a name is a forename or surname of a full one."""
    return len(name) == 1 and name < full and is_personal(full)


def _fits(name: frozenset[str], known: frozenset[str], is_person: bool) -> bool:
    """Whether a name of nobody known means a known speaker: the whole name, more than a word of it, or what a person is called for short.
    "The party" may be any."""
    body = name_body(name)
    return body == known or (len(body) > 1 and body < known) or (is_person and _is_bare(body, known))


@functools.cache
def _forenames() -> frozenset[str]:
    return frozenset(map(stem, forenames()))
