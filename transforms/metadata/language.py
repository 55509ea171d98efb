"""The language of a text, by py3langid's model (https://github.com/adbar/py3langid), loaded once a process."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_LEAST_CHARS = 60  # of a text whose language can be told
_SURE = 0.98  # probability from which the model goes before what a page declares: pages declare wrongly, but seldom
_LIKELY = 0.5  # probability below which the model knows of no language
_CODE_LETTERS = 2  # of ISO 639-1

# Enough text to tell languages apart; more only costs time.
_SAMPLE_CHARS = 1_500
# A beginning that leaves no doubt is enough.
_BEGINNING_CHARS = 500
_NO_DOUBT = 0.9999


PARTS = 6  # arrays that the model is made of, in the order of py3langid's `load_model`
_made: list[Any] = []  # the one identifier of this process, once it is made


def packed_identifier() -> Path:
    """The file that holds the model, packed."""
    from py3langid.langid import MODEL_DIR, MODEL_FILE

    return Path(MODEL_DIR, MODEL_FILE)


def unpack_identifier() -> list[NDArray[Any]]:
    """The model's arrays. Half a second, which whoever keeps them can spare the next process (`use_identifier`)."""
    from py3langid.modelio import load_model

    return [np.asarray(part) for part in load_model(packed_identifier())]


def use_identifier(parts: Sequence[NDArray[Any]]) -> None:
    """Has this process tell languages apart by these arrays, as `unpack_identifier` gave them."""
    from py3langid.langid import LanguageIdentifier

    features, priors, classes, moves, rows, output = parts
    quick, placed = (array(part.dtype.char, part.tobytes()) for part in (moves, rows))
    _made[:] = [LanguageIdentifier(features, priors, classes.tolist(), quick, output.tolist(), norm_probs=True, tk_row=placed)]


def _identifier() -> Any:
    if not _made:
        use_identifier(unpack_identifier())
    return _made[0]


def find_language(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code of the text's language; `declared` (as in `<html lang>`) decides where the text is too short or unclear."""
    said = clean_code(declared)
    if len(text) < _LEAST_CHARS:
        return said
    code, probability = _identifier().classify(text[:_BEGINNING_CHARS])
    if probability < _NO_DOUBT and len(text) > _BEGINNING_CHARS:
        code, probability = _identifier().classify(text[:_SAMPLE_CHARS])
    if said and said != code and probability < _SURE:
        return said
    return str(code) if probability >= _LIKELY and len(code) == _CODE_LETTERS else said


def clean_code(declared: str | None) -> str | None:
    """`de` of "de-AT" or "de_AT", None where it is no two-letter code.

    >>> clean_code("de-AT"), clean_code("english")
    ('de', None)
    """
    m = re.match(r"([a-zA-Z]{2})(?:[-_]|$)", declared.strip()) if declared else None
    return m.group(1).lower() if m else None
