# Short names for what `./run` does; `package` alone is not for everyday.
.PHONY: help app test check bench gallery sweep fuzz package
python := .venv/bin/python
ready := .venv/teachback-dev
help: ## show these lines
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## / — /'
app: ## start the application
	./run
check: ## ruff, mypy, import-linter, content check, catalogue check, tests
	./run test
test: check ## the same
package: $(ready) ## a folder without Python and a Debian package, both started once (dist/)
	$(python) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/package.txt
	$(python) -m deploy
bench: $(ready) ## measure everything and write bench/RESULTS.md (10 minutes, at most 20)
	-$(python) -m pip install --quiet --disable-pip-version-check --upgrade --target build/peers --require-hashes -r requirements/peers.txt
	$(python) -m bench.everything
gallery: $(ready) ## every screen and every page in one HTML page (gallery/, 6 minutes)
	QT_QPA_PLATFORM=offscreen $(python) -m tests.gallery
sweep: $(ready) ## every screen in seven languages, three sizes of words and three windows: nothing cut, nothing missing (15 minutes)
	$(python) -m tests.sweep
fuzz: $(ready) ## spoil every input for 14 minutes and keep what makes us fall over
	-$(python) -m pip install --quiet --disable-pip-version-check --upgrade --target build/fuzz --require-hashes -r requirements/fuzz.txt
	$(python) -m tests.fuzz --seconds 480
	$(python) -m tests.fuzz.followed --seconds 360
$(ready): requirements/dev.txt
	./run test --version
	touch $@
