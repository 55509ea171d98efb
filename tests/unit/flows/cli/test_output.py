"""Tables for people show what is in the cells, whatever it looks like."""

from __future__ import annotations

import io

import pytest

from flows.cli.output import write_table


@pytest.mark.parametrize("text", ["[-The-]{+Our+} water", "[bold]no style[/bold]", "[/] [1] \\[x]"])
def test_brackets_stand_as_they_are(text: str) -> None:
    to = io.StringIO()
    write_table(("words",), [(text,)], to)
    assert f"│ {text} " in to.getvalue()
