"""Whether a page is a made-up story. Names and texts are invented for this test."""

from __future__ import annotations

import pytest

from transforms.annotate import annotate_text

FAIRY_TALE = """“Who sits at the bottom of my well?” cried the miller’s daughter.
“Only I,” said the frog, “and I have sat here since the old king died.”
“Will you give me back my silver comb, then?” she asked.
“What will you give me for it?” croaked the frog, and he climbed a little higher on the wet stones until she could see his yellow eyes."""
SPACE = """The hatch groaned. Brannick put his glove flat against it and felt nothing at all, which was worse than feeling something.
“You hear that?” Ludo whispered.
“Hear what? There is no air out there.”
“Exactly!” Ludo laughed, but his hand shook. “Then what in the nine hells is knocking?”
“Get the torch,” Brannick said. “We open it together or not at all.” He had never sounded less like a captain to her."""
CHILDREN = """Mother Badger looked under the bed, and behind the stove, and in the big blue teapot that nobody was allowed to touch.
“Pim!” she called. “Where are you hiding?”
“Not in here,” said a small voice from the flour bin.
“Is that so? Then who is making white footprints all over my clean kitchen floor?”
“A ghost, I think,” said Pim, and he sneezed so hard that the lid fell off."""
REPORT = """“We never had a chance to ask,” Ida Moss said of the council’s vote on the baths.
“They never told us who will pay for it,” said Otto Brack, who runs the cafe beside the pool and lost most of his guests in spring.
“It was cold, it was loud and it was ours,” Ruth Amsel said, and she pointed at the tiles that her father had laid."""
PROTEST = """“Resign, resign, resign now!” the crowd chanted outside the ministry.
“We want the truth about the ferry!” shouted Ida Moss, a teacher whose brother drowned.
“They have lied to us from the first day,” said Otto Brack, the chairman of the families’ association.
“How can anybody in there sleep at night?” asked Ruth Amsel, a member of parliament."""
TALES = [
    ("a report that says what its people are", PROTEST, False),
    ("a fairy tale", FAIRY_TALE, True),
    ("space", SPACE, True),
    ("for children", CHILDREN, True),
    ("a report", REPORT, False),
]


def _long(text: str) -> str:
    """The text as often as makes a page of six hundred words."""
    return "\n".join([text] * (1 + 600 // len(text.split())))


@pytest.mark.parametrize(("what", "text", "is_told"), [*TALES, ("with figures", f"{FAIRY_TALE}\nIt was 1987, and he was 54.", False)])
def test_in_a_tale_nobody_says_anything(what: str, text: str, is_told: bool) -> None:
    quotes = annotate_text(_long(text)).quotes
    assert quotes
    assert all(q.kind == "scare" and q.method == "imagined" and q.speaker is None for q in quotes) is is_told
    assert any(q.speaker_name for q in quotes) is not is_told


def test_a_short_text_without_figures_is_a_report() -> None:
    assert any(q.kind == "direct" and q.speaker for q in annotate_text(FAIRY_TALE).quotes)
