"""Writes README's table of results from the run cards that `make notebooks` left; no figure is typed by hand."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CARDS = ROOT / "notebooks" / "cards"
BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"

# card, what it is, the article's figure, notebook
ROWS = [
    ("04-as-printed", "Mel windows and majority vote, as printed, 10 epochs", "82 % of 300 GTZAN songs, 150 epochs", "04-mel-windows"),
    ("04-repaired", "the same, repaired, 12 epochs", "–", "04-mel-windows"),
    ("02-as-printed", "Feature table and dense network, as printed, on rows of songs", "92.93 % of 3 s rows at random", "02-feature-tables"),
    ("02-by-song", "the same, repaired, by song", "–", "02-feature-tables"),
    ("02-by-artist", "the same, repaired, by artist", "–", "02-feature-tables"),
    ("07-leakage-lab", "Leakage lab: logistic regression on 57 features", "–", "07-leakage-lab"),
    ("07-chosen", "the same, settings chosen on training and validation side by artist", "–", "07-leakage-lab"),
    ("00-quick-tour", "Quick tour: a small network, 12 epochs", "–", "00-quick-tour"),
]


def row(card: str, what: str, article: str, notebook: str) -> str:
    found = json.loads((CARDS / f"{card}.json").read_text(encoding="utf-8"))
    result, data = found["result"], found["data"]
    ours = (
        f"{result['accuracy']:.1%} of {result['songs']} songs"
        f" ({result['low']:.1%} to {result['high']:.1%})"
    ).replace("%", " %")
    where = f"{data['name']}, {found['split']}, seed {found['seed']}"
    links = f"[{notebook}](notebooks/{notebook}.ipynb) | [card](notebooks/cards/{card}.json)"
    return f"| {what} | {article} | {ours} | {where} | {links} |"


def table() -> str:
    head = "| recipe | the article's figure | ours (95 % interval) | data, split | notebook | run card |"
    return "\n".join([BEGIN, head, "|---|---|---|---|---|---|", *(row(*each) for each in ROWS), END])


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
