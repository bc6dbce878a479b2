"""What `tools/doctor.sh` says. Each test sets a PATH with fake tools, in a project folder without a build."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BASICS = ("sh", "sed", "grep", "awk", "cat", "cut", "tr", "ls", "df", "dirname", "find", "cmp")
LIBRARIES = ("fontconfig.so.1", "freetype.so.6", "harfbuzz.so.0", "stdc++.so.6", "gomp.so.1", "va.so.2", "va-drm.so.2", "drm.so.2")


class Machine:
    """A fake machine: a folder for PATH, a JDK, a project folder."""

    def __init__(self, folder: Path):
        self.path = folder / "path"
        self.home = folder / "home"
        self.project = folder / "the project"
        self.jdk = folder / "jdk"
        for new in (self.path, self.home, self.project / "tools"):
            new.mkdir(parents=True)
        for program in ("doctor.sh", "gpu.sh"):
            shutil.copy(ROOT / "tools" / program, self.project / "tools")
        for tool in BASICS:
            (self.path / tool).symlink_to(shutil.which(tool))

    def tool(self, name: str, text: str = "exit 0") -> Path:
        return script(self.path / name, text)

    def java(self, version: str = "17", home: Path | None = None, javac: bool = True, modules: str = "jdk.jshell@17"):
        home = home or self.jdk
        if javac:
            script(home / "bin" / "javac", "exit 0")
        return script(
            home / "bin" / "java",
            f'if [ "$1" = --list-modules ]; then echo java.base@17; echo {modules}; exit; fi\n'
            f'echo "    java.home = {home}" >&2\necho "    java.specification.version = {version}" >&2',
        )

    def maven(self, version: str = "3.8.7", java: str = "17.0.15", runtime: Path | None = None):
        """As Maven prints it, in bold even into a file."""
        self.tool(
            "mvn",
            f'printf "\\033[1mApache Maven {version}\\033[m\\n"\n'
            f'echo "Java version: {java}, vendor: Debian, runtime: {runtime or self.jdk}"',
        )

    def system(self, name: str = "Linux", machine: str = "x86_64", glibc: str = "2.36", libraries: tuple = LIBRARIES):
        self.tool("uname", f'case $1 in -s) echo {name} ;; -m) echo {machine} ;; esac')
        self.tool("getconf", f"echo glibc {glibc}")
        self.tool("ldconfig", "\n".join(f'echo "  lib{library} (libc6) => /somewhere"' for library in ("c.so.6", *libraries)))
        self.tool("fc-list", "echo DejaVu")

    def complete(self):
        """Nothing is missing."""
        self.tool("make", "echo GNU Make 4.3")
        self.tool("id", "echo 0")
        self.java()
        (self.path / "java").symlink_to(self.jdk / "bin" / "java")
        self.maven()
        self.tool("python3", 'case "$1" in -V) echo Python 3.11.2 ;; esac')
        self.tool("curl")
        self.system()
        return self

    def doctor(self, *parts: str, **environment: str) -> subprocess.CompletedProcess:
        environment = {"PATH": str(self.path), "HOME": str(self.home), **environment}
        return subprocess.run(
            [self.project / "tools" / "doctor.sh", *parts], env=environment, capture_output=True, text=True, timeout=60
        )


def script(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.write_text("#!/bin/sh\n" + text + "\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path).complete()


def failed(result: subprocess.CompletedProcess) -> dict[str, str]:
    """The findings of checks that failed, by subject."""
    assert result.stderr == ""
    found = {line[6:19].strip(): line[20:] for line in result.stdout.splitlines() if line.startswith("FAIL")}
    assert result.returncode == (1 if found else 0)
    return found


def installs(result: subprocess.CompletedProcess) -> str:
    """The one line that installs what is missing."""
    return result.stdout.partition("To install what is missing:\n  ")[2].strip()


def test_nothing_missing(machine):
    result = machine.doctor()
    assert failed(result) == {} and installs(result) == ""
    subjects = [line[6:19].strip() for line in result.stdout.splitlines()]
    assert subjects == [
        *("make", "JDK", "Maven", "Python", "fonts", "system", "memory", "disk", "Maven Central", "PyPI"),
        *("backend", "decoder", "GPU"),
    ]
    assert "-     backend       not looked at yet: run make setup" in result.stdout


def test_before_a_build_it_prints_only_what_fails(machine):
    result = machine.doctor("build", "notebooks")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_says_all_at_once_with_one_line(machine):
    for tool in ("make", "java", "mvn", "python3", "fc-list", "curl"):
        (machine.path / tool).unlink()
    machine.system(libraries=("stdc++.so.6",))
    machine.tool("fc-list")
    machine.tool("apt-get")
    result = machine.doctor()
    assert list(failed(result)) == ["make", "JDK", "Maven", "Python", "fonts"]
    assert "Central" not in result.stdout
    assert installs(result).startswith("apt-get update && apt-get install -y --no-install-recommends make ")
    assert " maven python3 python3-venv fontconfig fonts-dejavu-core libfreetype6 libharfbuzz0b" in installs(result)


@pytest.mark.parametrize(
    "manager,line",
    [
        ("dnf", "dnf install -y make java-devel"),
        ("pacman", "pacman -S --needed make jdk-openjdk"),
        ("zypper", "zypper install -y make java-21-openjdk-devel"),
        ("brew", "brew install make temurin@21"),
        ("none", ""),
    ],
)
def test_names_the_packages_of_the_system(machine, manager, line):
    for tool in ("make", "java"):
        (machine.path / tool).unlink()
    machine.tool(manager)
    assert installs(machine.doctor("build")) == line


def test_names_the_packages_of_an_active_conda_environment(machine):
    (machine.path / "mvn").unlink()
    machine.tool("apt-get")
    conda = {"CONDA_PREFIX": str(machine.home), "CONDA_DEFAULT_ENV": "jukelab"}
    assert installs(machine.doctor("build", **conda)) == "conda install -y -c conda-forge maven"
    assert installs(machine.doctor("build", **{**conda, "CONDA_DEFAULT_ENV": "base"})).startswith("apt-get ")


def test_who_is_not_root_needs_sudo_or_su(machine):
    (machine.path / "mvn").unlink()
    machine.tool("apt-get")
    machine.tool("id", "echo 1000")
    assert installs(machine.doctor("build")).startswith("su -c 'apt-get update && apt-get install ")
    machine.tool("sudo")
    assert installs(machine.doctor("build")).startswith("sudo apt-get update && sudo apt-get install ")


@pytest.mark.parametrize("version", ["1.8", "11", ""])
def test_old_java(machine, version):
    machine.java(version)
    finding = failed(machine.doctor("build"))["JDK"]
    assert f"has version {version or 'unknown'}: a JDK of version 17 or newer is needed" in finding


def test_what_java_says_about_its_variables_is_not_its_version(machine):
    java = machine.jdk / "bin" / "java"
    java.write_text(java.read_text().replace("#!/bin/sh\n", "#!/bin/sh\necho 'Picked up JAVA_TOOL_OPTIONS: -Dx=1.8' >&2\n"))
    result = machine.doctor("build")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_maven_can_read_a_folder_of_any_name(machine):
    """With LC_ALL=C, Maven ends where its folder has a letter that is not in ASCII."""
    mvn = machine.path / "mvn"
    mvn.write_text(mvn.read_text().replace("#!/bin/sh\n", '#!/bin/sh\n[ "$LC_ALL" = C.UTF-8 ] || exit 1\n'))
    assert machine.doctor("build").returncode == 0


def test_a_folder_that_no_class_path_can_name(machine):
    machine.project = machine.project.rename(machine.project.with_name("a:b"))
    result = machine.doctor("build")
    assert result.returncode == 1
    assert result.stdout.startswith("FAIL  folder ") and result.stdout.count("\n") == 1
    assert f"the ':' of {machine.project}: rename or move it" in result.stdout


def test_runtime_without_compiler(machine):
    """As Debian 13's maven brings."""
    (machine.jdk / "bin" / "javac").unlink()
    assert "only a runtime, without the compiler javac" in failed(machine.doctor("build"))["JDK"]


