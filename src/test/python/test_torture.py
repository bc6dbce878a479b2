"""tools/torture.py: a case that is kept, one that is not, and one that does not exist."""

import subprocess
import sys
from pathlib import Path
from loading import load

TOOL = Path(__file__).resolve().parents[3] / "tools" / "torture.py"
torture = load("torture")


def run(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, str(TOOL), *arguments], capture_output=True, text=True)


def test_a_damaged_journal_changes_no_row():
    result = run("--rounds", "1", "--seed", "1", "damaged journal")
    assert result.returncode == 0, result.stdout
    assert result.stdout.splitlines()[0] == "torture: seed 1, 1 rounds"
    assert result.stdout.splitlines()[1].startswith("  kept    damaged journal ")


def test_a_broken_promise_fails_and_is_named(monkeypatch, capsys):
    def broken(_: torture.Torture) -> str:
        raise torture.Failure("a table is whole")

    monkeypatch.setattr(torture, "CASES", {"one": broken, "two": lambda _: "fine"})
    monkeypatch.setattr(sys, "argv", ["torture.py"])
    assert torture.main() == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split()[0] == "BROKEN" and lines[1].endswith("a table is whole")
    assert lines[2].split()[0] == "kept" and lines[2].endswith("fine")


def test_an_unknown_case_is_refused():
    result = run("nonsense")
    assert result.returncode == 2
    assert "no case nonsense; there are killed table, " in result.stderr
