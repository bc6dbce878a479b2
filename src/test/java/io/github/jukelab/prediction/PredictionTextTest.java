package io.github.jukelab.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.evaluation.Temperature;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTextTest {

    private static final List<String> LABELS = List.of("a b", "c|d;e,f");

    @Test
    void givesThePredictionBackToTheLastBit() {
        SoundPrediction prediction = new SoundPrediction(
                LABELS,
                List.of(
                        new Segment(0, 1 / 3.0, new float[] {1 / 3f, 2 / 3f}),
                        new Segment(1e-7, 36_000.123456789, new float[] {1, 1e-30f})));
        List<String> warnings = List.of("truncated: 1|2;3, 100 %", "ünbekannt\nzwei");
        String text = PredictionText.of(prediction, warnings);

        assertThat(PredictionText.read(text, "x.wav", LABELS, Temperature.NONE))
                .isEqualTo(new FilePrediction("x.wav", prediction, warnings));
        assertThat(text).matches("[!-~]+");
        assertThat(PredictionText.read(PredictionText.of(prediction, List.of()), "x.wav", LABELS, Temperature.NONE)
                        .warnings())
                .isEmpty();
    }
}
