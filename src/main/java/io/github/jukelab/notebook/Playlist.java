package io.github.jukelab.notebook;

import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Song;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final List<String> silent;
    private final double seconds;

    private Playlist(Map<String, Wave> waves, List<String> silent, double seconds) {
        this.waves = waves;
        this.silent = silent;
        this.seconds = seconds;
    }

    /**
     * A playlist of the given waves.
     *
     * @param waves by title, in the order to hear them
     * @return the playlist
     */
    public static Playlist of(Map<String, Wave> waves) {
        return of(waves, List.of());
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

    /** With titles of what cannot be heard. */
    static Playlist of(Map<String, Wave> waves, List<String> silent) {
        return new Playlist(new LinkedHashMap<>(waves), List.copyOf(silent), SECONDS);
    }

    /**
     * The first song of each label that can be read.
     *
     * @param corpus the songs
     * @return one wave a label, titled by the song's id
     */
    public static Playlist oneOfEach(Corpus corpus) {
        Map<String, Wave> waves = new LinkedHashMap<>();
        corpus.labels().forEach(label -> corpus.songs(label).stream()
                .filter(song -> read(song, waves))
                .findFirst());
        return of(waves);
    }

    private static boolean read(Song song, Map<String, Wave> waves) {
        try {
            waves.put(song.id(), Wave.read(song.file()));
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
        return new Playlist(more, silent, seconds);
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
        return new Playlist(waves, silent, seconds);
    }

    MimeBundle bundle() {
        StringBuilder html = new StringBuilder("<div style=\"display:flex;flex-wrap:wrap;gap:0 2em\">");
        waves.forEach((title, wave) -> html.append(Player.html(light(wave), title, seconds)));
        silent.forEach(title -> html.append("<p>")
                .append(Html.escape(title + ": no recording here"))
                .append("</p>"));
        return MimeBundle.html(html.append("</div>").toString(), toString());
    }

    private static Wave light(Wave wave) {
        return wave.rate() > RATE ? wave.resample(RATE) : wave;
    }

    @Override
    public String toString() {
        return "Playlist" + waves.keySet() + (silent.isEmpty() ? "" : ", without a recording of " + silent);
    }
}
