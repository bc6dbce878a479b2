"""The tools around librosa: what they say without it, and, where it is there, what they make."""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
TOOLS = ROOT / "tools"
KEPT = ROOT / "src" / "test" / "resources" / "fixtures" / "librosa"
LIBROSA = importlib.util.find_spec("librosa") is not None

with_librosa = pytest.mark.skipif(not LIBROSA, reason="librosa is not installed")
without_librosa = pytest.mark.skipif(LIBROSA, reason="librosa is installed")


def run(tool: str, *arguments) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, TOOLS / tool, *arguments], capture_output=True, text=True, timeout=300)


def make_fixtures():
    spec = importlib.util.spec_from_file_location("make_fixtures", TOOLS / "make-fixtures.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pins_are_the_versions_that_made_what_is_kept():
    manifest = json.loads((KEPT / "manifest.json").read_text(encoding="utf-8"))
    assert make_fixtures().pins() == manifest["versions"]


def test_a_missing_package_and_another_version_are_named():
    with pytest.raises(SystemExit) as ended:
        make_fixtures().require({"pytest": "0.1", "not-there": "2.0"})
    first, second, last = str(ended.value).splitlines()
    assert re.fullmatch(r"jukelab: pytest 0.1 is needed, found [\d.]+", first)
    assert second == "jukelab: not-there 2.0 is needed, found none"
    assert "pip install -r tools/fixtures-requirements.txt" in last
    make_fixtures().require({"pytest": pytest.__version__})


def test_help_needs_no_librosa():
    result = run("make-fixtures.py", "--help")
    assert result.returncode == 0
    assert "--out" in result.stdout and "--check" in result.stdout


@pytest.mark.parametrize("arguments", [[], ["--check", "--out", "build"]])
def test_either_written_or_checked(arguments):
    result = run("make-fixtures.py", *arguments)
    assert result.returncode == 2
    assert "--check" in result.stderr


def test_a_folder_without_fixtures(tmp_path):
    result = run("make-fixtures.py", "--check", "--fixtures", tmp_path)
    assert result.returncode == 1
    assert result.stderr == f"jukelab: {tmp_path} has no fixtures: manifest.json is missing\n"


@without_librosa
@pytest.mark.parametrize("command", [["make-fixtures.py", "--check"], ["bench_librosa.py", "clip.wav"]])
def test_without_librosa(command):
    result = run(*command)
    assert result.returncode == 1
    assert re.match(r"jukelab: (librosa|numpy) .*(is needed|is missing)", result.stderr)
    assert "pip install -r tools/fixtures-requirements.txt" in result.stderr


def test_rows_are_joined_by_name():
    theirs = set(re.findall(r'^    "(\w+)": ', (TOOLS / "bench_librosa.py").read_text(encoding="utf-8"), re.MULTILINE))
    java = ROOT / "src/test/java/io/github/jukelab/bench/FeatureBenchmark.java"
    methods = re.findall(r"@Benchmark\s+public \S+ (\w+)\(", java.read_text(encoding="utf-8"))
    ours = {re.sub("[A-Z]", lambda capital: "_" + capital[0].lower(), method) for method in methods}
    assert theirs - ours == {"table57_shared", "onset_strength_beat_track"}


@with_librosa
def test_what_is_kept_is_what_librosa_makes():
    result = run("make-fixtures.py", "--check")
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1].endswith("arrays are as librosa computes them")


@with_librosa
def test_what_differs_fails(tmp_path):
    np = pytest.importorskip("numpy")
    manifest = json.loads((KEPT / "manifest.json").read_text(encoding="utf-8"))
    manifest["clips"]["noise"]["features"]["rms"]["params"] = "others"
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    shutil.copy(KEPT / "noise.wav", tmp_path)
    (tmp_path / "noise").mkdir()
    for name, change in {"rms": 0, "tuning": 1, "spectral_centroid": 0}.items():
        np.save(tmp_path / "noise" / f"{name}.npy", np.load(KEPT / "noise" / f"{name}.npy") + change)
    np.save(tmp_path / "noise" / "zero_crossing_rate.npy", np.zeros(3))
    np.save(tmp_path / "noise" / "loudness.npy", np.zeros(3))
    result = run("make-fixtures.py", "--check", "--fixtures", tmp_path)
    assert result.returncode == 1
    tuning, shape, entry, unknown = result.stderr.splitlines()
    assert tuning == "jukelab: noise/tuning.npy: differs by 1, beyond exact (grid 0.01); 1 bin may tie"
    assert shape == "jukelab: noise/zero_crossing_rate.npy: is float64(3,), should be float64(1, 87)"
    assert entry.startswith("jukelab: noise/rms.npy: the entry of the manifest should be {")
    assert unknown == "jukelab: noise/loudness.npy: stored, but not in fixture_table.py"


@with_librosa
def test_what_is_written_can_be_checked(tmp_path):
    (tmp_path / "manifest.json").write_text((KEPT / "manifest.json").read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copy(KEPT / "noise.wav", tmp_path)
    out = tmp_path / "out"
    written = run("make-fixtures.py", "--fixtures", tmp_path, "--out", out, "--all")
    assert written.returncode == 0, written.stderr
    assert run("make-fixtures.py", "--check", "--fixtures", out).returncode == 0
    assert (out / "noise.wav").read_bytes() == (KEPT / "noise.wav").read_bytes()
    assert {file.name for file in (KEPT / "noise").iterdir()} <= {file.name for file in (out / "noise").iterdir()}


@with_librosa
def test_rows_of_the_benchmark():
    result = run("bench_librosa.py", KEPT / "noise.wav", "--repeat", "2", "--json", "--rows", "stft", "table57")
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["name"], first["unit"], first["n"]) == ("stft", "ms", 2)
    assert 0 < first["minimum"] <= first["median"]
    assert second["name"] == "table57"
    assert run("bench_librosa.py", "gone.wav").stderr == "jukelab: gone.wav does not exist\n"
    assert run("bench_librosa.py", KEPT / "noise.wav", "--repeat", "0").returncode == 1


@with_librosa
def test_both_scripts_of_the_row_give_the_same(monkeypatch):
    np = pytest.importorskip("numpy")
    monkeypatch.syspath_prepend(str(TOOLS))
    import bench_librosa
    from fixture_table import NAMES57

    clip = bench_librosa.Clip(KEPT / "music_a.wav")
    usual, shared = bench_librosa.table57(clip), bench_librosa.table57_shared(clip)
    assert len(usual) == len(NAMES57) == 57
    np.testing.assert_allclose(usual, shared, rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(usual, np.load(KEPT / "music_a" / "table57_f64.npy"), rtol=1e-3, atol=1e-5)
