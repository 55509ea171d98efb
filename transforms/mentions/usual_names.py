"""The form to call a name by that an article spells in several ways."""

from __future__ import annotations

from collections import Counter

from transforms.names.forms import core_words, name_words
from transforms.names.keys import suffix_of
from transforms.names.states import state_name
from transforms.records import MentionType
from transforms.word_lists import read_words

_MUCH_MORE = 3  # times as often a person's name without its first word must stand to be the usual one: "Moss Berg" for "Ada Moss Berg"
_HARDLY_EVER = 10  # times as often an organization's single word must stand as any longer form to be its name
_LONGEST_LETTERS = 5  # code points of a name in capitals that may be letters; longer ones are shouted


def fullest_name(forms: Counter[str], type_: MentionType) -> str:
    """The form to call a cluster by: the fullest that is usual, not the longest string.

    A form of two words or more beats a single one, a forename an initial; among those the more frequent wins, then, of
    people, the one with fewer words, of others with more, then the first in the alphabet. Forms in capitals lose to
    others. Of a place's forms the more frequent wins.
    """

    is_loud = all(text.isupper() for text in forms)

    def rank(item: tuple[str, int]) -> tuple[object, ...]:
        text, count = item
        words = core_words(text) if type_ == "person" else name_words(text)
        shouted = text.isupper() and len(text) > _LONGEST_LETTERS and not is_loud
        if type_ == "place":
            return (shouted or state_name(text) is not None, -count, -len(words), len(text), text)
        is_person = type_ == "person"
        is_initial = is_person and len(words[0]) == 1
        return (
            shouted,
            type_ == "group" and f"{text}s" in forms,  # "Republicans", not "Republican"
            (len(words) - ("The" in text.split()[:1]) < 2 and suffix_of(text) is None) or " " not in text,
            text.startswith("The "),
            is_initial,
            is_person and any(t.endswith(f" {text}") and _MUCH_MORE * n > count for t, n in forms.items()),
            -count,
            len(words) if is_person else -len(words),
            len(text),
            text,
        )

    own = [f for f in forms.items() if type_ != "organization" or not _is_branch_of_more_used(f[0], forms)]
    if type_ == "organization" and (usual := _usual_word(forms)):
        return usual
    return min(own or forms.items(), key=rank)[0]


def _usual_word(forms: Counter[str]) -> str | None:
    """The single word by which an organization is nearly always called: "Orlo" fifty times, "Orlo Inc" once. Letters stand for more."""
    word, most = min(forms.items(), key=lambda f: (-f[1], f[0]))
    longer = [n for text, n in forms.items() if text != word and word in text.split()]
    others = [text for text in forms if word not in text.split() and " " in text]
    return word if " " not in word and longer and not others and most >= _HARDLY_EVER * max(longer) else None


def _is_branch_of_more_used(text: str, forms: Counter[str]) -> bool:
    """Whether a form only adds a branch to one that is used more often: "Orlo TV" where it mostly says "Orlo"."""
    base, _, tail = text.rpartition(" ")
    return forms.get(base, 0) > forms[text] and tail.casefold() in read_words("names/branch_words.txt")
