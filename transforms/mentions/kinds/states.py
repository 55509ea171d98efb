"""Names of states and provinces that a city or a country has as well: "Albany, New York", "upstate New York", "Washington state"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transforms.countries import name_code
from transforms.mentions.scan import Candidate
from transforms.names.states import is_state, is_state_letters, shares_its_name, states_with_namesakes
from transforms.names.tokens import is_name_word
from transforms.records import MentionType
from transforms.word_lists import read_set

_BEFORE = read_set("mentions/words.csv", "before a state")
_BEHIND = read_set("mentions/words.csv", "behind a state")
_OFFICES = read_set("mentions/words.csv", "offices of a state")
_ENDS = frozenset(",.;:)—–")
_OFTEN = 2  # occurrences that show the state from which on they tell of the others, too
_SHARE = 0.3  # of all occurrences, those that must show it
_JOINING = frozenset(("and", "or", "&"))


def find_states(kept: Sequence[Candidate], named: Sequence[tuple[str, MentionType]]) -> dict[int, str]:
    """The country of each occurrence that names a state and not the city or the country of its name, by position in `kept`.

    A name means the state everywhere in an article that shows so once, where a country has it, or again and again, where a city has.
    """
    may = {k: state for k, (text, type_) in enumerate(named) if type_ == "place" and (state := shares_its_name(text))}
    shown = [k for k in may if _is_state_here(kept[k])]
    here, everywhere = Counter(may[k] for k in shown), Counter(may.values())
    whole = {state for state, n in here.items() if name_code(state.title()) or (n >= _OFTEN and n >= _SHARE * everywhere[state])}
    found = dict.fromkeys((*shown, *(k for k, state in may.items() if state in whole)))
    return {k: states_with_namesakes()[may[k]] for k in found}


def _is_state_here(c: Candidate) -> bool:
    """Whether what stands beside a name shows the state: a town before a comma, an office of states, another state in the same row."""
    tokens = c.scan.tokens
    before = tokens[c.first - 1].text if c.first else ""
    after, second = c.scan.text_after(c.last), c.scan.text_after(c.last + 1)
    if after == "," and second == "a" and c.scan.text_after(c.last + 2) == "state":
        return True
    if before.casefold() in _BEFORE or after.casefold() in _BEHIND:
        return True
    if before in ("of", "from") and c.first > 1 and tokens[c.first - 2].text.casefold() in _OFFICES:
        return True
    if before == "," and c.first > 1 and is_name_word(tokens[c.first - 2].text):
        return is_state_letters(c.text) or (_is_apart(after, second) and not _is_row(c)) or is_state(tokens[c.first - 2].text.casefold())
    return before in _JOINING and c.first > 1 and is_state(tokens[c.first - 2].text.casefold())


def _is_apart(after: str, second: str) -> bool:
    """Whether a state behind a town is set apart: "Albany, New York, said", but not "London, New York and Tokyo"."""
    is_end = after in _ENDS or not after
    return (is_end and not second[:1].isupper() and second not in _JOINING) or (after.islower() and after not in _JOINING)


def _is_row(c: Candidate) -> bool:
    """Whether a comma stands before the name before it, too: "Tokyo, London, New York"."""
    i = c.first - 2
    while i > 0 and is_name_word(c.scan.tokens[i].text):
        i -= 1
    return c.scan.tokens[i].text == ","
