package io.github.jukelab.prediction;

import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.evaluation.Temperature;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A prediction for a file as the text that a journal keeps: for each segment its start, its end and all probabilities,
 * to the last bit; then the warnings.
 */
final class PredictionText {

    private static final String WARNING = "|";
    private static final String SEGMENT = ";";
    private static final String NUMBER = ",";

    private PredictionText() {}

    static String of(SoundPrediction prediction, List<String> warnings) {
        String segments =
                prediction.segments().stream().map(PredictionText::text).collect(Collectors.joining(SEGMENT));
        Stream<String> encoded = warnings.stream().map(line -> URLEncoder.encode(line, StandardCharsets.UTF_8));
        return Stream.concat(Stream.of(segments), encoded).collect(Collectors.joining(WARNING));
    }

    private static String text(Segment segment) {
        StringBuilder text = new StringBuilder(segment.start() + NUMBER + segment.end());
        for (float probability : segment.probabilities()) {
            text.append(NUMBER).append(probability);
        }
        return text.toString();
    }

    static FilePrediction read(String text, String file, List<String> labels, Temperature temperature) {
        String[] fields = text.split("\\" + WARNING);
        List<Segment> segments =
                Stream.of(fields[0].split(SEGMENT)).map(PredictionText::segment).toList();
        List<String> warnings = Stream.of(fields)
                .skip(1)
                .map(line -> URLDecoder.decode(line, StandardCharsets.UTF_8))
                .toList();
        return new FilePrediction(file, new SoundPrediction(labels, segments, temperature), warnings);
    }

    private static Segment segment(String text) {
        String[] numbers = text.split(NUMBER);
        float[] probabilities = new float[numbers.length - 2];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Float.parseFloat(numbers[i + 2]);
        }
        return new Segment(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), probabilities);
    }
}
