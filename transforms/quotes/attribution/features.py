"""Why a saying fits marked words, or does not: barriers that rule it out, and features with what each costs.

The unit is a word of distance: a saying three words away costs 3, and a feature that costs 6 weighs as much as six words between.
The costs were chosen on the train half of PolNeAR so that as many speakers as possible came out right; each is named for `explain`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from transforms.quotes.attribution.candidate import Candidate

# A saying that costs more says nothing about the words.
LIMIT = 26.0
# A manner of acting ("she laughed") holds for quoted words at most this number of words away.
_MANNER_REACH = 2
# A weak cue this many words away that does not govern the words most likely belongs to something else.
_WEAK_REACH = 3
# Cues below this weight make no tag, and hold for words further off only where they govern them.
_TAG_WEIGHT = 0.45
# Cues below this weight carry into the next sentence only at a cost.
_CARRYING_WEIGHT = 0.6
# A saying that led to marked words just before is held to this share of what speaks against it.
_AGAIN_SHARE = 0.5
# Marked words of at most this number of code points may be a name.
_LONGEST_NAME = 30
# A cue at least this heavy is a tag though no comma stands before it: “We go” said Orlo.
_SURE_WEIGHT = 0.9
# Words of the sentence behind a tag that stands alone (“No.” she said on Monday.): more with a comma inside the marks.
_TAG_REST = 3
_TAG_REST_AFTER_COMMA = 8


@dataclass(frozen=True, slots=True)
class Barrier:
    """A reason why a saying says nothing about the words at all."""

    name: str
    applies: Callable[[Candidate], bool]
    why: str


@dataclass(frozen=True, slots=True)
class Feature:
    """A reason for or against a saying: it costs `weight` times what `measure` gives; negative weights speak for it."""

    name: str
    measure: Callable[[Candidate], float]
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature cost one candidate, in words of distance, as `explain` prints it."""

    name: str
    cost: float
    why: str


def _is_plain(c: Candidate) -> bool:
    return c.route in ("after", "before", "earlier", "again")


def _share(c: Candidate) -> float:
    """How much of what speaks against a saying counts, from 0 to 1."""
    if not _is_plain(c):
        return 0.0
    return _AGAIN_SHARE if c.route == "again" else 1.0


def _is_lone_tag(c: Candidate) -> bool:
    """A tag as a sentence of its own right behind the words: “No more!” She said it twice."""
    fits = c.rest <= (_TAG_REST_AFTER_COMMA if c.has_comma else _TAG_REST)
    return c.route == "after" and c.is_tight and not c.between and c.breaks == 1 and c.saying.is_finite and fits


def _is_close_behind(c: Candidate) -> bool:
    return c.route == "after" and c.is_tight and not c.between and not c.breaks


def _is_name_in_front(c: Candidate) -> bool:
    """Whether marked words as short as a name stand before a verb that is mostly no tag."""
    is_weak = c.saying.cue.weight < _SURE_WEIGHT and c.saying.how in ("inverted", "neighbour")
    return is_weak and len(c.marked.span) <= _LONGEST_NAME


def _is_far_behind(c: Candidate) -> bool:
    return c.route == "after" and not _is_close_behind(c) and not _is_lone_tag(c)


BARRIERS = (
    Barrier(
        "label elsewhere",
        lambda c: c.route == "inner label" and not (c.marked.span.start <= c.saying.at.start < c.marked.span.end),
        "A label within marks speaks those words only.",
    ),
    Barrier(
        "speaks itself",
        lambda c: c.route != "inner label" and c.saying.speaker is not None and c.marked.outer.has(c.saying.speaker.start),
        "No words speak themselves: “Salt Road” opens on Friday.",
    ),
    Barrier(
        "signed elsewhere",
        lambda c: c.route == "signature" and ((not c.is_last and c.words > 0) or c.saying.at.start < c.marked.outer.end),
        "A signature stands right behind what it signs.",
    ),
    Barrier(
        "colon elsewhere",
        lambda c: c.saying.how == "colon" and (c.route != "colon" or c.breaks > 0 or c.between > 0),
        "A colon leads to what follows directly.",
    ),
    Barrier(
        "manner far off",
        lambda c: _is_plain(c) and c.saying.cue.group == "manner" and (c.breaks > 0 or c.words > _MANNER_REACH) and not c.is_used,
        "Who laughs or nods speaks only right beside the words.",
    ),
    Barrier(
        "manner without comma",
        lambda c: c.route == "before" and c.saying.cue.group == "manner" and not c.leads,
        "She laughed, “…”: without comma or colon what follows is no speech.",
    ),
    Barrier(
        "unreal",
        lambda c: _is_plain(c) and c.saying.is_unreal,
        "The outlet asks or imagines that somebody says it.",
    ),
    Barrier("silent", lambda c: _is_plain(c) and c.saying.is_silent, "A thing shows and does not say."),
    Barrier(
        "names",
        lambda c: c.route == "before" and c.saying.how == "passive" and c.saying.speaker is None and "names" in c.saying.cue.traits,
        "What is called “dark matter” bears a name.",
    ),
    Barrier(
        "noun without comma",
        lambda c: c.route == "before" and c.saying.cue.group == "noun" and not c.leads and not c.is_governed,
        "Her claim, “…”: without comma or colon what follows belongs to something else.",
    ),
    Barrier(
        "does itself",
        lambda c: _is_close_behind(c) and not c.has_comma and _is_name_in_front(c),
        "“Imola” suggests a calmer mood: what the words do, nobody says.",
    ),
    Barrier(
        "weak behind",
        lambda c: c.route == "after" and c.saying.cue.group == "think" and c.saying.cue.weight < _TAG_WEIGHT,
        "“…,” she looked: no tag.",
    ),
    Barrier(
        "weak and loose",
        lambda c: (
            c.route in ("after", "before", "earlier") and c.saying.cue.weight < _TAG_WEIGHT and c.words > _WEAK_REACH and not c.is_governed
        ),
        "A weak cue holds right beside the words, or where it governs them.",
    ),
)

