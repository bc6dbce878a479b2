"""Executes notebooks in a clean kernel, top to bottom.

run NOTEBOOK   with progress in the terminal; writes the executed notebook and an HTML page, prints the results
keep NOTEBOOK… keeps the outputs in the notebooks, and what each needed in notebooks/times.json; refused for shortened
               runs and if there are recordings of others, but not if data/gtzan has only feature tables
twice NOTEBOOK runs all cells, and in the same kernel all cells again: fails if the kernel keeps more than a tenth more

A cell may take two hours; CELL_TIMEOUT=seconds sets another limit, 0 none.
"""

import argparse
import copy
import json
import math
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import latex2mathml.converter
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

ROOT = Path(__file__).resolve().parent.parent
INTERRUPTED = "EvaluationInterruptedException"  # what JJava makes of Ctrl-C
TEX = re.compile(r"(?P<code>`[^`]*`)|\$\$(?P<block>[^$]+)\$\$|\$(?P<inline>[^$\n]+)\$")
MARK = "\ue000%d\ue001"
SHORTENERS = ("MAX_EPOCHS", "DATASET_LIMIT")
TITLES = {  # names of data sets in run cards -> names shown to people
    "stand-in": "synthetic music",
    "stand-in animals": "synthetic animals",
    "stand-in tracks": "synthetic tracks",
}
CELL_TIMEOUT = 7200  # seconds
GROWTH = 1.1  # of the memory that a kernel keeps, at most, by the same cells once more
RECORDINGS = ("GTZAN", "CATS_DOGS", "TRACKS")  # variables that name folders


class Narrator:
    """Prints the progress of a running notebook in the terminal."""

    def __init__(self, stream):
        self.stream = stream
        self.live = stream.isatty()
        self.last = 0.0
        self.text = ""
        self.open_line = False

    def heading(self, text: str) -> None:
        self.close()
        print(f"  {text}", file=self.stream, flush=True)

    def progress(self, text: str) -> None:
        """The latest line of a progress bar: updated in place on a terminal, else printed every ten seconds."""
        if text == self.text:
            return
        self.text = text
        now = time.monotonic()
        done = " of " in text and " left" not in text
        if self.live:
            print(f"\r\x1b[2K    {text[:100]}", end="", file=self.stream, flush=True)
            self.open_line = True
        elif done or now - self.last > 10:
            print(f"    {text}", file=self.stream, flush=True)
            self.last = now

    def note(self, text: str) -> None:
        self.close()
        print(f"    {text}", file=self.stream, flush=True)

    def close(self) -> None:
        if self.open_line:
            print(file=self.stream)
            self.open_line = False


class Usage(NamedTuple):
    """What a kernel has needed, since it was started."""

    seconds: float
    processor_seconds: float
    peak_mb: float  # resident memory

    def __str__(self):
        return f"{self.seconds:.0f} seconds, {self.processor_seconds:.0f} of a processor; {self.peak_mb:.0f} MB of memory"


class Meter:
    """What a kernel has needed after each of its cells. Linux tells it; elsewhere there are no measurements."""

    def __init__(self, processes: Path = Path("/proc")):
        self.processes = processes
        self.start = time.monotonic()
        self.usages: list[Usage] = []

    def measure(self, pid: int) -> None:
        folder = self.processes / str(pid)
        if folder.exists():
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            ticks = int(fields[11]) + int(fields[12])  # of the process in user mode and for it in the kernel
            seconds = time.monotonic() - self.start
            self.usages.append(Usage(seconds, ticks / os.sysconf("SC_CLK_TCK"), memory_mb(folder, "VmHWM")))


def memory_mb(process: Path, name: str) -> float:
    """A line of a process' status: VmRSS is its resident memory now, VmHWM its peak."""
    found = re.search(rf"^{name}:\s*(\d+) kB", (process / "status").read_text(), re.MULTILINE)
    return int(found[1]) / 1024


