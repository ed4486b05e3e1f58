# heshu: `make demo` and `make test` need Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SAMPLE = tests/samples/county.md

.PHONY: demo test lint bench clean

## check a sample report with three slips; the report fails, the demonstration does not
demo: $(VENV)/.installed
	@echo '$$ heshu check $(SAMPLE)'
	@$(BIN)/heshu check $(SAMPLE) || test $$? -eq 1

## the same, then all tests; skipped ones are listed with their reasons
test: demo $(VENV)/.dev
	$(BIN)/python -m pytest -q -rs

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

## start-up, throughput and growth of the cost with length, as ratios
bench: $(VENV)/.dev
	$(BIN)/python tests/bench.py

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("heshu needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q checker
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
