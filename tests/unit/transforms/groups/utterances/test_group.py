"""One statement in many wordings is one utterance; what only sounds alike is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from transforms.groups.utterances.group import group_utterances
from transforms.records import SpokenQuote, UtteranceGroup

LONG = "The harbour will be dredged before the autumn storms, and the fishing fleet will pay nothing for it."


def say(
    text: str, article: str, speaker: str | None = "orlo", day: int | None = 1, story: str | None = "s", ordinal: int = 0
) -> SpokenQuote:
    published = date(2031, 3, 1) + timedelta(days=day) if day is not None else None
    return SpokenQuote(f"{article}.{ordinal}", article, ordinal, published, story, "direct", text, speaker)


def named(text: str, article: str, name: str, ordinal: int = 0, day: int | None = 1, story: str | None = "s") -> SpokenQuote:
    """Words of a speaker who is no entity."""
    return replace(say(text, article, None, day, story, ordinal), speaker_name=name)


def are_one(*quotes: SpokenQuote) -> bool:
    return len(group_utterances(quotes)) == 1


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        (LONG, "The port is going to be dredged before autumn storms, and the fishing fleet will not pay anything,", True),
        (LONG, "the fishing fleet will pay nothing", True),
        ("We are ready to talk", "We're ready for talks,", True),
        ("We will appeal.", "We are going to appeal,", True),
        ("This strike is reckless.", "reckless strike", True),
        ("It took nine years, but justice was done", "Justice has been done, but it took nine years.", True),
        ("It’s over.", "It is over", True),
        # the other way round
        ("We discussed the border.", "We did not discuss the border.", False),
        # half of the words are the same
        ("The number of boats has fallen for two weeks.", "We expect the number of boats to double within two weeks.", False),
        ("The door is open.", "The door to the council is closed to those who threaten us.", False),
        # one word is not enough
        ("a reckless plan", "We were reckless with the harbour money", False),
        ("", "We will appeal.", False),
    ],
)
def test_wordings_of_one_speaker_in_one_story(a: str, b: str, one: bool) -> None:
    assert are_one(say(a, "x"), say(b, "y")) is one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        # synonyms, word class, a turned sentence, figures, comparison, the superlative that is never surpassed
        ("The roof came down quicker than anybody could shout,", "The roof came down faster than anyone could shout", True),
        ("It was our decision to close the quarry for the winter", "We decided that the quarry closes for the winter", True),
        ("The letter cannot be burned, it can only be buried,", "It is impossible to burn the letter, one can only bury it", True),
        ("We pump 90 million litres a day for under $2", "We can pump 90m litres daily for less than two dollars", True),
        ("The nets are lighter than they were before Lent,", "The nets have become lighter since Lent,", True),
        ("This is the worst harvest I have seen in forty years", "I have never seen a worse harvest in four decades", True),
        # the same frame, and another thing in it
        ("Tonight this valley has chosen orchards,", "Tonight this valley has chosen to dance,", False),
        ("I am proud of the weavers who sang through the night", "I am proud of the masons who sang through the night", False),
        ("We found traces of copper in the well", "We found traces of resin in the well", False),
        ("Not a single lamp was lost on this voyage", "Not a single lamp was bought on this voyage", False),
        ("It was a cold house and a warm host", "It was a warm house and a cold host", False),
        ("Nobody warned us that the weir was cracking", "Everybody warned us that the weir was cracking", False),
        ("They mean to recruit 40 divers next year", "They mean to dismiss 40 divers next year", False),
        # … but of many words one that a translator put otherwise
        (
            "The wind has taken the roof, the chimney, the goats and my sister's loom",
            "The wind has taken the roof, the chimney, the sheep and my sister's loom",
            True,
        ),
        ("The court read its judgment before noon on Friday", "The court read its ruling before noon on Friday", True),
        ("It was the loudest night of my years at sea", "It was the darkest night of my years at sea", False),
        ("We have offered a third of the catch, and that is a generous bid.", "A third of the catch is the last bid,", False),
    ],
)
def test_other_words_of_one_speaker_in_one_story(a: str, b: str, one: bool) -> None:
    assert are_one(say(a, "x"), say(b, "y")) is one


def test_of_two_statements_that_are_alike_the_nearer_one_is_joined() -> None:
    near, far, told = "Parents must not open these jars", "Parents must not return other jars", "no parent should open those jars"
    groups = group_utterances([say(near, "x"), say(far, "x", ordinal=1), say(told, "y")])
    assert sorted(g.members for g in groups) == [("x.0", "y.0"), ("x.1",)]


def test_known_different_speakers_are_never_one() -> None:
    assert not are_one(say(LONG, "x"), say(LONG, "y", speaker="imhof"))


def test_an_unknown_speaker_ties_no_two_known_ones() -> None:
    groups = group_utterances([say(LONG, "x"), say(LONG, "y", speaker=None), say(LONG, "z", speaker="imhof")])
    assert len(groups) == 2


@pytest.mark.parametrize(
    ("text", "one"),
    [
        # long enough to be repeated word for word by later reports
        (LONG, True),
        # a stock phrase
        ("We are ready to talk.", False),
        ("It was a frank and useful exchange.", False),
    ],
)
def test_the_same_words_on_another_occasion(text: str, one: bool) -> None:
    assert are_one(say(text, "x"), say(text, "y", day=40, story="t")) is one


SENTENCE = "Every boat that leaves this quay from Monday on will carry two radios and a spare battery."
TWO_SENTENCES = f"{SENTENCE} We owe that to the families of the Halcyon crew."


@pytest.mark.parametrize(
    ("whole", "again", "fragment", "shorter", "one"),
    [
        # the very words beside the passage; a part of the words; the passage alone of two sentences
        (SENTENCE, SENTENCE, "narrow channel", "narrow channel", True),
        (SENTENCE, SENTENCE, "compensation for the widows of the lost trawler fleet", "the widows of the lost trawler fleet", True),
        (TWO_SENTENCES, SENTENCE, "a cold and careless ministry", "a cold and careless ministry", True),
        # one word; a part too short to be anybody's own; words denied; other words; a passage too short, or worded otherwise
        (SENTENCE, SENTENCE, "reckless", "reckless", False),
        (SENTENCE, SENTENCE, "safe water for the whole valley", "safe water", False),
        (SENTENCE, SENTENCE, "we will not rebuild the eastern pier of Orlo", "rebuild the eastern pier of Orlo", False),
        (SENTENCE, SENTENCE, "narrow channel", "narrow channels for both", False),
        ("We are ready to talk.", "We are ready to talk.", "narrow channel", "narrow channel", False),
        (SENTENCE, "Every boat that leaves from Monday on will carry two radios.", "narrow channel", "narrow channel", False),
    ],
)
@pytest.mark.parametrize("day", [40, None])
def test_words_beside_a_passage_that_another_report_repeats(
    whole: str, again: str, fragment: str, shorter: str, one: bool, day: int | None
) -> None:
    quotes = [
        say(whole, "x"),
        named(fragment, "x", "the boat owners", ordinal=1),
        say(again, "y", day=day, story="t"),
        named(shorter, "y", "the angry boat owners", ordinal=1, day=day, story="t"),
    ]
    utterances = [set(g.members) for g in group_utterances(quotes)]
    assert ({"x.1", "y.1"} in utterances) is one


def test_words_beside_a_passage_that_another_speaker_says_stay_apart() -> None:
    quotes = [
        say(SENTENCE, "x"),
        named("narrow channel", "x", "the boat owners", ordinal=1),
        say(SENTENCE, "y", speaker="moss", day=40, story="t"),
        named("narrow channel", "y", "the boat owners", ordinal=1, day=40, story="t"),
    ]
    assert len(group_utterances(quotes)) == 4


def test_words_of_other_names_stay_apart_beside_a_passage_that_is_repeated() -> None:
    quotes = [
        say(SENTENCE, "x"),
        named("narrow channel", "x", "the boat owners", ordinal=1),
        say(SENTENCE, "y", day=40, story="t"),
        named("narrow channel", "y", "the harbour pilots", ordinal=1, day=40, story="t"),
    ]
    assert sorted(len(g.members) for g in group_utterances(quotes)) == [1, 1, 2]


def test_a_fragment_repeated_with_the_statement_beside_it_is_the_same() -> None:
    quotes = [
        say(LONG, "x"),
        say("narrow channel", "x", ordinal=1),
        say(LONG, "y", day=40, story="t"),
        say("narrow channel", "y", day=40, story="t", ordinal=1),
    ]
    assert sorted(len(g.members) for g in group_utterances(quotes)) == [2, 2]


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (say("narrow channel", "y", day=None, story="t"), True),
        (say("narrow channels for both", "y", day=None, story="t"), False),  # other words
        (say("narrow channel", "y", day=None, story="t", speaker="moss"), False),  # another speaker
        (say("narrow channel", "y", day=40, story="t"), False),  # a day is known
    ],
)
def test_a_fragment_in_the_very_same_words_of_one_speaker_is_one_where_no_day_is_known(other: SpokenQuote, one: bool) -> None:
    assert are_one(say("narrow channel", "x", day=None), other) is one


def test_two_days_apart_is_one_occasion_without_a_story() -> None:
    assert are_one(say("We are ready to talk.", "x", story=None), say("We're ready to talk", "y", day=3, story=None))
    assert not are_one(say("We are ready to talk.", "x", story=None), say("We're ready to talk", "y", day=30, story=None))


def test_two_quotes_of_one_article_are_two_unless_one_contains_the_other() -> None:
    assert not are_one(say("We will dredge the harbour this year.", "x"), say("We will dredge the harbour next year.", "x", ordinal=1))
    assert are_one(say("We will dredge the harbour this year.", "x"), say("dredge the harbour", "x", ordinal=1))


def test_a_quote_of_two_sentences_ties_no_two_statements() -> None:
    first, second = "The dredgers arrive in the harbour on Friday.", "Nobody will lose a mooring or a licence."
    groups = group_utterances([say(f"{first} {second}", "x"), say(first, "y"), say(second, "z")])
    assert len(groups) == 2


def test_pieces_of_one_sentence_are_one_with_it() -> None:
    pieces = ["The harbour will be dredged", "the fishing fleet will pay nothing"]
    assert are_one(say(LONG, "x"), *(say(piece, "y", ordinal=i) for i, piece in enumerate(pieces)))
    assert are_one(say(LONG, "x"), *(say(piece, article) for piece, article in zip(pieces, "yz", strict=True)))
    assert len(group_utterances([say(piece, "y", ordinal=i) for i, piece in enumerate(pieces)])) == 2


@pytest.mark.parametrize(
    ("scrap", "others", "one"),
    [
        ("outrageous", [], True),
        ("Outrageous,", [], True),
        ("behind us", [], True),
        ("outrage", [], False),  # not the word
        ("no", [], False),  # has no content
        ("outrageous", ["The outrageous thing about the tax is that nobody voted for it."], False),  # stands in two statements
    ],
)
def test_a_word_joins_the_only_statement_of_the_speaker_that_has_it(scrap: str, others: list[str], one: bool) -> None:
    whole = "It is outrageous that the sailors wait for their money, but the worst is behind us."
    quotes = [say(whole, "x"), replace(say(scrap, "y"), kind="mixed"), *(say(text, "z", ordinal=i) for i, text in enumerate(others))]
    group = next(g for g in group_utterances(quotes) if "y.0" in g.members)
    assert (len(group.members) > 1) is one


def test_a_word_and_the_sentence_that_quotes_it_are_one() -> None:
    scrap, sentence = replace(say("outrageous", "y"), kind="mixed"), replace(say("the plan “outrageous”", "y", ordinal=1), kind="indirect")
    assert are_one(scrap, sentence)
    assert not are_one(scrap, replace(sentence, article_id="z"))


def test_a_word_of_another_speaker_or_story_joins_nothing() -> None:
    whole, scrap = "It is outrageous that the sailors wait for their money.", replace(say("outrageous", "y"), kind="mixed")
    assert not are_one(say(whole, "x"), replace(scrap, speaker="imhof"))
    assert not are_one(say(whole, "x"), replace(scrap, speaker=None))
    assert not are_one(say(whole, "x"), replace(scrap, story_id="t"))
    assert not are_one(say("Nothing about this is outrageous to a sailor.", "x"), replace(scrap, text="not outrageous"))


def test_a_spokesman_speaks_for_his_organization() -> None:
    spoken = [
        replace(
            say("Our boats will stay in the bay.", "x", speaker="velit"), speaker_name="Goran Velit", speaker_role="port police spokesman"
        ),
        replace(say("will remain in the bay", "y", speaker="police"), speaker_name="Port police"),
    ]
    assert are_one(*spoken)
    assert not are_one(spoken[0], replace(spoken[1], speaker="mayor", speaker_name="Jana Holt"))
    assert not are_one(replace(spoken[0], speaker_role="port police chief"), spoken[1])
    unknown = replace(spoken[1], speaker=None, speaker_name="the police")
    assert are_one(*(replace(quote, text="deeply moved", kind="mixed") for quote in (spoken[0], unknown)))
    assert not are_one(
        *(replace(quote, text="deeply moved", kind="mixed") for quote in (spoken[0], replace(unknown, speaker_name="the mayor")))
    )


RECALLED = "Last month Orlo promised: “We are ready to talk.”"


def test_words_repeated_as_said_earlier_are_of_the_earlier_occasion() -> None:
    first, later = say("We are ready to talk.", "x"), say("We are ready to talk.", "y", day=40, story="t")
    assert not are_one(first, later)
    assert are_one(first, replace(later, sentence=RECALLED))
    # said twice before: it is not known which is meant
    again = say("We are ready to talk.", "z", day=20, story="u")
    assert len(group_utterances([first, again, replace(later, sentence=RECALLED)])) == 3


def test_reported_tenses_are_no_other_times() -> None:
    report = replace(say("it was only a cramp and he would be fine", "y"), kind="indirect")
    assert are_one(say("It's only a cramp, I'll be fine,", "x"), report)


def test_scare_quotes_are_in_no_group() -> None:
    assert group_utterances([replace(say("expert", "x"), kind="scare")]) == []


def test_the_fullest_wording_is_the_text_and_the_known_speaker_the_speaker() -> None:
    groups = group_utterances([say("the fishing fleet will pay nothing", "x"), say(LONG, "y", speaker=None)])
    assert groups == [UtteranceGroup(("x.0", "y.0"), LONG, "orlo", "x.0")]


def test_an_indirect_report_joins_one_utterance_but_is_not_its_text() -> None:
    report = "the harbour would be dredged before the autumn storms and the fishing fleet would pay nothing for it, he promised everyone"
    groups = group_utterances([say(LONG, "x"), replace(say(report, "y"), kind="indirect")])
    assert [g.text for g in groups] == [LONG]


def test_a_report_joins_by_the_words_it_repeats_and_ties_no_two_quotes() -> None:
    whole = "They were out of the harbour in four minutes, so they knew exactly what they had come for."
    pieces = [say(whole, "x"), say("knew exactly what they had come for", "y")]
    report = replace(say("the thieves had sailed out of the harbour in four minutes", "z"), kind="indirect")
    assert are_one(*pieces, report)
    assert not are_one(*pieces, replace(report, text="the thieves had sold a boat in the harbour"))
    first, second = say("The boats are safe in the harbour.", "x"), say("The nets are lost at sea.", "y")
    both = replace(report, text="the boats were safe in the harbour and the nets lost at sea")
    assert len(group_utterances([first, second, both])) == 2


def test_nothing_gives_nothing() -> None:
    assert group_utterances([]) == []


def test_names_that_fit_make_one_speaker_where_there_is_no_entity() -> None:
    quotes = [
        replace(say("We will appeal.", article, speaker=None), speaker_name=name)
        for article, name in (("x", "the police"), ("y", "Almora police"))
    ]
    assert are_one(*quotes)
    assert not are_one(quotes[0], replace(quotes[1], speaker_name="the mayor"))


def test_a_role_without_a_name_is_another_speaker_in_another_story() -> None:
    first, second = (replace(say("We will leave no one behind.", a, speaker=None, story=a), speaker_name="the minister") for a in "xy")
    assert not are_one(first, second)
    assert are_one(first, replace(second, story_id="x"))


def test_a_story_that_goes_on_has_several_occasions() -> None:
    first, later = say("We are ready to talk.", "x"), say("We are ready to talk, but not today.", "y", day=6)
    assert not are_one(first, later)
    assert are_one(first, replace(later, published_on=first.published_on))


def test_other_names_part_fragments_but_not_statements() -> None:
    for text, one in (("totally unacceptable", False), (LONG, True)):
        quotes = [replace(say(text, "x"), speaker_name="Jana Orlo"), replace(say(text, "y", speaker=None), speaker_name="the mayor")]
        assert are_one(*quotes) is one


def test_a_report_joins_the_words_it_holds_before_it_joins_another_report() -> None:
    told = "that the visit came at a narrow channel for the island"
    quotes = [
        say("narrow channel", "x"),
        replace(say(told, "x", ordinal=1), kind="indirect"),
        say("narrow channel", "y"),
        replace(say(told, "y", ordinal=1), kind="indirect"),
    ]
    assert are_one(*quotes)


def test_a_report_belongs_to_the_words_that_it_quotes() -> None:
    full = say("Today may become a turning point if Tunis frees the crew and our boats stay away.", "x")
    words = say("turning point", "y", ordinal=1)
    frame = replace(say("it a ‘turning point’", "y", ordinal=2), kind="indirect")
    assert are_one(full, words, frame)


def test_a_bare_name_is_the_one_full_name_of_its_story() -> None:
    bare, full = (
        replace(say("Nobody told us that the dam was leaking", "x", "e1"), speaker_name="Moira", speaker_kind="named_person"),
        replace(say("No one told us the dam leaked", "y", "e2"), speaker_name="Moira Teale", speaker_kind="named_person"),
    )
    (group,) = group_utterances([bare, full])
    assert group.speaker == "e2"
    other = replace(say("We are leaving the valley", "z", "e3"), speaker_name="Moira Kost", speaker_kind="named_person")
    assert len(group_utterances([bare, full, other])) == 3
