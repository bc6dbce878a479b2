"""Packs a course for a room without network: build/jukelab-course-VERSION.tar.gz, and three lines that say how to use it.

The pack has the project as committed (git archive of HEAD), and in its folder offline what `make setup` would download:
Maven's libraries and plugins, and Python's wheels, for this machine's system and Python. Its file offline.mk, which the
Makefile includes, makes both be used. The embeddings of `make embeddings` come along if they are there. Without --solutions, notebooks/solutions is left out.
"""

import argparse
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
SOLUTIONS = "notebooks/solutions"
EMBEDDINGS = "data/embeddings"
# Where Maven had a file from. Without it, Maven takes the file on a machine with other mirrors, too.
ORIGINS = "_remote.repositories"

README = """\
Jukelab {version} for a room without network: {system}. JDK 17 or newer, Maven, Python and make must be installed.
Unpack:  tar xzf {name}.tar.gz && cd {name}
Use:     make run   trains and evaluates in about two minutes;   make lab   opens the notebooks;   make   lists the rest.
"""
OFFLINE_MK = """\
# Written by make course: what a build would download is in the folder offline.
PACKED_FOR := {system}
MAVEN_OPTIONS := -o -Dmaven.repo.local=offline/m2
export PIP_NO_INDEX := 1
export PIP_FIND_LINKS := offline/wheels
"""


def system() -> str:
    """What the wheels and the native libraries are for."""
    return f"{platform.system()} on {platform.machine()} with Python {sys.version_info.major}.{sys.version_info.minor}"


def export(root: Path, project: Path, solutions: bool) -> None:
    """The project as committed and its embeddings, in a new folder."""
    paths = ["."] if solutions else [".", f":(exclude){SOLUTIONS}"]
    result = subprocess.run(["git", "archive", "HEAD", "--", *paths], cwd=root, capture_output=True)
    if result.returncode:
        sys.exit(f"jukelab: a course is packed from a commit, but git cannot read one: {result.stderr.decode().strip()}")
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True)
    subprocess.run(["tar", "-x", "-C", project], input=result.stdout, check=True)
    if (root / EMBEDDINGS).is_dir():
        shutil.copytree(root / EMBEDDINGS, project / EMBEDDINGS)


def version(project: Path) -> str:
    return ElementTree.parse(project / "pom.xml").findtext("{*}version")


def fetch_m2(project: Path, folder: Path) -> None:
    """What Maven downloads when make setup calls it, into a repository of its own."""
    subprocess.run(
        ["make", "--no-print-directory", "target/lib/.copied", f"MAVEN_OPTIONS=-Dmaven.repo.local=../{folder.name}"],
        cwd=project,
        check=True,
    )
    shutil.rmtree(project / "target")


def fetch_wheels(project: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"]
    subprocess.run([*command, "-r", "requirements.txt", "-d", f"../{folder.name}"], cwd=project, check=True)


# The parts of the folder offline: what fetches them, and the file that says what they have.
PARTS = {"m2": (fetch_m2, "pom.xml"), "wheels": (fetch_wheels, "requirements.txt")}


def fetched(project: Path, name: str) -> Path:
    """A part beside the project; made anew if it is unfinished or of another pom.xml, requirements.txt or system."""
    fetch, source = PARTS[name]
    folder = project.with_name(name)
    complete = folder.with_name(f"{name}.complete")
    key = system() + "\n" + (project / source).read_text(encoding="utf-8")
    if not complete.exists() or complete.read_text(encoding="utf-8") != key:
        complete.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        print(f"jukelab: fetching {name}", flush=True)
        fetch(project, folder)
        complete.write_text(key, encoding="utf-8")
    return folder


def needed(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Files belong to who unpacks them."""
    if member.name.endswith(f"/{ORIGINS}"):
        return None
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def course(root: Path, build: Path, solutions: bool) -> Path:
    """Writes a pack, which appears whole or not at all."""
    project = build / "course" / "project"
    export(root, project, solutions)
    name = f"jukelab-course-{version(project)}"
    readme = README.format(version=version(project), system=system(), name=name)
    parts = [fetched(project, part) for part in PARTS]
    (project / "OFFLINE.txt").write_text(readme, encoding="utf-8")
    (project / "offline.mk").write_text(OFFLINE_MK.format(system=system()), encoding="utf-8")
    pack = build / f"{name}.tar.gz"
    unfinished = pack.with_name(pack.name + ".part")
    with tarfile.open(unfinished, "w:gz", compresslevel=1) as archive:  # jars and wheels are compressed
        archive.add(project, name, filter=needed)
        for part in parts:
            archive.add(part, f"{name}/offline/{part.name}", filter=needed)
    unfinished.replace(pack)
    (build / f"{name}.txt").write_text(readme, encoding="utf-8")
    return pack


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--solutions", action="store_true", help="with the solutions of the exercises")
    options = parser.parse_args()
    try:
        pack = course(ROOT, BUILD, options.solutions)
    except subprocess.CalledProcessError as error:
        sys.exit(f"jukelab: nothing was packed, because this failed: {' '.join(map(str, error.cmd))}")
    except KeyboardInterrupt:
        sys.exit("jukelab: interrupted")
    print(f"jukelab: {pack.relative_to(ROOT)}, {pack.stat().st_size / 1e6:.0f} MB, and a README beside it")


if __name__ == "__main__":
    main()
