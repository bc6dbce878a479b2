"""`tools/gpu_check.py`, and what is said on a machine whose driver has no card: with a fake java, and with a stub of
libcuda.so.1, which is compiled where a C compiler is at hand."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from loading import load

ROOT = Path(__file__).resolve().parents[3]
L4 = "0, GPU-12, NVIDIA L4, 580.65.06, 8.9, [N/A]"
FINDINGS = """version libtorch 2.13.0
check outputs_small 3.0E-7 1.0E-4
time step_32_ms 12.5"""

gpu_check = load("gpu_check")


def script(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("#!/bin/sh\n" + text + "\n")
    file.chmod(0o755)
    return file


@pytest.fixture
def stub(tmp_path) -> Path:
    """A folder with a driver's library that knows no card."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler or sys.platform != "linux":
        pytest.skip("no C compiler for the stub of libcuda.so.1")
    folder = tmp_path / "stub"
    folder.mkdir()
    source = ROOT / "src" / "test" / "c" / "libcuda.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", folder / "libcuda.so.1", source], check=True)
    return folder


class TestCheck:
    """With a java that prints what it is told to."""

    @pytest.fixture
    def check(self, tmp_path, monkeypatch, capsys):
        jars = tmp_path / "jars"
        jars.mkdir()
        (jars / "a.jar").touch()
        script(tmp_path / "bin" / "nvidia-smi", f"echo '{L4}'")
        monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)

        def run(java: str, *arguments: str) -> tuple[int, dict, str]:
            home = script(tmp_path / "jdk" / "bin" / "java", f'echo "$@" >{tmp_path}/arguments\n{java}').parents[1]
            receipt = tmp_path / "new" / "receipt.json"
            code = gpu_check.main(["--java", str(home), "--jars", str(jars), "--receipt", str(receipt), *arguments])
            printed = capsys.readouterr()
            assert printed.out == receipt.read_text()
            return code, json.loads(printed.out), printed.err

        run.jars = jars
        run.arguments = lambda: (tmp_path / "arguments").read_text()
        return run

    def test_all_is_well(self, check):
        code, receipt, errors = check(f"echo '{FINDINGS}'", "--device", "cpu")
        assert (code, errors) == (0, "")
        assert receipt["passed"] and receipt["device"] == "cpu" and receipt["versions"] == {"libtorch": "2.13.0"}
        assert receipt["checks"] == {"outputs_small": {"difference": 3e-7, "limit": 1e-4, "passed": True}}
        assert receipt["times"] == {"step_32_ms": 12.5}
        assert receipt["machine"]["cores"] >= 1 and "card" not in receipt
        assert check.arguments().endswith(f"{check.jars / 'a.jar'} {gpu_check.MAIN} cpu\n")

    def test_the_card_is_handed_over(self, check, monkeypatch, tmp_path):
        monkeypatch.setattr(gpu_check, "driver", lambda: {"cuda": "13.0", "cards": 1})
        code, receipt, _ = check(f"echo \"version cards $CUDA_VISIBLE_DEVICES $LD_LIBRARY_PATH\"\necho '{FINDINGS}'", "--cuda", str(tmp_path))
        assert code == 0 and receipt["driver"] == {"cuda": "13.0", "cards": 1}
        assert "using libtorch on NVIDIA L4 (compute capability 8.9, driver 580.65.06)" in receipt["card"]["choice"]
        assert receipt["versions"]["cards"].startswith(f"GPU-12 {tmp_path}")
        assert "-Dio.github.jukelab.gpu=1 libtorch gpu lib-libtorch-gpu GPU-12 asked for a GPU" in check.arguments()
        assert check.arguments().endswith(f"{gpu_check.MAIN} cuda:0\n")

    def test_a_difference_is_told(self, check):
        code, receipt, errors = check("echo 'check gradients_small 0.5 0.01'", "--device", "cpu")
        assert (code, receipt["passed"]) == (1, False)
        assert errors == f"jukelab: {receipt['error']}\n" == "jukelab: differs from the CPU: gradients_small\n"

    def test_what_was_found_before_an_error_is_kept(self, check):
        java = f"echo '{FINDINGS}'; echo 'Exception in thread \"main\" java.lang.IllegalStateException: no memory' >&2; exit 1"
        code, receipt, _ = check(java, "--device", "cpu")
        assert code == 1 and receipt["times"] and not receipt["passed"]
        assert receipt["error"] == 'Exception in thread "main" java.lang.IllegalStateException: no memory'

    def test_it_ends_in_time(self, check, monkeypatch):
        monkeypatch.setattr(gpu_check, "TIMEOUT", 0.5)
        code, receipt, _ = check(f"echo '{FINDINGS}'; exec sleep 60", "--device", "cpu")
        assert code == 1 and receipt["times"] and receipt["error"] == "not ready after 0.5 s"

    @pytest.mark.parametrize(
        "arguments,reason",
        [
            (["--java", "missing"], "no Java found in missing: name the folder of a Java runtime with --java"),
            (["--jars", "missing"], "no such folder: missing"),
            (["--jars", str(ROOT / "tools")], f"no jars in {ROOT / 'tools'}: name folders with --jars"),
            (["--cuda", "missing"], "no such folder: missing"),
        ],
    )
    def test_wrong_folders(self, check, arguments, reason):
        assert check("exit 0", "--device", "cpu", *arguments)[1]["error"] == reason

    def test_parts_are_joined(self, tmp_path):
        folder = tmp_path / "parts"
        folder.mkdir()
        for number in range(12):
            (folder / f"torch.jar.part-{number:02}").write_bytes(bytes([number]) * 3)
        (folder / "other.jar.part-00").write_bytes(b"x")
        (folder / "whole.jar").touch()
        found = gpu_check.jars([folder], tmp_path)
        assert found == [str(folder / "whole.jar"), str(tmp_path / "other.jar"), str(tmp_path / "torch.jar")]
        assert (tmp_path / "torch.jar").read_bytes() == b"".join(bytes([number]) * 3 for number in range(12))


