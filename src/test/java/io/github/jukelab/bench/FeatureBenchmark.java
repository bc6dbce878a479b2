package io.github.jukelab.bench;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.feature.Beats;
import io.github.jukelab.feature.ChromaCens;
import io.github.jukelab.feature.ChromaCqt;
import io.github.jukelab.feature.ChromaStft;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.HarmonicPercussive;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.feature.Mfcc;
import io.github.jukelab.feature.OnsetStrength;
import io.github.jukelab.feature.PolyFeatures;
import io.github.jukelab.feature.Rms;
import io.github.jukelab.feature.SpectralBandwidth;
import io.github.jukelab.feature.SpectralCentroid;
import io.github.jukelab.feature.SpectralContrast;
import io.github.jukelab.feature.SpectralFlatness;
import io.github.jukelab.feature.SpectralRolloff;
import io.github.jukelab.feature.Tonnetz;
import io.github.jukelab.feature.Tuning;
import io.github.jukelab.feature.ZeroCrossingRate;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.ConstantQ;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds per clip for each feature on one thread, computed from the wave unless the method name ends in what it
 * is computed from. The system property {@code wav} names a WAV file; by default the clip is 30 s of synthetic chords
 * and noise.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 100)
@Measurement(iterations = 20)
@Fork(1)
public class FeatureBenchmark {

    private static final int RATE = 22050;
    private static final int SECONDS = 30;

    private Path file;
    private Wave wave;
    private Wave twice;
    private MelBank bank;
    private Spectrogram magnitude;
    private Spectrogram power;
    private Spectrogram mel;

    /** Reads or synthesises the clip. */
    @Setup
    public void prepare() throws IOException {
        String name = System.getProperty("wav");
        if (name == null) {
            file = Files.createTempFile("chords", ".wav");
            file.toFile().deleteOnExit();
            chords().write(file);
        } else {
            file = Path.of(name);
        }
        wave = Wave.read(file, LoadOptions.WHOLE.withRate(RATE));
        twice = wave.resample(2 * RATE);
        bank = MelBank.of(128, wave.rate());
        magnitude = Spectrogram.of(wave, Stft.LIBROSA);
        power = magnitude.power();
        mel = bank.apply(magnitude);
    }

    private static Wave chords() {
        Random random = new Random(1);
        float[] samples = new float[SECONDS * RATE];
        for (int i = 0; i < samples.length; i++) {
            double chord = 110 * Math.pow(2, i / RATE % 12 / 12.0);
            double phase = 2 * Math.PI * chord * i / RATE;
            samples[i] = (float) (0.2 * (Math.sin(phase) + Math.sin(1.25 * phase) + Math.sin(3 * phase))
                    + 0.02 * random.nextGaussian());
        }
        return Wave.of(samples, RATE);
    }

    /** The short-time Fourier transform. */
    @Benchmark
    public ComplexSpectrogram stft() {
        return ComplexSpectrogram.of(wave, Stft.LIBROSA);
    }

    /** The magnitude spectrogram. */
    @Benchmark
    public Spectrogram magnitude() {
        return Spectrogram.of(wave, Stft.LIBROSA);
    }

    /** The power spectrogram. */
    @Benchmark
    public Spectrogram power() {
        return Spectrogram.of(wave, Stft.LIBROSA, Scale.POWER);
    }

    /** The spectrogram in decibels, given the magnitudes. */
    @Benchmark
    public Spectrogram decibelsOfMagnitude() {
        return magnitude.toDecibels();
    }

    /** 128 mel bands. */
    @Benchmark
    public Spectrogram melspectrogram() {
        return MelSpectrogram.of(wave, Stft.LIBROSA, bank);
    }

    /** 128 mel bands, given the magnitudes. */
    @Benchmark
    public Spectrogram melOfMagnitude() {
        return bank.apply(magnitude);
    }

    /** 20 MFCCs. */
    @Benchmark
    public FrameSeries mfcc() {
        return Mfcc.of(MelSpectrogram.of(wave, Stft.LIBROSA, bank), 20);
    }

    /** 20 MFCCs, given the mel bands. */
    @Benchmark
    public FrameSeries mfccOfMel() {
        return Mfcc.of(mel, 20);
    }

