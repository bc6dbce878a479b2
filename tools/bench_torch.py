"""Measures in PyTorch what EngineBenchmark measures in Java: the five-block network on the CPU, channels last.

PyTorch is not among the requirements: run this with a Python that has it, and with OMP_NUM_THREADS as for Java.
"""

import argparse
import json
import os
import resource
import statistics
import time
from pathlib import Path

import torch
from torch import nn


WARM_UP = 3


def five_blocks(classes: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for before, after in zip([1, 16, 32, 64, 128], [16, 32, 64, 128, 256], strict=True):
        layers += [nn.Conv2d(before, after, 3, padding="same"), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout(0.25)]
    head = [nn.Dropout(0.5), nn.Linear(4096, 512), nn.ReLU(), nn.Dropout(0.25), nn.Linear(512, classes)]
    return nn.Sequential(*layers, nn.Flatten(), *head)


def measure(name: str, work, times: int) -> dict:
    """Wall and processor time in milliseconds, as EngineBenchmark writes them."""
    for _ in range(WARM_UP):
        work()
    wall, processor = [], []
    for _ in range(times):
        start, busy = time.perf_counter(), time.process_time()
        work()
        processor.append((time.process_time() - busy) * 1000)
        wall.append((time.perf_counter() - start) * 1000)
    print(f"torch {name}: {min(wall):.0f} ms ({statistics.median(wall):.0f} median), processor {min(processor):.0f} ms")
    return {"name": name, "engine": f"PyTorch {torch.__version__}", "wall": wall, "processor": processor}


def bench(batch: int, times: int) -> list[dict]:
    torch.manual_seed(1)
    network = five_blocks(10).to(memory_format=torch.channels_last)
    adam = torch.optim.Adam(network.parameters(), lr=1e-3, eps=1e-7)
    loss = nn.CrossEntropyLoss()
    sounds = torch.randn(batch, 1, 128, 129).to(memory_format=torch.channels_last)
    labels = torch.arange(batch) % 10
    dense = [network[-4].weight, network[-1].weight]

    def step() -> None:
        adam.zero_grad()
        total = loss(network(sounds), labels) + 0.02 * sum(weight.square().sum() for weight in dense)
        total.backward()
        adam.step()
        total.item()

    def predict() -> None:
        with torch.no_grad():
            network(sounds)

    trained = measure(f"training step, batch {batch}", step, times)
    network.eval()
    return [trained, measure(f"inference, batch {batch}", predict, times)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, help="JSON file to write")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--batch", type=int, nargs="+", default=[32, 128])
    options = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count() or 1)))
    rows = [row for batch in options.batch for row in bench(batch, options.times)]
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB, threads {torch.get_num_threads()}")
    if options.out:
        options.out.write_text(json.dumps(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