class TestStub:
    """A driver without a card."""

    def test_the_driver_finds_no_card(self, stub):
        with pytest.raises(gpu_check.Failure, match="the NVIDIA driver finds no card .CUDA_ERROR_NO_DEVICE."):
            gpu_check.driver(str(stub / "libcuda.so.1"))

    def test_no_driver(self):
        with pytest.raises(gpu_check.Failure, match="no NVIDIA driver: libcuda-of-nobody.so"):
            gpu_check.driver("libcuda-of-nobody.so")

    def test_the_check_says_so(self, stub, tmp_path):
        """In a process of its own, as the loader reads LD_LIBRARY_PATH once."""
        script(tmp_path / "bin" / "nvidia-smi", f"echo '{L4}'")
        path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
        result = subprocess.run(
            [sys.executable, ROOT / "tools" / "gpu_check.py"],
            env={**os.environ, "LD_LIBRARY_PATH": str(stub), "PATH": path},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert result.returncode == 1
        assert result.stderr == "jukelab: the NVIDIA driver finds no card (CUDA_ERROR_NO_DEVICE)\n"
        assert json.loads(result.stdout)["error"] == "the NVIDIA driver finds no card (CUDA_ERROR_NO_DEVICE)"

    @pytest.mark.parametrize("gpu", ["1", "auto"])
    def test_libtorch_says_so(self, stub, tmp_path, gpu):
        """nvidia-smi tells of a card that the driver then has not."""
        paths = subprocess.run([ROOT / "tools" / "cuda-path.sh"], capture_output=True, text=True, check=True).stdout
        installed = ROOT / "target" / "lib-libtorch-gpu" / ".pom"
        if "nvidia" not in paths or not installed.exists() or installed.read_bytes() != (ROOT / "pom.xml").read_bytes():
            pytest.skip("libtorch for NVIDIA cards is not installed")
        script(tmp_path / "bin" / "nvidia-smi", f"echo '{L4}'")
        environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}", "JUKELAB_GPU": gpu}
        environment["LD_LIBRARY_PATH"] = str(stub)
        for name in ("CUDA_VISIBLE_DEVICES", "JUKELAB_ENGINE", "JUKELAB_CHOICE"):
            environment.pop(name, None)
        model = tmp_path / "model.zip"
        command = [ROOT / "jukelab", "train", "feature-table", "--data", tmp_path, "--out", model]
        result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
        choice, reason = result.stderr.splitlines()
        assert result.returncode == 1 and not model.exists()
        assert choice.startswith("jukelab: asked for a GPU") and "using libtorch on NVIDIA L4" in choice
        assert reason == (
            "jukelab: the engine libtorch cannot be used: the card cannot be used: libtorch: No CUDA GPUs are available"
        )
