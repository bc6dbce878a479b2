package io.github.jukelab.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The training rows, to be searched by force. */
final class Neighbours {

    private final Map<String, Song> songs;
    private final List<String> ids;
    private final double[][] train;
    private final Map<String, double[]> rows;

    private Neighbours(Map<String, Song> songs, List<String> ids, Map<String, double[]> rows) {
        this.songs = songs;
        this.ids = ids;
        this.rows = rows;
        this.train = ids.stream().map(this::row).toArray(double[][]::new);
    }

    static Neighbours of(Corpus corpus, List<String> train, Map<String, double[]> rows) {
        return new Neighbours(corpus.songsOf(train), train, rows);
    }

    private double[] row(String id) {
        double[] row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException("there must be a row for every id on the sides, got none for " + id);
        }
        int length = rows.get(ids.get(0)).length;
        if (row.length != length || !Arrays.stream(row).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "row of " + id + " must have " + length + " finite values, got " + Arrays.toString(row));
        }
        return row;
    }

    /** The nearest to a song's row; of equally near ones the first. */
    Neighbour of(String id, Song song) {
        double[] row = row(id);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < train.length; i++) {
            double square = square(row, train[i], least);
            if (square < least) {
                least = square;
                nearest = i;
            }
        }
        Song found = songs.get(ids.get(nearest));
        boolean same = song.equals(found);
        boolean artist = same || song.artist().isPresent() && song.artist().equals(found.artist());
        return new Neighbour(ids.get(nearest), found, Math.sqrt(least), same, artist);
    }

    /** The squared distance, or, as soon as it cannot be the least, whatever has been summed. */
    private static double square(double[] a, double[] b, double least) {
        double sum = 0;
        for (int i = 0; i < a.length && sum < least; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
