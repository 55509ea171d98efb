"""Copies: the same text on many sites is found, a text that shares a passage is not one."""

from __future__ import annotations

import random
from datetime import date

import pytest

from transforms.groups.copies.find import find_copies
from transforms.groups.features.read import read_features
from transforms.records import ArticleFeatures, StoryArticle

WORDS = [
    f"{a}{b}" for a in ("mar", "tol", "ves", "quin", "bre", "sod", "lan") for b in ("ket", "dor", "ish", "une", "aby", "olt", "ers", "ant")
]


def write(seed: int, words: int = 150) -> str:
    chance = random.Random(seed)
    return "\n\n".join(" ".join(chance.choice(WORDS) for _ in range(30)) + "." for _ in range(words // 30))


def article(name: str, body: str, day: int | None = 1) -> ArticleFeatures:
    return read_features(StoryArticle(name, date(2031, 5, day) if day else None, None, body))


WIRE = write(1)


@pytest.mark.parametrize(
    ("body", "is_copy"),
    [
        (WIRE, True),
        # typography and case of another system
        (WIRE.upper().replace(".", " …"), True),
        # another site's boilerplate around it
        ("Read our newsletter every morning, it is free.\n\n" + WIRE + "\n\n" + write(2, 60), True),
        # its last two paragraphs cut
        ("\n\n".join(WIRE.split("\n\n")[:3]), True),
        # every tenth word another
        (" ".join("other" if n % 10 == 0 else w for n, w in enumerate(WIRE.split())), True),
        # one paragraph of it in a report of one's own
        (WIRE.split("\n\n")[0] + "\n\n" + write(3, 300), False),
        # another text
        (write(4), False),
        # the same words in another order
        (" ".join(sorted(WIRE.split())), False),
        ("", False),
    ],
)
def test_a_copy_is_nearly_the_same_text(body: str, is_copy: bool) -> None:
    assert find_copies([article("a", WIRE), article("b", body, 2)]) == ({"b": "a"} if is_copy else {})


def test_a_copy_leads_to_the_earliest() -> None:
    found = find_copies([article("a", WIRE, 3), article("b", WIRE, 2), article("c", WIRE, None), article("0", WIRE, 3)])
    assert found == {"a": "b", "c": "b", "0": "b"}


def test_short_texts_are_no_copies() -> None:
    assert find_copies([article("a", "Watch live."), article("b", "Watch live.")]) == {}


def test_a_shared_footer_makes_no_copies() -> None:
    footer = write(9, 30)
    assert find_copies([article(f"a{n}", write(10 + n) + "\n\n" + footer) for n in range(80)]) == {}


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [article(f"a{n}", write(n % 4), n % 5 + 1) for n in range(20)]
    assert find_copies(articles) == find_copies(articles[::-1])
