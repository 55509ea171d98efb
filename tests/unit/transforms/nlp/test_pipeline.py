"""The model of a process: quick where its shape is known, spaCy's own where not, and the same answers from both."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from transforms.nlp import pipeline
from transforms.nlp.choice import model_path
from transforms.nlp.pipeline import OwnModel, QuickModel, load_model

TEXTS = ("Mara Lindqvist told reporters in Tallinn that the ferry would sail.", "", "“Fine,” said Juhan Rebane.")


def facts_of(model: pipeline.LanguageModel) -> list[object]:
    names = [[(e.text, e.label_) for e in doc.ents] for doc in model.recognise(TEXTS)]
    parses = [[(t.tag_, t.dep_, t.head.i) for t in doc] for doc in model.parse(TEXTS)]
    return [names, parses]


@pytest.fixture
def elsewhere(tmp_path: Path) -> str:
    """The pinned model under another path."""
    folder = tmp_path / "model"
    shutil.copytree(model_path(), folder, copy_function=lambda old, new: Path(new).symlink_to(old))
    return str(folder)


def test_it_is_loaded_once() -> None:
    assert load_model() is load_model("") is load_model(model_path())


def test_the_pinned_model_is_quick_and_gives_what_spacy_gives() -> None:
    quick = load_model()
    assert isinstance(quick, QuickModel)
    assert facts_of(quick) == facts_of(OwnModel(pipeline._load_spacy.__wrapped__(model_path())))


def test_a_model_of_another_shape_is_computed_by_spacy(elsewhere: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "find_misfit", lambda path: "components.ner.model: use_upper" if path == elsewhere else None)
    own = load_model(elsewhere)
    assert isinstance(own, OwnModel)
    assert not own.is_steady
    assert facts_of(own) == facts_of(load_model())


@pytest.mark.parametrize("title", ["Fr.", "Insp.", "Supt.", "Col."])
def test_the_full_stop_of_a_short_title_ends_no_sentence(title: str) -> None:
    (doc,) = load_model().parse([f'"We go on," said {title} Anselm Orlo, who had waited.'])
    assert title in [token.text for token in doc]
    assert [sent.text for sent in doc.sents] == [doc.text]
