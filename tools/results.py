"""Writes the table of README.md and those of docs/results.md from the run cards of `make results` and `make notebooks`,
and the table of docs/course.md from what the notebooks needed when their outputs were kept."""

import itertools
import json
import re
import statistics
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "results"
FOUR_GENRES = RESULTS / "four-genres"
CATS_AND_DOGS = RESULTS / "cats-and-dogs-folds"
PUBLISHED_TABLE = RESULTS / "published-table"
FULL_LENGTH = RESULTS / "full-length"
MORE_EPOCHS = RESULTS / "more-epochs"
CARDS = ROOT / "notebooks" / "cards"
TIMES = ROOT / "notebooks" / "times.json"
BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"

# recipe -> title, notebook; a recipe without cards has no table
RECIPES = {
    "spectrogram-pictures": ("Spectrogram pictures", "03-spectrogram-pictures"),
    "mel-windows": ("Mel windows and majority vote", "04-mel-windows"),
    "small-windows": ("A small network on mel windows (ours)", "04-mel-windows"),
    "cats-and-dogs": ("Cats and dogs", "06-cats-and-dogs"),
    "cats-and-dogs-mfcc": ("Cats and dogs, MFCC", "06-cats-and-dogs"),
    "cats-and-dogs-chroma": ("Cats and dogs, chroma", "06-cats-and-dogs"),
    "cats-and-dogs-small": ("A small network on mel windows of calls (ours)", "06-cats-and-dogs"),
    "two-genres": ("Two genres from MP3", "05-two-genres-mp3"),
    "feature-table": ("Feature table and dense network", "02-feature-tables"),
    "svm": ("Mel statistics of whole tracks and an SVM (ours)", "07-leakage-lab"),
    "logistic": ("Mel statistics of whole tracks and logistic regression (ours)", "07-leakage-lab"),
    "knn": ("Mel statistics of whole tracks and nearest neighbours (ours)", "07-leakage-lab"),
    "dense": ("Mel statistics of whole tracks and a dense network (ours)", "07-leakage-lab"),
}
VARIANTS = ["as printed", "repaired"]

# An accuracy of a network that README shows has so many seeds.
SEEDS = 3

# The rows of README, one per article and then our baseline, if it has cards: recipe -> title
ARTICLES = {
    "spectrogram-pictures": "Spectrogram pictures",
    "feature-table": "Feature table",
    "mel-windows": "Mel windows",
    "two-genres": "Two genres",
    "cats-and-dogs": "Cats and dogs",
}
BASELINE = {"svm": "No article: mel statistics and an SVM"}

# The row of the feature table is that of GTZAN's published table, which has all tracks: the article's result, and cards
# of notebook 02, in the order of the columns. Those of other seeds are in results/published-table.
FEATURE_TABLE = ("92.93 % of rows of 3 s", ["02-as-printed", "02-by-song", "02-by-artist"])

# The models that are compared on the same folds: name of a card without its seed -> title, in the order to show.
COMPARED = {
    "svm_mel-statistics+embedding": "SVM on mel statistics and the embedding",
    "logistic_mel-statistics+embedding": "logistic regression on mel statistics and the embedding",
    "svm_embedding": "SVM on the embedding, 200 values",
    "logistic_embedding": "logistic regression on the embedding, 200 values",
    "svm_mel-statistics": "SVM on 480 mel statistics",
    "logistic_mel-statistics": "logistic regression on 480 mel statistics",
    "knn_mel-statistics": "nearest neighbours on 480 mel statistics",
    "svm_table": "SVM on the 57 features",
    "logistic_table": "logistic regression on the 57 features",
    "small-windows": "`small-windows`",
    "small-windows-before": "`small-windows` with one channel, one scale for all bands",
}

# The recipes of which `make results` runs only some epochs, or only 42 of the tracks of four genres that are at hand; and the
# baseline on the same tracks.
FULL_LENGTH_RECIPES = ["spectrogram-pictures", "feature-table", "mel-windows", "two-genres", *BASELINE]

# The table that names the tracks of four genres, as it is in the name of a data set.
FOUR_GENRES_TABLE = "(gtzan_four_genres.csv)"

# Names of data sets in run cards -> names shown to people.
TITLES = {
    "stand-in": "synthetic music",
    "stand-in animals": "synthetic animals",
    "stand-in tracks": "synthetic tracks",
}

# The notebooks in the order of docs/course.md.
LESSONS = ["00", "01", "07", "02", "08", "04", "06", "09", "10", "05", "03"]

NEEDED = {"data", "split", "seed", "result", "settings", "predictions"}


