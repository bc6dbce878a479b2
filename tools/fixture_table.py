"""The arrays that features are compared with: name, how librosa computes it, parameters, tolerance.

make-fixtures.py reads this. Unless stated, parameters are librosa's defaults: 22 050 Hz, frames of 2048 samples, a hop
of 512, periodic Hann window, centred frames, zeros beyond the ends. A matrix is [row, frame], as in librosa.
"""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

import librosa
import matplotlib
import numpy as np
import scipy
import soundfile
from matplotlib import mlab

warnings.filterwarnings("ignore", module="librosa")  # about silent and short clips

RATE = 22050
HEAD = 8192  # samples of the harmonic and percussive parts, where the whole would be large
RESAMPLED_HEAD = 16384
EVERY = 61  # of stretched and shifted sounds, every 61st sample is stored
LARGEST_DOUBLE = 4000  # float64 arrays of a clip with more entries are stored as float32


class Clip:
    """A clip and the intermediate results that several of its arrays need."""

    def __init__(self, wav: Path):
        self.name = wav.stem
        self.y, self.sr = soundfile.read(wav, dtype="float32")

    @cached_property
    def stft(self):
        return librosa.stft(self.y)

    @cached_property
    def magnitude(self):
        return np.abs(self.stft)

    @cached_property
    def mel(self):
        return librosa.feature.melspectrogram(y=self.y, sr=self.sr)

    @cached_property
    def mfcc13(self):
        return librosa.feature.mfcc(y=self.y, sr=self.sr, n_mfcc=13)

    @cached_property
    def mfcc20(self):
        return librosa.feature.mfcc(y=self.y, sr=self.sr, n_mfcc=20)

    @cached_property
    def onset_median(self):
        return librosa.onset.onset_strength(y=self.y, sr=self.sr, aggregate=np.median)

    @cached_property
    def beats(self):
        """Tempo, shape [1], and the frames of the beats."""
        tempo, frames = librosa.beat.beat_track(y=self.y, sr=self.sr)
        return np.atleast_1d(tempo), frames

    @cached_property
    def parts(self):
        return librosa.effects.hpss(self.y)

    @cached_property
    def specgram(self):
        """Power, frequencies and times of plt.specgram(y, NFFT=2048, Fs=2, noverlap=128)."""
        return mlab.specgram(self.y, NFFT=2048, Fs=2, noverlap=128)

    @cached_property
    def specgram_picture(self):
        return np.flipud(10 * np.log10(self.specgram[0]))


@dataclass(frozen=True)
class Tolerance:
    """How much a value may differ: the largest of a constant, a share of the value and a share of the largest value.

    The manifest stores it, for the tests in Java. If all three are 0, values must be equal.
    """

    absolute: float = 0
    relative: float = 0
    of_maximum: float = 0
    columns: dict[str, "Tolerance"] = field(default_factory=dict)  # those of table57 with another tolerance

    def allowed(self, expected):
        sizes = np.abs(expected)
        bounds = np.maximum(self.absolute, np.maximum(self.relative * sizes, self.of_maximum * sizes.max(initial=0)))
        for name, other in self.columns.items():
            column = NAMES57.index(name)
            bounds[column] = other.allowed(expected[[column]])[0]
        return bounds

    def entry(self) -> dict:
        """For the manifest: only what is not 0 and, if nothing is, `{"absolute": 0}`."""
        columns = {name: other.entry() for name, other in self.columns.items()}
        return self.bounds() | ({"columns": columns} if columns else {})

    def bounds(self) -> dict[str, float]:
        bounds = {"absolute": self.absolute, "relative": self.relative, "of_maximum": self.of_maximum}
        return {name: bound for name, bound in bounds.items() if bound} or {"absolute": 0}

    def __str__(self) -> str:
        return " or ".join(f"{name} {bound:g}" for name, bound in self.bounds().items())


EXACT = Tolerance()


@dataclass(frozen=True)
class Feature:
    """An array that all or some clips have."""

    name: str
    make: Callable[[Clip], np.ndarray]
    params: str
    tolerance: Tolerance
    clips: Callable[[str], bool] = lambda clip: True


def large(clip: str) -> bool:
    """The clips that have the large arrays."""
    return clip in ("music_a", "music_b")


def small(clip: str) -> bool:
    return not large(clip)


def first(clip: str) -> bool:
    return clip == "music_a"


