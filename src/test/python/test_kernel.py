"""The Java kernel in a notebook: the imports before the first cell, how values are rendered, how training stops."""

import os
import re
import time
from pathlib import Path

import pytest
from jupyter_client.manager import KernelManager

ROOT = Path(__file__).resolve().parents[3]

NOISE = """
var labels = List.of("bright", "dark");
var shape = new Shape(1, 32, 32);
var random = new SplittableRandom(1);
float[] noise() {
    var values = new float[shape.values()];
    for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble();
    return values;
}
var list = IntStream.range(0, 64)
    .mapToObj(i -> new Example("track" + i + ".0", "track" + i, labels.get(i % 2), shape, noise()))
    .toList();
var examples = Examples.of(labels, list);
var preprocessing = MelWindows.REPAIRED.withMel(MelBank.of(32, 22_050)).withStft(Stft.of(1024).withHop(1050));
var network = Network.of(Architectures.small(shape, 2, 1), labels, preprocessing);
"""

ENDLESS = """
var progress = progress("training");
Training.DEFAULT.withEpochs(1000).withBatch(16).fit(network, examples, examples, progress, progress::curve)
"""


class Reply:
    """The outputs and errors of one cell."""

    def __init__(self, reply: dict, messages: list[dict]):
        self.status = reply["status"]
        self.outputs = [m["content"] for m in messages if m["msg_type"] in ("display_data", "execute_result")]
        self.errors = [m["content"] for m in messages if m["msg_type"] == "error"]

    @property
    def result(self) -> dict:
        assert self.status == "ok", self.errors
        return self.outputs[-1]

    @property
    def text(self) -> str:
        return self.result["data"]["text/plain"]


class Kernel:
    def __init__(self, manager: KernelManager, client, folder: Path):
        self.manager = manager
        self.client = client
        self.folder = folder
        self.streams: list[str] = []

    def run(self, code: str, watch=lambda message: None, timeout: int = 60) -> Reply:
        messages = []

        def hook(message):
            messages.append(message)
            if message["msg_type"] == "stream":
                self.streams.append(message["content"]["text"])
            watch(message)

        reply = self.client.execute_interactive(code, timeout=timeout, output_hook=hook)
        return Reply(reply["content"], messages)


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kernel")
    manager = KernelManager(kernel_name="java")
    with open(folder / "stdout", "wb") as out, open(folder / "stderr", "wb") as errors:
        manager.start_kernel(stdout=out, stderr=errors, cwd=str(folder), env=dict(os.environ))
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=120)
        yield Kernel(manager, client, folder)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_a_wave_is_a_player(kernel):
    data = kernel.run("Wave.of(new float[2205], 22050)").result["data"]
    assert "<audio" in data["text/html"]
    assert data["text/plain"] == "Wave[22050 Hz, 0.10 s, mono]"


def test_a_figure_is_a_picture_with_alternative_text(kernel):
    data = kernel.run("Plots.waveform(Wave.of(new float[22050], 22050))").result["data"]
    assert '<img alt="Waveform of 1.00 s' in data["text/html"]
    assert "data:image/png;base64,iVBORw0KGgo" in data["text/html"]
    assert data["text/plain"].startswith("Waveform of 1.00 s")


def test_a_table_has_a_caption(kernel):
    data = kernel.run('Table.create("tracks", IntColumn.create("n", 1, 2))').result["data"]
    assert "<caption>tracks · 2 rows</caption>" in data["text/html"]


def test_help_shows_what_a_value_can_do(kernel):
    data = kernel.run("help(Wave.sine(440, 1, 8000))").result["data"]
    assert "Samples per second." in data["text/html"]
    assert "  rate() · int · Samples per second." in data["text/plain"].splitlines()
    assert "samples in a frame" in kernel.run('help("Stft.of")').text
    kernel.run("record Song(String name, double bpm) {}")
    assert kernel.run('help(new Song("x", 120))').text.startswith("Song\n\ncalled on a value\n  bpm() · double\n")


def test_the_code_knows_its_version(kernel):
    assert re.match(r"\d+\.\d+\.\d+(-SNAPSHOT)?, commit ([0-9a-f]{12}|unknown)", kernel.run("Build.current()").text)


