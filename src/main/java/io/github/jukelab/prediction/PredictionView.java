package io.github.jukelab.prediction;

import io.github.jukelab.Require;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.evaluation.SoundPrediction.Stretch;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is shown of predictions.
 *
 * @param perSegment whether each segment is shown, with its times; else each file, with the means of its segments
 * @param top how many labels are shown, the most probable first; at least 1
 * @param abstain below this probability of the most probable label there is none; from 0 to 1
 */
public record PredictionView(boolean perSegment, int top, double abstain) {

    /**
     * Checks the numbers.
     *
     * @param perSegment whether each segment is shown
     * @param top at least 1
     * @param abstain from 0 to 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public PredictionView {
        Require.atLeast("top", 1, top);
        if (!(abstain >= 0 && abstain <= 1)) {
            throw new IllegalArgumentException("abstain must be in [0, 1], got " + abstain);
        }
    }

    /**
     * One line of a result.
     *
     * @param start in seconds
     * @param end in seconds
     * @param label the most probable one; empty if that is not probable enough
     * @param probabilities label → probability, the most probable first; at most {@link #top}
     */
    record Line(double start, double end, Optional<String> label, Map<String, Double> probabilities) {}

    /** One line for the file, or one per segment. */
    List<Line> lines(SoundPrediction prediction) {
        return perSegment ? segments(prediction) : List.of(whole(prediction));
    }

    Line whole(SoundPrediction prediction) {
        List<Segment> segments = prediction.segments();
        return line(segments.get(0).start(), segments.get(segments.size() - 1).end(), prediction.probabilities());
    }

    List<Line> segments(SoundPrediction prediction) {
        return prediction.shownSegments().stream()
                .map(segment ->
                        line(segment.start(), segment.end(), ranked(prediction.labels(), segment.probabilities())))
                .toList();
    }

    private Line line(double start, double end, Map<String, Double> ranked) {
        Map.Entry<String, Double> best = ranked.entrySet().iterator().next();
        Optional<String> label = best.getValue() < abstain ? Optional.empty() : Optional.of(best.getKey());
        Map<String, Double> shown = ranked.entrySet().stream()
                .limit(top)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        return new Line(start, end, label, shown);
    }

    private static Map<String, Double> ranked(List<String> labels, float[] probabilities) {
        Map<String, Double> ranked = new LinkedHashMap<>();
        IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
                .forEach(i -> ranked.put(labels.get(i), (double) probabilities[i]));
        return ranked;
    }

    /** What a label file has: the label of the file, or the stretches of one label each. */
    List<Stretch> stretches(SoundPrediction prediction) {
        if (perSegment) {
            return prediction.stretches(abstain);
        }
        Line line = whole(prediction);
        return line.label().stream()
                .map(label -> new Stretch(
                        line.start(), line.end(), label, line.probabilities().get(label)))
                .toList();
    }
}