def tf_stft(y):
    """TensorFlow's tf.signal.stft(y, 210, 110) in numpy: no padding, FFT size is the next power of two."""
    frames = np.lib.stride_tricks.sliding_window_view(y, 210)[::110]
    return np.abs(np.fft.rfft(frames * scipy.signal.get_window("hann", 210), 256))


def resampled(clip: Clip, rate: int):
    """The whole clip at half the rate, and large clips also at twice; else the beginning."""
    whole = librosa.resample(clip.y, orig_sr=clip.sr, target_sr=rate)
    return whole if rate == 11025 or rate == 44100 and large(clip.name) else whole[:RESAMPLED_HEAD]


def vocoded(clip: str) -> bool:
    """The clips that are stretched and shifted: one with music, one of odd length, one shorter than a frame."""
    return clip in ("music_a", "edge_odd", "edge_one_frame")


def stretched(rate: float):
    """In float64: with phases in float32, the sound is different after a second."""
    return lambda c: librosa.effects.time_stretch(c.y.astype(np.float64), rate=rate)[::EVERY].astype(np.float32)


def shifted(semitones: float):
    return lambda c: librosa.effects.pitch_shift(c.y.astype(np.float64), sr=c.sr, n_steps=semitones)[::EVERY].astype(
        np.float32
    )


def tunings(clip: Clip):
    """As chroma_stft estimates it, from power, and as chroma_cqt does, from magnitudes."""
    of_power = librosa.estimate_tuning(S=clip.magnitude**2, sr=clip.sr, bins_per_octave=12)
    return np.array([of_power, librosa.estimate_tuning(y=clip.y, sr=clip.sr, bins_per_octave=36)])


def viridis(values):
    return matplotlib.colormaps["viridis"](values, bytes=True)[..., :3]


F = librosa.feature

# The columns of the GTZAN table: each gives mean and variance, except the tempo, which is one number.
COLUMNS = {
    "chroma_stft": lambda c: F.chroma_stft(y=c.y, sr=c.sr),
    "rms": lambda c: F.rms(y=c.y),
    "spectral_centroid": lambda c: F.spectral_centroid(y=c.y, sr=c.sr),
    "spectral_bandwidth": lambda c: F.spectral_bandwidth(y=c.y, sr=c.sr),
    "rolloff": lambda c: F.spectral_rolloff(y=c.y, sr=c.sr),
    "zero_crossing_rate": lambda c: F.zero_crossing_rate(c.y),
    "harmony": lambda c: c.parts[0],
    "perceptr": lambda c: c.parts[1],
    "tempo": lambda c: c.beats[0],
    **{f"mfcc{k + 1}": lambda c, k=k: c.mfcc20[k] for k in range(20)},
}
NAMES57 = [
    name
    for column in COLUMNS
    for name in ([column] if column == "tempo" else [f"{column}_mean", f"{column}_var"])
]
FACTS = {"sr": RATE, "names57": NAMES57}  # entries of the manifest for all clips


def table57(clip: Clip, dtype=None):
    """Sums are in `dtype`, or in the type of each column if it is None."""
    values = []
    for name, column in COLUMNS.items():
        found = column(clip)
        values += [found[0]] if name == "tempo" else [np.mean(found, dtype=dtype), np.var(found, dtype=dtype)]
    return np.array(values, dtype=np.float64)


def mel_statistics(clip: Clip):
    """Of 96 mel bands in dB below the maximum: mean, deviation, that of the differences, 10th and 90th percentile."""
    mel = librosa.power_to_db(F.melspectrogram(y=clip.y, sr=clip.sr, n_mels=96), ref=np.max).astype(np.float64)
    steps = np.diff(mel) if mel.shape[1] > 1 else np.zeros((96, 1))
    return np.concatenate([mel.mean(axis=1), mel.std(axis=1), steps.std(axis=1), *np.percentile(mel, [10, 90], axis=1)])


SPECTRUM = Tolerance(of_maximum=1e-6)
NEAR_ZERO = Tolerance(absolute=1e-8, relative=1e-4)

