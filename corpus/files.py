"""The files of a folder: which are documents, in which order, and what is odd about the others."""

from __future__ import annotations

import io
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Literal

from corpus.origins import Origin, printable
from transforms.records import Rejection

Format = Literal["html", "text", "json_lines", "warc"]

_FORMATS: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".md": "text",
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".warc": "warc",
}
# Pages too, but only where somebody names the file: in a folder they are as often parts of a site's machinery.
_NAMED_FORMATS: dict[str, Format] = {".xhtml": "html", ".xht": "html", ".shtml": "html"}

_SHORT_SUFFIX = re.compile(r"\.[a-z0-9_~-]{1,10}")


class NotAFile(Exception):
    """A pipe, socket, device or folder stands where a file should. The message is for people."""


def format_of(name: str, *, named: bool = False) -> Format | None:
    """The format that a file's name promises, None for no document. `named`: a user gave this very file.

    >>> format_of("Page.HTM"), format_of("news.warc.gz"), format_of("photo.jpg")
    ('html', 'warc', None)
    """
    plain = name.lower().removesuffix(".gz")
    # A Mac writes "._page.html" beside "page.html": its icon and such, no page.
    if name.startswith("._") and not named:
        return None
    formats = _FORMATS | _NAMED_FORMATS if named else _FORMATS
    return next((found for suffix, found in formats.items() if plain.endswith(suffix)), None)


def open_regular(path: Path) -> io.FileIO:
    """The file, opened for reading.

    Raises:
        NotAFile: It is a pipe, socket, device or folder; a pipe is not waited for.
        OSError: It cannot be opened.
    """
    _check_regular(path.stat().st_mode)
    # O_NONBLOCK: should a pipe have taken the file's place since, opening it does not wait for a writer.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    file = io.FileIO(os.open(path, flags), "rb")
    try:
        _check_regular(os.fstat(file.fileno()).st_mode)
    except NotAFile:
        file.close()
        raise
    return file


def _check_regular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotAFile(f"it is {_spell_mode(mode)}, not a file")


def _spell_mode(mode: int) -> str:
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    return kinds.get(stat.S_IFMT(mode), "something special")


def find_files(folder: Path, ignored: Counter[str]) -> Iterator[tuple[Origin, Format] | Rejection]:
    """The documents' files below a folder, sorted by path, and a rejection for each that cannot or must not be read.

    Links to files inside the folder are read once, links that leave it never, links to folders never (what is inside
    is read under its own name, and a link to a parent would never end). Other files are counted in `ignored` by
    suffix, as are folders left out as wholes: hidden ones (`.git/`), `__MACOSX/`, and the `_files/` that browsers
    store beside a saved page.
    """
    walk = _Walk(folder.resolve(), ignored)
    # A stack, not recursion: folders can be nested deeper than Python's calls.
    pending: list[Iterator[str]] = [iter(("",))]
    while pending:
        below = next(pending[-1], None)
        if below is None:
            pending.pop()
        elif below and not below.endswith("/"):
            yield from walk.look_at(below)
        elif not below or not walk.leaves_out(below):
            try:
                pending.append(iter(walk.names_in(below)))
            except OSError as error:
                yield walk.origin(below).reject("unreadable", f"the folder cannot be listed: {error.strerror}")


