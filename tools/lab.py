"""Working copies of the notebooks, opened in JupyterLab: `make lab`.

A copy that somebody changed stays as it is; one that nobody changed follows the project's notebook.

--fresh   a new copy beside each changed one, such as 00-quick-tour.2.ipynb
"""

import argparse
import hashlib
import itertools
import json
import os
import sys
from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary

ROOT = Path(__file__).resolve().parent.parent
STATE = Path(".jukelab")  # in the folder of copies: what was copied, and Jupyter's signatures of notebooks to trust
RECORD = STATE / "copies.json"


def checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


class Copies:
    """The copies in a folder, and the checksum of the notebook that each was made of."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.record = folder / RECORD
        self.record.parent.mkdir(parents=True, exist_ok=True)
        self.made_of = json.loads(self.record.read_text(encoding="utf-8")) if self.record.exists() else {}

    def update(self, original: Path, fresh: bool) -> bool:
        """Makes or renews copies of one notebook; returns whether all are changed ones of an older notebook."""
        content = original.read_bytes()
        copies = self.of(original)
        changed = [copy for copy in copies if self.changed(copy, content)]
        for copy in copies:
            if copy not in changed:
                self.put(copy, content)
        if copies != changed:
            return False
        if fresh or not copies:
            self.put(self.folder / self.name(original, len(copies) + 1), content)
            return False
        return all(self.made_of.get(copy.name) != checksum(content) for copy in copies)

    def of(self, original: Path) -> list[Path]:
        """The copies of a notebook: the first, the second and so on, up to the first number that is missing."""
        paths = (self.folder / self.name(original, number) for number in itertools.count(1))
        return list(itertools.takewhile(Path.exists, paths))

    @staticmethod
    def name(original: Path, number: int) -> str:
        return original.name if number == 1 else f"{original.stem}.{number}{original.suffix}"

    def changed(self, copy: Path, content: bytes) -> bool:
        return checksum(copy.read_bytes()) not in (self.made_of.get(copy.name), checksum(content))

    def put(self, copy: Path, content: bytes) -> None:
        if not copy.exists() or copy.read_bytes() != content:
            write(copy, content)
        self.made_of[copy.name] = checksum(content)
        write(self.record, json.dumps(self.made_of, indent=1).encode())
        # Outputs of the project's notebooks are shown as they were kept, with players and tables.
        NotebookNotary(data_dir=str(self.record.parent)).sign(nbformat.reads(content.decode(), as_version=4))


def command(folder: Path) -> list[str]:
    """JupyterLab on that folder; it starts for root, too, as in a container."""
    return [
        str(Path(sys.prefix) / "bin" / "jupyter"),
        "lab",
        f"--ServerApp.root_dir={folder}",
        f"--NotebookNotary.data_dir={folder / STATE}",
        *(["--allow-root"] if os.geteuid() == 0 else []),
    ]


def environment() -> dict[str, str]:
    """With settings of JupyterLab: it fetches no news, so it does not ask about them. A user's own settings come first."""
    path = os.pathsep.join(filter(None, [str(ROOT / "tools" / "jupyter"), os.environ.get("JUPYTER_CONFIG_PATH")]))
    return {**os.environ, "JUPYTER_CONFIG_PATH": path}


def copy_all(originals: Path, folder: Path, fresh: bool) -> None:
    try:
        copies = Copies(folder)
        older = [path.stem for path in sorted(originals.glob("*.ipynb")) if copies.update(path, fresh)]
    except OSError as error:
        sys.exit(f"jukelab: the notebooks cannot be copied to {folder}: {error.strerror}: {error.filename}")
    except json.JSONDecodeError as error:
        sys.exit(f"jukelab: {folder / RECORD}: {error}; without the file, all copies count as changed by you")
    if older:
        print(f"jukelab: you changed these, which stay; the project has newer ones: {', '.join(older)}")
        print("jukelab: make lab FRESH=1 puts the newer ones beside yours")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fresh", action="store_true")
    folder = ROOT / "lab"
    copy_all(ROOT / "notebooks", folder, parser.parse_args().fresh)
    jupyter = command(folder)
    sys.stdout.flush()
    os.chdir(folder)
    os.execve(jupyter[0], jupyter, environment())


if __name__ == "__main__":
    main()
