"""The commands that need no run: extract, annotate, sql, help."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.flows.conftest import SAMPLES, Command

COMMANDS = (
    "run",
    "backfill",
    "rebuild",
    "remove",
    "extract",
    "annotate",
    "explain",
    "entity",
    "doubtful",
    "wordings",
    "sql",
    "status",
    "browse",
    "report",
    "export",
    "up",
    "deploy",
    "ui",
)


def test_extract_gives_a_line_for_every_document(onrecord: Command) -> None:
    done = onrecord("extract", SAMPLES)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert len(rows) == sum(p.suffix in {".html", ".txt"} for p in SAMPLES.rglob("*.*"))
    rejected = [r for r in rows if "reason" in r]
    assert {r["source_uri"].split("/")[0] for r in rejected} == {"broken"}
    assert all(set(r) == {"source_uri", "reason", "detail"} for r in rejected)
    assert all(r["body"][b["start_char"] : b["end_char"]] == b["text"] for r in rows if "body" in r for b in r["blocks"] if b["end_char"])


def test_extract_of_nothing_there_is_wrong_usage(onrecord: Command, tmp_path: Path) -> None:
    done = onrecord("extract", tmp_path / "missing.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "missing.html" in done.stderr


def test_annotate_keeps_order_and_offsets_of_the_texts_as_given(onrecord: Command) -> None:
    texts = ["  “We agreed,” Mara Lindqvist said.\n\n", "", "Nothing is said here.", "\ufeff“Yes,” said Ivo Brandt 🙂 in Oslo.", "\u0000"]
    done = onrecord("annotate", stdin="\n".join(json.dumps({"doc_id": i, "text": t}) for i, t in enumerate(texts)))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert [r["doc_id"] for r in rows] == list(range(len(texts)))
    for text, row in zip(texts, rows, strict=True):
        for span in [*row["mentions"], *row["quotes"]]:
            assert text[span["start_char"] : span["end_char"]] == span["text"]
    assert rows[0]["quotes"][0]["speaker"] == "Mara Lindqvist"


def test_annotate_answers_a_broken_line_and_goes_on(onrecord: Command) -> None:
    done = onrecord("annotate", stdin='{"doc_id": 1}\nnot json\n[1]\n{"doc_id": 4, "text": "Fine."}\n')
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["doc_id"], r.get("reason")) for r in rows] == [
        (1, "broken_record"),
        (None, "broken_record"),
        (None, "broken_record"),
        (4, None),
    ]
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_annotate_reads_a_file(onrecord: Command, tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text('{"doc_id": "a", "text": "Fine."}\n')
    assert json.loads(onrecord("annotate", tmp_path / "texts.jsonl").stdout)["doc_id"] == "a"
    assert onrecord("annotate", tmp_path / "none.jsonl").returncode == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_an_example(onrecord: Command, command: str) -> None:
    done = onrecord(command, "--help")
    assert done.returncode == 0
    assert f"onrecord {command}" in done.stdout
    assert "Example" in done.stdout


def test_version(onrecord: Command) -> None:
    done = onrecord("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("onrecord ")


def test_an_unknown_option_is_wrong_usage(onrecord: Command) -> None:
    assert onrecord("run", "--sideways", "x").returncode == 2


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("csv", "n,b,d\n1,x,2025-03-13\n"),
        ("json", '[\n{"n": 1, "b": "x", "d": "2025-03-13"}\n]\n'),
        ("jsonl", '{"n": 1, "b": "x", "d": "2025-03-13"}\n'),
    ],
)
def test_sql_formats(onrecord: Command, sample_run: tuple[Path, object], form: str, expected: str) -> None:
    done = onrecord("sql", "select 1 as n, 'x' as b, date '2025-03-13' as d", "--format", form, "--home", sample_run[0])
    assert (done.returncode, done.stdout) == (0, expected), done.stderr


def test_sql_from_a_file_to_parquet(onrecord: Command, sample_run: tuple[Path, object], tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    (tmp_path / "q.sql").write_text("select article_id, authors from articles")
    done = onrecord("sql", "-f", tmp_path / "q.sql", "--format", "parquet", "-o", tmp_path / "a.parquet", "--home", sample_run[0])
    assert done.returncode == 0, done.stderr
    assert pq.read_table(tmp_path / "a.parquet").column_names == ["article_id", "authors"]


def test_sql_cannot_write_to_the_published_file(onrecord: Command, sample_run: tuple[Path, object]) -> None:
    done = onrecord("sql", "delete from articles", "--home", sample_run[0])
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_sql_before_any_run_says_so(onrecord: Command, tmp_path: Path) -> None:
    done = onrecord("sql", "select 1", "--home", tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error(onrecord: Command, sample_run: tuple[Path, object]) -> None:
    import subprocess
    import sys

    command = f"{sys.executable} -m flows.cli sql 'select * from range(100000)' --format csv --home {sample_run[0]} | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], env=onrecord.env, capture_output=True, text=True, check=False)
    assert done.stdout == "range\n"
    assert "Traceback" not in done.stderr
    assert done.returncode == 0


def test_explain_names_the_rule_of_every_paragraph_and_quote(onrecord: Command) -> None:
    done = onrecord("explain", SAMPLES / "meridian-post" / "danube-ferry-captain.html")
    assert done.returncode == 0, done.stderr
    blocks = json.loads(onrecord("extract", SAMPLES / "meridian-post" / "danube-ferry-captain.html").stdout)["blocks"]
    assert all(f"{b['ordinal']:>4} {b['role']}" in done.stdout and b["reason"] in done.stdout for b in blocks)
    assert "rule" in done.stdout
    assert "seen as a name: person" in done.stdout  # what spoke for the type of each name
    assert "confidence" in done.stdout


def test_explain_says_why_there_is_no_article(onrecord: Command) -> None:
    done = onrecord("explain", SAMPLES / "broken" / "empty.html")
    assert done.returncode == 0
    assert "rejected, empty" in done.stdout


def test_entity_is_found_by_any_spelling(onrecord: Command, sample_run: tuple[Path, object]) -> None:
    done = onrecord("entity", "youssef al harran", "--home", sample_run[0])
    assert done.returncode == 0, done.stderr
    assert "Yousef el-Harran" in done.stdout
    assert onrecord("entity", "nobody at all", "--home", sample_run[0]).returncode == 1


def test_wordings_mark_what_differs(onrecord: Command, sample_run: tuple[Path, object]) -> None:
    done = onrecord("wordings", "a winner and a loser", "--home", sample_run[0])
    assert done.returncode == 0, done.stderr
    assert "The Harbour Gazette" in done.stdout
    assert "{+" in done.stdout
    assert (
        "The Meridian Post, 2025-03-12, first\n  → The Harbour Gazette, same day, in words of its own, nearest to The Meridian Post"
        in done.stdout
    )
    assert onrecord("wordings", "never said by anyone", "--home", sample_run[0]).returncode == 1
    assert onrecord("wordings", "winner, a loser", "--home", sample_run[0]).stdout == done.stdout  # its words, in no order
