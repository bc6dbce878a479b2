"""The messages of `make` if a tool is missing. Each test sets a PATH without that tool."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BASICS = ("sh", "sed", "grep", "cat", "dirname", "env", "uname")


@pytest.fixture
def path(tmp_path):
    """A folder for PATH with only the basic tools."""
    for tool in BASICS:
        (tmp_path / tool).symlink_to(shutil.which(tool))
    return tmp_path


def script(folder: Path, name: str, text: str) -> None:
    file = folder / name
    file.write_text("#!/bin/sh\n" + text + "\n")
    file.chmod(0o755)


def jdk(folder: Path, version: str, modules: str = "jdk.jshell@17") -> None:
    script(
        folder,
        "java",
        f'if [ "$1" = --list-modules ]; then echo "java.base@17"; echo "{modules}"; '
        f'else echo "    java.specification.version = {version}" >&2; fi',
    )


def preflight(folder: Path, python: str = sys.executable) -> subprocess.CompletedProcess:
    environment = {"PATH": str(folder)}
    return subprocess.run(
        [ROOT / "tools" / "preflight.sh", python], env=environment, capture_output=True, text=True, timeout=60
    )


def test_nothing_missing(path):
    jdk(path, "17")
    script(path, "mvn", "exit 0")
    result = preflight(path)
    assert (result.returncode, result.stderr) == (0, "")


def test_no_java(path):
    result = preflight(path)
    assert result.returncode == 1
    assert "no Java found" in result.stderr and "17 or newer" in result.stderr


@pytest.mark.parametrize("version", ["1.8", "11", ""])
def test_old_java(path, version):
    jdk(path, version)
    result = preflight(path)
    assert result.returncode == 1
    assert f"version {version or chr(39) + 'unknown'}"[:9] in result.stderr
    assert "JDK of version 17 or newer is needed" in result.stderr


def test_runtime_without_jshell(path):
    jdk(path, "17", modules="java.desktop@17")
    result = preflight(path)
    assert result.returncode == 1
    assert "without jdk.jshell" in result.stderr


def test_no_maven(path):
    jdk(path, "21")
    result = preflight(path)
    assert result.returncode == 1
    assert "no Maven found" in result.stderr


def test_no_python(path):
    jdk(path, "17")
    script(path, "mvn", "exit 0")
    result = preflight(path, python="python3")
    assert result.returncode == 1
    assert "no Python found" in result.stderr


def test_python_without_venv(path):
    jdk(path, "17")
    script(path, "mvn", "exit 0")
    script(path, "python3", 'case "$2" in *venv*) exit 1 ;; esac')
    result = preflight(path, python="python3")
    assert result.returncode == 1
    assert "cannot make virtual environments" in result.stderr
