"""Which model is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms.nlp import choice


def test_a_chosen_model_wins() -> None:
    assert choice.model_path("/srv/model") == "/srv/model"


def test_without_a_choice_it_is_a_folder_of_an_installed_package() -> None:
    assert Path(choice.model_path(), "config.cfg").exists()


def test_with_none_installed_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "MODELS", ("en_none",))
    with pytest.raises(LookupError, match="en_none"):
        choice.model_path()