FEATURES = (
    Feature("inner label", lambda c: c.route == "inner label", -8.0, "The words begin with their speaker's name."),
    Feature("colon", lambda c: c.route == "colon", 2.0, "A sentence that ends in a colon leads to the words."),
    Feature("distance behind a colon", lambda c: c.words if c.route == "colon" else 0, 1.0, "Words between colon and marks."),
    Feature("weak cue", lambda c: _share(c) * (1 - c.saying.cue.weight), 10.0, "A word that often is no speech."),
    Feature("other marks between", lambda c: _share(c) * c.between, 1.0, "Other marked words stand between."),
    Feature("passive", lambda c: _share(c) * (c.saying.speaker is None and c.saying.how == "passive"), 6.0, "A passive names nobody."),
    Feature(
        "asked",
        lambda c: c.route == "before" and c.saying.how == "passive" and (c.leads or c.is_tight),
        -12.0,
        "He was asked, “…?”: the question is not his.",
    ),
    Feature("nobody speaks", lambda c: _share(c) * (c.saying.speaker is None and c.saying.how != "passive"), 10.0, "No speaker."),
    Feature("noun", lambda c: _share(c) * (c.saying.cue.group == "noun"), 4.0, "A noun (“a statement”) yields to a verb."),
    # Behind the words.
    Feature("not finite", lambda c: c.route == "after" and not c.saying.is_finite, 8.0, "Tags have a tense."),
    Feature("judges", lambda c: c.route == "after" and c.saying.cue.group in ("call", "think"), 5.0, "Judging verbs stand before."),
    Feature(
        "comma before tag",
        lambda c: _is_close_behind(c) and c.has_comma and c.saying.is_finite,
        -6.0,
        "“…,” she said.",
    ),
    Feature("comma before lone tag", lambda c: _is_lone_tag(c) and c.has_comma, -4.0, "The same, where the splitter saw two sentences."),
    Feature("distance behind", lambda c: c.words if _is_far_behind(c) else 0, 1.0, "Words between marks and saying."),
    Feature(
        "another clause",
        lambda c: _is_far_behind(c) and not c.breaks and c.saying.how != "according to" and not c.is_reported,
        6.0,
        "No tag.",
    ),
    Feature("source behind", lambda c: _is_far_behind(c) and not c.breaks and c.saying.how == "according to", 2.0, "…, according to Orlo."),
    Feature("another sentence behind", lambda c: _is_far_behind(c) and c.breaks > 0, 10.0, "The saying opens another sentence."),
    Feature("sentence ends behind", lambda c: c.breaks if _is_far_behind(c) else 0, 7.0, "Sentence ends between marks and saying."),
    # Before them in the same sentence.
    Feature(
        "weak and far",
        lambda c: c.route == "before" and not c.saying.cue.is_strong and c.words > _WEAK_REACH and not c.is_governed,
        6.0,
        "A weak cue further off belongs to something else.",
    ),
    Feature("distance, governed", lambda c: c.words if c.route == "before" and c.is_governed else 0, 0.6, "Words below the cue."),
    Feature("distance before", lambda c: c.words if c.route == "before" and not c.is_governed else 0, 1.0, "Words between."),
    Feature("leads to the words", lambda c: c.route == "before" and c.leads, -3.0, "A comma or colon right before the marks."),
    # In an earlier sentence.
    Feature(
        "in the outlet's sentence",
        lambda c: _share(c) * ((c.route in ("earlier", "again") or (_is_far_behind(c) and c.breaks > 0)) and c.is_inside_sentence),
        16.0,
        "The words are part of another sentence of the outlet's.",
    ),
    Feature("goes on", lambda c: c.route == "again", 4.0, "The same saying spoke the words before."),
    Feature("sentence ends, going on", lambda c: c.breaks if c.route == "again" else 0, 1.0, "Sentence ends between."),
    Feature(
        "carries badly",
        lambda c: c.route == "earlier" and (c.saying.cue.group not in ("say", "manner") or c.saying.cue.weight < _CARRYING_WEIGHT),
        8.0,
        "Only verbs of saying speak in the next sentence, too.",
    ),
    Feature("distance, earlier sentence", lambda c: c.words if c.route == "earlier" else 0, 0.5, "Words between."),
    Feature("sentence ends before", lambda c: c.breaks if c.route == "earlier" else 0, 7.0, "Sentence ends between."),
)


def cost(c: Candidate) -> float:
    """What it costs to take the saying for the words, in words of distance; `LIMIT` where a barrier stands between."""
    if any(b.applies(c) for b in BARRIERS):
        return LIMIT
    return sum(f.weight * f.measure(c) for f in FEATURES)


def is_imagined(c: Candidate) -> bool:
    """Whether the saying leads straight to the words, but nobody has said them: "they will scream, “…”"."""
    return c.saying.is_unreal and c.route == "before" and (c.leads or c.is_tight or c.is_governed)


def reasons(c: Candidate) -> tuple[Reason, ...]:
    """What rules the saying out, else each feature that applies, with its cost."""
    if barrier := next((b for b in BARRIERS if b.applies(c)), None):
        return (Reason(barrier.name, LIMIT, barrier.why),)
    return tuple(Reason(f.name, f.weight * size, f.why) for f in FEATURES if (size := f.measure(c)))
