"""Computes with librosa what features should be with other parameters than their defaults.

Without --draws: each parameter of each feature once, other parameters at their defaults. These are stored with the
tests. With --draws N: N times a random feature with random values of a random half of its parameters. Parameters have
librosa's names, and values the form that `jukelab extract` takes, so ParameterParityTest computes the same by name.
Needs the versions of fixtures-requirements.txt.
"""

import argparse
import json
import math
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "src" / "test" / "resources" / "fixtures"
STORED = FIXTURES / "parameters"
CLIPS = ("music_a", "music_b", "noise", "chirp")
SAMPLES = 30000  # of the beginning of a clip
KEPT = {"stored": 60, "drawn": 4000}  # values of an array that are compared, evenly spread

try:
    import librosa
    import numpy as np
    import soundfile
except ImportError as missing:
    install = "pip install -r tools/fixtures-requirements.txt, in a separate environment"
    sys.exit(f"jukelab: {missing.name} is missing: {install}")


# How each value is drawn, and what is stored for each parameter.
def one_of(*values):
    return values


WINDOWS = one_of("hamming", "hann", "blackman", "blackmanharris", "nuttall", "flattop", "bartlett", "cosine", "boxcar")
EVEN = {"n_fft": one_of(1024, 512, 2000, 4096)}
SPECTRUM = {
    "n_fft": one_of(1024, 511, 512, 1000, 2047, 4096),
    "hop_length": one_of(441, 100, 256, 512, 700, 1024),
    "win_length": one_of(401, 300, 510, 512),
    "window": WINDOWS,
    "center": one_of(False, True),
    "pad_mode": one_of("reflect", "symmetric", "edge", "constant"),
}
BANDS = {
    "n_mels": one_of(40, 21, 64, 128),
    "fmin": one_of(60.0, 0.0, 300.5),
    "fmax": one_of(8000.0, 4000.0, 11025.0),
    "htk": one_of(True, False),
    "power": one_of(1, 2),
}
MEL_NORM = one_of(None, "slaney")
DECIBELS = {"ref": one_of(np.max, 0.5, 20.0), "top_db": one_of(40.0, None, 100.0, 0.0)}
CEPSTRUM = SPECTRUM | BANDS | {
    "mel_norm": MEL_NORM,
    "n_mfcc": one_of(13, 1, 20),
    "dct_type": one_of(3, 1, 2),
    "norm": one_of(None, "ortho"),
    "lifter": one_of(22.0, 0.0, 35.5),
}
FRAME_NORM = one_of(2, 1, np.inf, None)
TONAL = {
    "hop_length": one_of(512, 256, 384, 1024, 441),
    "fmin": one_of(55.0, 40.0, 61.7),
    "tuning": one_of(0.21, -0.5, 0.0, -0.3),
    "n_octaves": one_of(5, 4, 6),
    "bins_per_octave": one_of(24, 12, 36, 48),
}
CQT = {
    "hop_length": one_of(512, 256, 320, 441, 1024),
    "fmin": one_of(55.0, 40.0, 110.0),
    "n_bins": one_of(60, 13, 48),
    "bins_per_octave": one_of(24, 12, 36),
    "tuning": one_of(0.21, -0.5, -0.3),
}
WAVE_FRAMES = {
    "frame_length": one_of(1024, 999, 4096),
    "hop_length": SPECTRUM["hop_length"],
    "center": one_of(False, True),
}
ONSETS = {"hop_length": one_of(256, 441, 400, 700)}
PARTS = SPECTRUM | {
    "win_length": one_of(1200, 1000, 2000),
    "kernel_size": one_of((17, 9), 31, 5, (3, 45)),
    "power": one_of(1.0, 2.0, 3.5),
    "margin": one_of((1.5, 3.0), 1.0, 2.0),
}


def stft(y, sr, **settings):
    spectrum = librosa.stft(y, **settings)
    return np.stack([spectrum.real, spectrum.imag])


def magnitude(y, sr, power=1, **settings):
    return np.abs(librosa.stft(y, **settings)) ** power


