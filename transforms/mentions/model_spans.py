"""What the model saw, cut to shape: whole words, no titles and small words at the ends, parted where it holds what no name holds."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.countries import adjective_code, capital_code, name_code
from transforms.mentions.scan import Candidate, Scan, is_organization_word, token_span
from transforms.mentions.telling_words import head_words, is_role_word
from transforms.names.forms import SON_OF, TITLE_LENGTHS, honorifics, name_words
from transforms.names.known_organizations import is_brand, is_known_organization
from transforms.names.lexicon import is_acronym, is_forename, is_known_place, is_surname
from transforms.names.tokens import JOINING, LetterCase, Token, is_name_word
from transforms.records import MentionType
from transforms.word_lists import read_set, read_words

LABELS: dict[str, MentionType] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
}  # fmt: skip
# The model's vote by how the passage is written: where any word has a capital it guesses.
_WEIGHTS: dict[LetterCase, float] = {"sentence": 1.0, "title": 0.4, "capitals": 0.2}
_SYLLABLE = 2  # letters of a small word that with a capital may be a syllable of a name
_OF_A_PIECE = 0.5  # what is left of its vote for each piece of a span that had to be parted
_MOST_LETTERS = 6  # letters of a word in capitals up to which it may be an acronym
_NAME_BEHIND_ROLE = 3  # words of "Campaigner Ada Moss"
# Small words that may stand inside the name of an organization or a place, but not at its ends.
_INNER = JOINING | read_set("mentions/words.csv", "inside an organization")
# Verbs before their subject: "Said Ada Moss: …".
_SAYING = read_set("mentions/words.csv", "speech before its subject")
_COMPANY_FORMS = read_set("mentions/words.csv", "company forms")


def model_candidates(scan: Scan) -> Iterator[Candidate]:
    """The model's names of a passage, cut to whole words, parted where they hold what no name holds."""
    if not scan.reading.names:
        return
    weight = _WEIGHTS[scan.case]
    for name in scan.reading.names:
        type_ = LABELS.get(name.label)
        if type_ is None:
            continue
        first, last = token_span(scan, name.start, name.end)
        pieces = list(_pieces(scan, type_, first, last))
        for a, b in pieces:
            a, b = trim(scan, a, b, type_)
            if _opens_with_role(scan, a, b, type_):
                yield Candidate(scan, a + 1, b, "person", weight)
            elif a < b:
                yield Candidate(scan, a, b, type_, weight if len(pieces) == 1 else _OF_A_PIECE * weight)


def _opens_with_role(scan: Scan, first: int, last: int, type_: MentionType) -> bool:
    """Whether what the model took for an organization is a person's name behind a role that opens the sentence: "Campaigner Ada Moss"."""
    words = [t.text for t in scan.tokens[first:last]]
    if type_ != "organization" or len(words) != _NAME_BEHIND_ROLE or scan.case != "sentence" or not scan.is_initial(first):
        return False
    return is_role_word(words[0]) and all(is_name_word(w) and w.casefold() not in head_words() for w in words[1:])


def _pieces(scan: Scan, type_: MentionType, first: int, last: int) -> Iterator[tuple[int, int]]:
    inner = JOINING if type_ == "person" else _INNER
    tokens = scan.tokens
    a = first
    for i in range(first, last + 1):
        if i < last:
            word = tokens[i].text
            if word == "on" and i + 1 < last and is_brand(tokens[i + 1].text):
                yield a, i  # "Moss on Twitter"
                a = i + 1
                continue
            if i > a and (_run_together(tokens, i) or _is_shouted_place(scan, a, i)):
                yield a, i
                a = i
            if is_name_word(word) or word in inner:
                continue
            if word == "&" or (
                word == "," and i + 1 < last and name_words(tokens[i + 1].text)[:1] and name_words(tokens[i + 1].text)[0] in _COMPANY_FORMS
            ):
                continue
            if type_ == "organization" and i + 1 < last and is_name_word(tokens[i + 1].text):
                if word in ("a", "an") and i > a and tokens[i - 1].text == "for":
                    continue  # "Centre for a New Orlo"
                if "-" in word[1:-1]:
                    continue
                if word in ("'", "’") and any(is_organization_word(tokens[k].text) for k in (i + 1, last - 1)):
                    continue  # "Pilots' Association", "Citizens' Independent Salt Trust"
                if word in ("'s", "’s") and not (name_code(scan.text(first, i)) or capital_code(scan.text(first, i))):
                    continue  # a shop or a school: "Ada's Kitchen"
        if a < i:
            yield a, i
        a = i + 1


