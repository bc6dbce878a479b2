"""Every result quoted in a text is in a run card or an output."""

import json
import re
import statistics
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from loading import load

ROOT = Path(__file__).resolve().parents[3]
CARDS = sorted((ROOT / "notebooks" / "cards").glob("*.json"))
CURVES = ROOT / "results" / "learning-curves"
RESULTS = sorted(set((ROOT / "results").rglob("*.json")) - set(CURVES.iterdir()))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def results():
    return load("results")


README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "results.md").read_text(encoding="utf-8")
COURSE = (ROOT / "docs" / "course.md").read_text(encoding="utf-8")


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def percent(share: float) -> str:
    """Rounded as in notebooks: Java rounds halves up."""
    return str(Decimal(repr(100 * share)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def test_the_tables_are_those_of_the_run_cards():
    assert results().summary() in README
    assert results().page() in PAGE


def test_the_course_says_what_the_notebooks_needed():
    tool = results()
    assert tool.course(tool.measured()) in COURSE
    lines = tool.course({
        "04-mel-windows": {"seconds": 301, "processor_seconds": 452, "peak_mb": 1999},
        "00-quick-tour": {"seconds": 90, "processor_seconds": 88, "peak_mb": 900},
        "08-augmentation": {"seconds": 200, "processor_seconds": 200, "peak_mb": 1601},
    }).splitlines()  # fmt: skip
    assert len([line for line in lines if line.startswith("| [")]) == len(NOTEBOOKS)
    assert "| [00-quick-tour](../notebooks/00-quick-tour.ipynb) | 1.5 | 1.5 | 900 |" in lines
    assert "| [04-mel-windows](../notebooks/04-mel-windows.ipynb) | 5.0 | 7.5 | 1999 |" in lines
    assert "| [01-explore-gtzan](../notebooks/01-explore-gtzan.ipynb) | – | – | – |" in lines
    assert lines[-2] == (
        "Any two at once need at most 3.6 GB. A laptop of 8 GB then has 4.4 GB for the system, JupyterLab and a browser."
    )


def test_every_notebook_is_a_lesson():
    table = COURSE.partition("## Before")[0]
    linked = re.findall(r"\(\.\./notebooks/(.+?)\.ipynb\)", table)
    assert sorted(linked) == [path.stem for path in NOTEBOOKS]
    assert [name[:2] for name in linked] == results().LESSONS


def test_the_first_screen_is_short():
    assert len(README.encode()) <= 6 * 1024
    assert all(len(line) <= 160 for line in README.splitlines())


def links(text: str) -> list[tuple[str, str]]:
    """The accuracies that link to a run card, with its path."""
    return re.findall(r"\[([\d.]+) %\]\(\.\./((?:results|notebooks/cards)/[^)]+)\)", text)


def test_the_page_has_every_card_once():
    linked = [path for _, path in links(PAGE)]
    assert sorted(linked) == sorted(path.relative_to(ROOT).as_posix() for path in CARDS + RESULTS)


@pytest.mark.parametrize("path", CARDS + RESULTS, ids=lambda path: path.stem)
def test_the_page_says_what_the_card_says(path):
    """Read anew from the page, without the code that wrote it."""
    card = read(path)
    name = path.relative_to(ROOT).as_posix()
    (line,) = [line for line in PAGE.splitlines() if f"(../{name})" in line]
    data, _, split, seeds, epochs, accuracy, tracks, _, _ = line.strip("| ").split(" | ")
    result = card["result"]
    assert (percent(result["accuracy"]), name) in links(accuracy)
    assert str(result["songs"]) in tracks.removeprefix("segments of ").split(" or ")
    assert split.replace("track", "song") == re.sub(r" \(seed \d+\)", "", card["split"].replace("track", "song"))
    assert str(card["seed"]) in seeds.split(", ")
    engine = ", libtorch" if "libtorch" in card["settings"].get("engine", "") else ""
    assert card["settings"].get("epochs", "–").replace("the recipe's ", "") + engine in epochs.split(" or ")
    assert data.startswith("synthetic") == card["data"]["name"].startswith("stand-in")


@pytest.mark.parametrize("line", [line for line in PAGE.splitlines() if links(line)])
def test_a_line_is_the_mean_of_its_seeds(line):
    _, _, _, seeds, _, accuracy, _, interval, _ = line.strip("| ").split(" | ")
    cards = [read(ROOT / path) for _, path in links(line)]
    assert [str(card["seed"]) for card in cards] == seeds.split(", ")
    values = [card["result"]["accuracy"] for card in cards]
    mean = sum(values) / len(values)
    if len(values) > 1:
        spread = (sum((value - mean) ** 2 for value in values) / (len(values) - 1)) ** 0.5
        assert accuracy.startswith(f"{percent(mean)} % ± {percent(spread)}: ")
    low, high = [sum(card["result"][bound] for card in cards) / len(cards) for bound in ("low", "high")]
    assert interval == f"{percent(low)}–{percent(high)}"


def test_accuracies_of_the_readme_are_on_the_page():
    found = re.findall(r"\| ([\d.]+ %(?: ± [\d.]+)?) of ((?:segments of )?[\d or]+) \(([\d.]+–[\d.]+)\)", README)
    assert len(found) >= 12
    for accuracy, tracks, interval in found:
        assert "±" in accuracy, "of several seeds"
        line = rf"\| (?:\[{accuracy}\]\([^)]*\)|{accuracy}: [^|]*) \| {tracks} \| [\d.]+–[\d.]+ \|"
        assert interval in [whole_percents(links(text)) for text in re.findall(line, PAGE)]


def test_the_readme_takes_all_epochs_where_there_are_enough_seeds(tmp_path, monkeypatch):
    tool = results()
    monkeypatch.setattr(tool, "FULL_LENGTH", tmp_path)
    short = tool.of_article("two-genres")
    for seed in (42, 43, 44):
        assert tool.of_article("two-genres") == short
        name = f"tracks_two-genres_repaired_article_{seed}.json"
        (tmp_path / name).write_bytes((ROOT / "results" / "full-length" / name).read_bytes())
    _, (as_printed, repaired, by_artist) = tool.of_article("two-genres")
    assert [card["seed"] for card in repaired] == [42, 43, 44]
    assert as_printed == by_artist == []
    (line,) = [line for line in tool.summary().splitlines() if line.startswith("| Two genres |")]
    assert line.count(" | not run | ") == 2


def whole_percents(cards: list[tuple[str, str]]) -> str:
    """The interval of some cards, rounded once."""
    found = [read(ROOT / path)["result"] for _, path in cards]
    means = [sum(result[bound] for result in found) / len(found) for bound in ("low", "high")]
    return "–".join(str(Decimal(repr(100 * mean)).quantize(Decimal(1), ROUND_HALF_UP)) for mean in means)


def test_the_result_of_the_article_without_cards_is_that_of_its_recipe():
    recipes = [path.read_text(encoding="utf-8") for path in (ROOT / "src/main/java/io/github/jukelab/recipe").glob("*.java")]
    assert any(f'"{results().FEATURE_TABLE[0]}"' in recipe for recipe in recipes)


def test_outputs_of_notebooks_are_those_of_their_cards():
    """Each `card("name", …)` in a notebook shows the card of that name, and each card is shown."""
    shown = {}
    for path in NOTEBOOKS:
        for cell in read(path)["cells"]:
            for name in re.findall(r'\bcard\("([\w-]+)"', "".join(cell["source"])):
                shown[name] = "\n".join("".join(out.get("data", {}).get("text/plain", "")) for out in cell["outputs"])
    assert sorted(shown) == [path.stem for path in CARDS]
    for path in CARDS:
        card = read(path)
        result = card["result"]
        segments = card["settings"].get("counted") == "pieces"
        counted = f"segments of {result['songs']} tracks" if segments else result["songs"]
        expected = (
            f"RunCard[{card['data']['name']}, {card['data']['songs']} tracks, {card['split']}, seed {card['seed']}: "
            f"{percent(result['accuracy'])} % of {counted} correct "
            f"({percent(result['low'])}–{percent(result['high'])} %)"
        )
        assert expected in shown[path.stem]


@pytest.mark.parametrize("path", CARDS + RESULTS, ids=lambda path: path.stem)
def test_run_cards_are_of_complete_runs(path):
    card = read(path)
    assert not card["shortened"]
    assert re.fullmatch("[0-9a-f]{64}", card["data"]["checksum"])
    assert card["result"]["low"] <= card["result"]["accuracy"] <= card["result"]["high"]


def test_there_are_results():
    assert RESULTS


WITH_PREDICTIONS = [path for path in RESULTS if path.parent.name != "published-table"]  # those are of a notebook


@pytest.mark.parametrize("path", WITH_PREDICTIONS, ids=lambda path: path.stem)
def test_accuracy_is_that_of_the_predictions(path):
    card = read(path)
    assert re.fullmatch("[0-9a-f]{64}", card["sides"])
    correct = [predicted == actual for predicted, actual in zip(card["predictions"].values(), results().actual(card))]
    assert sum(correct) / len(correct) == pytest.approx(card["result"]["accuracy"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_percentages_in_texts_are_in_an_output(path):
    """Every percentage with a decimal in a text cell is in an output of the same notebook."""
    cells = read(path)["cells"]
    outputs = json.dumps([cell["outputs"] for cell in cells if cell["cell_type"] == "code"], ensure_ascii=False)
    texts = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    for percentage in re.findall(r"\b\d+\.\d(?= %)", texts):
        assert percentage in outputs, f"{percentage} % is quoted, but no output shows it"


@pytest.mark.parametrize("text", [b"", b"[1]", b"{}", b'{"data": ', b"caf\xe9", b"null"])
def test_a_file_that_is_no_card_is_named(tmp_path, text):
    card = tmp_path / "card.json"
    card.write_bytes(text)
    with pytest.raises(SystemExit, match=f"jukelab: {re.escape(str(card))}: not a run card: "):
        results().read(card)


def spread(accuracies: list[float]) -> str:
    """Mean and 10th to 90th percentile in %."""
    low, *_, high = statistics.quantiles(accuracies, n=10, method="inclusive")
    return f"{percent(statistics.fmean(accuracies))} ({percent(low)}–{percent(high)})"


def test_the_learning_curve_in_the_text_is_that_of_its_card():
    lines = read(CURVES / "four-genres.json")["curve"]["lines"]
    table = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8").partition("| per class |")[2]
    assert re.findall(r"`(.+?)`", table.splitlines()[0]) == [line["model"] for line in lines]
    rows = [row.strip("| ").split(" | ")[1:] for row in table.splitlines()[2 : 2 + len(lines[0]["points"])]]
    assert rows == [list(row) for row in zip(*([spread(point["accuracies"]) for point in line["points"]] for line in lines), strict=True)]
