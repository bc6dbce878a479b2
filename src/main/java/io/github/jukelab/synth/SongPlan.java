package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/**
 * The traits of one synthetic song: those of its style, some of them borrowed from a neighbouring style.
 *
 * @param tempo beats per minute
 * @param drums drum pattern
 * @param comping rhythm of the chords
 * @param melody melody pattern
 * @param bass bass line
 * @param voicing chord voicing
 * @param vibrato rate in Hz; 0 for none
 * @param tremolo rate in Hz; 0 for none
 */
record SongPlan(
        double tempo,
        DrumPattern drums,
        Comping comping,
        MelodyPattern melody,
        BassPattern bass,
        ChordVoicing voicing,
        double vibrato,
        double tremolo) {

    /** A song of a style; both its artist and the song itself borrow some traits. */
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
                from[0].drums,
                from[1].comping,
                from[2].melody,
                from[3].bass,
                from[4].voicing,
                from[5].vibrato,
                from[6].tremolo);
    }

    /** Seconds per beat. */
    double beatSeconds() {
        return 60 / tempo;
    }
}
