"""Measures features, training, the demo and the start of the kernel; prints the times and writes them to build/bench/*.json."""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from jupyter_client.kernelspec import get_kernel_spec
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "bench"
PACKAGE = "io.github.jukelab.bench"
WIDTH = 68  # of the names that are printed


def kernel_spec() -> dict:
    return get_kernel_spec("java").to_dict()


def java(*arguments: str) -> list[str]:
    spec = kernel_spec()
    path = (ROOT / "target/test-classpath.txt").read_text(encoding="utf-8").strip()
    classes = [str(ROOT / "target/classes"), str(ROOT / "target/test-classes"), path]
    flags = spec["argv"][1 : spec["argv"].index("-cp")]
    flags = [flag for flag in flags if not flag.startswith(("-Xmx", "-XX:SharedArchiveFile"))]
    return [spec["argv"][0], "-Xmx2g", *flags, "-cp", os.pathsep.join(classes), *arguments]


def row(name: str, unit: str, values: list[float]) -> dict:
    found = {"name": name, "unit": unit, "minimum": min(values), "median": statistics.median(values), "n": len(values)}
    print(f"  {name:<{WIDTH}} {found['minimum']:9.2f} {found['median']:9.2f}  {unit}", flush=True)
    return found


def save(name: str, rows: list[dict]) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    temporary = OUT / f"{name}.json.part"
    temporary.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    temporary.replace(OUT / f"{name}.json")


def ratios(rows: list[dict], python: str, wav: Path) -> None:
    """librosa's time divided by ours, minimum over minimum, for the rows that both have."""
    command = [python, str(ROOT / "tools" / "bench_librosa.py"), str(wav), "--json"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    theirs = {row["name"]: row for row in map(json.loads, lines)}
    ours = {re.sub("[A-Z]", lambda capital: "_" + capital[0].lower(), row["name"]): row for row in rows}
    ours["table57_shared"] = ours["table57"]  # the row in librosa with one shared transform
    table = []
    for name in filter(ours.get, theirs):
        low, high = ours[name]["minimum"], theirs[name]["minimum"]
        print(f"  {name:<{WIDTH}} {low:9.2f} {high:9.2f}  ms, librosa / ours {high / low:5.1f}", flush=True)
        table.append({"name": name, "ours": low, "librosa": high, "ratio": high / low})
    save("ratios", table)


def features(wav: Path | None) -> list[dict]:
    raw = OUT / "jmh.json"
    OUT.mkdir(parents=True, exist_ok=True)
    clip = [f"-Dwav={wav.resolve()}"] if wav else []
    command = java(*clip, "org.openjdk.jmh.Main", "(Feature|Separation)Benchmark", "-rf", "json", "-rff", str(raw), "-v", "SILENT")
    subprocess.run(command, cwd=ROOT, check=True)
    measured = json.loads(raw.read_text(encoding="utf-8"))
    rows = []
    for result in measured:
        values = [value for fork in result["primaryMetric"]["rawData"] for value in fork]
        rows.append(row(result["benchmark"].rsplit(".", 1)[1], result["primaryMetric"]["scoreUnit"], values))
    save("features", rows)
    return rows


def measured_by(name: str, result: str) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, **kernel_spec()["env"]}
    subprocess.run(java(f"{PACKAGE}.{name}", str(OUT / result)), cwd=ROOT, check=True, env=environment)


def engines(python: str | None, rounds: int = 3, times: int = 6) -> None:
    """Steps and inference of the five-block network by each engine, and by PyTorch in turn with them, several times.

    With one thread, and with as many as the kernel has.
    """
    OUT.mkdir(parents=True, exist_ok=True)
    batches = ["32", "128"]
    raw = OUT / "engines-raw.json"
    commands = [java(f"{PACKAGE}.EngineBenchmark", str(raw), str(times), *batches)]
    if python:
        peer = [str(ROOT / "tools" / "bench_torch.py"), "--out", str(raw), "--times", str(times), "--batch", *batches]
        commands.append([python, *peer])
    usual = kernel_spec()["env"]
    rows = []
    for threads in sorted({1, int(usual["OMP_NUM_THREADS"])}):
        # MALLOC_ARENA_MAX as for libtorch in kernelspec.py
        environment = {**os.environ, **usual, "MALLOC_ARENA_MAX": "1", "OMP_NUM_THREADS": str(threads)}
        spent: dict[tuple[str, str, str], list[float]] = {}
        for _ in range(rounds):
            for command in commands:
                subprocess.run(command, cwd=ROOT, check=True, env=environment, stdout=subprocess.DEVNULL)
                for measured in json.loads(raw.read_text(encoding="utf-8")):
                    for kind in ("wall", "processor"):
                        spent.setdefault((measured["name"], kind, measured["engine"]), []).extend(measured[kind])
        for name, kind, engine in sorted(spent):
            rows.append(row(f"{name}, threads {threads}, {engine}, {kind}", "ms", spent[name, kind, engine]))
    raw.unlink()
    save("engines", rows)


def kernel(starts: int = 5) -> None:
    seconds = []
    for _ in range(starts):
        start = time.monotonic()
        manager, client = start_new_kernel(kernel_name="java", startup_timeout=120)
        client.execute_interactive("1 + 1", timeout=60, output_hook=lambda message: None)
        seconds.append(time.monotonic() - start)
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    save("kernel", [row("kernel start to first cell", "s", seconds)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wav", type=Path, help="clip for the features (default: a synthetic one of 30 s)")
    parser.add_argument("--librosa", metavar="PYTHON", help="a Python that has librosa, to compare with (needs --wav)")
    parser.add_argument("--torch", metavar="PYTHON", help="a Python that has PyTorch, to compare with")
    parser.add_argument("--only-features", action="store_true", help="measure neither training, demo nor kernel")
    parser.add_argument("--only-engines", action="store_true", help="measure only the engines that train networks")
    options = parser.parse_args()
    if options.librosa and not options.wav:
        parser.error("--librosa needs --wav: both must read the same clip")
    if options.wav and not options.wav.exists():
        sys.exit(f"jukelab: {options.wav} does not exist")
    print(f"  {'':<{WIDTH}} {'minimum':>9} {'median':>9}")
    if options.only_engines:
        engines(options.torch)
        return
    rows = features(options.wav)
    if options.librosa:
        ratios(rows, options.librosa, options.wav)
    if not options.only_features:
        measured_by("TrainingBenchmark", "training.json")
        engines(options.torch)
        measured_by("DemoBenchmark", "demo.json")
        kernel()
    print(f"  written to {OUT}")


if __name__ == "__main__":
    main()
