"""The program `jukelab`: how it finds its folder, what it builds and what it passes to Java."""

import os
import shutil
import signal
import subprocess
import sys
import time
import wave
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BASICS = ("sh", "sed", "readlink", "dirname", "cat", "mkdir", "touch", "nproc", "find", "head")


def script(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("#!/bin/sh\n" + text + "\n")
    file.chmod(0o755)
    return file


def jdk(folder: Path, version: str = "17") -> Path:
    """A fake JDK that prints its version, or its arguments one per line."""
    probe = f'if [ "$1" = -XshowSettings:properties ]; then echo "    java.specification.version = {version}" >&2; exit; fi'
    script(folder / "bin" / "java", probe + '\nprintf "%s\\n" "LC_ALL=${LC_ALL:-}" "$@"')
    return folder


@pytest.fixture
def home(tmp_path):
    """A built project folder with a space in its name."""
    home = tmp_path / "the home"
    (home / "target" / "lib").mkdir(parents=True)
    (home / "target" / "lib" / ".copied").touch()
    (home / "target" / "classes" / "io").mkdir(parents=True)
    shutil.copy(ROOT / "jukelab", home / "jukelab")
    (home / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "cores.sh", home / "tools" / "cores.sh")
    return home


@pytest.fixture
def path(tmp_path):
    """A folder for PATH with only the basic tools."""
    folder = tmp_path / "path"
    folder.mkdir()
    for tool in BASICS:
        (folder / tool).symlink_to(shutil.which(tool))
    return folder


def run(program: Path, *arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess:
    environment = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(
        [program, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, timeout=120
    )


def test_passes_arguments_to_java(home, tmp_path):
    result = run(home / "jukelab", "extract", "a b", "", "$HOME *", "--out='x'", JAVA_HOME=str(jdk(tmp_path / "jdk")))
    lines = result.stdout.split("\n")
    assert result.returncode == 0 and result.stderr == ""
    assert lines[-7:-1] == ["io.github.jukelab.cli.Jukelab", "extract", "a b", "", "$HOME *", "--out='x'"]
    assert f"{home}/target/classes:{home}/target/lib/*" in lines
    assert f"-Dio.github.jukelab.home={home}" in lines
    assert f"-Djava.util.logging.config.file={home}/tools/logging.properties" in lines
    assert f"@{home}/tools/jvm.options" in lines
    assert "-Dio.github.jukelab.terminal=true" not in lines


def test_finds_its_folder_through_links(home, tmp_path):
    elsewhere = tmp_path / "bin"
    elsewhere.mkdir()
    (elsewhere / "absolute").symlink_to(home / "jukelab")
    (elsewhere / "jukelab").symlink_to("absolute")
    result = run(elsewhere / "jukelab", cwd=tmp_path, JAVA_HOME=str(jdk(tmp_path / "jdk")))
    assert f"-Dio.github.jukelab.home={home}" in result.stdout.split("\n")


def test_works_from_any_folder(home, tmp_path):
    java = str(jdk(tmp_path / "jdk"))
    for cwd, program in ((home, "./jukelab"), (home / "target", "../jukelab"), (tmp_path, "the home/jukelab")):
        result = run(program, cwd=cwd, JAVA_HOME=java)
        assert f"-Dio.github.jukelab.home={home}" in result.stdout.split("\n")


@pytest.mark.parametrize("version,expected", [("17", False), ("23", False), ("24", True), ("25", True)])
def test_flags_that_only_new_jdks_accept(home, tmp_path, version, expected):
    result = run(home / "jukelab", JAVA_HOME=str(jdk(tmp_path / "jdk", version)))
    assert ("--sun-misc-unsafe-memory-access=allow" in result.stdout) == expected
    assert ("--enable-native-access=ALL-UNNAMED" in result.stdout) == expected


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"LANG": "C"},
        {"LC_ALL": ""},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "xx_XX.UTF-8"},
        {"LC_CTYPE": "de_DE"},
        {"LANG": "de_DE.ISO-8859-1"},
        {"LANG": "de_DE.UTF-8"},
    ],
)
def test_file_names_may_have_any_character(home, tmp_path, environment):
    result = run(home / "jukelab", JAVA_HOME=str(jdk(tmp_path / "jdk")), **environment)
    assert result.stdout.split("\n")[0] == "LC_ALL=C.UTF-8"


@pytest.mark.parametrize("name", ["a b", "a*b", "ü", "a;b", "a'b", "$HOME", "a\\b", '"', "#1", "a&b", "{x}", "-x", "100%"])
def test_its_folder_may_have_any_name(home, tmp_path, name):
    home = home.rename(tmp_path / name)
    result = run(home / "jukelab", "x", JAVA_HOME=str(jdk(tmp_path / "jdk")))
    assert (result.returncode, result.stderr) == (0, "")
    assert f"{home}/target/classes:{home}/target/lib/*" in result.stdout.split("\n")


