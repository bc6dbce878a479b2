"""Every notebook on folders like those of GTZAN, of Audio Cats and Dogs, and of MP3s: other labels, names and sounds than
those of the synthetic sets. A cell that fails there, or a text that names what is not in the folder, fails the test.
The one that takes tracks of any length runs on short ones, too."""

import array
import csv
import itertools
import json
import math
import os
import random
import re
import subprocess
import sys
import wave
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

SYNTHETIC = "amberwalk brooksong clatter duskwave emberstep fennelreel glidepop hollowbell ironrow juniper".split()
GTZAN = "blues classical country disco hiphop jazz metal pop reggae rock".split()
COMPLETE, SCARCE = GTZAN[:4], GTZAN[6]  # a label with too few tracks is left out
FOLDS = (1, 2, 3)


def sound(file: Path, seconds: float, rate: int, channels: int, kind: int) -> None:
    """Notes with overtones, drum strokes and noise; each kind has other ones, each file another melody."""
    draw = random.Random(file.name)
    bars = [bar(draw, rate, channels, kind) for _ in range(2)]
    samples = b"".join(draw.choice(bars) for _ in range(math.ceil(seconds)))
    file.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as out:
        out.setparams((channels, 2, rate, 0, "NONE", ""))
        out.writeframes(samples[: 2 * channels * int(seconds * rate)])


def bar(draw: random.Random, rate: int, channels: int, kind: int) -> bytes:
    """One second: a note every quarter, a stroke every half."""
    steps = [2 * math.pi * 110 * (1 + kind) * 2 ** (draw.randrange(12) / 12) / rate for _ in range(4)]
    samples = array.array("h")
    for i in range(rate):
        phase = steps[4 * i // rate] * i
        stroke = math.exp(-(i % (rate // 2)) * (20 + 10 * kind) / rate) * draw.uniform(-1, 1)
        value = int(8000 * math.sin(phase) + 2000 * kind * math.sin(3 * phase) + 8000 * stroke)
        samples.extend([value] * channels)
    return samples.tobytes()


def artist_folds() -> dict[str, int]:
    """The fold of each track of GTZAN whose artist is known."""
    with open(ROOT / "data" / "lists" / "gtzan_artists.csv", encoding="utf-8") as lines:
        return {row["song"]: int(row["fold"]) for row in csv.DictReader(lines)}


def gtzan(folder: Path) -> Path:
    folds = artist_folds()
    for kind, genre in enumerate([*COMPLETE, SCARCE]):
        tracks = [[track for track in folds if track.startswith(f"{genre}.") and folds[track] == fold] for fold in FOLDS]
        for track in itertools.chain(*(of_fold[: 2 if genre in COMPLETE else 1] for of_fold in tracks)):
            sound(folder / "genres_original" / genre / f"{track}.wav", 30, 22_050, 1, kind)
    return folder


def cats_dogs(folder: Path) -> Path:
    """Names and lengths as in the original: both from a second to many."""
    for kind, label in enumerate(["cat", "dog"]):
        for number in range(1, 13):
            sound(folder / "train" / label / f"{label}_{number}.wav", 0.9 + number % 5, 16_000, 1, 2 * kind)
    return folder / "train"


def tracks(folder: Path) -> Path:
    titles = ["Night Train", "Blue Hour (var. 3)", "Öresund", "Rain & Shine", "Old Road 2", "Last Call"]
    for kind, genre in enumerate(["silent film", "tango"]):
        for title in titles:
            sound(folder / genre / f"{title} {kind}.wav", 20, 44_100, 2, 2 * kind)
    return folder


def short(folder: Path) -> Path:
    """The longest have one segment of 4.5 s, the others none."""
    for kind, label in enumerate(["robin", "wren"]):
        for number in range(10):
            sound(folder / label / f"{label} {number}.wav", (0.9, 2.5, 5)[number % 3], 44_100, 1, 2 * kind)
    return folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("recordings")
    return {
        "GTZAN": str(gtzan(folder / "gtzan")),
        "CATS_DOGS": str(cats_dogs(folder / "cats_dogs")),
        "TRACKS": str(tracks(folder / "tracks")),
    }


def texts(path: Path) -> str:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def assert_runs(path: Path, folders: dict[str, str], out: Path) -> None:
    environment = {**os.environ, **folders, "MAX_EPOCHS": "1", "DATASET_LIMIT": "100"}
    command = [sys.executable, "tools/notebook.py", "run", path, "--out", out]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stderr
    assert "SHORTENED RUN" in result.stdout


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_on_recordings(path, folders, tmp_path):
    assert_runs(path, folders, tmp_path)


def test_runs_on_short_recordings(tmp_path):
    path = ROOT / "notebooks" / "05-two-genres-mp3.ipynb"
    assert_runs(path, {"TRACKS": str(short(tmp_path / "birds"))}, tmp_path / "out")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_text_names_no_track_of_other_data(path):
    """Also as code: whoever tries an example has no such track."""
    missing = [name for name in SYNTHETIC + GTZAN if name not in COMPLETE]
    assert not re.findall(rf"\b(?:{'|'.join(missing)})[._]\d+", texts(path))
