# What a person and CI type. Each target says in a line what it does; `make help` lists them.

GO_TESTS := ./...
UNIT     := dist/test/unit
E2E      := dist/test/e2e
NODE_TEST := node --test --test-reporter=spec
BROWSER_TESTS = $(NODE_TEST) --test-concurrency=3 $(E2E)/chrome.suite.mjs $(E2E)/firefox.suite.mjs $(E2E)/waiting.suite.mjs
BENCHES   := $(if $(filter server,$(BENCH_ONLY)),bench-server,$(if $(BENCH_ONLY),,bench-server) bench-browser)

.PHONY: all help run demo-push test screenshots go-test unit e2e eval check check-go check-script fmt bench bench-browser bench-server soak package clean modules browsers build tests

all: modules build ## build the extension for Chrome and Firefox into dist/

help: ## list the targets
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /\1\t/' | expand -t 12

run: all tests browsers ## build, serve the replica of WhatsApp Web and the practice room, open a browser with the extension (TEXT="…", SITE=real)
	@node $(E2E)/run.run.mjs

test: build tests ## everything CI runs
	@$(MAKE) --no-print-directory -j2 browsers check-go check-script unit go-test
	$(BROWSER_TESTS)
	@echo "all tests passed"

go-test: modules ## Go tests, rule examples
	go test $(GO_TESTS)

unit: tests ## TypeScript tests without a browser
	$(NODE_TEST) $(UNIT)

e2e: build tests browsers ## tests in real browsers, three processes side by side
	$(BROWSER_TESTS)

eval: ## figures on the labelled messages of ../shared/corpora, where that folder is
	@if [ -d ../shared/corpora/dev ]; then go build -o dist/bonton ./cmd/bonton && python3 ../shared/corpora/score.py --sets ../shared/corpora/dev --cmd "dist/bonton lint --jsonl"; else echo "no ../shared/corpora/dev: nothing to measure with, skipped"; fi

check: build ## formatters and linters
	@$(MAKE) --no-print-directory -j2 check-go check-script

check-go: modules
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$unformatted" ] || { echo "not formatted (run make fmt): $$unformatted"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	GOOS=js GOARCH=wasm go vet ./wasm/...

check-script: modules
	npx tsc -p .
	npx biome check --error-on-warnings .
	npx addons-linter --self-hosted --warnings-as-errors=false dist/firefox

fmt: modules ## format everything
	gofmt -w $$(git ls-files '*.go')
	npx biome check --write .

bench: $(BENCHES) ## speed, memory and sizes in a real browser, and of the servers (BENCH_ONLY=server, or of typing,harper,sends,press,start,heap,language,sizes,gaps,swap,room)

bench-browser: all tests browsers
	node $(E2E)/bench/all.bench.mjs

bench-server: modules
	go test -run '^$$' -bench Timestamp -benchtime 3s ./server/disk ./server/cloudflare

soak: all tests browsers ## long runs: minutes of fast typing, memory over thousands of drafts
	node $(E2E)/bench/keys.soak.mjs
	node $(E2E)/bench/drafts.soak.mjs

demo-push: build tests browsers ## publish a rule under an open tab: within 90 seconds it holds a draft that passed before
	@node $(E2E)/rules/demo-push.run.mjs

package: all ## the zips for Chrome, Edge and Firefox, in dist/, with their hashes: the same sources and Go version give the same bytes (RELEASE=1 BUNDLE=… ships rules that their keepers signed; UPDATE_URL=…)
	@ls -l dist/*.zip
	@cd dist && sha256sum *.zip
	@go version

screenshots: build tests browsers ## pictures of every surface, in dist/screenshots (PICTURES=1: those of the documents, in docs/images, too)
	node $(E2E)/screenshots.run.mjs

clean: ## remove what was built
	rm -rf dist

modules: node_modules/.installed
node_modules/.installed: package.json package-lock.json
	npm ci --no-audit --no-fund
	@touch $@

build: modules
	go run ./build

tests: modules
	go run ./build tests

browsers:
	@sh build/browsers.sh
