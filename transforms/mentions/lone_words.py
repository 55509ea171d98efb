"""What has a capital and is no name: a word that opens a line, initialisms of things, codes of markets and machines."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from transforms.mentions.kinds.evidence import name_votes
from transforms.mentions.kinds.votes import surface_key
from transforms.mentions.scan import Candidate
from transforms.mentions.special_spans import STATE
from transforms.names.known_organizations import organization_letters
from transforms.names.lexicon import is_common_word, is_forename, is_initialism, is_surname
from transforms.word_lists import read_set

_HEADING = 6  # tokens of a line without a full stop in which a capital says nothing
# "US10YT", "CLc1", "B07XYZ12": letters and digits as machines and markets write them; not "G20", "BBC1", "COVID-19".
_CODE = re.compile(r"(?=.*\d)(?=.*[A-Za-z].*[A-Za-z])(?:[A-Z]{2,}\d+[A-Z][A-Za-z0-9]*|[A-Z]+[a-z]\d+|(?=(?:.*\d){2})[A-Z0-9]{6,})")
_QUOTED_BEHIND = read_set("mentions/words.csv", "before a code")  # words of markets before their codes: "the dollar index DXY"


def is_code(c: Candidate) -> bool:
    """Whether a candidate is a ticker, a part number, a handle or the like: "US10YT=RR", ".IXIC", "the dollar index DXY"."""
    tokens = c.scan.tokens
    if any(_CODE.fullmatch(t.text) for t in tokens[c.first : c.last]):
        return True
    before, after = tokens[c.first - 1] if c.first else None, tokens[c.last] if c.last < len(tokens) else None
    if after is not None and after.text == "=" and after.start == c.end:
        return True
    if before is None or not (c.text.isupper() or before.text in ("@", "#")):
        return False
    if before.end == c.start and (before.text in ("=", "@", "#") or (before.text == "." and _is_apart(c, c.first - 1))):
        return True
    return before.text in _QUOTED_BEHIND and " " not in c.text


def _is_apart(c: Candidate, i: int) -> bool:
    """Whether white space stands before token `i`: ".IXIC" behind a space is no end of a sentence."""
    tokens = c.scan.tokens
    return i == 0 or tokens[i - 1].end < tokens[i].start


def find_lone_words(candidates: Sequence[Candidate], words: Mapping[str, int], explained: Container[str] = ()) -> frozenset[str]:
    """Surface keys of what is a word or an initialism and no name, in the whole article.

    English words are none that stand only where any word has a capital, and that the model took for none, that stand in a
    heading, or that the article writes small as well; initialisms of things are none unless the lists know an organization so called
    or the text explains them (`explained`). A state's letters behind a town are a name.
    """
    by_key: dict[str, list[Candidate]] = {}
    for c in candidates:
        by_key.setdefault(surface_key(c.text), []).append(c)
    return frozenset(key for key, found in by_key.items() if _is_lone(key, found, words, explained))


def _is_lone(key: str, found: Sequence[Candidate], words: Mapping[str, int], explained: Container[str]) -> bool:
    text = found[0].text
    if key in explained or organization_letters(text) or any(c.type == "place" and c.weight >= STATE for c in found):
        return False
    if name_votes(text) and not is_initialism(text.split()[-1]):
        return False
    parts = text.split()
    if is_initialism(parts[-1]) and all(is_initialism(p) or is_common_word(p) for p in parts):
        return True
    if not all(is_common_word(p) for p in parts) or any(_stands_inside(c) for c in found):
        return False
    if any(c.type == "person" for c in found) and any(is_forename(p) or is_surname(p) for p in parts):
        return False
    if len(parts) > 1:
        is_written_small = any(words.get(p.casefold(), 0) for p in parts)
        return all(is_heading(c) or (is_written_small and c.type != "place" and c.scan.is_initial(c.first)) for c in found)
    return all(c.type is None or is_heading(c) for c in found) or words.get(key, 0) > 0


def _stands_inside(c: Candidate) -> bool:
    """Whether a capital says something here: within a sentence, a small word before it."""
    return c.scan.case == "sentence" and c.first > 0 and not c.scan.is_initial(c.first) and not is_heading(c)


def is_heading(c: Candidate) -> bool:
    """Whether a name stands in a heading, a list or another line that is no sentence."""
    tokens = c.scan.tokens
    return c.scan.case != "sentence" or (len(tokens) <= _HEADING and tokens[-1].text not in (".", "?", "!", "”", '"'))
