"""Where the outlet says that somebody speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from transforms.quotes.cues import Cue
from transforms.quotes.spans.span import Span, hull

# How the speaker was found. From the parse: the verb's subject, before or behind it (inverted); its "by …" (agent); the noun that a
# relative or participial clause hangs on; the subject of a verb above it (governor). From the letters: what stands right beside
# the cue (neighbour), a name behind a dash (signature), before a colon (label, inner label), the subject before a colon (colon).
How = Literal[
    "subject", "inverted", "agent", "relative", "participle", "governor", "neighbour", "passive", "none",
    "according to", "possessive", "by", "issuer", "signature", "label", "inner label", "colon",
]  # fmt: skip

# What shows that a clause is reported; `transforms.quotes.methods` says what each means.
Construction = Literal[
    "around tag", "that", "that unparsed", "bare", "wh", "left", "according", "noun that", "call", "call as", "infinitive", "begging",
    "object", "setting", "label",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue and who speaks, as spans of the paragraph. `how` says how the speaker was found; both speaker and `head` may lack.

    `head` is the noun that tells who is meant: the printed speaker's, or the one that a relative pronoun stands for.
    `governs` is what hangs on the cue in the parse, `token` its position there; `sentence` the number of its sentence.
    `is_unreal` where the outlet asks, wishes or imagines that somebody says it, `is_silent` where the subject shows and does not say.
    """

    cue: Cue
    at: Span
    sentence: int
    how: How
    speaker: Span | None = None
    head: Span | None = None
    addressee: Span | None = None
    governs: Span | None = None
    is_finite: bool = True
    is_negated: bool = False
    is_plan: bool = False
    is_unreal: bool = False
    is_silent: bool = False
    token: int | None = None

    @property
    def span(self) -> Span:
        """From the cue to the speaker, whichever comes first."""
        return hull(self.at, self.speaker)
