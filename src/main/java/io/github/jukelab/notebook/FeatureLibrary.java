package io.github.jukelab.notebook;

import io.github.jukelab.Progress;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.CorpusException;
import io.github.jukelab.corpus.Gtzan;
import io.github.jukelab.corpus.Library;
import io.github.jukelab.corpus.Shelf;
import io.github.jukelab.corpus.Song;
import io.github.jukelab.corpus.Split;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.table.Extracted;
import io.github.jukelab.table.Extraction;
import io.github.jukelab.table.FeatureTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which feature table a notebook reads: the published one where the user has it, else one that is computed of the songs
 * that are there. A budget takes as many songs of every label.
 */
final class FeatureLibrary {

    /** What a row is of. */
    enum Rows {
        SONGS("features_30_sec.csv", "whole songs"),
        PIECES("features_3_sec.csv", "pieces of 3 s");

        private final String file;
        private final String words;

        Rows(String file, String words) {
            this.file = file;
            this.words = words;
        }

        private Extraction extraction() {
            Extraction songs = Extraction.of(Preset.KAGGLE_2020);
            return this == SONGS ? songs : songs.withPieces(3);
        }
    }

    /** Fewer songs of a label than this cannot be split; every notebook leaves such labels out. */
    private static final int LEAST = 5;

    /** Where the tables lie in a copy: beside the genres' folders, above them, or as in Kaggle's archive. */
    private static final List<String> PLACES = List.of("", "..", "Data");

    private final Path home;
    private final Library library;
    private final Budget budget;

    FeatureLibrary(Path home, Library library, Budget budget) {
        this.home = home;
        this.library = library;
        this.budget = budget;
    }

    /**
     * Opens the table; one that was computed before is brought up to date, which is done at once if nothing changed.
     *
     * @param rows what a row is of
     * @param rendering listens to the rendering of the stand-in set
     * @param measuring listens to the computing
     * @throws IOException if the published table is damaged, or there is none and no song can be used
     */
    SongFeatures open(Rows rows, Progress rendering, Progress measuring) throws IOException {
        Optional<Path> published = published(rows.file);
        return published.isPresent()
                ? read(published.get())
                : computed(rows, library.open(Shelf.MUSIC, rendering), measuring);
    }

    private Optional<Path> published(String file) {
        return library.folder(Shelf.MUSIC).stream()
                .flatMap(folder ->
                        PLACES.stream().map(place -> folder.resolve(place).resolve(file)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private SongFeatures read(Path file) throws IOException {
        FeatureTable table = FeatureTable.read(file, Gtzan.DECLARATION.labels());
        Corpus songs = budget.songs(songsOf(table, Corpus.of(Gtzan.DECLARATION, Gtzan.DECLARATION.songs())));
        return new SongFeatures(
                rowsOf(songs, table), withFiles(songs), file.getFileName().toString(), List.of());
    }

    private SongFeatures computed(Rows rows, Corpus all, Progress progress) throws IOException {
        Corpus corpus = budget.songs(all.withAtLeast(LEAST));
        String name = corpus.name().toLowerCase(Locale.ROOT) + "_" + rows.file;
        List<Path> files = corpus.songs().stream().map(Song::file).toList();
        Extracted extracted =
                rows.extraction().into(home.resolve("build/features").resolve(name), files, progress);
        FeatureTable table =
                FeatureTable.read(extracted.table(), corpus.declaration().labels());
        Stream<String> scarce = all.labels().stream()
                .filter(label -> !corpus.labels().contains(label))
                .map(label -> label + ": fewer than " + LEAST + " songs");
        List<String> leftOut =
                Stream.concat(scarce, extracted.leftOut().stream()).toList();
        return new SongFeatures(table, songsOf(table, corpus), rows.words, leftOut);
    }

    /** Those that have a row. */
    private static Corpus songsOf(FeatureTable table, Corpus corpus) {
        Set<Song> there = new HashSet<>(corpus.songsOf(ids(table)).values());
        return new Corpus(
                corpus.declaration(),
                corpus.folder(),
                corpus.songs().stream().filter(there::contains).toList());
    }

    private static FeatureTable rowsOf(Corpus songs, FeatureTable table) {
        Set<String> kept = new HashSet<>(songs.songs().stream().map(Song::id).toList());
        return FeatureTable.of(table.rows().stream()
                .filter(row -> Stream.of(row.id(), Split.songOf(row.id())).anyMatch(kept::contains))
                .toList());
    }

    private static List<String> ids(FeatureTable table) {
        return table.rows().stream().map(FeatureTable.Row::id).toList();
    }

    /** The same songs with the files that are there. */
    private Corpus withFiles(Corpus songs) {
        try {
            Corpus heard = Gtzan.at(library.folder(Shelf.MUSIC).orElseThrow());
            return new Corpus(
                    songs.declaration(),
                    heard.folder(),
                    songs.songs().stream()
                            .map(song -> heard.song(song.id()).orElse(song))
                            .toList());
        } catch (CorpusException e) {
            return songs; // tables without recordings
        }
    }
}