class _Walk:
    """What walking one folder needs to know. Paths are strings below the folder; those of folders end in a slash."""

    def __init__(self, root: Path, ignored: Counter[str]) -> None:
        self.root = root
        self.ignored = ignored
        self.linked: set[Path] = set()

    def names_in(self, below: str) -> list[str]:
        """Paths of a folder's entries, sorted as whole paths are. Only names are held, a folder may have millions."""
        with os.scandir(self.root / below) as entries:
            return sorted(below + (f"{e.name}/" if e.is_dir(follow_symlinks=False) else e.name) for e in entries)

    def origin(self, below: str, target: Path | None = None, size: int = 0) -> Origin:
        path = self.root / below
        return Origin(target or path, printable(below.rstrip("/") or path.name), printable(str(target or path)), size)

    def leaves_out(self, below: str) -> bool:
        """Whether a folder is left out as a whole; counts it."""
        label = self._label_left_out(PurePosixPath(below))
        if label:
            self.ignored[label] += 1
        return label is not None

    def _label_left_out(self, below: PurePosixPath) -> str | None:
        name = below.name
        if name.startswith(".") or name == "__MACOSX":
            return printable(name) + "/"
        if name.endswith("_files"):
            page = self.root / below.parent / name.removesuffix("_files")
            if any(page.with_name(page.name + suffix).is_file() for suffix in (".html", ".htm")):
                return "_files/"
        return None

    def look_at(self, below: str) -> Iterator[tuple[Origin, Format] | Rejection]:
        name = below.rpartition("/")[2]
        found = format_of(name)
        origin = self.origin(below)
        try:
            status = origin.path.lstat()
        except OSError as error:
            if found:
                yield origin.reject("unreadable", _spell_error(error))
            else:
                self.ignored[_suffix_of(name)] += 1
            return
        if stat.S_ISLNK(status.st_mode):
            yield from self._look_at_link(below, found)
        elif found is None:
            self.ignored[_suffix_of(name)] += 1
        elif stat.S_ISREG(status.st_mode):
            yield self.origin(below, size=status.st_size), found
        else:
            yield origin.reject("not_a_file", f"it is {_spell_mode(status.st_mode)}, not a file")

    def _look_at_link(self, below: str, found: Format | None) -> Iterator[tuple[Origin, Format] | Rejection]:
        origin = self.origin(below)
        name = origin.path.name
        try:
            target = origin.path.resolve(strict=True)
            status = target.stat()
        except (OSError, RuntimeError) as error:  # RuntimeError: Python 3.11 and 3.12 for a link that leads to itself
            # A link without suffix may have stood for a whole folder of pages.
            if found or not _SHORT_SUFFIX.search(name.lower()):
                missing = isinstance(error, FileNotFoundError)
                yield origin.reject("unreadable", "the link leads nowhere" if missing else "the link leads in a circle")
            else:
                self.ignored[_suffix_of(name)] += 1
            return
        is_folder = stat.S_ISDIR(status.st_mode)
        if found is None and not is_folder:
            self.ignored[_suffix_of(name)] += 1
        elif not target.is_relative_to(self.root):
            yield origin.reject("outside", "the link leaves the source's folder")
        elif is_folder:
            yield origin.reject("duplicate", "the link leads to a folder that is read under its own name")
        elif found is None or not stat.S_ISREG(status.st_mode):
            yield origin.reject("not_a_file", f"the link leads to {_spell_mode(status.st_mode)}")
        elif self._is_read_itself(target) or target in self.linked:
            yield origin.reject("duplicate", f"the link leads to {target.relative_to(self.root)}, which is read once")
        else:
            self.linked.add(target)
            yield self.origin(below, target, status.st_size), found

    def _is_read_itself(self, target: Path) -> bool:
        below = PurePosixPath(target.relative_to(self.root).as_posix())
        folders = [folder for folder in below.parents if folder.name]
        return format_of(below.name) is not None and not any(self._label_left_out(folder) for folder in folders)


def _suffix_of(name: str) -> str:
    lowered = name.lower()
    if lowered.startswith("._"):
        return "._*"
    suffixes = PurePosixPath(lowered).suffixes
    suffix = "".join(suffixes[-2:] if suffixes[-1:] == [".gz"] else suffixes[-1:])
    if not suffix:
        return "(no suffix)"
    # A dot within a title or an address is no suffix; one label keeps the summary short.
    return suffix if all(_SHORT_SUFFIX.fullmatch(f".{part}") for part in suffix[1:].split(".")) else "(other)"


def _spell_error(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the file is gone since the folder was listed"
    return error.strerror or type(error).__name__
