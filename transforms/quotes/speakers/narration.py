"""Follow an article paragraph by paragraph: who is its subject, who speaks, and so whom each printed speaker means."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from transforms.nlp import Passage
from transforms.quotes.attribution.choose import Attribution
from transforms.quotes.attribution.continuations import Handover
from transforms.quotes.attribution.features import LIMIT
from transforms.quotes.cues import ABSENT, read_noun_cues
from transforms.quotes.paragraphs import Named, Paragraph
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.sayings.subjects import noun_span
from transforms.quotes.spans.marks import is_marked
from transforms.quotes.spans.span import Span
from transforms.quotes.speakers.discourse import Discourse, Referent, pronouns
from transforms.quotes.speakers.referents import find_referent
from transforms.quotes.speakers.unnamed import find_unnamed_subjects
from transforms.records import Mention
from transforms.word_lists import any_of_set

# A name in apposition is who the sentence is about, behind at most this number of words.
_OPENING_WORDS = 10
# "Asked by Ada Orlo", "cross-examined by Mr Orlo": who did something to the one whom the sentence is about.
_AGENT = re.compile(r"\bby\s(?:[A-Z][\w.]*\s)?$")
# How easily a pronoun means somebody else than the one who was named some paragraphs before, though nobody was named since.
_SINCE_NOBODY = 0.5
_TAKEN_UP = re.compile(rf"[^.!?“\"]*\s(?:{any_of_set('quotes/words.csv', 'taking up')})\b")
# In a sentence without a parse a name that begins within this number of code points is what it is about.
_OPENING_REACH = 90


class Referents:
    """Whom each saying's speaker means, by the paragraph and the saying."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int | None, int, Saying], Referent] = {}
        self._here: tuple[tuple[str, int | None], int] = (("", None), 0)
        self._recent = 0

    def open(self, passage: Passage) -> None:
        """Begin a paragraph; a pronoun in it mostly means somebody named in it or in the one before."""
        part = passage.part, passage.block_ordinal
        self._recent, self._here = (self._here[1] if self._here[0] == part else passage.start), (part, passage.start)

    def lost(self, who: Referent, at: int, there: Sequence[Mention]) -> float:
        """How easily a pronoun at a code point of its part means somebody else, from 0 to 1, by who was named since.

        `there` are the mentions of the part. 0 where the one meant was named in this paragraph or the one before, 1 where others have been
        named since, or the one meant not at all.
        """
        others = False
        for i in range(bisect_left(there, at, key=_start_of) - 1, -1, -1):
            m = there[i]
            is_recent = m.start_char >= self._recent
            if m.cluster == who.cluster:
                return 0.0 if is_recent else _SINCE_NOBODY if not others else 1.0
            others = others or m.type == "person"
            if others and not is_recent:
                break
        return 1.0

    def note(self, passage: Passage, saying: Saying, who: Referent) -> None:
        """Remember whom a saying's speaker means."""
        self._known[passage.part, passage.block_ordinal, passage.start, saying] = who

    def of(self, passage: Passage, saying: Saying) -> Referent | None:
        """Whom the speaker means; None for a saying without a speaker."""
        return self._known.get((passage.part, passage.block_ordinal, passage.start, saying))


class Talk:
    """Who has spoken the sentences in marks so far: the one who is interviewed, where it is one."""

    def __init__(self, referents: Referents, protagonist: Referent | None) -> None:
        self._referents, self._protagonist = referents, protagonist
        self._spoken: dict[int, Attribution] = {}
        self._asked = 0

    def note(self, chosen: Sequence[Attribution], is_sentence: Sequence[bool]) -> None:
        """Remember who speaks the marked sentences of a paragraph."""
        for a, whole in zip(chosen, is_sentence, strict=True):
            who = self._referents.of(a.passage, a.saying) if whole and a.saying is not None else None
            if who is not None and who.cluster is not None and who.kind == "person":
                self._spoken[who.cluster] = a

    def follow_up(self, turn: Handover, subject: Attribution | None) -> Handover:
        """The turn that a paragraph leaves, with whom the next may mean."""
        self._asked += turn.asks
        return replace(turn, subject=subject, answerer=self.answerer(), is_interview=self._asked > 1)

    def answerer(self) -> Attribution | None:
        """How the one interviewed spoke last: the one whom the title names, else the only one who spoke."""
        if self._protagonist is not None and self._protagonist.cluster in self._spoken:
            return self._spoken[self._protagonist.cluster]
        return next(iter(self._spoken.values())) if len(self._spoken) == 1 else None


