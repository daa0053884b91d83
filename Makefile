# Two commands matter: `make demo` and `make test`. Each installs what it needs from Debian.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: demo test test-pure fuzz mutants bench build release install-tools venv schema simulate clean help

SWIFT_FLAGS := --explicit-target-dependency-import-check error
PACKAGES := build-essential pkg-config libmosquitto-dev libsqlite3-dev libudev-dev mosquitto mosquitto-clients \
	openssl python3 python3-venv sqlite3 tzdata
# Wanted where Debian has them, not needed: speech in the demo; hotplug and an independent JSON Schema in the tests.
OPTIONAL_PACKAGES := espeak-ng umockdev libumockdev-dev python3-jsonschema python3-yaml
VENV := .venv

help: ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

install-tools:
	@Tests/Setup/install-packages $(PACKAGES) -- $(OPTIONAL_PACKAGES)

venv: install-tools
	@Tests/Setup/make-venv $(VENV) pysiaalarm==3.2.2

build: install-tools ## Build everything for debugging
	swift build $(SWIFT_FLAGS)

schema: build ## Write the schemas and the reference of settings anew, after a change of the language
	.build/debug/pullcord schema home > docs/schema/home.json
	.build/debug/pullcord schema device > docs/schema/device.json
	sed '/^<!-- Below this line/q' docs/SETTINGS.md > docs/SETTINGS.md.new
	.build/debug/pullcord schema --format markdown >> docs/SETTINGS.md.new
	mv docs/SETTINGS.md.new docs/SETTINGS.md

release: install-tools ## Build the shipped binary
	swift build -c release --product pullcord $(SWIFT_FLAGS)

demo: venv ## Watch a call for help travel for real (ONCE=1 plays by itself)
	@Tests/Setup/build-with-progress swift build --product pullcord $(SWIFT_FLAGS)
	@Tests/Setup/build-with-progress swift build --product pullcord-demo $(SWIFT_FLAGS)
	@PULLCORD_VENV=$(VENV) .build/debug/pullcord-demo $(if $(ONCE),--once)

# More at once than two cores can serve makes deadlines a matter of luck.
TESTS_AT_ONCE ?= 4
test: venv ## Run all tests
	swift build --build-tests $(SWIFT_FLAGS)
	PULLCORD_VENV=$(CURDIR)/$(VENV) Tests/Setup/run-tests swift test --skip-build --parallel \
		--experimental-maximum-parallelization-width $(TESTS_AT_ONCE)

# The tests do the same in short. Ten million frames of each protocol take some hours: ONLY="rfxtrx homie" of them.
FRAMES ?= 100000
SEED ?= 1
fuzz: ## Feed spoilt frames to every protocol and dialect under the address sanitizer (FRAMES=10000000)
	PULLCORD_TARGETS=FrameFuzz swift build -c release --sanitize=address --scratch-path .build-asan --product FrameFuzz
	.build-asan/release/FrameFuzz $(FRAMES) $(SEED) $(ONLY)

# With ,AlarmProtocols swift-crypto is built too, a minute or two the first time.
PURE ?= GatewayCore,DeviceProtocols,Simulation
test-pure: ## Test only targets that decide; no package is fetched or built
	PULLCORD_TARGETS=$(PURE) swift test --scratch-path .build-pure

FOR ?= 10m
DAYS ?= 365
JOBS ?= $(shell nproc)
simulate: release ## Live fresh seeds and check every promise (FOR, DAYS, JOBS)
	.build/release/pullcord simulate --for $(FOR) --days $(DAYS) --jobs $(JOBS)

mutants: ## Break the engine on purpose, and show that the tests notice each time
	Tests/Mutants/check-mutants

bench: release ## Measure against the machine's limits; see docs/BENCHMARKS.md
	Benchmarks/run

clean:
	rm -rf .build .build-* $(VENV)
