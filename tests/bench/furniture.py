"""What a real page holds beside its text: most of its bytes. Invented, but in the kinds and shares of pages of news."""

from __future__ import annotations

import json
import random

SIZE = 200_000  # characters of a page of news, as the median of real ones has them
_LINKS_IN_MENU, _LINKS_IN_FOOTER = 120, 80
# Shares of what is missing to a page's size: scripts and state most of all, then styles, cards of other articles, drawings.
_SCRIPT, _STYLE, _CARDS = 0.5, 0.2, 0.2
_WORDS = ("sport", "weather", "markets", "culture", "opinion", "science", "travel", "video", "archive", "letters", "harbour", "council")


def furnish(page: str, chance: random.Random, size: int = SIZE) -> str:
    """The page with menu, footer, styles, scripts, cards of other articles and drawings around its text, about `size` characters long."""
    missing = size - len(page)
    if missing <= 0 or "<body" not in page:
        return page
    head = _styles(chance, int(missing * _STYLE)) + _script(chance, int(missing * _SCRIPT))
    before = f'<nav class="menu menu--primary" aria-label="Sections"><ul>{_links(chance, _LINKS_IN_MENU)}</ul></nav>'
    after = _cards(chance, int(missing * _CARDS))
    after += f'<footer class="site-footer"><ul>{_links(chance, _LINKS_IN_FOOTER)}</ul><p>© 2025. All rights reserved.</p></footer>'
    after += _drawing(chance, max(0, missing - len(head) - len(before) - len(after)))
    page = page.replace("</head>", f"{head}</head>", 1).replace("</body>", f"{after}</body>", 1)
    start = page.index(">", page.index("<body")) + 1
    return page[:start] + before + page[start:]


def _links(chance: random.Random, count: int) -> str:
    names = [f"{chance.choice(_WORDS)}-{chance.randrange(1000)}" for _ in range(count)]
    return "".join(f'<li class="menu__item"><a class="menu__link" href="/{name}" data-track="nav:{name}">{name}</a></li>' for name in names)


def _styles(chance: random.Random, size: int) -> str:
    rules = []
    held = 0
    while held < size:
        name, margin, colour = chance.choice(_WORDS), chance.randrange(40), chance.randrange(16**6)
        rule = f".c-{chance.randrange(10**6):06d}__{name}{{margin:{margin}px;color:#{colour:06x}}}"
        rules.append(rule)
        held += len(rule)
    return f"<style>{''.join(rules)}</style>"


def _script(chance: random.Random, size: int) -> str:
    state = {}
    held = 0
    while held < size:
        key = f"{chance.choice(_WORDS)}:{chance.randrange(10**8)}"
        state[key] = {"id": chance.randrange(10**9), "seen": chance.random() < 0.5, "tags": chance.sample(_WORDS, 3)}
        held += len(key) + 80
    return f"<script>window.__STATE__ = {json.dumps(state)};</script>"


def _cards(chance: random.Random, size: int) -> str:
    cards = []
    held = 0
    while held < size:
        name = f"{chance.choice(_WORDS)} {chance.choice(_WORDS)} {chance.randrange(10**4)}"
        address = name.replace(" ", "-")
        card = (
            f'<div class="card card--compact" data-id="{chance.randrange(10**9)}"><a href="/{address}"><img loading="lazy" alt="" '
            f'src="/i/{address}-320.jpg" srcset="/i/{address}-320.jpg 320w, /i/{address}-640.jpg 640w"><h3>{name}</h3></a></div>'
        )
        cards.append(card)
        held += len(card)
    return f'<aside class="more-stories" aria-label="More stories">{"".join(cards)}</aside>'


def _drawing(chance: random.Random, size: int) -> str:
    points = "".join(f"L{chance.randrange(100)} {chance.randrange(100)}" for _ in range(size // 7))
    return f'<svg width="0" height="0" aria-hidden="true"><symbol id="icon"><path d="M0 0{points}"/></symbol></svg>'
