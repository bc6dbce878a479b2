package io.github.jukelab.feature;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.Stft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Features of several kinds side by side, in one row.
 *
 * @param parts at least one
 */
public record JoinedFeatures(List<FeatureSet> parts) implements FeatureSet {

    /**
     * Copies the list.
     *
     * @param parts at least one
     * @throws IllegalArgumentException if there is none, or two have a feature of the same name
     */
    public JoinedFeatures {
        parts = List.copyOf(parts);
        Require.atLeast("parts", 1, parts.size());
        Require.unique("feature", names(parts));
    }

    private static List<String> names(List<FeatureSet> parts) {
        return parts.stream().flatMap(part -> part.names().stream()).toList();
    }

    @Override
    public List<String> names() {
        return names(parts);
    }

    /** That of the part with the longest frames. */
    @Override
    public Stft stft() {
        return parts.stream()
                .map(FeatureSet::stft)
                .max(Comparator.comparingInt(Stft::nFft))
                .orElseThrow();
    }

    @Override
    public FeatureRow row(Wave wave) {
        return joined(parts.stream().map(part -> part.row(wave)).toList());
    }

    /** The recording is read for each part. */
    @Override
    public FeatureRow row(Recording recording) throws AudioException {
        List<FeatureRow> rows = new ArrayList<>();
        for (FeatureSet part : parts) {
            rows.add(part.row(recording));
        }
        return joined(rows);
    }

    private FeatureRow joined(List<FeatureRow> rows) {
        return FeatureRow.of(
                names(),
                rows.stream()
                        .map(FeatureRow::values)
                        .flatMapToDouble(Arrays::stream)
                        .toArray());
    }
}
