package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Exercises of the notebook {@code 01-explore-gtzan}. */
final class ExploreExercises {

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "01.1",
                    "How often does one period of a sine change its sign? How many samples does one period have here?",
                    Parameter.number("rate"),
                    ExploreExercises::crossingsOfATone),
            Exercise.of(
                    "01.2",
                    "Read the name from its end: first square each sample, then take the mean, then the root.",
                    Parameter.number("value"),
                    Parameter.of("wave", Wave.class),
                    ExploreExercises::rootMeanSquare),
            Exercise.of(
                    "01.3",
                    "The standard deviation is the root of the mean squared distance from the mean, within one label."
                            + " The highest label need not be the widest.",
                    Parameter.text("label"),
                    valuesByLabel("values"),
                    ExploreExercises::widestLabel),
            Exercise.of(
                    "01.4",
                    "Rows are rate / length apart. One row between two lines is not enough: each line is some rows wide."
                            + " Compare Summary.of(spectrogram.bin(row)).mean() for the rows from 220 to 233 Hz: with which"
                            + " length is one between them weaker? (3 dB less is 0.71 times as much.)",
                    Parameter.of("stft", Stft.class),
                    ExploreExercises::frameForASemitone));

    private static final int RATE = 22_050;
    private static final double[] SEMITONE = {220, 233.08};

    private ExploreExercises() {}

    private static Verdict crossingsOfATone(double rate) {
        double hertz = rate * RATE / 2;
        return Verdict.of(
                Math.abs(hertz - 440) < 4.4,
                "a tone of f hertz crosses zero 2 f times per second, here in 22,050 samples.",
                text("a tone with that rate would have %.1f Hz.", hertz));
    }

    private static Verdict rootMeanSquare(double value, Wave wave) {
        float[] samples = wave.samples();
        double square = 0;
        double absolute = 0;
        for (float sample : samples) {
            square += (double) sample * sample;
            absolute += Math.abs(sample);
        }
        double meanSquare = square / samples.length;
        if (isNear(value, meanSquare) && !isNear(meanSquare, Math.sqrt(meanSquare))) {
            return Verdict.notYet("that is the mean of the squares. Which step is missing?");
        }
        if (isNear(value, absolute / samples.length) && !isNear(value, Math.sqrt(meanSquare))) {
            return Verdict.notYet("that is the mean of the absolute values, which counts loud samples less.");
        }
        return Verdict.of(
                isNear(value, Math.sqrt(meanSquare)),
                "its square times the number of samples is the energy of the track.",
                text(
                        "a sound with that root mean square has %.2f times the energy of this one.",
                        value * value / meanSquare));
    }

    private static Verdict widestLabel(String label, Map<String, double[]> values) {
        if (!values.containsKey(label)) {
            return Verdict.notYet("the labels are " + String.join(", ", values.keySet()) + ".");
        }
        Map<String, Double> deviations = new TreeMap<>();
        values.forEach((name, numbers) -> deviations.put(name, deviation(numbers)));
        long wider = deviations.values().stream()
                .filter(deviation -> deviation > deviations.get(label) * (1 + 1e-9))
                .count();
        return Verdict.of(
                wider == 0,
                "a mean alone would not have told this.",
                text("%d of the %d labels differ more within themselves than this one.", wider, values.size()));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    private static Verdict frameForASemitone(Stft stft) {
        int length = stft.nFft();
        if (Integer.bitCount(length) != 1 || length < 16) {
            return Verdict.notYet("the frame is to be a power of two, and of at least 16 samples.");
        }
        if (length > RATE) {
            return Verdict.notYet("a frame of more than a second mixes whatever is played within it.");
        }
        if (!twoLines(length)) {
            return Verdict.notYet(text("with frames of %d samples both tones share one hump.", length));
        }
        return Verdict.of(
                !twoLines(length / 2),
                text("rows are %.1f Hz apart, and half of that frame shows one hump.", (double) RATE / length),
                text("with frames of %d samples there are two lines, but a shorter frame shows them, too.", length));
    }

    /** Whether the mean spectrum falls by 3 dB between the two tones. */
    private static boolean twoLines(int length) {
        float[] both = new float[2 * RATE];
        for (int i = 0; i < both.length; i++) {
            for (double hertz : SEMITONE) {
                both[i] += (float) (0.4 * Math.sin(2 * Math.PI * hertz * i / RATE));
            }
        }
        Spectrogram spectrogram = Spectrogram.of(Wave.of(both, RATE), Stft.of(length));
        double[] mean = IntStream.range(0, spectrogram.bins())
                .mapToDouble(bin -> mean(spectrogram, bin))
                .toArray();
        int low = (int) Math.round(SEMITONE[0] * length / RATE);
        int high = (int) Math.round(SEMITONE[1] * length / RATE);
        double valley = IntStream.rangeClosed(low, high)
                .mapToDouble(bin -> mean[bin])
                .min()
                .orElseThrow();
        return valley < Math.min(mean[low], mean[high]) / Math.sqrt(2);
    }

    private static double mean(Spectrogram spectrogram, int bin) {
        float[] row = spectrogram.bin(bin);
        return IntStream.range(0, row.length).mapToDouble(t -> row[t]).average().orElse(0);
    }

    /** As {@code Tables.byLabel} gives them. */
    @SuppressWarnings("unchecked")
    private static Parameter<Map<String, double[]>> valuesByLabel(String name) {
        return new Parameter<>(name, "the values of each label, such as Tables.byLabel(…)", value -> {
            boolean usable = value instanceof Map<?, ?> map
                    && !map.isEmpty()
                    && map.keySet().stream().allMatch(String.class::isInstance)
                    && map.values().stream().allMatch(double[].class::isInstance);
            return usable ? Optional.of((Map<String, double[]>) value) : Optional.empty();
        });
    }

    private static boolean isNear(double value, double right) {
        return Math.abs(value - right) <= 0.005 * Math.abs(right) + 1e-9;
    }
}
