"""The rules that say whether two wordings are one utterance, in their order: the first that applies decides, and has a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from transforms.groups.utterances.evidence import (
    LONG,
    STATEMENT,
    Wording,
    are_company_and_name,
    are_two_speakers,
    have_fitting_names,
    have_other_names,
    is_contrary,
    is_same_event,
    is_same_speaker,
    share_words,
)
from transforms.groups.utterances.overlaps import NOTHING, Overlap, overlap, share_order
from transforms.groups.utterances.rewording import fills_frame_otherwise, qualifies_otherwise, share_families
from transforms.groups.utterances.words import contains_closely, contains_run, longest_run
from transforms.groups.words.stems import content_stems

# Words in a row that a report and a quote of one statement have in common.
_RUN_WORDS = 6
# Share of both wordings together that is asked of two stems only.
_TWO_STEMS = 0.5


class Need(NamedTuple):
    """The score, 0.0 to 1.0, that wordings of one occasion need: with the speaker known, or not; and with the speaker known and `even`
    of the weight of both together in common, for a few stems strewn over a long statement tell less than in one hardly longer."""

    known: float
    unknown: float
    even: float = 1.0
    evenly: float = 1.0


# By the number of stems that they share: few may meet by chance, so nearly all of the shorter one must be there.
_NEEDS = {
    2: Need(known=0.9, unknown=0.95),
    3: Need(known=0.8, unknown=0.9, even=0.52, evenly=0.7),
    4: Need(known=0.8, unknown=0.8, even=0.4, evenly=0.65),
    5: Need(known=0.65, unknown=0.7, even=0.4, evenly=0.6),
}
_NEED_OF_MANY = Need(known=0.55, unknown=0.6)
# Shares asked of statements with little content ("In the channel she would have gone down"): of the shorter one's stems all,
# and of the words of both those in the same order.
_ALL = 0.99
_WORDS = 0.8
# Coverage for wordings of different occasions: later reports that repeat what was said before.
_FAR = 0.9
# Stems that are too many for two occasions to bring forth by chance, with the speaker known and a day missing.
REPEATED = 5
# Share of both wordings together that is enough of one speaker in two reports of a story, by the stems they share.
_REWORDED = {1: 1.0, 2: 0.5, 3: 0.36}
_REWORDED_MANY = 0.3
REWORDED = "said in other words in the same story"
# Scores that order the joins: the surest first.
_SURE = 1.0
_CONTAINED = 0.95
_CLOSE = 0.9
_VERBATIM = 0.8
# Share of the score of what covers that hangs on the order of the shared stems.
_OF_ORDER = 0.2


class Pair:
    """Two wordings, and what the rules ask of them, each answer found once."""

    def __init__(self, a: Wording, b: Wording) -> None:
        self.a, self.b = a, b
        self.shorter, self.longer = (a, b) if len(a.statement.stems) <= len(b.statement.stems) else (b, a)

    @cached_property
    def known(self) -> bool:
        """Whether it is known that one speaker said both."""
        return is_same_speaker(self.a, self.b)

    @cached_property
    def at_home(self) -> bool:
        """Whether the speaker is known, or may be "the company" of the other report, and the event is one."""
        return is_same_event(self.a, self.b) and (self.known or are_company_and_name(self.a, self.b))

    @cached_property
    def shared(self) -> Overlap:
        """What both share; nothing where two known speakers said them."""
        return NOTHING if are_two_speakers(self.a, self.b) else overlap(self.a.weighed, self.b.weighed)

    @cached_property
    def contained(self) -> bool:
        """Whether the shorter stands word by word in the longer."""
        return contains_run(self.longer.statement, self.shorter.statement)

    @property
    def are_same_words(self) -> bool:
        """Whether both are the very same words."""
        return self.a.statement.words == self.b.statement.words

    @property
    def is_denied_once(self) -> bool:
        """Whether only one of them has a negation."""
        return self.a.statement.is_negative != self.b.statement.is_negative

    @property
    def are_report_and_quote(self) -> bool:
        """Whether one is an indirect report and the other is not."""
        return self.a.is_indirect != self.b.is_indirect

    @cached_property
    def score(self) -> float:
        """How much of the shorter one stands in the longer, and in the same order."""
        return self.shared.coverage * (1 - _OF_ORDER + _OF_ORDER * share_order(self.a.statement, self.b.statement))

    @property
    def need(self) -> float:
        """The score that wordings of one occasion need."""
        need = _NEEDS.get(self.shared.count, _NEED_OF_MANY)
        if not self.known:
            return need.unknown
        return min(need.known, need.evenly) if self.shared.jaccard >= need.even else need.known


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, to which pairs it applies, and their score, 0.0 for two utterances, to 1.0 for surely one."""

    name: str
    applies: Callable[[Pair], bool]
    score: Callable[[Pair], float]


def _told_once(p: Pair) -> bool:
    return bool(p.a.articles & p.b.articles) and not (p.contained and (p.known or p.shorter.size >= STATEMENT))


def _is_spoken_by_another(p: Pair) -> bool:
    return p.shorter.size < STATEMENT and not p.known and have_other_names(p.a, p.b)


def _has_the_very_words(p: Pair) -> bool:
    """Whether a report has enough of the speaker's very words, with content, to be of this statement: `_RUN_WORDS`."""
    if not (p.at_home and p.are_report_and_quote and p.shared.count > 1):
        return False
    run = longest_run(p.a.statement, p.b.statement)
    return len(run) >= _RUN_WORDS and len(content_stems(" ".join(run))) > 1


