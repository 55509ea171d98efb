"""Who said what, in sentences written for this test. Names are invented."""

from __future__ import annotations

import pytest

from transforms.annotate import annotate_extraction, annotate_text
from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction, Quote


def quotes_of(text: str) -> list[Quote]:
    return [q for q in annotate_text(text).quotes if q.kind in ("direct", "mixed")]


# (text, [(start of the quote, speaker as printed, name meant, cue)])
SPEAKERS = [
    # The cue behind, before, inverted, between.
    ("“We will rebuild the bridge,” Ada Orlo said on Monday.", [("We will", "Ada Orlo", "Ada Orlo", "said")]),
    ("Ada Orlo said: “We will rebuild the bridge.”", [("We will", "Ada Orlo", "Ada Orlo", "said")]),
    ("“We will rebuild the bridge,” said Mayor Ada Orlo.", [("We will", "Mayor Ada Orlo", "Ada Orlo", "said")]),
    (
        "“We will rebuild it,” said Ada Orlo. “It takes a year.”",
        [("We will", "Ada Orlo", "Ada Orlo", "said"), ("It takes", "Ada Orlo", "Ada Orlo", "said")],
    ),
    # Letters of honours behind the name.
    ("“We will rebuild it,” said Ada Orlo MP.", [("We will", "Ada Orlo MP", "Ada Orlo", "said")]),
    ("Judge Peter Lund KC told her: “You lied.”", [("You lied", "Judge Peter Lund KC", "Peter Lund", "told")]),
    ("“Will you rebuild it?” Ada Orlo asked.", [("Will you", "Ada Orlo", "Ada Orlo", "asked")]),
    # Words inside the outlet's sentence.
    ("Ada Orlo described the talks as a “frank exchange” with the unions.", [("frank", "Ada Orlo", "Ada Orlo", "described")]),
    ("Ada Orlo praised the plan, calling it a “big success” for Velm.", [("big", "Ada Orlo", "Ada Orlo", "calling")]),
    ("The plan was called a “disgrace” by Ada Orlo on Monday.", [("disgrace", "Ada Orlo", "Ada Orlo", "called")]),
    ("According to Ada Orlo, the road is “not safe” in winter.", [("not safe", "Ada Orlo", "Ada Orlo", "According to")]),
    # A weak cue yields to the saying verb above it.
    ("Ada Orlo said the unions wanted to know if the firm is “still alive”.", [("still alive", "Ada Orlo", "Ada Orlo", "said")]),
    # Pronouns and short names.
    ("Ada Orlo met the unions. “We agreed,” she said.", [("We agreed", "she", "Ada Orlo", "said")]),
    ("Mayor Ada Orlo met Peter Lund. “It went well,” he said.", [("It went", "he", "Peter Lund", "said")]),
    ("Ada Orlo opened the bridge.\n“It will last,” Orlo told reporters.", [("It will", "Orlo", "Ada Orlo", "told")]),
    # A paragraph of its own goes on with who spoke, or takes who was announced.
    (
        "“We will rebuild it,” said Ada Orlo.\n“It will take a year.”",
        [("We will", "Ada Orlo", "Ada Orlo", "said"), ("It will", "Ada Orlo", "Ada Orlo", "said")],
    ),
    ("Ada Orlo put it this way:\n“It will take a year.”", [("It will", "Ada Orlo", "Ada Orlo", ":")]),
    ("“It will take a year.” — Ada Orlo", [("It will", "Ada Orlo", "Ada Orlo", "—")]),
    # A name that the text gives to somebody.
    ("“We waited,” wrote someone named Ada Orlo.", [("We waited", "someone", "Ada Orlo", "wrote")]),
    ("“We waited,” a woman called Ada Orlo said.", [("We waited", "a woman called Ada Orlo", "Ada Orlo", "said")]),
    # What the name of an organization says that it is.
    ("The Trade Department wrote letters.\n“We go on,” the agency said.", [("We go", "the agency", "Trade Department", "said")]),
    ("Velm University shut.\n“We go on,” the institution said.", [("We go", "the institution", "Velm University", "said")]),
    ("The Ministry of Trade shut.\n“We go on,” the ministry said.", [("We go", "the ministry", "Ministry of Trade", "said")]),
    (
        "The Ministry of Trade and the Ministry of Works shut.\n“We go on,” the ministry said.",
        [("We go", "the ministry", "the ministry", "said")],
    ),
    ("Peter Lund, 43, shut his shop.\n“We go on,” the dad-of-three said.", [("We go", "the dad-of-three", "Peter Lund", "said")]),
    ("A man in a hat told his son to run.\n“I will,” the boy said.", [("I will", "the boy", "the boy", "said")]),
    # Who has no name is meant as long as nobody is named.
    (
        "Ada Orlo opened the bridge.\nA dockworker who lives there said it was too low. “I hit my head,” he said.",
        [("I hit", "he", "A dockworker", "said")],
    ),
    ("Peter Lund was calm.\nMy neighbour, a baker, was not.\n“I sell nothing,” he said.", [("I sell", "he", "My neighbour", "said")]),
    # But nobody is where two fit: the owner, or who was named just before.
    ("Peter Lund was calm.\nHis neighbour, a baker, was not.\n“I sell nothing,” he said.", [("I sell", "he", None, "said")]),
    ("Peter Lund left the court. A protester was in his way. “I will be back,” he said.", [("I will", "he", None, "said")]),
    ("Peter Lund left the court. His lawyer said it was late. “I will be back,” he said.", [("I will", "he", None, "said")]),
    ("Ada Orlo slept. A neighbour woke her at dawn. “I was dreaming,” she said.", [("I was", "she", "Ada Orlo", "said")]),
    ("Ada Orlo sold shells. A worker in a hat asked where. “Here,” she told him.", [("Here", "she", "Ada Orlo", "told")]),
    # Who did it in a passive is taken up in the next sentence.
    ("Maud Tarn has left.\nThe panel will be led by Ada Orlo. She said: “We start soon.”", [("We start", "She", "Ada Orlo", "said")]),
    ("A porter said Peter Lund had gone. Lund had not. “I was in the bath,” he said.", [("I was", "he", "Peter Lund", "said")]),
    # "He" is who spoke, not whom he spoke about.
    (
        "Rune Moss was sentenced on Monday.\nHis lawyer, Peter Lund, said Moss would appeal. “He is innocent,” he said.",
        [("He is", "he", "Peter Lund", "said")],
    ),
    # Another name for who the paragraph is about; never for one of another body.
    ("Ada Orlo, who had hurt her arm, smiled. “She was better,” the Norwegian said.", [("She was", "the Norwegian", "Ada Orlo", "said")]),
    (
        "“We lost,” said Velm manager Ada Orlo.\nPeter Lund praised her. “They fought,” the Tarsia manager said.",
        [("We lost", "Velm manager Ada Orlo", "Ada Orlo", "said"), ("They fought", "the Tarsia manager", "Peter Lund", "said")],
    ),
    ("Ada Orlo met a minister. “It went well,” the minister said.", [("It went", "the minister", "the minister", "said")]),
    ("Her guest, Peter Lund, was brief. “It is done,” he said.", [("It is", "he", "Peter Lund", "said")]),
    # "She" once is no "he" later.
    (
        "Kavali Brusk met the unions. “We agreed,” she said.\n“It is done,” he added.",
        [("We agreed", "she", "Kavali Brusk", "said"), ("It is", "he", None, "added")],
    ),
    # A name in apposition, also behind an "of" and as one of several words.
    (
        "The sister of one of the victims, Ada Orlo, called it “a disgrace” to the city.",
        [("a disgrace", "The sister of one of the victims, Ada Orlo", "Ada Orlo", "called")],
    ),
    (
        "“We will sell,” said one shareholder, the pension fund Velm Pensions.",
        [("We will", "one shareholder", "Velm Pensions", "said")],
    ),
    # What impresses somebody does not speak.
    ("Ada Orlo thought the rock looked like “a burnt loaf” from above.", [("a burnt", "Ada Orlo", "Ada Orlo", "thought")]),
    # The body that the text calls so.
    ("The airline Orlo Air stopped all flights. “We are sorry,” the airline said.", [("We are", "the airline", "Orlo Air", "said")]),
    # Who is named with another's kin, who asked, and who stands before an aside.
    (
        "Lucía Moss left early.\nHis sister Ada lives in Velm. “He likes the rain,” she said of her brother.",
        [("He likes", "she", "Ada", "said")],
    ),
    (
        "Tomas Brusk gave evidence. “We hauled,” he said.\nCross-examined by Oliver Moss, he was calm. “No,” he said.",
        [("We hauled", "he", "Tomas Brusk", "said"), ("No", "he", "Tomas Brusk", "said")],
    ),
    (
        "The winger Jo Orlo, booed from the start by fans of the club he left in July, called the noise “a tribute” to him.",
        [("a tribute", "Jo Orlo", "Jo Orlo", "called")],
    ),
    # How somebody put it; a role that is a title elsewhere.
    ("“One more point than last week,” was how Ada Orlo put it.", [("One more", "Ada Orlo", "Ada Orlo", "was how")]),
    (
        "Mr Justice Abara sent the jury home. “Come back at ten,” the judge said.",
        [("Come back", "the judge", "Abara", "said")],
    ),
    # A relative pronoun speaks for the name before it.
    ("The mayor of Velm is Ada Orlo, who called the plan “unfit to serve” the city.", [("unfit", "who", "Ada Orlo", "called")]),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_the_speaker_is_found(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [(q.speaker, q.speaker_name, q.cue) for q in quotes_of(text)]
    assert [q.text.startswith(e[0]) for q, e in zip(quotes_of(text), expected, strict=True)] == [True] * len(expected)
    assert found == [e[1:] for e in expected]


NOBODY = [
    "She read the magazine “Morning Table” on the train.",  # a title
    "The group is banned as a “terrorist” organisation.",  # scare quotes
    "They sang “Home Again” and left.",
    "The studio bought the rights to “Salt Road,” a thriller about bankers.",  # the comma is the sentence's
    "“Salt Road,” which opens on Friday, was filmed in Velm.",
    "Peter Lund, who stars in the drama “Harbour,” returns to the stage.",
    "Peter Lund appeared on the radio program “Morning Table” after the vote.",
    "Ada Orlo spoke on RTV’s “Tonight” about the bridge.",
    "‘Harbour’ Star Peter Lund Returns to the Stage",
    "The defeated “Stay” campaign had more money.",
    "Readers sign up by clicking the “subscribe” button.",
    "Weapons were given to the so-called “rebels” in the hills.",
    # Words that the outlet holds at a distance, terms and examples, though a cue stands near.
    "Ada Orlo told me that she had been teased at school for a “posh” accent a few stations above her class.",
    "You can just say, “That hat makes me want to sing.”",
    "If a guest asks you for more, say “of course” and smile.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_titles_and_scare_quotes_are_nobodys_words(text: str) -> None:
    assert [q.text for q in quotes_of(text) if q.speaker is not None or q.kind == "direct"] == []


SAID = [
    ("“Never Again,” the crowd shouted.", "Never Again,"),
    ("“No,” he said, “Never Again.”", "No,"),
    ("Peter Lund was asked whether he would resign.\n“No,” came the answer.", "No,"),
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_a_cry_in_capitals_is_said(text: str, words: str) -> None:
    assert quotes_of(text)[0].text == words


# (text, the reported words, the speaker)
INDIRECT = [
    ("Ada Orlo said that the bridge would reopen in May.", "that the bridge would reopen in May", "Ada Orlo"),
    ("The bridge would reopen in May, Ada Orlo said.", "The bridge would reopen in May", "Ada Orlo"),
    ("According to Ada Orlo, the bridge will reopen in May.", "the bridge will reopen in May", "Ada Orlo"),
    ("Ada Orlo told reporters that the bridge was safe.", "that the bridge was safe", "Ada Orlo"),
    ("Ada Orlo denied that the bridge was unsafe.", "that the bridge was unsafe", "Ada Orlo"),
    ("Ada Orlo promised to reopen the bridge in May.", "to reopen the bridge in May", "Ada Orlo"),
    ("Ada Orlo criticised the firm for closing the bridge on Monday.", "the firm for closing the bridge on Monday", "Ada Orlo"),
    ("Ada Orlo praised him for his work on the bridge.", "him for his work on the bridge", "Ada Orlo"),
    ("The bridge, Ada Orlo says, leans to the left.", "The bridge, Ada Orlo says, leans to the left", "Ada Orlo"),
    ("If the wind turns, Ada Orlo says, the ferry is late.", "If the wind turns, Ada Orlo says, the ferry is late", "Ada Orlo"),
    ("Two boats sank in the bay, Ada Orlo said, after the storm had begun.", "Two boats sank in the bay", "Ada Orlo"),
    ("Two boats sank, Ada Orlo said, but the quay held.", "Two boats sank, Ada Orlo said, but the quay held", "Ada Orlo"),
    ("Ada Orlo said she would not stay, but would come back in May.", "she would not stay, but would come back in May", "Ada Orlo"),
    ("Pier 9 said there would be no ferry that day.", "there would be no ferry that day", "Pier 9"),
    ("According to Ada Orlo, head of the harbour board, the quay is full.", "the quay is full", "Ada Orlo"),
]


UNSAID = [
    ("a deed", "Ada Orlo refused to allow visitors on the bridge."),
    ("a prize", "Ada Orlo claimed the top spot in the table on Sunday."),
    ("a thing that is made", "Ada Orlo proposed a model of the bridge in her paper."),
    ("a topic", "Explaining the new rules, Ada Orlo smiled at the crowd."),
    ("a belief", "Ada Orlo believes that the bridge is safe."),
    ("a finding", "A survey found that the bridge was older than the town."),
    ("what the outlet proposes", "Let’s say the bridge has two lanes and a path."),
    ("what anybody might say", "Some would call the bridge a ruin."),
    ("what one can see", "Visitors can usually tell when the bridge is open."),
    ("a condition", "The keeper may close the bridge if he considers the wind a danger."),
    ("a ruling", "The court denied a request to close the bridge on Sunday."),
    ("what nobody says", "Few would argue that the bridge is pretty."),
    ("another clause", "The bridge had never leaned so far, so Ada Orlo fired the keeper."),
    ("what the outlet reads into words", "“It is old,” Ada Orlo said, revealing her fear of the bridge."),
    ("a posted thing", "Ada Orlo tweeted a photo of the old bridge at dawn."),
    ("what the outlet adds", "The bridge is old. Which is not to say that the bridge is a ruin."),
    ("a set phrase", "That said the bridge is still a fine sight."),
    ("a telephone", "Keepers have called in to report the “ruin” of the bridge."),
    ("an appointment", "They traded two players for Moss and named him the new captain."),
    ("a quote with its tag", "“The bridge has leaned for years,” the keeper said in a statement, according to Velm Radio."),
    ("the words of another clause", "She stood beside what officials said was a part of the bridge."),
]


@pytest.mark.parametrize(("what", "text"), UNSAID)
def test_deeds_beliefs_and_findings_are_no_reports(what: str, text: str) -> None:
    assert [q.text for q in annotate_text(text).quotes if q.kind == "indirect"] == [], what


def test_of_a_question_that_somebody_was_asked_he_is_not_the_speaker() -> None:
    quotes = annotate_text("Asked whether the bridge was safe, Ada Orlo laughed.").quotes
    assert [q.speaker_name for q in quotes if q.kind == "indirect"] in ([], [None])


def test_a_report_ends_where_the_outlet_goes_on_telling() -> None:
    text = "Ada Orlo agreed that the radio had been off but rejected the claim that he had been asleep."
    assert "that the radio had been off" in [q.text for q in annotate_text(text).quotes]


@pytest.mark.parametrize(("text", "words", "speaker"), INDIRECT)
def test_reported_speech_is_found(text: str, words: str, speaker: str) -> None:
    found = [(q.text, q.speaker) for q in annotate_text(text).quotes if q.kind == "indirect"]
    assert found == [(words, speaker)]


def test_what_was_not_said_is_no_quote() -> None:
    assert annotate_text("Ada Orlo declined to comment on the bridge.").quotes == ()
    assert annotate_text("Ada Orlo did not say that the bridge was safe.").quotes == ()


def test_addressee_and_occasion_are_read() -> None:
    (quote,) = quotes_of("“It will last,” Ada Orlo told reporters at a news conference in Velm.")
    assert (quote.addressee, quote.occasion) == ("reporters", "at a news conference in Velm")
    (quote,) = quotes_of("In a March interview with Velm Radio, Ada Orlo stressed the “deep ties” between the towns.")
    assert quote.occasion == "In a March interview with Velm Radio"


def test_a_country_or_its_capital_stands_for_its_government() -> None:
    (quote,) = quotes_of("Oslo issued a statement saying that “the talks must address past mistakes.”")
    assert (quote.speaker, quote.stands_for) == ("Oslo", "Norwegian government")


def test_it_is_the_body_that_spoke_last() -> None:
    first, second = quotes_of(
        "“The road is closed,” the ministry said in a statement.\nIt added that travel was “not advised” until Monday."
    )
    assert (second.speaker, second.speaker_name) == ("It", "the ministry")
    assert first.speaker_name == "the ministry"


def test_direct_is_a_sentence_and_mixed_is_part_of_one() -> None:
    assert [q.kind for q in quotes_of("“We will go now,” she said, adding that it was “too late” to stay.")] == ["direct", "mixed"]


def test_a_quote_over_paragraphs_has_one_speaker_and_no_damage() -> None:
    quotes = quotes_of("“We will rebuild it,” said Ada Orlo. “It takes a year.\n“And then it will stand.”")
    assert [q.speaker_name for q in quotes] == ["Ada Orlo"] * 3
    assert [q.is_damaged for q in quotes] == [False] * 3


def test_a_mark_never_closed_is_damage_and_ends_with_its_paragraph() -> None:
    quotes = quotes_of("“We will rebuild it on Monday.\nThe bridge fell in May.")
    assert [(q.text[-7:], q.is_damaged) for q in quotes] == [("Monday.", True)]


def test_a_lost_mark_before_a_tag_swallows_no_tag() -> None:
    quotes = quotes_of("“We will rebuild it, Ada Orlo said on Monday.\nThe bridge fell in May.")
    assert [(q.text, q.speaker_name, q.is_damaged) for q in quotes] == [("We will rebuild it,", "Ada Orlo", True)]


def test_other_languages_have_spans_and_no_speakers() -> None:
    from transforms.annotate import _paragraphs
    from transforms.nlp.read import read_passages
    from transforms.quotes.cues import wants_parse
    from transforms.quotes.find import find_quotes

    quotes = find_quotes(read_passages(_paragraphs("„Wir bauen die Brücke wieder auf“, sagte Ada Orlo."), wants_parse), (), "de")
    assert [(q.text, q.speaker, q.confidence <= 0.3) for q in quotes] == [("Wir bauen die Brücke wieder auf", None, True)]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("de", "Die Bürger nennen den Turm „Zeigefinger“ und lachen.", ["scare"]),
        ("fr", "Le ventre serait notre «second cerveau», dit-on.", ["scare"]),
        ("es", "La alcaldesa dijo que el puente era “un peligro para todos los vecinos” y se fue.", ["mixed"]),
        ("de", "„Wir bauen die Brücke noch in diesem Jahr neu.“ Das war alles.", ["direct"]),
    ],
)
def test_a_few_marked_words_of_a_language_that_is_not_read_are_a_term(language: str, text: str, kinds: list[str]) -> None:
    from transforms.annotate import _paragraphs
    from transforms.nlp.read import read_passages
    from transforms.quotes.cues import wants_parse
    from transforms.quotes.find import find_quotes

    quotes = find_quotes(read_passages(list(_paragraphs(text)), wants_parse, ""), (), language)
    assert [q.kind for q in quotes] == kinds and all(q.speaker is None for q in quotes)


@pytest.mark.parametrize(
    "text", ['{ "Value": "a red boat on the lake", "Shape": "round" }', '"Colour": "blue as the sea", "Size": "a hand"']
)
def test_what_stands_in_marks_before_a_colon_says_nothing(text: str) -> None:
    assert all(q.speaker is None for q in quotes_of(text))


def test_a_quote_says_what_spoke_for_its_saying_and_what_that_weighed() -> None:
    (quote,) = quotes_of("“We will rebuild it,” Ada Orlo said on Monday.")
    assert any(r.startswith("comma before tag -6.0") for r in quote.reasons)


@pytest.mark.parametrize(
    ("above", "speaker"),
    [
        ("In a letter to the staff, Ada Orlo wrote:", "Ada Orlo"),
        ("The council of Velm said in a statement:", "The council of Velm"),
        ("Ada Orlo has led the house for ten years, and her deputy will follow her.", None),  # announces nothing
    ],
)
def test_words_set_apart_without_marks_are_of_whom_the_line_above_announces(above: str, speaker: str | None) -> None:
    said = ("I was never asked about the bridge by anybody in this town.", "I leave with no anger, but I leave it now.")
    page = (
        f"<article><h1>Bridge keeper goes</h1><p>The keeper of the bridge, Ada Orlo, left her office on Tuesday evening.</p><p>{above}</p>"
        f"<blockquote><p>{said[0]}</p><p>{said[1]}</p></blockquote>"
        "<p>The bridge was built in the year of the flood, and nobody has painted it since.</p></article>"
    )
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction)
    quotes = [(q.text, q.speaker_name, q.method) for q in annotate_extraction(found).quotes if q.kind == "direct"]
    assert quotes == ([(text, speaker, "announced") for text in said] if speaker else [])


def test_a_nickname_in_marks_is_nobody_s_words() -> None:
    quotes = annotate_text("Ada “Maggie” Orlo and Peter ‘Pit’ Lund ran the inn. “It is shut,” Orlo said.").quotes
    assert [(q.text, q.kind) for q in quotes] == [("Maggie", "scare"), ("Pit", "scare"), ("It is shut,", "direct")]


# (what is so, text, marked words, whose they are; None: nobody's)
MIXED = [
    ("a participle goes on with the report", "Ada Orlo warned that towns have shut baths, highlighting that it is “a loss.”", "Ada Orlo"),
    ("who is quoted as saying it", "Velm Radio quoted the mayor as saying that the bridge was “a ruin.”", "the mayor"),
    ("who is reported to speak goes on", "Ada Orlo said that the board had denied it, calling the claim “a fairy tale.”", "the board"),
    ("another clause behind a semicolon", "Ada Orlo called the bridge a “ruin”; Ben Moss wrote an essay.", "Ada Orlo"),
    ("a source behind a comma", "The quay is “a quiet wreck,” per the harbour office.", "the harbour office"),
    ("who stands for a noun", "The mayor, who said that the bridge was “a ruin,” left.", "The mayor"),
    ("those who make a work", "Ada Orlo insulted the cast of “Lanterns” on Friday.", None),
    ("a rank", "Ada Orlo ranked it third on her list of “Best Quays” of the coast.", None),
    ("a passive beside a copula", "The pumps are old and considered the “gold standard” for cellars.", None),
    ("what the writer reads", "When Ada Orlo reported that I could read “fluently enough, but badly,” we laughed.", "Ada Orlo"),
    ("how a word sounds", "They sell salt cod (pronounced “sol-cud”) there.", None),
    ("a duty", "They have to declare “any gift that may sway them” within a month.", None),
    ("a name in the sentence before", "She spoke to the society of the “Salt Peoples.” The coast, Ada Orlo claimed, had waited.", None),
    ("what it is seen as", "Ada Orlo saw him as the “missing link” of it.", "Ada Orlo"),
    ("what it is regarded as", "Ada Orlo regards the sale of it as a “gross theft.”", "Ada Orlo"),
    ("what it is viewed as", "Ada Orlo views the quay as her “last chance.”", "Ada Orlo"),
    ("so to speak", "The keepers are, so to speak, “up for anything.”", None),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "speaker"), MIXED)
def test_whose_words_within_a_sentence_are(what: str, text: str, speaker: str | None) -> None:
    (quote,) = [q for q in annotate_text(text).quotes if q.kind != "indirect"]
    assert (None if quote.kind == "scare" else quote.speaker_name) == speaker, what
