"""Who says the words between marks: the saying of the paragraph that costs least."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.nlp import Passage, Reading
from transforms.quotes.attribution.candidate import REACH, Candidate, measure
from transforms.quotes.attribution.features import LIMIT, Reason, cost, is_imagined, reasons
from transforms.quotes.sayings.reported import Reported
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.marks import Marked
from transforms.records import Method
from transforms.word_lists import read_set

# What nobody has said ("you can say “…”") is somebody's only where a saying costs at most this: a tag right behind the words.
_TAG_COST = 0.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """The saying chosen for marked words and the rule that chose it; `cost` in words of distance, lower is surer.

    `passage` is where the saying stands, which may be a paragraph before the quote's own; `reasons` what the cost is made of,
    `margin` how much more the next saying with another speaker costs.
    """

    saying: Saying | None
    method: Method
    cost: float
    passage: Passage
    reasons: tuple[Reason, ...] = ()
    margin: float = LIMIT


def choose_sayings(
    reading: Reading, marked: Sequence[Marked], sayings: Sequence[Saying], reported: Sequence[Reported] = ()
) -> list[Attribution]:
    """For each marked span of one paragraph its best saying, else none. Order as in `marked`; `reported` is what the sayings report."""
    chosen: list[Attribution] = []
    candidates = [s for s in sayings if not _yields(s, sayings) and not _hangs_on_report(s, sayings)]
    starts = [s.at.start for s in candidates]
    tagged = [r for r in reported if r.construction in ("around tag", "left")]
    used: Saying | None = None
    for k, m in enumerate(marked):
        at = bisect_left(starts, m.span.start)
        near = [measure(reading, marked, k, s, used, tagged) for s in candidates[max(0, at - REACH) : at + REACH]]
        costs = [cost(c) for c in near]
        least = min(costs, default=LIMIT)
        imagined = [c for c in near if is_imagined(c)]
        if least >= LIMIT or (least > _TAG_COST and any(_is_example(c, reading.passage.text) for c in imagined)):
            chosen.append(Attribution(None, "imagined" if imagined else "none", LIMIT, reading.passage))
        else:
            best = near[costs.index(least)]
            used = best.saying
            chosen.append(Attribution(used, _method(best), least, reading.passage, reasons(best), _margin(near, costs, best)))
    return chosen


def _is_example(c: Candidate, text: str) -> bool:
    """Whether the words are what anybody may say: "you can say “…”"."""
    speaker = c.saying.speaker
    return speaker is None or speaker.of(text).lower() in read_set("quotes/words.csv", "nobodies")


def _margin(near: Sequence[Candidate], costs: Sequence[float], best: Candidate) -> float:
    """How much more than the best the cheapest saying with another speaker costs; `LIMIT` at most."""
    rivals = (cost for c, cost in zip(near, costs, strict=True) if c.saying.speaker is not None and c.saying.speaker != best.saying.speaker)
    return min(rivals, default=LIMIT) - costs[near.index(best)]


def _method(c: Candidate) -> Method:
    """The name of the rule, by where the saying stands."""
    if c.route in ("inner label", "signature"):
        return "label" if c.route == "inner label" else "signature"
    if c.route == "after":
        return "cue after, other sentence" if c.breaks else "cue after"
    return "cue before" if c.route in ("colon", "before") else "cue before, other sentence"


def _yields(weak: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether a weak cue stands in what a saying verb governs: in "said allies feared a …" it is the sayer who speaks."""
    if (weak.cue.is_strong and not (weak.is_plan and weak.cue.infinitive == "plan")) or weak.cue.group == "noun":
        return False
    return any(
        _outranks(s, weak) and s.governs and s.at.end <= weak.at.start and weak.at.end <= s.governs.end
        for s in sayings
        if s.sentence == weak.sentence and s is not weak
    )


def _hangs_on_report(participle: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether a participle only goes on with what another is reported to say: "Orlo warned that towns gave up, stressing that “…”".

    Who is reported to have said something speaks the participle, too: "Orlo said the board denied it, calling it “…”".
    """
    spoken = participle.speaker
    if participle.is_finite or participle.how not in ("participle", "governor") or spoken is None:
        return False
    others = [s for s in sayings if s.sentence == participle.sentence and s is not participle and s.is_finite and s.cue.is_strong]
    if any(s.speaker == spoken for s in others):
        return False
    return any(_reports_all(s) and s.governs is not None and s.governs.holds(participle.at) and s.governs.holds(spoken) for s in others)


def _reports_all(s: Saying) -> bool:
    """Whether what stands below a verb of saying is its subject's: not "quoted the mayor as saying", "asked her to say"."""
    return s.cue.group == "say" and s.cue.traits.isdisjoint({"quotable", "controls"})


def _outranks(s: Saying, weak: Saying) -> bool:
    is_impression = "impression" in weak.cue.traits
    return (s.cue.group == "say" and s.cue.is_strong) or (s.cue.group == "think" and "impression" not in s.cue.traits and is_impression)
