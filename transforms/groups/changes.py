"""What each wording of one statement added, dropped or changed, word by word."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from transforms.groups.words.stems import split_words, stem
from transforms.records import UtteranceGroup

Mark = Literal["same", "added", "dropped", "changed"]

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a wording that share a mark. `text` are its own words ("" where dropped), `instead` those of the fullest
    wording in their place ("" where added); both without the white space around them."""

    mark: Mark
    text: str
    instead: str


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    folded: str
    stem: str


def compare_wordings(texts: Sequence[str], fullest: str | None = None) -> list[tuple[Piece, ...]]:
    """The pieces of each text beside the fullest wording, in the order of `texts`.

    `fullest` is what the others are measured by; without it, the text with most words (of several the first). Case,
    punctuation and the kind of quotation marks make no change; another form of a word does. Words are aligned by
    their stems (Ratcliff and Obershelp's matching, as in difflib).

    >>> compare_wordings(["We will rebuild the whole pier", "We rebuilt the pier at once"])[1]  # doctest: +NORMALIZE_WHITESPACE
    (Piece(mark='same', text='We', instead='We'), Piece(mark='dropped', text='', instead='will'),
     Piece(mark='changed', text='rebuilt', instead='rebuild'), Piece(mark='same', text='the', instead='the'),
     Piece(mark='dropped', text='', instead='whole'), Piece(mark='same', text='pier', instead='pier'),
     Piece(mark='added', text='at once', instead=''))
    """
    if not texts:
        return []
    base = _split(fullest if fullest is not None else max(texts, key=lambda t: len(_split(t))))
    return [tuple(_align(base, _split(text))) for text in texts]


def mark_changes(pieces: Sequence[Piece]) -> str:
    """A wording as one line in wdiff's notation: [-dropped-] {+added+}, a changed word as both.

    >>> mark_changes(compare_wordings(["We will rebuild the whole pier", "We rebuilt the pier at once"])[1])
    'We [-will-] [-rebuild-]{+rebuilt+} the [-whole-] pier {+at once+}'
    """
    return " ".join(_mark(piece) for piece in pieces)


def mark_wordings(groups: Iterable[UtteranceGroup], text_of: Mapping[str, str]) -> dict[str, str]:
    """For the members of each group whose text is not the group's `text`, the fullest, what `mark_changes` tells of it.

    `text_of` has the text of every member.
    """
    marked: dict[str, str] = {}
    for group in groups:
        fullest = group.text
        others = [m for m in group.members if text_of[m] != fullest]
        texts = sorted({text_of[m] for m in others})
        told = dict(zip(texts, map(mark_changes, compare_wordings(texts, fullest)), strict=True))
        marked.update((m, told[text_of[m]]) for m in others)
    return marked


def _mark(piece: Piece) -> str:
    dropped, added = f"[-{piece.instead}-]", f"{{+{piece.text}+}}"
    return {"same": piece.text, "added": added, "dropped": dropped, "changed": dropped + added}[piece.mark]


def _split(text: str) -> list[_Word]:
    words: list[_Word] = []
    for m in _WORD.finditer(text):
        word = _read_word(m.group())
        if word.folded or not words:
            words.append(word)
        else:  # a dash between blanks belongs to the word before it
            words[-1] = replace(words[-1], text=f"{words[-1].text} {word.text}")
    return words


@functools.lru_cache(maxsize=1 << 16)
def _read_word(text: str) -> _Word:
    folded = " ".join(split_words(text))
    return _Word(text, folded, stem(folded) if folded else "")


def _align(base: Sequence[_Word], own: Sequence[_Word]) -> list[Piece]:
    matcher = SequenceMatcher(None, [w.stem for w in base], [w.stem for w in own], autojunk=False)
    pieces: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            for x, y in zip(base[a:b], own[c:d], strict=True):
                if x.folded != y.folded:
                    pieces.append(Piece("changed", y.text, x.text))  # another form of a word, shown by itself
                elif pieces and pieces[-1].mark == "same":
                    pieces[-1] = Piece("same", f"{pieces[-1].text} {y.text}", f"{pieces[-1].instead} {x.text}")
                else:
                    pieces.append(Piece("same", y.text, x.text))
        else:
            mark: Mark = "changed" if kind == "replace" else "dropped" if kind == "delete" else "added"
            pieces.append(Piece(mark, " ".join(w.text for w in own[c:d]), " ".join(w.text for w in base[a:b])))
    return pieces
