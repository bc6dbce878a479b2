package io.github.jukelab.signal;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Resampler;
import io.github.jukelab.audio.Wave;
import java.util.Arrays;
import java.util.Locale;

/** The constant-Q transform of one wave, octave by octave from the top. */
final class ConstantQTransform {

    /** The equivalent noise bandwidth of the Hann window in bins, as librosa has it. */
    private static final double HANN_BANDWIDTH = 1.50018310546875;

    private final ConstantQ settings;
    private final int waveRate;
    private final double[] frequencies;
    private final int frames;
    private final float[] values;
    private final HalfBandDecimator decimator;
    /** The wave, its rate and the hop at the current octave. */
    private float[] samples;

    private double rate;
    private int hop;
    private ConstantQFilters filters;

    private ConstantQTransform(Wave wave, ConstantQ settings) {
        this.settings = settings;
        this.waveRate = wave.rate();
        this.frequencies = settings.frequencies();
        this.decimator = new HalfBandDecimator(wave.length());
        int halvings = earlyHalvings(frequencies[frequencies.length - 1]);
        this.samples = halved(wave.samples(), halvings);
        this.rate = Math.scalb((double) waveRate, -halvings);
        this.hop = settings.hop() >> halvings;
        this.frames = 1 + samples.length / hop;
        this.values = new float[Math.multiplyExact(frequencies.length, frames)];
        this.filters = filters(frequencies.length);
    }

    static Spectrogram of(Wave wave, ConstantQ settings) {
        ConstantQTransform transform = new ConstantQTransform(wave, settings);
        transform.run();
        double secondsPerFrame = (double) settings.hop() / wave.rate();
        return Spectrogram.owning(transform.values, transform.frequencies, Scale.MAGNITUDE, secondsPerFrame);
    }

    /** How many times the rate can be halved before the top octave without making the hop of any octave odd. */
    private int earlyHalvings(double highest) {
        double end = highest * (1 + 0.5 * HANN_BANDWIDTH / settings.q());
        if (end > waveRate / 2.0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the bin at %.1f Hz reaches up to %.1f Hz, more than half the wave's rate of %d Hz",
                    highest,
                    end,
                    waveRate));
        }
        int octaves = (settings.bins() - 1) / settings.binsPerOctave() + 1;
        int byBand = (int) Math.ceil(Math.log(waveRate / 2.0 / end) / Math.log(2)) - 2;
        int byHop = Integer.numberOfTrailingZeros(settings.hop()) - octaves + 1;
        return Math.max(0, Math.min(byBand, byHop));
    }

    /** As in librosa: several halvings at once are one resampling, which is not the same as one after the other. */
    private float[] halved(float[] sound, int times) {
        return switch (times) {
            case 0 -> sound;
            case 1 -> decimator.apply(sound);
            default -> Resampler.of(1 << times, 1).resample(sound);
        };
    }

    private void run() {
        int end = frequencies.length;
        fill(end);
        for (end -= settings.binsPerOctave(); end > 0; end -= settings.binsPerOctave()) {
            if (hop % 2 == 0) {
                samples = decimator.apply(samples);
                rate /= 2;
                hop /= 2;
            }
            fill(end);
        }
    }

    private int octaveBelow(int end) {
        return Math.max(0, end - settings.binsPerOctave());
    }

    private ConstantQFilters filters(int end) {
        int first = octaveBelow(end);
        return ConstantQFilters.of(frequencies[first] / rate, end - first, settings);
    }

    /** Computes the octave that ends before a bin. */
    private void fill(int end) {
        int first = octaveBelow(end);
        if (!filters.match(frequencies[first] / rate, end - first)) {
            filters = filters(end);
        }
        BandSpectra spectra = filters.spectra(samples, hop);
        ComplexRow[] responses = new ComplexRow[end - first];
        Arrays.setAll(responses, i -> ComplexRow.of(spectra.block()));
        for (int from = 0; from < frames; from += spectra.block()) {
            Progress.checkInterrupted();
            int count = Math.min(spectra.block(), frames - from);
            spectra.load(from, count);
            filters.apply(spectra, responses, count);
            for (int i = 0; i < responses.length; i++) {
                store(responses[i], first + i, from, count);
            }
        }
    }

    private void store(ComplexRow response, int bin, int from, int count) {
        response.toMagnitudes(count);
        double[] magnitudes = response.real();
        double scale = Math.sqrt(settings.q() * waveRate / frequencies[bin]);
        int offset = bin * frames + from;
        for (int t = 0; t < count; t++) {
            values[offset + t] = (float) (scale * magnitudes[t]);
        }
    }
}
