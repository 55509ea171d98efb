import json

import pytest

from corpus.marked_text import clean_markup


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One.</p>\n<p class='x'>Two.</p>", "One.\n\nTwo."),
        ("One.<br><br/>Two.<br />Three.", "One.\n\nTwo.\nThree."),
        ("<div><h2>Head</h2><ul><li>a</li><li>b</li></ul></div>", "Head\n\na\n\nb"),
        ("One <strong>bold</strong> and <a href='/x'>linked</a>.\n\nTwo.", "One bold and linked.\n\nTwo."),
        ("Don&#8217;t. Caf&eacute; &mdash; R&amp;D&nbsp;here", "Don’t. Café — R&D here"),
        ("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;", "One & two.\n\nThree."),  # escaped whole
        ("<style>p{}</style><script>var a;</script><!-- note --><p>One.</p>", "One."),
        ("<p>One.<p>Two.", "One.\n\nTwo."),
        ("<table><tr><td>One</td><td>Two</td></tr></table><p>Three.</p>", "One\n\nTwo\n\nThree."),
        ("<p>One.</p>&nbsp;<p>Two.</p>", "One.\n\nTwo."),
        # nothing to clean
        ("if a<b and c>d then", "if a<b and c>d then"),
        ("R&D, 5 < 7 > 3 and a&b;", "R&D, 5 < 7 > 3 and a&b;"),
        ("The <p> tag starts a paragraph.", "The <p> tag starts a paragraph."),
        ("<name withheld> wrote", "<name withheld> wrote"),
        ("", ""),
    ],
)
def test_markup_left_in_text_is_cleaned(text: str, expected: str) -> None:
    assert clean_markup(text) == expected


def test_text_of_a_json_line_holds_no_markup(folder, read) -> None:
    line = {"text": "<p>It&rsquo;s the first.</p><p>The café stays.</p>", "title": "Fish &amp; chips"}
    (folder / "a.jsonl").write_text(json.dumps(line))
    [document] = read(folder)
    assert (document.content.decode(), document.kind, document.facts.title) == (
        "It’s the first.\n\nThe café stays.",
        "text",
        "Fish & chips",
    )


def test_text_of_nothing_but_tags_is_empty(folder, read) -> None:
    (folder / "a.jsonl").write_text(json.dumps({"text": "<p> </p><br>"}))
    assert [one.reason for one in read(folder)] == ["empty"]


def test_long_runs_are_read_in_one_go() -> None:
    for run in (" " * 200_000, "\n" * 200_000, "<p " * 100_000, "&" * 200_000, "</" * 100_000):
        assert isinstance(clean_markup(f"<b>x</b>{run}x"), str)
