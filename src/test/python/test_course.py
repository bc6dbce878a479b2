"""The pack for a room without network: what is in it, and that `make` uses it. Nothing is downloaded."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from loading import load

ROOT = Path(__file__).resolve().parents[3]
POM = "<project xmlns='http://maven.apache.org/POM/4.0.0'><version>1.2.3</version></project>"


@pytest.fixture
def tool():
    return load("course")


@pytest.fixture
def project(tmp_path):
    """A small project in git, with a change that is not committed."""
    root = tmp_path / "project"
    for name, text in {
        "pom.xml": POM,
        "requirements.txt": "one==1\n",
        "Makefile": "all:\n",
        "notebooks/00-tour.ipynb": "{}",
        "notebooks/solutions/00-tour.ipynb": "{}",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *command], cwd=root, check=True)
    (root / "Makefile").write_text("changed:\n")
    (root / "my-song.mp3").write_text("not committed")
    return root


@pytest.fixture
def fetches(tool, monkeypatch):
    """The parts that were fetched; each is a file, and where Maven had it from."""
    calls = []

    def fetch(project, folder):
        calls.append(folder.name)
        (folder / "part.jar").write_text("a part")
        (folder / "_remote.repositories").write_text("part.jar>mirror=")

    monkeypatch.setattr(tool, "PARTS", {name: (fetch, source) for name, (_, source) in tool.PARTS.items()})
    return calls


def texts(pack: Path) -> dict[str, str]:
    """The files of a pack, by their path within its one folder."""
    with tarfile.open(pack) as archive:
        files = [member for member in archive if member.isfile()]
        assert all(member.name.startswith("jukelab-course-1.2.3/") for member in files)
        assert {(member.uid, member.uname) for member in files} == {(0, "")}
        return {
            member.name.partition("/")[2]: archive.extractfile(member).read().decode(encoding="utf-8") for member in files
        }


def test_a_pack_has_what_was_committed_and_what_a_build_downloads(tool, project, fetches):
    pack = tool.course(project, project / "build", solutions=False)
    assert pack == project / "build" / "jukelab-course-1.2.3.tar.gz"
    packed = texts(pack)
    assert sorted(packed) == [
        "Makefile",
        "OFFLINE.txt",
        "notebooks/00-tour.ipynb",
        "offline.mk",
        "offline/m2/part.jar",
        "offline/wheels/part.jar",
        "pom.xml",
        "requirements.txt",
    ]
    assert packed["Makefile"] == "all:\n"
    readme = packed["OFFLINE.txt"]
    assert (project / "build" / "jukelab-course-1.2.3.txt").read_text(encoding="utf-8") == readme
    first, unpack, _ = readme.splitlines()
    assert tool.system() in first and f"tar xzf {pack.name} && cd jukelab-course-1.2.3" in unpack


def test_embeddings_come_along(tool, project, fetches):
    (project / "data/embeddings").mkdir(parents=True)
    (project / "data/embeddings/musicnn-msd.onnx").write_text("weights")
    assert texts(tool.course(project, project / "build", solutions=False))["data/embeddings/musicnn-msd.onnx"] == "weights"


def test_solutions_are_packed_on_request(tool, project, fetches):
    assert "notebooks/solutions/00-tour.ipynb" in texts(tool.course(project, project / "build", solutions=True))


def test_a_part_is_fetched_again_only_if_it_is_another(tool, project, fetches):
    for _ in range(2):
        tool.course(project, project / "build", solutions=False)
    assert fetches == ["m2", "wheels"]
    (project / "requirements.txt").write_text("one==2\n")
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a", "commit", "-qam", "two"], cwd=project, check=True)
    tool.course(project, project / "build", solutions=False)
    assert fetches == ["m2", "wheels", "wheels"]


def test_an_interrupted_fetch_is_begun_again(tool, project, fetches, monkeypatch):
    complete = tool.PARTS

    def interrupted(project, folder):
        (folder / "half.jar").write_text("half a part")
        raise KeyboardInterrupt

    monkeypatch.setattr(tool, "PARTS", {**complete, "m2": (interrupted, "pom.xml")})
    with pytest.raises(KeyboardInterrupt):
        tool.course(project, project / "build", solutions=False)
    assert not list((project / "build").glob("*.tar.gz*"))
    monkeypatch.setattr(tool, "PARTS", complete)
    packed = texts(tool.course(project, project / "build", solutions=False))
    assert "offline/m2/part.jar" in packed and "offline/m2/half.jar" not in packed


def test_a_folder_without_git_is_named_as_such(tool, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SystemExit, match="a course is packed from a commit, but git cannot read one: "):
        tool.course(tmp_path, tmp_path / "build", solutions=False)


def make(folder: Path, *arguments: str, path: str = "") -> subprocess.CompletedProcess:
    environment = {**os.environ, "PATH": f"{path}{os.environ['PATH']}"}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture
def unpacked(tool, tmp_path):
    """What `make` reads of a pack."""
    for name in ("Makefile", "pom.xml", "requirements.txt", "tools"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "offline.mk").write_text(tool.OFFLINE_MK.format(system=tool.system()), encoding="utf-8")
    return tmp_path


def test_maven_takes_its_files_from_the_pack(unpacked):
    recipe = make(unpacked, "-n", "target/lib/.copied").stdout
    calls = [line for line in recipe.splitlines() if "mvn -B" in line]
    assert len(calls) == 2 and all(" -o -Dmaven.repo.local=offline/m2 " in call for call in calls)
    assert "downloads" not in recipe
    (unpacked / "offline.mk").unlink()
    recipe = make(unpacked, "-n", "target/lib/.copied").stdout
    assert "mvn -B" in recipe and "maven.repo.local" not in recipe and "the first time downloads" in recipe


def test_pip_takes_its_wheels_from_the_pack(unpacked, tool):
    """And if they do not fit, it is said for what they are."""
    python = unpacked / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "pip: $PIP_NO_INDEX $PIP_FIND_LINKS"\nexit 1\n')
    python.chmod(0o755)
    result = make(unpacked, ".venv/.jukelab")
    assert "pip: 1 offline/wheels" in result.stdout
    assert f"could not install the Python packages: this pack is for {tool.system()}" in result.stdout
    assert result.returncode == 2


def test_doctor_asks_for_no_network(unpacked):
    (unpacked / "tools").unlink()
    shutil.copytree(ROOT / "tools", unpacked / "tools")
    report = subprocess.run([unpacked / "tools" / "doctor.sh"], capture_output=True, text=True).stdout
    assert "network       not needed: this pack has what a build downloads" in report
    assert "Maven Central" not in report and "PyPI" not in report
