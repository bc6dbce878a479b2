"""docs/api.md shows the projects of src/it, which the build runs, and names every room and the version of CITATION.cff."""

import re
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
CITATION = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
VERSION = re.search(r"^version: (.+)$", CITATION, re.M)[1]


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", API, re.S)


def dependency(project: str) -> str:
    pom = (ROOT / "src" / "it" / project / "pom.xml").read_text(encoding="utf-8")
    return textwrap.dedent(re.search(r"^ *<dependency>.*</dependency>\n", pom, re.S | re.M)[0])


def test_first_row():
    source = ROOT / "src" / "it" / "library" / "src" / "main" / "java" / "FirstRow.java"
    assert blocks("java") == [source.read_text(encoding="utf-8")]
    assert len([line for line in blocks("java")[0].splitlines() if line]) == 10


def test_dependencies():
    shown = [block.replace(f"<version>{VERSION}</version>", "<version>@project.version@</version>") for block in blocks("xml")]
    assert shown == [dependency("library"), dependency("features")]


def test_every_room_has_a_row():
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = re.search(r"^## Rooms$.*?^## ", architecture, re.S | re.M)[0]
    shown = re.search(r"^## What may change$.*?^## ", API, re.S | re.M)[0]
    row = re.compile(r"^\| `(\w+)` \|", re.M)
    assert sorted(row.findall(shown)) == sorted(row.findall(rooms))


def test_version():
    """What is cited and pinned is the version of the POM or, between two versions, the one before."""
    pom = (ROOT / "pom.xml").read_text(encoding="utf-8")
    version = re.search(r"<artifactId>jukelab</artifactId>\s*<version>(.+)</version>", pom)[1]
    assert version == VERSION or version.endswith("-SNAPSHOT")
    assert set(re.findall(r"git checkout v([\d.]+)", API)) == {VERSION}
