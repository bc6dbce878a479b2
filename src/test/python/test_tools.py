"""The Python tools, tested without a kernel."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat.v4 as v4
import pytest

ROOT = Path(__file__).resolve().parents[3]


def load(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


kernelspec = load("kernelspec")
notebook = load("notebook")


@pytest.fixture
def jdk(tmp_path, monkeypatch):
    """Installs a fake JDK of a given version in JAVA_HOME and returns its `java`."""

    def install(version: int) -> Path:
        program = tmp_path / "jdk" / "bin" / "java"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\necho "    java.specification.version = {version}" >&2\n')
        program.chmod(0o755)
        monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))
        return program

    return install


class TestKernelSpec:
    def test_starts_java_with_memory_limits(self, jdk):
        program = jdk(17)
        spec = kernelspec.spec(Path("k", "jjava.jar"), Path("lib"))
        argv = spec["argv"]
        assert argv[0] == str(program)
        assert argv[-3:] == ["-jar", str(Path("k", "jjava.jar")), "{connection_file}"]
        assert "-Xmx1g" in argv
        assert "-Dorg.bytedeco.javacpp.maxBytes=4g" in argv
        assert "-Djava.awt.headless=true" in argv
        assert f"-Dio.github.jukelab.home={ROOT}" in argv
        assert (spec["display_name"], spec["language"], spec["interrupt_mode"]) == ("Java", "java", "message")

    def test_environment(self, jdk):
        jdk(17)
        env = kernelspec.spec(Path("jjava.jar"), Path("lib"))["env"]
        assert env["JJAVA_CLASSPATH"].split(os.pathsep) == [str(ROOT / "target" / "classes"), str(Path("lib", "*.jar"))]
        assert env["OMP_NUM_THREADS"] == str(os.cpu_count())
        assert env["OMP_WAIT_POLICY"] == "PASSIVE"

    @pytest.mark.parametrize("version,expected", [(17, False), (23, False), (24, True), (25, True)])
    def test_flags_that_only_new_jdks_accept(self, jdk, version, expected):
        """JDK 17 does not start if an option is unknown to it."""
        jdk(version)
        argv = kernelspec.spec(Path("jjava.jar"), Path("lib"))["argv"]
        assert ("--enable-native-access=ALL-UNNAMED" in argv) == expected
        assert ("--sun-misc-unsafe-memory-access=allow" in argv) == expected

    def test_options_come_before_the_jar(self, jdk):
        jdk(25)
        argv = kernelspec.spec(Path("jjava.jar"), Path("lib"))["argv"]
        assert all(option.startswith("-") for option in argv[1 : argv.index("-jar")])

    def test_no_java(self, tmp_path, monkeypatch):
        monkeypatch.setenv("JAVA_HOME", str(tmp_path / "missing"))
        with pytest.raises(SystemExit, match="no Java found"):
            kernelspec.java()

    def test_writes_the_kernel_spec(self, jdk, tmp_path, monkeypatch):
        jdk(17)
        monkeypatch.setattr(sys, "argv", ["kernelspec.py", "--library", "lib", "--out", str(tmp_path / "jupyter")])
        kernelspec.main()
        folder = tmp_path / "jupyter" / "kernels" / "java"
        assert [file.name for file in folder.iterdir()] == ["kernel.json"]
        assert json.loads((folder / "kernel.json").read_text(encoding="utf-8"))["argv"][-1] == "{connection_file}"


@pytest.mark.parametrize(
    "ename,evalue,reason",
    [
        ("RuntimeException", "io.github.jukelab.dataset.DatasetException, /x: no such folder", "/x: no such folder"),
        ("RuntimeException", "java.lang.IllegalArgumentException, one,\n  two, three", "one, two, three"),
        ("RuntimeException", "java.lang.NullPointerException, null", "NullPointerException"),
        ("RuntimeException", "a.Outer$Inner, reason", "reason"),
        ("RuntimeException", "something else happened, somewhere", "something else happened, somewhere"),
        ("CompilationException", "[snippet: [nothing], status: REJECTED]", "it does not compile"),
        ("EvaluationInterruptedException", "", "EvaluationInterruptedException"),
    ],
)
def test_reason_of_a_failed_cell(ename, evalue, reason):
    assert notebook.reason(ename, evalue) == reason


@pytest.mark.parametrize(
    "trace,found",
    [
        ("java.lang.InternalError: java.lang.reflect.InvocationTargetException\n\tat sun.font.FontManagerFactory", True),
        ("java.lang.RuntimeException: Fontconfig head is null, check\n\tat sun.font.SunFontManager", True),
        ("java.lang.NoClassDefFoundError: Could not initialize class sun.font.SunFontManager\n\tat a.B", True),
        ("java.lang.UnsatisfiedLinkError: libfreetype.so.6: cannot open\n\tat sun.font.FontManagerFactory", True),
        ("java.lang.IllegalArgumentException: reason\n\tat sun.font.Somewhere", False),
        ("java.lang.InternalError: java.lang.reflect.InvocationTargetException\n\tat a.B", False),
    ],
)
def test_recognises_a_missing_font(trace, found):
    assert ("make doctor" in notebook.no_font(trace)) == found


def test_details_are_the_cell_and_its_stack_trace():
    good = v4.new_code_cell("1", outputs=[v4.new_output("stream", text="1")])
    red = ["\x1b[1m\x1b[31mjava.lang.Exception: reason\x1b[0m", "\x1b[1m\tat Somewhere\x1b[0m"]
    failed = v4.new_code_cell("2", outputs=[v4.new_output("error", ename="E", evalue="e", traceback=red)])
    written = v4.new_notebook(cells=[v4.new_markdown_cell("# Title"), good, failed])
    assert notebook.details(written) == "2\n\njava.lang.Exception: reason\n\tat Somewhere"
    assert notebook.details(v4.new_notebook(cells=[good])) == ""


def test_formulas_in_html_need_no_script():
    text = "The mean $m$ of $n$ values:\n\n$$m = \\frac{1}{n}\\sum_i x_i$$\n\nIn `$HOME` and for $5 nothing changes."
    written = v4.new_notebook(cells=[v4.new_markdown_cell(text), v4.new_code_cell('var price = "$1 or $2";')])
    page = notebook.html(written)
    assert "<script" not in page
    assert page.count("<math ") == 3
    assert re.search(r"<mfrac>.*<mn>1</mn>.*<mi>n</mi>.*</mfrac>", page)
    assert "<code>$HOME</code> and for $5 nothing changes" in page
    assert "$1 or $2" in page
    assert written.cells[0].source == text


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere fonts come with the system")
def test_doctor_names_the_packages_if_there_is_no_font(tmp_path):
    """Fontconfig has no font folder, and the home folder has no font list of the JDK."""
    config = tmp_path / "fonts.conf"
    config.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
    java, *options = json.loads((ROOT / "target/jupyter/kernels/java/kernel.json").read_text(encoding="utf-8"))["argv"]
    path = os.pathsep.join([str(ROOT / "target" / "classes"), str(ROOT / "target" / "lib" / "*")])
    result = subprocess.run(
        [java, *options[: options.index("-jar")], f"-Duser.home={tmp_path}", "-cp", path]
        + ["io.github.jukelab.cli.Jukelab", "doctor"],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == 1
    assert "\tat " not in result.stderr
    (line,) = [line for line in result.stdout.splitlines() if " fonts " in line]
    assert re.match(r"FAIL  fonts +none usable \(\w.*\): on Debian, apt-get install .*fontconfig fonts-dejavu-core", line)
    assert len(result.stdout.splitlines()) == 10


class TestKeep:
    """Outputs that are stored in the notebooks are published."""

    @pytest.fixture(autouse=True)
    def clear_environment(self, monkeypatch):
        for name in (*notebook.SHORTENERS, *notebook.RECORDINGS):
            monkeypatch.delenv(name, raising=False)

    def test_refuses_a_shortened_run(self, monkeypatch):
        monkeypatch.setenv("MAX_EPOCHS", "2")
        with pytest.raises(SystemExit, match="a shortened run must not replace kept outputs"):
            notebook.keep([])

    @pytest.mark.parametrize("name", ["GTZAN", "CATS_DOGS", "TRACKS"])
    def test_refuses_recordings_of_others(self, monkeypatch, name):
        monkeypatch.setenv(name, "/some/where")
        with pytest.raises(SystemExit, match=f"must not contain recordings of others: unset .*{name}.*found /some/where"):
            notebook.keep([])

    def test_finds_the_recordings_in_use(self, tmp_path):
        command = tmp_path / "jukelab"
        command.write_text("#!/bin/sh\necho 'GTZAN      synthetic'\necho 'CATS_DOGS  /my own/pets'\n")
        command.chmod(0o755)
        assert notebook.recordings(command) == "/my own/pets"
        command.write_text("#!/bin/sh\necho 'GTZAN      synthetic'\n")
        assert notebook.recordings(command) == ""

    def test_the_command_lists_the_recordings(self, monkeypatch):
        monkeypatch.setenv("TRACKS", "/some/where")
        listed = subprocess.run([ROOT / "jukelab", "data", "--list"], capture_output=True, text=True, check=True).stdout
        assert [line.split()[0] for line in listed.splitlines()] == list(notebook.RECORDINGS)
        assert listed.splitlines()[2].split() == ["TRACKS", "/some/where"]
