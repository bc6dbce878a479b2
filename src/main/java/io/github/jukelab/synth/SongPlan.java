package io.github.jukelab.synth;

import io.github.jukelab.SplitMix64;

/**
 * One synthetic song: the traits of its style, some of them borrowed from a neighbouring style.
 *
 * @param tempo beats per minute
 * @param traits of the song
 */
record SongPlan(double tempo, Traits traits) {

    /** A song of a style; both its artist and the song itself borrow some traits. */
    static SongPlan of(Style style, SplitMix64 artist, SplitMix64 song) {
        Style[] from = new Style[7];
        double share = song.chance(MusicSynth.AMBIGUOUS_SONGS) ? MusicSynth.AMBIGUOUS_BORROWS : MusicSynth.SONG_BORROWS;
        Style near = style.neighbour(song);
        for (int i = 0; i < from.length; i++) {
            Style usual = artist.chance(MusicSynth.ARTIST_BORROWS) ? style.neighbour(artist) : style;
            from[i] = song.chance(share) ? near : usual;
        }
        Traits traits = new Traits(
                from[0].traits().drums(),
                from[1].traits().comping(),
                from[2].traits().melody(),
                from[3].traits().bass(),
                from[4].traits().voicing(),
                from[5].traits().vibrato(),
                from[6].traits().tremolo());
        return new SongPlan(from[0].tempo(song), traits);
    }

    /** Seconds per beat. */
    double beatSeconds() {
        return 60 / tempo;
    }
}
