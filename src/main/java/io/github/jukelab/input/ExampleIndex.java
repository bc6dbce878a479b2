package io.github.jukelab.input;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Fault;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rows of a kept file are of, as JSON.
 *
 * @param rows track id → its rows
 * @param skipped track id → why it has none
 * @param report on the files, without strays, which may be others by now; null if they were not checked
 */
record ExampleIndex(Map<String, int[]> rows, Map<String, Reason> skipped, IntegrityReport report) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An {@link AudioException} without its file. */
    record Reason(AudioException.Problem problem, String text) {}

    static ExampleIndex of(ExampleCache.Kept kept) {
        Map<String, Reason> reasons = new HashMap<>();
        kept.examples().skipped().forEach((id, e) -> reasons.put(id, new Reason(e.problem(), e.reason())));
        return new ExampleIndex(
                kept.examples().rows(),
                reasons,
                kept.report().map(ExampleIndex::withoutStrays).orElse(null));
    }

    private static IntegrityReport withoutStrays(IntegrityReport report) {
        return new IntegrityReport(
                report.dataset(),
                report.tracks(),
                report.findings().stream()
                        .filter(finding -> finding.fault() != Fault.STRAY)
                        .toList(),
                report.duplicates());
    }

    static ExampleIndex parse(byte[] json) throws IOException {
        return JSON.readValue(json, ExampleIndex.class);
    }

    byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    /** What the index is of, with the names that the tracks' files have now. */
    ExampleCache.Kept kept(ExampleStore values, List<Track> tracks) {
        Map<String, AudioException> reasons = new HashMap<>();
        for (Track track : tracks) {
            Reason reason = skipped.get(track.id());
            if (reason != null) {
                reasons.put(track.id(), new AudioException(track.file().toString(), reason.problem(), reason.text()));
            }
        }
        return new ExampleCache.Kept(new TrackExamples(values, rows, reasons), Optional.ofNullable(report));
    }
}