def test_a_folder_that_no_class_path_can_name(home, tmp_path):
    home = home.rename(tmp_path / "a:b")
    result = run(home / "jukelab", JAVA_HOME=str(jdk(tmp_path / "jdk")))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        f"jukelab: the folder {home} cannot be used: Java's class path has no way to write ':'. Rename or move it.\n"
    )


def test_what_java_says_about_its_variables_is_not_its_version(home, tmp_path):
    java = jdk(tmp_path / "jdk") / "bin" / "java"
    java.write_text(java.read_text().replace("#!/bin/sh\n", "#!/bin/sh\necho 'Picked up _JAVA_OPTIONS: -Dx = 1.8' >&2\n"))
    result = run(home / "jukelab", "x", JAVA_HOME=str(tmp_path / "jdk"))
    assert result.returncode == 0 and result.stdout.endswith("\nx\n")


@pytest.mark.parametrize("version", ["1.8", "9", "11", "16", ""])
def test_old_java(home, tmp_path, version):
    result = run(home / "jukelab", JAVA_HOME=str(jdk(tmp_path / "jdk", version)))
    assert (result.returncode, result.stdout) == (1, "")
    assert f"has version '{version or 'unknown'}', but 17 or newer is needed" in result.stderr


def test_no_java(home, path):
    result = run(home / "jukelab", PATH=str(path))
    assert result.returncode == 1
    assert result.stderr.startswith("jukelab: no Java found (looked for java).")


def test_builds_on_first_use(home, path, tmp_path):
    shutil.rmtree(home / "target")
    script(path / "make", 'echo building "$@"\nmkdir -p "$3/target/lib" "$3/target/classes/io"\ntouch "$3/target/lib/.copied"')
    environment = {"PATH": str(path), "JAVA_HOME": str(jdk(tmp_path / "jdk"))}
    first = run(home / "jukelab", "x", **environment)
    assert first.returncode == 0
    assert first.stderr.startswith(f"jukelab: first use: building in {home}\nbuilding ")
    assert first.stdout.split("\n")[-2] == "x" and "building" not in first.stdout
    assert run(home / "jukelab", "x", **environment).stderr == ""


def test_archive_of_classes_is_used_until_a_class_is_newer(home, tmp_path):
    for name in ("lib/b.jar", "lib/a.jar", "classes/io/A.class", "jukelab.jar", "jukelab.jsa"):
        (home / "target" / name).touch()
    os.utime(home / "target" / "classes" / "io" / "A.class", (0, 0))
    java = {"JAVA_HOME": str(jdk(tmp_path / "jdk"))}
    target = home.resolve() / "target"
    passed = run(home / "jukelab", **java).stdout.splitlines()
    assert f"-XX:SharedArchiveFile={target}/jukelab.jsa" in passed
    assert f"{target}/jukelab.jar:{target}/lib/a.jar:{target}/lib/b.jar" in passed
    newer = time.time() + 60
    os.utime(home / "target" / "classes" / "io" / "A.class", (newer, newer))
    passed = run(home / "jukelab", **java).stdout.splitlines()
    assert f"{target}/classes:{target}/lib/*" in passed
    assert not any("jsa" in argument for argument in passed)


@pytest.mark.parametrize(
    "arguments,environment,chosen",
    [
        (["train", "--engine", "libtorch"], {}, True),
        (["train", "--engine=libtorch", "x"], {}, True),
        (["train"], {"JUKELAB_ENGINE": "libtorch"}, True),
        (["train", "--engine", "dl4j"], {"JUKELAB_ENGINE": "libtorch"}, False),
        (["train", "libtorch"], {}, False),
    ],
)
def test_library_of_an_engine(home, tmp_path, arguments, environment, chosen):
    """Only a library of this build: that of another one may not fit the classes."""
    java = {"JAVA_HOME": str(jdk(tmp_path / "jdk")), **environment}
    (home / "target" / "lib-libtorch").mkdir()
    for name in ("jukelab.jar", "jukelab.jsa"):
        (home / "target" / name).touch()

    def library() -> str:
        passed = run(home / "jukelab", *arguments, **java).stdout.splitlines()
        assert ("-Dio.github.jukelab.engine=libtorch" in passed) == ("JUKELAB_ENGINE" in environment)
        (path,) = [passed[i + 1] for i in range(len(passed)) if passed[i] == "-cp"]
        return "lib-libtorch" if path == f"{home}/target/classes:{home}/target/lib-libtorch/*" else "lib"

    (home / "pom.xml").write_text("new")
    assert library() == "lib"
    (home / "target" / "lib-libtorch" / ".pom").write_text("old")
    assert library() == "lib"
    (home / "target" / "lib-libtorch" / ".pom").write_text("new")
    assert library() == ("lib-libtorch" if chosen else "lib")


