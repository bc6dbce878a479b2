"""What `tools/gpu.sh` chooses, from answers of nvidia-smi as drivers give them. A fake nvidia-smi prints them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BASICS = ("sh", "awk", "grep", "sed", "tr", "sort")
NO_FIELD = 'Field "compute_cap" is not a valid field to query.'
A100 = "GPU-5d5ba0d6-d33d-2b2c-524d-9e3d8d2b8a77"
L4 = "GPU-0c1f5f4e-7c5f-9a3e-2f6b-1b2c3d4e5f60"
H100 = "GPU-e6489c45-5b68-3b03-bab7-0e7c8e809643"
SMALL = "MIG-c6d4f1ef-42e4-5de3-91c7-45d71c87eb3f"
LARGE = "MIG-cba663e8-9bed-5b25-b243-5985ef7c9beb"
INSTANCES = f"""GPU 0: NVIDIA A100-SXM4-40GB (UUID: {A100})
  MIG 1g.5gb      Device  0: (UUID: {SMALL})
  MIG 3g.20gb     Device  1: (UUID: {LARGE})
GPU 1: NVIDIA L4 (UUID: {L4})"""


def script(file: Path, text: str) -> None:
    file.write_text("#!/bin/sh\n" + text + "\n")
    file.chmod(0o755)


class Machine:
    """A PATH with the basic tools, a uname of a system, and an nvidia-smi if there is a driver."""

    def __init__(self, folder: Path):
        self.path = folder / "path"
        self.path.mkdir()
        for tool in BASICS:
            (self.path / tool).symlink_to(shutil.which(tool))
        self.system("Linux", "x86_64")

    def system(self, name: str, processor: str) -> None:
        script(self.path / "uname", f'[ "$1" = -s ] && echo {name} || echo {processor}')

    def answers(self, text: str, instances: str = "", code: int = 0, old: bool = False) -> "Machine":
        """The lines of a query, and of -L. An old driver refuses the fields that it does not know."""
        refusal = f"case $1 in *compute_cap*) echo '{NO_FIELD}'; exit 2 ;; esac" if old else ""
        script(
            self.path / "nvidia-smi",
            f"if [ \"$1\" = -L ]; then cat <<'END'\n{instances}\nEND\nexit; fi\n{refusal}\ncat <<'END'\n{text}\nEND\nexit {code}",
        )
        if not (self.path / "cat").exists():
            (self.path / "cat").symlink_to(shutil.which("cat"))
        return self

    def ask(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [ROOT / "tools" / "gpu.sh", *arguments],
            env={"PATH": str(self.path), **environment},
            capture_output=True,
            text=True,
            timeout=20,
        )

    def choice(self, *arguments: str, **environment: str) -> list[str]:
        """The six fields."""
        result = self.ask(*arguments, **environment)
        assert result.stderr == "" and result.stdout.count("\n") == 1
        fields = result.stdout.strip().split(" ", 5)
        assert result.returncode == (1 if fields[1] == "none" else 0)
        return fields

    def words(self, *arguments: str, **environment: str) -> str:
        return self.choice(*arguments, **environment)[5]


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def card(name: str, driver: str, capability: str, uuid: str = A100, index: int = 0, mig: str = "[N/A]") -> str:
    return f"{index}, {uuid}, {name}, {driver}, {capability}, {mig}"


LIBTORCH, DL4J = ("libtorch", "lib-libtorch-gpu"), ("dl4j", "lib-cuda")
OLD_FOR_LIBTORCH = "libtorch needs driver 580 or newer"
CARDS = [  # name, driver, capability, engine by default, why
    ("Tesla K80", "470.82.01", "3.7", DL4J, "libtorch has code for compute capability 7.5 or newer"),
    ("Tesla K40m", "470.82.01", "3.5", None, "DL4J has code for compute capabilities 3.7 to 8.9"),
    ("Tesla M60", "550.90.07", "5.2", DL4J, "libtorch has code for compute capability 7.5 or newer"),
    ("Tesla P100-PCIE-16GB", "580.65.06", "6.0", DL4J, "libtorch has code for compute capability 7.5 or newer"),
    ("Tesla V100-SXM2-16GB", "580.65.06", "7.0", DL4J, "libtorch has code for compute capability 7.5 or newer"),
    ("NVIDIA TITAN V", "450.80.02", "7.0", DL4J, "libtorch has code for compute capability 7.5 or newer"),
    ("NVIDIA TITAN V", "418.87.00", "7.0", None, "DL4J needs driver 450 or newer"),
    ("Tesla T4", "580.65.06", "7.5", LIBTORCH, "DL4J could use it as well, but libtorch is preferred"),
    ("Tesla T4", "579.99", "7.5", DL4J, OLD_FOR_LIBTORCH),
    ("Tesla T4", "535.104.05", "7.5", DL4J, OLD_FOR_LIBTORCH),
    ("NVIDIA A100-SXM4-80GB", "580.95.05", "8.0", LIBTORCH, "DL4J could use it as well"),
    ("NVIDIA GeForce RTX 3090", "590.1", "8.6", LIBTORCH, "DL4J could use it as well"),
    ("NVIDIA GeForce RTX 4090", "580.65.06", "8.9", LIBTORCH, "DL4J could use it as well"),
    ("NVIDIA L40S", "570.86.15", "8.9", DL4J, OLD_FOR_LIBTORCH),
    ("NVIDIA H100 80GB HBM3", "580.65.06", "9.0", LIBTORCH, "DL4J has code for compute capabilities 3.7 to 8.9"),
    ("NVIDIA H100 80GB HBM3", "535.104.05", "9.0", None, OLD_FOR_LIBTORCH + ", DL4J has code for"),
    ("NVIDIA B200", "580.65.06", "10.0", LIBTORCH, "DL4J has code for compute capabilities 3.7 to 8.9"),
    ("NVIDIA B300", "580.95.05", "10.3", LIBTORCH, "DL4J has code for"),
    ("NVIDIA GeForce RTX 5090", "581.29", "12.0", LIBTORCH, "DL4J has code for"),  # Windows' number, as in WSL2
    ("NVIDIA GeForce RTX 5090", "570.86.15", "12.0", None, OLD_FOR_LIBTORCH),
    ("NVIDIA Thor", "580.00", "11.0", None, "libtorch has code for compute capabilities 7.5 to 10.x and 12.x"),
    ("NVIDIA of tomorrow", "650.10", "13.0", None, "libtorch has code for compute capabilities 7.5 to 10.x and 12.x"),
    ("NVIDIA A10", "550.54.15", "[N/A]", None, "the driver does not tell its compute capability; those from 510 on do"),
    ("NVIDIA A10", "550.54.15", "[Insufficient Permissions]", None, "the driver does not tell its compute capability"),
]


@pytest.mark.parametrize("name,driver,capability,chosen,why", CARDS)
def test_the_engine_for_a_card(machine, name, driver, capability, chosen, why):
    machine.answers(card(name, driver, capability))
    told = f"compute capability {capability}, " if capability[0] != "[" else ""
    described = f"{name} ({told}driver {driver})"
    fields = machine.choice("1")
    if chosen:
        engine, library = chosen
        shown = {"dl4j": "DL4J", "libtorch": "libtorch"}[engine]
        assert fields[:5] == ["1", engine, "gpu", library, A100]
        assert fields[5].startswith(f"asked for a GPU (GPU=1), using {shown} on {described}: {why}")
        assert machine.choice("auto")[:5] == ["auto", *fields[1:5]]
    else:
        assert fields[:5] == ["1", "none", "-", "-", "-"]
        assert fields[5].startswith(f"no usable GPU: {described}: ") and why in fields[5]
        assert fields[5].endswith("; omit GPU=1 to run on the CPU")
        fields = machine.choice("auto")
        assert fields[:5] == ["auto", "dl4j", "cpu", "lib", "-"]
        assert fields[5].startswith("asked for a GPU if there is one (GPU=auto), using DL4J on the CPU: ") and why in fields[5]


class TestEngine:
    """ENGINE insists."""

    def test_one_of_two(self, machine):
        machine.answers(card("Tesla T4", "580.65.06", "7.5"))
        assert machine.choice("1", "dl4j")[1:4] == ["dl4j", "gpu", "lib-cuda"]
        assert machine.choice("1", "libtorch")[1:4] == ["libtorch", "gpu", "lib-libtorch-gpu"]
        assert machine.words("1", "dl4j") == (
            "asked for a GPU (GPU=1) and for ENGINE=dl4j, using DL4J on Tesla T4 (compute capability 7.5, driver 580.65.06)"
        )

    @pytest.mark.parametrize(
        "engine,card,reason",
        [
            ("libtorch", card("Tesla V100", "580.1", "7.0"), "libtorch has code for compute capability 7.5 or newer; ENGINE=dl4j can use this card"),
            ("libtorch", card("Tesla T4", "535.1", "7.5"), "libtorch needs driver 580 or newer; ENGINE=dl4j can use this card"),
            ("dl4j", card("NVIDIA H100", "580.1", "9.0"), "DL4J has code for compute capabilities 3.7 to 8.9; ENGINE=libtorch can use this card"),
            ("dl4j", card("NVIDIA H100", "535.1", "9.0"), "DL4J has code for compute capabilities 3.7 to 8.9"),
        ],
    )
    def test_the_other_one_is_not_taken(self, machine, engine, card, reason):
        machine.answers(card)
        assert machine.words("1", engine).endswith(f"): {reason}; omit GPU=1 to run on the CPU")
        fields = machine.choice("auto", engine)
        assert fields[1:5] == [engine, "cpu", "lib" if engine == "dl4j" else "lib-libtorch", "-"]
        assert f"on the CPU: " in fields[5] and fields[5].endswith(reason)

    def test_bad_words(self, machine):
        assert machine.words("yes") == "GPU must be 1 or auto, got yes"
        assert machine.words("1", "torch") == "ENGINE must be dl4j or libtorch, got torch"


class TestDriver:
    """Answers without a card."""

    def reason(self, machine, text, code):
        machine.answers(text, code=code)
        words = machine.words("1")
        assert words.startswith("no usable GPU: ") and words.endswith("; omit GPU=1 to run on the CPU")
        reason = words.removeprefix("no usable GPU: ").removesuffix("; omit GPU=1 to run on the CPU")
        assert machine.words("auto") == (
            f"asked for a GPU if there is one (GPU=auto), using DL4J on the CPU: {reason}"
        )
        return reason

    @pytest.mark.parametrize(
        "text,code,reason",
        [
            ("No devices were found", 6, "the NVIDIA driver found no card"),
            ("No devices were found", 0, "the NVIDIA driver found no card"),
            (
                "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest "
                "NVIDIA driver is installed and running.\n",
                9,
                "the NVIDIA driver does not run: restart the machine, or install the driver anew",
            ),
            (
                "Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 535.161",
                18,
                "the NVIDIA driver was updated while it ran: restart the machine",
            ),
            (
                "Failed to initialize NVML: Insufficient Permissions",
                4,
                "this user may not use the NVIDIA driver (nvidia-smi: Failed to initialize NVML: Insufficient Permissions)",
            ),
            (
                "Failed to initialize NVML: Unknown Error",
                255,
                "nvidia-smi found no card: Failed to initialize NVML: Unknown Error",
            ),
            (
                "Unable to determine the device handle for GPU 0000:01:00.0: GPU is lost.  Reboot the system to recover this GPU",
                15,
                "nvidia-smi found no card: Unable to determine the device handle for GPU 0000:01:00.0: GPU is lost.  "
                "Reboot the system to recover this GPU",
            ),
            ("", 127, "nvidia-smi found no card: it printed nothing"),
            (NO_FIELD, 2, f"nvidia-smi found no card: {NO_FIELD[:-1]}"),
        ],
    )
    def test_no_card(self, machine, text, code, reason):
        assert self.reason(machine, text, code) == reason

    def test_no_driver(self, machine):
        assert machine.words("1") == (
            "no usable GPU: no NVIDIA driver was found, as there is no program nvidia-smi; omit GPU=1 to run on the CPU"
        )
        assert machine.choice()[:3] == ["auto", "dl4j", "cpu"]

    @pytest.mark.parametrize("system", [("Darwin", "arm64"), ("Linux", "aarch64"), ("MINGW64_NT-10.0", "x86_64")])
    def test_other_systems(self, machine, system):
        machine.answers(card("NVIDIA GH200 480GB", "580.65.06", "9.0")).system(*system)
        assert f"no usable GPU: on {system[0]}-{system[1]} there is none for the engines" in machine.words("1")

    def test_a_lost_card_beside_another(self, machine):
        lost = "Unable to determine the device handle for GPU 0000:01:00.0: Unknown Error"
        machine.answers(lost + "\n" + card("NVIDIA L4", "580.65.06", "8.9", L4, 1), code=15)
        assert machine.choice("1")[1:5] == ["libtorch", "gpu", "lib-libtorch-gpu", L4]


class TestOldDriver:
    """Before 510 a driver refuses to tell compute capabilities."""

    def test_it_is_said(self, machine):
        machine.answers(f"0, {L4}, Tesla T4, 470.82.01", old=True)
        assert machine.words("1") == (
            "no usable GPU: Tesla T4 (driver 470.82.01): the driver does not tell its compute capability; those from 510 on "
            "do; omit GPU=1 to run on the CPU"
        )

    def test_a_card_that_has_no_newer_driver(self, machine):
        machine.answers(f"0, {L4}, Tesla K80, 470.256.02", old=True)
        assert machine.choice("1")[1:5] == ["dl4j", "gpu", "lib-cuda", L4]
        machine.answers(f"0, {L4}, Tesla K80, 440.33", old=True)
        assert "DL4J needs driver 450 or newer" in machine.words("1")


class TestSeveralCards:
    K80 = card("Tesla K80", "580.65.06", "3.7", A100, 0)
    SECOND = card("NVIDIA L4", "580.65.06", "8.9", L4, 1)
    THIRD = card("NVIDIA H100 PCIe", "580.65.06", "9.0", H100, 2)

    @pytest.fixture
    def machine(self, machine):
        return machine.answers("\n".join((self.K80, self.SECOND, self.THIRD)))

    def test_the_first_one_for_the_preferred_engine(self, machine):
        fields = machine.choice("1")
        assert fields[1:5] == ["libtorch", "gpu", "lib-libtorch-gpu", L4]
        assert fields[5].endswith("; CUDA_VISIBLE_DEVICES chooses between 3 cards")
        assert machine.choice("1", "dl4j")[4] == A100

    @pytest.mark.parametrize(
        "visible,chosen",
        [
            ("2", H100),
            ("2,1", H100),
            ("1,2", L4),
            (" 1 , 2", L4),
            (H100, H100),
            ("GPU-e6489c45", H100),
            (f"{L4},{H100}", L4),
            ("0", A100),
            ("2,9,1", H100),
        ],
    )
    def test_chosen_by_the_user(self, machine, visible, chosen):
        assert machine.choice("1", CUDA_VISIBLE_DEVICES=visible)[4] == chosen

    @pytest.mark.parametrize("visible", ["", "-1", "9", "9,1", "GPU-ffff", "NoDevFiles", "-1,0", "G"])
    def test_hidden_by_the_user(self, machine, visible):
        assert machine.words("1", CUDA_VISIBLE_DEVICES=visible) == (
            f"no usable GPU: CUDA_VISIBLE_DEVICES={visible} names none of the 3 cards of nvidia-smi; omit GPU=1 to run on "
            "the CPU"
        )

    def test_the_chosen_one_is_not_replaced(self, machine):
        words = machine.words("1", "libtorch", CUDA_VISIBLE_DEVICES="0")
        assert "Tesla K80" in words and "L4" not in words

    def test_each_has_its_reason(self, machine):
        machine.answers(card("Tesla K40m", "470.82", "3.5") + "\n" + card("NVIDIA H100", "535.1", "9.0", H100, 1))
        assert machine.words("1") == (
            "no usable GPU: Tesla K40m (compute capability 3.5, driver 470.82): libtorch has code for compute capability "
            "7.5 or newer, DL4J has code for compute capabilities 3.7 to 8.9; NVIDIA H100 (compute capability 9.0, driver "
            "535.1): libtorch needs driver 580 or newer, DL4J has code for compute capabilities 3.7 to 8.9; omit GPU=1 to "
            "run on the CPU"
        )


class TestMig:
    """Cards divided into instances."""

    DIVIDED = card("NVIDIA A100-SXM4-40GB", "580.65.06", "8.0", A100, 0, "Enabled")
    WHOLE = card("NVIDIA L4", "580.65.06", "8.9", L4, 1, "Disabled")

    def test_the_first_instance(self, machine):
        machine.answers(self.DIVIDED + "\n" + self.WHOLE, INSTANCES)
        fields = machine.choice("1")
        assert fields[4] == SMALL
        assert "using libtorch on NVIDIA A100-SXM4-40GB MIG 1g.5gb (compute capability 8.0, driver 580.65.06)" in fields[5]

    @pytest.mark.parametrize("visible,chosen", [(LARGE, LARGE), ("MIG-cba663e8", LARGE), ("1", L4), ("0", SMALL)])
    def test_chosen_by_the_user(self, machine, visible, chosen):
        machine.answers(self.DIVIDED + "\n" + self.WHOLE, INSTANCES)
        assert machine.choice("1", CUDA_VISIBLE_DEVICES=visible)[4] == chosen

    def test_without_an_instance(self, machine):
        machine.answers(self.DIVIDED, INSTANCES.splitlines()[0])
        assert machine.words("1") == (
            "no usable GPU: NVIDIA A100-SXM4-40GB is in MIG mode, but has no instance: nvidia-smi mig makes some; omit "
            "GPU=1 to run on the CPU"
        )


def test_what_a_driver_prints_is_printed_safely(machine):
    machine.answers(card("Evil\x1b[31m`$(id)`", "580.1", "8.0"))
    assert "using libtorch on Evil[31m`$(id)` (compute capability" in machine.words("1")


def test_windows_for_linux_has_its_own_folder():
    """There nvidia-smi may be off the PATH."""
    assert "command -v /usr/lib/wsl/lib/nvidia-smi" in (ROOT / "tools" / "gpu.sh").read_text(encoding="utf-8")