def follow(paragraph: Paragraph, mentions: Sequence[Mention], discourse: Discourse, referents: Referents) -> Attribution | None:
    """The one person whom the paragraph is about, as the speaker of words that may follow alone; None where there are more.

    Finds whom each saying's speaker means, in text order, so that a pronoun looks back at who came before.

    `mentions` are the article's; `discourse` and `referents` learn what the paragraph tells.
    """
    subjects = _subjects(paragraph)
    events: list[tuple[int, int, Saying | Named]] = [(n.span.start, 0, n) for n in subjects]
    events.extend((s.span.start, 1, s) for s in paragraph.sayings if s.speaker is not None)
    named = iter(paragraph.named)
    following = next(named, None)
    discourse.open_paragraph(_documents(paragraph))
    referents.open(paragraph.passage)
    for at, _, event in sorted(events, key=lambda e: e[:2]):
        while following is not None and following.span.start < at:
            _note_named(following, paragraph, discourse)
            following = next(named, None)
        if isinstance(event, Named):
            if not _is_reported(event.span.start, paragraph, referents):
                m = event.mention
                discourse.note_subject(Referent(m.type, m.cluster, m.name, m.role))
            continue
        assert event.speaker is not None
        discourse.unnamed = _unnamed_before(event, paragraph, discourse, referents)
        who = find_referent(paragraph.text, event, paragraph.named, mentions, discourse)
        referents.note(paragraph.passage, event, _with_doubt(who, event, paragraph, discourse, referents))
        if event.cue.group in ("say", "call") and not _is_reported(event.at.start, paragraph, referents):
            discourse.note_speaker(who, event.speaker.of(paragraph.text))
    rest: Iterable[Named] = [] if following is None else [following, *named]
    for n in rest:
        _note_named(n, paragraph, discourse)
    discourse.note_words(paragraph.text)
    discourse.last = paragraph
    return _about(paragraph, subjects, referents)


def _unnamed_before(saying: Saying, paragraph: Paragraph, discourse: Discourse, referents: Referents) -> Referent | None:
    """Who without a name was the subject just before "he" or "she", in this paragraph or the last, if nobody named since may be meant."""
    low = "" if saying.speaker is None else saying.speaker.of(paragraph.text).lower()
    gender = "m" if low in pronouns("he") else "f" if low in pronouns("she") else None
    addressed = "" if saying.addressee is None else saying.addressee.of(paragraph.text).lower()
    if gender is None or addressed in pronouns("he") | pronouns("she"):
        return None  # "A worker asked. “A shop,” she told him": who has no name is spoken to
    for p, end in ((paragraph, saying.span.start), (discourse.last, sys.maxsize)):
        if p is None or (p.part, p.passage.block_ordinal) != (paragraph.part, paragraph.passage.block_ordinal):
            return None
        subjects = [s for s in find_unnamed_subjects(p) if s.start < end and not _is_reported(s.start, p, referents)]
        start = subjects[-1].start if subjects else 0
        if any(start <= n.span.start < end and _may_be(n, gender, p, discourse, referents) for n in p.named):
            return None
        if subjects:
            who = subjects[-1]
            others = (n for n in p.named if n.span.start < who.start and _may_be(n, gender, p, discourse, referents))
            is_owned = who.of(p.text).split()[0].lower() in pronouns("he" if gender == "m" else "she")
            if is_owned or (not _speaks(who, p) and next(others, None) is not None):
                return Referent("person")  # "Ben left. His lawyer waited. “No,” he said": both fit
            return Referent("person", None, who.of(p.text))
    return None


def _speaks(phrase: Span, paragraph: Paragraph) -> bool:
    """Whether a phrase is printed as who says something."""
    return any(s.speaker is not None and s.speaker.start == phrase.start and s.cue.is_strong for s in paragraph.sayings)


def _may_be(named: Named, gender: str, paragraph: Paragraph, discourse: Discourse, referents: Referents) -> bool:
    """Whether a name is a person's of that gender, or of none that is known, and the outlet's own word."""
    if named.mention.type != "person" or discourse.genders.get(named.mention.cluster) not in (None, gender):
        return False
    return not is_marked(named.span.start, paragraph.marked) and not _is_reported(named.span.start, paragraph, referents)


def _with_doubt(who: Referent, saying: Saying, paragraph: Paragraph, discourse: Discourse, referents: Referents) -> Referent:
    """The one whom a pronoun means, with how easily it may be somebody else."""
    assert saying.speaker is not None
    printed = saying.speaker.of(paragraph.text).lower()
    if who.cluster is None or printed not in pronouns("he") | pronouns("she"):
        return who
    p = paragraph.passage
    there = discourse.by_part.get((p.part, p.block_ordinal), [])
    return replace(who, lost=referents.lost(who, p.start + saying.speaker.start, there))


