"""Times librosa on one clip and one thread, row by row; rows are named as in FeatureBenchmark, in snake_case.

librosa is not among the requirements: run this with a Python that has the packages of fixtures-requirements.txt.
"""

import argparse
import json
import os
import statistics
import sys
import time
import warnings
from pathlib import Path

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
os.environ.update({name: "1" for name in THREADS})  # read when numpy and numba are imported

try:
    import librosa
    import numpy as np
except ImportError as missing:
    sys.exit(f"jukelab: {missing.name} is missing; pip install -r tools/fixtures-requirements.txt")

RATE = 22050
F = librosa.feature


class Clip:
    """The samples, at both rates."""

    def __init__(self, file: Path):
        self.file = file
        self.y, self.sr = librosa.load(file, sr=RATE)
        self.y44 = librosa.resample(self.y, orig_sr=RATE, target_sr=2 * RATE)


def centroid_bandwidth_rolloff(c: Clip):
    return [call(y=c.y, sr=c.sr) for call in (F.spectral_centroid, F.spectral_bandwidth, F.spectral_rolloff)]


def zero_crossing_rate_rms(c: Clip):
    return F.zero_crossing_rate(c.y), F.rms(y=c.y)


def onset_strength(c: Clip):
    return librosa.onset.onset_strength(y=c.y, sr=c.sr)


def beat_track(c: Clip):
    return librosa.beat.beat_track(y=c.y, sr=c.sr)


def table57(c: Clip):
    """The row of the GTZAN table as scripts usually compute it: every feature from the samples, both parts apart."""
    return row57(
        chroma=F.chroma_stft(y=c.y, sr=c.sr),
        rms=F.rms(y=c.y),
        centroid=F.spectral_centroid(y=c.y, sr=c.sr),
        bandwidth=F.spectral_bandwidth(y=c.y, sr=c.sr),
        rolloff=F.spectral_rolloff(y=c.y, sr=c.sr),
        zero_crossing_rate=F.zero_crossing_rate(c.y),
        harmony=librosa.effects.harmonic(c.y),
        perceptr=librosa.effects.percussive(c.y),
        tempo=beat_track(c)[0],
        mfcc=F.mfcc(y=c.y, sr=c.sr, n_mfcc=20),
    )


def table57_shared(c: Clip):
    """The same row, with one transform for all features that librosa can compute from it."""
    stft = librosa.stft(c.y)
    magnitude = np.abs(stft)
    power = magnitude**2
    mel = librosa.power_to_db(F.melspectrogram(S=power, sr=c.sr))
    centroid = F.spectral_centroid(S=magnitude, sr=c.sr)
    harmonic, percussive = librosa.decompose.hpss(stft)
    envelope = librosa.onset.onset_strength(S=mel, sr=c.sr, aggregate=np.median)
    return row57(
        chroma=F.chroma_stft(S=power, sr=c.sr),
        rms=F.rms(y=c.y),
        centroid=centroid,
        bandwidth=F.spectral_bandwidth(S=magnitude, sr=c.sr, centroid=centroid),
        rolloff=F.spectral_rolloff(S=magnitude, sr=c.sr),
        zero_crossing_rate=F.zero_crossing_rate(c.y),
        harmony=librosa.istft(harmonic, length=len(c.y)),
        perceptr=librosa.istft(percussive, length=len(c.y)),
        tempo=librosa.beat.beat_track(onset_envelope=envelope, sr=c.sr)[0],
        mfcc=F.mfcc(S=mel, n_mfcc=20),
    )


def row57(*, tempo, mfcc, **columns) -> list[float]:
    means = [value for column in columns.values() for value in (np.mean(column), np.var(column))]
    return [*means, *np.atleast_1d(tempo), *(value for row in mfcc for value in (np.mean(row), np.var(row)))]


ROWS = {
    "load": lambda c: librosa.load(c.file, sr=None),
    "resample_to_half": lambda c: librosa.resample(c.y44, orig_sr=2 * RATE, target_sr=RATE),
    "stft": lambda c: librosa.stft(c.y),
    "magnitude": lambda c: np.abs(librosa.stft(c.y)),
    "melspectrogram": lambda c: F.melspectrogram(y=c.y, sr=c.sr),
    "mfcc": lambda c: F.mfcc(y=c.y, sr=c.sr, n_mfcc=20),
    "chroma_stft": lambda c: F.chroma_stft(y=c.y, sr=c.sr),
    "centroid_bandwidth_rolloff": centroid_bandwidth_rolloff,
    "zero_crossing_rate": lambda c: F.zero_crossing_rate(c.y),
    "rms": lambda c: F.rms(y=c.y),
    "zero_crossing_rate_rms": zero_crossing_rate_rms,
    "spectral_contrast": lambda c: F.spectral_contrast(y=c.y, sr=c.sr),
    "spectral_flatness": lambda c: F.spectral_flatness(y=c.y),
    "poly_features": lambda c: F.poly_features(y=c.y, sr=c.sr),
    "onset_strength": onset_strength,
    "beat_track": beat_track,
    "onset_strength_beat_track": lambda c: (onset_strength(c), beat_track(c)),
    "hpss": lambda c: librosa.effects.hpss(c.y),
    "chroma_cqt": lambda c: F.chroma_cqt(y=c.y, sr=c.sr),
    "chroma_cens": lambda c: F.chroma_cens(y=c.y, sr=c.sr),
    "tonnetz": lambda c: F.tonnetz(y=c.y, sr=c.sr),
    "table57": table57,
    "table57_shared": table57_shared,
}


def measure(work, clip: Clip, times: int) -> list[float]:
    """Milliseconds of each call, after a first one that compiles and fills caches."""
    work(clip)
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work(clip)
        spent.append((time.perf_counter() - start) * 1000)
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="an audio file; at 22 050 Hz it is not resampled")
    parser.add_argument("--repeat", type=int, default=10, metavar="N", help="measured calls per row (default: 10)")
    parser.add_argument("--rows", nargs="+", choices=list(ROWS), default=list(ROWS), metavar="ROW", help="only these")
    parser.add_argument("--json", action="store_true", help="one JSON object per line instead of a table")
    options = parser.parse_args()
    if not options.file.exists():
        sys.exit(f"jukelab: {options.file} does not exist")
    if options.repeat < 1:
        sys.exit(f"jukelab: --repeat must be at least 1, got {options.repeat}")
    warnings.filterwarnings("ignore", module="librosa")
    clip = Clip(options.file)
    if not options.json:
        print(f"  {'librosa ' + librosa.__version__:<40} {'minimum':>9} {'median':>9}")
    for name in options.rows:
        spent = measure(ROWS[name], clip, options.repeat)
        minimum, median = min(spent), statistics.median(spent)
        if options.json:
            row = {"name": name, "unit": "ms", "minimum": minimum, "median": median, "n": len(spent)}
            print(json.dumps(row), flush=True)
        else:
            print(f"  {name:<40} {minimum:9.2f} {median:9.2f}  ms", flush=True)


if __name__ == "__main__":
    main()