def test_the_cell_of_the_readme(kernel):
    """Features of all tracks, rendered if need be; a model; its confusion matrix."""
    (code,) = re.findall(r"^```java\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    assert len(code.splitlines()) == 5
    result = kernel.run(code, timeout=600).result
    assert '<img alt="Confusion matrix' in result["data"]["text/html"]


def test_an_exception_is_an_error(kernel):
    reply = kernel.run("int zero = 0; 1 / zero")
    assert reply.status == "error"
    assert "/ by zero" in reply.errors[0]["evalue"]
    assert kernel.run("zero").text == "0"


@pytest.mark.parametrize(
    "code,text",
    [
        ("new double[5_000_000]", "double[5000000] {0, 0, 0, 0, 0, …} from 0 to 0, mean 0"),
        ("new byte[2][3]", "byte[2][] {byte[3], byte[3]}"),
        ("Collections.nCopies(1_000_000_000, 7)", re.compile(r"\[7, 7, .* … 1000000000 in all\]")),
        ("new Object()", "Object"),
        ("progress(\"reading\")", re.compile("[^@]+")),
    ],
)
def test_any_value_is_shown_as_short_text(kernel, code, text):
    shown = kernel.run(code).text
    assert re.fullmatch(text, shown) if isinstance(text, re.Pattern) else shown == text


@pytest.mark.parametrize("error", ["new Error(\"broken\")", "new OutOfMemoryError()", "new StackOverflowError()"])
def test_an_error_while_showing_a_value_is_not_the_end(kernel, error):
    """Both kernels catch exceptions only: their thread would end, and no cell would be answered any more."""
    kernel.run("class Broken { Error error; public String toString() { throw error; } }\nvar broken = new Broken();")
    reply = kernel.run(f"broken.error = {error};\nbroken")
    assert reply.status == "error"
    assert "this value cannot be shown" in reply.errors[0]["evalue"]
    assert kernel.run("1 + 1").text == "2"


def test_cells_that_run_again_do_not_fill_the_memory(kernel):
    """Of a heap of 1 GB, values and results of all runs together would take 3 GB."""
    cells = ["var size = {} << 20;", "var big = new byte[size];", "var copy = big.clone();", "copy.clone()"]
    for run in range(12):
        for cell in cells:
            assert kernel.run(cell.format(80 + run)).status == "ok", (run, cell)
    assert kernel.run("copy.length >> 20").text == "91"


def test_interrupt_during_training(kernel):
    assert kernel.run(NOISE).status == "ok"
    curves = []
    sent = []
    bars = []

    def interrupt_after_three_epochs(message):
        if (text := message["content"].get("data", {}).get("text/plain", "")).startswith("training: "):
            bars.append(text)
        if "<img" in message["content"].get("data", {}).get("text/html", ""):
            curves.append(message["msg_type"])
            if len(curves) == 3:
                sent.append(time.monotonic())
                kernel.manager.interrupt_kernel()

    reply = kernel.run(ENDLESS, watch=interrupt_after_three_epochs)
    ended = time.monotonic()
    assert reply.status == "error"
    assert [error["ename"] for error in reply.errors] == ["EvaluationInterruptedException"]
    assert curves[:3] == ["display_data", "update_display_data", "update_display_data"]
    assert ended - sent[0] < 5

    epochs = int(kernel.run("network.history().epochs().size()").text)
    assert 3 <= epochs < 1000
    assert re.search(r"epoch \d+ of 1000, loss [\d.]+; kept: \d+, validation \d+ %, ", bars[-1])
    time.sleep(1)
    assert int(kernel.run("network.history().epochs().size()").text) == epochs
    assert kernel.run("network.predict(examples).rows().size()").text == "64"


def test_training_continues_after_an_interrupt(kernel):
    """Uses the network of the interrupted training above."""
    reply = kernel.run("Training.DEFAULT.withEpochs(2).withBatch(16).fit(network, examples, examples).epochs().size()")
    assert reply.text == "2"


BUSY = """
void busy(LiveProgress progress) {
    progress.report(0, 2, "begun");
    long end = System.nanoTime() + 1_000_000_000L;
    while (System.nanoTime() < end) {}
    progress.report(1, 2, "a second in which no interrupt is noticed");
}
"""

AFTER_STOP = 2.5  # seconds: work that starts two seconds after an interrupt is not stopped any more

WORK = """
var work = progress("work");
for (int i = 1; i <= 300; i++) {
    Thread.sleep(10);
    work.report(i, 300, "step");
}
"""


def test_stop_also_stops_the_work_that_waits_in_the_queue(kernel):
    """Run All sends all cells at once, and kernels do not drop the others when one is stopped."""
    time.sleep(AFTER_STOP)  # after the interrupt of the tests above
    assert kernel.run(BUSY).status == "ok"
    sent = [kernel.client.execute(code, stop_on_error=True) for code in ('busy(progress("busy"))', WORK, WORK, "1 + 1")]
    while kernel.client.get_iopub_msg(timeout=30)["msg_type"] != "display_data":
        pass  # the bar of the first cell
    kernel.manager.interrupt_kernel()
    replies = {}
    while len(replies) < len(sent):
        reply = kernel.client.get_shell_msg(timeout=30)
        replies[reply["parent_header"]["msg_id"]] = reply["content"]
    stopped, *waiting, last = [replies[request] for request in sent]
    assert stopped["ename"] == "EvaluationInterruptedException"
    for reply in waiting:
        assert "stopped with the cell before; run it again" in reply["evalue"]
    assert last["status"] == "ok"
    time.sleep(AFTER_STOP)
    assert kernel.run(WORK).status == "ok"


def test_nothing_but_outputs_was_printed(kernel):
    """Runs last: none of the cells above printed a warning or a log line, neither in the cell nor in the terminal."""
    before = list(kernel.streams)
    kernel.run('System.out.println("printed")')
    assert before == []
    assert re.sub(r"\s", "", "".join(kernel.streams)) == "printed"
    assert (kernel.folder / "stderr").read_text() == ""
    assert (kernel.folder / "stdout").read_text() == ""
