package io.github.jukelab.bench;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.GriffinLim;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.Mask;
import io.github.jukelab.signal.MedianFilter;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.nio.file.Path;
import java.util.Optional;
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
 * Milliseconds per clip for the steps of harmonic-percussive separation on one thread. The system property {@code wav}
 * names a 16-bit mono WAV file; by default the clip is 30 s of noise.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 60)
@Measurement(iterations = 20)
@Fork(1)
public class SeparationBenchmark {

    private static final MedianFilter MEDIAN = MedianFilter.of(31);

    private Wave wave;
    private ComplexSpectrogram spectrum;
    private Spectrogram magnitude;
    private Spectrogram medians;
    private Mask mask;

    /** Reads or synthesises the clip. */
    @Setup
    public void prepare() {
        wave = Optional.ofNullable(System.getProperty("wav"))
                .map(file -> LibrosaFixtures.wav(Path.of(file)))
                .orElseGet(() -> Waves.noise(30 * Waves.RATE, 1));
        spectrum = ComplexSpectrogram.of(wave, Stft.LIBROSA);
        magnitude = spectrum.magnitude();
        medians = MEDIAN.alongTime(magnitude);
        mask = Mask.soft(medians, magnitude);
    }

    /** The magnitudes, given the transform. */
    @Benchmark
    public Spectrogram magnitudeOfComplex() {
        return spectrum.magnitude();
    }

    /** Medians of 31 frames, given the magnitudes. */
    @Benchmark
    public Spectrogram medianAlongTime() {
        return MEDIAN.alongTime(magnitude);
    }

    /** Medians of 31 bins, given the magnitudes. */
    @Benchmark
    public Spectrogram medianAlongFrequency() {
        return MEDIAN.alongFrequency(magnitude);
    }

    /** The soft mask, given both medians. */
    @Benchmark
    public Mask softMask() {
        return Mask.soft(medians, magnitude);
    }

    /** The mask applied, given the transform. */
    @Benchmark
    public ComplexSpectrogram masked() {
        return spectrum.masked(mask);
    }

    /** The inverse transform. */
    @Benchmark
    public Wave inverse() {
        return spectrum.toWave();
    }

    /** A wave from magnitudes in one iteration. */
    @Benchmark
    public Wave griffinLim() {
        return GriffinLim.of(magnitude, Stft.LIBROSA, 1, 1);
    }
}
