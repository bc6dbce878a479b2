package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.evaluation.SoundPrediction.Segment;
import io.github.jukelab.model.WavePrediction;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionPlayersTest {

    private static final WavePrediction PREDICTION = new WavePrediction(
            Wave.sine(440, 5, 8000),
            new SoundPrediction(
                    List.of("a<b", "c", "d"),
                    List.of(
                            new Segment(0, 1, new float[] {0.75f, 0.25f, 0}),
                            new Segment(1, 2, new float[] {0, 1, 0}),
                            new Segment(2, 5, new float[] {0.875f, 0.125f, 0}))));

    /** Label d is nowhere the most probable, so it has no player; of a<b the more probable stretch is played. */
    @Test
    void showsThePlotAndPlaysTheMostProbableStretchOfEachLabel() {
        MimeBundle bundle = PredictionPlayers.bundle(PREDICTION);
        String html = bundle.data().get(MimeBundle.HTML);
        assertThat(html)
                .contains("<img alt=\"Prediction over 5.0 s")
                .contains("a&lt;b 0.88, 2.0 to 5.0 s")
                .contains("c 1.00, 1.0 to 2.0 s")
                .doesNotContain("a<b");
        assertThat(html.split("<audio", -1)).hasSize(3);
        assertThat(bundle.data().get(MimeBundle.TEXT)).startsWith("Prediction over 5.0 s, 3 segments");
    }
}