    /** Chroma with tuning estimate. */
    @Benchmark
    public FrameSeries chromaStft() {
        return ChromaStft.of(wave, Stft.LIBROSA);
    }

    /** Chroma with tuning estimate, given the powers. */
    @Benchmark
    public FrameSeries chromaStftOfPower() {
        return ChromaStft.of(power);
    }

    /** The tuning estimate alone, given the powers. */
    @Benchmark
    public Tuning tuningOfPower() {
        return Tuning.of(power);
    }

    /** The constant-Q transform, 84 bins. */
    @Benchmark
    public Spectrogram constantQ() {
        return ConstantQ.LIBROSA.apply(wave);
    }

    /** Chroma from a constant-Q transform of 252 bins, with tuning estimate. */
    @Benchmark
    public FrameSeries chromaCqt() {
        return ChromaCqt.of(wave);
    }

    /** Chroma energy normalised statistics. */
    @Benchmark
    public FrameSeries chromaCens() {
        return ChromaCens.of(wave);
    }

    /** Tonal centroids. */
    @Benchmark
    public FrameSeries tonnetz() {
        return Tonnetz.of(wave);
    }

    /** The spectral centroid, given the magnitudes. */
    @Benchmark
    public FrameSeries centroidOfMagnitude() {
        return SpectralCentroid.of(magnitude);
    }

    /** The spectral bandwidth, given the magnitudes. */
    @Benchmark
    public FrameSeries bandwidthOfMagnitude() {
        return SpectralBandwidth.of(magnitude);
    }

    /** The spectral roll-off, given the magnitudes. */
    @Benchmark
    public FrameSeries rolloffOfMagnitude() {
        return SpectralRolloff.of(magnitude);
    }

    /** Centroid, bandwidth and roll-off with one transform. */
    @Benchmark
    public List<FrameSeries> centroidBandwidthRolloff() {
        Spectrogram shared = Spectrogram.of(wave, Stft.LIBROSA);
        return List.of(SpectralCentroid.of(shared), SpectralBandwidth.of(shared), SpectralRolloff.of(shared));
    }

    /** The zero-crossing rate. */
    @Benchmark
    public FrameSeries zeroCrossingRate() {
        return ZeroCrossingRate.of(wave);
    }

    /** The RMS energy. */
    @Benchmark
    public FrameSeries rms() {
        return Rms.of(wave);
    }

    /** The zero-crossing rate and the RMS energy, as in the usual script. */
    @Benchmark
    public List<FrameSeries> zeroCrossingRateRms() {
        return List.of(ZeroCrossingRate.of(wave), Rms.of(wave));
    }

    /** Spectral contrast. */
    @Benchmark
    public FrameSeries spectralContrast() {
        return SpectralContrast.of(wave, Stft.LIBROSA);
    }

    /** Spectral contrast, given the magnitudes. */
    @Benchmark
    public FrameSeries contrastOfMagnitude() {
        return SpectralContrast.of(magnitude);
    }

    /** Spectral flatness. */
    @Benchmark
    public FrameSeries spectralFlatness() {
        return SpectralFlatness.of(Spectrogram.of(wave, Stft.LIBROSA));
    }

    /** Spectral flatness, given the magnitudes. */
    @Benchmark
    public FrameSeries flatnessOfMagnitude() {
        return SpectralFlatness.of(magnitude);
    }

    /** Polynomial features of order 1. */
    @Benchmark
    public FrameSeries polyFeatures() {
        return PolyFeatures.of(Spectrogram.of(wave, Stft.LIBROSA), 1);
    }

    /** The harmonic and the percussive part. */
    @Benchmark
    public HarmonicPercussive hpss() {
        return HarmonicPercussive.of(wave);
    }

    /** The onset strength. */
    @Benchmark
    public FrameSeries onsetStrength() {
        return OnsetStrength.of(wave);
    }

    /** Onsets, tempo and beats. */
    @Benchmark
    public Beats beatTrack() {
        return Beats.of(wave);
    }

    /** Resampling to half the rate. */
    @Benchmark
    public Wave resampleToHalf() {
        return twice.resample(RATE);
    }

    /** Reading a WAV file. */
    @Benchmark
    public Wave load() throws IOException {
        return Wave.read(file);
    }

    /** The row of 57 features. */
    @Benchmark
    public FeatureRow table57() {
        return FeatureRow.of(wave);
    }
}
