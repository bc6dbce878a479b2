package io.github.jukelab.extraction;

import static io.github.jukelab.extraction.FeatureParameter.BINS_PER_OCTAVE;
import static io.github.jukelab.extraction.FeatureParameter.CENTER;
import static io.github.jukelab.extraction.FeatureParameter.DCT_TYPE;
import static io.github.jukelab.extraction.FeatureParameter.FMAX;
import static io.github.jukelab.extraction.FeatureParameter.FMIN;
import static io.github.jukelab.extraction.FeatureParameter.FRAME_LENGTH;
import static io.github.jukelab.extraction.FeatureParameter.HOP_LENGTH;
import static io.github.jukelab.extraction.FeatureParameter.HTK;
import static io.github.jukelab.extraction.FeatureParameter.KERNEL_SIZE;
import static io.github.jukelab.extraction.FeatureParameter.LIFTER;
import static io.github.jukelab.extraction.FeatureParameter.MARGIN;
import static io.github.jukelab.extraction.FeatureParameter.MEL_NORM;
import static io.github.jukelab.extraction.FeatureParameter.NORM_OF_DCT;
import static io.github.jukelab.extraction.FeatureParameter.NORM_OF_FRAMES;
import static io.github.jukelab.extraction.FeatureParameter.NORM_OF_MEL;
import static io.github.jukelab.extraction.FeatureParameter.N_BINS;
import static io.github.jukelab.extraction.FeatureParameter.N_CHROMA;
import static io.github.jukelab.extraction.FeatureParameter.N_FFT;
import static io.github.jukelab.extraction.FeatureParameter.N_MELS;
import static io.github.jukelab.extraction.FeatureParameter.N_MFCC;
import static io.github.jukelab.extraction.FeatureParameter.N_OCTAVES;
import static io.github.jukelab.extraction.FeatureParameter.PAD_MODE;
import static io.github.jukelab.extraction.FeatureParameter.POWER;
import static io.github.jukelab.extraction.FeatureParameter.POWER_OF_MASK;
import static io.github.jukelab.extraction.FeatureParameter.REF;
import static io.github.jukelab.extraction.FeatureParameter.TOP_DB;
import static io.github.jukelab.extraction.FeatureParameter.TUNING;
import static io.github.jukelab.extraction.FeatureParameter.WINDOW;
import static io.github.jukelab.extraction.FeatureParameter.WIN_LENGTH;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.ChromaCqt;
import io.github.jukelab.feature.ChromaStft;
import io.github.jukelab.feature.FrameNorm;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.HarmonicPercussive;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.feature.Mfcc;
import io.github.jukelab.feature.OnsetStrength;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.feature.Tuning;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.ConstantQ;
import io.github.jukelab.signal.Dct;
import io.github.jukelab.signal.FrameBlock;
import io.github.jukelab.signal.FrameReader;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.MelNorm;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Window;
import io.github.jukelab.signal.WindowShape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Spectra and features with the values of parameters. */
final class ParametrisedFeatures {

    private ParametrisedFeatures() {}

    static Stft stft(FeatureParameters p) {
        int hop = p.find(HOP_LENGTH).orElseGet(() -> Math.max(1, windowLength(p) / 4));
        return new Stft(p.get(N_FFT), hop, p.get(PAD_MODE), p.get(CENTER));
    }

    private static Window window(FeatureParameters p) {
        return Window.of(p.get(WINDOW), windowLength(p));
    }

    private static int windowLength(FeatureParameters p) {
        return p.find(WIN_LENGTH).orElseGet(() -> p.get(N_FFT));
    }

    static ComplexSpectrogram complex(Wave wave, FeatureParameters p) {
        return ComplexSpectrogram.of(wave, stft(p), window(p));
    }

    static Spectrogram spectrum(Wave wave, FeatureParameters p, Scale scale) {
        return Spectrogram.of(FrameBlock.of(wave, stft(p).framing()), window(p), scale);
    }

    static Spectrogram decibels(Spectrogram spectrogram, FeatureParameters p) {
        return spectrogram.toDecibels(p.get(REF), p.get(TOP_DB));
    }

    /** The frames of features of the wave itself. */
    static Frames frames(FeatureParameters p) {
        return Frames.of(p.get(FRAME_LENGTH), p.get(HOP_LENGTH)).withCentered(p.get(CENTER));
    }

    /** A feature that needs one frame at a time, so that spectra need no memory for all of them at once. */
    static FrameSeries perFrame(Wave wave, FeatureParameters p, Function<Spectrogram, FrameSeries> feature) {
        List<FrameSeries> blocks = new ArrayList<>();
        Window window = window(p);
        FrameReader.forEach(
                wave,
                stft(p).framing(),
                block -> blocks.add(feature.apply(Spectrogram.of(block, window, Scale.MAGNITUDE))));
        FrameSeries first = blocks.get(0);
        int frames = blocks.stream().mapToInt(FrameSeries::frames).sum();
        FloatBuffer values = FloatBuffer.allocate(first.rows().size() * frames);
        for (int row = 0; row < first.rows().size(); row++) {
            for (FrameSeries block : blocks) {
                values.put(block.row(row));
            }
        }
        return FrameSeries.of(first.name(), first.unit(), first.rows(), values.array(), first.secondsPerFrame());
    }

