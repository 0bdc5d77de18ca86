# dossier: what a user and a maintainer run. Every recipe is one script or one command.
.DEFAULT_GOAL := help
.PHONY: help packages build release extension demo test test-faults bench-search bench-ingest bench-identity install uninstall documentation test-tools lint format clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

packages: ## installs the missing system packages
	@scripts/install-system-packages

build: packages ## builds everything for development
	swift build

extension: packages ## builds the loadable SQLite extension .build/han.so
	scripts/build-extension

release: packages extension ## builds the program for use: .build/release/dossier, han.so beside it
	swift build --configuration release --static-swift-stdlib --product dossier
	cp .build/han.so .build/release/han.so

demo: release ## builds, ingests Examples/ into a temporary archive and shows what the program does
	@scripts/demo

test: packages extension ## builds and runs all tests
	swift build --build-tests
	scripts/run-tests

test-faults: packages release ## kills, errors, full disks, power loss (half an hour, as root)
	scripts/install-system-packages --for-faults
	swift build --build-tests
	DOSSIER_FAULTS=1 DOSSIER_PROGRAM=$(CURDIR)/.build/release/dossier scripts/run-tests --no-parallel --filter Faults

install: release ## installs below PREFIX (/usr/local), or below DESTDIR for a package
	DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' scripts/install-program

uninstall: ## removes what install put there
	DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' scripts/install-program --remove

documentation: ## writes what the documents' examples print, Commands.md, the manual (after make release)
	scripts/document-commands > Documentation/Commands.md
	scripts/check-examples --update README.md Documentation/*.md
	scripts/document-commands --man > packaging/man/dossier.1

test-tools: ## installs the programs of others that some tests use: Datasette, pyspark …
	scripts/install-test-tools

bench-search: packages ## measures search over the articles in CORPUS (folders): index, latency, ranking
	swift build --configuration release --product SearchBenchmark
	.build/release/SearchBenchmark $(foreach folder,$(CORPUS),--corpus '$(folder)') $(BENCH)

bench-ingest: release ## measures ingest of the articles in CORPUS (folders) against the least it can cost
	swift build --configuration release --static-swift-stdlib --product IngestBenchmark
	.build/release/IngestBenchmark $(foreach folder,$(CORPUS),--corpus '$(folder)') $(BENCH)

bench-identity: packages ## measures how well people of one name are told apart in CORPUS (folders)
	swift build --configuration release --product DossierTraining
	.build/release/DossierTraining namesakes $(foreach folder,$(CORPUS),--corpus '$(folder)') $(BENCH)

lint: ## checks format and style, and that generated tables are what their scripts give
	swift format lint --strict --parallel --recursive Sources Tests Benchmarks Package.swift

format: ## formats all sources
	swift format --in-place --parallel --recursive Sources Tests Benchmarks Package.swift

clean: ## removes everything that was built
	rm -rf .build
