"""The terms of an article: stems, counted in the whole and in title and lead."""

from __future__ import annotations

import numpy as np

from transforms.groups.features.terms import count_terms, cut_lead, pack_terms
from transforms.groups.words.shares import hash_stem


def test_forms_count_together_and_function_words_not_at_all() -> None:
    whole, _ = count_terms("Ferries aground", "The ferry’s captain did not leave. A ferry!")
    assert (whole["ferri"], whole["aground"], "the" in whole, "not" in whole, "a" in whole) == (3, 1, False, False, False)


def test_title_and_first_words_are_the_lead() -> None:
    _, lead = count_terms("Aground", "reef " * 60 + "harbour")
    assert (lead["aground"], lead["reef"], lead["harbour"]) == (1, 60, 0)
    assert cut_lead("one two\nthree " + "x " * 99).startswith("one two three x")


def test_packed_terms_are_ascending_hashes_with_their_counts() -> None:
    terms, counts, lead_counts = pack_terms(*count_terms("Aground", "harbour " * 300))
    hashes = np.frombuffer(terms, dtype="<u4").tolist()
    assert hashes == sorted({hash_stem("aground"), hash_stem("harbour")})
    place = hashes.index(hash_stem("harbour"))
    assert (counts[place], lead_counts[place], counts[1 - place]) == (255, 60, 1)