    static Spectrogram mel(Wave wave, FeatureParameters p) {
        return mel(wave, p, p.get(NORM_OF_MEL));
    }

    private static Spectrogram mel(Wave wave, FeatureParameters p, MelNorm norm) {
        double fMax = p.find(FMAX).orElse(wave.rate() / 2.0);
        MelBank bank = new MelBank(p.get(N_MELS), wave.rate(), p.get(FMIN), fMax, p.get(HTK));
        return MelSpectrogram.of(wave, stft(p), bank, window(p), norm, p.get(POWER));
    }

    static FrameSeries mfcc(Wave wave, FeatureParameters p) {
        Dct dct = Dct.of(p.get(N_MELS), p.get(N_MFCC), p.get(DCT_TYPE), p.get(NORM_OF_DCT));
        return Mfcc.of(mel(wave, p, p.get(MEL_NORM)), dct, p.get(LIFTER));
    }

    static FrameSeries chromaStft(Wave wave, FeatureParameters p) {
        Spectrogram power = spectrum(wave, p, Scale.POWER);
        int classes = p.get(N_CHROMA);
        Tuning tuning =
                p.find(TUNING).map(steps -> new Tuning(steps, classes)).orElseGet(() -> Tuning.of(power, classes));
        return ChromaStft.of(power, tuning, p.get(NORM_OF_FRAMES));
    }

    static FrameSeries chromaCqt(Wave wave, FeatureParameters p) {
        return chromaCqt(wave, p, p.get(N_CHROMA), p.get(NORM_OF_FRAMES));
    }

    /** The chroma from which other features are computed. */
    static FrameSeries twelveClasses(Wave wave, FeatureParameters p) {
        return chromaCqt(wave, p, 12, FrameNorm.INF);
    }

    private static FrameSeries chromaCqt(Wave wave, FeatureParameters p, int classes, FrameNorm norm) {
        int perOctave = p.get(BINS_PER_OCTAVE);
        double steps = p.find(TUNING)
                .orElseGet(() -> Tuning.of(Spectrogram.of(wave), perOctave).steps());
        ConstantQ constantQ = constantQ(p, p.get(N_OCTAVES) * perOctave).withTuning(steps);
        return ChromaCqt.of(constantQ.apply(wave), constantQ, classes, norm);
    }

    static Spectrogram cqt(Wave wave, FeatureParameters p) {
        return constantQ(p, p.get(N_BINS)).withTuning(p.get(TUNING)).apply(wave);
    }

    private static ConstantQ constantQ(FeatureParameters p, int bins) {
        double lowest = p.find(FMIN).orElse(ConstantQ.LIBROSA.lowest());
        return ConstantQ.of(lowest, bins, p.get(BINS_PER_OCTAVE)).withHop(p.get(HOP_LENGTH));
    }

    /** The tuning in semitones, from the power, and in thirds of a semitone, from the magnitude. */
    static FeatureArray tunings(Wave wave, FeatureParameters p) {
        Spectrogram magnitude = spectrum(wave, p, Scale.MAGNITUDE);
        return FeatureArrays.doubles(
                Tuning.of(magnitude.power()).steps(), Tuning.of(magnitude, 36).steps());
    }

    /** The onset strength in librosa's frames, with another hop. */
    static FrameSeries onset(Wave wave, FeatureParameters p, Aggregate aggregate) {
        return OnsetStrength.of(wave, Stft.LIBROSA.withHop(p.get(HOP_LENGTH)), aggregate);
    }

    static HarmonicPercussive parts(Wave wave, FeatureParameters p) {
        PartPair kernel = p.get(KERNEL_SIZE);
        PartPair margin = p.get(MARGIN);
        HarmonicPercussive.Settings settings = new HarmonicPercussive.Settings(
                (int) kernel.harmonic(),
                (int) kernel.percussive(),
                p.get(POWER_OF_MASK),
                margin.harmonic(),
                margin.percussive());
        // Twice as fast, as the parts then sum to the wave.
        boolean usual = settings.equals(HarmonicPercussive.Settings.LIBROSA)
                && stft(p).equals(Stft.LIBROSA)
                && p.get(WINDOW) == WindowShape.HANN
                && windowLength(p) == Stft.LIBROSA.nFft();
        return usual ? HarmonicPercussive.of(wave) : HarmonicPercussive.of(complex(wave, p), settings);
    }
}
