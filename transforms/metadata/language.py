"""The language of a text, by py3langid's model (https://github.com/adbar/py3langid), loaded once a process."""

from __future__ import annotations

import functools
import re
from typing import Any

_LEAST_CHARS = 60  # of a text whose language can be told
_SURE = 0.98  # probability from which the model goes before what a page declares: pages declare wrongly, but seldom
_LIKELY = 0.5  # probability below which the model knows of no language
_CODE_LETTERS = 2  # of ISO 639-1

# Enough text to tell languages apart; more only costs time.
_SAMPLE_CHARS = 1_500
# A beginning that leaves no doubt is enough.
_BEGINNING_CHARS = 500
_NO_DOUBT = 0.9999


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second, so only where a text is read

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


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
