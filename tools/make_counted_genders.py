"""Makes `transforms/data/names/counted_genders.csv`: `pip install nomquamgender==0.1.4`, then `python tools/make_counted_genders.py`.

Of the names that the package counts, those that nearly only men or nearly only women bear. Left out: names that
`data/quotes/genders.csv` has, words of titles, ranks and roles ("rabbi", "sheriff": they stand before names of either), and English
words that no list of forenames has.
"""

from __future__ import annotations

import json
import textwrap
from importlib.resources import files
from pathlib import Path

from transforms.names.lexicon import gendered_words, is_common_word, is_forename
from transforms.quotes.speakers.courtesy_titles import known_titles
from transforms.word_lists import read_set, read_words

# The fewest sources that count a name, and the fewest people who bear it.
LEAST_SOURCES = 8
LEAST_PEOPLE = 40
# At least this share of them are of one gender.
LEAST_SHARE = 0.97
# Code points of a line.
WIDTH = 160
TABLE = Path(__file__).parents[1] / "transforms" / "data" / "names" / "counted_genders.csv"
HEADER = """\
# Forenames that nearly only men or nearly only women bear, plain small letters: whether "he" or "she" may stand for somebody. Read by
# names/lexicon.py, beside the given names of quotes/genders.csv, which go first.
# From nomquamgender 0.1.4 (Ian Van Buskirk, MIT): names that eight of its sources or more have, of 40 people or more, of whom 97 in 100
# or more are of one gender. Left out: words of titles, ranks and roles, and English words that no list of forenames has. Made by
# `tools/make_counted_genders.py`.
gender,words
"""


def main() -> None:
    """Writes the table anew."""
    counts = json.loads(files("nomquamgender").joinpath("name_data.json").read_text("utf-8"))
    chosen = {word for row in ("title", "role", "name") for word in gendered_words(row)} - counted()
    left_out = chosen | known_titles().keys() | read_words("mentions/roles.txt") | read_words("mentions/ranks.txt")
    left_out |= read_words("quotes/speaking_people.txt")
    left_out |= read_set("quotes/words.csv", "person nouns") | read_set("quotes/words.csv", "scene roles")
    women: list[str] = []
    men: list[str] = []
    for name, (sources, people, share_of_women, *_) in sorted(counts.items()):
        is_known = sources >= LEAST_SOURCES and people >= LEAST_PEOPLE and name.isascii() and name.isalpha() and len(name) > 1
        if not is_known or name in left_out or (is_common_word(name) and not is_forename(name)):
            continue
        if share_of_women >= LEAST_SHARE:
            women.append(name)
        elif share_of_women <= 1 - LEAST_SHARE:
            men.append(name)
    rows = [f"{gender},{line}" for gender, names in (("m", men), ("f", women)) for line in textwrap.wrap(" ".join(names), WIDTH)]
    TABLE.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


def counted() -> frozenset[str]:
    """The names of the table as it is, which `gendered_words` holds, too."""
    lines = TABLE.read_text("utf-8").splitlines() if TABLE.exists() else []
    return frozenset(word for line in lines if not line.startswith("#") for word in line.partition(",")[2].split())


if __name__ == "__main__":
    main()
