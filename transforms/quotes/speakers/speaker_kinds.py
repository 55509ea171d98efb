"""What sort of source a speaker is: a person with a name or without, an organization, a paper, a place for its government, a post."""

from __future__ import annotations

import re

from transforms.quotes.sayings.speaking_nouns import organization_nouns
from transforms.quotes.spans.span import WORD
from transforms.quotes.speakers.discourse import Referent, pronouns
from transforms.records import SpeakerKind
from transforms.word_lists import read_set

_BOUND = re.compile(r"\s(?:of|for|at|from|with|in|to|by|on|that|who)\s|,")
# Of a capitalised phrase this many words are a person's name.
_NAME_WORDS = 2
_MENTIONS: dict[str, SpeakerKind] = {
    "person": "named_person", "organization": "body", "place": "place", "group": "unnamed_person",
}  # fmt: skip


def find_speaker_kind(who: Referent, printed: str | None) -> SpeakerKind:
    """What speaks: by the mention that the speaker is, else by the noun of the phrase as printed.

    >>> [find_speaker_kind(Referent(), printed) for printed in ("a senior official", "The lawsuit", None)]
    ['unnamed_person', 'document', 'none']
    """
    if who.cluster is not None:
        return _MENTIONS.get(who.kind, "unnamed_person")
    phrase = who.name or printed
    if not phrase or phrase.lower() in read_set("quotes/words.csv", "narrator"):
        return "none"
    if phrase.lower() in pronouns("it"):
        return "body"
    words = WORD.findall(_BOUND.split(phrase)[0])
    noun = words[-1].lower() if words else ""
    if noun in read_set("quotes/words.csv", "documents"):
        return "document"
    if noun in organization_nouns():
        return "body"
    is_name = len(words) >= _NAME_WORDS and all(w[0].isupper() for w in words)
    return "named_person" if is_name and who.kind != "thing" else "unnamed_person"
