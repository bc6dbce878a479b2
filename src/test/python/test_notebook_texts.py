"""Texts of notebooks are true on any data: what was measured is said by the outputs, not by the texts around them."""

import html
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TIMES = ROOT / "notebooks" / "times.json"  # written by `make notebooks`

SYNTHETIC = "amberwalk brooksong clatter duskwave emberstep fennelreel glidepop hollowbell ironrow juniper".split()
GENRES = "blues classical country disco hiphop jazz metal pop reggae rock".split()
NOT_A_GENRE = re.compile(r"\bclassical (?=models?\b|descriptions?\b|methods?\b)")

GROUPED = r"\d{1,3}(?:[ \u2009\u202f\u00a0,]\d{3})+(?![\d])"  # 22 050 or 22,050
NUMBER = re.compile(rf"(?<![\w.])(?:{GROUPED}|\d+)(?:\.\d+)?(?![\w]|\.\d)")
PERCENT = re.compile(r"[ \u00a0\u202f]?(?:%|percent\b)")
FORMULA = re.compile(r"\$\$[^$]+\$\$|\$[^$\n]+\$")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"(?<=\])\([^)\s]*\)")
OF = re.compile(r"\b\d+ (?:out )?of (?:the |all )?\d+\b(?! ×)")
EXERCISE = re.compile(r"### Exercise \d\d\.\d")
EPOCH = re.compile(r"\bepochs? \d+|\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|twentieth)\b")
# What others wrote: an article, a cited paper (with its year or a link), the definition that a library follows.
OTHERS = re.compile(r"\barticles?\b|\bprinted\b|\bits result\b|\blibrosa\b|\bkeras\b|\(\d{4}\)|\]\(", re.IGNORECASE)
OURS = re.compile(r"\bours?\b|\b(?:stored|kept) run\b|\bhere\b", re.IGNORECASE)
# The level of an interval is chosen, not measured.
LEVEL = re.compile(r"\b95 ?% (?=intervals?\b|confidence\b)|\b95 ?% confidence\b")