class CellFailure(Exception):
    """A failed cell: the reason in one line, and the details."""

    def __init__(self, reason: str, details: str):
        super().__init__(f"{reason}\n\n{details}")


class NarratedClient(NotebookClient):
    """A client that passes progress bars and unusable files on to the narrator."""

    narrator: Narrator

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] in ("display_data", "update_display_data"):
            data = msg["content"]["data"]
            if "<progress" in str(data.get("text/html", "")):
                self.narrator.progress(data["text/plain"])
        elif msg["msg_type"] == "execute_result":
            text = msg["content"]["data"].get("text/plain", "")
            if unusable := re.match(r"IntegrityReport\[.*; unusable: (.*)\]$", text):
                self.narrator.note(f"skipped: {unusable[1]}")
        return super().process_message(msg, cell, cell_index)


def headings(notebook, index: int) -> list[str]:
    """The headings of the text cells between a code cell and the code cell before it."""
    found = []
    for cell in reversed(notebook.cells[:index]):
        if cell.cell_type == "code":
            break
        found = re.findall(r"^#+ +(.*)$", cell.source, re.MULTILINE) + found
    return found


def cell_timeout() -> int:
    value = os.environ.get("CELL_TIMEOUT") or str(CELL_TIMEOUT)
    if not value.isdecimal():
        sys.exit(f"jukelab: CELL_TIMEOUT must be a number of seconds, got {value}")
    return int(value)


def execute(path: Path, narrator: Narrator, measure: Callable[[int], None] = lambda pid: None, times: int = 1):
    """The notebook with the outputs of a new kernel, in which all cells run so many times, one after the other.

    After each of them measure is called with the number of the kernel's process.
    """
    seconds = cell_timeout()
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [copy.deepcopy(cell) for _ in range(times) for cell in notebook.cells]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None

    def started(cell, cell_index):
        if cell.cell_type == "code":
            for heading in headings(notebook, cell_index):
                narrator.heading(heading)

    def ended(cell, cell_index, execute_reply):
        measure(client.km.provisioner.pid)

    client = NarratedClient(
        notebook,
        timeout=seconds or None,
        startup_timeout=120,
        coalesce_streams=True,
        kernel_name="java",
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_start=started,
        on_cell_executed=ended,
    )
    client.narrator = narrator
    try:
        client.execute()
    except CellExecutionError as error:
        if error.ename == INTERRUPTED:
            raise KeyboardInterrupt from error
        trace = details(notebook)
        raise CellFailure(no_font(trace) or reason(error.ename, error.evalue), trace) from error
    except CellTimeoutError as error:
        raise CellFailure(f"no answer for {seconds} s, the limit that CELL_TIMEOUT sets", running(notebook)) from error
    finally:
        narrator.close()
    notebook.metadata.get("language_info", {}).pop("version", None)  # of the JDK: noise in diffs
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # time stamps
    return notebook


def html(notebook) -> str:
    """One page that works offline: without scripts, with embedded pictures and sound, formulas as MathML."""
    exporter = HTMLExporter(embed_images=True, exclude_input_prompt=True, exclude_output_prompt=True)
    marked, formulas = without_tex(notebook)
    body, _ = exporter.from_notebook_node(marked)
    body = re.sub(r"<script\b[^>]*>.*?</script>", "", body, flags=re.DOTALL)
    for i, formula in enumerate(formulas):  # not earlier: the exporter would break MathML
        body = body.replace(MARK % i, formula)
    return body


def without_tex(notebook) -> tuple:
    """A copy whose text cells have a mark instead of each formula between dollars, and the formulas as MathML."""
    copied, formulas = copy.deepcopy(notebook), []

    def mark(found: re.Match) -> str:
        if found["code"]:
            return found["code"]
        kind = "block" if found["block"] else "inline"
        formulas.append(latex2mathml.converter.convert(found[kind], display=kind))
        return MARK % (len(formulas) - 1)

    for cell in copied.cells:
        if cell.cell_type == "markdown":
            cell.source = TEX.sub(mark, cell.source)
    return copied, formulas


