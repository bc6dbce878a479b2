package io.github.jukelab.notebook;

import io.github.jukelab.HtmlMedia;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.SoundPrediction.Stretch;
import io.github.jukelab.model.WavePrediction;
import io.github.jukelab.plot.Figure;
import io.github.jukelab.plot.Plots;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A prediction for a wave: its plot, then a player for the most probable stretch of each of the first labels. */
final class PredictionPlayers {

    private static final int LABELS = 3;

    private PredictionPlayers() {}

    static MimeBundle bundle(WavePrediction prediction) {
        Figure figure = Plots.prediction(prediction.wave(), prediction.prediction());
        String picture = HtmlMedia.picture(figure.png(), figure.alternativeText());
        String players = Playlist.of(waves(prediction)).bundle().data().get(MimeBundle.HTML);
        return MimeBundle.html(picture + players, figure.alternativeText());
    }

    private static Map<String, Wave> waves(WavePrediction prediction) {
        List<Stretch> stretches = prediction.prediction().stretches(0);
        Map<String, Wave> waves = new LinkedHashMap<>();
        prediction.probabilities().keySet().stream()
                .limit(LABELS)
                .flatMap(label -> stretches.stream()
                        .filter(stretch -> stretch.label().equals(label))
                        .max(Comparator.comparingDouble(Stretch::probability))
                        .stream())
                .forEach(stretch -> waves.put(title(stretch), part(prediction.wave(), stretch)));
        return waves;
    }

    private static String title(Stretch stretch) {
        return String.format(
                Locale.ROOT,
                "%s %.2f, %.1f to %.1f s",
                stretch.label(),
                stretch.probability(),
                stretch.start(),
                stretch.end());
    }

    private static Wave part(Wave wave, Stretch stretch) {
        int from = (int) Math.min(wave.length() - 1, Math.round(stretch.start() * wave.rate()));
        int to = (int) Math.min(wave.length(), Math.max(from + 1, Math.round(stretch.end() * wave.rate())));
        return wave.slice(from, to);
    }
}
