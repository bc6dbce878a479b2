package io.github.jukelab.report;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.Preprocessing;

/** Which part of its track a prediction is for. */
@FunctionalInterface
public interface PredictedSpan {

    /** The whole track. */
    PredictedSpan TRACK = (row, seconds) -> new TimeSpan(0, seconds);

    /**
     * The part that one prediction is for.
     *
     * @param row the prediction
     * @param seconds length of its track
     * @return within the track
     * @throws IllegalArgumentException if the row is not for such a part
     */
    TimeSpan of(Prediction row, double seconds);

    /**
     * What a model got of a track: a window, or all that the model uses of the track.
     *
     * @param input of the model
     * @return of a row whose id is that of its track, a dot and a number, that window; of a row for a track, the stretch
     *     from its beginning that the model uses
     */
    static PredictedSpan of(Preprocessing input) {
        return (row, seconds) -> isTrack(row) ? used(input.forLength(seconds), seconds) : window(input, row, seconds);
    }

    private static boolean isTrack(Prediction row) {
        return number(row).isEmpty();
    }

    private static TimeSpan used(Preprocessing input, double seconds) {
        return TimeSpan.of(0, input.samples(), input.rate(), seconds);
    }

    private static TimeSpan window(Preprocessing input, Prediction row, double seconds) {
        String number = number(row);
        if (!number.matches("\\.\\d{1,9}")) {
            throw new IllegalArgumentException("predictions must be for tracks or their windows, got " + row.id());
        }
        return input.span(Integer.parseInt(number.substring(1)), seconds);
    }

    /** What follows the track in an id: of {@code blues.00000.3} and {@code blues.00000.3, split 2} it is {@code .3}. */
    private static String number(Prediction row) {
        String id = row.id().replaceFirst(", split \\d+$", "");
        return id.startsWith(row.track()) ? id.substring(row.track().length()) : id;
    }
}
