"""Writes the kernel spec named `java`: JJava with our class path, heap, flags and number of threads.

In JUPYTER_PATH its folder is before that of the virtual environment, so that the name `java` means this one.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAP = "1g"
OFF_HEAP = "4g"
NATIVE = {
    "OMP_NUM_THREADS": str(os.cpu_count()),
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


def spec(kernel: Path, library: Path) -> dict:
    options = [
        f"-Xmx{HEAP}",
        f"-Dorg.bytedeco.javacpp.maxBytes={OFF_HEAP}",
        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
        "-Djava.awt.headless=true",
        f"-Dio.github.jukelab.home={ROOT}",
        f"-Djava.util.logging.config.file={ROOT / 'tools' / 'logging.properties'}",
        "-XX:LoopUnrollLimit=100",  # lets the compiler vectorise the loops of the Fourier transform
        "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
    ]
    if major(java()) >= 24:  # silences warnings about JavaCPP and JLargeArrays
        options += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    path = os.pathsep.join([str(ROOT / "target" / "classes"), str(library / "*.jar")])
    return {
        "argv": [java(), *options, "-jar", str(kernel), "{connection_file}"],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "env": {"JJAVA_CLASSPATH": path, **NATIVE},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", type=Path, default=ROOT / "target" / "lib", help="folder with the jars")
    parser.add_argument("--out", type=Path, default=ROOT / "target" / "jupyter", help="folder for JUPYTER_PATH")
    options = parser.parse_args()
    kernel = Path(sys.prefix, "share", "jupyter", "kernels", "java", "jjava.jar")
    if not kernel.exists():
        sys.exit(f"jukelab: {kernel} is missing; run make clean setup")
    folder = options.out / "kernels" / "java"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(spec(kernel, options.library.resolve()), indent=1)
    temporary = folder / "kernel.json.part"
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(folder / "kernel.json")


if __name__ == "__main__":
    main()