def load(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def source(cell: dict) -> str:
    return "".join(cell["source"])


def numbers(text: str) -> set[str]:
    """The numbers of a text, without what groups their digits."""
    return {re.sub(r"[^\d.]", "", found) for found in NUMBER.findall(text)}


def same(number: str) -> set[str]:
    """How else a number is written: 0.85 and 85, 30.0 and 30."""
    value = float(number)
    return {f"{value * scale:.10g}" for scale in (1, 100, 0.01)} | {number}


def shown(cells: list[dict]) -> set[str]:
    """The numbers of outputs that people see or are read: texts, tables, words of pictures."""
    texts = []
    for output in (output for cell in cells for output in cell.get("outputs", [])):
        data = output.get("data", {})
        texts.append("".join(output.get("text", "")) + "".join(data.get("text/plain", "")))
        page = "".join(data.get("text/html", ""))
        texts += re.findall(r' alt="([^"]*)"', page)
        texts.append(html.unescape(re.sub(r"<[^>]*>", " | ", page)))
        texts.append(output.get("metadata", {}).get("image/png", {}).get("alt", ""))
    found = set()
    for text in texts:
        found |= numbers(text) | set(re.findall(r"\d+(?:\.\d+)?", text))
    return found | {str(round(float(number))) for number in found}


def given(cells: list[dict]) -> set[str]:
    """The numbers that a notebook sets or derives: those of its code and its formulas."""
    texts = [source(cell) if cell["cell_type"] == "code" else " ".join(CODE.findall(source(cell))) for cell in cells]
    formulas = [found for cell in cells if cell["cell_type"] == "markdown" for found in FORMULA.findall(source(cell))]
    texts += [formula for formula in formulas if re.search("[=a-zA-Z]", formula)]
    plain = " ".join(texts).replace("_", "")
    return set().union(*(same(number) for number in re.findall(r"\d+(?:\.\d+)?|\.\d+", plain)))


def sentences(text: str) -> list[str]:
    """The sentences of a text cell, without code, formulas and addresses."""
    plain = LINK.sub("()", FORMULA.sub(" ", CODE.sub(" ", text)))
    lines = re.split(r"\n\s*\n|\n(?=[-*|#]|\d+\. )|(?<=\|)\n", plain)
    return [part for line in lines for part in re.split(r"(?<=[.!?;])[*_)]*\s+(?=[*_(]*[A-Z0-9])", line.strip()) if part]


def measured(sentence: str, outputs: set[str], settings: set[str], exercise: bool) -> list[str]:
    """What a sentence states that only a run can tell. An exercise sets numbers of its own."""
    if OTHERS.search(sentence) and not OURS.search(sentence):
        return []
    sentence = LEVEL.sub("", re.sub(r"^\d+\. ", "", sentence))
    found = []
    for match in NUMBER.finditer(sentence):
        number = re.sub(r"[^\d.]", "", match[0])
        if number in settings or f"{float(number):.10g}" in settings:
            continue
        exact = "." in number or PERCENT.match(sentence, match.end())
        if number in outputs and (exact or len(number) >= 3) or exact and not exercise:
            found.append(match[0])
    found += [of for of in OF.findall(sentence) if not numbers(of) <= settings]
    if re.search(r"\bepochs?\b", sentence):
        found += EPOCH.findall(sentence)
    return found


def findings(cells: list[dict]) -> list[str]:
    outputs, settings = shown(cells), given(cells)
    found = []
    for index, cell in enumerate(cells):
        if cell["cell_type"] == "markdown":
            exercise = bool(EXERCISE.match(source(cell)))
            for sentence in sentences(source(cell)):
                if numbers_found := measured(sentence, outputs, settings, exercise):
                    found.append(f"cell {index}: {', '.join(numbers_found)}: {' '.join(sentence.split())}")
    return found


def names(text: str, labels: list[str]) -> list[str]:
    """Labels that a text names as words, not as code."""
    plain = NOT_A_GENRE.sub("", LINK.sub("()", CODE.sub(" ", text)))
    return re.findall(rf"\b(?:{'|'.join(labels)})\b", plain)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestTexts:
    def test_state_no_number_of_an_output(self, path):
        """Numbers stand in outputs, code, formulas, or a sentence about an article or its definition."""
        assert not findings(load(path))

    def test_name_no_label(self, path):
        """Another copy of the data has other labels; in an example as code they are allowed."""
        found = [
            f"cell {index}: {', '.join(labels)}"
            for index, cell in enumerate(load(path))
            if cell["cell_type"] == "markdown" and (labels := names(source(cell), SYNTHETIC + GENRES))
        ]
        assert not found

    def test_state_their_time(self, path):
        """Within a factor of two of the processor time that `make notebooks` measured: cores may have been busy."""
        stated = stated_seconds(source(load(path)[0]))
        measured_times = json.loads(TIMES.read_text(encoding="utf-8"))
        assert 0.5 <= stated / measured_times[path.stem]["processor_seconds"] <= 2


def stated_seconds(text: str) -> int:
    """Of the line `**Time.** About 3 minutes on two cores.`"""
    number, unit = re.search(r"^\*\*Time\.\*\* About (\d+) (seconds|minutes?) on two cores\b", text, re.MULTILINE).groups()
    return int(number) * (1 if unit == "seconds" else 60)


@pytest.mark.parametrize(
    "line,seconds",
    [
        ("About 3 minutes on two cores.", 180),
        ("About 1 minute on two cores, no GPU.", 60),
        ("About 40 seconds on two cores; with all of GTZAN 3 minutes.", 40),
    ],
)
def test_reads_the_stated_time(line, seconds):
    assert stated_seconds(f"# Title\n\n**Time.** {line}\n") == seconds


def cells(text: str, output: str = "", code: str = "var x = 1;") -> list[dict]:
    outputs = [{"output_type": "stream", "text": output}]
    return [
        {"cell_type": "code", "source": code, "outputs": outputs},
        {"cell_type": "markdown", "source": text},
    ]


@pytest.mark.parametrize(
    "text,found",
    [
        ("Validation accuracy is 66.3 % in the best run.", "66.3"),
        ("It is right in 17 of 20 tracks.", "17 of 20"),
        ("Validation accuracy is highest in the best epoch, the sixth.", "sixth"),
        ("The best is epoch 13.", "epoch 13"),
        ("Half of the frames are above 2799 Hz.", "2799"),
        ("That makes 29 459 crossings.", "29 459"),
        ("The article has 82 %, ours 85 %.", "85"),
        ("A quarter, 25 percent, is lost.", "25"),
        ("| masks | 90.0 % |", "90.0"),
        ("Its median is $0.4$, that is 0.4 or more.", "0.4"),
        ("**00.4** The peak was at 2799.3 Hz.", "2799.3"),
    ],
)
def test_finds_numbers_of_outputs(text, found):
    shown_text = "2799.3 Hz, 29459 crossings"
    assert [line for line in findings(cells(text, shown_text)) if found in line.partition(": ")[2]]


@pytest.mark.parametrize(
    "text",
    [
        "A frame has 2048 samples, 93 ms.",  # not in the outputs
        "The roll-off is at 85 % of the sum.",  # the code has 0.85
        "Windows of 1.5 s overlap by half.",  # in the code
        "*Its result:* 82 % of 300 tracks.",
        "The article states 92.93 %.",
        "Sturm (2013) found 7.2 % of them twice.",
        "`accuracy 0.4` is shown, with its 95 % interval.",
        "Rows are $22050 / 2048 = 10.8$ Hz apart, so 10.8 Hz is one row.",
        "1. Set the epochs to 15: what changes?",
        "The first epoch is the slowest.",
        "### Exercise 00.4: Two notes sound together, 220 Hz and 233.08 Hz.",
        "It keeps one pixel in 75 of 640 × 480.",
    ],
)
def test_allows_settings_and_articles(text):
    assert not findings(cells(text, "85 1.5 82 300 15", "Windows.of(1.5, 0.85)"))


def test_outputs_are_read_as_people_see_them():
    data = {"text/html": '<table><tr><td>1404</td><td>833.5</td></tr></table><img alt="peak at 5621 Hz" src="x/999">'}
    output = {"output_type": "display_data", "data": data, "metadata": {"image/png": {"alt": "from 77 to 155"}}}
    found = shown([{"cell_type": "code", "source": "", "outputs": [output]}])
    assert {"1404", "833.5", "5621", "155"} <= found and "999" not in found


def test_labels_are_found_as_words():
    text = "The ironrow track, two rock songs; five classical models; `dataset.tracks(\"jazz\")` is code."
    assert names(text, SYNTHETIC + GENRES) == ["ironrow", "rock"]
