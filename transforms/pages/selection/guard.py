"""No rule that takes paragraphs away, and no two together, may leave a page nearly empty."""

from __future__ import annotations

from transforms.pages.selection.choice import Choice, running_text
from transforms.pages.selection.region import find_container
from transforms.text import bare_key

# Share of the running text's characters that must be left by all rules together. Second copies are no loss: their text is still there.
LEAST_LEFT = 0.5
# A page of less text than this many characters is not watched: a notice may stand beside a teaser of two lines.
_WATCHED_CHARS = 400


class Guard:
    """Watches the paragraphs of one page while rule after rule takes some away."""

    def __init__(self, choices: list[Choice]) -> None:
        self.choices = choices
        self.total = _count_letters(choices)
        self.container = find_container(choices)
        self.titled = next((c.block.articles[0] for c in choices if c.role == "title" and c.block.articles), None)
        self.remember()

    def remember(self) -> None:
        """Keep the state that the next rule may be taken back to."""
        self.before = [c.role for c in self.choices]

    def check(self) -> None:
        """Undo what the last rule took, where less than the least share is left: those paragraphs stay, as `kept_by_guard`.

        A second witness can agree with the rule: what it took stands outside the element that holds most of the text, or in another
        article than the one that holds the title; those are no part of the text that is watched from then on.
        """
        changed = [(c, role) for c, role in zip(self.choices, self.before, strict=True) if c.role != role]
        if not changed:
            return
        taken = [(c, role) for c, role in changed if role in ("body", "heading") and not c.is_text]
        if taken and all(c.reason == "other_article" for c, _ in taken) and self._holds_titled():
            self.total = _count_letters(self.choices)
        elif taken and self.total >= _WATCHED_CHARS and _count_letters(self.choices) < LEAST_LEFT * self.total:
            for c, role in taken:
                if self.container in c.block.path and c.reason != "second_copy":
                    c.role, c.reason = role, "kept_by_guard"
        self.remember()

    def _holds_titled(self) -> bool:
        """Whether there is text in the article that holds the title."""
        return any(c.is_text and c.block.articles[:1] == (self.titled,) for c in self.choices)


def _count_letters(choices: list[Choice]) -> int:
    """Characters of the running text, second copies left out."""
    return sum({bare_key(c.block.text): len(c.block.text) for c in running_text(choices)}.values())