FEATURES = [
    # spectra
    Feature("stft_real_imag", lambda c: np.stack([c.stft.real, c.stft.imag]),
            "stft(n_fft=2048,hop=512,hann,center,constant); axis0 = re,im; [2,1025,t]", SPECTRUM, large),
    Feature("stft_mag_sub", lambda c: c.magnitude[::16], "abs(stft) rows 0,16,32,...,1024", SPECTRUM, small),
    Feature("melspectrogram", lambda c: c.mel, "n_mels=128,power=2,slaney", Tolerance(relative=1e-5),
            large),
    Feature("mel_db", lambda c: librosa.power_to_db(c.mel), "power_to_db(mel) ref=1,amin=1e-10,top_db=80",
            Tolerance(absolute=1e-3)),
    Feature("mel_db_refmax", lambda c: librosa.power_to_db(c.mel, ref=np.max), "power_to_db(mel, ref=np.max)",
            Tolerance(absolute=1e-3), large),
    Feature("mfcc20", lambda c: c.mfcc20, "n_mfcc=20, dct2 ortho", Tolerance(absolute=2e-3)),
    Feature("mfcc13_delta", lambda c: F.delta(c.mfcc13), "delta(mfcc13): savgol width 9, order 1, mode interp",
            Tolerance(absolute=1e-3), large),
    Feature("mfcc13_delta2", lambda c: F.delta(c.mfcc13, order=2), "delta order=2 (polyorder 2, deriv 2)",
            Tolerance(absolute=1e-3), large),
    # pitch
    Feature("chroma_stft", lambda c: F.chroma_stft(y=c.y, sr=c.sr), "tuning estimated", Tolerance(absolute=1e-5)),
    Feature("tuning", tunings,
            "[as chroma_stft: piptrack on POWER spectrogram, bpo 12; as chroma_cqt: y (magnitude), bpo 36]", EXACT),
    Feature("chroma_cqt", lambda c: F.chroma_cqt(y=c.y, sr=c.sr), "bins_per_octave=36,n_octaves=7,norm=inf",
            Tolerance(absolute=1e-3)),
    Feature("chroma_cens", lambda c: F.chroma_cens(y=c.y, sr=c.sr), "win 41", Tolerance(absolute=1e-6)),
    Feature("tonnetz", lambda c: F.tonnetz(y=c.y, sr=c.sr), "from chroma_cqt", Tolerance(absolute=1e-3)),
    Feature("cqt_mag", lambda c: np.abs(librosa.cqt(c.y, sr=c.sr, tuning=0.0)),
            "cqt(fmin=C1,84 bins,12/oct,tuning=0.0,hann,sparsity .01,scale)", Tolerance(of_maximum=3e-6), large),
    # the shape of spectra
    Feature("spectral_centroid", lambda c: F.spectral_centroid(y=c.y, sr=c.sr), "", Tolerance(relative=1e-5)),
    Feature("spectral_bandwidth", lambda c: F.spectral_bandwidth(y=c.y, sr=c.sr), "p=2", Tolerance(relative=1e-5)),
    Feature("spectral_contrast", lambda c: F.spectral_contrast(y=c.y, sr=c.sr), "fmin=200,n_bands=6,quantile=.02",
            Tolerance(absolute=2e-3)),
    Feature("spectral_rolloff", lambda c: F.spectral_rolloff(y=c.y, sr=c.sr), "0.85", EXACT),
    Feature("spectral_rolloff_01", lambda c: F.spectral_rolloff(y=c.y, sr=c.sr, roll_percent=0.01), "0.01",
            EXACT),
    Feature("spectral_flatness", lambda c: F.spectral_flatness(y=c.y), "", Tolerance(relative=1e-4)),
    Feature("poly_features1", lambda c: F.poly_features(y=c.y, sr=c.sr), "order 1 polyfit on magnitude",
            Tolerance(relative=1e-4)),
    # the wave
    Feature("zero_crossing_rate", lambda c: F.zero_crossing_rate(c.y), "edge padding", EXACT),
    Feature("zero_crossings_total", lambda c: np.array([librosa.zero_crossings(c.y, pad=False).sum()]),
            "librosa.zero_crossings(y,pad=False).sum()", EXACT),
    Feature("rms", lambda c: F.rms(y=c.y), "", Tolerance(relative=1e-5)),
    # rhythm
    Feature("onset_strength_mean", lambda c: librosa.onset.onset_strength(y=c.y, sr=c.sr), "default aggregate mean",
            Tolerance(absolute=1e-4)),
    Feature("onset_strength_median", lambda c: c.onset_median, "aggregate=median (as beat_track)",
            Tolerance(absolute=1e-4)),
    Feature("tempogram_mean", lambda c: F.tempogram(onset_envelope=c.onset_median, win_length=344).mean(axis=1),
            "mean over frames of tempogram(win_length=344) of the median onset envelope", Tolerance(absolute=1e-5)),
    Feature("tempo", lambda c: np.concatenate([c.beats[0], F.tempo(y=c.y, sr=c.sr)]), "[beat_track, feature.tempo]",
            EXACT),
    Feature("beats", lambda c: c.beats[1].astype(np.int32), "beat_track frames", EXACT),
    # harmonic and percussive parts
    Feature("harmonic", lambda c: c.parts[0], "", Tolerance(of_maximum=1e-5), large),
    Feature("percussive", lambda c: c.parts[1], "", Tolerance(of_maximum=1e-5), large),
    Feature("harmonic_head", lambda c: c.parts[0][:HEAD], "first 8192 samples", Tolerance(of_maximum=1e-5), small),
    Feature("percussive_head", lambda c: c.parts[1][:HEAD], "first 8192", Tolerance(of_maximum=1e-5), small),
    # the row of the GTZAN table
    Feature("table57", table57,
            "names in names57; np.mean/np.var in the array dtype (float32) exactly as the Kaggle script",
            Tolerance(absolute=1e-6, relative=1e-4)),
    Feature("table57_f64", lambda c: table57(c, np.float64), "same, mean/var accumulated in float64",
            Tolerance(absolute=1e-6, relative=1e-5,
                      # Means of samples are near zero for any sound.
                      columns={"harmony_mean": NEAR_ZERO, "perceptr_mean": NEAR_ZERO})),
    # statistics of mel bands
    Feature("mel_statistics", mel_statistics,
            "n_mels=96, power_to_db(ref=np.max) in float64: mean, std, std of diff, percentiles 10 and 90",
            Tolerance(absolute=6e-3)),
    # resampling
    Feature("resample_44100", lambda c: resampled(c, 44100), "soxr_hq 22050->44100 (first 16384 for small clips)",
            Tolerance(of_maximum=2e-6)),
    Feature("resample_11025", lambda c: resampled(c, 11025), "soxr_hq 22050->11025", Tolerance(of_maximum=2e-6)),
    Feature("resample_16000", lambda c: resampled(c, 16000), "soxr_hq 22050->16000, first 16384",
            Tolerance(of_maximum=2e-6)),
    # other speeds and pitches
    *(Feature(f"time_stretch_{rate}", stretched(rate), f"time_stretch(float64, rate={rate}), every 61st sample",
              Tolerance(of_maximum=1e-6), vocoded) for rate in (0.8, 1.5)),
    *(Feature(f"pitch_shift_{steps}", shifted(steps), f"pitch_shift(float64, n_steps={steps}), every 61st sample",
              Tolerance(of_maximum=5e-6), vocoded) for steps in (4, -5)),
    # spectrograms of other libraries
    Feature("scipy_spectrogram", lambda c: scipy.signal.spectrogram(c.y.astype(np.float64), fs=c.sr)[2],
            "scipy.signal.spectrogram(y,fs=22050) defaults: tukey .25, nperseg 256, noverlap 32, detrend constant, "
            "density, psd; float32", Tolerance(of_maximum=1e-5), large),
    Feature("tf_stft_210_110", lambda c: tf_stft(c.y[:RATE]), "abs(tf.signal.stft(y[:22050],210,110)): [frames,129]",
            SPECTRUM),
    Feature("specgram_psd", lambda c: c.specgram[0],
            "mlab psd: hann (symmetric np.hanning), detrend none, one-sided, density", Tolerance(relative=1e-5), first),
    Feature("specgram_db_flipped", lambda c: c.specgram_picture, "what imshow draws, row 0 = top = Nyquist",
            Tolerance(absolute=1e-3), first),
    Feature("specgram_freqs", lambda c: c.specgram[1], "", EXACT, first),
    Feature("specgram_times", lambda c: c.specgram[2], "", EXACT, first),
    Feature("specgram_rgb_native", lambda c: viridis(matplotlib.colors.Normalize()(c.specgram_picture)),
            "viridis of the dB array at native size, vmin/vmax = min/max; uint8", Tolerance(absolute=1), first),
    Feature("viridis_lut", lambda c: np.array(matplotlib.colormaps["viridis"].colors), "256x3 float",
            EXACT, first),
]


