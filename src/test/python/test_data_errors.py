"""The messages of `make run GTZAN=folder` for a folder that is missing, empty, damaged or has a single genre."""

import array
import json
import math
import os
import subprocess
import sys
import wave
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
RATE = 22_050


def track(folder: Path, genre: str, number: int, overtone: float) -> Path:
    """Half a minute of a tone; each number is another pitch."""
    pitch = 200 + 20 * number
    tone = [math.sin(2 * math.pi * pitch * i / RATE) for i in range(RATE)]
    second = array.array("h", (int(9000 * (value + overtone * math.copysign(1, value))) for value in tone))
    file = folder / "genres_original" / genre / f"{genre}.{number:05d}.wav"
    file.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as out:
        out.setparams((1, 2, RATE, 0, "NONE", ""))
        out.writeframes(30 * second.tobytes())
    return file


def run(folder: Path, out: Path) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if name != "DATASET_LIMIT"}
    environment |= {"GTZAN": str(folder), "MAX_EPOCHS": "1"}
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "notebook.py", "run", "notebooks/00-quick-tour.ipynb", "--out", out],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def message(result: subprocess.CompletedProcess) -> str:
    """The first line of the error; the cell and the stack trace follow after an empty line."""
    assert result.returncode == 1
    first, empty, *details = result.stderr.splitlines()
    assert empty == "" and any("\tat io.github.jukelab." in line for line in details)
    assert not any("org.dflib.jjava" in line for line in details)
    assert "\x1b" not in result.stderr
    return first


def test_missing_folder(tmp_path):
    folder = tmp_path / "missing"
    assert message(run(folder, tmp_path / "out")) == f"jukelab: a cell failed: {folder}: no such folder"


def test_empty_folder(tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    error = message(run(folder, tmp_path / "out"))
    assert error.startswith(f"jukelab: a cell failed: {folder}: holds no track of GTZAN; expected genres_original/")


def test_broken_file_is_reported_and_skipped(tmp_path):
    for number in range(6):
        track(tmp_path, "blues", number, overtone=0)
        track(tmp_path, "rock", number, overtone=1)
    (tmp_path / "genres_original" / "blues" / "blues.00000.wav").write_text("not a sound file")
    result = run(tmp_path, tmp_path / "out")
    assert (result.returncode, result.stderr) == (0, "")
    assert "skipped: blues/blues.00000.wav (" in result.stdout
    card = tmp_path / "out" / "cards" / "00-quick-tour" / "00-quick-tour.json"
    card = json.loads(card.read_text(encoding="utf-8"))
    assert card["data"]["songs"] == 11
    assert card["shortened"]


def test_one_genre(tmp_path):
    for number in range(5):
        track(tmp_path, "blues", number, overtone=0)
    error = message(run(tmp_path, tmp_path / "out"))
    assert "training needs tracks of at least two labels, got only blues" in error
