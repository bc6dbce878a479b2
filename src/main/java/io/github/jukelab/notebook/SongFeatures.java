package io.github.jukelab.notebook;

import io.github.jukelab.classic.Samples;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.table.FeatureTable;
import java.util.List;

/**
 * A feature table and the songs that its rows are of. What {@link Notebook#features} and {@link Notebook#pieces} give.
 *
 * @param table a row a song or piece
 * @param corpus the songs of the rows, with label and artist; their files may not be there
 * @param source where the table is from, in words
 * @param leftOut a line for each file that could not be used
 */
public record SongFeatures(FeatureTable table, Corpus corpus, String source, List<String> leftOut) {

    /**
     * Copies the list.
     *
     * @param table a row a song or piece
     * @param corpus the songs of the rows
     * @param source where the table is from
     * @param leftOut a line for each file that could not be used
     */
    public SongFeatures {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The rows as models learn from them.
     *
     * @return one a row of the table, in its order
     */
    public Samples samples() {
        return Samples.of(table, corpus);
    }

    @Override
    public String toString() {
        String less = leftOut.isEmpty() ? "" : ", " + leftOut.size() + " files left out";
        return "SongFeatures[" + corpus.name() + ", " + source + ": "
                + table.rows().size() + " rows of "
                + corpus.songs().size() + " songs, " + FeatureTable.FEATURES.size() + " features, "
                + corpus.labels().size() + " labels" + less + "]";
    }
}
