"""Kills, full disks, two at once, hostile files: `make torture`. Prints a line per case and fails if one is not as promised."""

import argparse
import hashlib
import io
import json
import math
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import wave
import zipfile
from array import array
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JUKELAB = ROOT / "jukelab"
CHECKPOINTS = ROOT / "build" / "checkpoints"
RATE = 22_050
GENRES = ("blues", "jazz", "metal", "rock")


class Failure(Exception):
    """A promise that was not kept."""


def require(kept: bool, promise: str) -> None:
    if not kept:
        raise Failure(promise)


def clip(rng: random.Random, seconds: float) -> bytes:
    """A wav file: a tone and noise."""
    step = 2 * math.pi * rng.uniform(100, 2000) / RATE
    samples = array("h", (int(9000 * math.sin(step * i) + rng.uniform(-3000, 3000)) for i in range(int(seconds * RATE))))
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return file.getvalue()


class Torture:
    """One run: a work folder with recordings, an archive of them, and what undisturbed commands make of them."""

    def __init__(self, work: Path, seed: int, rounds: int) -> None:
        self.work = work
        self.rng = random.Random(seed)
        self.rounds = rounds
        self.kills = 0
        self.output = ""
        self.old_checkpoints = set(CHECKPOINTS.glob("*"))
        self.recordings = work / "recordings"
        self.archive = work / "gtzan.tar.gz"

    def prepare(self) -> None:
        songs = {f"{genre}/{genre}.{i:05d}.wav": clip(self.rng, 4) for genre in GENRES for i in range(8)}
        with tarfile.open(self.archive, "w:gz", compresslevel=1) as tar:
            for name, content in songs.items():
                entry = tarfile.TarInfo("genres_original/" + name)
                entry.size = len(content)
                tar.addfile(entry, io.BytesIO(content))
                file = self.recordings / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)

    def files(self) -> list[Path]:
        return sorted(self.recordings.rglob("*.wav"))

    def folder(self, name: str) -> Path:
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def start(self, *arguments: object, limit: int | None = None) -> subprocess.Popen:
        def before() -> None:
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        return subprocess.Popen(
            [str(JUKELAB), *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
            preexec_fn=before,
        )

    def run(self, *arguments: object, limit: int | None = None) -> tuple[int, str]:
        process = self.start(*arguments, limit=limit)
        output, _ = process.communicate(timeout=600)
        return process.returncode, output

    def succeed(self, *arguments: object) -> float:
        """Seconds that the command took."""
        begun = time.monotonic()
        code, output = self.run(*arguments)
        require(code == 0, f"exit code 0, got {code}:\n{output}")
        return time.monotonic() - begun

    def kill(self, seconds: float, *arguments: object) -> bool:
        """Starts a command and kills it at a random time; whether it was still running."""
        process = self.start(*arguments)
        try:
            self.output, _ = process.communicate(timeout=self.rng.uniform(0.2, 1) * seconds)
            return False
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            self.output, _ = process.communicate()
            self.kills += 1
            return True

    def checkpoints(self) -> list[Path]:
        """Of trainings of this run that are not finished, each earliest first."""
        folders = set(CHECKPOINTS.glob("*")) - self.old_checkpoints
        return [file for folder in sorted(folders) for file in sorted(folder.glob("*.checkpoint"))]

    def forget_checkpoints(self) -> None:
        for folder in set(CHECKPOINTS.glob("*")) - self.old_checkpoints:
            shutil.rmtree(folder)

    def kill_often(self, seconds: float, *arguments: object, check: Callable[[], None]) -> None:
        """Kills a command up to ten times, with a check after each; then lets it succeed."""
        for _ in range(10):
            if not self.kill(seconds, *arguments):
                break
            check()
        self.succeed(*arguments)


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder, with a checksum."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def visible(folder: Path) -> list[str]:
    return [name for name in contents(folder) if not any(part.startswith(".") for part in Path(name).parts)]


def require_tidy(folder: Path, names: list[str]) -> None:
    """Files of these names; a program that was killed while it wrote may have left a hidden part."""
    require(sorted(visible(folder)) == names, f"files {names}, got {visible(folder)}")
    hidden = [Path(name).name for name in contents(folder) if name not in names]
    require(all(name.startswith(".part-") or name.endswith(".journal") for name in hidden), f"only parts, got {hidden}")


def require_whole(folder: Path, whole: dict[str, str]) -> None:
    found = contents(folder)
    for name in visible(folder):
        require(found[name] == whole[name], f"{name} is whole or not there")


def killed_table(torture: Torture) -> str:
    """A table that is killed again and again is the same in the end; half a table is never there."""
    folder = torture.folder("table")
    table = folder / "table.csv"
    command = ("table", torture.recordings, "--out", table)
    seconds = torture.succeed(*command)
    whole = table.read_bytes()
    for _ in range(torture.rounds):
        for file in folder.iterdir():
            file.unlink()
        torture.kill_often(
            seconds,
            *command,
            check=lambda: require(not table.exists() or table.read_bytes() == whole, "a table is whole or not there"),
        )
        require(table.read_bytes() == whole, "a table resumed after a kill is that of an undisturbed run")
        require_tidy(folder, ["table.csv"])
    return f"undisturbed {seconds:.1f} s"


def damaged_journal(torture: Torture) -> str:
    """A row of the journal with a flipped digit is computed again."""
    folder = torture.folder("journal")
    table = folder / "table.csv"
    command = ("table", torture.recordings, "--out", table)
    torture.succeed(*command)
    whole = table.read_bytes()
    journal = folder / ".table.csv.journal"
    for _ in range(torture.rounds):
        content = bytearray(journal.read_bytes())
        for _ in range(torture.rng.randint(1, 20)):
            content[torture.rng.randrange(len(content))] = torture.rng.choice(b"0123456789 ,;\n")
        journal.write_bytes(content)
        torture.succeed(*command)
        require(table.read_bytes() == whole, "a damaged journal changes no row")
    return f"{torture.rounds} journals"


def killed_folder(torture: Torture, folder: Path, *command: object) -> tuple[dict[str, str], str]:
    """Kills a command that fills a folder: each file is whole or not there. Gives what an undisturbed run made."""
    seconds = torture.succeed(*command)
    whole = contents(folder)
    for _ in range(torture.rounds):
        shutil.rmtree(folder)
        torture.kill_often(seconds, *command, check=lambda: require_whole(folder, whole))
        require_tidy(folder, sorted(whole))
        require_whole(folder, whole)
    return whole, f"undisturbed {seconds:.1f} s"


def killed_predictions(torture: Torture) -> str:
    """Predictions for 1,000 files that are killed again and again are the same in the end."""
    folder = torture.folder("predict")
    sounds, table, model = folder / "sounds", folder / "predictions.csv", folder / "model.zip"
    sounds.mkdir()
    for i in range(1000):
        (sounds / f"{i:04d}.wav").write_bytes(clip(torture.rng, 0.3))
    torture.succeed("train", "small-windows", "--data", torture.recordings, "--epochs", 1, "--out", model)
    command = ("predict", model, sounds, "--per", "segment", "--out", table)
    seconds = torture.succeed(*command)
    whole = table.read_bytes()
    require(whole.count(b"\n") == 1001, "a line for each of 1,000 files")
    for _ in range(torture.rounds):
        for file in (table, folder / ".predictions.csv.journal"):
            file.unlink(missing_ok=True)
        torture.kill_often(
            seconds,
            *command,
            check=lambda: require(not table.exists() or table.read_bytes() == whole, "predictions are whole or not there"),
        )
        require(table.read_bytes() == whole, "predictions resumed after a kill are those of an undisturbed run")
    return f"undisturbed {seconds:.1f} s"


def killed_import(torture: Torture) -> str:
    folder = torture.folder("import") / "gtzan"
    whole, words = killed_folder(torture, folder, "data", "--from", torture.archive, "--into", folder)
    require(len(whole) == 8 * len(GENRES), f"every song is imported, got {len(whole)}")
    return words


def killed_training(torture: Torture) -> str:
    """Model and card are there together, the old ones or the new ones."""
    folder = torture.folder("train")
    model, card = folder / "model.zip", folder / "model.json"
    command = ("train", "small-windows", "--data", torture.recordings, "--epochs", 3, "--out", model)
    seconds = torture.succeed(*command, "--seed", 1)
    for _ in range(torture.rounds):
        old = contents(folder)
        seed = torture.rng.randint(2, 1000)
        torture.kill(seconds, *command, "--seed", seed)
        check_model(model, card)
        new = contents(folder)
        same = [new[file.name] == old[file.name] for file in (model, card)]
        require(same[0] == same[1], "model and card are of the same run")
    torture.succeed(*command, "--seed", 1)
    require_tidy(folder, ["model.json", "model.zip"])
    return f"undisturbed {seconds:.1f} s"


def resumed_training(torture: Torture) -> str:
    """A training that is killed again and again has the weights of an undisturbed one; in folds, too."""
    folder = torture.folder("resume")
    model = folder / "model.zip"
    one = ("train", "small-windows", "--data", torture.recordings, "--epochs", 30, "--out", model)
    torture.forget_checkpoints()
    words = [resumed(torture, model, *command) for command in (one, (*one[:-3], 8, "--folds", 2, *one[-2:]))]
    torture.succeed(*one)
    whole = weights(model)
    damaged_checkpoint(torture, model, whole, one)

    code, output = torture.run(*one, limit=1_000_000)
    require(code == 0 and "the training goes on" in output, f"without room for a checkpoint a training goes on:\n{output}")
    require(weights(model) == whole, "a training without checkpoints is the same")

    other = folder / "other.zip"
    both(torture, one, (*one[:-1], other))
    require(weights(model) == weights(other) == whole, "two of the same training at once are the same")
    require(not torture.checkpoints(), "a finished training leaves no checkpoints")
    return "; ".join(words)


def resumed(torture: Torture, model: Path, *command: object) -> str:
    """Kills a training at random times, and compares its weights each time that it comes to its end."""
    seconds = torture.succeed(*command)
    whole = weights(model)
    resumes = finished = 0
    for _ in range(max(1, torture.rounds // 2)):
        if not torture.kill(seconds, *command):
            require(weights(model) == whole, "a resumed training has the weights of an undisturbed one")
            finished += 1
        resumes += "resumed after epoch" in torture.output
        require("cannot be used" not in torture.output, f"a kill damages no checkpoint:\n{torture.output}")
    torture.succeed(*command)
    require(weights(model) == whole, "a resumed training has the weights of an undisturbed one")
    require(not torture.checkpoints(), "a finished training leaves no checkpoints")
    require(resumes > 0, "at least one training was resumed")
    return f"undisturbed {seconds:.1f} s, resumed {resumes} times, came to its end {finished + 1} times"


def damaged_checkpoint(torture: Torture, model: Path, whole: bytes, command: tuple) -> None:
    """The last checkpoint is cut or changed: it is named, and the one before is used."""
    seconds = torture.succeed(*command)
    for _ in range(10):
        torture.kill(seconds, *command)
        if len(torture.checkpoints()) > 1:
            break
    last = torture.checkpoints()[-1]
    content = bytearray(last.read_bytes())
    place = torture.rng.randrange(len(content))
    content[place] ^= 0x55
    last.write_bytes(content[: torture.rng.choice((place, len(content)))])
    code, output = torture.run(*command)
    require(code == 0, f"a damaged checkpoint ends no training:\n{output}")
    require(f"{last.name}: cannot be used: " in output and "resumed after epoch" in output, f"it is told:\n{output}")
    require(weights(model) == whole, "a training that was resumed one epoch earlier is the same")


def weights(model: Path) -> bytes:
    with zipfile.ZipFile(model) as archive:
        return archive.read("coefficients.bin")


def check_model(model: Path, card: Path) -> None:
    try:
        with zipfile.ZipFile(model) as archive:
            require(archive.testzip() is None, "a model is whole")
        json.loads(card.read_text(encoding="utf-8"))
    except (zipfile.BadZipFile, json.JSONDecodeError) as error:
        raise Failure(f"model and card are whole: {error}") from error


def killed_arrays(torture: Torture) -> str:
    folder = torture.folder("extract") / "arrays"
    return killed_folder(torture, folder, "extract", "mfcc", *torture.files(), "--out", folder)[1]


def full_disk(torture: Torture) -> str:
    """A file may have 4 kB and no more: the message names the file, and an old one stays as it was."""
    folder = torture.folder("full")
    table = folder / "table.csv"
    torture.succeed("table", torture.recordings / "blues", "--out", table)
    old = table.read_bytes()
    commands = {
        "table": ("table", torture.recordings, "--out", table),
        "new table": ("table", torture.recordings, "--out", folder / "new.csv"),
        "arrays": ("extract", "mfcc", *torture.files(), "--out", folder / "arrays"),
        "model": ("train", "small-windows", "--data", torture.recordings, "--epochs", 1, "--out", folder / "model.zip"),
        "import": ("data", "--from", torture.archive, "--into", folder / "gtzan"),
    }
    for name, command in commands.items():
        code, output = torture.run(*command, limit=4096)
        require(code != 0, f"{name}: an exit code that is not 0, got {code}:\n{output}")
        last = output.strip().splitlines()[-1]
        require(str(folder) in output, f"{name}: the message names the file, got: {last}")
        require("Exception" not in output, f"{name}: a message in words, got:\n{output}")
    require(table.read_bytes() == old, "the old table stays as it was")
    require(not (folder / "new.csv").exists(), "half a table is not there")
    require(not (folder / "model.zip").exists(), "half a model is not there")
    return f"{len(commands)} commands"


def two_at_once(torture: Torture) -> str:
    """Two programs write one place: what is there in the end is whole, and each says the truth about itself."""
    folder = torture.folder("two")
    table, model = folder / "table.csv", folder / "model.zip"
    torture.succeed("table", torture.recordings, "--out", folder / "alone.csv")
    whole = (folder / "alone.csv").read_bytes()
    for _ in range(torture.rounds):
        both(torture, ("table", torture.recordings, "--out", table), ("table", torture.recordings, "--out", table))
        require(table.read_bytes() == whole, "the table of two runs is whole")
        train = ("train", "small-windows", "--data", torture.recordings, "--epochs", 1, "--out", model)
        both(torture, (*train, "--seed", 1), (*train, "--seed", 2))
        check_model(model, folder / "model.json")
        shutil.rmtree(folder / "gtzan", ignore_errors=True)
        data = ("data", "--from", torture.archive, "--into", folder / "gtzan")
        both(torture, data, data)
        songs = [name for name in contents(folder / "gtzan") if name.endswith(".wav")]
        require(len(songs) == 8 * len(GENRES), f"two imports give all songs, got {len(songs)}")
        for name in songs:
            source = torture.recordings / Path(name).relative_to("genres_original")
            require((folder / "gtzan" / name).read_bytes() == source.read_bytes(), f"{name} is whole")
    return f"{3 * torture.rounds} pairs"


def both(torture: Torture, first: tuple, second: tuple) -> None:
    processes = [torture.start(*first), torture.start(*second)]
    outputs = [process.communicate(timeout=600)[0] for process in processes]
    require(any(process.returncode == 0 for process in processes), "one of two runs succeeds:\n" + "\n".join(outputs))
    for process, output in zip(processes, outputs, strict=True):
        require("Exception" not in output, f"words for what another run prevents, got:\n{output}")
        require(process.returncode == 0 or "jukelab: " in output, f"a reason for exit code {process.returncode}:\n{output}")


def hostile_files(torture: Torture) -> str:
    """Damaged copies of sound files, models, archives, tables and cards: read, or refused by name; in one JVM."""
    times = torture.rounds
    tests = "*MutantsTest,NetworkFileForeignTest,ClassicalModelFileTest,JournalTest"
    settings = [f"-Dmutants={times}", f"-Dmutants.seed={torture.rng.randrange(1 << 20)}"]
    command = ["mvn", "-q", "-B", "test", f"-Dtest={tests}", *settings]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    require(result.returncode == 0, "every damaged file is read or refused:\n" + result.stdout[-3000:])
    return f"{times} times as many as the tests have"


CASES: dict[str, Callable[[Torture], str]] = {
    "killed table": killed_table,
    "damaged journal": damaged_journal,
    "killed predictions": killed_predictions,
    "killed import": killed_import,
    "killed training": killed_training,
    "resumed training": resumed_training,
    "killed arrays": killed_arrays,
    "full disk": full_disk,
    "two at once": two_at_once,
    "hostile files": hostile_files,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="how often each case is repeated (default: 20, about ten minutes)")
    parser.add_argument("--seed", type=int, default=None, help="of kill times and damages (default: another each time)")
    parser.add_argument("case", nargs="*", help="one of: " + ", ".join(CASES))
    options = parser.parse_args()
    unknown = set(options.case) - set(CASES)
    if unknown:
        parser.error(f"no case {', '.join(sorted(unknown))}; there are {', '.join(CASES)}")
    seed = random.randrange(1 << 30) if options.seed is None else options.seed
    print(f"torture: seed {seed}, {options.rounds} rounds", flush=True)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="jukelab-torture-") as work:
        torture = Torture(Path(work), seed, options.rounds)
        torture.prepare()
        for name in options.case or CASES:
            begun, kills = time.monotonic(), torture.kills
            try:
                words = CASES[name](torture)
                outcome = "kept"
            except Failure as failure:
                words, outcome, failed = str(failure), "BROKEN", failed + 1
            killed = f"{torture.kills - kills} kills, " if torture.kills > kills else ""
            print(f"  {outcome:<7} {name:<18} {time.monotonic() - begun:5.0f} s  {killed}{words}", flush=True)
        torture.forget_checkpoints()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
