package io.github.jukelab.extraction;

import io.github.jukelab.audio.AudioSource;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The extraction of one file and its result.
 *
 * @param file the file
 * @param rows one for the whole track or one per segment; empty if the file cannot be used
 * @param warnings lines with the file's path and a warning, or the reason why it cannot be used
 */
record ExtractionTask(SourceFile file, List<Row> rows, List<String> warnings) {

    static ExtractionTask of(SourceFile file, FeatureExtraction extraction) {
        try (AudioSource source = AudioSource.open(file.path())) {
            TrackRows track = extraction.rows(source, file.filename(), file.label());
            List<String> warnings = track.warnings().stream()
                    .map(warning -> file.path() + ": " + warning)
                    .toList();
            return new ExtractionTask(file, track.rows(), warnings);
        } catch (IOException e) {
            return unusable(file, e.getMessage());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            // One very long file must not stop a run of thousands.
            return unusable(file, file.path() + ": " + e);
        }
    }

    private static ExtractionTask unusable(SourceFile file, String line) {
        return new ExtractionTask(file, List.of(), List.of(line));
    }
}
