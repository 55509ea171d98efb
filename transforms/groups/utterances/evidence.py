"""What speaks for and against two wordings being one utterance: speaker, occasion, denial, time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms.groups.utterances.overlaps import Overlap
from transforms.groups.utterances.words import Statement, Weighed, count_in_order
from transforms.groups.words.stems import stem
from transforms.word_lists import read_set, read_words

SUPERLATIVES = read_words("groups/superlatives.txt")
_ENTERPRISES = frozenset(map(stem, read_set("groups/words.csv", "enterprises")))
# Days between two reports of one occasion.
WINDOW_DAYS = 3
# Content stems of a quote that is a statement of its own; with fewer it is a fragment.
STATEMENT = 4
LONG = 6  # content stems from which on a quote is too long for two occasions to bring forth by chance


@dataclass(frozen=True, slots=True)
class Wording:
    """The quotes of one speaker in the very same words on one occasion. `quotes` are positions in the sorted input, `size`
    is the number of different content stems; `is_recalled` where all of them repeat what was said on an earlier occasion;
    `repeats` are the passages, by key, that their articles have in common with others; `voice` is the known speaker whom the
    reports of the story mean by the speaker's name, None where that is the speaker; `is_person` whether somebody with a name speaks."""

    weighed: Weighed
    size: int
    speaker: str | None
    speaker_words: frozenset[str]
    is_indirect: bool
    is_mixed: bool
    articles: frozenset[str]
    stories: frozenset[str]
    days: tuple[date, ...]
    is_undated: bool
    is_recalled: bool
    quotes: tuple[int, ...]
    repeats: frozenset[str] = frozenset()
    voice: str | None = None
    is_person: bool = False

    @property
    def statement(self) -> Statement:
        """The words of the quotes."""
        return self.weighed.statement

    @property
    def known(self) -> str | None:
        """Who says it in its story, as far as anybody knows."""
        return self.voice or self.speaker


def is_same_speaker(a: Wording, b: Wording) -> bool:
    """Whether it is known that one speaker said both: one entity, or where one has none, names that fit, of one event:
    "the police" of two events are two."""
    if a.speaker and b.speaker:
        return not are_two_speakers(a, b)
    return have_fitting_names(a, b) and is_same_event(a, b)


def are_two_speakers(a: Wording, b: Wording) -> bool:
    """Whether it is known that two said them: two entities, and not one of one event under its bare name and its full one."""
    return bool(a.speaker and b.speaker) and a.speaker != b.speaker and not (a.known == b.known and is_same_event(a, b))


def are_company_and_name(a: Wording, b: Wording) -> bool:
    """Whether, in reports of one event, "the company" speaks in one and somebody else in the other, who may be it."""
    speaks = [w.speaker is None and bool(w.speaker_words) and w.speaker_words <= _ENTERPRISES for w in (a, b)]
    return any(speaks) and bool(a.speaker_words and b.speaker_words) and is_same_event(a, b)


def is_same_event(a: Wording, b: Wording) -> bool:
    """Whether both stand in reports of one event, or in one article."""
    return not (a.stories.isdisjoint(b.stories) and a.articles.isdisjoint(b.articles))


def is_near(a: Wording, b: Wording) -> bool:
    """Whether both are of one occasion."""
    if a.days and b.days and not is_within_days(a, b):
        return False  # a story that goes on: what is said anew may sound like what was said before
    return is_same_event(a, b) or (is_same_speaker(a, b) and is_within_days(a, b))


def share_words(a: Statement, b: Statement) -> float:
    """Of the words of both the share that stands in the same order, 0.0 to 1.0."""
    return 2 * count_in_order(a.words, b.words) / (len(a.words) + len(b.words))


def have_other_names(a: Wording, b: Wording) -> bool:
    """Whether the speakers' names share no word: "the mayor" may still be Jana Holt, so it rules out fragments only. "The company"
    is no name: an article says so that has the name elsewhere."""
    if a.speaker_words <= _ENTERPRISES or b.speaker_words <= _ENTERPRISES:
        return False
    return a.speaker_words.isdisjoint(b.speaker_words)


def have_fitting_names(a: Wording, b: Wording) -> bool:
    """Whether the name of one speaker has all words of the other's."""
    mine, yours = a.speaker_words, b.speaker_words
    return bool(mine and yours) and (mine <= yours or yours <= mine)


def is_within_days(a: Wording, b: Wording) -> bool:
    """Whether a day of one is within days of a day of the other."""
    return any(abs((x - y).days) <= WINDOW_DAYS for x in a.days for y in b.days)


def is_contrary(a: Wording, b: Wording, shared: Overlap) -> bool:
    """Whether one says the opposite of the other. A "not" may stand outside the marks of words quoted in a sentence;
    of long statements that are one, opposites stand in both, and each wording leaves out another."""
    is_outside = (a.is_mixed and not a.statement.is_negative) or (b.is_mixed and not b.statement.is_negative)
    times = {a.statement.time, b.statement.time} if not (a.is_indirect or b.is_indirect) else set()  # reports shift tenses
    return (
        (shared.is_opposed and shared.count < LONG)
        or (shared.is_denied and not is_outside and not is_superlative_turned(a.statement, b.statement))
        or (max(a.size, b.size) < STATEMENT and times == {"past", "future"})  # what is to happen is not what has happened
    )


def is_superlative_turned(a: Statement, b: Statement) -> bool:
    """Whether one calls the worst what the other has never seen worse: denied there, and yet the same.

    >>> from transforms.groups.utterances.words import read_statement
    >>> one, other = map(read_statement, ("the worst flood I have seen", "I had not seen a worse flood"))
    >>> is_superlative_turned(one, other), is_superlative_turned(one, read_statement("not the flood I have seen"))
    (True, False)
    """
    said, denied = (a, b) if b.is_negative else (b, a)
    if said.is_negative or not denied.is_negative:
        return False
    return any(stem(word) in denied.stems and word not in denied.words for word in SUPERLATIVES.intersection(said.words))


def is_fragment(wording: Wording) -> bool:
    """Whether too little is quoted to be a statement of its own."""
    return wording.is_mixed or wording.is_indirect or wording.size < STATEMENT


def is_scrap(wording: Wording) -> bool:
    """Whether too little is quoted to be compared by its stems: one word, or only words without content."""
    if wording.is_indirect:
        return False
    return wording.size == 1 if len(wording.statement.words) == 1 else wording.is_mixed and wording.size == 0
