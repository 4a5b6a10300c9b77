# Short names for what `./run` does; nothing here that `./run` cannot do.
.PHONY: help app test check bench gallery fuzz
help: ## show these lines
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/: *##/ —/'
app: ## start the application
	./run
check: ## ruff, mypy, import-linter, content check, catalogue check, tests
	./run test
test: check ## the same
