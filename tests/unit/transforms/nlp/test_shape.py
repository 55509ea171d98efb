"""Which models ONNX Runtime can compute, by their configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms.nlp.choice import model_path
from transforms.nlp.shape import find_misfit


@pytest.fixture
def config() -> str:
    return Path(model_path(), "config.cfg").read_text(encoding="utf-8")


def misfit_of(config: str, folder: Path) -> str | None:
    (folder / "config.cfg").write_text(config, encoding="utf-8")
    return find_misfit(str(folder))


def test_the_pinned_model_fits(config: str, tmp_path: Path) -> None:
    assert misfit_of(config, tmp_path) is None


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("use_upper = true", "use_upper = false", "components.ner.model: use_upper"),
        ("window_size = 1", "window_size = 2", "components.ner.model.tok2vec.encode: window_size"),
        ('"SHAPE"]', '"SHAPE","POS"]', "components.ner.model.tok2vec.embed: attrs"),
        ("include_static_vectors = true", "include_static_vectors = false", "components.ner.model.tok2vec.embed: include_static_vectors"),
        ('"@vectors":"spacy.Vectors.v1"', '"@vectors":"floret.v1"', "nlp.vectors: @vectors"),
        ('factory = "ner"', 'factory = "beam_ner"', "components.ner: factory"),
        ("[components.parser.model]", "[components.other.model]", "components.parser.model: @architectures"),
    ],
)
def test_another_shape_is_told(config: str, tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in config
    assert misfit_of(config.replace(old, new), tmp_path) == told


@pytest.mark.parametrize("config_text", ["no sections", "[nlp]\n"])
def test_what_is_no_configuration_does_not_fit(tmp_path: Path, config_text: str) -> None:
    assert misfit_of(config_text, tmp_path) is not None


def test_a_package_name_does_not_fit() -> None:
    assert find_misfit("en_core_web_none") == "no config.cfg"
