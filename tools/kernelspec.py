"""Writes the kernel spec `java` into the environment that runs this script, in place of the one that came with JJava.

Every Jupyter of that environment finds it. The kernel is JJava, or IJava with --ijava. HEAP and OFF_HEAP (such as 2g)
set the limits of a notebook's memory.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JAR = ROOT / "target" / "jukelab.jar"
SCRIPTS = ROOT / "target" / "classes" / "io" / "github" / "jukelab" / "notebook"
JJAVA = "org.dflib.jjava.distro.JJava"
IJAVA = "io.github.spencerpark.ijava.IJava"
CGROUP = Path("/sys/fs/cgroup")
NATIVE = {
    "OMP_WAIT_POLICY": "PASSIVE",  # spinning threads make training many times slower where other work runs too
    # glibc keeps large blocks, in huge pages, for the next step instead of freeing them: steps are 3 to 7 % shorter
    "MALLOC_MMAP_THRESHOLD_": str(1 << 30),
    "MALLOC_TRIM_THRESHOLD_": str(2 << 30),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}


def java() -> str:
    """The same `java` that Maven compiles with."""
    home = os.environ.get("JAVA_HOME")
    found = Path(home, "bin", "java") if home else shutil.which("java")
    if not found or not Path(found).exists():
        sys.exit("jukelab: no Java found; see make doctor")
    return str(found)


def major(program: str) -> int:
    shown = subprocess.run(
        [program, "-XshowSettings:properties", "-version"], capture_output=True, text=True, check=True
    ).stderr
    return int(re.search(r"java\.specification\.version = (\d+)", shown).group(1))


def size(name: str, default: str) -> str:
    value = os.environ.get(name) or default
    if not re.fullmatch(r"[1-9]\d*[kmgKMG]", value):
        sys.exit(f"jukelab: {name} must be a size such as 800m or 2g, got {value}")
    return value


def cores(cgroup: Path = CGROUP) -> int:
    """The cores that this process may use: a container's share may be less than the machine has."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    quota, period = share(cgroup)
    return max(1, min(count, -(-quota // period))) if quota > 0 else count


def share(cgroup: Path) -> tuple[int, int]:
    """Microseconds of processor time per period, of version 2 and 1 of control groups; 0 or less without a limit."""
    try:
        quota, period = (cgroup / "cpu.max").read_text().split()
        return (0, 1) if quota == "max" else (int(quota), int(period))
    except (OSError, ValueError):
        pass
    try:
        return tuple(int((cgroup / "cpu" / f"cpu.cfs_{name}_us").read_text()) for name in ("quota", "period"))
    except (OSError, ValueError):
        return 0, 1


def options(version: int) -> list[str]:
    flags = [
        f"-Xmx{size('HEAP', '1g')}",
        f"-Dorg.bytedeco.javacpp.maxBytes={size('OFF_HEAP', '4g')}",
        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
        "-Djava.awt.headless=true",
        f"-Dio.github.jukelab.home={ROOT}",
        f"-Djava.util.logging.config.file={ROOT / 'tools' / 'logging.properties'}",
        "-XX:LoopUnrollLimit=100",  # lets the compiler vectorise the loops of the Fourier transform
        "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
    ]
    if version >= 24:  # silences warnings about JavaCPP and JLargeArrays
        flags += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    return flags


def spec(argv: list[str], environment: dict[str, str]) -> dict:
    return {
        "argv": [*argv, "{connection_file}"],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "env": {**environment, "OMP_NUM_THREADS": str(cores()), **NATIVE},
    }


def jjava(kernel: Path, library: Path) -> dict:
    """All jars are on the JVM's own class path, where JJava finds our extension."""
    program = java()
    version = major(program)
    path = os.pathsep.join(str(jar) for jar in [kernel, JAR, *sorted(library.glob("*.jar"))])
    archive = []
    if version >= 19:  # the first kernel writes an archive of the loaded classes when it ends; later ones start faster
        archive = ["-XX:+AutoCreateSharedArchive", f"-XX:SharedArchiveFile={library / f'kernel-{version}.jsa'}"]
    return spec([program, *options(version), *archive, "-cp", path, JJAVA], {})


def ijava(kernel: Path, library: Path) -> dict:
    program = java()
    return spec(
        [program, *options(major(program)), "-cp", str(kernel), IJAVA],
        {
            "IJAVA_CLASSPATH": os.pathsep.join([str(JAR), str(library / "*.jar")]),
            "IJAVA_STARTUP_SCRIPTS_PATH": os.pathsep.join(
                str(SCRIPTS / name) for name in ("imports.jshell", "ijava.jshell")
            ),
        },
    )


def check_ijava(jar: Path) -> None:
    try:
        with zipfile.ZipFile(jar) as archive:
            archive.getinfo(IJAVA.replace(".", "/") + ".class")
    except (OSError, zipfile.BadZipFile, KeyError):
        sys.exit(f"jukelab: {jar} is not the jar of IJava; `jupyter kernelspec list` shows the folder that has it")


def write(file: Path, text: str) -> None:
    """Writes only what is new, so that a shared installation may be read-only for those who use it."""
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return
    temporary = file.with_name(file.name + ".part")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(file)
    except OSError as error:
        sys.exit(f"jukelab: the kernel spec cannot be written: {error}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", type=Path, default=ROOT / "target" / "lib", help="folder with the jars")
    parser.add_argument("--ijava", type=Path, help="the jar of IJava, to use it instead of JJava")
    arguments = parser.parse_args()
    folder = Path(sys.prefix, "share", "jupyter", "kernels", "java")
    kernel = folder / "jjava.jar"
    if not kernel.exists():
        sys.exit(f"jukelab: {kernel} is missing; run make clean setup")
    library = arguments.library.resolve()
    if arguments.ijava:
        check_ijava(arguments.ijava)
        written = ijava(arguments.ijava.resolve(), library)
    else:
        written = jjava(kernel, library)
    write(folder / "kernel.json", json.dumps(written, indent=1))


if __name__ == "__main__":
    main()
