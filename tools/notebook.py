"""Executes notebooks in a clean kernel, top to bottom.

run NOTEBOOK   with progress in the terminal; writes the executed notebook and an HTML page, prints the result
keep NOTEBOOK… keeps the outputs in the notebooks; refused for shortened runs and if there are recordings of others,
               but not if data/gtzan has only feature tables

A cell may take two hours; CELL_TIMEOUT=seconds sets another limit, 0 none.
"""

import argparse
import copy
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

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


def execute(path: Path, narrator: Narrator):
    seconds = cell_timeout()
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None

    def started(cell, cell_index):
        if cell.cell_type == "code":
            for heading in headings(notebook, cell_index):
                narrator.heading(heading)

    client = NarratedClient(
        notebook,
        timeout=seconds or None,
        startup_timeout=120,
        coalesce_streams=True,
        kernel_name="java",
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_start=started,
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
    card = out / "cards" / f"{path.stem}.json"
    card.unlink(missing_ok=True)
    os.environ["JUKELAB_CARDS"] = str(card.parent.resolve())
    start = time.monotonic()
    notebook = execute(path, Narrator(sys.stdout))
    page = out / f"{path.stem}.html"
    write(out / path.name, nbformat.writes(notebook))
    write(page, html(notebook))
    if card.exists():  # a notebook without an accuracy has no card
        print(summary(json.loads(card.read_text(encoding="utf-8")), time.monotonic() - start))
    print(f"  page       {page}")


def summary(card: dict, seconds: float) -> str:
    data, result = card["data"], card["result"]
    lines = [
        f"  data       {TITLES.get(data['name'], data['name'])}, {data['songs']} tracks",
        f"  split      {card['split']}, seed {card['seed']}",
        f"  accuracy   {result['accuracy']:.1%} of {result['songs']} tracks"
        f" (95 % interval {result['low']:.1%} to {result['high']:.1%})",
        f"  backend    {card['backend']}",
        f"  seconds    {seconds:.0f}",
    ]
    if engine := card["settings"].get("engine"):
        lines.insert(-1, f"  engine     {engine}")
    skipped = card["settings"].get("left out")
    if skipped:
        lines.insert(1, f"  skipped    {', '.join(skipped.split())}: too few tracks here")
    if card["shortened"]:
        lines.insert(0, f"  SHORTENED RUN ({', '.join(shortened())}): these are not results")
    return "\n".join(["", *lines])


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
        notebook = execute(path, Narrator(sys.stdout))
        write(path, nbformat.writes(notebook) + "\n")
        write(ROOT / "build" / f"{path.stem}.html", html(notebook))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("run")
    one.add_argument("notebook", type=Path)
    one.add_argument("--out", type=Path, default=ROOT / "build")
    many = commands.add_parser("keep")
    many.add_argument("notebooks", type=Path, nargs="+")
    options = parser.parse_args()
    try:
        if options.command == "run":
            run(options.notebook, options.out)
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
