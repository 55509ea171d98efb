"""Who is meant by a speaker as printed: the mention it is, or the one that a pronoun or a role noun stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from transforms.countries import capital_code, country, name_code
from transforms.quotes.paragraphs import Named
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.sayings.speaking_nouns import is_speaker
from transforms.quotes.spans.span import Span
from transforms.quotes.speakers.courtesy_titles import known_titles, tell_apart, title_before
from transforms.quotes.speakers.discourse import Discourse, Referent, pronouns
from transforms.quotes.speakers.roles import find_role_noun
from transforms.records import Mention
from transforms.word_lists import any_of_set, read_set, read_words

_INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
# A determiner and at most this many words up to the end: "the old harbour mayor".
_DETERMINED = re.compile(rf"\b(?:{any_of_set('quotes/words.csv', 'determiners')})\s(?:[\w’'\-]+\s){{0,3}}[\w’'\-]+$", re.IGNORECASE)
_AGED = re.compile(r"the \d+-year-old$")
_APPOSITION = re.compile(r"(?:\sof\s[\w’' \-]{1,30})?,\s(?:[A-Z][\w’'.\-]*\s){0,4}")
# "said one shareholder, the pension fund Orlo Life": no "of" or "at", behind which another one is named.
_LONG_APPOSITION = re.compile(r",\s(?:the|an?)\s(?:(?!(?:of|at|in|on|to|for|by|from|with|who|and|whose|that)\s)[\w’'\-]+\s){1,4}")
# "someone named Ada Orlo", "a man by the name of Orlo", "the aide, one Ada Orlo,".
_CALLED = re.compile(r"(?:,\sone|,?\s(?:named|called|known\sas|by\sthe\sname\sof))\s(?:[A-Z][\w’'.\-]*\s)?")
# Of a trade before a name at most this number of words: "mechanical engineer".
_TRADE_WORDS = 3
# What stands behind a name in apposition.
_ENDS_APPOSITION = (",", "(", ".", ";", "")
_JOINS = re.compile(r"\s(?:and|&)\s(?:[\w’'\-]+\.?\s){0,3}")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'\-]*")


def find_referent(text: str, saying: Saying, here: Sequence[Named], everywhere: Sequence[Mention], discourse: Discourse) -> Referent:
    """What the printed speaker of a saying refers to; `text` is its paragraph's, `here` the names in it.

    Nothing is guessed: two that fit give none.
    """
    assert saying.speaker is not None and saying.head is not None
    words = saying.speaker.of(text)
    low = words.lower()
    if low in pronouns("he") or low in pronouns("she"):
        return discourse.person("m" if low in pronouns("he") else "f", _addressed(saying, here))
    if low in pronouns("it"):
        return discourse.organization()
    if low in pronouns("they"):
        return discourse.group()
    phrase = saying.speaker if saying.speaker.holds(saying.head) else saying.head
    if _are_two(text, phrase, here):
        return Referent("group", None, words)  # "Ada and Ben": neither alone
    named = _mention_at(text, saying.head, phrase, here, saying)
    if named is not None:
        if named.mention.type == "group" and _INDEFINITE.match(words):
            return Referent("person", None, words)  # "a Virginia Democrat" is one of them
        title = title_before(text, named.span.start)
        m = tell_apart(named.mention, title, everywhere, discourse)
        if m is None:
            return Referent("person", end=max(saying.speaker.end, named.span.end))
        return Referent(m.type, m.cluster, m.name, m.role, stands_for(m), max(saying.speaker.end, named.span.end))
    if low == "who" and saying.head != saying.speaker:
        meant = _phrase_around(text, saying.head)
        return find_role_noun(meant, saying.head.of(text).lower(), text[: saying.head.end - len(meant)], everywhere, discourse)
    if low in pronouns("vague"):
        return Referent("person" if low in ("i", "me") else "group", None, None)
    if _AGED.match(low):
        return discourse.person(None) if not discourse.genders else _last_person(discourse)
    noun = saying.head.of(text).lower() if saying.speaker.holds(saying.head) else ""
    return find_role_noun(words, noun, text[: saying.speaker.start], everywhere, discourse)


def _addressed(saying: Saying, here: Sequence[Named]) -> int | None:
    """The cluster of the one who is spoken to: "She said to Ada Orlo" is another than she."""
    to = saying.addressee
    return None if to is None else next((n.mention.cluster for n in here if n.span.end == to.end), None)


def _is_several(noun: str) -> bool:
    """Whether a common noun means more than one: "sources", "people"."""
    return noun.islower() and ((noun.endswith("s") and not noun.endswith(("ss", "us"))) or noun in read_set("quotes/words.csv", "plurals"))


def _phrase_around(text: str, head: Span) -> str:
    """The words of a noun phrase up to its head: "the old mayor"."""
    opening = _DETERMINED.search(text[: head.end])
    return head.of(text) if opening is None else opening.group()


def _mention_at(text: str, head: Span, phrase: Span, here: Sequence[Named], saying: Saying) -> Named | None:
    """The name that the head stands in, or that ends the phrase, or that follows it in apposition."""
    for n in here:
        if n.span.has(head.start):
            return n
    for n in here:
        if n.mention.type in ("person", "organization"):
            at = n.span
            is_behind = phrase.start < at.start <= phrase.end + 1 and phrase.end <= at.end and at.start > head.start
            if is_behind and not _is_bound(text[head.end : at.start]):
                return n  # "Speaker of the House Ada Orlo", "Orlo's interim leader Ada Moss"
            between = text[phrase.end : at.start] if phrase.end < at.start else ""
            if _is_several(head.of(text)):
                continue  # "two sources, Ada Orlo …": one person is no other name for them
            if saying.how == "according to" and text[at.end : at.end + 1] not in _ENDS_APPOSITION:
                continue  # "According to his producer, Orlo entered …": what the source says begins with a name
            if n.mention.type == "person" and (
                _APPOSITION.fullmatch(between)
                or _is_by_trade(between)
                or (_CALLED.fullmatch(between) and not phrase.end <= saying.at.start < at.start)
            ):
                return n  # "the mayor, Ada Orlo, said", "his guest, Minister Ada Orlo, said", "a protester, bus driver Ada Orlo, said"
            if between == ", " and phrase.of(text).lower() in pronouns("vague"):
                return n  # "Another, Orlo Rail, announced"
            if _LONG_APPOSITION.fullmatch(between):
                return n
    return None


def _are_two(text: str, phrase: Span, here: Sequence[Named]) -> bool:
    """Whether a phrase joins the names of two people: "Orlo and Mrs. Moss"."""
    people = [n for n in here if n.mention.type == "person" and phrase.start <= n.span.start and n.span.end <= phrase.end]
    return any(a.mention.cluster != b.mention.cluster and _JOINS.fullmatch(text[a.span.end : b.span.start]) for a, b in pairwise(people))


def _is_by_trade(between: str) -> bool:
    """Whether a comma and what somebody is by trade lead to the name: ", bus driver"."""
    words = between.removeprefix(", ").split()
    return between.startswith(", ") and 0 < len(words) <= _TRADE_WORDS and is_speaker(words[-1]) and all(w.islower() for w in words)


def _last_person(discourse: Discourse) -> Referent:
    return next((r for r in reversed(discourse.subjects) if r.kind == "person"), Referent("person"))


def _is_bound(between: str) -> bool:
    """Whether a name belongs to the noun before it: "a friend of Ada Orlo", "a spokesman for Mayor Ada Orlo"."""
    words = between.split()
    while words and (words[-1].strip(".").lower() in read_words("mentions/roles.txt") | known_titles().keys() or _is_plain(words[-1])):
        words.pop()
    return bool(words) and words[-1].lower() in read_set("quotes/words.csv", "bound prepositions")


def _is_plain(word: str) -> bool:
    return word.islower() and word not in read_set("quotes/words.csv", "bound prepositions")


def stands_for(mention: Mention) -> str | None:
    """The government that a country or its capital speaks for, None for other mentions."""
    if mention.type != "place":
        return None
    code = name_code(mention.name) or capital_code(mention.name)
    found = country(code) if code else None
    return f"{found.adjectives[0]} government" if found is not None and found.adjectives else None