class TestCard:
    """JUKELAB_GPU: the launcher does what tools/gpu.sh prints."""

    LINE = "1 libtorch gpu lib-libtorch-gpu GPU-12 asked for a GPU (GPU=1), using libtorch on a card (driver 580)"

    @pytest.fixture
    def home(self, home, tmp_path):
        """Its java prints two variables beside its arguments; gpu.sh prints LINE and what it was asked."""
        jdk(tmp_path / "jdk")
        java = tmp_path / "jdk" / "bin" / "java"
        java.write_text(java.read_text().replace("LC_ALL=${LC_ALL:-}", "$CUDA_VISIBLE_DEVICES|$LD_LIBRARY_PATH|"))
        shutil.copy(ROOT / "tools" / "cuda-path.sh", home / "tools")
        (home / "pom.xml").write_text("new")
        (home / "target" / "lib-libtorch-gpu").mkdir()
        (home / "target" / "lib-libtorch-gpu" / ".pom").write_text("new")
        (home / ".venv" / "lib" / "python3.11" / "site-packages" / "nvidia" / "cudnn" / "lib").mkdir(parents=True)
        self.says(home, self.LINE)
        return home

    @staticmethod
    def says(home: Path, line: str, code: int = 0) -> None:
        script(home / "tools" / "gpu.sh", f'echo "$@" >"{home}/asked"\necho "{line}"\nexit {code}')

    @staticmethod
    def train(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        java = str(home.parent / "jdk")
        return run(home / "jukelab", *(arguments or ("train", "x")), JAVA_HOME=java, **environment)

    def test_chosen(self, home):
        result = self.train(home, JUKELAB_GPU="1", LD_LIBRARY_PATH="/own")
        passed = result.stdout.splitlines()
        folder = home / ".venv" / "lib" / "python3.11" / "site-packages" / "nvidia" / "cudnn" / "lib"
        assert passed[0] == f"GPU-12|{folder}:/own|"
        assert f"-Dio.github.jukelab.gpu={self.LINE}" in passed
        assert "-Dio.github.jukelab.engine=libtorch" in passed
        assert f"{home}/target/classes:{home}/target/lib-libtorch-gpu/*" in passed
        assert (home / "asked").read_text() == "1  installed\n"

    @pytest.mark.parametrize("command", ["train", "results", "learning-curve"])
    def test_engine_that_was_asked_for(self, home, command):
        self.train(home, command, "--engine", "dl4j", JUKELAB_GPU="auto")
        assert (home / "asked").read_text() == "auto dl4j installed\n"

    @pytest.mark.parametrize("built", [True, False])
    def test_none_ends_before_anything_is_built(self, home, built):
        if not built:
            shutil.rmtree(home / "target")
        self.says(home, "1 none - - - no usable GPU: there is no card", 1)
        result = self.train(home, JUKELAB_GPU="1")
        assert (result.returncode, result.stdout) == (1, "")
        assert result.stderr == "jukelab: no usable GPU: there is no card\n"
        assert (home / "target").exists() == built

    @pytest.mark.parametrize("installed", [True, False])
    def test_the_cpu_instead(self, home, installed):
        self.says(home, "auto libtorch cpu lib-libtorch - asked for a GPU if there is one, using libtorch on the CPU: why")
        if installed:
            (home / "target" / "lib-libtorch").mkdir()
            (home / "target" / "lib-libtorch" / ".pom").write_text("new")
        passed = self.train(home, JUKELAB_GPU="auto").stdout.splitlines()
        assert passed[0] == "||"
        assert f"{home}/target/classes:{home}/target/lib{'-libtorch' if installed else ''}/*" in passed

    def test_make_has_chosen_already(self, home):
        passed = self.train(home, JUKELAB_GPU="1", JUKELAB_CHOICE=self.LINE.replace("12", "13")).stdout.splitlines()
        assert passed[0].startswith("GPU-13|") and not (home / "asked").exists()

    @pytest.mark.parametrize("arguments,value", [(["extract"], "1"), (["doctor"], "1"), (["train"], "0"), (["train"], "")])
    def test_not_asked(self, home, arguments, value):
        passed = self.train(home, *arguments, JUKELAB_GPU=value).stdout.splitlines()
        assert passed[0] == "||" and not any("jukelab.gpu" in argument for argument in passed)
        assert not (home / "asked").exists()


def test_real_archive_fits(tmp_path):
    if not (ROOT / "target" / "jukelab.jsa").exists():
        pytest.skip("no archive of classes: run make setup")
    result = run(ROOT / "jukelab", "--version", cwd=tmp_path, JDK_JAVA_OPTIONS="-Xshare:on")
    assert result.returncode == 0, result.stdout + result.stderr


def test_build_that_fails(home, path, tmp_path):
    shutil.rmtree(home / "target")
    environment = {"PATH": str(path), "JAVA_HOME": str(jdk(tmp_path / "jdk"))}
    shutil.copytree(ROOT / "tools", home / "tools", dirs_exist_ok=True)
    assert "no make found" in run(home / "jukelab", **environment).stderr
    script(path / "make", "echo reason >&2\nexit 2")
    result = run(home / "jukelab", **environment)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.endswith("reason\njukelab: could not be built; see above.\n")


def test_real_command(tmp_path):
    result = run(ROOT / "jukelab", "extract", "--list", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert any(line.startswith("mfcc ") for line in result.stdout.splitlines())


def test_runnable_jar(tmp_path):
    jars = [jar for jar in (ROOT / "target").glob("jukelab-*.jar") if not jar.stem.endswith(("-sources", "-javadoc"))]
    if not jars:
        pytest.skip("no jar: run mvn package")
    java = shutil.which("java", path=os.environ.get("JAVA_HOME", "") + "/bin" + os.pathsep + os.environ["PATH"])
    result = run(java, "-jar", str(jars[0]), "--help", cwd=tmp_path)
    assert result.returncode == 0
    assert result.stdout.startswith("Usage: jukelab")


def clip(file: Path, seconds: float) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(22050)
        sound.writeframes(bytes(i * i % 251 for i in range(2 * int(22050 * seconds))))


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C works differently there")
def test_interrupted_table_can_be_continued(tmp_path):
    """Ctrl-C after the first tracks: the computed rows are stored, and the same command computes the others."""
    tracks = 60
    clip(tmp_path / "tracks" / "00.wav", 10)
    for i in range(1, tracks):
        shutil.copy(tmp_path / "tracks" / "00.wav", tmp_path / "tracks" / f"{i:02d}.wav")
    command = [ROOT / "jukelab", "table", "tracks", "--out", "table.csv", "--threads", "1"]
    program = subprocess.Popen(
        command,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        # Background jobs inherit an ignored SIGINT, and Java does not change that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    folder, first = program.stderr.readline(), program.stderr.readline()
    program.send_signal(signal.SIGINT)
    rest = program.communicate(timeout=60)[1]
    assert folder == f"tracks: recordings without a folder per class: tracks {tracks}\n"
    assert first.startswith("    1 %") and "\r" not in rest
    assert program.returncode == 130
    assert rest.endswith("jukelab: interrupted; computed rows are stored, run the same command again to continue\n")
    assert not (tmp_path / "table.csv").exists()

    result = run(*command, cwd=tmp_path)
    assert result.returncode == 0
    computed, reused = [int(word) for word in result.stdout.split() if word.isdigit()][1:3]
    assert reused >= 1 and computed + reused == tracks
    assert len((tmp_path / "table.csv").read_text().splitlines()) == tracks + 1


@pytest.mark.parametrize(
    "options",
    [
        "-Duser.language=ar -Duser.country=EG",
        "-Duser.language=tr -Duser.country=TR",
        "-Duser.language=hi -Duser.country=IN -Duser.extensions=u-nu-deva",
    ],
)
def test_names_and_numbers_are_the_same_in_every_country(tmp_path, options):
    """Also where the locale is not installed, and for names that begin as options and lists of arguments do."""
    for name in ("tönë.wav", "@at.wav", "-x.wav"):
        clip(tmp_path / name, 1)
    arguments = ["table", "--threads", "1", "--out", "t.csv", "--", "tönë.wav", "@at.wav", "-x.wav"]
    result = run(ROOT / "jukelab", *arguments, cwd=tmp_path, LC_ALL="xx_XX.UTF-8", JDK_JAVA_OPTIONS=options)
    assert (result.returncode, result.stdout) == (0, "t.csv: 3 rows; files: 3 computed, 0 reused, 0 skipped\n")
    rows = (tmp_path / "t.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["-x.wav", "@at.wav", "tönë.wav"]
    result = run(ROOT / "jukelab", "table", "--out", "t.csv", "-x.wav", cwd=tmp_path)
    assert result.returncode == 2
    assert "The file -x.wav was taken for an option: name it ./-x.wav or after --\n" in result.stderr
