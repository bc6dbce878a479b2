package io.github.jukelab.demo;

import io.github.jukelab.evaluation.SoundPrediction;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The answer to an upload.
 *
 * @param seconds length of the sound
 * @param rate of the file in Hz
 * @param channels of the file
 * @param warnings about the file, a line each
 * @param waveform lowest and highest samples
 * @param spectrogram a picture
 * @param predictions one per model
 */
record PredictAnswer(
        double seconds,
        int rate,
        int channels,
        List<String> warnings,
        SoundOverview.Waveform waveform,
        SoundOverview.Spectrum spectrogram,
        List<ModelPrediction> predictions) {

    /** A probability of a label. */
    record LabelProbability(String label, double probability) {}

    /** A stretch of the sound; probabilities are in the order of the model's labels. */
    record SegmentPrediction(double start, double end, String label, float[] probabilities) {}

    /** What one model predicts; probabilities of the sound descend. */
    record ModelPrediction(
            String model, String label, List<LabelProbability> probabilities, List<SegmentPrediction> segments) {

        static ModelPrediction of(String model, SoundPrediction sound) {
            return new ModelPrediction(
                    model,
                    sound.label(),
                    sound.probabilities().entrySet().stream()
                            .map(entry -> new LabelProbability(entry.getKey(), entry.getValue()))
                            .toList(),
                    sound.shownSegments().stream()
                            .map(segment -> of(sound.labels(), segment))
                            .toList());
        }

        private static SegmentPrediction of(List<String> labels, SoundPrediction.Segment segment) {
            float[] probabilities = segment.probabilities();
            int best = IntStream.range(0, probabilities.length)
                    .boxed()
                    .max(Comparator.<Integer>comparingDouble(i -> probabilities[i])
                            .thenComparing(i -> -i))
                    .orElseThrow();
            return new SegmentPrediction(segment.start(), segment.end(), labels.get(best), probabilities);
        }
    }
}
