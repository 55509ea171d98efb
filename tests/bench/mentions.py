"""What finding names costs beside the model alone: `python -m tests.bench.mentions [FOLDER OR JSONL ...]`.

Texts are the files of a folder (`*.txt`) or the `text` of JSON lines; without any, the pages of the sample outlets.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from transforms.mentions.find import find_mentions
from transforms.nlp import Passage, Reading
from transforms.nlp.pipeline import load_spacy
from transforms.nlp.read import forget_readings, read_passages
from transforms.quotes.cues import wants_parse

_ROUNDS = 3


def read_texts(sources: Sequence[str]) -> Iterator[str]:
    """The texts of folders and JSON lines."""
    for source in map(Path, sources):
        if source.is_dir():
            yield from (f.read_text(encoding="utf-8", errors="replace") for f in sorted(source.rglob("*.txt")))
        else:
            yield from (json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines() if line.strip())


def passages_of(text: str) -> list[Passage]:
    """The paragraphs of a text, a line each."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Passage("body", line, start))
        start += len(line) + 1
    return found


def main() -> None:
    """Prints CPU seconds of the model and of the rules behind it, and their ratio; the best of three rounds.

    The model is spaCy's recogniser alone, and all that a document costs of the model as we compute it: names, and parses of the sentences
    that can hold a quote.
    """
    samples = str(Path(__file__).parents[2] / "corpus" / "samples")
    documents = [p for t in read_texts(sys.argv[1:] or [samples]) if (p := passages_of(t))]
    nlp = load_spacy()
    recogniser: Any = nlp.get_pipe("ner")
    readings: list[list[Reading]] = [read_passages(passages, lambda _: False) for passages in documents]
    for document in readings:
        find_mentions(document)  # the word lists are read once
    names = model = rules = float("inf")
    for _ in range(_ROUNDS):
        docs = [[nlp.make_doc(p.text) for p in passages] for passages in documents]
        started = time.process_time()
        for batch in docs:
            for doc in recogniser.pipe(batch, batch_size=256):
                del doc  # annotated in place
        names = min(names, time.process_time() - started)
        forget_readings()
        started = time.process_time()
        for passages in documents:
            read_passages(passages, wants_parse)
        model = min(model, time.process_time() - started)
        started = time.process_time()
        for document in readings:
            find_mentions(document)
        rules = min(rules, time.process_time() - started)
    print(f"{len(documents)} texts: recogniser {names:.2f} s, whole model {model:.2f} s, rules {rules:.2f} s")
    print(f"rules to recogniser {rules / names:.3f}, rules to whole model {rules / model:.3f}")


if __name__ == "__main__":
    main()
