package io.github.jukelab.provenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.jukelab.AtomicFile;
import io.github.jukelab.Phrases;
import io.github.jukelab.Sha256;
import io.github.jukelab.evaluation.Calibration;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Interval;
import io.github.jukelab.evaluation.Predictions;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The origin of a result: everything needed to reproduce it. Written beside the notebook whose text quotes the result.
 *
 * <p>Example: {@code RunCard.of(data, "by track, 70/30", seed, "CPU, oneDNN", result).withShortened(true)}.
 *
 * <p>Notebook: 00-quick-tour
 *
 * @param data the data of the run
 * @param split the split's name
 * @param seed of split and network
 * @param backend what computed, as text
 * @param result accuracy and duration
 * @param settings further settings by name; may be empty
 * @param subsets checksum of the ids in each subset; empty if unknown
 * @param predictions id → predicted label; empty if unknown
 * @param actual id → true label, for the predictions; empty in older cards
 * @param shortened whether the run was shortened, so that its accuracy is no result
 * @param interrupted when the training was interrupted, such as {@code after 3 of 20 epochs}, its result is then of no
 *     track; or when its time was over, such as {@code by --time after epoch 3 of 20}, its result is then that of the best
 *     epoch so far. Empty if it was not, and in older cards
 * @param problems with files, by kind, such as {@code skipped} and {@code warnings}; empty if there were none, and in
 *     older cards
 * @param curves the epochs of each training; empty for classical models and in older cards
 * @param versions of Java, the system and the libraries
 * @param time when the run ended, UTC, ISO 8601
 */
