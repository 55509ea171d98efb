"""Words of a quote as they are compared: contractions, phrases and figures written out alike."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from transforms.groups.words.meanings import contractions, number_words
from transforms.groups.words.stems import split_words
from transforms.word_lists import WordCell, read_table

_MONEY = re.compile(r"([$£€])\s?(\d[\d.,]*\d|\d)(\s?(?:m|bn|million|billion|thousand)\b)?")
_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros"}
_SHORT = re.compile(r"(?<=\d)(m|bn|k)\b")
_LARGE = {"m": "million", "bn": "billion", "k": "thousand"}
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_DIGIT = re.compile(r"\d")
# Tens and units that are said as one number: "thirty-one".
_TENS = range(20, 100, 10)
_UNITS = range(1, 10)
_FIGURES = 2  # that a converted number has


def spell_out(text: str) -> list[str]:
    """The words of a text, contractions, phrases, money and large numbers in the words that stand for all their forms.

    >>> spell_out("We can't wait a fortnight for $90m")
    ['we', 'can', 'not', 'wait', '2', 'weeks', 'for', '90', 'million', 'dollars']
    >>> spell_out("thirty-one people, 1,250 boats, 40%, five miles")
    ['31', 'people', '1250', 'boats', '40', 'percent', 'about', '8000', 'meters']
    """
    if _DIGIT.search(text):
        text = _MONEY.sub(lambda m: f"{m[2]}{m[3] or ''} {_CURRENCIES[m[1]]}", text)
        text = _SHORT.sub(lambda m: f" {_LARGE[m[1]]}", _THOUSANDS.sub("", text)).replace("%", " percent")
    words, short = split_words(text), contractions()
    if not short.keys().isdisjoint(words):
        words = [full for word in words for full in short.get(word, (word,))]
    return _convert_units(_join_numbers(_replace_phrases(words)))


class _Phrase(NamedTuple):
    phrase: WordCell
    words: WordCell


@functools.cache
def _phrases() -> dict[str, dict[tuple[str, ...], tuple[str, ...]]]:
    """Phrases by their first word, from `data/groups/phrases.csv`."""
    found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    for row in read_table("groups/phrases.csv", _Phrase):
        found.setdefault(row.phrase[0], {})[row.phrase] = row.words
    return {first: dict(sorted(own.items(), key=lambda item: -len(item[0]))) for first, own in found.items()}


def _replace_phrases(words: list[str]) -> list[str]:
    """The words with each phrase replaced, the longest first."""
    known = _phrases()
    if known.keys().isdisjoint(words):
        return words
    out: list[str] = []
    i = 0
    while i < len(words):
        for phrase, instead in known.get(words[i], {}).items():
            if tuple(words[i : i + len(phrase)]) == phrase:
                out.extend(instead)
                i += len(phrase)
                break
        else:
            out.append(words[i])
            i += 1
    return out


def _join_numbers(words: list[str]) -> list[str]:
    """The words with tens and units that follow each other as one number in figures."""
    figures = number_words()
    if figures.keys().isdisjoint(words):
        return words
    out: list[str] = []
    for word in words:
        unit, tens = figures.get(word, ""), figures.get(out[-1], "") if out else ""
        if unit and tens and int(tens) in _TENS and int(unit) in _UNITS:
            out[-1] = str(int(tens) + int(unit))
        else:
            out.append(word)
    return out


class _Unit(NamedTuple):
    forms: WordCell
    factor: float
    common: str
    other: str


@functools.cache
def _units() -> dict[str, _Unit]:
    """Unit to the one that it is converted to, from `data/groups/units.csv`."""
    return {form: row for row in read_table("groups/units.csv", _Unit) for form in row.forms}


def _convert_units(words: list[str]) -> list[str]:
    """The words with units as one of a kind; what is converted is about so much, for outlets round."""
    units, figures = _units(), number_words()
    if units.keys().isdisjoint(words):
        return words
    out: list[str] = []
    for word in words:
        unit = units.get(word)
        count = figures.get(out[-1], out[-1]) if unit and out else ""
        if unit and count.isdecimal():
            amount = int(count) * unit.factor
            exact = [str(int(amount))] if unit.factor.is_integer() else ["about", _round(amount)]
            out[-1:] = [*exact, unit.common]
        elif unit:
            out.append(unit.other)
        else:
            out.append(word)
    return out


def _round(amount: float) -> str:
    """A number in figures, to the two first of them, as outlets convert."""
    return f"{float(f'{amount:.{_FIGURES}g}'):.0f}"
