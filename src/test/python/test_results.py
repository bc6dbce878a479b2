"""Every result quoted in a text is in a run card or an output."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CARDS = sorted((ROOT / "notebooks" / "cards").glob("*.json"))
RESULTS = sorted((ROOT / "results").glob("*.json"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def results():
    spec = importlib.util.spec_from_file_location("results", ROOT / "tools" / "results.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_readme_has_the_results_of_the_run_cards():
    assert results().table() in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CARDS + RESULTS, ids=lambda path: path.stem)
def test_run_cards_are_of_complete_runs(path):
    card = json.loads(path.read_text(encoding="utf-8"))
    assert not card["shortened"]
    assert re.fullmatch("[0-9a-f]{64}", card["data"]["checksum"])
    assert card["result"]["low"] <= card["result"]["accuracy"] <= card["result"]["high"]


def test_there_are_results():
    assert RESULTS


@pytest.mark.parametrize("path", RESULTS, ids=lambda path: path.stem)
def test_accuracy_is_that_of_the_predictions(path):
    card = json.loads(path.read_text(encoding="utf-8"))
    assert re.fullmatch("[0-9a-f]{64}", card["sides"])
    correct = [predicted == actual for predicted, actual in zip(card["predictions"].values(), results().actual(card))]
    assert sum(correct) / len(correct) == pytest.approx(card["result"]["accuracy"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_percentages_in_texts_are_in_an_output(path):
    """Every percentage with a decimal in a text cell is in an output of the same notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = json.dumps([cell["outputs"] for cell in cells if cell["cell_type"] == "code"], ensure_ascii=False)
    texts = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    for percentage in re.findall(r"\b\d+\.\d(?= %)", texts):
        assert percentage in outputs, f"{percentage} % is quoted, but no output shows it"
