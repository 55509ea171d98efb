"""What README, CONTRIBUTING and docs/ say is what the program does."""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main

from flows.cli.app import app
from flows.settings import Settings
from flows.watch.limits import LIMITS
from flows.watch.show import ARTIFACTS
from tests.contracts.columns_page import write_columns
from transforms.entities.corrections import parse_corrections
from transforms.pages.flags import FLAGS
from transforms.records import Rejection, RejectionReason
from warehouse.connect import connect
from warehouse.home import Home
from warehouse.schemas import PUBLISHED, SEARCH

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PAGES = {"README.md": README, "CONTRIBUTING.md": CONTRIBUTING, "CHANGELOG.md": CHANGELOG} | {
    f"docs/{p.name}": p.read_text(encoding="utf-8") for p in sorted((ROOT / "docs").glob("*.md"))
}
REFERENCE = "\n".join(text for name, text in PAGES.items() if name.startswith("docs/"))
SQL_BLOCKS = list(dict.fromkeys(re.findall(r"```sql\n(.*?)```", README + REFERENCE, re.DOTALL)))
SHELL_BLOCKS = re.findall(r"```sh\n(.*?)```", README + CONTRIBUTING + REFERENCE, re.DOTALL)


def _rows(text: str, header: str) -> dict[str, list[str]]:
    """Rows of the table whose header line starts so, by what stands in backquotes in the first column."""
    lines = text[text.index(f"\n| {header}") + 1 :].splitlines()
    table = {}
    for line in lines[2:]:
        if not line.startswith("|"):
            break
        cells = [c.replace("\\|", "|").strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]]
        table[cells[0].strip("`")] = cells[1:]
    return table


def _commands() -> dict[str, Any]:
    # Typer brings a click of its own in some versions: told by what they have, not by class.
    return typer.main.get_command(app).commands  # type: ignore[attr-defined]


def _options(command: Any) -> list[list[str]]:
    return [p.opts for p in command.params if p.param_type_name == "option"]


def _option_names(command: Any) -> set[str]:
    return {name for names in _options(command) for name in names}


def test_every_command_and_option_is_documented() -> None:
    documented = {row.split()[1]: row for row in _rows(REFERENCE, "command")}
    assert set(documented) == set(_commands())
    for name, command in _commands().items():
        for names in _options(command):
            assert any(option in documented[name] for option in names), f"{name} {names}"
    for name, row in documented.items():
        for option in re.findall(r"(?<![\w-])--?[a-z]+", row):
            assert option in _option_names(_commands()[name]), f"{name} has no {option}"


@pytest.mark.parametrize("command", sorted(_commands()))
def test_help_of_every_command_shows_an_example(command: str) -> None:
    assert re.search(r"Examples?:.*onrecord", _commands()[command].epilog or "")


@pytest.mark.parametrize("block", SHELL_BLOCKS)
def test_shell_lines_use_commands_and_targets_that_exist(block: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in block.splitlines():
        line = line.split("#")[0]
        if found := re.search(r"\bonrecord ([a-z]+)(.*)", line):
            command = _commands()[found[1]]
            assert set(re.findall(r"(?<![\w-])--?[a-z]+", found[2])) <= _option_names(command), line
        if found := re.match(r"make ([a-z]+)", line):
            assert f"\n{found[1]}:" in makefile, line
        if found := re.search(r"python -m ([\w.]+)", line):
            assert (ROOT / found[1].replace(".", "/")).with_suffix(".py").exists(), line


def test_every_make_target_is_in_contributing() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {f"make {t}" for t in re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)} == set(_rows(CONTRIBUTING, "target"))


def test_every_setting_is_documented_with_default_and_meaning() -> None:
    expected = {}
    for name, setting in Settings.model_fields.items():
        default = setting.default
        if setting.default_factory is not None:
            shown = "one a core"
        elif default == "":
            shown = "none"
        else:
            shown = f"`{default:g}`" if isinstance(default, float) else f"`{default}`"
        expected[f"ONRECORD_{name.upper()}"] = [shown, setting.description]
    assert _rows(REFERENCE, "setting") == expected


