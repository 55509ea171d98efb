"""The names of articles as the lake keeps them for the resolution of entities."""

from __future__ import annotations

from pathlib import Path

from tests.lakes import make_document, store_documents
from tests.unit.warehouse.lake.test_manifest import NOW
from warehouse.home import Home
from warehouse.lake.chunks import list_chunks
from warehouse.lake.names import read_names
from warehouse.lake_schemas import LAKE
from warehouse.runs import start_run


def read(path: Path, *texts: str) -> list[dict[str, object]]:
    """The rows of names of these pages, each in its place of the schema."""
    home = Home(path).create()
    documents = [make_document(f"{i}.txt", text, outlet="Gazette") for i, text in enumerate(texts)]
    store_documents(home, start_run(home, "run", NOW, "r1", {}), documents, 5, "r1")
    (chunk,) = list_chunks(home)
    return [dict(zip(LAKE["names"].names, row, strict=True)) for rows in read_names(chunk, str.lower) for row in rows]


def test_a_cluster_is_one_name_with_its_spellings_by_how_often_they_stand(tmp_path: Path) -> None:
    told = "[{}|person|Ada Moss|mayor|||shown]"
    (name,) = read(tmp_path, " ".join(told.format(text) for text in ("Moss", "Ada Moss", "Moss")))
    assert (name["name"], name["forms"], name["counts"], name["role"], name["signs"]) == (
        "Ada Moss",
        ["Moss", "Ada Moss"],
        [2, 1],
        "mayor",
        ["shown"],
    )
    assert (name["outlet"], name["cluster"], name["spelling"], name["spellings"]) == ("Gazette", 0, "ada moss", ["ada moss", "moss"])


def test_an_organization_that_a_place_stands_for_is_a_name_that_stands_nowhere(tmp_path: Path) -> None:
    names = read(tmp_path, "Norvia said “the border stays open”.")
    assert [(n["place"], n["cluster"], n["stands_for"], n["type"], n["counts"]) for n in names] == [
        (0, 0, None, "place", [1]),
        (1, None, "Norvian government", "organization", [0]),
    ]


def test_articles_without_names_have_none(tmp_path: Path) -> None:
    assert read(tmp_path, "nobody was there", "nor here") == []
