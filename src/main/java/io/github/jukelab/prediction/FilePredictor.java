package io.github.jukelab.prediction;

import io.github.jukelab.Journal;
import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.extraction.JournaledFiles;
import io.github.jukelab.extraction.SourceFile;
import io.github.jukelab.model.TrainedModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts for many sound files, several at a time. Each is read block by block, so memory grows neither with their
 * number nor with their length. Finished files are kept in a {@link Journal}: a run that is repeated or was interrupted
 * predicts only for files that are new or have changed.
 *
 * @param model with a preprocessing
 * @param checksum of the model's file; with another one, all files are predicted again
 * @param threads files that are read in parallel, at least 1; the model itself computes one batch at a time
 */
public record FilePredictor(TrainedModel model, String checksum, int threads) {

    /** To be increased when predictions of one model change, or what a journal keeps. */
    private static final int VERSION = 1;

    /**
     * Checks the values, and that the model can predict here.
     *
     * @param model with a preprocessing
     * @param checksum of the model's file
     * @param threads at least 1
     * @throws IllegalArgumentException if the model's input is not sound, or {@code threads} is less than 1
     * @throws java.io.UncheckedIOException if the model needs an embedding that this machine does not have
     */
    public FilePredictor {
        Require.atLeast("threads", 1, threads);
        if (model.preprocessing().isEmpty()) {
            throw new IllegalArgumentException("cannot predict for sound: " + model + " has no preprocessing");
        }
        model.preprocessing().get().requireReady();
    }

    /**
     * Everything that predictions depend on besides the files.
     *
     * @return one line, for a journal
     */
    public String settings() {
        return "predictions as of version " + VERSION + " by the model " + checksum;
    }

    /** The highest frequency of the model's input, in Hz. */
    double highestFrequency() {
        return rate() / 2.0;
    }

    /** The rate of the model's input, in Hz. */
    int rate() {
        return model.preprocessing().orElseThrow().rate();
    }

    /**
     * Predicts for files.
     *
     * @param files each once
     * @param journal open, of these {@link #settings}
     * @param progress told after each file that was read
     * @return the predictions, which are in the journal: to be used before it is closed
     * @throws IOException if the journal cannot be written
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; finished files are kept
     */
    public FilePredictions predict(List<SourceFile> files, Journal journal, Progress progress) throws IOException {
        return new FilePredictions(this, JournaledFiles.run(journal, files, threads, this::predict, progress));
    }

    private JournaledFiles.Result predict(SourceFile file) throws IOException {
        FilePrediction result = predict(file.filename(), file.path(), LoadOptions.WHOLE);
        return new JournaledFiles.Result(PredictionText.of(result.prediction(), result.warnings()), List.of());
    }

    /**
     * Predicts for a file or a part of one, without a journal. May be called by several threads at a time.
     *
     * @param name what the file or the part is called
     * @param file to read, block by block
     * @param part of the file, at its own rate
     * @return its prediction, with a warning if the part is not all there or has nothing as high as the model's input
     * @throws io.github.jukelab.codec.AudioException if it cannot be read
     * @throws IOException if something else than the file failed
     * @throws IllegalArgumentException if the sound is too short or too loud
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public FilePrediction predict(String name, Path file, LoadOptions part) throws IOException {
        try (AudioSource source = AudioSource.open(file)) {
            Recording recording = Recording.of(source, part);
            FilePrediction prediction = predict(name, recording);
            List<String> warnings = new ArrayList<>(prediction.warnings());
            part.shortfall((double) recording.length() / recording.rate()).ifPresent(warnings::add);
            return new FilePrediction(name, prediction.prediction(), warnings);
        }
    }

    /**
     * Predicts for a recording that is used for something else, too. May be called by several threads at a time, each
     * with a recording of its own.
     *
     * @param name what it is called
     * @param recording at its own rate
     * @return its prediction, with the recording's warnings, and one more if it has nothing as high as the model's input
     * @throws io.github.jukelab.codec.AudioException if it cannot be read
     * @throws IllegalArgumentException if the sound is too short or too loud
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public FilePrediction predict(String name, Recording recording) throws IOException {
        List<String> warnings = new ArrayList<>(recording.warnings());
        if (recording.rate() < rate()) {
            warnings.add("nothing above " + kilohertz(recording.rate()) + " kHz in this file, the model listens up to "
                    + kilohertz(rate()) + " kHz");
        }
        return new FilePrediction(name, model.predict(recording), warnings);
    }

    /** The highest frequency at a rate: half of it. */
    private static String kilohertz(int rate) {
        return BigDecimal.valueOf(5L * rate, 4).stripTrailingZeros().toPlainString();
    }
}