def _run_together(tokens: list[Token], i: int) -> bool:
    """Whether two words with capitals stand without a space between them: a page ran two names together."""
    return tokens[i - 1].end == tokens[i].start and tokens[i].text[0].isupper() and tokens[i - 1].text[-1].isalpha()


def _is_shouted_place(scan: Scan, first: int, i: int) -> bool:
    """Whether a caption's place in capitals stands behind an agency's name: "Getty Images ORLO, Tarsia"."""
    word, name = scan.tokens[i].text, scan.text(first, i)
    is_shout = word.isupper() and (len(word) > _MOST_LETTERS or is_known_place(word))
    return is_shout and not name.isupper() and is_known_organization(name)


def trim(scan: Scan, first: int, last: int, type_: MentionType | None) -> tuple[int, int]:
    """The span without small words, articles, and (of a person) titles at its ends."""
    tokens = scan.tokens
    common = read_words("names/opening_words.txt")
    while first < last:
        word = tokens[first].text
        low = word.casefold()
        if not is_name_word(word):
            # "bin", "al" and "de" may open a name: only before another word of it.
            if word in JOINING and last - first > 1 and (type_ == "person" or word in ("al", "el")):
                break
            first += 1
        elif word == "The" and scan.case == "sentence" and last - first > 1 and first > 0 and tokens[first - 1].text.islower():
            break  # "at The Meadow": a capital that no rule of spelling gave
        elif low in ("the", "a", "an") or (
            low in common and last - first > 1 and scan.is_initial(first) and (type_ is None or low in _SAYING)
        ):
            first += 1
        else:
            break
    while last > first and (not is_name_word(tokens[last - 1].text) or _is_behind_name(scan, first, last - 1, type_)):
        last -= 1
    if type_ == "organization" and first < last and is_acronym(tokens[first].text):
        is_office = all(is_role_word(t.text) for t in tokens[first + 1 : last])
        last = first + 1 if is_office else last  # "NCT Chief Executive"
    if type_ == "person":
        while last - first > 2 and (name_code(tokens[first].text) or adjective_code(tokens[first].text)):
            first += 1  # "Tarsian Ada Moss"; two words may be a name ("Jordan Moss")
        first += title_length(scan, first, last)
    return first, last


def _is_behind_name(scan: Scan, first: int, i: int, type_: MentionType | None) -> bool:
    """Whether word `i`, the last of a span from `first` on, is no part of the name though it has a capital: what a headline goes on with, a
    credit ("AP Photo"), an organization behind a person's full name ("Ada Moss Reuters", but not "Keiko Honda")."""
    if i == first:
        return False
    word = scan.tokens[i].text
    if word.casefold() in read_words("mentions/tail_words.txt"):
        return scan.case != "sentence" or len(word) != _SYLLABLE  # "Hoi An" within a sentence
    if word in read_set("mentions/words.csv", "letters of seats") or word in read_set("mentions/words.csv", "letters of quarters"):
        return True  # "Orlo Labour MPs", "Orlo Foods Q3"
    if word in read_set("mentions/words.csv", "behind an agency"):
        return is_known_organization(scan.tokens[i - 1].text)
    if type_ != "person" or is_surname(word):
        return False
    return is_known_organization(word) if i - first > 1 else is_brand(word) and not is_forename(scan.tokens[first].text)


def title_length(scan: Scan, first: int, last: int) -> int:
    """How many tokens at the start of the span are titles ("Foreign Minister", "Mr"), a name behind them."""
    titles = honorifics()
    length = 0
    while True:
        for n in TITLE_LENGTHS:
            if first + length + n >= last:
                continue
            words = tuple(w for t in scan.tokens[first + length : first + length + n] for w in name_words(t.text))
            if words in titles and scan.tokens[first + length + n].text not in SON_OF:
                break
        else:
            return length
        length += n
        if first + length < last and scan.tokens[first + length].text == ".":
            length += 1
