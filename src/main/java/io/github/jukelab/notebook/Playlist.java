package io.github.jukelab.notebook;

import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Song;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A few waves to hear one after the other, each by its title. In a notebook: a list of small players, each of two
 * seconds at 16 kHz at most, so that the file stays light.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Playlist {

    /** Many players in one notebook: each is short, and no finer than need be. */
    static final double SECONDS = 2;

    static final int RATE = 16_000;

    private final Map<String, Wave> waves;

    private Playlist(Map<String, Wave> waves) {
        this.waves = waves;
    }

    /**
     * A playlist of the given waves.
     *
     * @param waves by title, in the order to hear them
     * @return the playlist
     */
    public static Playlist of(Map<String, Wave> waves) {
        return new Playlist(new LinkedHashMap<>(waves));
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

    MimeBundle bundle() {
        StringBuilder html = new StringBuilder("<div style=\"display:flex;flex-wrap:wrap;gap:0 2em\">");
        waves.forEach((title, wave) -> html.append(Player.html(light(wave), title, SECONDS)));
        return MimeBundle.html(html.append("</div>").toString(), toString());
    }

    private static Wave light(Wave wave) {
        return wave.rate() > RATE ? wave.resample(RATE) : wave;
    }

    @Override
    public String toString() {
        return "Playlist" + waves.keySet();
    }
}
