"""Whether the model's numbers for a paragraph have the same bits in every batch: `python -m tests.bench.steadiness FOLDER`.

Takes paragraphs of the articles in FOLDER, puts them into batches at random, again and again, and compares bits. Words are forgotten
between some of the batches, for their rows, too, are computed in batches.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

from tests.bench.throughput import read_english
from transforms.nlp.names import NameRecogniser
from transforms.nlp.parses import SentenceParser
from transforms.nlp.pipeline import load_spacy
from transforms.pages.extract import extract_article
from transforms.records import Extraction

_SIZES = (1, 2, 3, 5, 8, 20, 60)  # paragraphs in a batch
_FORGETS = 0.05  # share of the batches before which all words are forgotten


def find_unsteady(docs: Sequence[Doc], rounds: int, seed: int = 7) -> set[int]:
    """The places of paragraphs whose bits were not the same in all of the rounds."""
    nlp = load_spacy()
    chance = random.Random(seed)
    recogniser, parser = NameRecogniser(nlp), SentenceParser(nlp)
    known: dict[int, bytes] = {}
    unsteady = set()
    for _ in range(rounds):
        order = list(range(len(docs)))
        chance.shuffle(order)
        while order:
            if chance.random() < _FORGETS:
                recogniser, parser = NameRecogniser(nlp), SentenceParser(nlp)
            size = chance.choice(_SIZES)
            batch, order = order[:size], order[size:]
            for place, bits in zip(batch, _compute_bits(recogniser, parser, [docs[i] for i in batch]), strict=True):
                if known.setdefault(place, bits) != bits:
                    unsteady.add(place)
    return unsteady


def _compute_bits(recogniser: NameRecogniser, parser: SentenceParser, docs: Sequence[Doc]) -> Iterator[bytes]:
    vectors, scores = recogniser.score(docs)
    tags, features = parser.compute(docs)
    end = 0
    for doc in docs:
        start, end = end, end + len(doc)
        yield b"".join(a[start:end].tobytes() for a in (vectors, scores, tags, features[1:]))


def main() -> None:
    """Prints how many paragraphs are unsteady."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--paragraphs", type=int, default=700)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    found = [e for page in read_english(given.folder) if isinstance(e := extract_article(page), Extraction)]
    texts = [line for e in found for line in e.article.body.split("\n") if line.strip()]
    docs = [load_spacy().make_doc(text) for text in random.Random(1).sample(texts, min(given.paragraphs, len(texts)))]
    print(f"{len(find_unsteady(docs, given.rounds))} of {len(docs)} paragraphs unsteady over {given.rounds} make-ups of batches")


if __name__ == "__main__":
    main()
