"""Elements that a page marks as its author: below the headline, its own, and no topic, comment or sentence."""

from __future__ import annotations

import pytest

from tests.pages import make_tree
from transforms.metadata.marked_authors import find_marked_authors

TITLE = "<h1>Wall to rise again</h1>"


@pytest.mark.parametrize(
    ("body", "names"),
    [
        # a contact card within the foot of the article
        (f'{TITLE}<footer class="entry-meta"><span class="author vcard"><a rel="author">Anna</a></span></footer>', ["Anna"]),
        (
            f"{TITLE}<div class='post-footer'><span class='author vcard'>By <i class='fn'>der Maurer</i></span></div>",
            ["der Maurer"],
        ),
        (f'{TITLE}<div class="article-footer-box"><p>Authors<span itemprop="author">Anna Orlo</span></p></div>', ["Anna Orlo"]),
        (f'{TITLE}<footer class="site-footer"><p class="author">Studio Moor</p></footer>', []),
        (f"{TITLE}<h4 class='vcard author'>vom <span class='fn'>Wallblogger</span></h4>", ["Wallblogger"]),
        # what holds the headline is the article's own, whatever it is called
        (f'<main class="content-sidebar newsletter">{TITLE}<p class="author">von Anna</p></main>', ["Anna"]),
        (f'<div class="node-promoted"><article class="teaser-large">{TITLE}<p class="author">Anna Orlo</p></article></div>', ["Anna Orlo"]),
        (f'{TITLE}<div class="promo"><p class="author">Anna Orlo</p></div>', []),
        # the headline itself is nobody
        ('<h1 class="vcard author">The Wall of Orlo</h1><p class="author">Anna Orlo</p>', ["Anna Orlo"]),
        # a link in a sentence, and a page below somebody's own
        (f'{TITLE}<p>{"The council met. " * 12}<a href="/profile/anna">Leaders</a> came.</p>', []),
        (f'{TITLE}<a href="/profile/142450/stories">2 Stories</a>', []),
        (f'{TITLE}<a href="/profile/142450">Deltafan</a>', ["Deltafan"]),
        # topics beside the author
        (f'{TITLE}<p class="author-line"><a rel="tag" href="/t/sun">Top Solar News</a> <b>Anna Orlo</b></p>', ["Anna Orlo"]),
        # what is stated needs no capitals everywhere
        (f'{TITLE}<a rel="author" href="/?author=14">harbour-it Team</a>', ["harbour-it Team"]),
        (f'{TITLE}<a rel="author" href="/?author=14">all of our posts</a>', []),
        # the first post of a forum
        (f'{TITLE}<article data-author="Wallfan"><p>Hi.</p></article><article data-author="Moor"><p>Hi.</p></article>', ["Wallfan"]),
        (f'{TITLE}<article class="author-post"><p>Hi.</p></article>', []),
    ],
)
def test_author_that_the_page_marks(body: str, names: list[str]) -> None:
    assert find_marked_authors(make_tree("", body)) == names
