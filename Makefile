# Short names for what `./run` does; `package` alone is not for everyday.
.PHONY: help app test check bench gallery sweep fuzz package
help: ## show these lines
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/: *##/ —/'
app: ## start the application
	./run
check: ## ruff, mypy, import-linter, content check, catalogue check, tests
	./run test
test: check ## the same
package: ## a folder without Python and a Debian package, both started once (dist/)
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/package.txt
	.venv/bin/python -m deploy
bench: ## measure everything and write bench/RESULTS.md (20 minutes)
	-.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade --target build/peers --require-hashes -r requirements/peers.txt
	.venv/bin/python -m bench.everything
gallery: ## every screen and every page in one HTML page (gallery/, 15 minutes)
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.gallery
sweep: ## every screen in seven languages, three sizes of words and three windows: nothing cut, nothing missing (15 minutes)
	.venv/bin/python -m tests.sweep
fuzz: ## spoil every input for 16 minutes and keep what makes us fall over
	-.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade --target build/fuzz --require-hashes -r requirements/fuzz.txt
	.venv/bin/python -m tests.fuzz --seconds 540
	.venv/bin/python -m tests.fuzz.followed --seconds 420
