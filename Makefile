# make packs   sets everything up and makes all packs        make test   sets everything up and runs the tests
# make lint    style, types, workflow                        make bench  how long a run takes, against the same work in one process
# make survival  kills runs at 50 moments and runs them again       make cluster  runs 20 reports through a Slurm of its own (root)
# make score   measures against the gold in ../shared        make clean  removes what runs and tests have made
# make audits  audits every area of every report at hand, and tells what is raised on clean files
# make contact-sheets   all decks and summaries of each report in one picture, output/contact-sheets/*.png
# make looks   measures every rendered deck and summary of all reports at hand     make pictures   the pictures of the README

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: looks pictures setup packs test browser lint bench bench-many bench-reading survival cluster score errors audits clean contact-sheets
.DELETE_ON_ERROR:

setup: $(READY)

packs: $(READY)
	$(BIN)/snakemake --cores all

test: $(READY) browser
	$(BIN)/python -m pytest -n 2 -rs

# What the tests of the report's page need; where it cannot be had they skip, and the last lines of the run say so.
browser: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/page/requirements.lock || echo "Playwright could not be installed; the tests of the report's page will skip."
	@command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null || echo "No browser (chromium) on this machine; the tests of the report's page will skip."

looks: $(READY)
	BRIEFING_LOOKS=all $(BIN)/python -m pytest tests/looks -n 1 -s

pictures: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/looks/readme_pictures.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/snakefmt --check Snakefile workflow/rules
	$(BIN)/snakemake --lint

bench: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/bench/run_cost.py
	PYTHONPATH=tests $(BIN)/python tests/bench/document_cost.py
	PYTHONPATH=tests $(BIN)/python tests/bench/rivals.py

bench-many: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/bench/many_reports.py --real

survival: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/killing.py --moments 50

cluster: $(READY)
	BRIEFING_CLUSTER=1 $(BIN)/python -m pytest -s -p no:xdist -o addopts= --import-mode=importlib tests/cluster

bench-reading: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/bench/reading_speed.py $(ARGS)

# docs/errors.md: ARGS=tests/parse runs those tests alone and keeps what is known of the others
errors: $(READY)
	$(BIN)/python tests/errors/reach.py $(ARGS)

score: $(READY)
	$(BIN)/python tests/bench/accuracy.py

audits: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/bench/clean_audits.py

contact-sheets: packs
	PYTHONPATH=tests $(BIN)/python tests/looks/contact_sheets.py

clean:
	rm -rf output preview .snakemake .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The environment is built again when the lock or the project's own description changes; a half-built one is never used.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("briefing-packs needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Set PYTHON=… to one that is.") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch $@
