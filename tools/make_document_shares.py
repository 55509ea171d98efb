"""Makes `transforms/data/groups/document_shares.csv`: `pip install wordfreq`, then `python tools/make_document_shares.py`.

Word frequencies of wordfreq's English list become shares of documents: a word of frequency f stands in 1 − (1 − f)^n of
all texts of n words. Forms of a word count together, as `stem` cuts them; stop words, negations and names in the list
that is kept out by hand do not count. Run it again whenever `stem` changes.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from wordfreq import get_frequency_dict

from transforms.groups.words.stems import is_negation, split_words, stem, stopwords

# Words of a usual news article.
DOCUMENT_WORDS = 400
# Stems in the table: those below stand in a share of documents near that of any unknown word.
TABLE_SIZE = 7_500
# Digits of a share.
DIGITS = 4
TABLE = Path(__file__).parents[1] / "transforms" / "data" / "groups" / "document_shares.csv"
HEADER = """\
# How many of all texts have a word: the stems of the commonest English words with the share of documents, 0 to 1, that
# have any form of it. Read by `transforms/groups/words/shares.py`, for the weights of words that articles and quotes
# share; a stem that is not here has a share of its own there. Made by `tools/make_document_shares.py` from the word frequencies
# of wordfreq 3.1 (https://github.com/rspeer/wordfreq, data under CC BY-SA 4.0, and so is this file); stop words and
# negations are left out, and so are figures, whose frequencies there are rounded by the year.
stem,share
"""


def main() -> None:
    """Writes the table anew."""
    frequencies: Counter[str] = Counter()
    for word, frequency in get_frequency_dict("en", wordlist="large").items():
        for part in split_words(word):
            if part.isdecimal() or len(part) < 2 or part in stopwords() or is_negation(part):
                continue
            frequencies[stem(part)] += frequency
    shares = {s: round(1 - (1 - f) ** DOCUMENT_WORDS, DIGITS) for s, f in frequencies.most_common(TABLE_SIZE)}
    rows = [f"{s},{share}" for s, share in sorted(shares.items(), key=lambda row: (-row[1], row[0]))]
    TABLE.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