def reason(name: str, value: str) -> str:
    """Why a cell failed, in one line: the message of its exception, else the class of the exception."""
    if name == "CompilationException":
        return "it does not compile"
    value = " ".join(value.split())
    kind, _, message = value.partition(", ")  # JJava: class, message
    if not re.fullmatch(r"(\w+\.)*[\w$]+", kind):
        return value or name
    return message if message not in ("", "null") else kind.rpartition(".")[2] or name


def no_font(trace: str) -> str:
    """JDKs without a font fail in many ways, and no message says what to do."""
    found = re.search(r"Error: .*(sun/|sun\.)(font|awt)|Error: .*InvocationTarget|libfreetype|Fontconfig head", trace)
    return "no usable font for charts: make doctor names the packages" if found and "sun.font." in trace else ""


def running(notebook) -> str:
    """The cell that has begun and not ended: the last one with a number."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.execution_count]
    return cells[-1].source if cells else ""


def details(notebook) -> str:
    """The failed cell and its Java trace, without colours and without the trace of the kernel itself."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                trace = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(output.traceback))
                return f"{cell.source}\n\n{trace}"
    return ""


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def shortened() -> list[str]:
    return [f"{name}={os.environ[name]}" for name in SHORTENERS if os.environ.get(name)]


def run(path: Path, out: Path) -> None:
    cards = out / "cards" / path.stem
    shutil.rmtree(cards, ignore_errors=True)
    os.environ["JUKELAB_CARDS"] = str(cards.resolve())
    meter = Meter()
    notebook = execute(path, Narrator(sys.stdout), meter.measure)
    page = out / f"{path.stem}.html"
    write(out / path.name, nbformat.writes(notebook))
    write(page, html(notebook))
    for line in result_lines(sorted(cards.glob("*.json"), key=lambda card: card.stat().st_mtime_ns)):
        print(line)
    if meter.usages:
        print(f"  needed     {meter.usages[-1]}")
    print(f"  page       {page}")


def result_lines(paths: list[Path]) -> list[str]:
    """What run cards say: of each its data and accuracy, of all what they were computed with."""
    cards = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    lines = [""]
    limited = any(card["shortened"] for card in cards.values())
    if limits := shortened() or ["budget of a cell"] * limited:
        lines.append(f"  SHORTENED RUN ({', '.join(limits)}): these are not results")
    for name, card in cards.items():
        lines += card_lines(name, card)
    for title, values in {
        "backend": [card["backend"] for card in cards.values()],
        "engine": [card["settings"].get("engine", "") for card in cards.values()],
    }.items():
        lines += [f"  {title:10} {value}" for value in dict.fromkeys(values) if value]
    return lines


def card_lines(name: str, card: dict) -> list[str]:
    data, result = card["data"], card["result"]
    counted = "segments of " if card["settings"].get("counted") == "pieces" else ""
    skipped = card["settings"].get("left out", "").split()
    lines = [
        f"  card       {name}",
        f"  data       {TITLES.get(data['name'], data['name'])}, {data['songs']} tracks",
        f"  skipped    {', '.join(skipped)}: too few tracks here",
        f"  split      {card['split']}, seed {card['seed']}",
        f"  accuracy   {result['accuracy']:.1%} of {counted}{result['songs']} tracks"
        f" (95 % interval {result['low']:.1%} to {result['high']:.1%})",
        "",
    ]
    return lines if skipped else [*lines[:2], *lines[3:]]


def recordings(command: Path = ROOT / "jukelab") -> str:
    """The first folder with recordings of other people that the notebooks would play, as `jukelab data --list` tells."""
    listed = subprocess.run([command, "data", "--list"], capture_output=True, text=True, check=True).stdout
    folders = [line.split(maxsplit=1)[1] for line in listed.splitlines()]
    return next((folder for folder in folders if folder != "synthetic"), "")


