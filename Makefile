# Everything a developer or an installer does. `make` alone lists it.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PY ?= $(firstword $(foreach python,python3.11 python3.12 python3.13 python3,$(shell command -v $(python))))
N ?= 2
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
CERTWRIGHT := $(BIN)/certwright
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help run test check tidy bench javascript browser real screenshots postgres kills mutants golden words lock wheel clean

help: ## list what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  \033[1mmake %-11s\033[0m %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- The environment. Every package is checked against the hashes in requirements/. The stamps remember what was done.

$(BIN)/python:
	$(PY) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	@touch $@

$(VENV)/.browser: requirements/browser.txt $(VENV)/.dev
	$(PIP) install --require-hashes --requirement requirements/browser.txt
	@touch $@

# --- Use

run: $(VENV)/.run ## set up, then serve the demonstration on http://127.0.0.1:8000
	@$(CERTWRIGHT) init --demo
	@$(CERTWRIGHT) serve --port $(PORT)

# --- Work on it

test: $(VENV)/.dev ## run the tests; T=path runs some of them
	@$(BIN)/pytest $(if $(T),$(T),-n $(N) --ignore=tests/bench --ignore=tests/browser)

check: $(VENV)/.dev ## style, types, imports, dependencies, advisories, migrations: all that is wrong, at once
	@$(MAKE) --keep-going --no-print-directory style types imports dependencies advisories migrations

.PHONY: style types imports dependencies advisories migrations
style:
	$(BIN)/ruff check
	$(BIN)/ruff format --check
types:
	$(BIN)/mypy
imports:
	$(BIN)/lint-imports --no-logo
dependencies:
	$(BIN)/deptry src
advisories:
	$(BIN)/python scripts/advisories.py requirements/dev.txt
migrations:
	CERTWRIGHT_DATABASE=:memory: $(CERTWRIGHT) check --fail-level WARNING
	CERTWRIGHT_DATABASE=:memory: $(CERTWRIGHT) makemigrations --check --dry-run

tidy: $(VENV)/.dev ## put imports and layout in order, as `make check` asks
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format --quiet

bench: $(VENV)/.dev ## measure; results as JSON in var/bench
	@for bench in tests/bench/bench_*.py; do echo "$$bench"; PYTHONPATH=tests $(BIN)/python "$$bench"; done

javascript: $(VENV)/.dev ## a JavaScript library verifies our credentials (needs Node)
	@npm ci --prefix tests/credentials/javascript --ignore-scripts --no-audit --no-fund --silent
	@$(BIN)/pytest -n 0 tests/credentials/test_javascript.py

browser: $(VENV)/.browser ## tests in Chromium; T=path runs some of them
	@$(BIN)/pytest $(if $(T),-n 0 $(T),-n $(N) --dist loadfile tests/browser)

screenshots: $(VENV)/.browser ## pictures of the pages, light and dark, into docs/pictures
	@$(BIN)/python scripts/screenshots.py

postgres: $(VENV)/.dev ## the tests that use the database, on a private PostgreSQL
	@$(BIN)/python scripts/postgres_cluster.py $(BIN)/pytest -n $(N) \
		$(wildcard tests/scripts tests/journal tests/office tests/faults tests/golden tests/rows tests/cli tests/answers tests/web)

kills: $(VENV)/.dev ## kill the program at 200 random moments while it records, on both databases
	@$(BIN)/pytest -n 0 tests/faults/test_kills.py --kills 200
	@$(BIN)/python scripts/postgres_cluster.py $(BIN)/pytest -n 0 tests/faults/test_kills.py --kills 200

mutants: $(VENV)/.dev ## break the rules in ten thousand ways, one by one, and list what no test notices (half an hour)
	@$(BIN)/python scripts/mutate_rules.py run --max-children $(N)
	@$(BIN)/python scripts/mutate_rules.py figures

real: $(VENV)/.dev ## take over real registers, where their data lies beside the checkout
	@$(BIN)/python scripts/real_data.py

golden: $(VENV)/.dev ## write the golden journals of the version being made anew
	@$(BIN)/python scripts/golden_journal.py

words: $(VENV)/.dev ## find the texts to translate, bring the catalogues up to them and compile them
	@cd scripts && ../$(BIN)/python -m words

# hatchling is what the checkout itself is installed with. UPGRADE=--upgrade takes the newest versions allowed.
COMPILE = $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command 'make lock' $(UPGRADE) pyproject.toml -

lock: $(VENV)/.dev ## write requirements/ anew from pyproject.toml (hashes, no addresses)
	@echo hatchling | $(COMPILE) --extra s3 --extra pkcs11 --extra dev --output-file requirements/dev.txt
	@echo hatchling | $(COMPILE) --constraint requirements/dev.txt --output-file requirements/run.txt
	@echo hatchling | $(COMPILE) --extra browser --constraint requirements/dev.txt --output-file requirements/browser.txt
	@if grep -nE '://|file:|^-' requirements/*.txt; then echo "An address stands in a lock file."; exit 1; fi

wheel: $(VENV)/.dev ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean: ## remove what was built; keeps var/ with its data
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
