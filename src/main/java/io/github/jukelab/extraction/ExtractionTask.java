package io.github.jukelab.extraction;

import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.LoadOptions;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The extraction of one file and its result.
 *
 * @param file the file
 * @param rows one for the whole track or one per segment; empty if the file cannot be used
 * @param warnings lines with the file's path and a warning, or the reason why it cannot be used
 */
record ExtractionTask(SourceFile file, List<Row> rows, List<String> warnings) {

    static ExtractionTask of(SourceFile file, FeatureExtraction extraction) {
        try {
            Wave wave = Wave.read(file.path(), LoadOptions.WHOLE.withRate(extraction.rate()));
            List<Row> rows = rows(file, wave, extraction);
            List<String> warnings = wave.warnings().stream()
                    .map(warning -> file.path() + ": " + warning)
                    .toList();
            return rows.isEmpty()
                    ? unusable(file, "shorter than a segment: " + wave)
                    : new ExtractionTask(file, rows, warnings);
        } catch (AudioException e) {
            return new ExtractionTask(file, List.of(), List.of(e.getMessage()));
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return unusable(file, e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            // One very long file must not stop a run of thousands.
            return unusable(file, e.toString());
        }
    }

    private static List<Row> rows(SourceFile file, Wave wave, FeatureExtraction extraction) {
        if (extraction.segment().isEmpty()) {
            return List.of(row(file.filename(), wave, file, extraction));
        }
        SegmentCutter cutter = SegmentCutter.of(extraction.segment().getAsDouble(), extraction.rate());
        return IntStream.range(0, cutter.count(wave))
                .mapToObj(k -> row(Filenames.ofSegment(file.filename(), k), cutter.segment(wave, k), file, extraction))
                .toList();
    }

    private static Row row(String filename, Wave wave, SourceFile file, FeatureExtraction extraction) {
        return Row.of(filename, wave, extraction.preset().row(wave), file.label());
    }

    private static ExtractionTask unusable(SourceFile file, String reason) {
        return new ExtractionTask(file, List.of(), List.of(file.path() + ": " + reason));
    }
}
