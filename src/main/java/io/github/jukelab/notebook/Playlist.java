package io.github.jukelab.notebook;

import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A few waves to hear one after the other, each by its title. In a notebook: a list of small players, each of a few
 * seconds (two unless asked otherwise) from the wave's middle at 16 kHz at most, so that the file stays light. Immutable.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Playlist {

    /** Many players in one notebook: each is short, and no finer than need be. */
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
     * @param waves by title, in the order to hear them
     * @return the playlist
     */
    public static Playlist of(Map<String, Wave> waves) {
        return new Playlist(new LinkedHashMap<>(waves), List.of(), SECONDS);
    }

    /**
     * A playlist of one wave; {@link #and} adds others.
     *
     * @param title what it is
     * @param wave to hear
     * @return the playlist
     */
    public static Playlist of(String title, Wave wave) {
        return of(Map.of(title, wave));
    }

    /** Of the waves that are there; the titles of the others are named. */
    static Playlist ofPresent(Map<String, Optional<Wave>> waves) {
        Map<String, Wave> present = new LinkedHashMap<>();
        waves.forEach((title, wave) -> wave.ifPresent(it -> present.put(title, it)));
        List<String> missing = waves.keySet().stream()
                .filter(title -> !present.containsKey(title))
                .toList();
        return new Playlist(present, missing, SECONDS);
    }

    /**
     * The first track of each label that can be read.
     *
     * @param dataset the tracks
     * @return one wave a label, titled by the track's id
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
            waves.put(track.id(), Wave.read(track.file()));
            return true;
        } catch (AudioException e) {
            return false;
        }
    }

    /**
     * The playlist with one more wave at its end.
     *
     * @param title what it is; a wave of this title that is there already is replaced
     * @param wave to hear
     * @return the longer playlist
     */
    public Playlist and(String title, Wave wave) {
        Map<String, Wave> more = new LinkedHashMap<>(waves);
        more.put(title, wave);
        return new Playlist(more, missing, seconds);
    }

    /**
     * The playlist with longer or shorter excerpts. Ten seconds take 430 KB of the notebook.
     *
     * @param seconds of each wave at most, positive
     * @return the playlist
     * @throws IllegalArgumentException if that is not positive
     */
    public Playlist withSeconds(double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds must be positive, got " + seconds);
        }
        return new Playlist(waves, missing, seconds);
    }

    MimeBundle bundle() {
        StringBuilder html = new StringBuilder("<div style=\"display:flex;flex-wrap:wrap;gap:0 2em\">");
        waves.forEach((title, wave) -> html.append(Player.html(light(wave), title, seconds)));
        missing.forEach(title -> html.append("<p>")
                .append(Html.escape(title + ": no recording here"))
                .append("</p>"));
        return MimeBundle.html(html.append("</div>").toString(), toString());
    }

    private static Wave light(Wave wave) {
        return wave.rate() > RATE ? wave.resample(RATE) : wave;
    }

    @Override
    public String toString() {
        return "Playlist" + waves.keySet() + (missing.isEmpty() ? "" : ", without a recording of " + missing);
    }
}