def test_runtime_without_jshell(machine):
    machine.java(modules="java.desktop@17")
    assert "no module jdk.jshell" in failed(machine.doctor("build"))["JDK"]


def test_java_home_goes_before_the_path(machine, tmp_path):
    machine.java("11", home=tmp_path / "old")
    assert "has version 11" in failed(machine.doctor("build", JAVA_HOME=str(tmp_path / "old")))["JDK"]
    assert "no Java in JAVA_HOME" in failed(machine.doctor("build", JAVA_HOME=str(tmp_path / "none")))["JDK"]


def test_maven_may_take_another_java(machine, tmp_path):
    machine.java("25", home=tmp_path / "other", javac=False)
    machine.maven(java="25.0.1", runtime=tmp_path / "other")
    finding = failed(machine.doctor("build"))["Maven"]
    assert str(tmp_path / "other") in finding and finding.endswith(f"export JAVA_HOME={machine.jdk}")


@pytest.mark.parametrize("version,old", [("3.6.3", True), ("3.8.1", False), ("3.10.0", False), ("4.0.0-rc-1", False)])
def test_old_maven(machine, version, old):
    machine.maven(version)
    assert ("Maven" in failed(machine.doctor("build"))) == old


def test_the_command_line_needs_no_python(machine):
    (machine.path / "python3").unlink()
    assert failed(machine.doctor("build")) == {}
    assert "no Python found (looked for python3)" in failed(machine.doctor("build", "notebooks"))["Python"]