def _is_reworded(p: Pair) -> bool:
    """Whether a speaker says enough of the same in another article of the story: there the one statement nearest to it is it."""
    if not p.at_home or p.a.articles & p.b.articles or qualifies_otherwise(p.a.statement, p.b.statement):
        return False
    if p.shared.count > 1 and p.shared.coverage >= _ALL and p.shared.jaccard >= _REWORDED_MANY:
        return True  # all of the shorter one
    count, jaccard = share_families(p.a.statement, p.b.statement)
    if count > 1 and count >= len(p.shorter.statement.stems) and jaccard >= _REWORDED_MANY:
        return True
    return jaccard >= _REWORDED.get(count, _REWORDED_MANY if count else 1.0)


def _fills_frame(p: Pair) -> bool:
    """Whether what would be enough in common is a frame only. Words are aligned last: that takes longest."""
    is_enough = p.shared.count > 1 and p.score >= p.need
    return (is_enough or _is_reworded(p)) and fills_frame_otherwise(p.a.statement, p.b.statement)


# Wordings of one occasion.
NEAR: tuple[Rule, ...] = (
    Rule("one article gives a statement again only as a part of it", _told_once, lambda p: 0.0),
    Rule("a fragment of a speaker with another name", _is_spoken_by_another, lambda p: 0.0),
    Rule("the same words", lambda p: p.are_same_words, lambda p: _SURE if p.known or p.a.size > 1 else 0.0),
    Rule("nothing in common", lambda p: not p.shared.count, lambda p: 0.0),
    Rule("one says the contrary", lambda p: is_contrary(p.a, p.b, p.shared), lambda p: 0.0),
    Rule(
        "one contains the other",
        lambda p: p.contained and len(p.shorter.statement.words) > 1 and (p.known or p.shorter.size > 1),
        lambda p: _CONTAINED + (_SURE - _CONTAINED) * p.shared.jaccard,
    ),
    Rule(
        "one contains the other but for a word",
        lambda p: p.at_home and contains_closely(p.longer.statement, p.shorter.statement),
        lambda p: _CLOSE,
    ),
    Rule("a report with the very words", _has_the_very_words, lambda p: _VERBATIM),
    Rule(
        "all of little content, in the same words",
        lambda p: p.at_home and not p.is_denied_once and p.shared.coverage >= _ALL and share_words(p.a.statement, p.b.statement) >= _WORDS,
        lambda p: _CLOSE,
    ),
    Rule("one frame, filled otherwise", _fills_frame, lambda p: 0.0),
    Rule("a single stem", lambda p: p.shorter.size == 1, lambda p: _CLOSE if p.at_home and p.longer.size == 1 else 0.0),
    Rule(
        "two stems among others",
        lambda p: p.shorter.size == 2 and p.shared.jaccard < _TWO_STEMS and not _is_reworded(p),
        lambda p: 0.0,
    ),
    Rule("enough in common", lambda p: p.shared.count > 1 and p.score >= p.need, lambda p: p.score),
    Rule(REWORDED, _is_reworded, lambda p: share_families(p.a.statement, p.b.statement)[1]),
)


def _has_no_day(p: Pair) -> bool:
    """Whether a speaker says the very same words in two articles of which no day is known: there nothing tells two occasions."""
    return p.known and p.are_same_words and p.shorter.size > 1 and p.a.is_undated and p.b.is_undated


def _is_repeated_beside(p: Pair) -> bool:
    """Whether words stand in reports of two events that have a passage of somebody in common: the later one repeats the earlier,
    and that holds for shorter words of one speaker as well. The very same words; or of statements of a speaker one in the other."""
    if p.a.repeats.isdisjoint(p.b.repeats) or is_same_event(p.a, p.b) or p.a.is_indirect or p.b.is_indirect:
        return False
    if not (p.known or ((p.a.speaker is None or p.b.speaker is None) and have_fitting_names(p.a, p.b))):
        return False
    if p.are_same_words:
        return p.shorter.size > 1
    part, whole = p.shorter.statement, p.longer.statement
    return p.shorter.size >= STATEMENT and p.contained and whole.denied.intersection(part.stems) <= part.denied


def _is_repeated(p: Pair) -> bool:
    """Whether wordings of two occasions are long enough, for what is known of the speaker and the days."""
    size = min(p.a.size, p.b.size)
    return size >= LONG or (size >= REPEATED and p.known and (p.a.is_undated or p.b.is_undated))


# Wordings of different occasions: a later report that repeats, word for word or nearly, what was said before.
FAR: tuple[Rule, ...] = (
    Rule("the same words, of no known day", _has_no_day, lambda p: _SURE),
    Rule("repeated beside a passage that is repeated", _is_repeated_beside, lambda p: _SURE if p.are_same_words else _CONTAINED),
    Rule("too short to be said once only", lambda p: not _is_repeated(p), lambda p: 0.0),
    Rule("the same words, later", lambda p: p.are_same_words, lambda p: _SURE),
    Rule("one says the contrary, later", lambda p: is_contrary(p.a, p.b, p.shared), lambda p: 0.0),
    Rule("nearly the same words, later", lambda p: p.score >= _FAR, lambda p: p.score),
)


def judge(pair: Pair, rules: tuple[Rule, ...]) -> tuple[float, str]:
    """How surely two wordings are one utterance, from 0.0, and the name of the rule that says so; "" where none applies."""
    for rule in rules:
        if rule.applies(pair):
            return rule.score(pair), rule.name
    return 0.0, ""
