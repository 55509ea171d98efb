"""Names that the text itself calls one: letters in brackets, "also known as"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from transforms.mentions.coreference import is_acronym_of
from transforms.mentions.kinds.votes import Votes, best_type, surface_key
from transforms.mentions.scan import Candidate
from transforms.word_lists import read_set

Links = Mapping[str, set[str]]

_ADVERBS = rf"(?:(?:{'|'.join(sorted(read_set('mentions/words.csv', 'before known as')))}) )*"
_KNOWN_AS = (
    r"known (?:as|by (?:his|her|its|their|the) (?:nom de guerre|nickname|pen name|stage name|initials|acronym))|"
    r"aka|a\.k\.a\.|alias|née|né|by the name|by (?:his|her) nom de guerre|"
    r"whose (?:real name|nom de guerre) (?:is|was)"
)
_OPENS_NAME = r",? [\"“‘']?(?:the )?"
# What stands between two names of one: "Ada Moss, also known as Mother Moss".
_ALSO = re.compile(rf"(?:,| [—–-])? \(?(?:(?:who|which) (?:is|was|are|were|goes|went) )?{_ADVERBS}(?:{_KNOWN_AS}){_OPENS_NAME}")
# Participles that are verbs as well join names only behind a mark or an auxiliary, and before a mark: "the Front, formerly called the
# League,", but not "Ada Moss called Owen Tennick a friend".
_CALLED = re.compile(
    rf"(?:(?:,| [—–-]) (?:(?:who|which) (?:is|was|are|were) )?| \((?:(?:is|was) )?| (?:is|was|are|were) )"
    rf"{_ADVERBS}(?:called|nicknamed|renamed){_OPENS_NAME}"
)
# More tokens than this between two names, and neither explains the other.
_NEAR = 9
_EXPLAINED = 3.0  # the vote of the text's own word for two names that are one: as much as a word within a name


def find_links(candidates: Sequence[Candidate], votes: Mapping[str, Votes]) -> Links:
    """Each surface key that the text calls the same as others: "Full Name (FN)", "FN (Full Name)", "X, also known as Y".

    The votes of both names gain what that says of their type.
    """
    links: dict[str, set[str]] = defaultdict(set)
    for one, two in pairwise(candidates):
        if one.scan is not two.scan or two.first - one.last > _NEAR:
            continue
        a, b = surface_key(one.text), surface_key(two.text)
        if two.first == one.last + 1 and one.scan.tokens[one.last].text == "(":
            if not (is_acronym_of(one.text, two.text) or is_acronym_of(two.text, one.text)):
                continue
            for key in (a, b):
                votes[key]["organization"] += _EXPLAINED
        elif _is_called(one, two):
            type_ = best_type(votes[a]) if votes[a] else best_type(votes[b])
            for key in (a, b):
                votes[key][type_] += _EXPLAINED
        else:
            continue
        links[a].add(b)
        links[b].add(a)
    return links


def _is_called(one: Candidate, two: Candidate) -> bool:
    """Whether the words between two names say that the second is another name of the first."""
    between = one.scan.reading.passage.text[one.end : two.start]
    if _ALSO.fullmatch(between):
        return True
    return bool(_CALLED.fullmatch(between)) and not two.scan.text_after(two.last)[:1].isalnum()
