package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/**
 * What one synthetic song does: its style's habits, some of them borrowed from a neighbouring style.
 *
 * @param tempo beats a minute
 * @param beat drum pattern
 * @param comping what chords do
 * @param lead how the melody moves
 * @param bass bass line
 * @param harmony stacking of chords
 * @param vibrato rate in Hz; 0 for none
 * @param tremolo rate in Hz; 0 for none
 */
record SongPlan(
        double tempo,
        DrumPattern beat,
        Comping comping,
        MelodyPattern lead,
        BassPattern bass,
        ChordVoicing harmony,
        double vibrato,
        double tremolo) {

    /** A song of a style; its artist and the song itself borrow some habits. */
    static SongPlan of(Style style, SplitMix64 artist, SplitMix64 song) {
        Style[] from = new Style[7];
        double share = song.chance(MusicSynth.AMBIGUOUS_SONGS) ? MusicSynth.AMBIGUOUS_BORROWS : MusicSynth.SONG_BORROWS;
        Style near = style.neighbour(song);
        for (int i = 0; i < from.length; i++) {
            Style usual = artist.chance(MusicSynth.ARTIST_BORROWS) ? style.neighbour(artist) : style;
            from[i] = song.chance(share) ? near : usual;
        }
        return new SongPlan(
                from[0].tempo(song),
                from[0].beat,
                from[1].comping,
                from[2].lead,
                from[3].bass,
                from[4].harmony,
                from[5].vibrato,
                from[6].tremolo);
    }

    /** Seconds a beat. */
    double beatSeconds() {
        return 60 / tempo;
    }
}
