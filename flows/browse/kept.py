"""Answers that are kept: a snapshot never changes, so what was asked once need not be worked out again while it is in service."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

ANSWERS = 1_000  # kept at a time: those asked for last
LETTERS = 50_000  # code points of an answer that is kept, so that all of them take tens of megabytes at most; a file of a list takes more


@dataclass(slots=True)
class Answer:
    """Rows of a query by column, and the columns' types as DuckDB calls them; `more` where rows were left out."""

    columns: list[str]
    types: list[str]
    rows: list[tuple[Any, ...]]
    more: bool = False


class Kept:
    """The answers of one snapshot that were asked for last, `answers` of them, for all requests."""

    def __init__(self, answers: int = ANSWERS) -> None:
        self._most = answers
        self._guard = threading.Lock()
        self._answers: OrderedDict[str, Answer] = OrderedDict()

    def get(self, asked: str) -> Answer | None:
        """The answer to what was asked before, or None."""
        with self._guard:
            if asked in self._answers:
                self._answers.move_to_end(asked)
            return self._answers.get(asked)

    def put(self, asked: str, answer: Answer) -> None:
        """Keeps an answer, unless it is long; nobody may change it any more."""
        if sum(map(_letters, answer.rows)) > LETTERS:
            return
        with self._guard:
            self._answers[asked] = answer
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)


def _letters(value: Any) -> int:
    """The code points of a value's texts; what is no text counts as one."""
    if isinstance(value, str):
        return len(value) + 1
    parts: Iterator[Any] = iter(value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ())
    return 1 + sum(map(_letters, parts))
