"""Measures in PyTorch what TrainingBenchmark measures in Java: the five-block network on the CPU, channels last.

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


def five_blocks(classes: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for before, after in zip([1, 16, 32, 64, 128], [16, 32, 64, 128, 256], strict=True):
        layers += [nn.Conv2d(before, after, 3, padding="same"), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout(0.25)]
    head = [nn.Dropout(0.5), nn.Linear(4096, 512), nn.ReLU(), nn.Dropout(0.25), nn.Linear(512, classes)]
    return nn.Sequential(*layers, nn.Flatten(), *head)


def measure(work, times: int) -> dict[str, float]:
    work()
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return {"minimum": min(spent), "median": statistics.median(spent)}


def bench(batch: int, times: int) -> dict[str, dict[str, float]]:
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

    trained = measure(step, times)
    network.eval()
    return {"step": trained, "inference": measure(predict, times)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, help="JSON file to write")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--batch", type=int, nargs="+", default=[32, 128])
    options = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count() or 1)))
    result = {"torch": torch.__version__, "threads": torch.get_num_threads()}
    for batch in options.batch:
        result[f"batch{batch}"] = bench(batch, options.times)
        for name, spent in result[f"batch{batch}"].items():
            print(f"torch {name} at batch {batch}: {spent['minimum']:.0f} ms ({spent['median']:.0f} median)")
    result["peakMegabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if options.out:
        options.out.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