def _start_of(mention: Mention) -> int:
    return mention.start_char


def _note_named(named: Named, paragraph: Paragraph, discourse: Discourse) -> None:
    is_said = is_marked(named.span.start, paragraph.marked)  # who is named within marks seldom says them
    discourse.note_named(named.mention, is_agent=is_said or _goes_on_about_another(paragraph.text, named))
    if named.mention.type == "organization" and not is_said:
        discourse.note_organization(named.mention)


def _is_agent(text: str, named: Named) -> bool:
    """Whether a name is who did it in a passive: "asked by Ada Orlo"."""
    return _AGENT.search(text[: named.span.start]) is not None


def _goes_on_about_another(text: str, named: Named) -> bool:
    """Whether a sentence goes on about somebody else than who did it in a passive: "Asked by Ada Orlo, she …"."""
    return _is_agent(text, named) and _TAKEN_UP.match(text, named.span.end) is not None


def _about(paragraph: Paragraph, subjects: Sequence[Named], referents: Referents) -> Attribution | None:
    if paragraph.marked or len({n.mention.cluster for n in subjects}) != 1:
        return None
    n = subjects[0]
    nothing = Span(n.span.end, n.span.end)  # nothing says that somebody speaks
    saying = Saying(ABSENT, nothing, 0, "none", n.span, n.span)
    referents.note(paragraph.passage, saying, Referent(n.mention.type, n.mention.cluster, n.mention.name, n.mention.role))
    return Attribution(saying, "about", LIMIT, paragraph.passage)


def _is_reported(at: int, paragraph: Paragraph, referents: Referents) -> bool:
    """Whether a position lies in what a person says: "Orlo said Moss would appeal" goes on about Orlo."""
    for r in paragraph.reported:
        if r.span.has(at) and r.saying.speaker is not None:
            who = referents.of(paragraph.passage, r.saying)
            is_narrator = r.saying.speaker.of(paragraph.text).lower() in pronouns("narrator")
            if is_narrator or (who is not None and who.kind == "person" and who.name is not None):
                return True
    return False


def _subjects(paragraph: Paragraph) -> list[Named]:
    """The people that the outlet's own sentences are about: subjects by the parse, else who opens a sentence."""
    people = [n for n in paragraph.named if n.mention.type == "person" and not is_marked(n.span.start, paragraph.marked)]
    found: list[Named] = []
    for sentence in paragraph.reading.sentences:
        inside = [n for n in people if sentence.start <= n.span.start < sentence.end]
        if sentence.doc is not None:
            subjects = [t for t in sentence.doc if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ not in ("relcl", "acl")]
            subjects += [t for t in sentence.doc if t.dep_ == "appos" and t.i == t.head.i + 1 and t.head in subjects]  # "his sister Ada"
            heads = [sentence.start + t.idx for t in subjects]
            about = [n for n in inside if any(n.span.has(h) for h in heads)]
            found.extend(about or [n for n in inside[:1] if _is_apposed(paragraph.text, sentence.start, n)])
        else:
            found.extend(n for n in inside[:1] if n.span.start - sentence.start < _OPENING_REACH and not _is_agent(paragraph.text, n))
    return found


def _is_apposed(text: str, opening: int, named: Named) -> bool:
    """Whether a name stands between commas behind the few words that open a sentence: "Her guest, Ada Orlo, was brief."."""
    before, end = text[opening : named.span.start], named.span.end
    return before.endswith(", ") and before.count(",") == 1 and 2 <= len(before.split()) <= _OPENING_WORDS and text[end : end + 1] == ","


def _documents(paragraph: Paragraph) -> list[str]:
    """Letters, statements and reports that the paragraph speaks of, which "it said" may mean."""
    found: list[str] = []
    for sentence in paragraph.reading.sentences:
        for token in sentence.doc or ():
            is_object = token.dep_ == "dobj" and token.lower_ in read_noun_cues()
            if is_object and not is_marked(sentence.start + token.idx, paragraph.marked):
                start, end = noun_span(token)
                found.append(token.doc.text[start:end])
    return found


def find_reporter(s: Saying, paragraph: Paragraph, referents: Referents) -> Referent | None:
    """The organization that reports that somebody else said it: "SANA reported that the minister said …"."""
    own = referents.of(paragraph.passage, s)
    for other in paragraph.sayings:
        who = referents.of(paragraph.passage, other)
        if other is s or other.sentence != s.sentence or who is None or who.kind != "organization" or who.cluster is None:
            continue
        if own is not None and own.cluster == who.cluster:
            continue
        if other.how == "according to" or (other.governs is not None and other.governs.has(s.at.start) and "relays" in other.cue.traits):
            return who
    return None
