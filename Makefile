# The two commands: `make run` opens the app, `make test` runs the tests; each sets up what it needs first.
PYTHON ?= $(shell command -v python3 || command -v python || echo python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check setup setup-dev lint format lock audit wheels messages screenshots clean

run: setup
	@$(BIN)/python tools/run_app.py

test: setup-dev
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

check: lint test

lint: setup-dev
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tools.check_help_lines

setup:
	@$(PYTHON) tools/set_up.py requirements.txt

setup-dev:
	@$(PYTHON) tools/set_up.py requirements.txt requirements-dev.txt

format: setup-dev
	@$(BIN)/python -m ruff format .
	@$(BIN)/python -m ruff check --fix .

lock: setup-dev
	@$(BIN)/python tools/lock.py

audit: setup-dev
	@$(BIN)/python tools/audit.py

wheels: setup
	@$(BIN)/python tools/prove_wheels.py

messages: setup-dev
	@$(BIN)/python -m tools.messages

screenshots: setup-dev
	@$(BIN)/python -m tools.screenshots

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis *.egg-info build