def read(path: Path) -> dict:
    """A run card; the program ends and names the file if it is none."""
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        sys.exit(f"jukelab: {path}: not a run card: {error}")
    missing = sorted(NEEDED.difference(card)) if isinstance(card, dict) else ["an object"]
    if missing:
        sys.exit(f"jukelab: {path}: not a run card: it lacks {', '.join(missing)}")
    return card


def shown(text: str) -> str:
    """A text of a run card in today's words: cards keep `song` for a track."""
    return re.sub(r"\bsong(s?)\b", r"track\1", text)


def percent(share: float, step: str = "0.1") -> str:
    """Rounded as in notebooks: Java rounds halves up."""
    return str(Decimal(repr(100 * share)).quantize(Decimal(step), ROUND_HALF_UP))


def tracks(card: dict) -> str:
    """The number of test tracks; with `segments of` if the predictions are of segments, not of whole tracks."""
    result = card["result"]
    correct = result["accuracy"] * result["songs"]
    by_segment = card["settings"].get("counted") == "pieces" or abs(correct - round(correct)) > 1e-6
    return f"{'segments of ' if by_segment else ''}{result['songs']}"


def same(values: list[str]) -> str:
    """A text that all seeds share, or the different ones."""
    first, *others = dict.fromkeys(values)
    return " or ".join([first, *(other.removeprefix("segments of ") for other in others)])


def accuracy(cards: list[dict]) -> str:
    """The mean over the seeds, with its standard deviation if there are several."""
    values = [card["result"]["accuracy"] for card in cards]
    spread = f" ± {percent(statistics.stdev(values))}" if len(values) > 1 else ""
    return f"{percent(statistics.mean(values))} %{spread}"


def interval(cards: list[dict], step: str = "0.1") -> str:
    """The means of the bounds over the seeds: more seeds do not make up for few tracks."""
    means = [statistics.mean(card["result"][bound] for card in cards) for bound in ("low", "high")]
    return "–".join(percent(mean, step) for mean in means)


def actual(card: dict) -> list[str]:
    """The true label of each prediction."""
    return [card["actual"][row] for row in card["predictions"]]


def majority(card: dict) -> str:
    """The accuracy of always predicting the most frequent label."""
    labels = actual(card)
    return f"{percent(max(map(labels.count, set(labels))) / len(labels))} %" if labels else "–"


def epochs(card: dict) -> str:
    """The epochs that were trained, and the recipe's; the engine if it is not DL4J."""
    settings = card["settings"]
    engine = settings.get("engine", "").split(" ")[0]
    return settings.get("epochs", "–").replace(" of the recipe's ", " of ") + ("" if engine in ("", "DL4J") else f", {engine}")


def article(card: dict) -> str:
    """The article's result."""
    return shown(card["settings"]["article's figure"]).replace("none", "–")


def data(card: dict) -> str:
    """The data set as shown, with what is there of it if it is not complete."""
    name = card["data"]["name"]
    if name.endswith(FOUR_GENRES_TABLE):
        return f"GTZAN ({card['data']['songs']} of 1000 tracks, 4 of 10 labels)"
    _, _, part = card["settings"].get("whole", "yes").partition(": ")
    return TITLES.get(name, name) + (f" ({shown(part)})" if part else "")


def synthetic(card: dict) -> bool:
    return card["data"]["name"] in TITLES


def runs_of(recipe: str, folder: Path = RESULTS) -> list[list[tuple[Path, dict]]]:
    """The cards of a recipe in a folder, those of the seeds of one run together: real recordings first, then as printed before
    repaired, the article's split first."""

    def order(entry):
        card = entry[1]
        settings = card["settings"]
        first = settings["dealing"] == "article"
        return synthetic(card), card["data"]["name"], VARIANTS.index(settings["variant"]), not first

    found = [(path, read(path)) for path in sorted(folder.glob("*.json"))]
    entries = [entry for entry in found if entry[1]["settings"]["recipe"] == recipe]
    runs = itertools.groupby(sorted(entries, key=order), key=order)
    return [sorted(run, key=lambda entry: entry[1]["seed"]) for _, run in runs]


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def head(*titles: str) -> list[str]:
    return [row(*titles), "|" + "---|" * len(titles)]


def line(run: list[tuple[Path, dict]], first: str, where: str = "") -> str:
    """One run in docs/results.md, with a link to the card of each seed."""
    cards = [card for _, card in run]
    links = [f"[{percent(card['result']['accuracy'])} %](../{path.relative_to(ROOT).as_posix()})" for path, card in run]
    return row(
        where or data(cards[0]),
        first,
        re.sub(r" \(seed \d+\)", "", shown(cards[0]["split"])),
        ", ".join(str(card["seed"]) for card in cards),
        same([epochs(card) for card in cards]),
        links[0] if len(run) == 1 else f"{accuracy(cards)}: {', '.join(links)}",
        same([tracks(card) for card in cards]),
        interval(cards),
        same([majority(card) for card in cards]),
    )


