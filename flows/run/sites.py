"""Where a document came from: what one outlet's documents have in common before anything is known of them."""

from __future__ import annotations

import re

# The site of a document: the host of its address, or the folder or archive that it came from. Two groups, one of them empty.
SITE = r"^(?:https?://(?:www\.)?([^/?#:]+)|([^/#]+)[/#])"


def site_of(source_uri: str) -> str:
    """Where a document came from, as the tables group it; empty for a file given by itself.

    >>> site_of("https://www.gazette.example/world/1.html"), site_of("gazette/1.html"), site_of("crawl.warc.gz#120"), site_of("1.html")
    ('gazette.example', 'gazette', 'crawl.warc.gz', '')
    """
    found = re.match(SITE, source_uri)
    return (found[1] or found[2]) if found else ""