def test_settings_named_in_prose_exist() -> None:
    known = {f"ONRECORD_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"ONRECORD_[A-Z]+(?:_[A-Z]+)*", "".join(PAGES.values()))) <= known


def test_every_flag_is_documented_with_its_meaning() -> None:
    assert {k: v[0].casefold() for k, v in _rows(REFERENCE, "flag").items()} == {k: v.casefold() for k, v in FLAGS.items()}


def test_every_artifact_and_limit_is_documented_with_its_meaning() -> None:
    assert {k: v[0] for k, v in _rows(REFERENCE, "artifact").items()} == ARTIFACTS
    assert {k: v[0] for k, v in _rows(REFERENCE, "limit |").items()} == LIMITS
    assert Settings().failing <= set(LIMITS)


def _reasons() -> set[str]:
    """Every reason that the code gives when it rejects: the literals handed to `reject`, `Failure`, `FetchFailed` and `Rejection`.

    mypy holds that each is a `RejectionReason`; this finds a reason of that type that nothing gives.
    """
    place = list(Rejection.__dataclass_fields__).index("reason")
    found = set()
    for path in (p for package in ("corpus", "transforms", "flows", "warehouse") for p in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            at = {"reject": 0, "Failure": 0, "FetchFailed": 0, "Rejection": place}.get(name)
            if at is not None and len(node.args) > at and isinstance(argument := node.args[at], ast.Constant):
                found.add(str(argument.value))
    return found - {"extract", "annotate"}  # stages, which `Item.reject` takes first


def test_every_reason_is_documented() -> None:
    documented = set(_rows(REFERENCE, "reason"))
    assert documented == set(get_args(RejectionReason))
    # Reasons that are decided in SQL stand as literals in its files.
    in_sql = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "warehouse").rglob("*.sql"))
    in_warehouse = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "warehouse").rglob("*.py"))
    for reason in documented - _reasons():
        assert f"'{reason}'" in in_sql or f'"{reason}"' in in_warehouse, f"nothing rejects with {reason}"


def test_every_table_view_and_macro_is_documented() -> None:
    assert set(_rows(REFERENCE, "table |")) == set(PUBLISHED)
    assert set(_rows(REFERENCE, "search table")) == set(SEARCH)
    public = {
        re.sub(r"^\d+_", "", Path(f.name).stem)
        for folder in ("views", "macros")
        for f in files("warehouse").joinpath(folder).iterdir()
        if f.name.endswith(".sql")
    }
    assert {name.split("(")[0] for name in _rows(REFERENCE, "view or macro")} == public


@pytest.mark.parametrize("query", SQL_BLOCKS)
def test_sql_of_the_documents_gives_rows(query: str, published_samples: Path) -> None:
    with connect(Home(published_samples)) as con:
        assert con.execute(query).fetchall()


def test_corrections_of_the_documents_can_be_read() -> None:
    block = re.search(r"```tsv\n(.*?)```", PAGES["docs/corrections.md"], re.DOTALL)
    assert block
    corrections = parse_corrections(block[1])
    assert corrections.same
    assert corrections.different
    assert corrections.names
    assert corrections.types


def test_answers_of_the_readme_are_those_of_make_run(published_samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the first answers questions and columns are compared; rows change with every rule and are not."""
    from flows.cli.answers import show_answers

    show_answers(published_samples)
    shown = re.search(r"<!-- answers -->\n```text\n(.*?)```", README, re.DOTALL)
    assert shown
    printed = _skeleton(capsys.readouterr().out)
    assert (skeleton := _skeleton(shown[1]))
    assert skeleton == printed[: len(skeleton)]


def _skeleton(answers: str) -> list[str]:
    """Headings and column names of the answers, without rows, lines and spaces."""
    lines = [re.sub(r"[─━═┄╌╴│┃|+=-]+|\s+", " ", line).strip() for line in answers.splitlines()]
    ends = [i for i, line in enumerate(answers.splitlines()) if re.match(r"^\s*[─━═┄├┡╞+=\-┼╪╇ ]{6,}", line)]
    return [lines[i - 1] for i in ends if i and lines[i - 1]]


def test_columns_are_documented_as_the_schemas_have_them() -> None:
    assert write_columns() in PAGES["docs/tables.md"], "run python -m tests.contracts.columns_page"


def test_readme_is_short() -> None:
    assert len(README.splitlines()) <= 130


def test_readme_leads_to_every_page_of_the_reference() -> None:
    assert {name for name in PAGES if name.startswith("docs/")} <= set(re.findall(r"\]\(([^)#:]+)\)", README))


def test_links_of_the_documents_lead_somewhere() -> None:
    for name, text in PAGES.items():
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert ((ROOT / name).parent / target).exists(), f"{name}: {target}"
