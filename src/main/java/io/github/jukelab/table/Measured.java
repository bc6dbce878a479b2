package io.github.jukelab.table;

import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Reading;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.table.FeatureTable.Row;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * A recording that was read and computed.
 *
 * @param recording which
 * @param rows one for the whole or one a piece; none if it cannot be used
 * @param remarks lines that name the file and say what is odd about it, or why it cannot be used
 */
record Measured(Recording recording, List<Row> rows, List<String> remarks) {

    static Measured of(Recording recording, Extraction extraction) {
        try {
            Wave wave = Wave.read(recording.file(), Reading.ALL.withRate(extraction.rate()));
            List<Row> rows = rows(recording, wave, extraction);
            List<String> remarks = wave.warnings().stream()
                    .map(warning -> recording.file() + ": " + warning)
                    .toList();
            return rows.isEmpty()
                    ? unusable(recording, "too short for a piece: " + wave)
                    : new Measured(recording, rows, remarks);
        } catch (AudioException e) {
            return new Measured(recording, List.of(), List.of(e.getMessage()));
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return unusable(recording, e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            // One recording of many hours must not end a run of thousands.
            return unusable(recording, e.toString());
        }
    }

    private static List<Row> rows(Recording recording, Wave wave, Extraction extraction) {
        if (extraction.piece().isEmpty()) {
            return List.of(row(recording.filename(), wave, recording, extraction));
        }
        Pieces pieces = Pieces.of(extraction.piece().getAsDouble(), extraction.rate());
        return IntStream.range(0, pieces.count(wave))
                .mapToObj(k ->
                        row(Filenames.ofPiece(recording.filename(), k), pieces.piece(wave, k), recording, extraction))
                .toList();
    }

    private static Row row(String filename, Wave wave, Recording recording, Extraction extraction) {
        return Row.of(filename, wave, extraction.preset().row(wave), recording.label());
    }

    private static Measured unusable(Recording recording, String reason) {
        return new Measured(recording, List.of(), List.of(recording.file() + ": " + reason));
    }
}
