"""The sentence around a quote tells whether it was said on an earlier occasion."""

from __future__ import annotations

import pytest

from transforms.groups.utterances.recalls import is_recalled

SAID = "No train will wait."


@pytest.mark.parametrize(
    ("sentence", "recalled"),
    [
        (f"Last month Orlo promised: “{SAID}”", True),
        (f"“{SAID}” Orlo had said two years ago", True),
        (f"Orlo had repeatedly warned: “{SAID}”", True),
        (f"In March Orlo, who had lost his seat, said “{SAID}”", True),
        (f"Back in the spring he said “{SAID}”", True),
        (f"Orlo previously told reporters “{SAID}”", True),
        (f"Earlier this year Orlo said “{SAID}”", True),
        # the other way round
        (f"“{SAID}” Orlo said", False),
        (f"In March Orlo will say “{SAID}”", False),
        (f"Orlo, who had arrived late, said “{SAID}”", False),
        (f"Orlo said at last: “{SAID}”", False),
    ],
)
def test_recalled(sentence: str, recalled: bool) -> None:
    assert is_recalled(sentence, SAID) is recalled


def test_the_words_themselves_do_not_tell() -> None:
    assert not is_recalled("“I was here last month,” Orlo said.", "I was here last month,")
