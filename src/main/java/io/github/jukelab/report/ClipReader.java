package io.github.jukelab.report;

import io.github.jukelab.HtmlMedia;
import io.github.jukelab.Progress;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the sounds of predictions: of each an excerpt, as a small MP3. A sound that cannot be read has a reason. */
final class ClipReader {

    /** A part of a track. */
    record Excerpt(String sound, String note) {}

    /** Collects excerpts by the ids of their predictions. */
    private record Results(Map<String, Excerpt> excerpts) implements FileBatch.Results<Prediction, Excerpt> {

        @Override
        public void computed(Prediction row, Excerpt excerpt) {
            excerpts.put(row.id(), excerpt);
        }

        @Override
        public void skipped(Prediction row, AudioException reason) {
            excerpts.put(row.id(), new Excerpt("", "no sound: " + reason.reason()));
        }
    }

    /** Enough for what networks get, and a quarter of a wav file. */
    private static final int RATE = 16_000;

    private final Map<String, Track> tracks;
    private final PredictedSpan span;
    private final double seconds;

    /**
     * A reader.
     *
     * @param tracks of all predictions, by id
     * @param span which part of its track each prediction is for
     * @param seconds the longest excerpt: the middle of that part
     */
    ClipReader(Map<String, Track> tracks, PredictedSpan span, double seconds) {
        this.tracks = tracks;
        this.span = span;
        this.seconds = seconds;
    }

    /** Reads the sounds of some predictions: id → excerpt. */
    Map<String, Excerpt> read(List<Prediction> rows, Progress progress) throws IOException {
        Map<String, Excerpt> excerpts = new HashMap<>();
        FileBatch.of(rows, row -> track(row).file(), Prediction::id)
                .run(this::excerpt, new Results(excerpts), progress);
        return Map.copyOf(excerpts);
    }

    private Track track(Prediction row) {
        return tracks.get(row.track());
    }

    private Excerpt excerpt(Prediction row) throws IOException {
        Track track = track(row);
        try (AudioSource source = AudioSource.open(track.file())) {
            Recording recording = Recording.of(source, track.options());
            double rate = recording.rate();
            TimeSpan part = span.of(row, recording.length() / rate);
            double middle = (part.start() + part.end()) / 2;
            double start = Math.max(part.start(), middle - seconds / 2);
            long from = Math.min(recording.length() - 1, Math.round(start * rate));
            long to = Math.min(recording.length(), Math.round(Math.min(part.end(), start + seconds) * rate));
            Wave wave = recording.part(from, (int) Math.max(1, to - from));
            return new Excerpt(
                    HtmlMedia.data("audio/mpeg", wave.resample(RATE).toMp3()),
                    String.format(Locale.ROOT, "%.1f to %.1f s", from / rate, to / rate));
        }
    }
}
