package io.github.jukelab.notebook;

import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Reading;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.classic.Samples;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Song;
import io.github.jukelab.table.Extraction;
import io.github.jukelab.table.FeatureTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A feature table and the songs that its rows are of. What {@link Notebook#features} and {@link Notebook#pieces} give.
 *
 * @param table a row a song or piece
 * @param corpus the songs of the rows, with label and artist; their files may not be there
 * @param source where the table is from, in words
 * @param leftOut a line for each label with too few songs and for each file that could not be used
 */
public record SongFeatures(FeatureTable table, Corpus corpus, String source, List<String> leftOut) {

    /**
     * Copies the list.
     *
     * @param table a row a song or piece
     * @param corpus the songs of the rows
     * @param source where the table is from
     * @param leftOut a line for each label with too few songs and for each file that could not be used
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

    /**
     * What some rows were computed of: songs, or pieces of them, as far as there are recordings.
     *
     * @param ids of rows, in the order to hear them
     * @return a wave each, titled by id and artist; those without a recording are named
     * @throws IllegalArgumentException if there is no such row
     */
    public Playlist hear(String... ids) {
        Map<String, Wave> waves = new LinkedHashMap<>();
        List<String> silent = new ArrayList<>();
        corpus.songsOf(List.of(ids)).forEach((id, song) -> {
            String title =
                    id + song.artist().map(artist -> ", artist " + artist).orElse("");
            try {
                waves.put(title, wave(id, song));
            } catch (AudioException e) {
                silent.add(title);
            }
        });
        return Playlist.of(waves, silent);
    }

    /** Piece k begins one sample behind the end of the one before. */
    private Wave wave(String id, Song song) throws AudioException {
        FeatureTable.Row row = row(id);
        Wave whole = Wave.read(song.file(), Reading.ALL.withRate(Extraction.RATE));
        if (id.equals(song.id())) {
            return whole;
        }
        int start = Integer.parseInt(id.substring(song.id().length() + 1)) * (row.length() + 1);
        return whole.slice(start, start + row.length());
    }

    private FeatureTable.Row row(String id) {
        return table.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row of " + id));
    }

    @Override
    public String toString() {
        String less = leftOut.isEmpty() ? "" : ", " + leftOut.size() + " labels or files left out";
        return "SongFeatures[" + corpus.name() + ", " + source + ": "
                + table.rows().size() + " rows of "
                + corpus.songs().size() + " songs, " + FeatureTable.FEATURES.size() + " features, "
                + corpus.labels().size() + " labels" + less + "]";
    }
}
