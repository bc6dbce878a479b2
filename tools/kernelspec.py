"""Writes the kernel spec `java` into the environment that runs this script, in place of the one that came with JJava.

Every Jupyter of that environment finds it. The kernel is JJava, or IJava with --ijava. HEAP and OFF_HEAP (such as 2g)
set the limits of a notebook's memory. After a build the kernel is started once, to keep an archive of its classes:
with it, later starts need a fifth less processor time.
"""

import argparse
import functools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

ROOT = Path(__file__).resolve().parent.parent
JAR = ROOT / "target" / "jukelab.jar"
SCRIPTS = ROOT / "target" / "classes" / "io" / "github" / "jukelab" / "notebook"
JJAVA = "org.dflib.jjava.distro.JJava"
IJAVA = "io.github.spencerpark.ijava.IJava"
START = [  # the start of a notebook
    "budget()",
    """var wave = Wave.sine(440, 1, 22_050);
var mel = MelBank.of(128, wave.rate()).apply(Spectrogram.of(wave).power()).toDecibels();
Plots.spectrogram(mel)""",
    'Table.create("start", IntColumn.create("n", 1, 2))',
    "wave",
    "backend()",
]
# After a collection at most 40 % of the heap is free, not 70: a notebook then keeps 200 to 400 MB less beside others.
HEAP_KEPT = ["-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40"]
# What glibc keeps of native memory (see NATIVE) is given back each minute: 600 to 900 MB after a training. Early builds
# of JDK 17 do not know the option.
NATIVE_KEPT = ["-XX:+IgnoreUnrecognizedVMOptions", "-XX:TrimNativeHeapInterval=60000"]
NATIVE = {
    "OMP_WAIT_POLICY": "PASSIVE",  # spinning threads make training many times slower where other work runs too
    # glibc keeps large blocks, in huge pages, for the next step instead of freeing them: steps are 3 to 7 % shorter
    "MALLOC_MMAP_THRESHOLD_": str(1 << 30),
    "MALLOC_TRIM_THRESHOLD_": str(2 << 30),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}


class Jdk(NamedTuple):
    java: str
    major: int
    build: str  # such as 17.0.15+6


def jdk() -> Jdk:
    """The same that Maven compiles with."""
    home = os.environ.get("JAVA_HOME")
    java = Path(home, "bin", "java") if home else shutil.which("java")
    if not java or not Path(java).exists():
        sys.exit("jukelab: no Java found; see make doctor")
    shown = subprocess.run(
        [java, "-XshowSettings:properties", "-version"], capture_output=True, text=True, check=True
    ).stderr
    major = re.search(r"java\.specification\.version = (\d+)", shown).group(1)
    build = re.search(r"java\.runtime\.version = (\S+)", shown).group(1)
    return Jdk(str(java), int(major), build)


def size(name: str, default: str) -> str:
    value = os.environ.get(name) or default
    if not re.fullmatch(r"[1-9]\d*[kmgKMG]", value):
        sys.exit(f"jukelab: {name} must be a size such as 800m or 2g, got {value}")
    return value


def cores() -> str:
    return subprocess.run([ROOT / "tools" / "cores.sh"], capture_output=True, text=True, check=True).stdout.strip()


def options(major: int) -> list[str]:
    flags = [
        f"@{ROOT / 'tools' / 'jvm.options'}",
        f"-Xmx{size('HEAP', '1g')}",
        *HEAP_KEPT,
        *NATIVE_KEPT,
        f"-Dorg.bytedeco.javacpp.maxBytes={size('OFF_HEAP', '4g')}",
        f"-Dio.github.jukelab.home={ROOT}",
        f"-Djava.util.logging.config.file={ROOT / 'tools' / 'logging.properties'}",
        "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
    ]
    choice = os.environ.get("JUKELAB_CHOICE")
    if engine := choice.split()[1] if choice else os.environ.get("JUKELAB_ENGINE"):
        flags.append(f"-Dio.github.jukelab.engine={engine}")
    if choice:
        flags.append(f"-Dio.github.jukelab.gpu={choice}")
    if major >= 24:  # silences warnings about JavaCPP and JLargeArrays
        flags += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    return flags


