# Sales Desk. `make run` opens the desk on its demo store; `make test` proves it. Both make what they need.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
PY := .venv/bin/python
SHOTS ?= shots
# One more than CI has cores: a third of the time a test waits for a server, a process or a window.
WORKERS ?= 3
LOCK := .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

# The tests start many processes; without bytecode each would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test lint format words bench shots package prove deps lock clean runtime dev
.DEFAULT_GOAL := help

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

run: runtime ## open the desk on a fresh demo store (without a display: take the tour of pictures)
	@$(PY) -m desk demo

test: dev lint ## check style, types and arrows, then run every test that can run here
	@$(PY) -m pytest -q -n $(WORKERS) --dist worksteal -m "not prove and not endpoint"

lint: dev ## style, types, arrows between the rooms
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check --quiet . || { echo "make format would change files"; exit 1; }
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo 2>&1

format: dev ## let ruff mend what it can
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format --quiet .

words: dev ## gather what people read for translators, into resources/words
	@$(PY) -m desk.app.catalogue

bench: runtime ## measure the desk against floors of the same machine
	@$(PY) -m desk bench

shots: runtime ## take the tour: one picture of every screen, into SHOTS
	@$(PY) -m desk demo --shots $(SHOTS)

package: dev ## build the one-folder application under dist/
	@packaging/system_libraries package
	@$(PY) -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/package packaging/sales-desk.spec
	@du -sh dist/sales-desk

prove: dev ## run the long proofs and keep what they print in docs/proof/
	@packaging/prove

deps: ## install the test desktop: display, tray, notifications, keyring, mail server
	@packaging/system_libraries desktop

lock: dev ## lock requirements/*.in again, newest versions that fit
	@$(LOCK) --upgrade requirements/runtime.in -o requirements/runtime.txt
	@$(LOCK) --upgrade requirements/dev.in -o requirements/dev.txt
	@$(LOCK) --upgrade requirements/prove.in -o requirements/prove.txt

clean: ## remove what was built and cached; .venv and every store stay
	@rm -rf build dist $(SHOTS) .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

runtime:
	@packaging/system_libraries window
	@packaging/environment runtime

dev:
	@packaging/system_libraries window
	@packaging/environment dev