def columns(first: str) -> list[str]:
    return head("data", first, "split", "seeds", "epochs", "accuracy", "test tracks", "95 % interval", "majority")


def compared(folder: Path, title: str, data: str, text: str) -> list[str]:
    """Simple models and a network on the same tracks and folds."""
    lines = ["", f"### {title}", "", text, "", *columns("model")]
    for name, model in COMPARED.items():
        paths = sorted(folder.glob(f"{name}_[0-9]*.json"))
        lines += [line([(path, read(path)) for path in paths], model, data)] if paths else []
    return lines


def four_genres() -> list[str]:
    return compared(
        FOUR_GENRES,
        "Four genres of GTZAN, five folds by artist",
        "four genres",
        "134 tracks of `data/lists/gtzan_four_genres.csv`, each once in the test set and no artist on two sides: "
        "`jukelab train svm --data FOLDER --labels data/lists/gtzan_four_genres.csv --split group --folds 5 --seed 1`, "
        "with `--features table` for the 57, `--features embedding` or `--features mel-statistics,embedding`. Settings are chosen by folds of artists within the training data. "
        "The embedding is of a network that was trained on other music, with tags that name genres; whether these tracks were among it is not known. "
        "The cards of `small-windows` with one channel are of an earlier version, on the same folds; their intervals are Wilson's.",
    )


def cats_and_dogs() -> list[str]:
    return compared(
        CATS_AND_DOGS,
        "Cats and dogs, five folds by recording",
        "cats and dogs",
        "210 clips, each once in the test set and no recording on two sides: `jukelab train svm --data FOLDER --split group --folds 5 --seed 42`, "
        "with `--features` as above. The small network on the same tracks and split is in the section *A small network on mel windows of calls (ours)*.",
    )


def full_length() -> list[str]:
    """Runs with all epochs and folds; those that are missing are told."""
    lines = ["", "### All epochs and folds", ""]
    lines += [
        "On all recordings at hand, with the epochs and folds of the recipe: `jukelab results --full --out results/full-length`, "
        "and for the 134 tracks of four genres `jukelab train RECIPE --data FOLDER --labels data/lists/gtzan_four_genres.csv`, "
        "with `--as-printed` and `--split article` where the row says so.",
        "",
        *columns("recipe and variant"),
    ]
    for recipe in FULL_LENGTH_RECIPES:
        runs = runs_of(recipe, FULL_LENGTH)
        for variant in VARIANTS:
            for article_split in (True, False):
                name = f"`{recipe}`, {variant}"
                found = [run for run in runs if is_of(run[0][1], variant, article_split)]
                lines += [line(run, name) for run in found]
                if not found and recipe in ARTICLES:
                    split = "the article's" if article_split else "by artist or track"
                    lines.append(row("–", name, split, "–", "–", "not run", "–", "–", "–"))
    return lines + more_epochs()


def more_epochs() -> list[str]:
    """Runs with more epochs than those of the recipe, where an article advises them."""
    runs = [run for recipe in RECIPES for run in runs_of(recipe, MORE_EPOCHS)]
    return [line(run, f"`{run[0][1]['settings']['recipe']}`, {run[0][1]['settings']['variant']}") for run in runs]


def is_of(card: dict, variant: str, article_split: bool) -> bool:
    """Whether a card is of a variant, and of the article's split or of the other one."""
    settings = card["settings"]
    return settings["variant"] == variant and (settings["dealing"] == "article") == article_split


def published_table() -> list[list[tuple[Path, dict]]]:
    """The networks of notebook 02 on GTZAN's published table: the notebook's own seed, then the others."""
    return [
        [(path, read(path)) for path in [CARDS / f"{name}.json", *sorted(PUBLISHED_TABLE.glob(f"{name}_*.json"))]]
        for name in FEATURE_TABLE[1]
    ]


def page() -> str:
    """The tables of docs/results.md: every card once."""
    lines = []
    for recipe, (title, notebook) in RECIPES.items():
        runs = runs_of(recipe)
        if runs:
            result = article(runs[0][0][1])
            lines += ["", f"### {title}", ""]
            lines += [f"`{recipe}`, [{notebook}](../notebooks/{notebook}.ipynb). Article: {result}.", ""]
            lines += columns("variant")
            lines += [line(run, run[0][1]["settings"]["variant"]) for run in runs]
    lines += ["", "### Feature table of all of GTZAN", ""]
    lines += [
        "The networks of [02-feature-tables](../notebooks/02-feature-tables.ipynb) on the published table of 1000 tracks; "
        "the notebook has the first seed, and gives the others with `var seed = 43L;` and `44L`.",
        "",
        *columns("card"),
    ]
    lines += [line(run, run[0][0].stem) for run in published_table()]
    lines += full_length()
    lines += four_genres()
    lines += cats_and_dogs()
    lines += ["", "### Notebooks", "", *columns("card")]
    others = [path for path in sorted(CARDS.glob("*.json")) if path.stem not in FEATURE_TABLE[1]]
    lines += [line([(path, read(path))], path.stem) for path in others]
    return "\n".join([BEGIN, *lines[1:], END])


