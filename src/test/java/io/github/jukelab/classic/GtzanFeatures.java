package io.github.jukelab.classic;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.TestData;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The published feature table of GTZAN, one row per track; tests are skipped if it is missing. */
final class GtzanFeatures {

    private GtzanFeatures() {}

    static FeatureVectors vectors() throws IOException {
        Optional<Path> table = TestData.shared("data/gtzan/features_30_sec.csv");
        assumeThat(table).isPresent();
        List<String[]> rows = Files.readAllLines(table.get()).stream()
                .map(row -> row.split(","))
                .toList();
        List<String> features = Arrays.asList(rows.get(0)).subList(2, rows.get(0).length - 1);
        return FeatureVectors.of(
                features,
                Gtzan.INFO.labels(),
                rows.stream().skip(1).map(GtzanFeatures::vector).toList());
    }

    private static FeatureVector vector(String[] row) {
        String track = row[0].replace(".wav", "");
        double[] values = Arrays.stream(row, 2, row.length - 1)
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new FeatureVector(track, track, row[row.length - 1], values);
    }

    /** All tracks of GTZAN without files, for splits. */
    static Dataset dataset() {
        List<Track> tracks = Gtzan.INFO.trackIds().stream()
                .map(id -> new Track(
                        id,
                        id.split("\\.")[0],
                        Optional.ofNullable(Gtzan.INFO.artists().get(id)),
                        Path.of("nowhere", id + ".wav")))
                .toList();
        return new Dataset(Gtzan.INFO, Path.of("nowhere"), tracks);
    }
}
