"""Imported once by the server that worker processes are forked from: loads what every one of them needs, and does first-time work."""

import os

# One thread a process: the cores are shared by processes, and a forked child must not inherit a thread pool. Before numpy is imported.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import gc

gc.disable()  # nothing that is loaded here is garbage

from flows.garbage import look_seldom  # noqa: E402
from flows.run.kept_identifier import use_kept_identifier  # noqa: E402
from flows.run.reader import Reader  # noqa: E402
from flows.settings import Settings  # noqa: E402
from transforms.records import Document, Rejection  # noqa: E402

# A page that takes each way through the rules which loads or compiles something: no date in its metadata but one in words, so that the
# date finder reads it; two languages' worth of letters; names, a quote, a reported statement.
PAGE = """<!doctype html><html><head><title>Ferry sails again</title></head><body><header><nav><a href="/">Home</a></nav></header>
<article><h1>Ferry sails again</h1><p class="byline">By Mara Lindqvist</p><p class="date">Published on Monday, 4 May 2026 at 10:15</p>
<p>The ferry between the two islands sails again from Monday, the harbour office said in a statement on Sunday evening.</p>
<p>“We checked every bolt,” said Juhan Rebane, the captain of the ship, who has worked for the Baltic Ferry Company since 1998.</p>
<p>He told reporters that nobody would be asked to pay twice. According to the transport ministry, 3,000 passengers were on board.</p>
<p>La compagnie a déclaré que le navire était sûr.</p></article>
<footer><p>Updated: May 5, 2026</p></footer></body></html>"""


def warm_up() -> None:
    """Reads one page, so that no worker has to do first-time work. Raises `RuntimeError` where that gives no article."""
    use_kept_identifier()
    read = Reader(Settings.given().model).read(Document("warm.html", "warm.html", PAGE.encode(), "html"))
    if isinstance(read.result, Rejection):
        raise RuntimeError(f"the page that warms the workers gave no article: {read.result.detail}")
    gc.collect()
    gc.freeze()  # a worker that collects garbage would copy all this memory for itself
    look_seldom()
    gc.enable()


warm_up()
