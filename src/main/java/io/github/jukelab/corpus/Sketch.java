package io.github.jukelab.corpus;

/**
 * What one stand-in song does: its style's habits, some of them borrowed from a neighbouring style.
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
record Sketch(
        double tempo,
        Beat beat,
        Comping comping,
        Lead lead,
        Bass bass,
        Harmony harmony,
        double vibrato,
        double tremolo) {

    /** A song of a style; its artist and the song itself borrow some habits. */
    static Sketch of(Style style, Dice artist, Dice song) {
        Style[] from = new Style[7];
        double share = song.chance(StandIn.AMBIGUOUS_SONGS) ? StandIn.AMBIGUOUS_BORROWS : StandIn.SONG_BORROWS;
        Style near = style.neighbour(song);
        for (int i = 0; i < from.length; i++) {
            Style usual = artist.chance(StandIn.ARTIST_BORROWS) ? style.neighbour(artist) : style;
            from[i] = song.chance(share) ? near : usual;
        }
        return new Sketch(
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
