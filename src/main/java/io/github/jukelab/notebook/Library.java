package io.github.jukelab.notebook;

import io.github.jukelab.Progress;
import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Gtzan;
import io.github.jukelab.corpus.Song;
import io.github.jukelab.corpus.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which songs a notebook hears: the folder that the environment names, else the user's copy, else the stand-in set. */
final class Library {

    private static final long STAND_IN_SEED = 2026;

    private final Path home;
    private final Map<String, String> environment;

    Library(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /**
     * Opens the first set that is there; the stand-in set is rendered if it was not before.
     *
     * @param progress listens to the rendering
     * @throws IOException if the named folder holds no songs, or the stand-in set cannot be written
     */
    Corpus open(Progress progress) throws IOException {
        String named = environment.getOrDefault("GTZAN", "").strip();
        Path own = home.resolve("data/gtzan");
        Corpus corpus;
        if (!named.isEmpty()) {
            corpus = Gtzan.at(Path.of(named));
        } else if (Files.isDirectory(own)) {
            corpus = Gtzan.at(own);
        } else {
            corpus = StandIn.generate(home.resolve("data/standin"), STAND_IN_SEED, progress);
        }
        return limited(corpus, Budget.of(environment).datasetLimit());
    }

    /** The first songs of every label, as many of each. */
    private static Corpus limited(Corpus corpus, int limit) {
        int each = Math.max(1, limit / corpus.labels().size());
        List<String> surplus = corpus.labels().stream()
                .flatMap(label -> corpus.songs(label).stream().skip(each))
                .map(Song::id)
                .collect(Collectors.toList());
        return surplus.isEmpty() ? corpus : corpus.without(surplus);
    }
}
