"""Text of pages within Markdown: shown as it is, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~$])")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
# What an address may hold besides letters and digits; parentheses would end a link.
_SAFE = "%/?:@!$&'*+,;=-._~#"


def escape(text: str) -> str:
    """The text with every mark of Markdown and HTML made harmless, on one line.

    >>> escape("*Storm* [here](http://x.example)")
    '\\\\*Storm\\\\* \\\\[here\\\\]\\\\(http://x\\\\.example\\\\)'
    """
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def link(text: str, address: str | None) -> str:
    """The text, leading to the address if that is one of the web."""
    return f"[{escape(text)}]({quote(address, safe=_SAFE)})" if address and _ADDRESS.match(address) else escape(text)


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[str] = ()) -> str:
    """A table; the columns named in `numbers` are set to the right. Cells are Markdown."""
    lines = [columns, ["---:" if c in numbers else "---" for c in columns], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
