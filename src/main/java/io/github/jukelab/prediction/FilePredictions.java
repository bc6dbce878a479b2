package io.github.jukelab.prediction;

import io.github.jukelab.extraction.JournaledFiles;
import io.github.jukelab.extraction.SourceFile;
import io.github.jukelab.model.TrainedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The predictions for many files. They are in a journal and read from it one at a time, while that is open. */
public final class FilePredictions {

    private final FilePredictor predictor;
    private final JournaledFiles files;

    FilePredictions(FilePredictor predictor, JournaledFiles files) {
        this.predictor = predictor;
        this.files = files;
    }

    /** Takes predictions one after the other. */
    @FunctionalInterface
    public interface Action {

        /**
         * Takes one.
         *
         * @param prediction for one file
         * @throws IOException if it cannot be written
         */
        void accept(FilePrediction prediction) throws IOException;
    }

    /**
     * Passes on the predictions.
     *
     * @param action gets one after the other, in the order of the files
     * @throws IOException if the journal cannot be read, or the action fails
     */
    public void forEach(Action action) throws IOException {
        for (SourceFile file : files.usable()) {
            action.accept(read(file));
        }
    }

    private FilePrediction read(SourceFile file) throws IOException {
        TrainedModel model = predictor.model();
        return PredictionText.read(files.text(file), file.filename(), model.labels(), model.temperature());
    }

    /** Who predicted. */
    FilePredictor predictor() {
        return predictor;
    }

    /**
     * What the files are called that have a prediction.
     *
     * @return in the order of the files
     */
    public List<String> names() {
        return files.usable().stream().map(SourceFile::filename).toList();
    }

    /**
     * The warnings about all files, of earlier runs too.
     *
     * @return a line for each, with the file, in the order of the files
     * @throws IOException if the journal cannot be read
     */
    public List<String> warnings() throws IOException {
        List<String> lines = new ArrayList<>();
        for (SourceFile file : files.usable()) {
            read(file).warnings().forEach(warning -> lines.add(file.path() + ": " + warning));
        }
        return lines;
    }

    /**
     * The files that cannot be used.
     *
     * @return a line for each, with file and reason, in the order of the files
     */
    public List<String> skipped() {
        return files.skipped();
    }

    /**
     * How many files were read in this run.
     *
     * @return 0 or more, without those that were skipped
     */
    public int computed() {
        return files.computed();
    }

    /**
     * How many predictions come from an earlier run.
     *
     * @return 0 or more
     */
    public int reused() {
        return files.reused();
    }

    @Override
    public String toString() {
        return "FilePredictions[" + files + "]";
    }
}
