"""Whether a language model has the shape that `names` and `parses` compute, told by its configuration alone."""

from __future__ import annotations

import configparser
import json
from pathlib import Path

# What must stand in the model's config.cfg, by section: the greedy transition parser on a convolution over hashed lexemes and vectors.
_NEEDED: dict[str, dict[str, object]] = {
    "components.ner": {"factory": "ner"},
    "components.ner.model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "extra_state_tokens": False,
        "maxout_pieces": 2,
        "use_upper": True,
    },
    "components.ner.model.tok2vec": {"@architectures": "spacy.Tok2Vec.v2"},
    "components.ner.model.tok2vec.embed": {"@architectures": "spacy.MultiHashEmbed.v2", "include_static_vectors": True},
    "components.ner.model.tok2vec.encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "window_size": 1},
    "components.tagger": {"factory": "tagger"},
    "components.tagger.model": {"@architectures": "spacy.Tagger.v2"},
    "components.tagger.model.tok2vec": {"@architectures": "spacy.Tok2VecListener.v1"},
    "components.parser": {"factory": "parser"},
    "components.parser.model": {"@architectures": "spacy.TransitionBasedParser.v2", "maxout_pieces": 2, "use_upper": True},
    "components.parser.model.tok2vec": {"@architectures": "spacy.Tok2VecListener.v1"},
    "components.tok2vec": {"factory": "tok2vec"},
    "components.tok2vec.model": {"@architectures": "spacy.Tok2Vec.v2"},
    "components.tok2vec.model.embed": {"@architectures": "spacy.MultiHashEmbed.v2", "include_static_vectors": True},
    "components.tok2vec.model.encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "window_size": 1},
    "nlp.vectors": {"@vectors": "spacy.Vectors.v1"},
}
# What an embedding may ask of a token: all but SPACY and NORM follow from its spelling.
EMBEDDED = frozenset({"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
_EMBEDDINGS = ("components.ner.model.tok2vec.embed", "components.tok2vec.model.embed")


def find_misfit(model: str) -> str | None:
    """What in a model's configuration is another shape, like `components.ner.model: use_upper`; None where all fits.

    A model that is given by package name alone, or whose configuration cannot be read, does not fit.
    """
    config = configparser.ConfigParser(interpolation=None)
    try:
        config.read_string(Path(model, "config.cfg").read_text(encoding="utf-8"))
    except (OSError, ValueError, configparser.Error):
        return "no config.cfg"
    for section, needed in _NEEDED.items():
        given = _read_section(config, section)
        for name, value in needed.items():
            if given.get(name) != value:
                return f"{section}: {name}"
    for section in _EMBEDDINGS:
        if not EMBEDDED.issuperset(_read_section(config, section).get("attrs") or ["none"]):  # type: ignore[arg-type]
            return f"{section}: attrs"
    return None


def _read_section(config: configparser.ConfigParser, section: str) -> dict[str, object]:
    """The values of a section. A value that is an object of its own (`vectors = {"@vectors": …}`) stands for a section below."""
    if section in config:
        return {name: _read_value(text) for name, text in config[section].items()}
    above, _, name = section.rpartition(".")
    value = _read_value(config.get(above, name, fallback="null")) if above in config else None
    return value if isinstance(value, dict) else {}


def _read_value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text