def cell(cards: list[dict], missing: str) -> str:
    """A result in README: accuracy, test tracks, interval."""
    if not cards:
        return missing
    return f"{accuracy(cards)} of {same([tracks(card) for card in cards])} ({interval(cards, '1')})"


def of_article(recipe: str) -> tuple[str, list[list[dict]]]:
    """The article's result, and ours as printed, repaired, and by artist; with all epochs if there are such runs and all
    have enough seeds, and on real recordings if there are any."""
    if recipe == "feature-table":
        return FEATURE_TABLE[0], [[card for _, card in run] for run in published_table()]
    full = cells(runs_of(recipe, FULL_LENGTH))
    seeds = [len(cards) for cards in full if cards]
    runs = full if seeds and min(seeds) >= SEEDS else cells(runs_of(recipe))
    return article(next(cards for cards in runs if cards)[0]), runs


def cells(runs: list[list[tuple[Path, dict]]]) -> list[list[dict]]:
    """Of runs of a recipe, on the first of its data sets, the cards as printed, repaired, and by artist."""
    cards = [[card for _, card in run] for run in runs]

    def find(variant: str, article_split: bool) -> list[dict]:
        found = [run for run in cards if run[0]["data"] == cards[0][0]["data"] and is_of(run[0], variant, article_split)]
        return found[0] if found else []

    return [find("as printed", True), find("repaired", True), find("repaired", False)]


def summary() -> str:
    """The table of README: a row per article, and the baseline that each should have had."""
    lines = head("article", "data", "its result", "as printed", "repaired", "by artist or track", "notebook")
    links = []
    baseline = {recipe: title for recipe, title in BASELINE.items() if runs_of(recipe)}
    for recipe, title in (ARTICLES | baseline).items():
        result, runs = of_article(recipe)
        notebook = RECIPES[recipe][1]
        missing = "not run" if recipe in ARTICLES else "–"
        where = re.sub(r"( of \d+)? tracks.*\)", ")", data(next(cards[0] for cards in runs if cards)))
        lines.append(row(title, where, result.removesuffix(" tracks"), *(cell(cards, missing) for cards in runs), f"[{notebook[:2]}]"))
        links.append(f"[{notebook[:2]}]: notebooks/{notebook}.ipynb")
    return "\n".join([BEGIN, *lines, "", *sorted(links), END])


def course(times: dict[str, dict]) -> str:
    """The table of docs/course.md: what each notebook needs, and two of them at once."""
    lines = head("notebook", "minutes", "of a processor", "memory, MB")
    for number in LESSONS:
        (name,) = [path.stem for path in (ROOT / "notebooks").glob(f"{number}-*.ipynb")]
        lines.append(row(f"[{name}](../notebooks/{name}.ipynb)", *needs(times.get(name))))
    largest = sorted(times, key=lambda name: times[name]["peak_mb"])[-2:]
    if len(largest) == 2:
        both = sum(times[name]["peak_mb"] for name in largest) / 1000
        lines += [
            "",
            f"Any two at once need at most {both:.1f} GB. A laptop of 8 GB then has {8 - both:.1f} GB for the system, "
            "JupyterLab and a browser.",
        ]
    return "\n".join([BEGIN, *lines, END])


def needs(usage: dict | None) -> list[str]:
    """Minutes, minutes of one processor, and memory; dashes if they were not measured."""
    if not usage:
        return ["–"] * 3
    return [f"{usage['seconds'] / 60:.1f}", f"{usage['processor_seconds'] / 60:.1f}", str(usage["peak_mb"])]


def measured() -> dict[str, dict]:
    return json.loads(TIMES.read_text(encoding="utf-8")) if TIMES.exists() else {}


def replaced(text: str, tables: str) -> str:
    before, rest = text.split(BEGIN, 1)
    return before + tables + rest.split(END, 1)[1]


def main() -> None:
    docs = ROOT / "docs"
    written = {ROOT / "README.md": summary(), docs / "results.md": page(), docs / "course.md": course(measured())}
    for path, tables in written.items():
        text = path.read_text(encoding="utf-8")
        if BEGIN not in text or END not in text:
            sys.exit(f"jukelab: {path} lacks {BEGIN} … {END}")
        path.write_text(replaced(text, tables), encoding="utf-8")


if __name__ == "__main__":
    main()