def fir389():
    k, cutoff, beta = np.arange(-194, 195), 0.23921796, 13.04008
    window = np.i0(beta * np.sqrt(1 - (k / 194.5) ** 2)) / np.i0(beta)
    return 2 * cutoff * np.sinc(2 * cutoff * k) * window


def chroma_filters(tuning: float):
    return librosa.filters.chroma(sr=RATE, n_fft=2048, tuning=tuning)


# name -> (how it is computed, its parameters, tolerance)
TABLES = {
    "mel_filters_128": (lambda: librosa.filters.mel(sr=RATE, n_fft=2048), "filters.mel(22050,2048), float32",
                        Tolerance(of_maximum=1e-7)),
    "mel_filters_40": (lambda: librosa.filters.mel(sr=RATE, n_fft=2048, n_mels=40), "n_mels=40",
                       Tolerance(of_maximum=1e-7)),
    "chroma_filters_t+0.00": (lambda: chroma_filters(0.0), "filters.chroma tuning=0.0", Tolerance(absolute=1e-7)),
    "chroma_filters_t+0.30": (lambda: chroma_filters(0.3), "filters.chroma tuning=0.3", Tolerance(absolute=1e-7)),
    "chroma_filters_t-0.17": (lambda: chroma_filters(-0.17), "filters.chroma tuning=-0.17", Tolerance(absolute=1e-7)),
    "hann_2048": (lambda: scipy.signal.get_window("hann", 2048), "periodic", Tolerance(absolute=1e-15)),
    "soxr_hq_2to1_fir389": (
        fir389,
        "closed form equal to soxr_hq 2:1 to 133 dB: h[k]=2*fc*sinc(2*fc*k)*I0(b*sqrt(1-(k/194.5)^2))/I0(b), |k|<=194, "
        "fc=0.23921796 cycles/sample, b=13.04008; y[m]=sum h[k]x[2m-k]",
        Tolerance(absolute=4e-8),
    ),
}


