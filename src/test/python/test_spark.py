"""The tables of a cluster are those of one machine, whatever is killed: `make cluster-test`. Sockets are on loopback only."""

import csv
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
AUDIO = ROOT / "src" / "test" / "resources" / "audio"
SOURCES = ROOT / "src" / "test" / "spark"
SECONDS = 480
FILES = 82  # 80 synthetic animals, an MP3 and a FLAC
NOISE = bytes((i * i * 7 + i) % 251 for i in range(5000))
ENDLESS = 4 << 30  # bytes: whoever copies it faster than the limit still has 27 hours of sound to read
LISTEN = "0A"

pytestmark = pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="pyspark is not installed: make cluster-test")


def jar() -> Path:
    """Of the build of the profile."""
    return next((ROOT / "target" / "spark").glob("jukelab-*-spark.jar"))


def onnxruntime() -> Path:
    """The library of the build of the profile, which is not in its jar."""
    return next((ROOT / "target" / "spark" / "lib").glob("onnxruntime-*.jar"))


def jukelab(*arguments) -> None:
    subprocess.run([ROOT / "jukelab", *arguments], check=True, timeout=SECONDS)


def java(program: str) -> str:
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", program)) if home else program


def environment() -> dict[str, str]:
    home = importlib.util.find_spec("pyspark").submodule_search_locations[0]
    options = {"SPARK_HOME": home, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_MASTER_OPTS": "-Dspark.master.rest.enabled=false"}
    return {**os.environ, **options}


def start(log: Path, *command) -> subprocess.Popen:
    """In a process group of its own, with what it prints in a file."""
    with log.open("w") as out:
        return subprocess.Popen(
            [str(part) for part in command], env=environment(), stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )


def kill(process: subprocess.Popen) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def wait(log: Path, pattern: str, process: subprocess.Popen) -> str:
    """Until a line of the log has the pattern; its first group."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        found = re.search(pattern, log.read_text(errors="replace"))
        if found:
            return found.group(1)
        assert process.poll() is None, log.read_text(errors="replace")
        time.sleep(0.05)
    raise AssertionError(f"{pattern} is not in {log.read_text(errors='replace')}")


class Submit:
    """How the program is submitted: options of Spark, and the folder of the logs."""

    def __init__(self, work: Path, *options) -> None:
        self.work = work
        self.options = options
        self.runs = 0

    def start(self, *arguments) -> subprocess.Popen:
        self.runs += 1
        self.log = self.work / f"submit-{self.runs}.log"
        settings = [
            "spark.hadoop.fs.trap.impl=TrapFileSystem",
            f"spark.driver.extraClassPath={self.work / 'trap'}",
            f"spark.executor.extraClassPath={self.work / 'trap'}",
            "spark.log.level=WARN",
            "spark.ui.enabled=false",
            "spark.sql.shuffle.partitions=2",
            "spark.executor.memory=700m",
            "spark.executor.cores=1",
            "spark.task.maxFailures=2",
            "spark.driver.host=127.0.0.1",
        ]
        confs = [part for setting in settings for part in ("--conf", setting)]
        spark = Path(environment()["SPARK_HOME"]) / "bin" / "spark-submit"
        return start(self.log, spark, "--driver-memory", "700m", *self.options, *confs, jar(), *arguments)

    def run(self, *arguments) -> tuple[int, str]:
        """Exit code, and the lines that are ours."""
        process = self.start(*arguments)
        try:
            code = process.wait(SECONDS)
        finally:
            kill(process)
        text = self.log.read_text(errors="replace")
        lines = [line for line in text.splitlines() if " INFO " not in line and " WARN " not in line]
        return code, "\n".join(lines)


@pytest.fixture(scope="module")
def work(tmp_path_factory) -> Path:
    """A folder with the synthetic animals, an MP3 and a FLAC; with one machine's table of them; and the file system of traps."""
    work = tmp_path_factory.mktemp("spark")
    libraries = f"{ROOT / 'target' / 'classes'}:{ROOT / 'target' / 'lib'}/*"
    render = [java("java"), "-cp", libraries, SOURCES / "RenderAnimals.java", work / "rendered"]
    subprocess.run(render, check=True, timeout=SECONDS)
    for label in ("cat", "dog"):
        shutil.copytree(work / "rendered" / label, work / "set" / label)
    for name in ("clip.mp3", "tone.flac"):
        shutil.copy(AUDIO / name, work / "set" / "dog" / name)
    jukelab("table", work / "set", "--out", work / "one.csv")
    hadoop = next((Path(environment()["SPARK_HOME"]) / "jars").glob("hadoop-client-api-*.jar"))
    trap = SOURCES / "TrapFileSystem.java"
    subprocess.run([java("javac"), "-nowarn", "-cp", hadoop, "-d", work / "trap", trap], check=True, timeout=SECONDS)
    return work


def endless(file: Path) -> None:
    """A wav whose header does not tell its length, with zeros that take no room on this disk."""
    file.write_bytes(bytes.fromhex("52494646 ffffffff 57415645 666d7420 10000000 01000100 22560000 44ac0000 02001000 64617461 ffffffff"))
    os.truncate(file, ENDLESS)


def table(out: Path) -> bytes:
    return next(out.glob("features-*/table.csv")).read_bytes()


def test_a_bad_file_costs_a_row(work):
    submit = Submit(work, "--master", "local[2,2]")
    bad = work / "bad"
    bad.mkdir()
    (bad / "empty.wav").touch()
    (bad / "random.mp3").write_bytes(NOISE)
    endless(bad / "endless.wav")
    (bad / "cut.wav").write_bytes((work / "set" / "cat" / "cat.00000.wav").read_bytes()[:30])
    files = sorted(work.glob("set/*/*")) + sorted(bad.iterdir()) + [bad / "missing.wav"]
    with (work / "manifest.csv").open("w", newline="") as file:
        manifest = csv.writer(file)
        manifest.writerow(["path", "bytes", "label", "filename"])
        for path in files:
            size = path.stat().st_size if path.exists() else 1
            manifest.writerow([path.relative_to(work), size, path.parent.name, path.relative_to(path.parent.parent)])
    out = work / "local"
    arguments = ["--manifest", work / "manifest.csv", "--out", out, "--time-limit", "10s"]

    code, text = submit.run(*arguments)
    assert code == 1, text
    assert f"more than 1% of {FILES + 5} files are bad" in text
    assert not list(out.glob("features-*/table.csv"))

    code, text = submit.run(*arguments, "--fail-above", "50%")
    assert code == 0, text
    assert f"{FILES} rows; files: {FILES} used, 5 bad (5.7 %)" in text
    reasons = {"empty.wav": "EMPTY", "random.mp3": "NOT_AUDIO", "cut.wav": "TRUNCATED", "missing.wav": "MISSING"}
    reasons["endless.wav"] = "TIME_LIMIT"
    for name, problem in reasons.items():
        assert re.search(rf"bad: \S+/bad/{name}: .* \({problem}\)", text), text
    assert table(out) == (work / "one.csv").read_bytes()

    (bad / "endless.wav").unlink()
    shutil.copy(work / "set" / "cat" / "cat.00001.wav", bad / "missing.wav")
    code, text = submit.run(*arguments, "--fail-above", "50%", "--retry-bad")
    assert code == 0, text
    assert "jukelab: 5 of 5 files, 4 bad" in text
    assert f"{FILES + 1} rows; files: {FILES + 1} used, 4 bad (4.6 %)" in text


def session():
    """Spark in this process."""
    from pyspark.sql import SparkSession

    os.environ.update(environment())
    settings = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.sql.shuffle.partitions": "1"}
    return SparkSession.builder.master("local[1]").config(map=settings).getOrCreate()


def test_the_parquet_table_is_what_the_document_says(work):
    with session() as spark:
        rows = spark.read.parquet(str(next((work / "local").glob("features-*/table"))))
        document = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
        columns = re.findall(r"^\| `(\w+)` \| (\w+) \|", document, re.MULTILINE)
        assert [(name, kind) for name, kind in rows.dtypes[:15]] == [
            (name, "array<string>" if kind == "strings" else kind) for name, kind in columns[:15]
        ]
        assert rows.dtypes[-1] == columns[-1]
        assert len(rows.columns) == 15 + 57 + 1
        first = rows.filter("status = 'ok'").orderBy("path").first()
        assert first["settings"] == next((work / "local").glob("features-*")).name.removeprefix("features-")
        assert re.fullmatch("[0-9a-f]{64}", first["checksum"])
        assert first["duration"] == first["length"] / 22_050


@pytest.mark.parametrize("option", [("--features", "table"), ("--preset", "librosa"), ("--rate", "22050")])
def test_options_of_features_are_not_for_a_model(option):
    path = f"{jar()}:{environment()['SPARK_HOME']}/jars/*"
    command = [java("java"), "-cp", path, "io.github.jukelab.spark.SparkTable", "set", "--out", "out", "--model", "a.onnx", *option]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{option[0]} is for features")


class Cluster:
    """A master and two workers, which have addresses of their own: Spark repeats slow tasks on other hosts only."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.processes = []
        self.program = Path(environment()["SPARK_HOME"]) / "bin" / "spark-class"
        log = work / "master.log"
        deploy = "org.apache.spark.deploy"
        master = self.add(log, f"{deploy}.master.Master", "--host", "127.0.0.1", "--port", 0, "--webui-port", 0)
        self.master = wait(log, r"Starting Spark master at (spark://\S+)", master)
        self.workers = [self.worker(host) for host in ("127.0.0.1", "127.0.0.2")]

    def add(self, log: Path, *command) -> subprocess.Popen:
        process = start(log, self.program, *command)
        self.processes.append(process)
        return process

    def worker(self, host: str) -> subprocess.Popen:
        log = self.work / f"worker-{len(self.processes)}.log"
        folder = log.with_suffix("")
        name = "org.apache.spark.deploy.worker.Worker"
        options = ("--host", host, "--webui-port", 0, "--cores", 1, "--memory", "1g", "--work-dir", folder)
        worker = self.add(log, name, *options, self.master)
        wait(log, r"(Successfully registered with master)", worker)
        return worker

    def pids(self) -> list[int]:
        """Of all processes, with their children."""
        groups = {process.pid for process in self.processes}
        return [int(folder.name) for folder in Path("/proc").glob("[0-9]*") if group(folder) in groups]

    def stop(self) -> None:
        for process in self.processes:
            kill(process)


def group(folder: Path) -> int:
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[2])
    except OSError:
        return 0


def listening(pids: list[int]) -> list[tuple[str, int]]:
    """Addresses, in the kernel's notation, and ports on which processes listen."""
    sockets = {}
    for name in ("tcp", "tcp6"):
        for line in Path("/proc/net", name).read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == LISTEN:
                address, port = fields[1].split(":")
                sockets[f"socket:[{fields[9]}]"] = (address, int(port, 16))
    links = [link for pid in pids for link in Path(f"/proc/{pid}/fd").glob("*")]
    return [sockets[target] for target in map(target_of, links) if target in sockets]


def target_of(link: Path) -> str:
    try:
        return os.readlink(link)
    except OSError:
        return ""


def is_loopback(address: str) -> bool:
    """127.x.y.z, also within IPv6, or ::1."""
    return re.fullmatch(".{6}7F|0{16}FFFF0000.{6}7F|0{24}01000000", address) is not None


@pytest.fixture(scope="module")
def cluster(work):
    cluster = Cluster(work)
    yield cluster
    cluster.stop()


@pytest.fixture
def submit(work, cluster) -> Submit:
    folder = work / f"cluster-{time.monotonic_ns()}"
    folder.mkdir()
    (folder / "trap").symlink_to(work / "trap")
    return Submit(folder, "--master", cluster.master)


def test_a_model_predicts_as_on_one_machine(work, submit):
    """One label is called like a column, the other one has characters that mean something to Spark."""
    sounds, model, onnx = work / "sounds", work / "model.zip", work / "model.onnx"
    shutil.copytree(work / "set" / "cat", sounds / "Status")
    shutil.copytree(work / "set" / "dog", sounds / "dog, e.g.")
    jukelab("train", "logistic", "--data", sounds, "--split", "track", "--out", model)
    jukelab("export", model, "--onnx", onnx)
    jukelab("predict", model, sounds, "--format", "json", "--out", work / "predictions.json")
    (sounds / "Status" / "random.mp3").write_bytes(NOISE)
    arguments = [sounds, "--model", onnx, "--out", work / "predicted", "--fail-above", "50%"]

    code, text = submit.run(*arguments)
    assert code == 1
    version = onnxruntime().stem.removeprefix("onnxruntime-")
    assert f"--packages com.microsoft.onnxruntime:onnxruntime:{version} " in text
    assert not (work / "predicted").exists()

    submit.options += ("--jars", onnxruntime())
    code, text = submit.run(*arguments)
    assert code == 0, text
    assert f"{FILES} rows; files: {FILES} used, 1 bad (1.2 %)" in text
    assert re.search(r"bad: \S+/Status/random.mp3: .* \(NOT_AUDIO\)", text), text
    with next((work / "predicted").glob("predictions-*/table.csv")).open(newline="") as file:
        rows = {row["filename"]: row for row in csv.DictReader(file)}
    expected = json.loads((work / "predictions.json").read_text())["files"]
    assert len(expected) == len(rows) == FILES
    for sound in expected:
        row = rows[sound["file"]]
        assert row["predicted"] == sound["label"]
        predicted = {"Status": float(row["label Status"]), "dog, e.g.": float(row["dog, e.g."])}
        assert predicted == pytest.approx(sound["probabilities"], abs=1e-5)

    with session() as spark:
        table = spark.read.parquet(str(next((work / "predicted").glob("predictions-*/table"))))
        last = [("predicted", "string"), ("label Status", "double"), ("dog, e.g.", "double"), ("status", "string")]
        assert table.dtypes[15:] == last
        bad = table.filter("status = 'bad'").collect()
        assert [(row["problem"], row["predicted"], row["label Status"]) for row in bad] == [("NOT_AUDIO", None, None)]


def test_a_killed_worker_and_a_killed_driver_change_nothing(work, cluster, submit):
    arguments = [work / "set", "--out", work / "killed", "--task-mb", 1, "--batch-tasks", 2]

    driver = submit.start(*arguments)
    wait(submit.log, rf"jukelab: (\d+) of {FILES} files", driver)
    cluster.processes.append(driver)
    sockets = listening(cluster.pids())
    kill(driver)
    assert len(sockets) >= 5, "master, workers, executors and driver"
    assert all(is_loopback(address) for address, port in sockets), sockets
    assert 6066 not in [port for address, port in sockets], "REST submission"

    driver = submit.start(*arguments)
    first = wait(submit.log, r"jukelab: \d+ of (\d+) files", driver)
    assert 0 < int(first) < FILES, "goes on where the first run was killed"
    kill(cluster.workers[1])
    assert driver.wait(SECONDS) == 0, submit.log.read_text()
    assert f"{FILES} rows; files: {FILES} used, 0 bad" in submit.log.read_text()
    assert table(work / "killed") == (work / "one.csv").read_bytes()


def test_a_file_that_ends_its_jvm_or_hangs_costs_a_row(work, cluster, submit):
    cluster.workers.append(cluster.worker("127.0.0.2"))
    folder = work / "traps" / "cat"
    folder.mkdir(parents=True)
    for i in range(5):
        shutil.copy(work / "set" / "cat" / f"cat.0000{i}.wav", folder)
    for name in ("kills.wav", "hangs.wav"):
        shutil.copy(work / "set" / "cat" / "cat.00005.wav", folder / name)

    arguments = [f"trap:{work / 'traps'}", "--out", work / "trapped", "--time-limit", "10s", "--fail-above", "50%"]
    code, text = submit.run(*arguments)
    assert code == 0, text
    assert "5 rows; files: 5 used, 2 bad (28.6 %)" in text
    assert re.search(r"hangs.wav: took longer than 10 s \(TIME_LIMIT\)", text), text
    assert re.search(r"kills.wav: ended the program that read it: ExecutorLostFailure.* 139 \(EXECUTOR_LOST\)", text), text
    rows = (work / "one.csv").read_text().splitlines()
    assert table(work / "trapped").decode().splitlines() == rows[:6]
