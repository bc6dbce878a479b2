"""Checks on a machine with an NVIDIA card that libtorch trains there as on the CPU, and measures how fast.

Needs nothing but Python, the folders that are named, and a driver; no network. It takes less than four minutes:

    python3 tools/gpu_check.py --java jdk --classes target/classes target/test-classes --jars target/lib-libtorch-gpu \
        --cuda .venv/lib/python3.11/site-packages/nvidia/cu13/lib ... --receipt receipt.json

Outputs, gradients and three epochs are compared with DL4J on the CPU; steps of the five-block network are timed at batch
32, 128 and 512, and an epoch of article 004. The receipt is JSON, and is written whatever the check finds. The exit code
is 1 if something differs or fails. With --device cpu libtorch computes on the CPU, which checks all but the card.

Where files must be small, a jar may be in parts, which are joined: split -b 60m -d NAME.jar NAME.jar.part-
"""

import argparse
import ctypes
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAIN = "io.github.jukelab.libtorch.CudaCheck"
TIMEOUT = 235  # seconds
SUCCESS, NO_DEVICE = 0, 100  # of CUDA's driver


class Failure(Exception):
    """The reason, in one line."""


def driver(name: str = "libcuda.so.1") -> dict:
    """What the driver's own library says, without nvidia-smi and before anything large is loaded."""
    try:
        cuda = ctypes.CDLL(name)
    except OSError as error:
        raise Failure(f"no NVIDIA driver: {error}") from error
    code = cuda.cuInit(0)
    if code == NO_DEVICE:
        raise Failure("the NVIDIA driver finds no card (CUDA_ERROR_NO_DEVICE)")
    if code != SUCCESS:
        raise Failure(f"the NVIDIA driver does not start (cuInit gives {code})")
    version, count = ctypes.c_int(), ctypes.c_int()
    cuda.cuDriverGetVersion(ctypes.byref(version))
    cuda.cuDeviceGetCount(ctypes.byref(count))
    return {"cuda": f"{version.value // 1000}.{version.value % 1000 // 10}", "cards": count.value}


def choice() -> list[str]:
    """The six fields of tools/gpu.sh, for libtorch on a card."""
    program = [ROOT / "tools" / "gpu.sh", "1", "libtorch"]
    fields = subprocess.run(program, capture_output=True, text=True).stdout.strip().split(" ", 5)
    if fields[1] == "none":
        raise Failure(fields[5])
    return fields


def memory() -> str:
    command = ["nvidia-smi", "--query-gpu=memory.total", "--format=csv,noheader"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().replace("\n", ", ")
    except (OSError, subprocess.CalledProcessError):
        return "not told"


def cores() -> str:
    return subprocess.run([ROOT / "tools" / "cores.sh"], capture_output=True, text=True, check=True).stdout.strip()


def machine() -> dict:
    try:
        processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())[1]
    except (OSError, TypeError):
        processor = platform.processor()
    return {"system": platform.platform(), "processor": processor, "cores": int(cores())}


def jars(folders: list[Path], joined: Path) -> list[str]:
    """All jars of the folders; those in parts are joined."""
    found = []
    for folder in folders:
        if not folder.is_dir():
            raise Failure(f"no such folder: {folder}")
        found += sorted(folder.glob("*.jar"))
        for first in sorted(folder.glob("*.jar.part-*0")):
            name, _, number = first.name.rpartition(".part-")
            if set(number) != {"0"}:
                continue
            found.append(joined / name)
            with open(found[-1], "wb") as whole:
                for part in sorted(folder.glob(f"{name}.part-*")):
                    with open(part, "rb") as source:
                        shutil.copyfileobj(source, whole)
    if not found:
        raise Failure(f"no jars in {', '.join(map(str, folders))}: name folders with --jars")
    return [str(jar) for jar in found]


def java(home: Path | None) -> str:
    program = str(home / "bin" / "java") if home else shutil.which("java")
    if not program or not Path(program).exists():
        raise Failure(f"no Java found{f' in {home}' if home else ''}: name the folder of a Java runtime with --java")
    return program


def command(arguments: argparse.Namespace, chosen: list[str], joined: Path) -> list[str]:
    path = os.pathsep.join([*map(str, arguments.classes), *jars(arguments.jars, joined)])
    options = [f"@{ROOT / 'tools' / 'jvm.options'}", "-Xmx2g", "-Dorg.bytedeco.javacpp.maxBytes=12g"]
    options.append(f"-Djava.util.logging.config.file={ROOT / 'tools' / 'logging.properties'}")
    options.append(f"-Dorg.bytedeco.javacpp.cachedir={joined / 'cache'}")
    if chosen:
        options.append(f"-Dio.github.jukelab.gpu={' '.join(chosen)}")
    return [java(arguments.java), *options, "-cp", path, MAIN, "cuda:0" if chosen else "cpu"]


