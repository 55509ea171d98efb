"""One document to one article with all its paragraphs, or to a rejection with its reason."""

from __future__ import annotations

from lxml import etree

from transforms.metadata.address import clean_address, find_url
from transforms.metadata.authors import find_authors
from transforms.metadata.byline import find_byline, split_names
from transforms.metadata.dates import find_published
from transforms.metadata.headline import find_site_name, find_title
from transforms.metadata.jsonld import find_article_node, read_nodes, text_of
from transforms.metadata.language import clean_code
from transforms.metadata.outlet import domain_of, find_outlet, find_self_naming, readable_domain
from transforms.metadata.stated import Published, parse_stated
from transforms.pages.article import make_extraction
from transforms.pages.decode import decode_bytes, is_binary
from transforms.pages.draft import Draft, clean_given, keep_first, split_opening, split_signoff
from transforms.pages.flags import Shown, find_page_flags
from transforms.pages.hidden import show_hidden, show_scriptless
from transforms.pages.page import drop_long_scripts, is_escaped_twice, iter_jsonld, open_escaped, parse_page, prune_oversize, read_metas
from transforms.pages.paid import find_notices
from transforms.pages.paragraphs import read_blocks
from transforms.pages.scraped import judge_lines, split_lines
from transforms.pages.script_text import body_of_node, find_script_text
from transforms.pages.selection.choice import Choice
from transforms.pages.selection.choose import choose_blocks
from transforms.pages.selection.core import extract_core
from transforms.pages.selection.signed import find_shown_lines, find_signatures
from transforms.records import Document, Extraction, Rejection, RejectionReason
from transforms.text import clean_line, clean_text, count_words

_LEAST_DATA = 300  # characters of a script that may hold a text

# Text beyond this many characters of a document is not read: the longest real page of news has a fifth of it.
MAX_CHARS = 4_000_000
_CROWDED = MAX_CHARS // 4  # from which on long scripts are dropped before the page is read
# The libraries below search scripts by regular expressions; longer ones are read by the JSON parser alone.
_LONG_SCRIPT = 100_000


def extract_article(document: Document) -> Extraction | Rejection:
    """The article of one document with every paragraph seen, or why there is none. Never raises, whatever the bytes.

    What the document says of itself goes before what its source says of it, but for the outlet's name, and for plain text:
    there given values win.
    Reasons: `empty`, `binary`, `undecodable`, `no_text`, `error`.
    """
    digest = document.content_hash

    def reject(reason: RejectionReason, detail: str) -> Rejection:
        return Rejection(document.source_uri, document.location, digest, "extract", reason, detail)

    try:
        if not document.content.strip():
            return reject("empty", "The document has no bytes but white space.")
        if is_binary(document.content):
            return reject("binary", "The bytes are not text: their first ones belong to another kind of file.")
        text = decode_bytes(document.content, document.facts.charset)
        if text is None:
            return reject("undecodable", "No encoding turns the bytes into text.")
        draft = Draft()
        if len(text) > _CROWDED and document.kind == "html":
            text = drop_long_scripts(text)
        if document.facts.is_cut:
            draft.flags.add("truncated_source")
        if len(text) > MAX_CHARS:
            text = text[:MAX_CHARS]
            draft.flags.add("truncated_source")
        if document.kind == "html" and "<" in text:
            _draft_page(draft, text, document)
        else:
            _draft_text(draft, clean_text(text), document)
        split_opening(draft)
        split_signoff(draft)
        if not draft.texts("body"):
            return reject("no_text", "No paragraph of running text was found.")
        return make_extraction(draft, document, digest)
    except Exception as error:  # the contract of this function: one bad document costs itself alone
        return reject("error", f"{type(error).__name__}: {error}"[:300])


