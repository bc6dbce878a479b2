"""Working copies of the notebooks, without a browser."""

import json
import os
import subprocess
import time
import urllib.request
from pathlib import Path

import nbformat
import nbformat.v4 as v4
import pytest
from nbformat.sign import NotebookNotary
from loading import load

ROOT = Path(__file__).resolve().parents[3]


lab = load("lab")


class Project:
    """A folder with notebooks and working copies of them."""

    def __init__(self, folder: Path):
        self.notebooks = folder / "notebooks"
        self.lab = folder / "lab"
        (self.notebooks / "solutions").mkdir(parents=True)
        self.write("00-tour", "first")
        self.write("01-explore", "first")
        self.write("solutions/00-tour-answers", "the answers")

    def write(self, name: str, text: str) -> None:
        """A notebook whose output needs trust."""
        shown = v4.new_output("execute_result", data={"text/html": f"<b>{text}</b>"})
        cell = v4.new_code_cell(f"text({text})", id="one", outputs=[shown])
        nbformat.write(v4.new_notebook(cells=[cell]), self.notebooks / f"{name}.ipynb")

    def open(self, fresh: bool = False) -> None:
        lab.copy_all(self.notebooks, self.lab, fresh)

    def copies(self) -> list[str]:
        return sorted(path.name for path in self.lab.iterdir() if path.name != lab.STATE.name)

    def change(self, name: str) -> bytes:
        path = self.lab / name
        path.write_bytes(path.read_bytes().replace(b"first", b"mine"))
        return path.read_bytes()

    def same(self, copy: str, original: str) -> bool:
        return (self.lab / copy).read_bytes() == (self.notebooks / original).read_bytes()


@pytest.fixture
def project(tmp_path):
    made = Project(tmp_path)
    made.open()
    return made


def test_copies_every_notebook_and_no_solution(project):
    assert project.copies() == ["00-tour.ipynb", "01-explore.ipynb"]
    assert all(project.same(name, name) for name in project.copies())


def test_a_copy_that_was_not_changed_follows_the_project(project, capsys):
    project.write("00-tour", "second")
    project.open()
    assert project.same("00-tour.ipynb", "00-tour.ipynb")
    assert capsys.readouterr().out == ""


def test_a_changed_copy_stays(project, capsys):
    mine = project.change("00-tour.ipynb")
    project.open()
    assert capsys.readouterr().out == ""
    project.write("00-tour", "second")
    project.write("01-explore", "second")
    project.open()
    assert (project.lab / "00-tour.ipynb").read_bytes() == mine
    assert project.copies() == ["00-tour.ipynb", "01-explore.ipynb"]
    assert project.same("01-explore.ipynb", "01-explore.ipynb")
    said = capsys.readouterr().out
    assert "the project has newer ones: 00-tour\n" in said and "make lab FRESH=1" in said


def test_fresh_puts_one_beside_each_changed_copy(project, capsys):
    mine = project.change("00-tour.ipynb")
    for _ in range(2):  # the second is not changed, so there is no third
        project.open(fresh=True)
        assert project.copies() == ["00-tour.2.ipynb", "00-tour.ipynb", "01-explore.ipynb"]
    project.write("00-tour", "second")
    project.open()
    assert project.same("00-tour.2.ipynb", "00-tour.ipynb")
    assert (project.lab / "00-tour.ipynb").read_bytes() == mine
    (project.lab / "00-tour.2.ipynb").write_text("mine, too")
    project.open(fresh=True)
    assert project.same("00-tour.3.ipynb", "00-tour.ipynb")
    assert (project.lab / "00-tour.2.ipynb").read_text() == "mine, too"
    assert capsys.readouterr().out == ""


def test_a_copy_that_was_removed_comes_again(project):
    (project.lab / "00-tour.ipynb").unlink()
    project.open()
    assert project.same("00-tour.ipynb", "00-tour.ipynb")


