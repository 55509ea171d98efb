"""The language is that of the text; what the page declares decides where the text is short or unclear."""

from __future__ import annotations

import pytest

from transforms.metadata.language import clean_code, find_language

TEXTS = {
    "en": "The council of the harbour town agreed on Monday to rebuild the old wall before the winter storms.",
    "de": "Der Rat der Hafenstadt beschloss am Montag, die alte Mauer vor den Stürmen des Winters neu zu bauen.",
    "fr": "Le conseil de la ville a décidé lundi de reconstruire le vieux mur du port avant les tempêtes de l’hiver.",
    "ru": "Совет портового города решил в понедельник восстановить старую стену до начала зимних штормов.",
    "ar": "قرر مجلس مدينة الميناء يوم الاثنين إعادة بناء الجدار القديم قبل عواصف الشتاء القادمة من البحر.",
}


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("declared", [None, "x-default"])
def test_language_of_a_sentence_whatever_is_declared(code: str, declared: str | None) -> None:
    assert find_language(TEXTS[code], declared) == code


@pytest.mark.parametrize(
    ("text", "declared", "expected"), [("Der Rat tagt.", "de-AT", "de"), ("Der Rat tagt.", None, None), ("", "", None)]
)
def test_a_text_too_short_to_tell_has_the_declared_language(text: str, declared: str | None, expected: str | None) -> None:
    assert find_language(text, declared) == expected


@pytest.mark.parametrize(
    ("declared", "code"),
    [("de", "de"), ("de-AT", "de"), ("pt_BR", "pt"), (" EN-us", "en"), ("english", None), ("deu", None), ("", None), (None, None)],
)
def test_code_of_what_is_declared(declared: str | None, code: str | None) -> None:
    assert clean_code(declared) == code