def environment(arguments: argparse.Namespace, chosen: list[str]) -> dict[str, str]:
    """The folders of CUDA's libraries come before those of the machine."""
    for folder in arguments.cuda:
        if not folder.is_dir():
            raise Failure(f"no such folder: {folder}")
    paths = [*(str(folder.resolve()) for folder in arguments.cuda), os.environ.get("LD_LIBRARY_PATH", "")]
    variables = {"OMP_NUM_THREADS": cores(), "OMP_WAIT_POLICY": "PASSIVE", "LD_LIBRARY_PATH": os.pathsep.join(filter(None, paths))}
    if chosen:
        variables["CUDA_VISIBLE_DEVICES"] = chosen[4]
    return {**os.environ, **variables}


def findings(lines: list[str]) -> dict:
    """Of what the Java part prints."""
    found = {"versions": {}, "checks": {}, "times": {}}
    for line in lines:
        kind, _, rest = line.partition(" ")
        name, _, value = rest.partition(" ")
        if kind == "version":
            found["versions"][name] = value
        elif kind == "time":
            found["times"][name] = round(float(value), 4)
        elif kind == "check":
            difference, limit = map(float, value.split())
            found["checks"][name] = {"difference": difference, "limit": limit, "passed": difference <= limit}
    return found


def run(arguments: argparse.Namespace, receipt: dict) -> None:
    """Fills the receipt as far as the check comes."""
    receipt["machine"] = machine()
    chosen = []
    if arguments.device == "gpu":
        receipt["driver"] = driver()
        chosen = choice()
        receipt["card"] = {"choice": chosen[5], "memory": memory()}
    with tempfile.TemporaryDirectory() as joined:
        program = command(arguments, chosen, Path(joined))
        variables = environment(arguments, chosen)
        try:
            result = subprocess.run(program, env=variables, capture_output=True, text=True, timeout=TIMEOUT)
            output, errors, code = result.stdout, result.stderr, result.returncode
        except subprocess.TimeoutExpired as error:
            output, errors, code = (error.stdout or b"").decode(), f"not ready after {TIMEOUT} s", 1
    receipt.update(findings(output.splitlines()))
    if code != 0:
        reasons = [line for line in errors.splitlines() if re.match(r"Exception in thread|Caused by:|not ready|#  SIG", line)]
        raise Failure((reasons or errors.splitlines() or [f"exit code {code}"])[-1])
    different = [name for name, check in receipt["checks"].items() if not check["passed"]]
    if different:
        raise Failure(f"differs from the CPU: {', '.join(different)}")


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(file)


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--java", type=Path, metavar="DIR", help="a Java runtime (default: JAVA_HOME, else the PATH's)")
    classes = [ROOT / "target" / "classes", ROOT / "target" / "test-classes"]
    parser.add_argument("--classes", type=Path, metavar="DIR", nargs="+", default=classes, help="(default: those of the build)")
    parser.add_argument("--jars", type=Path, metavar="DIR", nargs="+", help="(default: those that make gpu-check installs)")
    parser.add_argument("--cuda", type=Path, metavar="DIR", nargs="*", default=[], help="CUDA's libraries (default: the machine's)")
    parser.add_argument("--device", choices=["gpu", "cpu"], default="gpu", help="(default: gpu)")
    parser.add_argument("--receipt", type=Path, metavar="FILE", help="(default: printed only)")
    parsed = parser.parse_args(arguments)
    parsed.java = parsed.java or (Path(os.environ["JAVA_HOME"]) if os.environ.get("JAVA_HOME") else None)
    parsed.jars = parsed.jars or [ROOT / "target" / ("lib-libtorch-gpu" if parsed.device == "gpu" else "lib-libtorch")]
    return parsed


def main(arguments: list[str] | None = None) -> int:
    parsed = parse(arguments)
    start = time.monotonic()
    receipt = {"made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "device": parsed.device, "passed": False}
    try:
        run(parsed, receipt)
        receipt["passed"] = True
    except Failure as failure:
        receipt["error"] = str(failure)
    receipt["seconds"] = round(time.monotonic() - start, 1)
    text = json.dumps(receipt, indent=1) + "\n"
    if parsed.receipt:
        write(parsed.receipt, text)
    print(text, end="")
    if not receipt["passed"]:
        print(f"jukelab: {receipt['error']}", file=sys.stderr)
    return 0 if receipt["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
