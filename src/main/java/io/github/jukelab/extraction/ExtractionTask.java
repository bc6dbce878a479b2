package io.github.jukelab.extraction;

import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.LoadOptions;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * A recording that was read and computed.
 *
 * @param recording which
 * @param rows one for the whole or one per segment; none if it cannot be used
 * @param remarks lines that name the file and say what is odd about it, or why it cannot be used
 */
record ExtractionTask(SourceFile recording, List<Row> rows, List<String> remarks) {

    static ExtractionTask of(SourceFile recording, FeatureExtraction extraction) {
        try {
            Wave wave = Wave.read(recording.file(), LoadOptions.WHOLE.withRate(extraction.rate()));
            List<Row> rows = rows(recording, wave, extraction);
            List<String> remarks = wave.warnings().stream()
                    .map(warning -> recording.file() + ": " + warning)
                    .toList();
            return rows.isEmpty()
                    ? unusable(recording, "too short for a segment: " + wave)
                    : new ExtractionTask(recording, rows, remarks);
        } catch (AudioException e) {
            return new ExtractionTask(recording, List.of(), List.of(e.getMessage()));
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return unusable(recording, e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            // One recording of many hours must not end a run of thousands.
            return unusable(recording, e.toString());
        }
    }

    private static List<Row> rows(SourceFile recording, Wave wave, FeatureExtraction extraction) {
        if (extraction.segment().isEmpty()) {
            return List.of(row(recording.filename(), wave, recording, extraction));
        }
        Segments segments = Segments.of(extraction.segment().getAsDouble(), extraction.rate());
        return IntStream.range(0, segments.count(wave))
                .mapToObj(k -> row(
                        Filenames.ofSegment(recording.filename(), k), segments.segment(wave, k), recording, extraction))
                .toList();
    }

    private static Row row(String filename, Wave wave, SourceFile recording, FeatureExtraction extraction) {
        return Row.of(filename, wave, extraction.preset().row(wave), recording.label());
    }

    private static ExtractionTask unusable(SourceFile recording, String reason) {
        return new ExtractionTask(recording, List.of(), List.of(recording.file() + ": " + reason));
    }
}