def magnitude_db(y, sr, ref=1.0, top_db=80.0, **settings):
    return librosa.amplitude_to_db(np.abs(librosa.stft(y, **settings)), ref=ref, top_db=top_db)


def mel_db(y, sr, ref=1.0, top_db=80.0, **settings):
    return librosa.power_to_db(librosa.feature.melspectrogram(y=y, sr=sr, **settings), ref=ref, top_db=top_db)


def delta(order):
    return lambda y, sr, width=9, **settings: librosa.feature.delta(
        librosa.feature.mfcc(y=y, sr=sr, **settings), width=width, order=order
    )


def cqt(y, sr, **settings):
    return np.abs(librosa.cqt(y, sr=sr, **settings))


def tuning(y, sr, n_fft=2048, **settings):
    """Given n_fft, as without it librosa takes odd frames for shorter ones."""
    spectrum = np.abs(librosa.stft(y, n_fft=n_fft, **{"hop_length": 512} | settings))
    steps = [(spectrum**2, 12), (spectrum, 36)]
    return np.array([librosa.estimate_tuning(S=s, sr=sr, n_fft=n_fft, bins_per_octave=n) for s, n in steps])


def wave(y, sr, rate):
    return librosa.resample(y, orig_sr=sr, target_sr=rate)


def beats(y, sr, **settings):
    return librosa.beat.beat_track(y=y, sr=sr, **settings)[1].astype(np.int32)


def part(index):
    """As effects.hpss, which leaves out the window."""

    def separated(y, sr, kernel_size=31, power=2.0, margin=1.0, **settings):
        spectrum = librosa.stft(y, **settings)
        parts = librosa.decompose.hpss(spectrum, kernel_size=kernel_size, power=power, margin=margin)
        inverse = {name: value for name, value in settings.items() if name != "pad_mode"}
        return librosa.istft(parts[index], dtype=y.dtype, length=y.size, **inverse)

    return separated


def named(name):
    function = getattr(librosa.feature, name, None) or getattr(librosa.onset, name)
    return lambda y, sr, **settings: function(y=y, sr=sr, **settings)


def without_rate(name):
    return lambda y, sr, **settings: getattr(librosa.feature, name)(y=y, **settings)


def framed(settings):
    """librosa's features have a hop of 512 whatever n_fft is, stft has a quarter of it."""
    return {"hop_length": 512} | settings


@dataclass(frozen=True)
class Feature:
    """How librosa computes it, its parameters, and how far ours may be from it."""

    make: Callable
    parameters: dict[str, tuple]
    absolute: float = 0
    relative: float = 0
    of_maximum: float = 0
    clips: tuple[str, ...] = CLIPS


