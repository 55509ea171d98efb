"""Text of pages within Markdown: shown as it is, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

# What means something within a line, and no more: the newer of Prefect's two pages shows the cells of tables as they stand.
_MARKS = re.compile(r"([\\`*\[\]<~|]|(?<!\w)_|_(?!\w))")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
# What an address may hold besides letters and digits; parentheses would end a link.
_SAFE = "%/?:@!$&'+,;=-._~#"


def escape(text: str) -> str:
    r"""The text on one line, with nothing in it that Markdown would take for a mark: no emphasis, link, picture, HTML.

    >>> print(escape("*Storm* [here](x_1.html)"))
    \*Storm\* \[here\](x_1.html)
    """
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def show_address(address: str) -> str:
    """An address of the web as a link to it; a path as text."""
    # The UI shows the words of a link raw: escaped ones would keep their backslashes.
    return quote(address, safe=_SAFE) if _ADDRESS.match(address) else escape(address)


def link(words: str, address: str) -> str:
    """Words of our own, leading to an address of the web; nothing where it is none."""
    return f"[{words}]({quote(address, safe=_SAFE)})" if _ADDRESS.match(address) else ""


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[str] = ()) -> str:
    """A table; the columns named in `numbers` are set to the right. Cells are Markdown."""
    lines = [columns, ["---:" if c in numbers else "---" for c in columns], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