def _draft_page(draft: Draft, text: str, document: Document) -> None:
    tree = parse_page(text)
    if tree is None:
        return
    scripts = list(iter_jsonld(tree))
    data = [t for t in (script.text for script in tree.iter("script")) if t and len(t) > _LEAST_DATA]
    metas = read_metas(tree)
    etree.strip_elements(tree, "style", "svg", "template", with_tail=False)  # each step copies and walks the tree
    for script in tree.iter("script"):
        if script.text and ("ld+json" not in (script.get("type") or "").lower() or len(script.text) > _LONG_SCRIPT):
            script.text = None
    if prune_oversize(tree):
        draft.flags.add("truncated_source")
    if is_escaped_twice(text):
        open_escaped(tree)
    nodes = read_nodes(scripts)
    node = find_article_node(nodes)
    draft.url = find_url(tree, metas, document.facts.url)
    page_blocks = show_hidden(tree, show_scriptless(tree, read_blocks(tree)))
    own_name = find_outlet(node, nodes, metas, draft.url, clean_given(document.facts.site_name))
    domain = domain_of(draft.url)
    # Its number alone is the name of a server only where the page says none at all.
    draft.outlet = clean_given(document.facts.outlet) or (own_name if own_name != domain else None)
    draft.outlet = draft.outlet or find_site_name(tree, [b.text for b in page_blocks[:3]])
    spelled = (domain, readable_domain(domain)) if domain else ()
    site_names = [n for n in (draft.outlet, own_name, *metas.get("og:site_name", ()), *spelled) if n]
    title = find_title(tree, node, metas, site_names)
    draft.title, draft.title_from = title.text, title.witness
    if draft.title is None:
        draft.take_title(document.facts.title)
    draft.language = clean_code(tree.get("lang")) or clean_code(document.facts.language)
    description = text_of(node.get("description")) if node else None
    description = description or next(iter(metas.get("og:description", ()) or metas.get("description", ())), None)
    choices = choose_blocks(page_blocks, extract_core(tree, draft.url), draft.title, description)
    authors = find_authors(tree, node, nodes, metas, draft.outlet, find_signatures(choices), site_names)
    # Behind all else that reads the tree, for htmldate takes it apart.
    shown = find_shown_lines(choices)
    draft.published = find_published(tree, node, metas, draft.url, document.facts.fetched_at, document.facts.time_zone, shown)
    for c in choices:
        draft.add(c.role, c.block.text, c.reason)
    if not draft.texts("body"):
        stated = body_of_node(node)
        for text in stated or find_script_text(data):
            draft.add("body", text, "json_ld_body" if stated else "text_in_script")
    draft.flags |= find_page_flags(node, nodes, metas, _shown(draft, choices))
    if draft.published.evidence == "text" and _is_of_post(draft):
        draft.published = Published(None, None, None)
    draft.authors, draft.authors_from = list(authors.names), authors.witness


def _shown(draft: Draft, choices: list[Choice]) -> Shown:
    """What the page shows, for its flags."""
    words = sum(count_words(t) for t in draft.texts("body"))
    return Shown(draft.title, draft.blocks, find_notices(choices), words, draft.published.on is not None)


def _is_of_post(draft: Draft) -> bool:
    """Whether the day found in the page's text is that of an embedded post, and stands nowhere else outside the body."""
    day = draft.published.on
    return any(parse_stated(t)[1] == day for t in draft.texts("social")) and not any(
        parse_stated(t)[1] == day for t in draft.texts("boilerplate", "byline", "dateline", "standfirst")
    )


def _draft_text(draft: Draft, text: str, document: Document) -> None:
    lines = judge_lines([t for t in map(clean_line, split_lines(text)) if t], document.facts.title)
    for line in lines:
        draft.add(line.role or "boilerplate", line.text, line.reason)
    draft.take_title(document.facts.title)
    if draft.title is None and (shown := draft.texts("title")):
        draft.title, draft.title_from = shown[0], "text"
    draft.outlet = clean_given(document.facts.outlet) or find_self_naming(draft.texts("boilerplate", "related"))
    draft.url = clean_address(document.facts.url)
    for line_text in draft.texts("byline"):
        draft.authors.extend(find_byline(line_text) or split_names(line_text))
    draft.authors = keep_first(draft.authors)
    draft.authors_from = "byline" if draft.authors else None
    draft.language = clean_code(document.facts.language)
    for line_text in (*draft.texts("dateline"), *draft.texts("byline")):
        at, on = parse_stated(line_text, document.facts.time_zone)
        if on:
            draft.published = Published(at, on, "text")
            break