def test_another_python(machine):
    (machine.path / "python3").unlink()
    other = script(machine.home / "my python", "exit 0")
    assert failed(machine.doctor("notebooks", PYTHON=str(other))) == {}


def test_python_that_is_too_old(machine):
    machine.tool("python3", 'case "$*" in -V) echo Python 3.9.2 ;; *version_info*) exit 1 ;; esac')
    assert "python3 is Python 3.9.2: 3.10 or newer is needed" in failed(machine.doctor("notebooks"))["Python"]


def test_python_without_venv(machine):
    machine.tool("python3", 'case "$*" in *venv*) exit 1 ;; esac')
    machine.tool("apt-get")
    result = machine.doctor("notebooks")
    assert "cannot make virtual environments" in failed(result)["Python"]
    assert installs(result).endswith(" python3 python3-venv")


def test_a_jdk_that_brings_its_own_font_libraries(machine):
    machine.system(libraries=("fontconfig.so.1", "stdc++.so.6"))
    assert failed(machine.doctor("notebooks")) != {}, "without a JDK it is not known"
    library = machine.jdk / "lib" / "libfontmanager.so"
    library.parent.mkdir()
    library.write_bytes(b"\0libfreetype.so\0")
    assert failed(machine.doctor("build", "notebooks")) == {}
    library.write_bytes(b"\0libfreetype.so.6\0libharfbuzz.so.0\0")
    assert failed(machine.doctor("build", "notebooks")) == {"fonts": "charts need libfreetype.so.6, libharfbuzz.so.0"}


def test_libraries_that_only_arm64_needs(machine):
    few = ("fontconfig.so.1", "freetype.so.6", "harfbuzz.so.0", "stdc++.so.6")
    machine.system(libraries=few)
    assert failed(machine.doctor("notebooks")) == {}
    machine.system(machine="aarch64", libraries=few)
    machine.tool("apt-get")
    result = machine.doctor("notebooks")
    assert "libgomp.so.1, libva.so.2, libva-drm.so.2, libdrm.so.2" in failed(result)["system"]
    assert installs(result).endswith(" libgomp1 libva2 libva-drm2 libdrm2")


def test_old_glibc(machine):
    machine.system(glibc="2.31")
    assert failed(machine.doctor("notebooks"))["system"].startswith(
        "glibc 2.31 here, FFmpeg's and OpenBLAS' libraries need 2.35"
    )
    assert failed(machine.doctor("build")) == {}


@pytest.mark.parametrize("name,machine_name,word", [("Linux", "riscv64", "no native libraries"), ("MINGW64_NT", "x86_64", "WSL2")])
def test_systems_that_have_no_libraries(machine, name, machine_name, word):
    machine.system(name=name, machine=machine_name)
    assert word in failed(machine.doctor("notebooks"))["system"]


