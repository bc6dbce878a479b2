# Jukelab. `make` or `make help` lists the targets.
SHELL := /bin/bash
.DEFAULT_GOAL := help

ifneq ($(findstring :,$(CURDIR)),)
$(error the folder $(CURDIR) cannot be used: Java's class path has no way to write ':'. Rename or move it)
endif

# File names are UTF-8, also where the locale is C or not installed. As in jukelab and tools/kernelspec.py.
export LC_ALL := C.UTF-8

PYTHON ?= python3
DOCTOR := PYTHON="$(PYTHON)" tools/doctor.sh

# ND4J's library with oneDNN needs AVX2. Processors of x86-64 without it take the plain one; training is slower there.
PLAIN_ND4J := $(shell test "$$(uname -m)" != x86_64 || { cat /proc/cpuinfo; sysctl -n machdep.cpu.leaf7_features; } 2>/dev/null | \
	grep -qi avx2 || printf ' -Dnd4j.classifier=%s-x86_64' "$$(uname -s | sed 's/Darwin/macosx/; s/Linux/linux/')")

# The pack of `make course` has this file, and in the folder offline what a build would download.
-include offline.mk
MVN := mvn -B$(PLAIN_ND4J) $(MAVEN_OPTIONS)
LIB := target/lib

# Python packages and kernel are in .venv, or in the active conda environment; never in conda's base.
VENV := $(if $(filter-out base,$(CONDA_DEFAULT_ENV)),$(or $(CONDA_PREFIX),.venv),.venv)
BIN := $(VENV)/bin
CUDA = $(if $(filter target/lib-libtorch-gpu,$(LIB)),$(VENV)/.jukelab-cuda)

# GTZAN=folder: use that copy instead of data/gtzan or the synthetic data set.
ifdef GTZAN
export GTZAN := $(if $(filter /%,$(GTZAN)),$(GTZAN),$(CURDIR)/$(GTZAN))
endif

# CATS_DOGS=folder, TRACKS=folder: the same for cats and dogs, and for tracks in one folder per genre.
ifdef CATS_DOGS
export CATS_DOGS := $(if $(filter /%,$(CATS_DOGS)),$(CATS_DOGS),$(CURDIR)/$(CATS_DOGS))
endif
ifdef TRACKS
export TRACKS := $(if $(filter /%,$(TRACKS)),$(TRACKS),$(CURDIR)/$(TRACKS))
endif

# NOTEBOOK=name: the one to run or to keep.
CHOSEN := $(NOTEBOOK:.ipynb=)
ifdef NOTEBOOK
ifeq ($(wildcard notebooks/$(CHOSEN).ipynb),)
$(error there is no notebook $(NOTEBOOK); there are $(sort $(basename $(notdir $(wildcard notebooks/*.ipynb)))))
endif
endif

ifdef AGAIN
$(error AGAIN=1 is now RERUN=1)
endif

# make gpu-check: libtorch on a card. GPU=0: on the CPU, which checks all but the card.
ifneq ($(filter gpu-check,$(MAKECMDGOALS)),)
GPU ?= 1
ENGINE := libtorch
endif

# ENGINE=libtorch: train with libtorch in place of DL4J. The tests have it wherever it exists.
LIBTORCH := $(if $(filter Linux-aarch64,$(shell uname -s)-$(shell uname -m)),,-Plibtorch)
ifdef ENGINE
ifeq ($(filter dl4j libtorch,$(ENGINE)),)
$(error ENGINE must be dl4j or libtorch, got $(ENGINE))
endif
export JUKELAB_ENGINE := $(ENGINE)
ifeq ($(ENGINE),libtorch)
ifeq ($(LIBTORCH),)
$(error there is no libtorch for Linux on arm64: omit ENGINE=libtorch to train with DL4J)
endif
LIB := target/lib-libtorch
endif
endif

# GPU=1: train on an NVIDIA card, or end at once; GPU=auto: on the CPU where no card can be used. The choice is a line of
# tools/gpu.sh, which kernel spec and launcher get, too.
ifneq ($(filter-out 0,$(GPU)),)
export JUKELAB_GPU := $(GPU)
export JUKELAB_CHOICE := $(shell tools/gpu.sh '$(GPU)' '$(ENGINE)')
CHOICE_WORDS := $(wordlist 6,1000,$(JUKELAB_CHOICE))
ifneq ($(word 2,$(JUKELAB_CHOICE)),none)
LIB := target/$(word 4,$(JUKELAB_CHOICE))
endif
endif

export JUPYTER_PREFER_ENV_PATH := 1
export JUPYTER_PLATFORM_DIRS := 1
export PYTHONDONTWRITEBYTECODE := 1
JUKELAB := ./jukelab

# What a build is made of; git's log of HEAD, because the build knows its commit.
SOURCES := $(shell find src/main data/lists -type f 2>/dev/null) $(wildcard $(shell git rev-parse --git-path logs/HEAD 2>/dev/null))

##@ Start
run: setup ## train and evaluate: 00-quick-tour, or NOTEBOOK=04-mel-windows
	@$(BIN)/python tools/notebook.py run notebooks/$(or $(CHOSEN),00-quick-tour).ipynb --out build

lab: setup ## open copies of the notebooks in JupyterLab (FRESH=1: new ones)
	@$(BIN)/python tools/lab.py $(if $(FRESH),--fresh)

# MODEL is one path, or several as in FROM.
demo: target/lib/.copied ## a page that predicts: make demo MODEL='a.zip b.zip' PORT=8080
	@if [ -z "$$MODEL" ]; then $(JUKELAB) demo $(if $(PORT),--port $(PORT)); \
	elif [ -e "$$MODEL" ]; then $(JUKELAB) demo $(if $(PORT),--port $(PORT)) "$$MODEL"; \
	else printf '%s\n' "$$MODEL" | xargs $(JUKELAB) demo $(if $(PORT),--port $(PORT)); fi

# FROM is one path, or several that xargs takes apart: those with blanks in quotes, as in FROM="'my music' b.zip".
data: target/lib/.copied ## import GTZAN: make data FROM='folder archive ...'
	@if [ -z "$$FROM" ]; then $(JUKELAB) data; \
	elif [ -e "$$FROM" ]; then $(JUKELAB) data --from "$$FROM"; \
	else printf '%s\n' "$$FROM" | xargs $(JUKELAB) data --from; fi

EMBEDDING := data/embeddings/musicnn-msd.onnx
embeddings: $(VENV)/.jukelab target/lib/.copied ## install musicnn for --features embedding (29 MB)
	@if [ -e $(EMBEDDING) ]; then echo "jukelab: $(EMBEDDING) is there already; remove it to write it anew"; exit; fi; \
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	{ $(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
		-r tools/embeddings-requirements.txt -d "$$folder" || { echo "jukelab: could not download the Python package musicnn 0.1.0," \
		"so there is no $(EMBEDDING): make doctor says whether the network is reachable"; exit 1; }; } && \
	$(JUKELAB) embeddings "$$folder"/musicnn-0.1.0-py3-none-any.whl

doctor: ## say what works here, what is missing, and what installs it
	@$(DOCTOR)

setup: require-gpu $(VENV)/.jukelab $(CUDA) $(LIB)/.copied target/jukelab.jsa ## only build: classes, Python environment, notebook kernel
	@$(BIN)/python tools/kernelspec.py --library $(LIB) $(if $(IJAVA),--ijava "$(IJAVA)")

help: ## list the targets
	@awk -F ':.*## ' '/^##@ / {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@printf '\n%s\n' 'Variables of run, lab and results'
	@printf '  %-17s %s\n' GTZAN=folder 'your recordings of music' CATS_DOGS=folder 'of cats and dogs' \
		TRACKS=folder 'of tracks, one folder per genre' GPU=1 'train on an NVIDIA card; GPU=auto: if there is one' \
		ENGINE=libtorch 'train with libtorch: half of the time, 90 MB more' \
		HEAP=2g 'heap of a notebook; OFF_HEAP=8g: memory beside it' IJAVA=jar 'run notebooks on IJava, not on JJava'

##@ Test and change
# Two notebooks at once, as a laptop holds them; the longest first.
test: check setup ## all tests: Java, tools, notebooks in shortened form
	@$(BIN)/python -m pytest -q -rs -p no:cacheprovider src/test/python
	@MAX_EPOCHS=1 DATASET_LIMIT=100 $(BIN)/python -m pytest -q -p no:cacheprovider --nbmake --nbmake-timeout=900 \
		-n 2 --ignore=notebooks/solutions notebooks/04-mel-windows.ipynb notebooks

check: build-tools ## the Java gate: format, lints, unit tests
	@$(MVN) $(LIBTORCH) verify

format: build-tools ## format the Java sources
	@$(MVN) -q spotless:apply

torture: build-tools target/lib/.copied ## kills, full disks, two at once, hostile files: 10 minutes
	@$(MVN) -q test-compile
	@$(PYTHON) tools/torture.py $(if $(ROUNDS),--rounds $(ROUNDS))

licences: build-tools ## write docs/licences.md for the libraries of pom.xml
	@$(MVN) -q license:add-third-party

fixtures: target/fixtures/.installed target/lib/.copied ## compare with librosa (SEED=n), ONNX files with onnxruntime
	@target/fixtures/bin/python tools/make-fixtures.py --check
	@target/fixtures/bin/python tools/parameter_draws.py --check
	@target/fixtures/bin/python tools/parameter_draws.py --out target/parameter-draws --draws 300 --seed $(or $(SEED),1)
	@$(MVN) -q test -Djukelab.draws=target/parameter-draws -Dtest=FeatureParameterParityTest
	@target/fixtures/bin/python -m pytest -q -p no:cacheprovider src/test/python/test_librosa_tools.py \
		src/test/python/test_onnx.py

# The classes of a usual build make the table to compare with.
cluster-test: target/cluster/.installed target/lib/.copied ## does Spark give the tables of one machine? 7 minutes
	@$(MVN) -q -Pspark -Dmaven.test.skip package dependency:copy-dependencies \
		-DincludeArtifactIds=onnxruntime -DoutputDirectory=target/spark/lib
	@target/cluster/bin/python -m pytest -q -p no:cacheprovider src/test/python/test_spark.py

clean: ## remove everything that was built; data and lab stay
	@rm -rf target build .venv

gpu-check: require-gpu $(CUDA) target/lib/.copied $(LIB)/.copied ## is training on an NVIDIA card right and fast? 4 minutes
	@$(MVN) $(LIBTORCH) -q test-compile
	@$(PYTHON) tools/gpu_check.py --jars $(LIB) --device $(if $(filter 0,$(GPU)),cpu,gpu) --receipt build/gpu-check.json \
		--cuda $(wildcard $(VENV)/lib/python3*/site-packages/nvidia/*/lib)

##@ Teach
site: $(VENV)/.jukelab target/.javadoc ## write build/site: notebooks, documents, Javadoc as pages
	@$(BIN)/python tools/website.py --javadoc target/reports/apidocs $(if $(SOLUTIONS),--solutions)

course: build-tools $(VENV)/.jukelab ## pack a course for a room without network (SOLUTIONS=1)
	@$(BIN)/python tools/course.py $(if $(SOLUTIONS),--solutions)

##@ Results that are kept
notebooks: setup ## run every notebook and keep its outputs (NOTEBOOK=name: one)
	@$(BIN)/python tools/notebook.py keep $(if $(CHOSEN),notebooks/$(CHOSEN).ipynb,notebooks/*.ipynb)
	@$(BIN)/python tools/results.py

results: require-gpu target/lib/.copied $(CUDA) $(LIB)/.copied ## run the recipes that have no card yet (RERUN=1: all; SEEDS=1)
	@$(JUKELAB) results --out results $(if $(RERUN),--rerun) $(if $(SEEDS),--seeds $(SEEDS))
	@$(PYTHON) tools/results.py

bench: setup ## measure our times (WAV=file LIBROSA=python TORCH=python)
	@$(MVN) $(LIBTORCH) -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt -DincludeScope=test
	@$(BIN)/python tools/bench.py $(if $(WAV),--wav "$(WAV)") $(if $(LIBROSA),--librosa "$(LIBROSA)") \
		$(if $(TORCH),--torch "$(TORCH)")

build-tools:
	@$(DOCTOR) build

# Before anything is built or downloaded.
require-gpu:
ifdef JUKELAB_CHOICE
	@$(if $(filter none,$(word 2,$(JUKELAB_CHOICE))),$(error jukelab: $(CHOICE_WORDS)),$(info jukelab: $(CHOICE_WORDS)))
endif

$(VENV)/.jukelab: requirements.txt
	@$(DOCTOR) build notebooks
	@echo "jukelab: installing Python packages in $(VENV)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt || \
		{ echo "jukelab: could not install the Python packages: $(if $(PACKED_FOR),this pack is for $(PACKED_FOR),make doctor says whether the network is reachable)"; exit 1; }
	@touch $@

$(VENV)/.jukelab-cuda: tools/cuda-requirements.txt $(VENV)/.jukelab
	@echo "jukelab: installing CUDA's libraries in $(VENV) (1.6 GB to download)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tools/cuda-requirements.txt || \
		{ echo "jukelab: could not install CUDA's libraries: make doctor says whether the network is reachable"; exit 1; }
	@touch $@

target/fixtures/.installed: tools/fixtures-requirements.txt tools/onnx-requirements.txt requirements.txt
	@$(PYTHON) -m venv target/fixtures
	@target/fixtures/bin/python -m pip install --quiet --disable-pip-version-check -r tools/fixtures-requirements.txt \
		-r tools/onnx-requirements.txt "$$(sed -n 's/^\(pytest==[0-9.]*\).*/\1/p' requirements.txt)"
	@touch $@

target/cluster/.installed: tools/spark-requirements.txt requirements.txt
	@$(PYTHON) -m venv target/cluster
	@target/cluster/bin/python -m pip install --quiet --disable-pip-version-check -r tools/spark-requirements.txt \
		"$$(sed -n 's/^\(pytest==[0-9.]*\).*/\1/p' requirements.txt)"
	@touch $@

target/classes/.built: pom.xml $(SOURCES)
	@$(DOCTOR) build
	@echo "jukelab: building$(if $(PACKED_FOR),, (the first time downloads about 270 MB))"
	@$(MVN) -q compile
	@touch $@

target/%/.copied: pom.xml target/classes/.built
	@if ! cmp -s pom.xml $(@D)/.pom; then \
		rm -rf $(@D) && \
		$(MVN) -q $(patsubst lib-%,-P%,$(filter lib-%,$*)) dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=$(@D) && \
		cp pom.xml $(@D)/.pom; \
	fi
	@touch $@

target/.javadoc: pom.xml $(SOURCES)
	@$(DOCTOR) build
	@echo "jukelab: writing Javadoc"
	@rm -rf target/reports/apidocs
	@$(MVN) -q -Prelease javadoc:javadoc
	@touch $@

# The kernel's classes. A running kernel keeps the jar that it has opened.
target/jukelab.jar: target/classes/.built
	@"$${JAVA_HOME:+$$JAVA_HOME/bin/}jar" --create --file $@.part -C target/classes .
	@mv $@.part $@

# An archive of the classes with which commands start. The JVM uses it only with this class path and this Java.
target/jukelab.jsa: target/jukelab.jar target/lib/.copied
	@root=$$(pwd -P) && path=$$root/target/jukelab.jar && for jar in "$$root"/target/lib/*.jar; do path=$$path:$$jar; done && \
	{ "$${JAVA_HOME:+$$JAVA_HOME/bin/}java" @tools/jvm.options -XX:ArchiveClassesAtExit=$@.part -Xlog:disable \
		-Djava.util.logging.config.file=tools/logging.properties -cp "$$path" io.github.jukelab.cli.StartClasses >&2 && \
		mv -f $@.part $@; } || echo "jukelab: commands will start slower, because no archive of classes could be made" >&2

.PHONY: help setup run lab demo embeddings site course notebooks results test check format licences data bench torture fixtures cluster-test doctor clean build-tools gpu-check require-gpu
