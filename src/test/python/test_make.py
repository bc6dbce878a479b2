"""What `make` prints: its help, and no control characters where the output is a file."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import nbformat.v4 as v4
import pytest

ROOT = Path(__file__).resolve().parents[3]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def make(*arguments: str) -> str:
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_help_lists_every_target_in_a_group():
    lines = make("help").splitlines()
    documented = re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.M)
    listed = [line.split()[1] for line in lines if line.startswith("  make ")]
    assert listed == documented
    assert len(re.findall("^##@ ", MAKEFILE, re.M)) >= 3
    assert lines[1] == "Start" and lines[2].startswith("  make run ")
    assert all(len(line) <= 80 for line in lines)


def test_help_lists_names_with_a_hyphen(tmp_path):
    more = tmp_path / "more.mk"
    more.write_text("export-model: ## one more\n")
    assert "  make export-model one more" in make("-f", "Makefile", "-f", str(more), "help")


def test_a_folder_that_no_class_path_can_name(tmp_path):
    folder = tmp_path / "a:b"
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    result = subprocess.run(["make", "-C", folder, "-n", "setup"], capture_output=True, text=True)
    assert result.returncode == 2
    assert f"the folder {folder} cannot be used: Java's class path" in result.stderr.splitlines()[0]


def test_file_names_are_utf_8(tmp_path):
    more = tmp_path / "more.mk"
    more.write_text("locale:\n\t@echo $$LC_ALL\n")
    environment = {**os.environ, "LC_ALL": "POSIX"}
    command = ["make", "-s", "-f", "Makefile", "-f", more, "locale"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert (result.stdout, result.stderr) == ("C.UTF-8\n", "")


def commands(program: str) -> list[list[str]]:
    """How `make` would call a program if nothing were built."""
    recipe = make("-n", "-W", "pom.xml", "-W", "requirements.txt", "setup", "check", "format")
    lines = re.split(r"\n|;|&&|\|\|", recipe.replace("\\\n", " "))
    calls = [shlex.split(line) for line in lines if program in line]
    assert calls, f"make does not call {program}"
    return calls


def printed(command: list, folder: Path, **environment: str) -> bytes:
    """What a command writes to a file, with its errors."""
    with open(folder / "output", "wb") as output:
        subprocess.run(
            command, cwd=ROOT, stdout=output, stderr=output, env={**os.environ, **environment}, timeout=120, check=True
        )
    return (folder / "output").read_bytes()


def assert_plain(text: bytes) -> None:
    assert not re.findall(rb"[^\n]*[\x00-\x08\x0b-\x1f\x7f][^\n]*", text)


def test_maven_prints_plain_text(tmp_path):
    """Also without `-q`, as `make check` calls it."""
    (maven,) = {" ".join(call[: call.index("-B") + 1]) for call in commands("mvn ")}
    text = printed([*maven.split(), "-o", "validate"], tmp_path)
    assert b"BUILD SUCCESS" in text
    assert_plain(text)


def test_a_command_that_fails_stops_its_recipe(tmp_path):
    """Without .SHELLFLAGS, which make 3.81 of macOS does not know."""
    assert ".SHELLFLAGS" not in MAKEFILE
    for name in ("Makefile", "pom.xml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "target" / "classes").mkdir(parents=True)
    (tmp_path / "target" / "classes" / ".built").touch()
    maven = tmp_path / "mvn"
    maven.write_text("#!/bin/sh\nexit 1\n")
    maven.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    command = ["make", "-o", "target/classes/.built", "target/lib/.copied"]
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert result.returncode == 2
    assert not (tmp_path / "target" / "lib").exists()


def test_runs_the_named_notebook():
    """Without a name the quick tour; a wrong name is found before anything is built."""
    run = ["-n", "-o", "setup", "run"]
    assert "notebook.py run notebooks/00-quick-tour.ipynb --out build" in make(*run)
    for name in ("04-mel-windows", "04-mel-windows.ipynb"):
        assert "notebook.py run notebooks/04-mel-windows.ipynb --out build" in make(*run, f"NOTEBOOK={name}")
    names = " ".join(path.stem for path in sorted((ROOT / "notebooks").glob("*.ipynb")))
    for name in ("04", "notebooks/04-mel-windows.ipynb", "two names"):
        command = ["make", "--no-print-directory", "run", f"NOTEBOOK={name}"]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert (result.returncode, result.stdout) == (2, "")
        assert f"*** there is no notebook {name}; there are {names}." in result.stderr


def test_opens_new_copies_if_asked():
    assert make("-n", "-o", "setup", "lab").endswith("/python tools/lab.py \n")
    assert make("-n", "-o", "setup", "lab", "FRESH=1").endswith("/python tools/lab.py --fresh\n")


def test_shortened_notebooks_keep_ten_tracks_of_each_of_ten_labels():
    assert "MAX_EPOCHS=1 DATASET_LIMIT=100 " in make("-n", "-o", "check", "-o", "setup", "test")


def test_engines(tmp_path):
    """The library of an engine is made in a folder of its own; not on a system for which there is none."""
    built = ["-n", "-W", "pom.xml", "setup"]
    assert "-Plibtorch" not in make(*built) and "lib-libtorch" not in make(*built)
    recipe = make(*built, "ENGINE=libtorch")
    assert "-Plibtorch dependency:copy-dependencies" in recipe and "--library target/lib-libtorch" in recipe
    assert "-Plibtorch verify" in make("-n", "check")
    uname = tmp_path / "uname"
    uname.write_text("#!/bin/sh\n[ $1 = -m ] && echo aarch64 || echo Linux\n")
    uname.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    for engine, error in (
        ("libtorch", "there is no libtorch for Linux on arm64: omit ENGINE=libtorch to train with DL4J"),
        ("torch", "ENGINE must be dl4j or libtorch, got torch"),
    ):
        command = ["make", "-n", "setup", f"ENGINE={engine}"]
        result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert result.returncode == 2 and error in result.stderr
    command = ["make", "-n", "check"]
    assert "-Plibtorch" not in subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True).stdout


def test_data_takes_one_path_with_blanks_or_several(tmp_path):
    program = tmp_path / "program"
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    program.chmod(0o755)
    (tmp_path / "my music").mkdir()

    def arguments(sources: str) -> list[str]:
        text = make("-o", "target/lib/.copied", "data", f"JUKELAB={program}", f"FROM={sources}")
        return text.split("|")[:-1]

    assert arguments("") == ["data"]
    assert arguments(f"{tmp_path}/my music") == ["data", "--from", f"{tmp_path}/my music"]
    assert arguments("a.zip b") == ["data", "--from", "a.zip", "b"]
    assert arguments("'my music' \"b's\" c") == ["data", "--from", "my music", "b's", "c"]


class TestCard:
    """GPU=1 and GPU=auto, with an nvidia-smi that knows one card or none."""

    T4 = "0, GPU-12, Tesla T4, {driver}, 7.5, [N/A]"

    def make(self, folder: Path, card: str, *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess:
        smi = folder / "bin" / "nvidia-smi"
        smi.parent.mkdir(exist_ok=True)
        smi.write_text(f"#!/bin/sh\necho '{card}'\n")
        smi.chmod(0o755)
        environment = {**os.environ, "PATH": f"{smi.parent}{os.pathsep}{os.environ['PATH']}"}
        for name in ("GPU", "ENGINE", "CUDA_VISIBLE_DEVICES"):
            environment.pop(name, None)
        command = ["make", "--no-print-directory", *arguments]
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=60)

    @pytest.mark.parametrize("target", ["run", "lab", "setup", "results"])
    def test_without_a_card_nothing_is_built(self, tmp_path, target):
        home = tmp_path / "clone"
        home.mkdir()
        for name in ("Makefile", "pom.xml", "requirements.txt", "tools", "jukelab"):
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, home / name)
        before = sorted(os.listdir(home))
        result = self.make(tmp_path, "No devices were found", target, "GPU=1", cwd=home)
        assert (result.returncode, result.stdout) == (2, "")
        assert re.fullmatch(
            r"Makefile:\d+: \*\*\* jukelab: no usable GPU: the NVIDIA driver found no card; omit GPU=1 to run on the CPU\.  Stop\.\n",
            result.stderr,
        )
        assert sorted(os.listdir(home)) == before

    @pytest.mark.parametrize(
        "driver,engine,profile,cuda",
        [
            ("580.65.06", "", "libtorch-gpu", True),
            ("580.65.06", "dl4j", "cuda", False),
            ("535.104.05", "", "cuda", False),
        ],
    )
    def test_a_card_decides_what_is_installed(self, tmp_path, driver, engine, profile, cuda):
        built = ["-W", "pom.xml", "-n", "setup", "GPU=1"]
        result = self.make(tmp_path, self.T4.format(driver=driver), *built, f"ENGINE={engine}")
        assert result.returncode == 0
        first = result.stdout.splitlines()[0]
        assert first.startswith("jukelab: asked for a GPU (GPU=1)") and f"on Tesla T4 (compute capability 7.5, driver {driver})" in first
        assert f"-P{profile} dependency:copy-dependencies" in result.stdout
        assert f"--library target/lib-{profile}" in result.stdout
        assert ("-r tools/cuda-requirements.txt" in result.stdout) == cuda

    def test_the_cpu_instead(self, tmp_path):
        result = self.make(tmp_path, "No devices were found", "-n", "setup", "GPU=auto")
        assert result.stdout.startswith("jukelab: asked for a GPU if there is one (GPU=auto), using DL4J on the CPU: ")
        assert "--library target/lib" in result.stdout and "target/lib-" not in result.stdout

    def test_other_values(self, tmp_path):
        assert "*** jukelab: GPU must be 1 or auto, got yes." in self.make(tmp_path, "", "-n", "setup", "GPU=yes").stderr
        for nothing in ("0", ""):
            result = self.make(tmp_path, "", "-n", "setup", f"GPU={nothing}")
            assert result.returncode == 0 and "jukelab: asked" not in result.stdout
        assert self.make(tmp_path, "No devices were found", "help", "GPU=1").returncode == 0


def test_pip_prints_plain_text(tmp_path):
    (call,) = commands("-m pip")
    assert_plain(printed([sys.executable, *call[1:]], tmp_path))


def test_the_command_line_prints_plain_text(tmp_path):
    """`doctor` loads all native libraries."""
    text = printed([ROOT / "jukelab", "doctor"], tmp_path)
    assert b"OK    backend" in text
    assert_plain(text)


def one_cell(folder: Path, code: str) -> Path:
    path = folder / "small.ipynb"
    nbformat.write(v4.new_notebook(cells=[v4.new_markdown_cell("## Training"), v4.new_code_cell(code)]), path)
    return path


def test_a_cell_without_an_answer_ends_the_run(tmp_path):
    path = one_cell(tmp_path, "Thread.sleep(300_000);")
    result = subprocess.run(
        [sys.executable, "tools/notebook.py", "run", path, "--out", tmp_path / "build"],
        cwd=ROOT,
        env={**os.environ, "CELL_TIMEOUT": "3", "JUPYTER_PLATFORM_DIRS": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == 1
    first, *cell = result.stderr.splitlines()
    assert first == "jukelab: a cell failed: no answer for 3 s, the limit that CELL_TIMEOUT sets"
    assert cell == ["", "Thread.sleep(300_000);"]


def test_a_notebook_run_prints_plain_text(tmp_path):
    """With a progress bar, which a terminal draws anew."""
    path = one_cell(
        tmp_path, 'var bar = progress("training");\nbar.report(1, 2, "epoch 1");\nbar.report(2, 2, "epoch 2")'
    )
    text = printed(
        [sys.executable, "tools/notebook.py", "run", path, "--out", tmp_path / "build"],
        tmp_path,
        JUPYTER_PLATFORM_DIRS="1",
    )
    assert text.startswith(b"  Training\n") and b"2 of 2" in text
    assert_plain(text)
