"""Which paragraphs of an HTML page are its article: trafilatura chooses, form, position and neighbours correct it, a guard watches."""

from __future__ import annotations

from collections.abc import Callable

from transforms.pages.paragraphs import PageBlock
from transforms.pages.rules import SET_APART
from transforms.pages.selection import furniture, outside, rejoin
from transforms.pages.selection.choice import Choice
from transforms.pages.selection.core import Core
from transforms.pages.selection.first import first_choice
from transforms.pages.selection.guard import Guard
from transforms.pages.selection.head import drop_above_title, mark_day_lines, mark_title, settle_head
from transforms.pages.selection.marks import drop_marked
from transforms.pages.selection.region import TextRegion, find_region

# What takes paragraphs away, in this order; each is undone where too little text would be left.
REMOVERS: tuple[Callable[[list[Choice], TextRegion], None], ...] = (
    lambda choices, _: outside.drop_other_articles(choices),
    drop_marked,
    lambda choices, _: furniture.drop_link_lists(choices),
    lambda choices, _: furniture.drop_teasers(choices),
    lambda choices, _: outside.drop_links(choices),
    furniture.drop_repeated,
    furniture.drop_paywall_box,
    lambda choices, _: outside.drop_second_copy(choices),
    outside.drop_outside,
    furniture.mark_captions,
    lambda choices, _: outside.judge_forms(choices),
    lambda choices, _: outside.mark_posts(choices),
    lambda choices, _: furniture.drop_pull_quotes(choices),
    lambda choices, _: furniture.drop_tables(choices),
    lambda choices, _: outside.drop_related_sections(choices),
    lambda choices, _: furniture.mark_signoff(choices),
    lambda choices, _: mark_day_lines(choices),
)


def choose_blocks(
    blocks: list[PageBlock], core: Core, title: str | None, description: str | None, without: frozenset[str] = frozenset()
) -> list[Choice]:
    """Every paragraph of the page with its role, in page order. `without` names rules to leave out."""
    choices = [first_choice(b, core, without) for b in blocks]
    mark_title(choices, title)
    rejoin.choose_densest(choices)
    drop_above_title(choices)
    rejoin.rejoin_siblings(choices)
    guard = Guard(choices)
    region = find_region(choices)
    for remove in REMOVERS:
        remove(choices, region)
        guard.check()
    settle_head(choices, title, description, region)
    outside.drop_tail_headings(choices)
    mark_set_apart(choices)
    return choices


def mark_set_apart(choices: list[Choice]) -> None:
    """Paragraphs of the text that stand in a `<blockquote>` are words of somebody else, with or without quotation marks."""
    for c in choices:
        if c.role == "body" and "blockquote" in c.block.zones:
            c.decide("body", SET_APART)
