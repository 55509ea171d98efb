"""The passages of a document as the language model reads them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from transforms.nlp.pipeline import LanguageModel, load_model
from transforms.nlp.readings import ModelName, Passage, Reading, Sentence
from transforms.nlp.sentences import split_sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Texts whose model output a process remembers for the copies that come soon after, some five kilobytes each.
_REMEMBERED = 4_096

Ask = Callable[[Sequence[str]], "list[Doc]"]
_kept: OrderedDict[tuple[str, str, str], Doc] = OrderedDict()


def read_passages(passages: Sequence[Passage], wants_parse: Callable[[str], bool], model: str = "") -> list[Reading]:
    """The passages of one document with names and parses, in the same order.

    `wants_parse` says of a sentence's text whether a parse is worth its time; `model` is a package name or path, empty: the first
    installed. What was read before in this process, a paragraph of a copy, is not read again, if the model is one whose answers
    depend on the paragraph alone.
    """
    loaded = load_model(model)
    docs = _ask(loaded, "names", model, loaded.recognise, [p.text for p in passages])
    cuts = [split_sentences(p.text) for p in passages]
    wanted = [(i, k) for i, spans in enumerate(cuts) for k, (a, b) in enumerate(spans) if wants_parse(passages[i].text[a:b])]
    parsed = _ask(loaded, "parses", model, loaded.parse, [passages[i].text[slice(*cuts[i][k])] for i, k in wanted])
    parses = dict(zip(wanted, parsed, strict=True))
    return [
        Reading(
            passage,
            docs[i],
            tuple(ModelName(e.start_char, e.end_char, e.label_) for e in docs[i].ents),
            tuple(Sentence(a, b, parses.get((i, k))) for k, (a, b) in enumerate(cuts[i])),
        )
        for i, passage in enumerate(passages)
    ]


def forget_readings() -> None:
    """Forgets the model output of documents read before: for measuring."""
    _kept.clear()


def _ask(loaded: LanguageModel, what: str, model: str, ask: Ask, texts: Sequence[str]) -> list[Doc]:
    """What the model makes of each text; whoever gets a `Doc` shares it and must not change it."""
    if not loaded.is_steady:
        return ask(texts)
    new = [text for text in dict.fromkeys(texts) if (what, model, text) not in _kept]
    found = dict(zip(new, ask(new), strict=True))
    docs = []
    for text in texts:
        key = what, model, text
        doc = found[text] if text in found else _kept[key]
        docs.append(doc)
        _kept[key] = doc
        _kept.move_to_end(key)
    while len(_kept) > _REMEMBERED:
        _kept.popitem(last=False)
    return docs
