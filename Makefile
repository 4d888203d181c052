# make demo    read the sample articles (needs Python 3.11+, make and a package index; nothing else)
# make test    everything that a change must pass
# make help    the rest

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
SAMPLES := src/marsad/samples
SHOWN := $(SAMPLES)/wire-marib.json $(SAMPLES)/analysis-hamrin.json

.PHONY: help demo test fuzz lock locked audit sbom wheel bench docs schema readme gazetteer clean
.DEFAULT_GOAL := help

help:
	@echo "make demo       install into $(VENV) and read sample articles"
	@echo "make test       install what development needs; linters, types, layers, tests"
	@echo "make fuzz       100,000 more hostile inputs (FUZZ=1000000 for more), and long repetitions"
	@echo "make lock       write requirements-dev.lock again; make locked installs by it"
	@echo "make audit      known faults of the locked packages (asks the advisory database)"
	@echo "make sbom       bill of materials (CycloneDX) of what is installed: dist/marsad.cdx.json"
	@echo "make wheel      build the wheel twice, and compare: dist/"
	@echo "make bench      words per second, growth, peers, size and memory: docs/speed.md"
	@echo "make docs       build the documentation site into site/: open site/index.html"
	@echo "make schema     write docs/record.schema.json again"
	@echo "make readme     fill the outputs and the picture of README.md again"
	@echo "make gazetteer  build the gazetteer again from its sources"
	@echo "make clean      remove the environment and everything built"

demo: $(VENV)/.core
	@$(BIN)/marsad read $(SHOWN)
	@echo "These articles are invented. More of them: $(BIN)/marsad read $(SAMPLES)"
	@echo "Your own text:  $(BIN)/marsad read article.txt --published 2016-12-12"
	@echo "In the browser: $(BIN)/marsad add demo.marsad $(SAMPLES) && $(BIN)/marsad serve demo.marsad"

test: $(VENV)/.dev
	@$(PYTHON) tools/get_browser.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto

# FUZZ is how many more inputs; the log goes on where it ended.
FUZZ ?= 100000
fuzz: $(VENV)/.dev
	$(BIN)/python -m tests.fuzz --inputs $(FUZZ) --log fuzz.jsonl
	$(BIN)/python -m tests.fuzz --long

lock: $(BIN)/python
	$(BIN)/python tools/make_lock.py

locked: $(BIN)/python
	$(PIP) --require-hashes -r requirements-dev.lock
	$(PIP) --no-deps -e .
	@touch $(VENV)/.core $(VENV)/.dev

audit: $(BIN)/python
	@$(BIN)/python -m venv $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip --disable-pip-version-check install --quiet pip-audit
	$(VENV)/audit/bin/pip-audit --strict --require-hashes --disable-pip -r requirements-dev.lock

sbom: $(VENV)/.dev
	$(BIN)/python tools/make_sbom.py

wheel: $(VENV)/.dev
	$(BIN)/python tools/build_twice.py

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

docs: $(VENV)/.dev
	cd tools && ../$(BIN)/python -m docs_site.build ../site

schema: $(VENV)/.core
	$(BIN)/marsad schema > docs/record.schema.json

readme: $(VENV)/.dev
	$(BIN)/python tools/fill_readme.py
	$(BIN)/python tools/draw_picture.py $(SAMPLES)/wire-marib.json docs/report.svg 32

gazetteer: $(VENV)/.gazetteer
	$(BIN)/python tools/build_gazetteer.py

clean:
	rm -rf $(VENV) build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer was found: install one, or name it: make demo PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) tools/make_venv.py $(VENV)

$(VENV)/.core: pyproject.toml | $(BIN)/python
	$(PIP) -e ".[workbench]"
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(PIP) -e ".[dev]"
	@touch $@ $(VENV)/.core

$(VENV)/.gazetteer: pyproject.toml | $(BIN)/python
	$(PIP) -e ".[gazetteer]"
	@touch $@ $(VENV)/.core
