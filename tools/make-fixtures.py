"""Computes with librosa the arrays that tests compare our features with, or checks the stored ones.

The clips, and the list of stored arrays, come from a folder of fixtures; fixture_table.py defines how each array is
computed. Needs exactly the versions of fixtures-requirements.txt, in a separate environment.
"""

import argparse
import json
import platform
import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STORED = ROOT / "src" / "test" / "resources" / "fixtures" / "librosa"
PINS = ROOT / "tools" / "fixtures-requirements.txt"


def pins() -> dict[str, str]:
    return dict(re.findall(r"^([\w-]+)==([\w.]+)", PINS.read_text(encoding="utf-8"), flags=re.MULTILINE))


def require(packages: dict[str, str]) -> None:
    """Exits with one line for each package that is missing or has another version."""
    wrong = []
    for name, wanted in packages.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "none"
        if found != wanted:
            wrong.append(f"jukelab: {name} {wanted} is needed, found {found}")
    if wrong:
        sys.exit("\n".join([*wrong, f"jukelab: pip install -r {PINS.relative_to(ROOT)}, in a separate environment"]))


class Fixtures:
    """A folder with clips, arrays and their manifest."""

    def __init__(self, folder: Path):
        self.folder = folder
        try:
            self.manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            sys.exit(f"jukelab: {folder} has no fixtures: manifest.json is missing")

    def wavs(self) -> list[Path]:
        """The clips that exist: the manifest also lists recordings that cannot be kept in the project."""
        return [wav for clip in self.manifest["clips"] if (wav := self.folder / f"{clip}.wav").exists()]

    def arrays(self) -> set[str]:
        return {file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.npy")}

    def entries(self, group: str) -> dict[str, dict]:
        """The entries of the manifest for a clip's arrays, or for the tables."""
        return self.manifest["tables"] if group == "tables" else self.manifest["clips"][group]["features"]


def write(fixtures: Fixtures, arrays: list, facts: dict, out: Path) -> None:
    """Writes arrays and clips, and the manifest with new entries for them; entries for other arrays stay."""
    for array in arrays:
        fixtures.entries(array.group)[array.name] = array.write(out)
    for wav in fixtures.wavs():
        if not (out / wav.name).exists():
            shutil.copy(wav, out)
    fixtures.manifest |= facts | {"versions": pins(), "python": platform.python_version()}
    (out / "manifest.json").write_text(json.dumps(fixtures.manifest, indent=1), encoding="utf-8")
    print(f"  {len(arrays)} arrays written to {out}")


def check(fixtures: Fixtures, arrays: list, facts: dict) -> None:
    """Prints the largest difference per name; exits with one line per error."""
    wrong = [f"manifest.json: {key} should be {fact}" for key, fact in facts.items() if fixtures.manifest[key] != fact]
    largest = {}
    for array in arrays:
        entry = fixtures.entries(array.group).get(array.name)
        difference, found = array.compare(fixtures.folder, entry)
        before, _ = largest.get(array.name, (0, ""))
        largest[array.name] = max(before, difference), str(array.tolerance)
        wrong += found
    print(f"  {'largest difference':>35}  tolerance")
    for name, (difference, tolerance) in largest.items():
        print(f"  {name:<26} {difference:8.2g}  {tolerance}")
    made = {array.file for array in arrays}
    wrong += [f"{file}: stored, but not in fixture_table.py" for file in sorted(fixtures.arrays() - made)]
    if wrong:
        sys.exit("\n".join(f"jukelab: {line}" for line in wrong))
    print(f"  {len(arrays)} arrays are as librosa computes them")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, metavar="FOLDER", help="write clips, arrays and manifest there")
    what.add_argument("--check", action="store_true", help="compare with the stored arrays; fails beyond tolerance")
    parser.add_argument("--fixtures", type=Path, metavar="FOLDER", default=STORED, help="clips and their stored arrays")
    parser.add_argument("--all", action="store_true", help="with --out: also arrays that are not stored")
    options = parser.parse_args()
    fixtures = Fixtures(options.fixtures)
    require(pins())
    from fixture_table import FACTS, fixture_arrays  # needs the packages that were just checked

    stored = fixtures.arrays()
    chosen = [array for array in fixture_arrays(fixtures.wavs()) if array.file in stored or options.all and options.out]
    if options.check:
        check(fixtures, chosen, FACTS)
    else:
        write(fixtures, chosen, FACTS, options.out)


if __name__ == "__main__":
    main()
