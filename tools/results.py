"""Writes the result tables of README.md from the run cards of `make results` and `make notebooks`."""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "results"
CARDS = ROOT / "notebooks" / "cards"
BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"

# recipe, title, notebook
RECIPES = [
    ("spectrogram-pictures", "Spectrogram pictures", "03-spectrogram-pictures"),
    ("cats-and-dogs", "Cats and dogs, spectrogram", "06-cats-and-dogs"),
    ("cats-and-dogs-mfcc", "Cats and dogs, MFCC", "06-cats-and-dogs"),
    ("cats-and-dogs-chroma", "Cats and dogs, chroma", "06-cats-and-dogs"),
    ("cats-and-dogs-small", "A small network on mel windows of calls (ours)", "06-cats-and-dogs"),
    ("two-genres", "Two genres from MP3", "05-two-genres-mp3"),
    ("feature-table", "Feature table and dense network", "02-feature-tables"),
    ("mel-windows", "Mel windows and majority vote", "04-mel-windows"),
    ("small-windows", "A small network on mel windows (ours)", "04-mel-windows"),
]
VARIANTS = ["as printed", "repaired"]

# Names of data sets in run cards -> names shown to people.
TITLES = {
    "stand-in": "synthetic music",
    "stand-in animals": "synthetic animals",
    "stand-in tracks": "synthetic tracks",
}

# card, title, notebook
LESSONS = [
    ("02-as-printed", "Dense network on GTZAN's published table, as printed, by track", "02-feature-tables"),
    ("02-by-artist", "the same, repaired, by artist", "02-feature-tables"),
    ("07-leakage-lab", "Logistic regression on 57 features", "07-leakage-lab"),
    ("07-chosen", "the same, settings chosen by artist on training and validation set", "07-leakage-lab"),
    ("00-quick-tour", "Quick tour: a small network, 12 epochs", "00-quick-tour"),
]


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def shown(text: str) -> str:
    """A text of a run card in today's words: cards keep `song` for a track."""
    return re.sub(r"\bsong(s?)\b", r"track\1", text)


def accuracy(card: dict, link: str) -> str:
    result = card["result"]
    what = "segments of " if by_segment(card) else ""
    text = f"[{result['accuracy']:.1%}]({link}) of {what}{result['songs']} ({100 * result['low']:.1f} to {result['high']:.1%})"
    return text.replace("%", " %")


def by_segment(card: dict) -> bool:
    """Whether the predictions are of segments, not of whole tracks."""
    return card["settings"].get("counted") == "pieces"


def actual(card: dict) -> list[str]:
    """The true label of each prediction."""
    return [card["actual"][row] for row in card["predictions"]]


def majority(card: dict) -> str:
    """The accuracy of always predicting the most frequent label."""
    labels = actual(card)
    return f"{max(map(labels.count, set(labels))) / len(labels):.1%}".replace("%", " %")


def cards() -> dict:
    """(data set, recipe, variant) -> column -> (file, card)."""
    found = {}
    for path in sorted(RESULTS.glob("*.json")):
        card = read(path)
        settings = card["settings"]
        column = "article" if settings["dealing"] == "article" else "strictest"
        key = (card["data"]["name"], settings["whole"], settings["recipe"], settings["variant"])
        found.setdefault(key, {})[column] = (path, card)
    return found


def data(name: str, whole: str) -> str:
    """The data set as shown, with what is there of it if it is not complete."""
    title = TITLES.get(name, name)
    return title if whole == "yes" else f"{title} ({shown(whole.partition(': ')[2])})"


def cell(pair: dict, column: str) -> str:
    if column not in pair:
        return "–"
    path, card = pair[column]
    return accuracy(card, f"results/{path.name}")


def recipes() -> list[str]:
    found = cards()
    lines = [
        "| recipe | data | the article's result | | split as in the article | split by artist or track | majority |",
        "|---|---|---|---|---|---|---|",
    ]
    for recipe, title, notebook in RECIPES:
        sets = sorted({key[:2] for key in found if key[2] == recipe})
        for (name, whole), variant in ((data_set, variant) for data_set in sets for variant in VARIANTS):
            pair = found.get((name, whole, recipe, variant))
            if pair:
                card = pair.get("strictest", pair.get("article"))[1]
                article = shown(card["settings"]["article's figure"]).replace("none", "–")
                lines.append(
                    f"| [{title}](notebooks/{notebook}.ipynb) | {data(name, whole)} | {article} | {variant} |"
                    f" {cell(pair, 'article')} | {cell(pair, 'strictest')} | {majority(card)} |"
                )
    return lines


def lessons() -> list[str]:
    lines = ["| in the notebooks | data, split | accuracy |", "|---|---|---|"]
    for name, title, notebook in LESSONS:
        card = read(CARDS / f"{name}.json")
        where = f"{data(card['data']['name'], 'yes')}, {shown(card['split'])}, seed {card['seed']}"
        lines.append(
            f"| [{title}](notebooks/{notebook}.ipynb) | {where} | {accuracy(card, f'notebooks/cards/{name}.json')} |"
        )
    return lines


def table() -> str:
    return "\n".join([BEGIN, *recipes(), "", *lessons(), END])


def main() -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        sys.exit(f"jukelab: README.md lacks {BEGIN} … {END}")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    readme.write_text(before + table() + after, encoding="utf-8")


if __name__ == "__main__":
    main()
