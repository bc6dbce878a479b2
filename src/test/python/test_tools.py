"""The Python tools, tested without a kernel."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat.v4 as v4
import pytest
from loading import load

ROOT = Path(__file__).resolve().parents[3]


kernelspec = load("kernelspec")
notebook = load("notebook")


@pytest.fixture
def jdk(tmp_path, monkeypatch):
    """Installs a fake JDK of a given version in JAVA_HOME and returns its `java`."""

    def install(version: int) -> Path:
        program = tmp_path / "jdk" / "bin" / "java"
        program.parent.mkdir(parents=True)
        settings = [f"java.runtime.version = {version}.0.1+9-LTS", f"java.specification.version = {version}"]
        program.write_text("#!/bin/sh\n" + "".join(f'echo "    {setting}" >&2\n' for setting in settings))
        program.chmod(0o755)
        monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))
        return program

    return install


@pytest.mark.parametrize(
    "files,expected",
    [
        ({}, 8),
        ({"cpu.max": "max 100000"}, 8),
        ({"cpu.max": "100000 100000"}, 1),
        ({"cpu.max": "50000 100000"}, 1),
        ({"cpu.max": "150000 100000"}, 2),
        ({"cpu.max": "1600000 100000"}, 8),
        ({"cpu/cpu.cfs_quota_us": "100000", "cpu/cpu.cfs_period_us": "100000"}, 1),
        ({"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, 8),
    ],
)
def test_cores_are_the_share_of_a_container(tmp_path, files, expected):
    """On a machine of eight; the files of control groups are of version 2, then of version 1."""
    program = tmp_path / "nproc"
    program.write_text("#!/bin/sh\necho 8\n")
    program.chmod(0o755)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text + "\n")
    result = subprocess.run(
        [ROOT / "tools" / "cores.sh", tmp_path], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert (result.stdout, result.stderr) == (f"{expected}\n", "")


class TestKernelSpec:
    @pytest.fixture(autouse=True)
    def clear_environment(self, monkeypatch):
        for name in ("HEAP", "OFF_HEAP"):
            monkeypatch.delenv(name, raising=False)

    @pytest.fixture
    def library(self, tmp_path):
        """Jars in another order than that of their names."""
        folder = tmp_path / "lib"
        folder.mkdir()
        for name in ("b.jar", "a.jar", ".pom"):
            (folder / name).touch()
        return folder

    @pytest.fixture
    def ijava(self, tmp_path):
        jar = tmp_path / "ijava.jar"
        with zipfile.ZipFile(jar, "w") as archive:
            archive.writestr("io/github/spencerpark/ijava/IJava.class", "")
        return jar

    @pytest.fixture
    def prefix(self, tmp_path, monkeypatch):
        """An environment with JJava."""
        folder = tmp_path / "prefix" / "share" / "jupyter" / "kernels" / "java"
        folder.mkdir(parents=True)
        (folder / "jjava.jar").touch()
        monkeypatch.setattr(sys, "prefix", str(tmp_path / "prefix"))
        return folder

    @pytest.fixture
    def starts(self, monkeypatch):
        """The kernel is not started: its specs are kept, and the archive is written as the JVM does."""
        specs = []

        def start(spec):
            specs.append(spec)
            (option,) = [option for option in spec["argv"] if option.startswith("-XX:ArchiveClassesAtExit=")]
            Path(option.partition("=")[2]).touch()

        monkeypatch.setattr(kernelspec, "start_and_end", start)
        return specs

    def write(self, monkeypatch, *arguments):
        monkeypatch.setattr(sys, "argv", ["kernelspec.py", *map(str, arguments)])
        kernelspec.main()

    def test_starts_java_with_memory_limits(self, jdk, library):
        program = jdk(17)
        spec = kernelspec.jjava(kernelspec.jdk(), Path("k", "jjava.jar"), library, [])
        argv = spec["argv"]
        assert argv[0] == str(program)
        assert argv[-2:] == ["org.dflib.jjava.distro.JJava", "{connection_file}"]
        assert "-Xmx1g" in argv
        assert "-XX:MaxHeapFreeRatio=40" in argv
        assert "-Dorg.bytedeco.javacpp.maxBytes=4g" in argv
        assert f"@{ROOT / 'tools' / 'jvm.options'}" in argv
        assert f"-Dio.github.jukelab.home={ROOT}" in argv
        assert (spec["display_name"], spec["language"], spec["interrupt_mode"]) == ("Java", "java", "message")

    def test_all_jars_are_on_the_class_path_in_a_fixed_order(self, jdk, library):
        jdk(17)
        spec = kernelspec.jjava(kernelspec.jdk(), Path("k", "jjava.jar"), library, [])
        path = spec["argv"][spec["argv"].index("-cp") + 1].split(os.pathsep)
        jars = [Path("k", "jjava.jar"), ROOT / "target" / "jukelab.jar", library / "a.jar", library / "b.jar"]
        assert path == [str(jar) for jar in jars]
        assert not any(name.startswith("JJAVA") for name in spec["env"])

    def test_environment(self, jdk, library):
        jdk(17)
        env = kernelspec.jjava(kernelspec.jdk(), Path("jjava.jar"), library, [])["env"]
        assert env["OMP_NUM_THREADS"] == kernelspec.cores()
        assert env["OMP_WAIT_POLICY"] == "PASSIVE"
        assert env["LC_ALL"] == "C.UTF-8"  # file names

    @pytest.mark.parametrize(
        "choice,engine,card",
        [
            ("1 libtorch gpu lib-libtorch-gpu GPU-12 asked for a GPU", "libtorch", "GPU-12"),
            ("auto dl4j cpu lib - asked for a GPU if there is one", "dl4j", None),
        ],
    )
    def test_the_card_that_make_chose(self, jdk, library, prefix, monkeypatch, choice, engine, card):
        jdk(17)
        cudnn = Path(sys.prefix, "lib", "python3.11", "site-packages", "nvidia", "cudnn", "lib")
        cudnn.mkdir(parents=True)
        monkeypatch.setenv("JUKELAB_CHOICE", choice)
        monkeypatch.setenv("LD_LIBRARY_PATH", "/own")
        spec = kernelspec.jjava(kernelspec.jdk(), Path("jjava.jar"), library, [])
        assert f"-Dio.github.jukelab.gpu={choice}" in spec["argv"]
        assert f"-Dio.github.jukelab.engine={engine}" in spec["argv"]
        assert spec["env"].get("CUDA_VISIBLE_DEVICES") == card
        assert spec["env"].get("LD_LIBRARY_PATH") == (f"{cudnn}:/own" if card else None)

    def test_sizes_of_memory_by_the_environment(self, jdk, library, monkeypatch):
        jdk(17)
        monkeypatch.setenv("HEAP", "600m")
        monkeypatch.setenv("OFF_HEAP", "8G")
        argv = kernelspec.jjava(kernelspec.jdk(), Path("jjava.jar"), library, [])["argv"]
        assert "-Xmx600m" in argv and "-Dorg.bytedeco.javacpp.maxBytes=8G" in argv

    @pytest.mark.parametrize("value", ["2", "2gb", "0g", "-1g", "a lot", "1g -XX:+Foo"])
    def test_wrong_sizes_are_named(self, monkeypatch, value):
        monkeypatch.setenv("HEAP", value)
        with pytest.raises(SystemExit, match=f"HEAP must be a size such as 800m or 2g, got {re.escape(value)}"):
            kernelspec.options(17)

    def test_the_engine_is_that_of_the_build(self, monkeypatch):
        monkeypatch.delenv("JUKELAB_ENGINE", raising=False)
        assert not any("jukelab.engine" in option for option in kernelspec.options(17))
        assert "MALLOC_ARENA_MAX" not in kernelspec.spec([], {})["env"]
        monkeypatch.setenv("JUKELAB_ENGINE", "libtorch")
        assert "-Dio.github.jukelab.engine=libtorch" in kernelspec.options(17)
        assert kernelspec.spec([], {})["env"]["MALLOC_ARENA_MAX"] == "1"

    @pytest.mark.parametrize("version,expected", [(17, False), (23, False), (24, True), (25, True)])
    def test_flags_that_only_new_jdks_accept(self, jdk, library, version, expected):
        """JDK 17 does not start if an option is unknown to it."""
        jdk(version)
        argv = kernelspec.jjava(kernelspec.jdk(), Path("jjava.jar"), library, [])["argv"]
        assert ("--enable-native-access=ALL-UNNAMED" in argv) == expected
        assert ("--sun-misc-unsafe-memory-access=allow" in argv) == expected

    def test_options_come_before_the_class_path(self, jdk, library):
        jdk(25)
        argv = kernelspec.jjava(kernelspec.jdk(), Path("jjava.jar"), library, [])["argv"]
        assert all(option[0] in "-@" for option in argv[1 : argv.index("-cp")])

    def test_no_java(self, tmp_path, monkeypatch):
        monkeypatch.setenv("JAVA_HOME", str(tmp_path / "missing"))
        with pytest.raises(SystemExit, match="no Java found"):
            kernelspec.jdk()

    def test_writes_the_kernel_spec_into_the_environment(self, jdk, library, prefix, starts, monkeypatch):
        jdk(17)
        (prefix / "kernel.json").write_text("{}")
        self.write(monkeypatch, "--library", library)
        assert sorted(file.name for file in prefix.iterdir()) == ["jjava.jar", "kernel.json"]
        argv = json.loads((prefix / "kernel.json").read_text(encoding="utf-8"))["argv"]
        assert str(prefix / "jjava.jar") in argv[argv.index("-cp") + 1]

    def test_a_folder_that_no_class_path_can_name(self, jdk, library, prefix, starts, monkeypatch):
        jdk(17)
        colon = library.rename(library.with_name("a:b"))
        with pytest.raises(SystemExit, match=f"{colon} cannot be used: Java's class path has no way to write ':'"):
            self.write(monkeypatch, "--library", colon)
        assert not starts and not (prefix / "kernel.json").exists()

    def test_an_unchanged_spec_is_not_written(self, jdk, library, prefix, starts, monkeypatch):
        """So that a shared installation can be read-only."""
        jdk(17)
        self.write(monkeypatch, "--library", library)
        monkeypatch.setattr(Path, "write_text", lambda *arguments, **options: pytest.fail("written again"))
        self.write(monkeypatch, "--library", library)

    def test_the_kernel_is_started_once_for_its_archive(self, jdk, library, prefix, starts, monkeypatch):
        jdk(21)
        for _ in range(2):
            self.write(monkeypatch, "--library", library)
        assert len(starts) == 1
        argv = json.loads((prefix / "kernel.json").read_text(encoding="utf-8"))["argv"]
        assert f"-XX:SharedArchiveFile={library / 'jjava-21.0.1+9-LTS.jsa'}" in argv
        assert not any("ArchiveClassesAtExit" in option for option in argv)

    def test_a_new_build_needs_a_new_archive(self, jdk, library, prefix, starts, monkeypatch):
        jdk(21)
        self.write(monkeypatch, "--library", library)
        os.utime(library / "jjava-21.0.1+9-LTS.jsa", (0, 0))
        self.write(monkeypatch, "--library", library)
        assert len(starts) == 2

    def test_without_an_archive_the_kernel_starts_slower(self, jdk, library, prefix, monkeypatch, capsys):
        """An archive that is named but missing would make it slower still."""
        jdk(21)

        def fail(spec):
            raise RuntimeError("the kernel died")

        monkeypatch.setattr(kernelspec, "start_and_end", fail)
        self.write(monkeypatch, "--library", library)
        assert "notebooks will start slower, because no archive could be made: the kernel died" in capsys.readouterr().err
        argv = json.loads((prefix / "kernel.json").read_text(encoding="utf-8"))["argv"]
        assert not any("SharedArchiveFile" in option for option in argv)

    def test_no_kernel(self, jdk, library, prefix, monkeypatch):
        (prefix / "jjava.jar").unlink()
        with pytest.raises(SystemExit, match="jjava.jar is missing; run make clean setup"):
            self.write(monkeypatch, "--library", library)

    def test_ijava_gets_its_own_variables(self, jdk, library, prefix, ijava, starts, monkeypatch):
        jdk(25)
        self.write(monkeypatch, "--library", library, "--ijava", ijava)
        spec = json.loads((prefix / "kernel.json").read_text(encoding="utf-8"))
        assert spec["argv"][-4:] == ["-cp", str(ijava), "io.github.spencerpark.ijava.IJava", "{connection_file}"]
        path = spec["env"]["IJAVA_CLASSPATH"].split(os.pathsep)
        assert path == [str(ROOT / "target" / "jukelab.jar"), str(library / "*.jar")]
        scripts = [Path(script) for script in spec["env"]["IJAVA_STARTUP_SCRIPTS_PATH"].split(os.pathsep)]
        assert [script.name for script in scripts] == ["imports.jshell", "ijava.jshell"]
        assert all(script.exists() for script in scripts)

    @pytest.mark.parametrize("make", [lambda jar: None, Path.touch, lambda jar: zipfile.ZipFile(jar, "w").close()])
    def test_another_jar_is_not_ijava(self, jdk, library, prefix, tmp_path, monkeypatch, make):
        jar = tmp_path / "other.jar"
        make(jar)
        with pytest.raises(SystemExit, match="other.jar is not the jar of IJava"):
            self.write(monkeypatch, "--library", library, "--ijava", jar)
        assert not (prefix / "kernel.json").exists()


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
    java = kernelspec.jdk()
    path = os.pathsep.join([str(ROOT / "target" / "classes"), str(ROOT / "target" / "lib" / "*")])
    result = subprocess.run(
        [java.java, *kernelspec.options(java.major), f"-Duser.home={tmp_path}", "-cp", path]
        + ["io.github.jukelab.cli.Jukelab", "doctor"],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == 1
    assert "\tat " not in result.stderr
    (line,) = [line for line in result.stdout.splitlines() if " drawing " in line]
    assert re.match(r"FAIL  drawing +no usable font \(\w.*\): on Debian, apt-get install fontconfig fonts-dejavu-core .*", line)
    assert len(result.stdout.splitlines()) == 9


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

    def test_keeps_what_each_notebook_needed(self, tmp_path):
        path = tmp_path / "times.json"
        meter = notebook.Meter()
        notebook.keep_usage("01-none", meter, path)
        assert not path.exists()
        meter.usages = [notebook.Usage(1, 1, 1), notebook.Usage(61.4, 80.6, 1200.2)]
        notebook.keep_usage("00-one", meter, path)
        meter.usages.append(notebook.Usage(70, 90, 1300))
        notebook.keep_usage("01-two", meter, path)
        assert json.loads(path.read_text()) == {
            "00-one": {"seconds": 61, "processor_seconds": 81, "peak_mb": 1200},
            "01-two": {"seconds": 70, "processor_seconds": 90, "peak_mb": 1300},
        }

    def test_the_command_lists_the_recordings(self, monkeypatch):
        monkeypatch.setenv("TRACKS", "/some/where")
        listed = subprocess.run([ROOT / "jukelab", "data", "--list"], capture_output=True, text=True, check=True).stdout
        assert [line.split()[0] for line in listed.splitlines()] == list(notebook.RECORDINGS)
        assert listed.splitlines()[2].split() == ["TRACKS", "/some/where"]


def test_a_meter_reads_what_linux_tells(tmp_path):
    process = tmp_path / "7"
    process.mkdir()
    (process / "stat").write_text(f"7 (java (x) y) S 1 7 7 0 -1 4194304 1 0 0 0 {250} {50} 9 9 20 0 9")
    (process / "status").write_text("Name:\tjava\nVmPeak:\t 9999 kB\nVmHWM:\t  2048 kB\nVmRSS:\t 1024 kB\n")
    meter = notebook.Meter(tmp_path)
    meter.measure(7)
    meter.measure(8)  # as on another system
    (usage,) = meter.usages
    assert usage.processor_seconds == 300 / os.sysconf("SC_CLK_TCK")
    assert usage.peak_mb == 2
    assert 0 <= usage.seconds < 60
    assert str(notebook.Usage(61.4, 80.6, 1200.2)) == "61 seconds, 81 of a processor; 1200 MB of memory"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory of a process")
@pytest.mark.parametrize("kept,message", [([900, 980], None), ([900, 1000], "keeps 1.11 times the memory")])
def test_twice_compares_what_a_kernel_keeps(tmp_path, monkeypatch, capsys, kept, message):
    """With a kernel that is this process."""
    path = tmp_path / "small.ipynb"
    path.write_text(json.dumps(v4.new_notebook(cells=[v4.new_code_cell("1"), v4.new_markdown_cell("2")])))

    def execute(path, narrator, measure, times):
        for _ in range(times):
            measure(os.getpid())

    found = iter(kept)
    monkeypatch.setattr(notebook, "execute", execute)
    monkeypatch.setattr(notebook, "kept_mb", lambda pid: next(found))
    if message:
        with pytest.raises(SystemExit, match=message):
            notebook.twice(path)
    else:
        notebook.twice(path)
    assert [line.rpartition(" ")[2] for line in capsys.readouterr().out.splitlines()] == [str(mb) for mb in kept]


class TestResultLines:
    CARD = {
        "data": {"name": "stand-in", "songs": 100},
        "split": "by track, stratified 60/20/20",
        "seed": 42,
        "backend": "Backend[CPU]",
        "result": {"accuracy": 0.85, "low": 0.64, "high": 0.948, "songs": 20},
        "settings": {"left out": ""},
        "shortened": False,
    }

    @pytest.fixture(autouse=True)
    def clear_environment(self, monkeypatch):
        for name in notebook.SHORTENERS:
            monkeypatch.delenv(name, raising=False)

    def lines(self, folder: Path, **cards: dict) -> list[str]:
        paths = [folder / f"{name}.json" for name in cards]
        for path, card in zip(paths, cards.values()):
            path.write_text(json.dumps(self.CARD | card))
        return notebook.result_lines(paths)

    def test_of_one_card(self, tmp_path):
        assert self.lines(tmp_path, one={}) == [
            "",
            "  card       one",
            "  data       synthetic music, 100 tracks",
            "  split      by track, stratified 60/20/20, seed 42",
            "  accuracy   85.0% of 20 tracks (95 % interval 64.0% to 94.8%)",
            "",
            "  backend    Backend[CPU]",
        ]

    def test_of_several_cards_in_their_order(self, tmp_path, monkeypatch):
        monkeypatch.setenv("DATASET_LIMIT", "100")
        leaky = {"settings": {"counted": "pieces"}}
        scarce = {"settings": {"left out": "jazz pop", "engine": "libtorch"}}
        lines = self.lines(tmp_path, second=leaky, first=scarce)
        assert lines[1] == "  SHORTENED RUN (DATASET_LIMIT=100): these are not results"
        assert [line for line in lines if line.startswith("  card")] == ["  card       second", "  card       first"]
        assert "  accuracy   85.0% of segments of 20 tracks (95 % interval 64.0% to 94.8%)" in lines
        assert lines.count("  skipped    jazz, pop: too few tracks here") == 1
        assert lines[-2:] == ["  backend    Backend[CPU]", "  engine     libtorch"]

    def test_says_that_a_cell_has_shortened_the_run(self, tmp_path):
        lines = self.lines(tmp_path, whole={}, short={"shortened": True})
        assert lines[1] == "  SHORTENED RUN (budget of a cell): these are not results"

    def test_a_notebook_without_an_accuracy(self):
        assert notebook.result_lines([]) == [""]
