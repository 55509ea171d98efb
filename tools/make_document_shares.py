"""Makes `transforms/data/groups/document_shares.csv`: `pip install wordfreq`, then `python tools/make_document_shares.py`.

Word frequencies of wordfreq's lists become shares of documents: a word of frequency f stands in 1 − (1 − f)^n of all texts
of n words. Forms of a word count together, as `stem` cuts them; stop words and negations do not count. Of other languages
the words that English has not are added: without them "der" and "para" would weigh as much as a name, and any two German
texts were one story. Run it again whenever `stem` changes.
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
# The other languages, by their codes (ISO 639-1): those in letters that have words between spaces, and of which wordfreq knows much.
OTHERS = ("cs", "da", "de", "el", "es", "fi", "fr", "hu", "it", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk")
# Share of the documents of its language from which on a word of another language is taken: rarer ones are as often names.
LEAST_OF_OTHERS = 0.2
# A word that stands in nearly all documents of another language and in few English ones ("und", "de") is that language's small word, not a
# rare one: the share of the other language from which on, and of English up to which, that is so.
LEAST_OF_SMALL_WORDS = 0.8
MOST_IN_ENGLISH = 0.07
# Digits of a share.
DIGITS = 4
TABLE = Path(__file__).parents[1] / "transforms" / "data" / "groups" / "document_shares.csv"
HEADER = """\
# How many of all texts have a word: the stems of the commonest English words with the share of documents, 0 to 1, that have any form of it,
# and those of common words of other languages that English has not, with the share of documents of the language that has them most. Read
# by `transforms/groups/words/shares.py`, for the weights of words that articles and quotes share; a stem that is not here has a share of
# its own there. Made by `tools/make_document_shares.py` from the word frequencies of wordfreq 3.1 (https://github.com/rspeer/wordfreq,
# data under CC BY-SA 4.0, and so is this file); stop words and negations are left out, and so are figures, whose frequencies there are
# rounded by the year.
stem,share
"""


def main() -> None:
    """Writes the table anew."""
    shares = dict(find_shares("en", "large").most_common(TABLE_SIZE))
    others: Counter[str] = Counter()
    for language in OTHERS:
        others |= find_shares(language, "best")
    for word, share in others.items():
        known = shares.get(word)
        if share >= LEAST_OF_OTHERS if known is None else share >= LEAST_OF_SMALL_WORDS and known <= MOST_IN_ENGLISH:
            shares[word] = share
    rounded = {s: min(round(share, DIGITS), 1 - 10**-DIGITS) for s, share in shares.items()}
    rows = [f"{s},{share}" for s, share in sorted(rounded.items(), key=lambda row: (-row[1], row[0]))]
    TABLE.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


def find_shares(language: str, size: str) -> Counter[str]:
    """The share of a language's documents that have each stem."""
    frequencies: Counter[str] = Counter()
    for word, frequency in get_frequency_dict(language, wordlist=size).items():
        whole = {word} if language != "en" and word.isalpha() else set()  # with its accents, which articles keep and quotes do not
        for part in whole.union(split_words(word)):
            if part.isdecimal() or len(part) < 2 or part in stopwords() or is_negation(part):
                continue
            frequencies[stem(part)] += frequency
    return Counter({s: 1 - (1 - f) ** DOCUMENT_WORDS for s, f in frequencies.items()})


if __name__ == "__main__":
    main()
