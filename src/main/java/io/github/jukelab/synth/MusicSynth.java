package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Songs in ten invented styles, by invented artists.
 *
 * <p>What tells the styles apart is texture in time: drum patterns, swing, arpeggio or block chords, gliding or stepping
 * melodies, stacking of chords, vibrato and tremolo. Instruments, brightness, loudness, key, mix and room belong to the
 * artists and overlap across styles. Songs borrow habits from neighbouring styles, so no classifier reaches 100 %.
 *
 * <p>The same seed gives the same samples on every machine: only {@link StrictMath}, plain arithmetic in a fixed order and
 * {@link SplitMix64}.
 */
public final class MusicSynth {

    /** Samples per second. */
    public static final int RATE = 22_050;

    /** The names of the styles, in alphabetical order. */
    public static final List<String> STYLES =
            Arrays.stream(Style.values()).map(Style::label).toList();

    // How hard the set is. More borrowing: harder for every model. More spread of the artists: harder for models that
    // look at long-term averages, and for all where artists do not cross.

    /** Share of songs that are ambiguous on purpose. */
    static final double AMBIGUOUS_SONGS = 0.12;
    /** Share of its habits that an ambiguous song borrows from a neighbouring style. */
    static final double AMBIGUOUS_BORROWS = 0.6;
    /** Share of its habits that any other song borrows. */
    static final double SONG_BORROWS = 0.07;
    /** Share of habits that an artist has from a neighbouring style in all songs. */
    static final double ARTIST_BORROWS = 0.07;
    /** How far artists differ in mix, tone and loudness; 1 is a wide spread, 0 makes them sound alike. */
    static final double ARTIST_SPREAD = 0.6;
    /** Share of instruments that an artist takes from the few that are common in the style. */
    static final double STYLE_TIMBRES = 0.35;

    private MusicSynth() {}

    /**
     * A song.
     *
     * @param style one of {@link #STYLES}
     * @param artist who plays alike in all songs of this name
     * @param name of the song, which no two songs of an artist share
     * @param seed of everything
     * @param length in samples
     * @return [length], in (-1, 1)
     * @throws IllegalArgumentException if there is no such style
     */
    public static float[] song(String style, String artist, String name, long seed, int length) {
        Style played = Style.valueOf(style.toUpperCase(Locale.ROOT));
        ArtistStyle habits = ArtistStyle.of(played, SplitMix64.of(seed, "sound of " + artist));
        DrumKit drums = new DrumKit(SplitMix64.of(seed, "drums of " + artist), habits.drums());
        SplitMix64 own = SplitMix64.of(seed, "song " + name);
        SongPlan plan = SongPlan.of(played, SplitMix64.of(seed, "taste of " + artist), own);
        return Mix.of(new Composer(plan, habits, drums, own, length).compose(), habits, own);
    }
}