@dataclass(frozen=True)
class FixtureArray:
    """One array: where it is stored, and how it is computed."""

    group: str  # the clip's name, or "tables"
    name: str
    make: Callable[[], np.ndarray]
    params: str
    tolerance: Tolerance

    @property
    def file(self) -> str:
        return f"{self.group}/{self.name}.npy"

    def write(self, folder: Path) -> dict:
        """Computes and writes the array; returns its entry of the manifest."""
        array = self.make()
        (folder / self.group).mkdir(parents=True, exist_ok=True)
        np.save(folder / self.file, array)
        return self.entry(array)

    def compare(self, folder: Path, entry: dict | None) -> tuple[float, list[str]]:
        """Computes the array; returns its largest difference from the stored one, and the errors."""
        made, stored = self.make(), np.load(folder / self.file)
        needed = self.entry(made)
        wrong = [] if entry == needed else [f"{self.file}: the entry of the manifest should be {needed}"]
        if (made.shape, made.dtype) != (stored.shape, stored.dtype):
            found, wanted = f"{stored.dtype}{stored.shape}", f"{made.dtype}{made.shape}"
            return float("inf"), [*wrong, f"{self.file}: is {found}, should be {wanted}"]
        differences = np.abs(made.astype(np.float64) - stored)
        largest = differences.max(initial=0)
        if not (differences <= self.tolerance.allowed(made)).all():
            wrong.append(f"{self.file}: differs by {largest:.2g}, beyond {self.tolerance}")
        return largest, wrong

    def entry(self, array: np.ndarray) -> dict:
        return {
            "file": self.file,
            "shape": list(array.shape),
            "dtype": str(array.dtype),
            "params": self.params,
            "tolerance": self.tolerance.entry(),
        }


def stored(feature: Feature, clip: Clip) -> np.ndarray:
    array = np.ascontiguousarray(feature.make(clip))
    return array.astype(np.float32) if array.dtype == np.float64 and array.size > LARGEST_DOUBLE else array


def fixture_arrays(wavs: list[Path]) -> Iterator[FixtureArray]:
    """All arrays of the clips, clip by clip, then the tables."""
    for clip in map(Clip, wavs):
        for feature in FEATURES:
            if feature.clips(clip.name):
                make = partial(stored, feature, clip)
                yield FixtureArray(clip.name, feature.name, make, feature.params, feature.tolerance)
    for name, (make, params, tolerance) in TABLES.items():
        yield FixtureArray("tables", name, make, params, tolerance)