class TestNetwork:
    """A fake curl knows which addresses answer."""

    MAVEN = "https://repo.maven.apache.org/maven2/"
    PYPI = "https://pypi.org/simple/"

    @staticmethod
    def answering(machine: Machine, *addresses: str, proxy: bool = True):
        """Without `proxy`, nothing answers a direct call."""
        direct = "" if proxy else 'case "$*" in *--noproxy*) echo "curl: no route" >&2; exit 7 ;; esac\n'
        patterns = "|".join([f"*{address}" for address in addresses] or ["none"])
        machine.tool("curl", f'{direct}case "$*" in {patterns}) ;; *) echo "curl: (6) Could not resolve host" >&2; exit 6 ;; esac')

    def test_no_network(self, machine):
        self.answering(machine)
        found = failed(machine.doctor())
        assert list(found) == ["Maven Central", "PyPI"]
        assert found["PyPI"].startswith(f"{self.PYPI} does not answer (curl: (6) Could not resolve host): connect")

    def test_is_not_asked_before_a_build(self, machine):
        self.answering(machine)
        assert failed(machine.doctor("build", "notebooks")) == {}

    def test_is_not_asked_where_everything_is_built(self, machine):
        self.answering(machine)
        spec = machine.project / ".venv" / "share" / "jupyter" / "kernels" / "java" / "kernel.json"
        for file in (machine.project / "target" / "lib" / ".copied", spec):
            file.parent.mkdir(parents=True)
            file.touch()
        result = machine.doctor()
        assert failed(result) == {} and "OK    network       not needed" in result.stdout

    def test_mirrors(self, machine):
        self.answering(machine, "mirror.example/m2", "mirror.example/simple")
        settings = machine.home / ".m2" / "settings.xml"
        settings.parent.mkdir()
        settings.write_text(
            "<settings><mirrors><!-- <mirror><mirrorOf>*</mirrorOf><url>https://wrong.example</url></mirror> -->\n"
            "<mirror><mirrorOf>external:http:*</mirrorOf><url>http://0.0.0.0/</url></mirror>\n"
            "<mirror>\n<url>https://me:secret@mirror.example/m2</url>\n<mirrorOf>central</mirrorOf></mirror></mirrors></settings>"
        )
        config = machine.home / ".config" / "pip" / "pip.conf"
        config.parent.mkdir(parents=True)
        config.write_text("[global]\nindex-url = https://mirror.example/simple\n")
        result = machine.doctor()
        assert failed(result) == {}
        assert "https://mirror.example/m2 answers" in result.stdout and "secret" not in result.stdout
        self.answering(machine, "mirror.example/m2", "other.example")
        assert failed(machine.doctor(PIP_INDEX_URL="https://other.example")) == {}

    def test_maven_ignores_https_proxy(self, machine):
        self.answering(machine, self.MAVEN, self.PYPI, proxy=False)
        proxy = {"HTTPS_PROXY": "http://me:secret@proxy.example:3128/"}
        setting = "-Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128"
        assert failed(machine.doctor(**proxy)) == {
            "Maven Central": f"Maven ignores HTTPS_PROXY: export MAVEN_OPTS='{setting}'"
        }
        assert failed(machine.doctor(**proxy, MAVEN_OPTS=setting)) == {}
        settings = machine.home / ".m2" / "settings.xml"
        settings.parent.mkdir()
        settings.write_text("<settings><proxies><proxy><host>proxy.example</host></proxy></proxies></settings>")
        assert failed(machine.doctor(**proxy)) == {}

    def test_a_proxy_that_is_not_needed(self, machine):
        self.answering(machine, self.MAVEN, self.PYPI)
        assert failed(machine.doctor(HTTPS_PROXY="http://proxy.example:3128")) == {}


def test_with_a_build_it_asks_the_java_side_too(machine):
    for folder in ("target/lib", "target/classes/io"):
        (machine.project / folder).mkdir(parents=True)
    (machine.project / "target" / "lib" / ".copied").touch()
    script(machine.project / "jukelab", 'echo "called: $*"\nexit 1')
    result = machine.doctor()
    assert result.returncode == 1
    assert "called: doctor" in result.stdout and "not looked at yet" not in result.stdout


def test_make_doctor_builds_nothing(machine):
    shutil.copy(ROOT / "Makefile", machine.project)
    for tool in ("bash", "git"):
        machine.tool(tool, f'exec {shutil.which(tool)} "$@"')
    environment = {"PATH": str(machine.path), "HOME": str(machine.home)}
    result = subprocess.run(
        [shutil.which("make"), "doctor"], cwd=machine.project, env=environment, capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert sorted(os.listdir(machine.project)) == ["Makefile", "tools"]


@pytest.mark.parametrize("gpu,code", [("1", 1), ("auto", 0), (None, 0)])
def test_without_a_build_it_tells_the_card(machine, gpu, code):
    result = machine.doctor(**({"JUKELAB_GPU": gpu} if gpu else {}))
    assert result.returncode == code
    (line,) = [line for line in result.stdout.splitlines() if line[6:10] == "GPU "]
    reason = "no NVIDIA driver was found, as there is no program nvidia-smi"
    if gpu == "1":
        assert line == f"FAIL  GPU           no usable GPU: {reason}; omit GPU=1 to run on the CPU"
    else:
        assert line == f"OK    GPU           asked for a GPU if there is one (GPU=auto), using DL4J on the CPU: {reason}"
