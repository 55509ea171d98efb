"""Documents from sources: files and folders of pages, JSON lines, web archives, and the web."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.files import Format, NotAFile, find_files, format_of, open_regular
from corpus.inflate import GZIP_MAGIC, BrokenGzip, TooLarge, read_bounded, read_pieces, spell_size
from corpus.json_lines import read_json_lines
from corpus.origins import Origin, is_web_address, printable
from corpus.signatures import SIGNATURE_BYTES
from corpus.sniff import UTF8_BOM, Unreadable, check_packing, check_promised_gzip, check_text, sniff
from corpus.warc import read_warc
from transforms.records import Document, MediaKind, Rejection

# What reads the web takes a second to import; who gives files need not wait for it.
if TYPE_CHECKING:
    from corpus.web.records import Account, Entry
    from corpus.web.sources import WebReading, WebSources


class SourceError(Exception):
    """A source that does not exist or cannot be read as one. The message is for people."""


@dataclass(frozen=True)
class ReadLimits:
    """`max_bytes`: the largest document, in bytes after decompression."""

    max_bytes: int = 20 * 2**20


class Sources:
    """The documents of files and folders, one after the other, always in the same order; then those of web addresses.

    A source is a file, a folder, or a web address: of a feed, a sitemap or a page. Files named `.urls` hold addresses, one a
    line, files named `.toml` outlets with their feeds (`read_outlets`), where a user names them; `web` says how they are read.

    With `only`, a set of locations as `list_files` tells them, the other files are passed over.

    Iterating reads; only one document is held at a time, of the web a few. What cannot be read comes as a rejection.
    `ignored` counts, by suffix, the files in folders that are no documents; it is complete when the iteration ends.

    Raises:
        SourceError: A source does not exist, is neither a file nor a folder, or lists what cannot be an address.
    """

    def __init__(
        self,
        sources: Sequence[str | Path],
        limits: ReadLimits | None = None,
        web: WebReading | None = None,
        only: Collection[str] | None = None,
    ) -> None:
        self._only = only
        self.limits = limits or ReadLimits()
        self.ignored: Counter[str] = Counter()
        # Bytes of the files behind us, and how far the present one has been read.
        self._finished = self._position = 0
        # A source given twice is one, also where one of the two is a link to the other.
        self._paths: dict[Path, Path] = {}
        entries: list[Entry] = []
        for source in sources:
            if (listed := _read_web_source(source)) is not None:
                entries += listed
                continue
            path = _check_source(source)
            self._paths.setdefault(path.resolve(), path)
        self._web = _open_web(entries, web, self.limits) if entries else None

    @cached_property
    def total_bytes(self) -> int:
        """Bytes on disk of all files that hold documents."""
        return sum(
            found[0].size for path in self._paths.values() for found in self._find(path, Counter()) if not isinstance(found, Rejection)
        )

    @property
    def bytes_read(self) -> int:
        """How many of `total_bytes` have been read."""
        return min(self._finished + self._position, self.total_bytes)

    @property
    def share_read(self) -> float:
        """How much of the sources has been read, from 0 to 1: of files by their bytes, of the web by its pages, which count half
        where there are both."""
        of_files = self.bytes_read / self.total_bytes if self.total_bytes else 1.0
        if self._web is None:
            return of_files
        return (of_files + self._web.share_read) / 2 if self.total_bytes else self._web.share_read

    @property
    def has_web(self) -> bool:
        """Whether anything is to be read from the web."""
        return self._web is not None

    @property
    def accounts(self) -> list[Account]:
        """What became of each web address, complete when the iteration ends."""
        return self._web.accounts if self._web else []

    def commit(self) -> None:
        """Remembers what was read from the web, so that it is not asked for again. Call it when all of it is stored."""
        if self._web:
            self._web.commit()

    def __iter__(self) -> Iterator[Document | Rejection]:
        yield from self.read_files()
        yield from self.read_web()

    def read_files(self) -> Iterator[Document | Rejection]:
        """The documents of files and folders."""
        self.ignored.clear()
        self._finished = self._position = 0
        for path in self._paths.values():
            for found in self._find(path, self.ignored):
                if isinstance(found, Rejection):
                    yield found
                    continue
                origin, form = found
                yield from self._read(origin, form)
                self._finished, self._position = self._finished + origin.size, 0
        # Files may have come or gone since the total was taken.
        self._finished, self._position = max(self._finished, self.__dict__.get("total_bytes", 0)), 0

    def read_web(self) -> Generator[Document | Rejection, None, None]:
        """The documents of web addresses."""
        if self._web:
            yield from self._web

    def list_files(self) -> Iterator[Origin]:
        """The files that hold documents, and those that will be rejected, without reading them."""
        for path in self._paths.values():
            for found in self._find(path, Counter()):
                yield Origin(Path(found.location), found.source_uri, found.location) if isinstance(found, Rejection) else found[0]

    def _find(self, path: Path, ignored: Counter[str]) -> Iterator[tuple[Origin, Format | None] | Rejection]:
        for found in self._look(path, ignored):
            location = found.location if isinstance(found, Rejection) else found[0].location
            if self._only is None or location in self._only:
                yield found

    def _look(self, path: Path, ignored: Counter[str]) -> Iterator[tuple[Origin, Format | None] | Rejection]:
        if path.is_dir():
            yield from find_files(path, ignored)
            return
        origin = Origin(path, printable(path.name), printable(str(path.resolve())))
        try:
            size = path.stat().st_size
        except OSError as error:
            yield origin.reject("unreadable", _spell_error(error))
            return
        yield Origin(path, origin.source_uri, origin.location, size), format_of(path.name, named=True)

    def _read(self, origin: Origin, form: Format | None) -> Iterator[Document | Rejection]:
        try:
            with open_regular(origin.path) as opened:
                file = _Watched(opened, self._watch(origin.size))
                check_packing(file.read(SIGNATURE_BYTES))
                file.seek(0)
                form = form or sniff(file, origin.path.name)
                if form == "warc":
                    yield from read_warc(origin, file, self.limits.max_bytes)
                elif form == "json_lines":
                    yield from read_json_lines(origin, read_pieces(file), self.limits.max_bytes)
                else:
                    yield self._read_page(origin, file, form)
        except NotAFile as error:
            yield origin.reject("not_a_file", str(error))
        except TooLarge as error:
            yield origin.reject("too_large", str(error))
        except BrokenGzip as error:
            yield origin.reject("broken_gzip", str(error))
        except Unreadable as error:
            yield origin.reject("unreadable", str(error))
        except OSError as error:
            yield origin.reject("unreadable", _spell_error(error))

    def _read_page(self, origin: Origin, file: _Watched, kind: MediaKind) -> Document | Rejection:
        limit = self.limits.max_bytes
        head = file.read(len(GZIP_MAGIC))
        if not head.startswith(GZIP_MAGIC):
            if origin.size > limit:
                raise TooLarge(f"{spell_size(origin.size)}, the limit is {spell_size(limit)}")
            check_promised_gzip(origin, file)
        file.seek(0)
        content = read_bounded(file, limit)
        check_packing(content[:SIGNATURE_BYTES])
        if kind == "text":
            check_text(content)
        if not content.removeprefix(UTF8_BOM).strip():
            return origin.reject("empty", "the file is empty" if not content else "the file has nothing but white space", content)
        return Document(origin.source_uri, origin.location, content, kind)

    def _watch(self, size: int) -> Callable[[int], None]:
        def report(position: int) -> None:
            self._position = min(max(self._position, position), size)

        return report


class _Watched:
    """An open file that tells how far it has been read."""

    def __init__(self, file: FileIO, report: Callable[[int], None]) -> None:
        self._file = file
        self._report = report

    def read(self, size: int, /) -> bytes:
        data = self._file.read(size)
        self._report(self._file.tell())
        return data or b""

    def seek(self, offset: int, /) -> int:
        return self._file.seek(offset)


def is_web_source(source: str | Path) -> bool:
    """Whether a source is a web address or a file that lists some, so that reading it needs the network."""
    text = str(source)
    try:
        return is_web_address(text) or (Path(text).suffix.lower() in (".toml", ".urls") and Path(text).is_file())
    except (OSError, ValueError):
        return False  # a name that no file can have: the check of files says so


def _read_web_source(source: str | Path) -> list[Entry] | None:
    """The web addresses that a source is or lists; None for another kind of source."""
    if not is_web_source(source):
        return None
    from corpus.web import outlets

    text = str(source)
    try:
        if is_web_address(text):
            return [outlets.read_address(text)]
        is_toml = Path(text).suffix.lower() == ".toml"
        return outlets.read_outlets(Path(text)) if is_toml else outlets.read_addresses(Path(text))
    except outlets.BadSources as error:
        raise SourceError(str(error)) from None


def _open_web(entries: list[Entry], web: WebReading | None, limits: ReadLimits) -> WebSources:
    from corpus.fetch.limits import FetchLimits
    from corpus.web.sources import WebReading, WebSources

    return WebSources(entries, web or WebReading(FetchLimits(document_bytes=limits.max_bytes)))


def _check_source(source: str | Path) -> Path:
    text = str(source)
    if not text:
        raise SourceError("an empty source: give a file or a folder")
    path = Path(source)
    try:
        path.stat()
    except FileNotFoundError:
        hint = " (of addresses, those with http:// and https:// are read)" if "://" in text else ""
        raise SourceError(f"{printable(text)} does not exist{hint}") from None
    except (OSError, ValueError, RuntimeError) as error:
        raise SourceError(f"{printable(text)} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if not path.is_dir() and not path.is_file():
        raise SourceError(f"{printable(text)} is neither a file nor a folder")
    # Not resolved where it is a link: people know the file by the name they gave.
    return path.absolute()


def _spell_error(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the file is gone since it was listed"
    return f"the file cannot be read: {error.strerror or type(error).__name__}"
