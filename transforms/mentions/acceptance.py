"""Whether a candidate is a name at all. What the model never took for one needs other evidence."""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Mapping

from transforms.countries import adjective_code, name_code, people_code
from transforms.mentions.kinds.evidence import name_votes
from transforms.mentions.kinds.votes import Votes, best_type, surface_key
from transforms.mentions.lone_words import is_code
from transforms.mentions.scan import Candidate
from transforms.mentions.telling_words import head_words
from transforms.names.forms import honorifics, name_words, plain
from transforms.names.known_organizations import is_known_organization
from transforms.names.lexicon import is_acronym, is_common_word, is_forename, is_known_place
from transforms.word_lists import read_set, read_words

_PARTY_TAG = re.compile(r"[RDI]-[A-Z][A-Za-z.]+")  # Sen. Ada Moss (R-TX)
_LETTERS_NEED = 1.6  # votes that letters need which the model never took for a name: more than their being letters
_OTHERS_NEED = 1.0  # votes that any other words need which it never took for one
_WRITTEN_SMALL = 3.0  # a candidate's own vote above which it may be a name without a capital: "the culture ministry"
_ADJECTIVES = tuple(sorted(read_set("mentions/words.csv", "endings of adjectives")))
_OFFICE_AND_OF = 2  # tokens of "Minister of"
_SHORTEST_SHOUT = 4  # letters of a word in capitals that may be mere emphasis


def is_shouted(c: Candidate, words: Container[str]) -> bool:
    """Whether a single word in capitals is one of the text's words in small letters: emphasis, no letters of an organization."""
    if not c.text.isupper() or len(c.text) < _SHORTEST_SHOUT or c.scan.case == "capitals":
        return False
    return (small := c.text.casefold()) in words and small.islower()


@functools.cache
def _never_alone() -> frozenset[str]:
    return read_words("names/opening_words.txt") | read_words("mentions/not_alone.txt")


def is_name(c: Candidate, votes: Mapping[str, Votes]) -> bool:
    """Whether a candidate is a name at all. What the model never took for one needs other evidence."""
    text = c.text
    low = text.casefold()
    if not (any(ch.isupper() for ch in text) or c.weight > _WRITTEN_SMALL) or low in _never_alone() or _PARTY_TAG.fullmatch(text):
        return False
    if (head_words().get(low) == "place" and not is_known_place(text)) or len(low.rstrip(".")) < 2:
        return False  # "117th Street"; "So did I."
    if c.type != "person" and c.scan.text_after(c.last) in ("Minister", "Secretary") and not is_acronym(text) and not name_code(text):
        return False  # "Fisheries Minister"
    if name_words(text) in honorifics() and c.scan.text_after(c.last) == ".":
        return False  # "Lt. Cmdr. Ada Moss"
    if _is_verb(c) or text in read_set("mentions/words.csv", "letters of seats") or _is_of_office(c) or _is_what_somebody_is(c):
        return False
    own = votes[surface_key(text)]
    if is_code(c) or _is_stage_direction(c):
        return False
    if adjective_code(text) and not name_code(text) and not people_code(text):
        return False
    if c.type == "group" and best_type(own) == "group":
        return not (_describes(c) or _is_adjective(text))
    if c.type:
        return not (text.isupper() and len(text) > 1 and c.scan.text_after(c.last) == ":" and not name_votes(text))
    is_bare = is_acronym(text) and not (c.first and c.scan.tokens[c.first - 1].text == "(")  # "LEEDS (NWA) - …" names an agency
    return sum(own.values()) >= (_LETTERS_NEED if is_bare else _OTHERS_NEED)


def _is_stage_direction(c: Candidate) -> bool:
    """Whether a word in brackets and capitals says what happened while somebody spoke: "(LAUGHTER)"."""
    tokens, text = c.scan.tokens, c.text
    is_set_apart = c.first > 0 and c.last < len(tokens) and tokens[c.first - 1].text in "([" and tokens[c.last].text in ")]"
    return is_set_apart and text.isupper() and is_common_word(text.casefold())


def _is_verb(c: Candidate) -> bool:
    """Whether the name of a company is what somebody does: "she would Google the words"."""
    before = c.scan.tokens[c.first - 1].text.casefold() if c.first else ""
    modals, objects = read_set("mentions/words.csv", "before a verb"), read_set("mentions/words.csv", "behind a verb")
    return before in modals and c.scan.text_after(c.last) in objects and is_known_organization(c.text)


def _is_of_office(c: Candidate) -> bool:
    """Whether a name is only what a minister is for or a peer is of: "the Minister of Power", "the Duchess of Orlo"."""
    tokens = c.scan.tokens
    if c.first < _OFFICE_AND_OF or tokens[c.first - 1].text != "of":
        return False
    office = tokens[c.first - _OFFICE_AND_OF].text
    if office in read_set("mentions/words.csv", "titles of peers"):
        return True
    return office in read_set("mentions/words.csv", "offices of a field") and all(map(is_common_word, c.text.split()))


def _is_what_somebody_is(c: Candidate) -> bool:
    """Whether a word opens a line and "who" follows at once: "Baker who saved the mill dies at 90" says what somebody is."""
    is_word = c.last - c.first == 1 and c.scan.is_initial(c.first) and not is_forename(c.text)
    return is_word and c.scan.text_after(c.last) == "who"


def _is_adjective(text: str) -> bool:
    """Whether a single word that names no people and no movement is an adjective by its ending: "Northern", "Congressional"."""
    return " " not in text and text.endswith(_ADJECTIVES) and not (people_code(text) or plain(text) in read_words("mentions/groups.txt"))


def _describes(c: Candidate) -> bool:
    """Whether a group's word only tells of what a noun behind it names: "an Islamist group", not "the Islamists"."""
    if c.text.endswith("s") or c.weight > 1.0 or c.last >= len(c.scan.tokens):
        return False
    after = c.scan.tokens[c.last].text
    if after.isupper() and len(after) > 1:
        return True
    if after in read_words("mentions/role_modifiers.txt"):
        return True
    return after[0].islower() and after not in read_words("mentions/tail_words.txt") and not after.startswith(("'", "’"))
