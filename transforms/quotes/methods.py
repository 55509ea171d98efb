"""The rules that attribute quotes, by the names that the column `method` holds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from transforms.records.choices import Method

MEANINGS: Mapping[Method, str] = MappingProxyType(
    {
        "cue after": "the cue stands behind the words: “It rained,” she said",
        "cue before": "the cue stands before the words in the same sentence: She said: “It rained.”",
        "cue before, other sentence": "the cue stands in an earlier sentence of the paragraph: “It rained,” she said. “We left.”",
        "cue after, other sentence": "the cue stands in a later sentence of the paragraph",
        "signature": "a name behind a dash that ends the paragraph: “We will win.” — Ada Orlo",
        "label": "a name before a colon opens the words: “ORLO: I never said so.”",
        "same speaker": "words without a cue behind words that have a speaker, in one paragraph",
        "paragraph before": "a paragraph of words alone, behind a quote: the same speaker",
        "continued": "the paragraph before left its marks open: the same speaker goes on",
        "announced": "the paragraph before announces the words: She put it this way:",
        "introduced": "a paragraph of words alone, behind one that reports somebody's speech",
        "answered": "words without a cue behind a question of the outlet's: the one who is interviewed",
        "repeated": "the same words stand in marks elsewhere in the article, and one speaker says them",
        "about": "words alone behind a paragraph that is about one person",
        "interview": "a paragraph without marks between the questions of an interview: the one who is interviewed",
        "transcript": "a turn of an interview or transcript: Q: … A: …",
        "post": "a post from a social network, by its signature",
        "title": "marked words that are a name, a title, a term or a label, which nobody says",
        "imagined": "the outlet imagines, wishes or asks that somebody says it, or the page is a made-up story",
        "none": "nobody is seen to say the words",
        "indirect: around tag": "a clause before or behind a tag, or through it: The talks, she said, failed",
        "indirect: that": "a clause with “that” behind a cue: said that it rained",
        "indirect: that unparsed": "the same, where the parse does not join the two",
        "indirect: bare": "a clause behind a cue without “that”: said it rained",
        "indirect: wh": "a clause with whether, why, how …: asked whether it rained",
        "indirect: left": "a clause before its cue: It rained, she said",
        "indirect: according": "the sentence around “according to”",
        "indirect: noun that": "a clause behind a noun of speech: her claim that it rained",
        "indirect: call": "what is named, and how: called the plan a disaster",
        "indirect: call as": "the same with “as”: described the plan as a disaster",
        "indirect: infinitive": "what is promised, threatened …: vowed to resign; repeated her call to resign",
        "indirect: begging": "what others are told to do: urged them to leave",
        "indirect: object": "the thing said: denied the charges",
        "indirect: setting": "the outlet's words around marked ones: called the deal “fair”",
        "indirect: label": "a headline with its speaker before a colon: Orlo: The bridge must go",
    }
)

# The method of each construction of reported speech (`transforms.quotes.sayings.reported.Construction`).
INDIRECT: Mapping[str, Method] = MappingProxyType({m.removeprefix("indirect: "): m for m in MEANINGS if m.startswith("indirect: ")})