FEATURES = {
    "wave": Feature(wave, {"rate": one_of(16000, 8000, 11025, 44100, 48000)}, of_maximum=2e-6),
    "stft": Feature(lambda y, sr, **s: stft(y, sr, **framed(s)), SPECTRUM, of_maximum=1e-6),
    "magnitude": Feature(lambda y, sr, **s: magnitude(y, sr, **framed(s)), SPECTRUM | {"power": one_of(2, 1)},
                         of_maximum=1e-6),
    "magnitude_db": Feature(lambda y, sr, **s: magnitude_db(y, sr, **framed(s)), SPECTRUM | DECIBELS, absolute=1e-3),
    "melspectrogram": Feature(named("melspectrogram"), SPECTRUM | BANDS | {"norm": MEL_NORM}, relative=1e-5),
    "mel_db": Feature(mel_db, SPECTRUM | BANDS | {"norm": MEL_NORM} | DECIBELS, absolute=1e-3),
    "mfcc": Feature(named("mfcc"), CEPSTRUM, absolute=2e-3, of_maximum=1e-6),
    "mfcc_delta": Feature(delta(1), CEPSTRUM | {"width": one_of(5, 3, 11)}, absolute=1e-3, of_maximum=1e-6),
    "mfcc_delta2": Feature(delta(2), CEPSTRUM | {"width": one_of(5, 3, 11)}, absolute=1e-3, of_maximum=1e-6),
    # At odd n_fft librosa estimates another tuning: see docs/features.md.
    "chroma_stft": Feature(
        named("chroma_stft"),
        SPECTRUM | EVEN | {"tuning": one_of(0.21, -0.5, 0.0), "n_chroma": one_of(24, 7, 36, 12), "norm": FRAME_NORM},
        absolute=1e-5, relative=1e-5),
    "chroma_cqt": Feature(named("chroma_cqt"), TONAL | {"n_chroma": one_of(6, 12), "norm": FRAME_NORM},
                          absolute=1e-5, relative=1e-5, clips=CLIPS[:2]),
    "chroma_cens": Feature(named("chroma_cens"), TONAL, absolute=1e-6, clips=CLIPS[:2]),
    "tonnetz": Feature(named("tonnetz"), TONAL, absolute=1e-5, clips=CLIPS[:2]),
    "cqt": Feature(cqt, CQT, of_maximum=3e-6),
    "tuning": Feature(tuning, SPECTRUM, absolute=1e-7),
    "spectral_centroid": Feature(named("spectral_centroid"), SPECTRUM, relative=1e-5),
    "spectral_bandwidth": Feature(named("spectral_bandwidth"), SPECTRUM, relative=1e-5, absolute=1e-3),
    "spectral_rolloff": Feature(named("spectral_rolloff"), SPECTRUM | {"roll_percent": one_of(0.5, 0.01, 0.99)}),
    "spectral_contrast": Feature(
        named("spectral_contrast"),
        SPECTRUM
        | EVEN
        | {"fmin": one_of(150.0, 250.0, 300.0), "n_bands": one_of(4, 1, 5), "quantile": one_of(0.2, 0.001, 0.5)},
        absolute=2e-3),
    "spectral_flatness": Feature(without_rate("spectral_flatness"), SPECTRUM, relative=1e-4),
    "poly_features": Feature(named("poly_features"), SPECTRUM | {"order": one_of(2, 0, 3)},
                             relative=1e-4, of_maximum=1e-6),
    "rms": Feature(without_rate("rms"), WAVE_FRAMES | {"pad_mode": SPECTRUM["pad_mode"]}, relative=1e-5),
    "zero_crossing_rate": Feature(without_rate("zero_crossing_rate"), WAVE_FRAMES, relative=1e-6),
    "onset_strength": Feature(named("onset_strength"), ONSETS, absolute=1e-4),
    "tempogram": Feature(named("tempogram"), ONSETS | {"win_length": one_of(100, 200)}, absolute=2e-5),
    "tempo": Feature(named("tempo"), ONSETS, relative=1e-6),
    "beats": Feature(beats, ONSETS),
    "harmonic": Feature(part(0), PARTS, of_maximum=1e-5),
    "percussive": Feature(part(1), PARTS, of_maximum=1e-5),
}


def text(value) -> str:
    """As `jukelab extract` takes it."""
    if value is None:
        return "none"
    if value is np.max:
        return "max"
    if isinstance(value, tuple):
        return ",".join(map(text, value))
    return str(value).lower()


def usable(name: str, settings: dict) -> bool:
    """Values that fit together and, where librosa is not exact itself, settings for which it is."""
    if settings.get("win_length", 0) > settings.get("n_fft", 2048) and name != "tempogram":
        return False
    # Without centring, samples at the ends are divided by windows near 0, which raises rounding to any size.
    if name in ("harmonic", "percussive") and not settings.get("center", True):
        return False
    # Hops beyond the window leave samples out or weigh them with its ends.
    length = settings.get("win_length", settings.get("n_fft", 2048))
    if name in ("harmonic", "percussive") and settings.get("hop_length", 0) > length / 4:
        return False
    if settings.get("n_mfcc", 20) > settings.get("n_mels", 128):
        return False
    return settings.get("bins_per_octave", 36) % settings.get("n_chroma", 12) == 0 or name == "chroma_stft"