def keep(paths: list[Path]) -> None:
    if shortened():
        sys.exit(f"jukelab: {' '.join(shortened())} is set: a shortened run must not replace kept outputs")
    if found := recordings():
        sys.exit(
            f"jukelab: kept outputs are published and must not contain recordings of others: "
            f"unset {', '.join(RECORDINGS)} and move your copies in data away, found {found}"
        )
    os.environ["JUKELAB_CARDS"] = str(ROOT / "notebooks" / "cards")
    for path in paths:
        print(path, flush=True)
        meter = Meter()
        notebook = execute(path, Narrator(sys.stdout), meter.measure)
        write(path, nbformat.writes(notebook) + "\n")
        write(ROOT / "build" / f"{path.stem}.html", html(notebook))
        keep_usage(path.stem, meter, ROOT / "notebooks" / "times.json")


def keep_usage(name: str, meter: Meter, path: Path) -> None:
    if meter.usages:
        times = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        times[name] = {field: round(value) for field, value in meter.usages[-1]._asdict().items()}
        write(path, json.dumps(times, indent=1, sort_keys=True) + "\n")


def twice(path: Path) -> None:
    """All cells, and once more in the same kernel, as by *Run All* in JupyterLab.

    What the kernel keeps is compared, not its peak: that depends on when Java collects garbage, from run to run.
    """
    if not Path("/proc").exists():
        sys.exit("jukelab: the memory of a kernel can be measured on Linux only")
    cells = sum(cell.cell_type == "code" for cell in nbformat.read(path, as_version=4).cells)
    meter, kept = Meter(), []

    def measure(pid: int) -> None:
        meter.measure(pid)
        if len(meter.usages) % cells == 0:
            kept.append(kept_mb(pid))
            print(f"  needed     {meter.usages[-1]}, of which it keeps {kept[-1]:.0f}")

    execute(path, Narrator(sys.stdout), measure, times=2)
    if kept[1] > GROWTH * kept[0]:
        sys.exit(f"jukelab: after the same cells once more the kernel keeps {kept[1] / kept[0]:.2f} times the memory")


def kept_mb(pid: int) -> float:
    """The resident memory of a Java process after it has collected garbage, and what only garbage has held.

    What glibc keeps of that is given back, too, for which a kernel would take up to a minute.
    """
    process = Path("/proc", str(pid))
    jcmd = (process / "exe").resolve().with_name("jcmd")
    kept = math.inf
    while True:
        subprocess.run([jcmd, str(pid), "GC.run"], stdout=subprocess.DEVNULL, check=True)
        time.sleep(1)  # native memory is freed by threads that learn from the collection what is garbage
        subprocess.run([jcmd, str(pid), "System.trim_native_heap"], stdout=subprocess.DEVNULL, check=True)
        before, kept = kept, memory_mb(process, "VmRSS")
        if kept > 0.99 * before:
            return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("run")
    one.add_argument("notebook", type=Path)
    one.add_argument("--out", type=Path, default=ROOT / "build")
    again = commands.add_parser("twice")
    again.add_argument("notebook", type=Path)
    many = commands.add_parser("keep")
    many.add_argument("notebooks", type=Path, nargs="+")
    options = parser.parse_args()
    try:
        if options.command == "run":
            run(options.notebook, options.out)
        elif options.command == "twice":
            twice(options.notebook)
        else:
            keep(options.notebooks)
    except CellFailure as failure:
        sys.exit(f"jukelab: a cell failed: {failure}")
    except DeadKernelError:
        sys.exit("jukelab: the kernel died; if memory is short, close other programs and try again")
    except KeyboardInterrupt:
        sys.exit("jukelab: interrupted")


if __name__ == "__main__":
    main()
