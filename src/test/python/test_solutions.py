"""The notebooks of solutions: every check accepts its solution and refuses three typical mistakes."""

import os
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MISTAKES = 3


def exercises(path: Path) -> list[str]:
    """The ids of a lesson's exercises, in order."""
    cells = nbformat.read(path, as_version=4).cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    return re.findall(r"^### Exercise (\d\d\.\d)", text, re.M)


def marked(notebook, tag: str) -> list[tuple[str, object]]:
    """(id, cell) of the cells with a tag, whose last line is a check."""
    cells = [cell for cell in notebook.cells if tag in cell.metadata.get("tags", [])]
    return [(re.match(r'check\("(\d\d\.\d)", .', cell.source.splitlines()[-1])[1], cell) for cell in cells]


def verdict(cell) -> str:
    return cell.outputs[-1]["data"]["text/plain"]


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def lesson(request):
    return request.param


@pytest.fixture(scope="module")
def solutions(lesson):
    return nbformat.read(lesson.parent / "solutions" / lesson.name, as_version=4)


@pytest.fixture(scope="module")
def executed(lesson, solutions):
    """Executed as a learner would, but shortened."""
    resources = {"metadata": {"path": str(lesson.parent / "solutions")}}
    client = NotebookClient(solutions.copy(), kernel_name="java", timeout=300, startup_timeout=120, resources=resources)
    return client.execute(env=dict(os.environ, MAX_EPOCHS="2", DATASET_LIMIT="50"))


def test_every_exercise_has_a_solution_and_three_mistakes(lesson, solutions):
    assert [id for id, _ in marked(solutions, "solution")] == exercises(lesson)
    assert [id for id, _ in marked(solutions, "mistake")] == [id for id in exercises(lesson) for _ in range(MISTAKES)]


def test_outputs_are_not_kept(solutions):
    """They would be those of an older check."""
    assert not any(cell.get("outputs") for cell in solutions.cells)


def test_solutions_are_right(executed):
    assert [(id, verdict(cell)) for id, cell in marked(executed, "solution") if not verdict(cell).startswith("Right: ")] == []


def test_mistakes_are_not(executed):
    assert [(id, verdict(cell)) for id, cell in marked(executed, "mistake") if not verdict(cell).startswith("Not yet: ")] == []
