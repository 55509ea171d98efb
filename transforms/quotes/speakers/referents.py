"""Who is meant by a speaker as printed: the mention it is, or the one that a pronoun or a role noun stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.countries import adjective_code, capital_code, country, name_code
from transforms.quotes.paragraphs import Named
from transforms.quotes.sayings.saying import Saying
from transforms.quotes.spans.span import Span
from transforms.quotes.speakers.discourse import Discourse, Referent, pronouns
from transforms.quotes.speakers.genders import find_gender
from transforms.records import Mention
from transforms.word_lists import read_words

_AGED = re.compile(r"the \d+-year-old$")
_APPOSITION = re.compile(r"(?:\sof\s[\w’' \-]{1,30})?,\s(?:[A-Z][\w’'.\-]*\s){0,4}")
# "said one shareholder, the pension fund Orlo Life": no "of" or "at", behind which another one is named.
_LONG_APPOSITION = re.compile(r",\s(?:the|an?)\s(?:(?!(?:of|at|in|on|to|for|by|from|with|who|and|whose|that)\s)[\w’'\-]+\s){1,4}")
_WORD = re.compile(r"[\w’'\-]+")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'\-]*")


def find_referent(text: str, saying: Saying, here: Sequence[Named], everywhere: Sequence[Mention], discourse: Discourse) -> Referent:
    """What the printed speaker of a saying refers to; `text` is its paragraph's, `here` the names in it.

    Nothing is guessed: two that fit give none.
    """
    assert saying.speaker is not None and saying.head is not None
    words = saying.speaker.of(text)
    low = words.lower()
    if low in pronouns("he") or low in pronouns("she"):
        return discourse.person("m" if low in pronouns("he") else "f")
    if low in pronouns("it"):
        return discourse.body()
    if low in pronouns("they"):
        return discourse.group()
    named = _mention_at(text, saying.head, saying.speaker, here)
    if named is not None:
        m = named.mention
        return Referent(m.type, m.cluster, m.name, m.role, stands_for(m), max(saying.speaker.end, named.span.end))
    if low in pronouns("vague"):
        return Referent("person" if low in ("i", "me") else "group", None, None)
    if _AGED.match(low):
        return discourse.person(None) if not discourse.genders else _last_person(discourse)
    return _role_noun(words, text[: saying.speaker.start], everywhere, discourse)


def _mention_at(text: str, head: Span, phrase: Span, here: Sequence[Named]) -> Named | None:
    """The name that the head stands in, or that ends the phrase, or that follows it in apposition."""
    for n in here:
        if n.span.has(head.start):
            return n
    for n in here:
        if n.mention.type in ("person", "organization"):
            at = n.span
            if phrase.start < at.start <= phrase.end + 1 and phrase.end <= at.end and at.start > head.start:
                return n  # "Speaker of the House Ada Orlo", "Orlo's interim leader Ada Moss"
            between = text[phrase.end : at.start] if phrase.end < at.start else ""
            if n.mention.type == "person" and _APPOSITION.fullmatch(between):
                return n  # "the mayor, Ada Orlo, said", "his guest, Minister Ada Orlo, said"
            if _LONG_APPOSITION.fullmatch(between):
                return n
    return None


def _last_person(discourse: Discourse) -> Referent:
    return next((r for r in reversed(discourse.subjects) if r.kind == "person"), Referent("person"))


def _role_noun(words: str, before: str, everywhere: Sequence[Mention], discourse: Discourse) -> Referent:
    """A phrase without a name: the one person or body in the document that is called so, else the words themselves.

    `before` is what the paragraph says before it.
    """
    tokens = [w.lower() for w in _WORD.findall(words)]
    if not tokens:
        return Referent()
    head = tokens[-1]
    is_body = head in read_words("quotes/speaking_bodies.txt") | read_words("mentions/institutions.txt")
    is_person = not is_body and tokens[0] in pronouns("definite") and head in read_words("mentions/roles.txt")
    called: list[Mention] = []
    clusters: dict[int, Mention] = {}
    if is_person:
        called = [m for m in everywhere if m.type == "person" and m.role and head in _role_words(m.role)]
        clusters = {m.cluster: m for m in called if not _is_another(words, m.role or "")}
        if len(clusters) == 1:
            m = next(iter(clusters.values()))
            return Referent("person", m.cluster, m.name, m.role)
        recent = next((r for r in reversed(discourse.subjects) if r.cluster in clusters), None)
        if recent is not None and recent.cluster is not None and len(tokens) == 2:
            m = clusters[recent.cluster]
            return Referent("person", m.cluster, m.name, m.role)
    if tokens[0] == "the" and not is_body and (is_person or _is_national(words)):
        subject = discourse.only_subject()
        is_new = (head not in discourse.seen and head not in _lower_words(before)) or (is_person and called and not clusters)
        if subject is not None and is_new and _fits(head, subject, discourse):
            return subject
    if tokens[0] == "the" and not is_person and len(bodies := discourse.bodies.get(head, frozenset())) == 1:
        m = next(m for m in everywhere if m.cluster in bodies)
        return Referent(m.type, m.cluster, m.name, m.role)
    return Referent("thing" if is_body else "person" if is_person else "group", None, words)


def _is_another(words: str, role: str) -> bool:
    """Whether a phrase and a role name two bodies: "the Orlo manager" is not the "Moss manager"."""
    mine, yours = _CAPITALISED.findall(words[3:]), _CAPITALISED.findall(role)
    return bool(mine and yours) and not set(mine) & set(yours)


def _is_national(words: str) -> bool:
    """Whether a phrase is one of a people: "the Tarsian"."""
    name = words[4:]
    return name[:1].isupper() and " " not in name and not name.endswith("s") and bool(adjective_code(name))


def _fits(head: str, subject: Referent, discourse: Discourse) -> bool:
    """Whether a noun may call somebody so by its gender: no "chairwoman" for a man."""
    mine = find_gender("", head)
    yours = discourse.genders.get(subject.cluster) if subject.cluster is not None else None
    return mine is None or yours is None or mine == yours


def _lower_words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _role_words(role: str) -> list[str]:
    """The words of a role: an ex-commander is called the commander, too, but no vice-president the president."""
    return _WORD.findall(role.lower().replace("ex-", "ex "))


def stands_for(mention: Mention) -> str | None:
    """The government that a country or its capital speaks for, None for other mentions."""
    if mention.type != "place":
        return None
    code = name_code(mention.name) or capital_code(mention.name)
    found = country(code) if code else None
    return f"{found.adjectives[0]} government" if found is not None and found.adjectives else None
