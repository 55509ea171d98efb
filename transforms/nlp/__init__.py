"""The language model: names in every paragraph, a parse where a sentence can hold a quote.

`read.read_passages` asks it; `pipeline` loads it; `names` and `parses` compute what spaCy's own pipeline would, several times as
fast, by way of `encoder`, `lexemes` and `graph`.
"""

from transforms.nlp.readings import ModelName, Passage, Reading, Sentence

__all__ = ["ModelName", "Passage", "Reading", "Sentence"]