def test_without_its_record_a_copy_counts_as_changed(project):
    """Unless it is the same as the notebook of the project."""
    (project.lab / lab.RECORD).unlink()
    project.write("00-tour", "second")
    project.open()
    assert not project.same("00-tour.ipynb", "00-tour.ipynb")
    project.write("01-explore", "second")
    project.open()
    assert project.same("01-explore.ipynb", "01-explore.ipynb")


def test_outputs_of_the_project_are_trusted_and_no_others(project):
    def trusted(name: str) -> bool:
        notary = NotebookNotary(data_dir=str(project.lab / lab.STATE))
        return notary.check_signature(nbformat.read(project.lab / name, as_version=4))

    assert trusted("00-tour.ipynb") and trusted("01-explore.ipynb")
    project.change("00-tour.ipynb")
    project.open()
    assert not trusted("00-tour.ipynb")


def test_a_damaged_record_is_named(project):
    (project.lab / lab.RECORD).write_text("{")
    with pytest.raises(SystemExit, match="copies.json: .*; without the file, all copies count as changed"):
        project.open()


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "lab").write_text("a file")
    with pytest.raises(SystemExit, match="jukelab: the notebooks cannot be copied to .*lab: "):
        lab.copy_all(ROOT / "notebooks", tmp_path / "lab", False)


@pytest.fixture
def server(project, tmp_path):
    """JupyterLab as `make lab` starts it, but without a browser, and the function that reads one of its addresses."""
    home = tmp_path / "home"
    home.mkdir()
    environment = {**lab.environment(), "HOME": str(home), "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime")}
    with open(tmp_path / "log", "wb") as log:
        command = [*lab.command(project.lab), "--no-browser"]
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:

        def read(address: str) -> str:
            (found,) = (tmp_path / "runtime").glob("jpserver-*.json")
            info = json.loads(found.read_text())
            request = urllib.request.Request(info["url"] + address, headers={"Authorization": f"token {info['token']}"})
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.read().decode()

        def listens() -> bool:
            """The server writes its file before it listens."""
            try:
                return bool(read("api"))
            except (ValueError, OSError):
                return False

        deadline = time.monotonic() + 60
        while not listens():
            assert process.poll() is None and time.monotonic() < deadline, (tmp_path / "log").read_text()
            time.sleep(0.1)
        yield read
    finally:
        process.terminate()
        process.wait(timeout=60)


def test_jupyterlab_shows_trusted_copies_and_asks_no_question(project, server):
    settings = json.loads(server("lab/api/settings/@jupyterlab/apputils-extension:notification"))
    assert settings["schema"]["properties"]["fetchNews"]["default"] == "false"
    listed = json.loads(server("api/contents/"))["content"]
    assert sorted(file["name"] for file in listed) == ["00-tour.ipynb", "01-explore.ipynb"]
    (cell,) = json.loads(server("api/contents/00-tour.ipynb"))["content"]["cells"]
    assert cell["metadata"]["trusted"]


def test_keeps_folders_of_settings(monkeypatch):
    ours = str(ROOT / "tools" / "jupyter")
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    assert lab.environment()["JUPYTER_CONFIG_PATH"] == ours
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "/own")
    assert lab.environment()["JUPYTER_CONFIG_PATH"] == f"{ours}{os.pathsep}/own"


@pytest.mark.parametrize("user,root", [(0, True), (1000, False)])
def test_starts_for_root_as_in_a_container(tmp_path, monkeypatch, user, root):
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--allow-root" in lab.command(tmp_path)) == root


def test_git_ignores_the_copies_and_clean_keeps_them():
    ignored = subprocess.run(["git", "check-ignore", "lab/00-quick-tour.ipynb"], cwd=ROOT, capture_output=True)
    assert ignored.returncode in (0, 128)  # 128: not a clone
    clean = subprocess.run(["make", "--no-print-directory", "-n", "clean"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert clean.stdout == "rm -rf target build .venv\n"
    assert "/lab/" in (ROOT / ".gitignore").read_text().splitlines()
