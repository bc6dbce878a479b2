"""The files of `jukelab export`: as the standard wants them, and equal to `jukelab predict` in docs/export.md's program."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
STORED = ROOT / "src" / "test" / "resources" / "stored"
CLIP = ROOT / "src" / "test" / "resources" / "fixtures" / "librosa" / "music_a.wav"
PAGE = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
EMBEDDING = ROOT / "data" / "embeddings" / "musicnn-msd.onnx"
PACKAGES = ("onnx", "onnxruntime", "soundfile", "numpy")

pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in PACKAGES), reason="onnx or onnxruntime is not installed: make fixtures"
)

NETWORKS = ["mel-windows_repaired", "two-genres_as-printed", "small-windows_repaired"]
OTHERS = ["cats-and-dogs_as-printed", "cats-and-dogs-mfcc_repaired", "spectrogram-pictures_repaired", "feature-table_repaired"]
CLASSICAL = ["svm", "logistic", "knn"]


def jukelab(*arguments) -> str:
    done = subprocess.run([ROOT / "jukelab", *arguments], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def recordings(tmp_path_factory) -> Path:
    """Two labels of six sounds: low and high tones in noise."""
    import numpy
    import soundfile

    folder = tmp_path_factory.mktemp("recordings")
    random = numpy.random.default_rng(1)
    for label, hertz in (("low", 300), ("high", 3000)):
        (folder / label).mkdir()
        for i in range(6):
            time = numpy.arange(40000) / 22050
            sound = 0.3 * numpy.sin(2 * numpy.pi * (hertz + 50 * i) * time) + 0.1 * i * random.standard_normal(len(time))
            soundfile.write(folder / label / f"{label}{i}.wav", sound / (1 + abs(sound).max()), 22050)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory, recordings):
    """The file of a model by its name, and the ONNX file that is made of it."""
    folder = tmp_path_factory.mktemp("models")
    made = {}

    def make(name: str) -> tuple[Path, Path]:
        if name not in made:
            file = STORED / "models" / f"{name}.zip"
            if name in CLASSICAL:
                file = folder / f"{name}.zip"
                jukelab("train", name, "--data", recordings, "--split", "track", "--out", file)
            onnx = folder / f"{name}.onnx"
            jukelab("export", file, "--onnx", onnx)
            made[name] = (file, onnx)
        return made[name]

    return make


@pytest.mark.parametrize("name", NETWORKS + OTHERS + CLASSICAL)
def test_files_are_as_the_standard_wants_them(name, model):
    import onnx

    loaded = onnx.load(model(name)[1])
    onnx.checker.check_model(loaded, full_check=True)
    onnx.shape_inference.infer_shapes(loaded, check_type=True, strict_mode=True, data_prop=True)
    assert [(entry.domain, entry.version) for entry in loaded.opset_import] == [("", 18)]
    assert {value.name for value in loaded.graph.output} == {"probabilities", "segments"}
    assert loaded.producer_name == "jukelab"
    labels = json.loads({entry.key: entry.value for entry in loaded.metadata_props}["labels"])
    assert loaded.graph.output[0].type.tensor_type.shape.dim[0].dim_value == len(labels)


@pytest.mark.parametrize("name", NETWORKS + CLASSICAL)
def test_the_program_of_the_page_predicts_the_same(name, model, recordings, tmp_path):
    program = tmp_path / "predict.py"
    program.write_text(re.search(r"```python\n(.*?)```", PAGE, re.S)[1], encoding="utf-8")
    file, onnx = model(name)
    clip = recordings / "low" / "low3.wav" if name in CLASSICAL else CLIP
    done = subprocess.run([sys.executable, program, onnx, clip], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    printed = {label: float(value) for label, value in (line.split() for line in done.stdout.splitlines())}
    predicted = json.loads(jukelab("predict", file, clip, "--format", "json", "--top", "2"))
    expected = predicted["files"][0]["probabilities"]
    assert printed == pytest.approx(expected, abs=1e-3 if name in CLASSICAL else 1e-5)


def test_another_rate_is_refused(model, tmp_path):
    import soundfile

    program = tmp_path / "predict.py"
    program.write_text(re.search(r"```python\n(.*?)```", PAGE, re.S)[1], encoding="utf-8")
    soundfile.write(tmp_path / "slow.wav", [0.0] * 1000, 8000)
    done = subprocess.run(
        [sys.executable, program, model("small-windows_repaired")[1], tmp_path / "slow.wav"], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr == "resample the sound from 8000 to 22050 Hz\n"


@pytest.mark.skipif(not EMBEDDING.exists(), reason="no embedding: make embeddings")
def test_the_embedding_is_as_the_standard_wants_it():
    import numpy
    import onnx
    import onnxruntime

    loaded = onnx.load(EMBEDDING)
    onnx.checker.check_model(loaded, full_check=True)
    onnx.shape_inference.infer_shapes(loaded, check_type=True, strict_mode=True, data_prop=True)
    notes = {entry.key: entry.value for entry in loaded.metadata_props}
    assert "Permission to use, copy, modify, and/or distribute" in notes["licence"]
    assert len(notes["tags"].splitlines()) == 50
    session = onnxruntime.InferenceSession(EMBEDDING, providers=["CPUExecutionProvider"])
    embedding, tags = session.run(["embedding", "tags"], {"patches": numpy.zeros((2, 187, 96), numpy.float32)})
    assert embedding.shape == (2, 200) and tags.shape == (2, 50)
