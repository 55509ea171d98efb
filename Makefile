# On Record. `make` lists what there is; `make run` and `make test` do all the set-up.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
INSTALLED := $(VENV)/.installed
HOME_DIR ?= .data

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

$(INSTALLED): requirements.lock pyproject.toml
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

setup: $(INSTALLED) ## install into .venv (the other targets do it by themselves)

run: setup ## the sample pages into tables, and a few answers
	$(BIN)/onrecord run corpus/samples --home $(HOME_DIR)
	@$(BIN)/python -m flows.cli.answers --home $(HOME_DIR)

test: setup check ## everything that CI runs, on all cores
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: setup ## lint, types, imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

quality: setup ## the quality gates alone, with what was gained and lost
	$(BIN)/python -m pytest tests/quality tests/golden -q

bench: setup ## seconds of each stage, of a run and of its start, on pages of real size, against a loop of trafilatura and full spaCy
	$(BIN)/python -m tests.bench.throughput

lock: setup ## pin the dependencies anew (needs uv)
	uv pip compile --python-version 3.11 --no-build --generate-hashes --no-emit-index-url --no-header --all-extras -o requirements.lock pyproject.toml

clean: ## remove what was built (not the lock, not the tables of another home)
	rm -rf $(VENV) .data .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info

.PHONY: help setup run test check format quality bench lock clean
