# make run   installs what is needed into .venv and opens the window on the sample corpus
# make test  does the same and runs every check
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test check unit bench bench-large screenshots clean

run: $(VENV)/.installed
	$(BIN)/qa-app --sample

test: check unit

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.installed-dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

bench: $(VENV)/.installed
	$(BIN)/python benchmarks/cold_start.py
	$(BIN)/python benchmarks/encoder.py
	$(BIN)/python benchmarks/indexing.py
	$(BIN)/python benchmarks/latency.py --libraries build/bench
	$(BIN)/python benchmarks/scale.py
	test -d build/peers || $(BIN)/python benchmarks/peers.py --make-environment build/peers
	$(BIN)/python benchmarks/peers.py --python build/peers/bin/python

bench-large: $(VENV)/.installed
	$(BIN)/python benchmarks/scale.py --large

screenshots: $(VENV)/.installed
	$(BIN)/python docs/take_screenshots.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "qa-app needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "python3 cannot make an environment here; on Debian and Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/.installed
	$(PIP) install --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache
