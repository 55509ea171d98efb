"""What a paragraph is, by its own form: the rules that hold wherever it stands."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import cast

from transforms.metadata.agency import agency_pattern
from transforms.records import Role
from transforms.word_lists import read_lines


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role, and the short name of the rule that decided it."""

    role: Role
    reason: str


@functools.cache
def _forms() -> tuple[tuple[Role, str, int, re.Pattern[str]], ...]:
    rows = []
    for line in read_lines("pages/block_forms.tsv"):
        if line.strip():
            role, reason, most, pattern = line.split("\t")
            rows.append((cast(Role, role), reason, int(most) or 10_000, re.compile(pattern, re.IGNORECASE)))
    return tuple(rows)


@functools.cache
def _forms_of(words: int) -> tuple[tuple[Role, str, re.Pattern[str]], ...]:
    """The forms that a paragraph of so many words can have."""
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
# Behind the end may stand closing marks, and the agency that signs the report.
_SENTENCE_END = re.compile(r"[.!?…。！？।]['\"”’»)\]]*(?:\s\(?[A-Z]{2,6}\)?)?$")
_WORDS = re.compile(r"\w+(?:['’.\-]\w+)*")


_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def count_words(text: str) -> int:
    """How many words a text has; in scripts without spaces (Chinese, Japanese, Thai …) two characters count as one.

    >>> count_words("Prices rose 3.5 percent"), count_words("気象庁は13日")
    (4, 4)
    """
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if unspaced:
        return len(_WORDS.findall(_UNSPACED.sub(" ", text))) + (unspaced + 1) // 2
    return len(_WORDS.findall(text))


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
    if words > 200 or len(text) > 2_000:
        return None
    if _SOCIAL.search(text):
        return Verdict("social", "social_post")
    for role, reason, pattern in _forms_of(words):
        if pattern.match(text):
            return Verdict(role, reason)
    if words <= 14 and not re.search(r"[a-zà-ÿ] [a-zà-ÿ]", text) and _credit_pattern().match(text):
        return Verdict("credit", "credit_line")
    if words == 1 and _DOMAIN_LINE.match(text):
        return Verdict("credit", "source_domain")
    if words <= 80 and _CAPTION_END.search(text):
        return Verdict("caption", "caption_with_credit")
    if words <= 80 and _CAPTION_START.match(text):
        return Verdict("caption", "caption_label")
    if words == 1 and re.fullmatch(r"[a-zà-ÿ]{2,4}(?:[-/][a-zà-ÿ]{2,4}){1,3}", text):
        return Verdict("credit", "initials")
    return None


@functools.lru_cache(maxsize=2_000)  # asked of the same paragraph by rule after rule
def is_prose(text: str) -> bool:
    """Whether a paragraph reads as running text: a sentence with an end, or long enough to hold one."""
    if len(text) > 2_000:
        return " " in text or count_words(text) >= 25
    words = count_words(text)
    return (words >= 8 and ends_sentence(text)) or words >= 25


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, closing marks behind it allowed."""
    return _SENTENCE_END.search(text[-16:]) is not None
