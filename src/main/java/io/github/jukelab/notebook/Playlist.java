package io.github.jukelab.notebook;

import io.github.jukelab.HtmlText;
import io.github.jukelab.audio.FileWork;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A few waves with titles, to listen to. In a notebook: one small player per wave, with an excerpt from its middle (2 s
 * by default) at 16 kHz at most, so that the notebook stays small. Immutable.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Playlist {

    /** Short, and at a low rate: a notebook may have many players. */
    private static final double SECONDS = 2;

    private static final int RATE = 16_000;

    private final Map<String, Wave> waves;
    private final List<String> missing;
    private final double seconds;

    private Playlist(Map<String, Wave> waves, List<String> missing, double seconds) {
        this.waves = waves;
        this.missing = missing;
        this.seconds = seconds;
    }

    /**
     * A playlist of the given waves.
     *
     * @param waves by title, in the order to play them
     * @return the playlist
     */
    public static Playlist of(Map<String, Wave> waves) {
        return new Playlist(new LinkedHashMap<>(waves), List.of(), SECONDS);
    }

    /**
     * A playlist of one wave; {@link #and} adds others.
     *
     * @param title what it is
     * @param wave to play
     * @return the playlist
     */
    public static Playlist of(String title, Wave wave) {
        return of(Map.of(title, wave));
    }

    /** A playlist of the waves that are present; the titles of the others are listed. */
    static Playlist ofPresent(Map<String, Optional<Wave>> waves) {
        Map<String, Wave> present = new LinkedHashMap<>();
        waves.forEach((title, wave) -> wave.ifPresent(it -> present.put(title, it)));
        List<String> missing = waves.keySet().stream()
                .filter(title -> !present.containsKey(title))
                .toList();
        return new Playlist(present, missing, SECONDS);
    }

    /**
     * For each label, its first track that can be read.
     *
     * @param dataset the tracks
     * @return one wave per label, titled by the id of the track
     */
    public static Playlist oneOfEach(Dataset dataset) {
        Map<String, Wave> waves = new LinkedHashMap<>();
        dataset.labels().forEach(label -> dataset.tracks(label).stream()
                .filter(track -> read(track, waves))
                .findFirst());
        return of(waves);
    }

    private static boolean read(Track track, Map<String, Wave> waves) {
        try {
            waves.put(track.id(), FileWork.run(track.file(), track::read));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The playlist with one more wave at its end.
     *
     * @param title what it is; replaces the wave that has this title, if there is one
     * @param wave to play
     * @return the longer playlist
     */
    public Playlist and(String title, Wave wave) {
        Map<String, Wave> more = new LinkedHashMap<>(waves);
        more.put(title, wave);
        return new Playlist(more, missing, seconds);
    }

    /**
     * The playlist with longer or shorter excerpts. Ten seconds need 430 KB of the notebook.
     *
     * @param seconds of each wave at most, positive
     * @return the playlist
     * @throws IllegalArgumentException if it is not positive
     */
    public Playlist withSeconds(double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds must be positive, got " + seconds);
        }
        return new Playlist(waves, missing, seconds);
    }

    MimeBundle bundle() {
        StringBuilder html = new StringBuilder("<div style=\"display:flex;flex-wrap:wrap;gap:0 2em\">");
        waves.forEach((title, wave) -> html.append(Player.html(downsampled(wave), title, seconds)));
        missing.forEach(title -> html.append("<p>")
                .append(HtmlText.escape(title + ": no recording"))
                .append("</p>"));
        return MimeBundle.html(html.append("</div>").toString(), toString());
    }

    private static Wave downsampled(Wave wave) {
        return wave.rate() > RATE ? wave.resample(RATE) : wave;
    }

    @Override
    public String toString() {
        return "Playlist" + waves.keySet() + (missing.isEmpty() ? "" : ", without a recording of " + missing);
    }
}
