"""The style of the notebooks: short cells, text before code, outputs of one clean run, no paths of the machine."""

import json
import re
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MEGABYTE = 1 << 20


def load(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def source(cell: dict) -> str:
    return "".join(cell["source"])


def code(notebook: dict) -> list[dict]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def lines(cell: dict) -> int:
    return sum(1 for line in source(cell).splitlines() if line.strip())


EXERCISE = r"### Exercise (\d\d\.\d): "


def exercises(cells: list[dict]) -> list[int]:
    """Where the texts of exercises are; the cell to answer in and the check follow each."""
    return [i for i, cell in enumerate(cells) if cell["cell_type"] == "markdown" and re.match(EXERCISE, source(cell))]


def lesson(cells: list[dict]) -> list[dict]:
    """The cells without those that belong to exercises."""
    left_out = {j for i in exercises(cells) for j in (i, i + 1, i + 2)}
    return [cell for i, cell in enumerate(cells) if i not in left_out]


def test_there_are_notebooks():
    assert NOTEBOOKS, "no notebook found"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebook:
    def test_cells_are_short(self, path):
        counts = sorted(lines(cell) for cell in code(load(path)))
        assert max(counts) <= 20
        assert statistics.median(counts) <= 5
        assert counts[int(0.9 * (len(counts) - 1))] <= 10

    def test_code_is_as_wide_as_the_page(self, path):
        wide = [line for cell in code(load(path)) for line in source(cell).splitlines() if len(line) > 116]
        assert not wide

    def test_epochs_are_read_from_the_network(self, path):
        """What fit returns is lost if the cell is interrupted; network.history() is not."""
        assigned = [cell["id"] for cell in code(load(path)) if re.search(r"[hH]istory = [^;]*\.fit\(", source(cell))]
        assert not assigned

    def test_text_comes_before_code(self, path):
        cells = lesson(load(path)["cells"])
        after_text = [
            before["cell_type"] == "markdown"
            for before, cell in zip(cells, cells[1:])
            if cell["cell_type"] == "code"
        ]
        assert sum(after_text) >= 0.9 * len(after_text)

    def test_starts_with_the_only_title(self, path):
        cells = load(path)["cells"]
        titles = re.findall(r"^# .+$", "\n".join(source(c) for c in cells if c["cell_type"] == "markdown"), re.M)
        assert len(titles) == 1
        assert source(cells[0]).startswith("# ")

    def test_exercises_have_a_cell_to_answer_in_and_a_check(self, path):
        cells = load(path)["cells"]
        begins = exercises(cells)
        ids = [re.match(EXERCISE, source(cells[i]))[1] for i in begins]
        assert ids == [f"{path.stem[:2]}.{n}" for n in range(1, len(ids) + 1)]
        assert 3 <= len(ids) <= 5
        for i, id in zip(begins, ids):
            assert [source(cell) for cell in cells[i + 1 : i + 3]] == ["// your answer", f'check("{id}")']
        assert begins[-1] == len(cells) - 3, "exercises end the notebook"

    def test_cells_have_no_imports_loops_or_printing(self, path):
        for cell in code(load(path)):
            assert not re.search(r"^\s*(import |%)", source(cell), re.M), source(cell)
            assert not re.search(r"\b(try|catch|for|while)\b *[({]|println", source(cell)), source(cell)

    def test_says_what_stop_and_errors_do(self, path):
        """Kernels for Java do not drop the cells that wait."""
        first = source(load(path)["cells"][0])
        assert "**If a cell fails** while all run, those after it still run: look at the first error. *Stop* ends" in first

    def test_large_values_end_a_cell_by_name(self, path):
        """Java's shell keeps the value of a call, such as players, once for each run of the cell; of a name, once."""
        for cell in code(load(path)):
            shown = json.dumps(cell["outputs"], ensure_ascii=False)
            if "<audio" in shown or re.search(r"(float|double)\[\d{6,}\] ", shown):
                assert re.fullmatch(r"\w+", source(cell).splitlines()[-1]), source(cell)

    def test_outputs_are_of_one_clean_run(self, path):
        cells = code(load(path))
        assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
        kinds = [output["output_type"] for cell in cells for output in cell["outputs"]]
        assert "error" not in kinds
        assert "NO RESULTS" not in path.read_text(encoding="utf-8")

    def test_outputs_are_small_and_contain_no_paths(self, path):
        text = path.read_text(encoding="utf-8")
        assert len(text.encode()) <= 2 * MEGABYTE
        assert not re.search(r"(?<![\w.:/])/(home|Users|root|work|tmp|var)/", text)


def back_links() -> list[tuple[str, str]]:
    """(class, notebook) for every `Notebook: name` line in the Javadoc of a class."""
    found = []
    for file in sorted((ROOT / "src" / "main" / "java").rglob("*.java")):
        for name in re.findall(r"^ *\*.*\bNotebook: ([\w-]+)", file.read_text(encoding="utf-8"), re.M):
            found.append((file.stem, name))
    return found


def test_there_are_back_links():
    assert back_links()


@pytest.mark.parametrize("java_class,notebook", back_links())
def test_back_links_name_notebooks_that_use_the_class(java_class, notebook):
    path = ROOT / "notebooks" / f"{notebook}.ipynb"
    assert path.exists()
    assert re.search(rf"\b{java_class}\b", "\n".join(source(cell) for cell in load(path)["cells"]))