def top(name: str, settings: dict) -> float:
    """The highest frequency of a constant-Q transform, Hz."""
    per_octave = settings.get("bins_per_octave", 12 if name == "cqt" else 36)
    octaves = settings.get("n_bins", 84) / per_octave if name == "cqt" else settings.get("n_octaves", 7)
    return settings.get("fmin", 32.7) * 2**octaves


def stored_draws():
    for name, feature in FEATURES.items():
        for parameter, values in feature.parameters.items():
            yield feature.clips[0], name, {parameter: values[0]}


def random_draws(count: int, seed: int):
    chance = random.Random(seed)
    names = [name for name in FEATURES for _ in range(math.ceil(len(FEATURES[name].parameters) / 3))]
    while count > 0:
        name = chance.choice(names)
        feature = FEATURES[name]
        taken = [p for p in feature.parameters if chance.random() < 0.5] or [next(iter(feature.parameters))]
        settings = {parameter: chance.choice(feature.parameters[parameter]) for parameter in taken}
        if usable(name, settings) and top(name, settings) < 10000:
            yield chance.choice(feature.clips), name, settings
            count -= 1


def compute(draws, kept: int):
    """The entry of each draw, and the values of all in one array."""
    entries, values = [], []
    for clip, name, settings in draws:
        y, sr = soundfile.read(FIXTURES / "librosa" / f"{clip}.wav", dtype="float32", frames=SAMPLES)
        feature = FEATURES[name]
        array = np.ascontiguousarray(feature.make(y, sr, **settings))
        every = max(1, array.size // kept)
        maximum = np.abs(array).max(initial=0)
        # Without scaling, a cosine transform is larger by this factor, and so is its rounding.
        unscaled = "mfcc" in name and settings.get("norm", "") is None
        factor = math.sqrt(4 * settings.get("n_mels", 128)) if unscaled else 1
        entries.append({
            "clip": clip,
            "samples": SAMPLES,
            "feature": name,
            "settings": {parameter: text(value) for parameter, value in settings.items()},
            "shape": list(array.shape),
            "dtype": str(array.dtype),
            "every": every,
            "absolute": float(f"{max(factor * feature.absolute, feature.of_maximum * maximum):.3g}"),
            "relative": feature.relative,
        })
        values.append(array.ravel()[::every].astype(np.float64))
    return entries, np.concatenate(values)


def write(draws, kept: int, out: Path) -> None:
    entries, values = compute(draws, kept)
    out.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(entry) for entry in entries)
    (out / "draws.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    np.save(out / "values.npy", values.astype(np.float32))
    print(f"  {len(entries)} settings, {values.size} values written to {out}")


def check() -> None:
    """The stored ones are what librosa computes."""
    entries, values = compute(stored_draws(), KEPT["stored"])
    stored = json.loads((STORED / "draws.json").read_text(encoding="utf-8"))
    wrong = [f"{entry} is not stored" for entry in entries if entry not in stored]
    if wrong or len(entries) != len(stored):
        sys.exit("\n".join(["jukelab: the stored settings are others: --out writes them", *wrong]))
    difference = np.abs(values - np.load(STORED / "values.npy"))
    if not (difference <= 1e-6 * np.abs(values) + 1e-7 * np.abs(values).max()).all():
        sys.exit(f"jukelab: values of parameters differ from librosa's by {difference.max():.2g}")
    print(f"  {len(entries)} settings of parameters are as librosa computes them")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, metavar="FOLDER", help="write settings and values there")
    what.add_argument("--check", action="store_true", help="compare the stored values with librosa's")
    parser.add_argument("--draws", type=int, metavar="N", help="with --out: N random settings")
    parser.add_argument("--seed", type=int, default=1, help="of the random settings (default: 1)")
    options = parser.parse_args()
    if options.check:
        check()
    elif options.draws is None:
        write(stored_draws(), KEPT["stored"], options.out)
    else:
        write(random_draws(options.draws, options.seed), KEPT["drawn"], options.out)


if __name__ == "__main__":
    main()
