package io.github.jukelab.prediction;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.PathText;
import io.github.jukelab.evaluation.SoundPrediction.Stretch;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the labels of each sound are written as a file of its own, which a program for sounds opens beside it. */
public enum LabelFiles {
    /** A label track of Audacity, {@code monday/1.txt} for {@code monday/1.wav}: start, end and label, without header. */
    AUDACITY(".txt") {
        @Override
        void write(List<Stretch> stretches, double highestFrequency, BufferedWriter out) throws IOException {
            for (Stretch stretch : stretches) {
                line(out, "%.6f\t%.6f\t%s", stretch.start(), stretch.end(), stretch.label());
            }
        }
    },
    /** A selection table of Raven, {@code monday/1.Table.1.selections.txt} for {@code monday/1.wav}. */
    RAVEN(".Table.1.selections.txt") {
        @Override
        void write(List<Stretch> stretches, double highestFrequency, BufferedWriter out) throws IOException {
            line(out, "%s", String.join("\t", COLUMNS));
            for (int i = 0; i < stretches.size(); i++) {
                Stretch stretch = stretches.get(i);
                line(
                        out,
                        "%d\tSpectrogram 1\t1\t%.6f\t%.6f\t0.0\t%.1f\t%s\t%.4f",
                        i + 1,
                        stretch.start(),
                        stretch.end(),
                        highestFrequency,
                        stretch.label(),
                        stretch.probability());
            }
        }
    };

    private static final List<String> COLUMNS = List.of(
            "Selection",
            "View",
            "Channel",
            "Begin Time (s)",
            "End Time (s)",
            "Low Freq (Hz)",
            "High Freq (Hz)",
            "Annotation",
            "Probability");

    private final String extension;

    LabelFiles(String extension) {
        this.extension = extension;
    }

    abstract void write(List<Stretch> stretches, double highestFrequency, BufferedWriter out) throws IOException;

    private static void line(BufferedWriter out, String format, Object... values) throws IOException {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /**
     * Writes a file per sound, each whole or not at all. If two sounds differ in their extensions only, their files keep
     * them: {@code 1.wav.txt}.
     *
     * @param predictions to be written
     * @param view what is shown of them
     * @param folder for the files, in folders like those of the sounds; created if missing
     * @throws IOException if something cannot be read or written
     */
    public void write(FilePredictions predictions, PredictionView view, Path folder) throws IOException {
        Map<String, Long> sounds =
                predictions.names().stream().collect(Collectors.groupingBy(LabelFiles::key, Collectors.counting()));
        Function<String, String> names =
                file -> (sounds.get(key(file)) == 1 ? PathText.withoutExtension(file) : file) + extension;
        double highest = predictions.predictor().highestFrequency();
        predictions.forEach(file -> AtomicFile.write(folder.resolve(names.apply(file.file())), part -> {
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                write(view.stretches(file.prediction()), highest, out);
            }
        }));
    }

    /** Some disks ignore case. */
    private static String key(String file) {
        return PathText.withoutExtension(file).toLowerCase(Locale.ROOT);
    }
}
