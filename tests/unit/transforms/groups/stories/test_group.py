"""Reports of one event are one story; another event of the same theme, another week or another meeting is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from transforms.groups.features.read import read_features
from transforms.groups.stories import group
from transforms.records import SpokenQuote, StoryArticle, StoryGroup

FERRY = (
    "A ferry ran aground on the Vessant reef before dawn with 212 passengers aboard, the coastguard of Almora said.",
    "Lifeboats from Almora harbour brought all 212 passengers ashore after the ferry Marisol ran aground on the Vessant reef.",
    "The Marisol struck the Vessant reef in fog; nobody was hurt, and divers will inspect the hull of the ferry, Almora's coastguard said.",
)
BUDGET = (
    "Parliament in Dorvale passed the budget after a night of debate, with higher duties on timber and on diesel.",
    "Timber mills protested in Dorvale as parliament voted through the budget that raises the duty on timber and diesel.",
)


def group_stories(articles: list[StoryArticle], quotes: list[SpokenQuote], copies: dict[str, str] | None = None) -> list[StoryGroup]:
    return group.group_stories([read_features(a) for a in articles], copies or {}, quotes)


def report(name: str, body: str, day: int | None = 1, title: str | None = None) -> StoryArticle:
    published = date(2031, 3, 1) + timedelta(days=day) if day is not None else None
    return StoryArticle(name, published, title, body)


def quote(article: str, text: str, position: float, ordinal: int = 0) -> SpokenQuote:
    return SpokenQuote(f"{article}/{ordinal}", article, ordinal, None, None, "direct", text, "orlo", position)


def to_sets(groups: list[StoryGroup]) -> set[frozenset[str]]:
    return {frozenset(g.members) for g in groups}


REPORTS = [report(f"f{n}", text) for n, text in enumerate(FERRY)] + [report(f"b{n}", text) for n, text in enumerate(BUDGET)]


def test_reports_of_one_event_are_one_story() -> None:
    assert to_sets(group_stories(REPORTS, [])) == {frozenset({"f0", "f1", "f2"}), frozenset({"b0", "b1"})}


def test_every_article_is_in_one_group_even_alone_and_empty() -> None:
    groups = group_stories([*REPORTS, report("empty", ""), report("none", "", None)], [])
    assert sorted(m for g in groups for m in g.members) == ["b0", "b1", "empty", "f0", "f1", "f2", "none"]
    assert {frozenset({"empty"}), frozenset({"none"})} <= to_sets(groups)


def test_the_same_words_weeks_later_are_another_story() -> None:
    later = [replace(a, article_id="late-" + a.article_id, published_on=date(2031, 5, 1)) for a in REPORTS]
    groups = to_sets(group_stories([*REPORTS, *later], []))
    assert frozenset({"f0", "f1", "f2"}) in groups
    assert frozenset({"late-f0", "late-f1", "late-f2"}) in groups


def test_copies_share_the_story_of_their_original() -> None:
    groups = group_stories([*REPORTS, report("copy", "Something else.", 30)], [], {"copy": "f1"})
    assert frozenset({"f0", "f1", "f2", "copy"}) in to_sets(groups)


def test_a_copy_of_an_article_that_is_gone_stands_for_itself() -> None:
    groups = group_stories([report("a", FERRY[0])], [], {"a": "gone"})
    assert to_sets(groups) == {frozenset({"a"})}


def test_the_title_is_the_headline_nearest_to_the_others() -> None:
    titles = ["Ferry Marisol aground on Vessant reef", "All safe after ferry Marisol hits Vessant reef", "Watch"]
    groups = group_stories([report(f"f{n}", FERRY[n], title=t) for n, t in enumerate(titles)] + REPORTS[3:], [])
    assert {g.title for g in groups if "f0" in g.members} <= set(titles[:2])


def test_a_story_without_headlines_has_no_title() -> None:
    assert {g.title for g in group_stories(REPORTS, [])} == {None}


SAID = (
    "The Marisol should never have left Almora harbour in this fog, and the company will answer for it.",
    "My crew did everything that the book of the coastguard asks of a captain in fog.",
    "We have counted every passenger twice, and none of them needs a doctor tonight.",
    "The reef has been on every chart since my grandfather sailed these waters.",
    "Another ferry will take over the line to the islands from tomorrow morning.",
    "The company owes the islanders a timetable that a captain can keep in winter.",
    "Nobody asked the pilots whether the radar of this ferry had been repaired.",
    "The harbour office wants new lamps on every buoy between here and the islands.",
)


def undated(*names: str) -> list[StoryArticle]:
    return [replace(a, published_on=None) for a in REPORTS if a.article_id in names]


def quotes_of(article: str, *statements: tuple[int, float]) -> list[SpokenQuote]:
    return [quote(article, SAID[n], position, ordinal) for ordinal, (n, position) in enumerate(statements)]


def test_without_days_a_report_with_news_of_its_own_and_the_others_far_down_is_another_story() -> None:
    first = quotes_of("f0", (0, 0.1)) + quotes_of("f1", (0, 0.2))
    later = quotes_of("f2", (1, 0.1), (2, 0.2), (3, 0.4), (0, 0.9))
    assert to_sets(group_stories(undated("f0", "f1", "f2"), first + later)) == {frozenset({"f0", "f1"}), frozenset({"f2"})}


def test_without_days_a_report_that_tells_the_same_later_in_the_text_is_the_same_story() -> None:
    quotes = quotes_of("f0", (0, 0.1)) + quotes_of("f1", (0, 0.2)) + quotes_of("f2", (0, 0.9))
    assert to_sets(group_stories(undated("f0", "f1", "f2"), quotes)) == {frozenset({"f0", "f1", "f2"})}


def test_without_days_a_report_full_of_quotes_with_none_of_those_that_go_round_is_another_story() -> None:
    more = [report(name, FERRY[0].replace("212", about), None) for name, about in (("f3", "some 200"), ("f4", "over 210"))]
    tellers = [*more, *undated("f0", "f1", "f2")]
    going_round = [q for name in ("f0", "f1", "f3", "f4") for q in quotes_of(name, (0, 0.1), (1, 0.3), (2, 0.6), (3, 0.7))]
    other = quotes_of("f2", (4, 0.1), (5, 0.4), (6, 0.6), (7, 0.8))
    assert to_sets(group_stories(tellers, going_round + other)) == {frozenset({"f0", "f1", "f3", "f4"}), frozenset({"f2"})}


def test_with_days_quotes_part_nothing() -> None:
    first = quotes_of("f0", (0, 0.1)) + quotes_of("f1", (0, 0.2))
    later = quotes_of("f2", (1, 0.1), (2, 0.2), (3, 0.4), (0, 0.9))
    assert to_sets(group_stories(REPORTS[:3], first + later)) == {frozenset({"f0", "f1", "f2"})}


QUAKES = (
    "A quake shook Almora early on Thursday. Shelves fell in the market of Sant Pere, and 140 pupils spent the morning in the yard.",
    "Thursday's quake of Almora sent 140 pupils into the yard and emptied the shelves of Sant Pere.",
    "A quake shook Almora late on Sunday. Stones blocked the road to Dorvale, and 23 houses were left without power.",
    "Sunday's quake cut the power of 23 houses and blocked the road to Dorvale with stones.",
)


def test_without_days_weekdays_and_words_part_events_of_one_kind() -> None:
    groups = to_sets(group_stories([report(f"q{n}", text, None) for n, text in enumerate(QUAKES)], []))
    assert groups == {frozenset({"q0", "q1"}), frozenset({"q2", "q3"})}


def test_a_report_without_a_day_does_not_join_what_days_part() -> None:
    later = [replace(a, article_id="late-" + a.article_id, published_on=date(2031, 5, 1)) for a in REPORTS[:3]]
    groups = to_sets(group_stories([*REPORTS[:3], *later, report("undated", FERRY[0] + " " + FERRY[1], None)], []))
    assert len(groups) == 2
    assert {frozenset(m for m in g if m != "undated") for g in groups} == {
        frozenset({"f0", "f1", "f2"}),
        frozenset({"late-f0", "late-f1", "late-f2"}),
    }


def test_a_standfirst_tells_the_event_where_the_text_tells_the_background() -> None:
    background = "Timetables, fares and tides have been argued over in the islands for as long as anyone there can remember."
    told = replace(report("told", background), standfirst=FERRY[0])
    assert frozenset({"f0", "f1", "f2", "told"}) in to_sets(group_stories([*REPORTS, told], []))
    assert frozenset({"f0", "f1", "f2"}) in to_sets(group_stories([*REPORTS, report("untold", background)], []))


def test_members_and_groups_come_earliest_first() -> None:
    groups = group_stories(
        [report("z", FERRY[0], 1), report("a", FERRY[1], 2), report("m", BUDGET[0], None), report("b", BUDGET[1], 0)], []
    )
    assert [g.members for g in groups] == [("b", "m"), ("z", "a")]


def test_nothing_gives_nothing() -> None:
    assert group_stories([], []) == []


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Der Gemeinderat von Lomvik hat beschlossen, dass die alte Brücke über den Fluss bis zum Herbst erneuert "
            "werden soll. Es ist noch nicht klar, wer für die Kosten aufkommen wird.",
            "Die Läuferin aus Orlo ist über die lange Strecke so schnell gewesen wie noch nie. Es war das erste Rennen "
            "nach der Pause, und sie wird auch wieder für den Verein an den Start gehen.",
            "Für den Teig werden die Eier mit dem Zucker gerührt, bis die Masse hell ist. Wer es nicht so süß mag, nimmt "
            "am Ende auch die Hälfte, denn die Birnen sind von sich aus schon weich.",
        ),
        (
            "El consejo de Lomvik ha decidido que el puente viejo sobre el río se va a renovar antes de otoño. No está "
            "claro quién va a pagar los gastos, pero las obras van a empezar en julio.",
            "La corredora de Orlo ha sido más rápida que nunca en la distancia larga. No es la primera vez que gana, y "
            "se va a ver otra vez con los colores de su club.",
        ),
        (
            "Le conseil de Lomvik a décidé que le vieux pont sur la rivière sera refait avant l'été. On ne sait pas qui "
            "va payer les travaux, mais ils doivent commencer en juillet.",
            "La coureuse d'Orlo n'a jamais été aussi rapide sur la longue distance. Ce n'est pas la première fois "
            "qu'elle gagne, et elle sera encore dans les rangs de son club.",
        ),
    ],
)
def test_articles_that_share_the_small_words_of_their_language_alone_are_no_story(texts: tuple[str, ...]) -> None:
    reports = [report(f"a{n}", text) for n, text in enumerate(texts)]
    assert to_sets(group_stories(reports, [])) == {frozenset({f"a{n}"}) for n in range(len(texts))}
