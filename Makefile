# Everything that one does here. Needs Python 3.11 or newer (PYTHON=python3.12 chooses one), git and a shell.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
RUN ?= runs/sample

.PHONY: demo test check setup sample bench reference docs clean

demo: $(VENV)/factscan.installed  ## set up, scan the sample corpus, print its report
	rm -rf $(RUN)
	$(BIN)/factscan scan pipelines/sample.toml --out $(RUN)
	$(BIN)/factscan report $(RUN)

test: $(VENV)/dev.installed  ## set up, run all tests, on all cores
	$(BIN)/python -m pytest -n auto

check: $(VENV)/dev.installed  ## lint, format, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

setup: $(VENV)/dev.installed  ## the environment for working on factscan

sample: $(VENV)/factscan.installed  ## write sample_data/ anew from its seed
	$(BIN)/python sample_data/generate.py

bench: $(VENV)/factscan.installed  ## speed and memory of a scan of the sample corpus
	$(BIN)/python benchmarks/scan.py sample_data

reference: $(VENV)/dev.installed  ## write the generated pages of docs/reference anew
	$(BIN)/python tools/write_reference.py

docs: $(VENV)/dev.installed  ## the pages as a site, build/site/index.html; fails at a broken link
	$(BIN)/mkdocs build --strict

clean:
	rm -rf $(VENV) runs build dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factscan needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv --clear $(VENV)

$(VENV)/factscan.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/dev.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ $(VENV)/factscan.installed
