"""Writes the table of README.md and those of docs/results.md from the run cards of `make results` and `make notebooks`."""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "results"
CARDS = ROOT / "notebooks" / "cards"
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
    "feature-svm": ("Features of whole tracks and an SVM (ours)", "07-leakage-lab"),
}
VARIANTS = ["as printed", "repaired"]

# The rows of README, one per article: recipe -> title
ARTICLES = {
    "spectrogram-pictures": "Spectrogram pictures",
    "feature-table": "Feature table",
    "mel-windows": "Mel windows",
    "two-genres": "Two genres from MP3",
    "cats-and-dogs": "Cats and dogs",
}

# For the recipe without cards of its own: the article's result, and cards of its notebook, in the order of the columns.
FEATURE_TABLE = ("92.93 % of rows of 3 s", ["02-as-printed", "02-by-song", "02-by-artist"])

# Names of data sets in run cards -> names shown to people.
TITLES = {
    "stand-in": "synthetic music",
    "stand-in animals": "synthetic animals",
    "stand-in tracks": "synthetic tracks",
}


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


def percent(share: float) -> str:
    return f"{100 * share:.1f}"


def tracks(card: dict) -> str:
    """The number of test tracks; with `segments of` if the predictions are of segments, not of whole tracks."""
    result = card["result"]
    correct = result["accuracy"] * result["songs"]
    by_segment = card["settings"].get("counted") == "pieces" or abs(correct - round(correct)) > 1e-6
    return f"{'segments of ' if by_segment else ''}{result['songs']}"


def interval(card: dict) -> str:
    return f"{percent(card['result']['low'])}–{percent(card['result']['high'])}"


def actual(card: dict) -> list[str]:
    """The true label of each prediction."""
    return [card["actual"][row] for row in card["predictions"]]


def majority(card: dict) -> str:
    """The accuracy of always predicting the most frequent label."""
    labels = actual(card)
    return f"{percent(max(map(labels.count, set(labels))) / len(labels))} %" if labels else "–"


def epochs(card: dict) -> str:
    """The epochs that were trained, and the recipe's."""
    return card["settings"].get("epochs", "–").replace(" of the recipe's ", " of ")


def article(card: dict) -> str:
    """The article's result."""
    return shown(card["settings"]["article's figure"]).replace("none", "–")


def data(card: dict) -> str:
    """The data set as shown, with what is there of it if it is not complete."""
    name = card["data"]["name"]
    _, _, part = card["settings"].get("whole", "yes").partition(": ")
    return TITLES.get(name, name) + (f" ({shown(part)})" if part else "")


def synthetic(card: dict) -> bool:
    return card["data"]["name"] in TITLES


def cards_of(recipe: str) -> list[tuple[Path, dict]]:
    """The cards of a recipe: real recordings first, then as printed before repaired, the article's split first."""

    def order(entry):
        card = entry[1]
        settings = card["settings"]
        first = settings["dealing"] == "article"
        return synthetic(card), card["data"]["name"], VARIANTS.index(settings["variant"]), not first

    found = [(path, read(path)) for path in sorted(RESULTS.glob("*.json"))]
    return sorted((entry for entry in found if entry[1]["settings"]["recipe"] == recipe), key=order)


def row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def head(*titles: str) -> list[str]:
    return [row(*titles), "|" + "---|" * len(titles)]


def line(path: Path, card: dict, first: str) -> str:
    """One card in docs/results.md."""
    link = path.relative_to(ROOT).as_posix()
    accuracy = f"[{percent(card['result']['accuracy'])} %](../{link})"
    return row(
        data(card),
        first,
        shown(card["split"]),
        str(card["seed"]),
        epochs(card),
        accuracy,
        tracks(card),
        interval(card),
        majority(card),
    )


def columns(first: str) -> list[str]:
    return head("data", first, "split", "seed", "epochs", "accuracy", "test tracks", "95 % interval", "majority")


def page() -> str:
    """The tables of docs/results.md: every card once."""
    lines = []
    for recipe, (title, notebook) in RECIPES.items():
        entries = cards_of(recipe)
        if entries:
            lines += ["", f"### {title}", ""]
            lines += [f"`{recipe}`, [{notebook}](../notebooks/{notebook}.ipynb). Article: {article(entries[0][1])}.", ""]
            lines += columns("variant")
            lines += [line(path, card, card["settings"]["variant"]) for path, card in entries]
    lines += ["", "### Notebooks", "", *columns("card")]
    lines += [line(path, read(path), path.stem) for path in sorted(CARDS.glob("*.json"))]
    return "\n".join([BEGIN, *lines[1:], END])


def cell(card: dict | None) -> str:
    """A result in README: accuracy, test tracks, interval."""
    if card is None:
        return "–"
    by_track = ", by track" if card["settings"].get("dealing") == "song" else ""
    return f"{percent(card['result']['accuracy'])} % of {tracks(card)} ({interval(card)}){by_track}"


def of_article(recipe: str) -> tuple[str, list[dict | None]]:
    """The article's result, and ours as printed, repaired, and by artist; on real recordings if there are any."""
    entries = [card for _, card in cards_of(recipe)]
    if not entries:
        result, names = FEATURE_TABLE
        return result, [read(CARDS / f"{name}.json") for name in names]

    def find(variant: str, article_split: bool) -> dict | None:
        for card in entries:
            settings = card["settings"]
            same = card["data"] == entries[0]["data"] and settings["variant"] == variant
            if same and (settings["dealing"] == "article") == article_split:
                return card
        return None

    return article(entries[0]), [find("as printed", True), find("repaired", True), find("repaired", False)]


def summary() -> str:
    """The table of README: a row per article."""
    lines = head("article", "data", "its result", "as printed", "repaired", "by artist", "notebook")
    links = []
    for recipe, title in ARTICLES.items():
        result, cards = of_article(recipe)
        notebook = RECIPES[recipe][1]
        where = re.sub(r",.*\)", ")", data(next(card for card in cards if card)))
        lines.append(row(title, where, result.removesuffix(" tracks"), *map(cell, cards), f"[{notebook[:2]}]"))
        links.append(f"[{notebook[:2]}]: notebooks/{notebook}.ipynb")
    return "\n".join([BEGIN, *lines, "", *sorted(links), END])


def replaced(text: str, tables: str) -> str:
    before, rest = text.split(BEGIN, 1)
    return before + tables + rest.split(END, 1)[1]


def main() -> None:
    for path, tables in ((ROOT / "README.md", summary()), (ROOT / "docs" / "results.md", page())):
        text = path.read_text(encoding="utf-8")
        if BEGIN not in text or END not in text:
            sys.exit(f"jukelab: {path} lacks {BEGIN} … {END}")
        path.write_text(replaced(text, tables), encoding="utf-8")


if __name__ == "__main__":
    main()
