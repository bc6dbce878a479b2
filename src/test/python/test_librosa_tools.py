"""The tools that use librosa: their messages without it and, if it is installed, their results."""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from loading import load

ROOT = Path(__file__).resolve().parents[3]
TOOLS = ROOT / "tools"
FIXTURES = ROOT / "src" / "test" / "resources" / "fixtures" / "librosa"
LIBROSA = importlib.util.find_spec("librosa") is not None

with_librosa = pytest.mark.skipif(not LIBROSA, reason="librosa is not installed")
without_librosa = pytest.mark.skipif(LIBROSA, reason="librosa is installed")


def run(tool: str, *arguments) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, TOOLS / tool, *arguments], capture_output=True, text=True, timeout=300)


def make_fixtures():
    return load("make-fixtures")


def test_the_pinned_versions_made_the_stored_fixtures():
    manifest = json.loads((FIXTURES / "manifest.json").read_text(encoding="utf-8"))
    assert make_fixtures().pins() == manifest["versions"]


def test_missing_packages_and_other_versions_are_reported():
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
def test_needs_either_out_or_check(arguments):
    result = run("make-fixtures.py", *arguments)
    assert result.returncode == 2
    assert "--check" in result.stderr


def test_a_folder_without_fixtures(tmp_path):
    result = run("make-fixtures.py", "--check", "--fixtures", tmp_path)
    assert result.returncode == 1
    assert result.stderr == f"jukelab: {tmp_path} has no fixtures: manifest.json is missing\n"


@without_librosa
@pytest.mark.parametrize("command", [["make-fixtures.py", "--check"], ["parameter_draws.py", "--check"], ["bench_librosa.py", "clip.wav"]])
def test_without_librosa(command):
    result = run(*command)
    assert result.returncode == 1
    assert re.match(r"jukelab: (librosa|numpy) .*(is needed|is missing)", result.stderr)
    assert "pip install -r tools/fixtures-requirements.txt" in result.stderr


def test_rows_are_joined_by_name():
    rows = set(re.findall(r'^    "(\w+)": ', (TOOLS / "bench_librosa.py").read_text(encoding="utf-8"), re.MULTILINE))
    java = ROOT / "src/test/java/io/github/jukelab/bench/FeatureBenchmark.java"
    methods = re.findall(r"@Benchmark\s+public \S+ (\w+)\(", java.read_text(encoding="utf-8"))
    benchmarks = {re.sub("[A-Z]", lambda capital: "_" + capital[0].lower(), method) for method in methods}
    assert rows - benchmarks == {"table57_shared", "onset_strength_beat_track"}


@with_librosa
def test_stored_fixtures_are_what_librosa_computes():
    result = run("make-fixtures.py", "--check")
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1].endswith("arrays are as librosa computes them")


@with_librosa
def test_differences_are_reported_and_fail(tmp_path):
    np = pytest.importorskip("numpy")
    manifest = json.loads((FIXTURES / "manifest.json").read_text(encoding="utf-8"))
    manifest["clips"]["noise"]["features"]["rms"]["params"] = "others"
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    shutil.copy(FIXTURES / "noise.wav", tmp_path)
    (tmp_path / "noise").mkdir()
    for name, change in {"rms": 0, "tuning": 1, "spectral_centroid": 0}.items():
        np.save(tmp_path / "noise" / f"{name}.npy", np.load(FIXTURES / "noise" / f"{name}.npy") + change)
    np.save(tmp_path / "noise" / "zero_crossing_rate.npy", np.zeros(3))
    np.save(tmp_path / "noise" / "loudness.npy", np.zeros(3))
    result = run("make-fixtures.py", "--check", "--fixtures", tmp_path)
    assert result.returncode == 1
    tuning, shape, entry, unknown = result.stderr.splitlines()
    assert tuning == "jukelab: noise/tuning.npy: differs by 1, beyond absolute 0"
    assert shape == "jukelab: noise/zero_crossing_rate.npy: is float64(3,), should be float64(1, 87)"
    assert entry.startswith("jukelab: noise/rms.npy: the entry of the manifest should be {")
    assert unknown == "jukelab: noise/loudness.npy: stored, but not in fixture_table.py"


@with_librosa
def test_written_fixtures_pass_the_check(tmp_path):
    (tmp_path / "manifest.json").write_text((FIXTURES / "manifest.json").read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copy(FIXTURES / "noise.wav", tmp_path)
    out = tmp_path / "out"
    written = run("make-fixtures.py", "--fixtures", tmp_path, "--out", out, "--all")
    assert written.returncode == 0, written.stderr
    assert run("make-fixtures.py", "--check", "--fixtures", out).returncode == 0
    assert (out / "noise.wav").read_bytes() == (FIXTURES / "noise.wav").read_bytes()
    assert {file.name for file in (FIXTURES / "noise").iterdir()} <= {file.name for file in (out / "noise").iterdir()}


@with_librosa
def test_random_settings_are_those_of_their_seed(tmp_path):
    for folder, seed in (("a", 3), ("b", 3), ("c", 4)):
        made = run("parameter_draws.py", "--out", tmp_path / folder, "--draws", "5", "--seed", str(seed))
        assert made.returncode == 0, made.stderr
    a, b, c = ((tmp_path / folder / "draws.json").read_text(encoding="utf-8") for folder in "abc")
    assert a == b != c
    assert len(json.loads(a)) == 5


@with_librosa
def test_stored_settings_of_parameters_are_what_librosa_computes():
    result = run("parameter_draws.py", "--check")
    assert result.returncode == 0, result.stderr


@with_librosa
def test_rows_of_the_benchmark():
    result = run("bench_librosa.py", FIXTURES / "noise.wav", "--repeat", "2", "--json", "--rows", "stft", "table57")
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["name"], first["unit"], first["n"]) == ("stft", "ms", 2)
    assert 0 < first["minimum"] <= first["median"]
    assert second["name"] == "table57"
    assert run("bench_librosa.py", "missing.wav").stderr == "jukelab: missing.wav does not exist\n"
    assert run("bench_librosa.py", FIXTURES / "noise.wav", "--repeat", "0").returncode == 1


@with_librosa
def test_both_scripts_compute_the_same_row(monkeypatch):
    np = pytest.importorskip("numpy")
    monkeypatch.syspath_prepend(str(TOOLS))
    import bench_librosa
    from fixture_table import NAMES57

    clip = bench_librosa.Clip(FIXTURES / "music_a.wav")
    usual, shared = bench_librosa.table57(clip), bench_librosa.table57_shared(clip)
    assert len(usual) == len(NAMES57) == 57
    np.testing.assert_allclose(usual, shared, rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(usual, np.load(FIXTURES / "music_a" / "table57_f64.npy"), rtol=1e-3, atol=1e-5)
