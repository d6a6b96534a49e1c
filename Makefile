# make read    open the reader                  make test    run every check
# make bench   print the figures                make clean   remove what these made
#
# Needs Python 3.11 or later, make and git. Another Python: make test PYTHON=python3.12
# Arguments for the reader: make read ARGS="--country KR"
# The largest library that is measured: make bench ITEMS=1000000

PYTHON ?= python3
ARGS ?=
ITEMS ?= 100000
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --quiet

# What the shell has set for other Pythons is not for this one.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP

.PHONY: help read test bench clean

help:
	@sed -n '/^#/!q;s/^# \{0,1\}//p' Makefile

read: $(VENV)/.installed
	@$(RUN) -m brief_tui $(ARGS)

test: $(VENV)/.installed-test
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports --no-cache
	$(RUN) -m pytest -q

bench: $(VENV)/.installed-test
	@ITEMS=$(ITEMS) $(RUN) -m bench

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "brief-tui needs Python 3.11 or later, and '$(PYTHON)' is not that." >&2; \
	  echo "If another is installed, name it: make read PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' has no venv module; on Debian and Ubuntu it is the package python3-venv." >&2; \
	  exit 1; }
	@echo "Making a private environment in $(VENV)" >&2
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@touch $@

# The build backend comes from the constraints too, hence no isolated build.
$(VENV)/.installed: $(VENV)/.python pyproject.toml constraints.txt
	@echo "Installing brief-tui into it" >&2
	@$(PIP) install --constraint constraints.txt hatchling editables
	@$(PIP) install --constraint constraints.txt --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@echo "Installing what the checks need" >&2
	@$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[test]'
	@touch $@
