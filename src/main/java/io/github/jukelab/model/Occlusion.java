package io.github.jukelab.model;

import io.github.jukelab.Progress;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.evaluation.OcclusionMap;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.PictureWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.ResizedSpectrogram;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpectrogramImage;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.signal.Spectrogram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Where a model looked in one of its inputs: a patch of the input is hidden, around one block after the other, and the
 * model predicts again. In a cell it shows the input and, below it, by how much the probability of the label fell without
 * each patch.
 *
 * <p>A hidden patch has the mean of the training set, as the normalisation knows it, so that it is neither loud nor
 * silent; if the model has no normalisation, the mean of the input. All channels of a patch are hidden together.
 *
 * @param input of which patches were hidden: the first channel, or the mean of a picture's colours; the lowest row
 *     first
 * @param map by how much the probability fell
 */
public record Occlusion(FrameSeries input, OcclusionMap map) {

    /** Blocks from the lowest row to the highest, and from the first column to the last. */
    private static final int BANDS = 8;

    private static final int TIMES = 16;

    /**
     * Hides patches around 8 x 16 blocks of one input. Of several windows it is the one whose probability of the sound's
     * label is nearest to that of the whole sound: where a model is much surer, no patch alone makes a difference.
     *
     * @param model with an input of rows and columns, such as mel windows; smaller ones have fewer blocks
     * @param wave at any rate
     * @param progress told after each band of blocks
     * @return the map
     * @throws IllegalStateException if the model's input is not sound
     * @throws IllegalArgumentException if the input has no rows and columns, or the sound is too short or too loud
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static Occlusion of(TrainedModel model, Wave wave, Progress progress) {
        WavePrediction prediction = model.predict(wave);
        Preprocessing input = model.preprocessing().orElseThrow().forLength(wave.seconds());
        Shape shape = input.shape();
        if (shape.height() == 1 || shape.width() == 1) {
            throw new IllegalArgumentException("occlusion needs an input of rows and columns, got " + input);
        }
        int label = model.labels().indexOf(prediction.label());
        int window = typical(prediction, label);
        double probability = prediction.segments().get(window).probabilities()[label];
        float[] values = values(input, wave, window);
        List<List<Double>> drops = new Hiding(model, input, values).drops(label, probability, progress);
        TimeSpan span = span(input, window, wave);
        return new Occlusion(
                input instanceof ResizedSpectrogram resized
                        ? resized.picture(wave)
                        : shown(input, values, (span.end() - span.start()) / shape.width()),
                new OcclusionMap(prediction.label(), probability, drops, span, wave.seconds()));
    }

    private static int typical(WavePrediction prediction, int label) {
        double mean = prediction.probabilities().get(prediction.label());
        List<Segment> segments = prediction.segments();
        return IntStream.range(0, segments.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(segments.get(i).probabilities()[label] - mean)))
                .orElseThrow();
    }

    /** One of the inputs; the others are not kept. */
    private static float[] values(Preprocessing input, Wave wave, int index) {
        AtomicInteger next = new AtomicInteger();
        float[] values = new float[input.shape().values()];
        try {
            input.forEachInput(Recording.of(wave), made -> {
                if (next.getAndIncrement() == index) {
                    System.arraycopy(made, 0, values, 0, values.length);
                }
            });
        } catch (AudioException e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
        return values;
    }

    /** Pictures are stretched to the end of the sound; other inputs go on after it. */
    private static TimeSpan span(Preprocessing input, int window, Wave wave) {
        return input.span(window, isPicture(input) ? wave.seconds() : Double.POSITIVE_INFINITY);
    }

    private static boolean isPicture(Preprocessing input) {
        return input instanceof SpectrogramImage || input instanceof PictureWindows;
    }

    private static FrameSeries shown(Preprocessing input, float[] values, double secondsPerFrame) {
        Shape shape = input.shape();
        int size = shape.height() * shape.width();
        boolean picture = isPicture(input);
        float[] shown = new float[size];
        for (int i = 0; i < size; i++) {
            int row = i / shape.width();
            int from = picture ? (shape.height() - 1 - row) * shape.width() + i % shape.width() : i;
            for (int channel = 0; channel < (picture ? shape.channels() : 1); channel++) {
                shown[i] += values[channel * size + from] / (picture ? shape.channels() : 1);
            }
        }
        return input instanceof MelWindows windows
                ? FrameSeries.of(Spectrogram.of(shown, windows.mel().frequencies(), windows.scale(), secondsPerFrame))
                        .withName("Mel band in Hz")
                : FrameSeries.of("Row of the input", "", numbers(shape.height()), shown, secondsPerFrame);
    }

    private static List<String> numbers(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(Integer::toString).toList();
    }

    /** Some rows or columns. */
    private record Range(int from, int to) {

        /** Those of one block of several and of the ones beside it. */
        static Range around(int block, int blocks, int beside, int size) {
            return new Range(
                    Math.max(0, block - beside) * size / blocks, Math.min(blocks, block + beside + 1) * size / blocks);
        }

        Range mirrored(int size) {
            return new Range(size - to, size - from);
        }
    }

    /** Hides patches of one input. */
    private record Hiding(TrainedModel model, Preprocessing input, float[] values) {

        List<List<Double>> drops(int label, double probability, Progress progress) {
            Shape shape = input.shape();
            int bands = Math.min(BANDS, shape.height());
            int times = Math.min(TIMES, shape.width());
            List<List<Double>> drops = new ArrayList<>();
            for (int band = 0; band < bands; band++) {
                Progress.checkInterrupted();
                drops.add(drops(band, bands, times, label, probability));
                progress.report(band + 1, bands, "bands");
            }
            return drops;
        }

        private List<Double> drops(int band, int bands, int times, int label, double probability) {
            Shape shape = input.shape();
            Range rows = Range.around(band, bands, OcclusionMap.BANDS_BESIDE, shape.height());
            Range shown = isPicture(input) ? rows.mirrored(shape.height()) : rows;
            Examples examples = Examples.of(
                    model.labels(),
                    IntStream.range(0, times)
                            .mapToObj(time -> hidden(
                                    time, shown, Range.around(time, times, OcclusionMap.TIMES_BESIDE, shape.width()))));
            return model.predict(examples).rows().stream()
                    .map((Prediction row) -> probability - row.probability(label))
                    .toList();
        }

        private Example hidden(int time, Range rows, Range columns) {
            Shape shape = input.shape();
            float[] hidden = values.clone();
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int row = rows.from(); row < rows.to(); row++) {
                    int start = (channel * shape.height() + row) * shape.width();
                    for (int i = start + columns.from(); i < start + columns.to(); i++) {
                        hidden[i] = neutral(channel, i);
                    }
                }
            }
            return new Example("" + time, "sound", Optional.empty(), shape, hidden);
        }

        private float neutral(int channel, int index) {
            StandardScaler scaler = input.normalisation();
            if (!scaler.equals(StandardScaler.NONE)) {
                return (float) scaler.mean(index);
            }
            int size = input.shape().height() * input.shape().width();
            return (float) IntStream.range(channel * size, (channel + 1) * size)
                    .mapToDouble(i -> values[i])
                    .average()
                    .orElseThrow();
        }
    }
}
