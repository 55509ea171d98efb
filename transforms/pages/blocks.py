"""What a paragraph is, by its own form: the rules that hold wherever it stands."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import cast

from transforms.metadata.agency import agency_pattern
from transforms.records import Role
from transforms.word_lists import read_lines

# Of a paragraph whose form is looked at; longer ones are text.
_MOST_WORDS = 200
_MOST_CHARS = 2_000
_CREDIT_WORDS = 14
_CAPTION_WORDS = 80


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role, and the short name of the rule that decided it."""

    role: Role
    reason: str


_NO_LIMIT = 10_000  # words: longer than any paragraph whose form is looked at


@functools.cache
def _forms() -> tuple[tuple[Role, str, int, re.Pattern[str]], ...]:
    rows = (
        line.split("\t") for line in read_lines("pages/block_forms.tsv")[1:]
    )  # read_table would take quotation marks of patterns for its own
    return tuple(
        (cast(Role, role), reason, int(most) or _NO_LIMIT, re.compile(pattern, re.IGNORECASE)) for role, reason, most, pattern in rows
    )


@functools.cache
def _forms_of(words: int) -> tuple[tuple[Role, str, re.Pattern[str]], ...]:
    """The forms that a paragraph of `words` words can have."""
    return tuple((role, reason, pattern) for role, reason, most, pattern in _forms() if words <= most)


@functools.cache
def _credit_pattern() -> re.Pattern[str]:
    agencies = agency_pattern()
    others = (
        r"Getty(?: Images)?|Shutterstock|iStock\w*|Alamy|IMAGO|imago|picture[- ]alliance|POOL|Pool|Flickr|Wikimedia Commons|"
        r"Bloomberg|NurPhoto|Zuma|SOPA|EPA-EFE|EFE-EPA|FILE|Handout"
    )
    name = r"[A-ZÀ-Þ][\w'’.\-]+(?:\s[A-ZÀ-Þ][\w'’.\-]+){0,4}"
    house = rf"(?:{agencies}|{others}|{name})"
    return re.compile(
        # "Anna Orlo / AP / TASS", "AP Photo/Anna Orlo", "(Photo by A via Getty Images)", "Reuters"
        rf"\(?(?:(?:AP|EPA|AFP|Reuters) (?:Photo|Images?)\b.{{0,60}}|{house}(?:\s*(?:/|\||via|für|, via)\s*{house}){{1,3}}|"
        rf"(?:{agencies}|{others})(?: (?:Images|File|FILE|photo|Photo|Archive|Foto))*)\)?\.?$"
    )


_DOMAIN_LINE = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}$", re.IGNORECASE)
_SOCIAL = re.compile(
    r"(?:pic\.twitter\.com/|(?:^|\s)https?://t\.co/|^[—–-]\s.{1,60}\(@\w{1,20}\)|A post shared by\b|"
    r"View this post on Instagram|\(@\w{2,20}\)\s+(?:on\s)?[A-Z][a-z]+ \d{1,2}, \d{4}$)"
)
_CAPTION_END = re.compile(
    r"(?:[.!?”\"]\s*(?:\(?(?:FILE|File)[ -]?(?:photo|PHOTO)?\)?\s*)?[\[(]?(?:(?:AP|EPA|AFP|Reuters|REUTERS)[ -](?:Photo|EFE|"
    r"Images?)?\s?(?:FILE)?\s?/\s?[^.!?]{2,60}|(?:Photo|Picture|Image|Credit|Foto|Bild|Photograph)s?(?: by| courtesy|"
    r" credit)?\s?[:/]?\s[^.!?]{2,80}"
    r"|[A-Z][\w -]{1,30}(?:FILE)?\s?/\s?[A-ZÀ-Þ][\w .’'-]{2,40}|[^.!?]{2,60}\bvia (?:Getty|AP|Reuters|REUTERS|"
    r"AFP)\b[^.!?]{0,30}|[^.!?]{0,40}/Getty Images)[\])]?)\s*$"
)
_CAPTION_START = re.compile(
    r"(?:FILE\s?(?:PHOTO|IMAGE|-|–|—|:)|File (?:photo|image)\b|\(?(?:Pictured|Caption|Bildunterschrift|Légende)\b\s?:)"
)


def opens_related(text: str) -> bool:
    """Whether a heading announces other articles, a newsletter or comments rather than text of its own."""
    verdict = judge_form(text)
    return verdict is not None and verdict.role in ("related", "boilerplate")


@functools.lru_cache(maxsize=20_000)  # menus and notices are the same on all pages of a site
def judge_form(text: str) -> Verdict | None:
    """The role that a paragraph's own form gives it, None where form alone does not tell.

    >>> judge_form("Skip to main content")
    Verdict(role='boilerplate', reason='skip_link')
    >>> judge_form("The council met on Monday.") is None
    True
    """
    words = text.count(" ") + 1
    if words > _MOST_WORDS or len(text) > _MOST_CHARS:
        return None
    if _SOCIAL.search(text):
        return Verdict("social", "social_post")
    for role, reason, pattern in _forms_of(words):
        if pattern.match(text):
            return Verdict(role, reason)
    if words <= _CREDIT_WORDS and not re.search(r"[a-zà-ÿ] [a-zà-ÿ]", text) and _credit_pattern().match(text):
        return Verdict("credit", "credit_line")
    if words == 1 and _DOMAIN_LINE.match(text):
        return Verdict("credit", "source_domain")
    if words <= _CAPTION_WORDS and _CAPTION_END.search(text):
        return Verdict("caption", "caption_with_credit")
    if words <= _CAPTION_WORDS and _CAPTION_START.match(text):
        return Verdict("caption", "caption_label")
    if words == 1 and re.fullmatch(r"[a-zà-ÿ]{2,4}(?:[-/][a-zà-ÿ]{2,4}){1,3}", text):
        return Verdict("credit", "initials")
    return None
