package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Songs in ten synthetic styles, by synthetic artists.
 *
 * <p>The styles differ in texture over time: drum patterns, swing, arpeggio or block chords, gliding or stepping
 * melodies, chord voicings, vibrato and tremolo. Instruments, brightness, loudness, key, mix and reverberation vary
 * from artist to artist and overlap between styles. Songs borrow traits from neighbouring styles, so no classifier
 * reaches 100 %.
 *
 * <p>The same seed gives the same samples on every machine: only {@link StrictMath}, arithmetic in a fixed order and
 * {@link SplitMix64} are used.
 */
public final class MusicSynth {

    /** Samples per second. */
    public static final int RATE = 22_050;

    /** The names of the styles, in alphabetical order. */
    public static final List<String> STYLES =
            Arrays.stream(Style.values()).map(Style::label).toList();

    // How hard the data set is. More borrowing: harder for every model. More spread between artists: harder for models
    // of long-term averages, and for every model if no artist is in both training and test set.

    /** Share of songs that are ambiguous on purpose. */
    static final double AMBIGUOUS_SONGS = 0.12;
    /** Share of its traits that an ambiguous song borrows from a neighbouring style. */
    static final double AMBIGUOUS_BORROWS = 0.6;
    /** Share of its traits that any other song borrows. */
    static final double SONG_BORROWS = 0.07;
    /** Share of traits that an artist borrows from a neighbouring style in all songs. */
    static final double ARTIST_BORROWS = 0.07;
    /** How far artists differ in mix, tone and loudness; 1 is a wide spread, 0 none. */
    static final double ARTIST_SPREAD = 0.6;
    /** Probability that a timbre of an artist is one of those that are common in the style. */
    static final double STYLE_TIMBRES = 0.35;

    private MusicSynth() {}

    /**
     * Renders a song.
     *
     * @param style one of {@link #STYLES}
     * @param artist name of the artist, who has the same instruments and mix in all songs
     * @param name of the song, unique for the artist
     * @param seed of all random numbers
     * @param length in samples
     * @return shape [length], in (-1, 1)
     * @throws IllegalArgumentException if there is no such style
     */
    public static float[] song(String style, String artist, String name, long seed, int length) {
        Style genre = Style.valueOf(style.toUpperCase(Locale.ROOT));
        ArtistStyle sound = ArtistStyle.of(genre, SplitMix64.of(seed, "sound of " + artist));
        DrumKit drums = new DrumKit(SplitMix64.of(seed, "drums of " + artist), sound.drumSize());
        SplitMix64 random = SplitMix64.of(seed, "song " + name);
        SongPlan plan = SongPlan.of(genre, SplitMix64.of(seed, "taste of " + artist), random);
        return Mix.of(new Composer(plan, sound, drums, random, length).compose(), sound, random);
    }
}
