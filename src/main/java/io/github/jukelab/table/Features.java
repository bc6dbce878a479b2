package io.github.jukelab.table;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Song;
import io.github.jukelab.feature.FeatureRow;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The features of a corpus' songs as a table. */
final class Features {

    /** Songs in memory at a time. */
    private static final int AT_A_TIME = 16;

    private Features() {}

    static Table of(Corpus corpus, Progress progress) throws AudioException {
        List<Song> songs = corpus.songs();
        List<FeatureRow> rows = new ArrayList<>();
        for (int from = 0; from < songs.size(); from += AT_A_TIME) {
            Progress.checkInterrupted();
            rows.addAll(some(songs.subList(from, Math.min(from + AT_A_TIME, songs.size()))));
            progress.report(
                    rows.size(), songs.size(), songs.get(rows.size() - 1).id());
        }
        return table(corpus, rows);
    }

    private static List<FeatureRow> some(List<Song> songs) throws AudioException {
        try {
            return songs.parallelStream().map(Features::row).toList();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof AudioException reason) {
                throw reason;
            }
            throw e;
        }
    }

    private static FeatureRow row(Song song) {
        try {
            return FeatureRow.of(Wave.read(song.file()));
        } catch (AudioException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table table(Corpus corpus, List<FeatureRow> rows) {
        List<Song> songs = corpus.songs();
        Table table = Table.create(
                corpus.name(),
                StringColumn.create("song", songs.stream().map(Song::id)),
                StringColumn.create("label", songs.stream().map(Song::label)));
        for (String name : rows.get(0).names()) {
            double[] column = rows.stream().mapToDouble(row -> row.value(name)).toArray();
            table.addColumns(DoubleColumn.create(name, column));
        }
        return table;
    }
}
