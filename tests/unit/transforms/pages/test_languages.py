"""What is text and what is not is told by structure alone: one page in each of six languages, with words that no list knows."""

from __future__ import annotations

import pytest

from transforms.pages.extract import extract_article
from transforms.records import Document, Extraction

# Title, four paragraphs, caption, two headlines of other articles, and a line of a dialog.
PAGES = {
    "de": (
        "Die alte Mauer am Hafen wird neu gebaut",
        "Der Rat der Hafenstadt hat am Montag beschlossen, die alte Mauer noch vor dem Winter neu zu bauen.",
        "Die Bürgermeisterin sagte, die Arbeiten würden im September beginnen und vier Millionen Kronen kosten.",
        "Im letzten Jahr hatte ein Sturm einen Teil der Mauer zerstört, und zwei Boote waren dabei gesunken.",
        "Am Ufer sollen außerdem neue Bäume gepflanzt werden, damit die Gasse im Sommer wieder Schatten hat.",
        "Maurerin Anna Orlo am Kai",
        ("Fähre kam schon wieder zu spät", "Steinbruch öffnet seine Tore wieder"),
        "Einen Augenblick bitte noch warten",
    ),
    "fr": (
        "Le vieux mur du port sera reconstruit",
        "Le conseil de la ville a décidé lundi de reconstruire le vieux mur du port avant les tempêtes de l’hiver.",
        "La maire a déclaré que les travaux commenceraient en septembre et coûteraient quatre millions de couronnes.",
        "L’an dernier, une tempête avait détruit une partie du mur, et deux bateaux avaient coulé dans le bassin.",
        "De nouveaux arbres seront aussi plantés sur la rive pour que la ruelle retrouve son ombre en été.",
        "La maçonne Anna Orlo sur le quai",
        ("Le bac encore une fois en retard", "La carrière rouvre enfin ses portes"),
        "Encore un petit moment de patience",
    ),
    "es": (
        "La vieja muralla del puerto será reconstruida",
        "El consejo de la ciudad decidió el lunes reconstruir la vieja muralla del puerto antes de las tormentas del invierno.",
        "La alcaldesa dijo que las obras comenzarían en septiembre y costarían cuatro millones de coronas a la ciudad.",
        "El año pasado una tormenta destruyó una parte de la muralla, y dos barcos se hundieron en la dársena.",
        "También se plantarán nuevos árboles en la orilla para que el callejón vuelva a tener sombra en verano.",
        "La albañil Anna Orlo en el muelle",
        ("El transbordador llega tarde otra vez", "La cantera vuelve a abrir sus puertas"),
        "Un momento de paciencia todavía",
    ),
    "tr": (
        "Limandaki eski duvar yeniden yapılacak",
        "Liman kentinin meclisi pazartesi günü eski duvarın kış fırtınalarından önce yeniden yapılmasına karar verdi.",
        "Belediye başkanı çalışmaların eylül ayında başlayacağını ve kente dört milyon krona mal olacağını söyledi.",
        "Geçen yıl bir fırtına duvarın bir bölümünü yıkmış, limandaki iki tekne de o gece batmıştı.",
        "Kıyıya yeni ağaçlar da dikilecek, böylece sokak yaz aylarında yeniden gölgeli bir yer olacak.",
        "Duvar ustası Anna Orlo rıhtımda",
        ("Vapur bu sabah yine geç geldi", "Taş ocağı kapılarını yeniden açtı"),
        "Biraz daha beklemeniz gerekiyor",
    ),
    "ja": (
        "港の古い防波堤を建て直しへ",
        "港町の議会は月曜日、冬の嵐が来る前に古い防波堤を建て直すことを賛成多数で決めた。",
        "町長は、工事は九月に始まり、費用は四百万クローナになる見込みだと記者団に説明した。",
        "昨年の嵐では防波堤の一部が壊れ、港につながれていた二隻の船がその夜のうちに沈んでいる。",
        "岸辺には新しい木も植えられ、夏になれば路地に再び涼しい木陰が戻ってくるという。",
        "岸壁に立つ石工のアンナさん",
        ("渡し船がまた遅れて到着した朝", "採石場が再び門を開いた日のこと"),
        "もうしばらくそのままでお待ちください",
    ),
    "ar": (
        "إعادة بناء الجدار القديم في الميناء",
        "قرر مجلس مدينة الميناء يوم الاثنين إعادة بناء الجدار القديم قبل عواصف الشتاء القادمة من البحر.",
        "وقالت رئيسة البلدية إن الأعمال ستبدأ في سبتمبر وستكلف المدينة أربعة ملايين من الكرونات هذا العام.",
        "وكانت عاصفة قد دمرت في العام الماضي جزءا من الجدار وغرق في تلك الليلة قاربان في حوض الميناء.",
        "وستزرع أشجار جديدة على الضفة أيضا حتى يعود الظل إلى الزقاق في أشهر الصيف الحارة كما كان.",
        "البناءة آنا أورلو على الرصيف",
        ("العبارة تتأخر مرة أخرى هذا الصباح", "المحجر يفتح أبوابه من جديد للناس"),
        "لحظة واحدة من فضلكم قبل المتابعة",
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_text_of_a_page_in_any_language(language: str) -> None:
    title, *texts, caption, links, dialog = PAGES[language]
    items = "".join(f'<li><a href="/{i}">{text}</a></li>' for i, text in enumerate(links))
    teaser = f'<p><a href="/9">{links[0]} {links[1]}</a></p>'
    page = (
        f'<html lang="{language}"><head><title>{title}</title></head><body><nav><a href="/">{links[0]}</a></nav><article><h1>{title}</h1>'
        f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure><div><p>{texts[0]}</p><p>{texts[1]}</p>{teaser}'
        f'<div class="modal"><p>{dialog}</p></div><p>{texts[2]}</p><ul>{items}</ul><p>{texts[3]}</p></div></article>'
        f"<footer><p>{links[1]}</p></footer></body></html>"
    )
    found = extract_article(Document("page.html", "/page.html", page.encode(), "html"))
    assert isinstance(found, Extraction)
    assert found.article.body == "\n\n".join(texts)
    assert (found.article.title, found.article.language) == (title, language)
