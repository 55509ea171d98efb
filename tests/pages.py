"""Pages written by hand, for rules that read one: a tree, paragraphs, and paragraphs with a role. No trafilatura."""

from __future__ import annotations

from typing import Any

from lxml import html

from transforms.pages.paragraphs import PageBlock, read_blocks
from transforms.pages.selection.choice import Choice
from transforms.records import Role

# Sentences of one text, each different: a page that repeats itself is read as furniture.
SENTENCES = [
    f"The council of Port Orlo {verb} on {day} that the old harbour wall would be {done} before the winter storms came in from the sea."
    for verb, day, done in (
        ("said", "Monday", "rebuilt"),
        ("heard", "Tuesday", "measured"),
        ("agreed", "Wednesday", "paid for"),
        ("learned", "Thursday", "inspected"),
        ("announced", "Friday", "closed to carts"),
        ("was told", "Saturday", "photographed"),
    )
]


def make_tree(head: str = "", body: str = "") -> Any:
    """The tree of a page with that head and body."""
    return html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>Text.</p></body></html>")


def read_page(body: str) -> list[PageBlock]:
    """The paragraphs of a page with that body and nothing else."""
    return read_blocks(html.document_fromstring(f"<html><body>{body}</body></html>"))


def make_choice(text: str, role: Role, reason: str = "main_text", **of_block: Any) -> Choice:
    """A paragraph with a role: a `<p>` in an element of number 1, but for what `of_block` says of it."""
    given: dict[str, Any] = {
        "text": text, "tag": "p", "own": "", "zones": ("p",), "hints": "", "path": (1, 2), "articles": (), "link_share": 0.0,
        "is_hidden": False, "is_strong": False, "heading_level": 0,
    }  # fmt: skip
    return Choice(PageBlock(**{**given, **of_block}), role, reason)


def choose_all(body: str, role: Role = "body", reason: str = "main_text") -> list[Choice]:
    """The paragraphs of a page, as if trafilatura had taken every one; headings are headings."""
    return [Choice(b, "heading" if b.heading_level and role == "body" else role, reason) for b in read_page(body)]


def paragraphs(texts: list[str] = SENTENCES, own: str = "") -> str:
    """The markup of a paragraph each."""
    return "".join(f"<p{own}>{t}</p>" for t in texts)


def roles_of(choices: list[Choice]) -> list[tuple[str, str]]:
    """Role and rule of each paragraph."""
    return [(c.role, c.reason) for c in choices]
