package io.github.jukelab.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model's prediction for one sound: for each segment, and for the whole sound as the mean of its segments, to which the
 * model's temperature is applied. The true label need not be known.
 *
 * @param labels the classes, in the order of the probabilities
 * @param segments in order of time, at least one; they may overlap; their probabilities are those before the temperature
 * @param temperature of the model; it was fitted to whole sounds
 */
public record SoundPrediction(List<String> labels, List<Segment> segments, Temperature temperature) {

    private static final int MAX_SHOWN = 3;
    private static final int ABSTAINED = -1;
    private static final double HALF = 0.5;

    /**
     * The prediction for one segment.
     *
     * @param start in seconds from the beginning of the sound
     * @param end in seconds
     * @param probabilities one per label; copied in and out
     */
    public record Segment(double start, double end, float[] probabilities) {

        /**
         * Copies the probabilities.
         *
         * @param start in seconds
         * @param end in seconds
         * @param probabilities one per label
         */
        public Segment {
            probabilities = probabilities.clone();
        }

        /**
         * The probabilities, one per label.
         *
         * @return a copy
         */
        @Override
        public float[] probabilities() {
            return probabilities.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Segment s
                    && start == s.start
                    && end == s.end
                    && Arrays.equals(probabilities, s.probabilities);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(probabilities);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "Segment[%.2f to %.2f s]", start, end);
        }
    }

    /**
     * A stretch of a sound with one label.
     *
     * @param start in seconds from the beginning of the sound
     * @param end in seconds
     * @param label the most probable label of all its segments
     * @param probability of that label, the mean over its segments
     */
    public record Stretch(double start, double end, String label, double probability) {}

    /**
     * Checks the segments.
     *
     * @param labels the classes
     * @param segments at least one
     * @param temperature of the model
     * @throws IllegalArgumentException if there is no segment, or one has another number of probabilities than labels
     */
    public SoundPrediction {
        labels = List.copyOf(labels);
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a sound needs at least one segment, got none");
        }
        for (Segment segment : segments) {
            if (segment.probabilities.length != labels.size()) {
                throw new IllegalArgumentException(segment + " must have " + labels.size() + " probabilities, got "
                        + segment.probabilities.length);
            }
        }
    }

    /**
     * A prediction of a model without a temperature.
     *
     * @param labels the classes
     * @param segments at least one
     * @throws IllegalArgumentException if there is no segment, or one has another number of probabilities than labels
     */
    public SoundPrediction(List<String> labels, List<Segment> segments) {
        this(labels, segments, Temperature.NONE);
    }

    /**
     * The segments as they are shown over time. A temperature is for whole sounds: it is applied to a segment that is the
     * only one, and not to several.
     *
     * @return in order of time
     */
    public List<Segment> shownSegments() {
        if (segments.size() > 1) {
            return segments;
        }
        Map<String, Double> whole = probabilities();
        Segment only = segments.get(0);
        float[] probabilities = new float[labels.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = whole.get(labels.get(i)).floatValue();
        }
        return List.of(new Segment(only.start, only.end, probabilities));
    }

    /**
     * The probabilities for the sound: the means over its segments, with the temperature applied.
     *
     * @return label → probability, the most probable first
     */
    public Map<String, Double> probabilities() {
        double[] means = new double[labels.size()];
        for (Segment segment : segments) {
            Arrays.setAll(means, i -> means[i] + segment.probabilities[i] / segments.size());
        }
        double[] scaled = temperature.apply(means);
        Map<String, Double> probabilities = new LinkedHashMap<>();
        IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -means[i]))
                .forEach(i -> probabilities.put(labels.get(i), scaled[i]));
        return probabilities;
    }

    /**
     * The most probable label.
     *
     * @return one of {@link #labels()}
     */
    public String label() {
        return probabilities().keySet().iterator().next();
    }

    /**
     * The prediction for the whole sound, as one of many tracks.
     *
     * @param track id of the track
     * @param label index of its true label
     * @return the means over its segments, in the order of the labels
     * @throws IllegalArgumentException if there is no such label
     */
    public Prediction forTrack(String track, int label) {
        Map<String, Double> means = probabilities();
        float[] probabilities = new float[labels.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = means.get(labels.get(i)).floatValue();
        }
        return new Prediction(track, track, label, probabilities);
    }

    /**
     * The label over time: neighbouring segments with the same most probable label are one stretch. Where two segments
     * overlap, the border is in the middle of what they share, so stretches never overlap.
     *
     * @param abstain segments whose most probable label is less probable than this have no label; 0 for none
     * @return in order of time; with a gap where no label is probable enough, or where there is no segment
     */
    public List<Stretch> stretches(double abstain) {
        return new SoundPrediction(labels, shownSegments()).stretchesOfSegments(abstain);
    }

    private List<Stretch> stretchesOfSegments(double abstain) {
        List<Stretch> stretches = new ArrayList<>();
        int first = 0;
        while (first < segments.size()) {
            int label = label(first, abstain);
            int end = first + 1;
            while (end < segments.size() && label(end, abstain) == label && start(end) <= segments.get(end - 1).end) {
                end++;
            }
            if (label != ABSTAINED) {
                stretches.add(stretch(first, end, label));
            }
            first = end;
        }
        return stretches;
    }

    private int label(int segment, double abstain) {
        float[] probabilities = segments.get(segment).probabilities;
        int best = Prediction.best(probabilities);
        return probabilities[best] < abstain ? ABSTAINED : best;
    }

    private Stretch stretch(int first, int end, int label) {
        double probability = segments.subList(first, end).stream()
                .mapToDouble(segment -> segment.probabilities[label])
                .average()
                .orElseThrow();
        double last = segments.get(end - 1).end;
        double border = end == segments.size() ? last : Math.min(last, start(end));
        return new Stretch(start(first), border, labels.get(label), probability);
    }

    /** Where a segment begins, or the middle of what it shares with the one before. */
    private double start(int segment) {
        double start = segments.get(segment).start;
        double before = segment == 0 ? start : segments.get(segment - 1).end;
        return before > start ? (before + start) / 2 : start;
    }

    /**
     * The prediction in plain sentences: the most probable labels of the whole sound, and how many segments agree.
     *
     * @return such as {@code The most probable label is jazz, with 0.41, then rock, with 0.18: none has one half. jazz is
     *     the most probable one in 20 of 39 segments.}
     */
    public String summary() {
        String label = label();
        String best = probabilities().entrySet().stream()
                .limit(2)
                .map(entry -> String.format(Locale.ROOT, "%s, with %.2f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", then "));
        String unsure = probabilities().get(label) < HALF ? ": none has one half" : "";
        long agreeing = segments.stream()
                .filter(segment ->
                        labels.get(Prediction.best(segment.probabilities)).equals(label))
                .count();
        String agreement = segments.size() == 1
                ? ""
                : " " + label + " is the most probable one in " + agreeing + " of " + segments.size() + " segments.";
        return "The most probable label is " + best + unsure + "." + agreement;
    }

    /** One line, such as {@code SoundPrediction[jazz 0.71, blues 0.20, rock 0.05; 39 segments]}. */
    @Override
    public String toString() {
        String best = probabilities().entrySet().stream()
                .limit(MAX_SHOWN)
                .map(entry -> String.format(Locale.ROOT, "%s %.2f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return "SoundPrediction[" + best + "; " + segments.size() + (segments.size() == 1 ? " segment]" : " segments]");
    }
}