def card() -> dict[str, str]:
    """The card that tools/gpu.sh chose, and where CUDA's libraries are: make hands over its line."""
    choice = os.environ.get("JUKELAB_CHOICE", "").split()
    if not choice or choice[2] != "gpu":
        return {}
    paths = subprocess.run([ROOT / "tools" / "cuda-path.sh", sys.prefix], capture_output=True, text=True, check=True)
    return {"CUDA_VISIBLE_DEVICES": choice[4], "LD_LIBRARY_PATH": paths.stdout.strip()}


def spec(argv: list[str], environment: dict[str, str]) -> dict:
    native = NATIVE
    if os.environ.get("JUKELAB_ENGINE") == "libtorch":
        # Only the first arena of glibc keeps blocks of more than 64 MB: with others, a step of batch 128 takes twice as long.
        native = {**NATIVE, "MALLOC_ARENA_MAX": "1"}
    return {
        "argv": [*argv, "{connection_file}"],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "env": {**environment, "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": cores(), **native, **card()},  # file names are UTF-8
    }


def jjava(java: Jdk, kernel: Path, library: Path, extra: list[str]) -> dict:
    """All jars are on the JVM's own class path, where JJava finds our extension."""
    path = os.pathsep.join(str(jar) for jar in [kernel, JAR, *sorted(library.glob("*.jar"))])
    return spec([java.java, *options(java.major), *extra, "-cp", path, JJAVA], {})


def ijava(java: Jdk, kernel: Path, library: Path, extra: list[str]) -> dict:
    return spec(
        [java.java, *options(java.major), *extra, "-cp", str(kernel), IJAVA],
        {
            "IJAVA_CLASSPATH": os.pathsep.join([str(JAR), str(library / "*.jar")]),
            "IJAVA_STARTUP_SCRIPTS_PATH": os.pathsep.join(
                str(SCRIPTS / name) for name in ("imports.jshell", "ijava.jshell")
            ),
        },
    )


def archived(make, archive: Path) -> dict:
    """The spec that uses the archive. It is made if it is missing or older than our classes."""
    if not archive.exists() or archive.stat().st_mtime < JAR.stat().st_mtime:
        part = archive.with_name(archive.name + ".part")
        try:
            print("jukelab: preparing the start of notebooks", flush=True)
            start_and_end(make([f"-XX:ArchiveClassesAtExit={part}"]))
            part.replace(archive)
        except Exception as error:  # of any kind: notebooks start without it, but slower
            print(f"jukelab: notebooks will start slower, because no archive could be made: {error}", file=sys.stderr)
            part.unlink(missing_ok=True)
            archive.unlink(missing_ok=True)
            return make([])
    # The JVM passes over an archive that does not fit. Without the second option it would say so at each start, and
    # JDK 25 also that our other options disable some of the archive.
    return make([f"-XX:SharedArchiveFile={archive}", "-Xlog:disable"])


def start_and_end(written: dict) -> None:
    """Starts a kernel, runs the first cells of a notebook and lets the JVM end by itself."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "java", "kernel.json")
        file.parent.mkdir()
        file.write_text(json.dumps(written), encoding="utf-8")
        manager = KernelManager(kernel_name="java", kernel_spec_manager=KernelSpecManager(kernel_dirs=[folder]))
        manager.start_kernel(cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        client = manager.client()
        try:
            client.start_channels()
            client.wait_for_ready(timeout=120)
            for code in START:
                client.execute_interactive(code, timeout=120, output_hook=lambda message: None)
            manager.provisioner.process.send_signal(signal.SIGTERM)
            manager.provisioner.process.wait(timeout=60)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def check_class_path(*entries: Path) -> None:
    for entry in entries:
        if os.pathsep in str(entry):
            sys.exit(f"jukelab: {entry} cannot be used: Java's class path has no way to write '{os.pathsep}'")


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
    java, library = jdk(), arguments.library.resolve()
    check_class_path(ROOT, kernel, library)
    if arguments.ijava:
        check_ijava(arguments.ijava)
        name, make = "ijava", functools.partial(ijava, java, arguments.ijava.resolve(), library)
    else:
        name, make = "jjava", functools.partial(jjava, java, kernel, library)
    written = archived(make, library / f"{name}-{java.build}.jsa")
    write(folder / "kernel.json", json.dumps(written, indent=1))


if __name__ == "__main__":
    main()