public record RunCard(
        Data data,
        String split,
        long seed,
        String backend,
        Result result,
        SortedMap<String, String> settings,
        @JsonProperty("sides") String subsets,
        SortedMap<String, String> predictions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> actual,
        boolean shortened,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String interrupted,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, Problems> problems,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Curve> curves,
        SortedMap<String, String> versions,
        String time) {

    /**
     * The data of a run.
     *
     * @param name of the data set
     * @param tracks their number
     * @param checksum SHA-256 of the sorted track list, one track per line
     */
    public record Data(String name, @JsonProperty("songs") int tracks, String checksum) {

        /**
         * Checks that name and checksum are there.
         *
         * @param name of the data set
         * @param tracks their number
         * @param checksum of the track list
         * @throws IllegalArgumentException if one is null
         */
        public Data {
            requireThere("name of the data", name);
            requireThere("checksum of the data", checksum);
        }

        /**
         * The tracks of a run, in any order.
         *
         * @param name of the data set
         * @param tracks one line per track, such as its id
         * @return name, number and checksum
         */
        public static Data of(String name, Collection<String> tracks) {
            StringBuilder lines = new StringBuilder();
            tracks.stream().sorted().forEach(track -> lines.append(track).append('\n'));
            return new Data(name, tracks.size(), Sha256.of(lines.toString()));
        }
    }

    /**
     * The result of a run.
     *
     * @param tracks number of test tracks
     * @param accuracy share of correct predictions, in [0, 1]
     * @param low lower end of its 95 % interval
     * @param high upper end of its 95 % interval
     * @param seconds from the first file read to the last prediction
     * @param processorSeconds of all threads in that time; 0 in older cards
     * @param balancedAccuracy mean recall, in [0, 1]; 0 if labels are about equally frequent, and in older cards
     * @param interval how it was computed, such as {@code bootstrap over 12 groups, 1000 draws, seed 42}; empty in older
     *     cards, where it is Wilson's over tracks
     * @param calibrationError the expected calibration error as {@code value}, with its 95 % interval from {@code low} to
     *     {@code high}; empty if it is not known, and in older cards
     */
    public record Result(
            @JsonProperty("songs") int tracks,
            double accuracy,
            double low,
            double high,
            double seconds,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) double processorSeconds,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) double balancedAccuracy,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String interval,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, Double> calibrationError) {

        /**
         * An older card has no text on the interval, and no calibration.
         *
         * @param tracks number of test tracks
         * @param accuracy share of correct predictions
         * @param low lower end of its interval
         * @param high upper end of its interval
         * @param seconds of the run
         * @param processorSeconds of all threads
         * @param balancedAccuracy mean recall, or 0
         * @param interval how it was computed; empty if unknown
         * @param calibrationError with its interval; empty if unknown
         */
        public Result {
            interval = interval == null ? "" : interval;
            calibrationError = Collections.unmodifiableSortedMap(
                    whole("calibrationError", calibrationError == null ? new TreeMap<>() : calibrationError));
        }

        /**
         * An evaluation's accuracy with its interval.
         *
         * @param evaluation of the test set
         * @param cost from the first file read to the last prediction
         * @return the result
         */
        public static Result of(Evaluation evaluation, Cost cost) {
            Interval interval = evaluation.interval();
            return new Result(
                    evaluation.tracks(),
                    evaluation.accuracy(),
                    interval.low(),
                    interval.high(),
                    cost.seconds(),
                    cost.processorSeconds(),
                    evaluation.isUneven() ? evaluation.balancedAccuracy() : 0,
                    evaluation.intervalMethod(),
                    new TreeMap<>());
        }

        /**
         * The same with the calibration of the predictions.
         *
         * @param calibration of the test set
         * @return a copy
         */
        public Result withCalibration(Calibration calibration) {
            return new Result(
                    tracks,
                    accuracy,
                    low,
                    high,
                    seconds,
                    processorSeconds,
                    balancedAccuracy,
                    interval,
                    new TreeMap<>(Map.of(
                            "value", calibration.error(),
                            "low", calibration.interval().low(),
                            "high", calibration.interval().high())));
        }

        /**
         * What is known of a model that was not evaluated: the accuracy may be anything.
         *
         * @param cost from the first file read to the end of the training
         * @return the result of no track
         */
        public static Result none(Cost cost) {
            return new Result(0, 0, 0, 1, cost.seconds(), cost.processorSeconds(), 0, "", new TreeMap<>());
        }
    }

    private static void requireThere(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
    }

    /**
     * Files with a problem of one kind.
     *
     * @param count how many
     * @param first a line for each of the first ten, with file and reason
     */
    public record Problems(int count, List<String> first) {

        private static final int FIRST = 10;

        /**
         * Copies the list.
         *
         * @param count how many
         * @param first a line for each of the first ten
         */
        public Problems {
            first = List.copyOf(first);
        }

        private static Problems of(List<String> lines) {
            return new Problems(lines.size(), lines.stream().limit(FIRST).toList());
        }
    }

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Copies the maps, and checks that what every card has is there.
     *
     * @param data the data of the run
     * @param split the split's name
     * @param seed of split and network
     * @param backend what computed, as text
     * @param result accuracy and duration
     * @param settings further settings
     * @param subsets checksum of the subsets
     * @param predictions id → predicted label
     * @param actual id → true label
     * @param shortened whether the run was shortened
     * @param interrupted when the training was interrupted
     * @param problems with files, by kind
     * @param curves the epochs of each training
     * @param versions of Java, the system and the libraries
     * @param time when the run ended
     * @throws IllegalArgumentException if something is null that every card has
     */
    public RunCard {
        requireThere("data", data);
        requireThere("split", split);
        requireThere("backend", backend);
        requireThere("result", result);
        requireThere("settings", settings);
        requireThere("sides", subsets);
        requireThere("predictions", predictions);
        requireThere("versions", versions);
        requireThere("time", time);
        interrupted = interrupted == null ? "" : interrupted;
        settings = Collections.unmodifiableSortedMap(whole("settings", settings));
        predictions = Collections.unmodifiableSortedMap(whole("predictions", predictions));
        actual = Collections.unmodifiableSortedMap(whole("actual", actual == null ? new TreeMap<>() : actual));
        problems = Collections.unmodifiableSortedMap(whole("problems", problems == null ? new TreeMap<>() : problems));
        curves = curves == null ? List.of() : List.copyOf(curves);
        versions = Collections.unmodifiableSortedMap(whole("versions", versions));
    }

    private static <T> SortedMap<String, T> whole(String name, SortedMap<String, T> values) {
        values.forEach((key, value) -> requireThere("value of " + key + " in " + name, value));
        return new TreeMap<>(values);
    }

    /**
     * The card of a full run that ends now, with the current versions.
     *
     * @param data the data of the run
     * @param split the split's name
     * @param seed of split and network
     * @param backend what computed, as text
     * @param result accuracy and duration
     * @return the card, without further settings
     */
    public static RunCard of(Data data, String split, long seed, String backend, Result result) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        SortedMap<String, String> none = new TreeMap<>();
        SortedMap<String, String> versions = Versions.current();
        return new RunCard(
                data,
                split,
                seed,
                backend,
                result,
                none,
                "",
                none,
                none,
                false,
                "",
                new TreeMap<>(),
                List.of(),
                versions,
                now);
    }

    /**
     * The same card with these settings.
     *
     * @param settings by name, such as {@code epochs} → {@code 20}
     * @return a new card
     */
    public RunCard withSettings(Map<String, String> settings) {
        SortedMap<String, String> sorted = new TreeMap<>(settings);
        return with(sorted, subsets, predictions, actual, shortened, interrupted, problems, curves);
    }

    /**
     * The same card with one setting more, or with another value of a setting.
     *
     * @param name of the setting
     * @param value as text
     * @return a new card
     */
    public RunCard withSetting(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(settings);
        more.put(name, value);
        return withSettings(more);
    }

    /**
     * The same card with a checksum of the subsets, so that it can be checked whether two runs have the same split.
     *
     * @param subsets the ids of each subset, in the order training, validation, test; of several splits one after the
     *     other
     * @return a new card
     */
    public RunCard withSubsets(List<List<String>> subsets) {
        StringBuilder lines = new StringBuilder();
        for (List<String> subset : subsets) {
            subset.stream().sorted().forEach(id -> lines.append(id).append('\n'));
            lines.append('\n');
        }
        String checksum = Sha256.of(lines.toString());
        return with(settings, checksum, predictions, actual, shortened, interrupted, problems, curves);
    }

    /**
     * The same card with the predicted label of each track, and the true label if that is known.
     *
     * @param rows one per track
     * @return a new card
     */
    public RunCard withPredictions(Predictions rows) {
        SortedMap<String, String> predicted = new TreeMap<>();
        SortedMap<String, String> labels = new TreeMap<>();
        rows.rows().forEach(row -> {
            predicted.put(row.id(), rows.labels().get(row.predicted()));
            row.label().ifPresent(label -> labels.put(row.id(), rows.labels().get(label)));
        });
        return with(settings, subsets, predicted, labels, shortened, interrupted, problems, curves);
    }

    /**
     * The same card, marked as a shortened run or not.
     *
     * @param shortened whether the run was shortened, so that its accuracy is no result
     * @return a new card
     */
    public RunCard withShortened(boolean shortened) {
        return with(settings, subsets, predictions, actual, shortened, interrupted, problems, curves);
    }

    /**
     * The same card, of a training that was interrupted.
     *
     * @param when such as {@code after 3 of 20 epochs}; empty if it was not
     * @return a new card
     */
    public RunCard withInterrupted(String when) {
        return with(settings, subsets, predictions, actual, shortened, when, problems, curves);
    }

    /**
     * The same card with the curves of its trainings.
     *
     * @param histories one per training; those without epochs are left out
     * @return a new card
     */
    public RunCard withCurves(List<History> histories) {
        List<Curve> drawn = histories.stream()
                .filter(history -> !history.epochs().isEmpty())
                .map(Curve::of)
                .toList();
        return with(settings, subsets, predictions, actual, shortened, interrupted, problems, drawn);
    }

    /**
     * The same card with files that had a problem.
     *
     * @param kind such as {@code skipped}
     * @param lines one per file, with file and reason; if there are none, the card has nothing of this kind
     * @return a new card
     */
    public RunCard withProblems(String kind, List<String> lines) {
        SortedMap<String, Problems> more = new TreeMap<>(problems);
        if (lines.isEmpty()) {
            more.remove(kind);
        } else {
            more.put(kind, Problems.of(lines));
        }
        return with(settings, subsets, predictions, actual, shortened, interrupted, more, curves);
    }

    private RunCard with(
            SortedMap<String, String> settings,
            String subsets,
            SortedMap<String, String> predictions,
            SortedMap<String, String> actual,
            boolean shortened,
            String interrupted,
            SortedMap<String, Problems> problems,
            List<Curve> curves) {
        return new RunCard(
                data,
                split,
                seed,
                backend,
                result,
                settings,
                subsets,
                predictions,
                actual,
                shortened,
                interrupted,
                problems,
                curves,
                versions,
                time);
    }

    /**
     * Writes the card as JSON; the file appears complete or not at all.
     *
     * @param file to write; replaced if it exists, its folder created if missing
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        byte[] json = json();
        AtomicFile.write(file, part -> Files.write(part, json));
    }

    /**
     * The card as JSON.
     *
     * @return a text in UTF-8
     */
    public byte[] json() {
        try {
            return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every card can be written as JSON", e);
        }
    }

    /**
     * Reads a card written by {@link #write(Path)}.
     *
     * @param file to read
     * @return the card
     * @throws IOException if it cannot be read or is not a run card; the message names the file
     */
    public static RunCard read(Path file) throws IOException {
        return of(Files.readAllBytes(file), file.toString());
    }

    /**
     * A card from its JSON.
     *
     * @param json from {@link #json()}
     * @param name what a message calls it, such as its file
     * @return the card
     * @throws IOException if it is not a run card; the message names it
     */
    public static RunCard of(byte[] json, String name) throws IOException {
        try {
            return Optional.ofNullable(JSON.readValue(json, RunCard.class))
                    .orElseThrow(() -> new IOException(name + ": not a run card: it is null"));
        } catch (JsonProcessingException | CharConversionException e) {
            throw new IOException(name + ": not a run card: " + reason(e), e);
        }
    }

    private static String reason(IOException exception) {
        if (exception instanceof UnrecognizedPropertyException e) {
            return "it has " + e.getPropertyName() + ", which this version does not know";
        }
        if (exception.getCause() instanceof IllegalArgumentException e) {
            return e.getMessage();
        }
        return exception instanceof JsonProcessingException e ? e.getOriginalMessage() : exception.getMessage();
    }

    /**
     * Whether a file is a run card that can be read.
     *
     * @param file any file
     * @return whether it is one
     */
    public static boolean isCard(Path file) {
        try {
            read(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether the accuracy is that of segments, several per track.
     *
     * @return whether the setting {@code counted} says so
     */
    public boolean countsSegments() {
        return "pieces".equals(settings.get("counted"));
    }

    /**
     * The settings in the words that people read. Files keep the names and words with which they were first written, such
     * as {@code dealing} for the split rule and {@code pieces} for segments.
     *
     * @return by name
     */
    public Map<String, String> shownSettings() {
        SortedMap<String, String> shown = new TreeMap<>();
        settings.forEach((name, value) -> {
            switch (name) {
                case "dealing" -> shown.put("split rule", ofRule(value));
                case "counted", "whole" ->
                    shown.put(name, value.replace("songs", "tracks").replace("pieces", "segments"));
                default -> shown.put(name, value);
            }
        });
        return Collections.unmodifiableSortedMap(shown);
    }

    private static String ofRule(String stored) {
        return switch (stored) {
            case "song" -> "track";
            case "artist" -> "group";
            default -> stored;
        };
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "RunCard[%s, %d tracks, %s, seed %d: %s, %s, %.0f s%s]",
                data.name(),
                data.tracks(),
                split,
                seed,
                outcome(),
                backend,
                result.seconds(),
                shortened ? ", shortened: no result" : "");
    }

    private String outcome() {
        if (interrupted.isEmpty()) {
            return accuracy();
        }
        String when = "interrupted " + interrupted;
        return result.tracks() == 0 ? when : accuracy() + ", " + when;
    }

    private String accuracy() {
        return String.format(
                Locale.ROOT,
                "%.1f %% of %s correct (%.1f–%.1f %%)%s",
                100 * result.accuracy(),
                countsSegments() ? "segments of " + Phrases.count(result.tracks(), "track") : result.tracks(),
                100 * result.low(),
                100 * result.high(),
                result.balancedAccuracy() > 0
                        ? String.format(Locale.ROOT, ", balanced %.1f %%", 100 * result.balancedAccuracy())
                        : "");
    }
}
