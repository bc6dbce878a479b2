package io.github.jukelab.provenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.jukelab.evaluation.LearningCurve;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A learning curve and its origin: everything needed to reproduce it.
 *
 * @param data the data of the run
 * @param split the name of its first split
 * @param seed of splits, draws, folds and weights
 * @param backend what computed, as text
 * @param settings further settings by name, among them each model's
 * @param skipped a line for each file that could not be used
 * @param seconds from the first file read to the last prediction, of the run that finished it
 * @param processorSeconds of all threads in that time
 * @param curve what was found
 * @param versions of Java, the system and the libraries
 * @param time when the run ended, UTC, ISO 8601
 */
public record LearningCurveCard(
        RunCard.Data data,
        String split,
        long seed,
        String backend,
        SortedMap<String, String> settings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> skipped,
        double seconds,
        double processorSeconds,
        LearningCurve curve,
        SortedMap<String, String> versions,
        String time) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Copies the collections, and checks that all is there.
     *
     * @param data the data of the run
     * @param split the name of its first split
     * @param seed of splits, draws, folds and weights
     * @param backend what computed
     * @param settings further settings
     * @param skipped a line for each file that could not be used; none if null
     * @param seconds of the run
     * @param processorSeconds of all threads
     * @param curve what was found
     * @param versions of Java, the system and the libraries
     * @param time when the run ended
     * @throws IllegalArgumentException if something is null that every card has
     */
    public LearningCurveCard {
        for (Object part : new Object[] {data, split, backend, settings, curve, versions, time}) {
            if (part == null) {
                throw new IllegalArgumentException("a part is missing that every card of a learning curve has");
            }
        }
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        skipped = skipped == null ? List.of() : List.copyOf(skipped);
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /**
     * The card of a run that ends now, with the current versions.
     *
     * @param data the data of the run
     * @param split the name of its first split
     * @param seed of splits, draws, folds and weights
     * @param backend what computed
     * @param settings further settings
     * @param skipped a line for each file that could not be used
     * @param cost of the run
     * @param curve what was found
     * @return the card
     */
    public static LearningCurveCard of(
            RunCard.Data data,
            String split,
            long seed,
            String backend,
            SortedMap<String, String> settings,
            List<String> skipped,
            Cost cost,
            LearningCurve curve) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new LearningCurveCard(
                data,
                split,
                seed,
                backend,
                settings,
                skipped,
                cost.seconds(),
                cost.processorSeconds(),
                curve,
                Versions.current(),
                now);
    }

    /**
     * Writes the card as JSON.
     *
     * @param file to write, for {@link io.github.jukelab.AtomicFile}
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }

    /**
     * Reads a card.
     *
     * @param file written by {@link #write}
     * @return the card
     * @throws IOException if it cannot be read or is no such card; the message names the file
     */
    public static LearningCurveCard read(Path file) throws IOException {
        byte[] json = Files.readAllBytes(file);
        try {
            return Optional.ofNullable(JSON.readValue(json, LearningCurveCard.class))
                    .orElseThrow(() -> new IOException(file + ": not the card of a learning curve: it is null"));
        } catch (JsonProcessingException | CharConversionException e) {
            String reason = e.getCause() instanceof IllegalArgumentException cause
                    ? cause.getMessage()
                    : e instanceof JsonProcessingException json1 ? json1.getOriginalMessage() : e.getMessage();
            throw new IOException(file + ": not the card of a learning curve: " + reason, e);
        }
    }

    /**
     * Whether a file is such a card.
     *
     * @param file any file
     * @return whether it can be read
     */
    public static boolean isCard(Path file) {
        try {
            read(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "LearningCurveCard[" + data.name() + ", " + data.tracks() + " tracks, " + split + ", seed " + seed + ": "
                + curve + "]";
    }
}
