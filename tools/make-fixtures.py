"""Makes anew, by librosa, the arrays that tests hold the features against, or checks those that are kept.

The clips, and which arrays are kept, come from a folder of fixtures; how each array is made stands in fixture_table.py.
Needs the very versions of fixtures-requirements.txt, in an environment of its own.
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
KEPT = ROOT / "src" / "test" / "resources" / "fixtures" / "librosa"
PINS = ROOT / "tools" / "fixtures-requirements.txt"


def pins() -> dict[str, str]:
    return dict(re.findall(r"^([\w-]+)==([\w.]+)", PINS.read_text(encoding="utf-8"), flags=re.MULTILINE))


def require(packages: dict[str, str]) -> None:
    """Ends with a line for each package that is missing or of another version."""
    wrong = []
    for name, wanted in packages.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "none"
        if found != wanted:
            wrong.append(f"jukelab: {name} {wanted} is needed, found {found}")
    if wrong:
        sys.exit("\n".join([*wrong, f"jukelab: pip install -r {PINS.relative_to(ROOT)}, in an environment of its own"]))


class Fixtures:
    """A folder of clips, arrays and their manifest."""

    def __init__(self, folder: Path):
        self.folder = folder
        try:
            self.manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            sys.exit(f"jukelab: {folder} holds no fixtures: manifest.json is missing")

    def wavs(self) -> list[Path]:
        """The clips that are there: the manifest also lists recordings that cannot be kept in the project."""
        return [wav for clip in self.manifest["clips"] if (wav := self.folder / f"{clip}.wav").exists()]

    def arrays(self) -> set[str]:
        return {file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.npy")}

    def entries(self, group: str) -> dict[str, dict]:
        """What the manifest says of a clip's arrays, or of the tables."""
        return self.manifest["tables"] if group == "tables" else self.manifest["clips"][group]["features"]


def write(fixtures: Fixtures, recipes: list, facts: dict, out: Path) -> None:
    """Writes arrays and clips, and the manifest with new entries for them; its entries for other arrays stay."""
    for recipe in recipes:
        fixtures.entries(recipe.group)[recipe.name] = recipe.write(out)
    for wav in fixtures.wavs():
        if not (out / wav.name).exists():
            shutil.copy(wav, out)
    fixtures.manifest |= facts | {"versions": pins(), "python": platform.python_version()}
    (out / "manifest.json").write_text(json.dumps(fixtures.manifest, indent=1), encoding="utf-8")
    print(f"  {len(recipes)} arrays written to {out}")


def check(fixtures: Fixtures, recipes: list, facts: dict) -> None:
    """Prints the largest difference of each name; ends with what is wrong, a line each."""
    wrong = [f"manifest.json: {key} should be {fact}" for key, fact in facts.items() if fixtures.manifest[key] != fact]
    largest = {}
    for recipe in recipes:
        entry = fixtures.entries(recipe.group).get(recipe.name)
        difference, found = recipe.compare(fixtures.folder, entry)
        before, _ = largest.get(recipe.name, (0, ""))
        largest[recipe.name] = max(before, difference), recipe.tolerance.text
        wrong += found
    print(f"  {'largest difference':>35}  tolerance")
    for name, (difference, tolerance) in largest.items():
        print(f"  {name:<26} {difference:8.2g}  {tolerance}")
    made = {recipe.file for recipe in recipes}
    wrong += [f"{file}: kept, but not in fixture_table.py" for file in sorted(fixtures.arrays() - made)]
    if wrong:
        sys.exit("\n".join(f"jukelab: {line}" for line in wrong))
    print(f"  {len(recipes)} arrays are as librosa makes them")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, metavar="FOLDER", help="write clips, arrays and manifest there")
    what.add_argument("--check", action="store_true", help="compare with what is kept; fails beyond the tolerances")
    parser.add_argument("--fixtures", type=Path, metavar="FOLDER", default=KEPT, help="clips and what is kept of them")
    parser.add_argument("--all", action="store_true", help="with --out: also arrays that are not kept")
    options = parser.parse_args()
    fixtures = Fixtures(options.fixtures)
    require(pins())
    from fixture_table import FACTS, recipes  # needs the packages just looked for

    kept = fixtures.arrays()
    chosen = [recipe for recipe in recipes(fixtures.wavs()) if recipe.file in kept or options.all and options.out]
    if options.check:
        check(fixtures, chosen, FACTS)
    else:
        write(fixtures, chosen, FACTS, options.out)


if __name__ == "__main__":
    main()
