package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jukelab.Progress;
import io.github.jukelab.TestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrityReportTest {

    @TempDir
    Path folder;

    @Test
    void reportsAllFaults() throws IOException {
        byte[] good = Tree.wav(Tree.FULL_LENGTH, 1);
        byte[] fast = Tree.wav(2 * Tree.FULL_LENGTH, 2);
        fast[24] = (byte) 44_100;
        fast[25] = (byte) (44_100 >> 8);
        Tree.put(folder, "genres_original/jazz/jazz.00000.wav", good);
        Tree.put(folder, "genres_original/jazz/jazz.00001.wav", good);
        Tree.put(folder, "genres_original/jazz/jazz.00002.au", Tree.au(good));
        Tree.put(folder, "genres_original/jazz/jazz.00054.wav", "no sound".getBytes(StandardCharsets.UTF_8));
        Tree.put(folder, "genres_original/jazz/._jazz.00000.wav", new byte[9]);
        Tree.put(folder, "genres_original/pop/pop.00000.wav", Tree.wav(1000, 3));
        Tree.put(folder, "genres_original/pop/pop.00001.wav", fast);
        Tree.put(folder, "genres_original/pop/cover.png", new byte[9]);
        List<String> reports = new ArrayList<>();

        IntegrityReport report =
                Gtzan.at(folder).validate((done, total, what) -> reports.add(done + "/" + total + what));

        assertThat(report.of(Fault.BROKEN)).extracting(Finding::file).containsExactly("jazz/jazz.00054.wav");
        assertThat(report.of(Fault.DUPLICATED))
                .extracting(Finding::track, Finding::detail)
                .containsExactly(
                        tuple("jazz.00001", "same samples as jazz.00000"),
                        tuple("jazz.00002", "same samples as jazz.00000"));
        assertThat(report.of(Fault.STRAY))
                .extracting(Finding::file)
                .containsExactly("jazz/._jazz.00000.wav", "pop/cover.png");
        assertThat(report.of(Fault.TOO_SHORT).get(0).detail()).isEqualTo("1000 samples, expected at least 660000");
        assertThat(report.of(Fault.WRONG_RATE).get(0).detail()).isEqualTo("44100 Hz, expected 22050 Hz");
        assertThat(report.of(Fault.MISSING)).hasSize(994);
        assertThat(report.unusable()).containsExactly("jazz.00001", "jazz.00002", "jazz.00054", "pop.00000");
        assertThat(report)
                .hasToString("IntegrityReport[GTZAN, 6 tracks opened, {BROKEN=1, TOO_SHORT=1, WRONG_RATE=1,"
                        + " DUPLICATED=2, STRAY=2, MISSING=994};"
                        + " unusable: jazz/jazz.00054.wav ("
                        + report.findings().get(0).detail()
                        + "), pop/pop.00000.wav (1000 samples, expected at least 660000),"
                        + " jazz/jazz.00001.wav (same samples as jazz.00000) and 1 more]");
        assertThat(reports).hasSize(6).last().asString().startsWith("6/6");
    }

    @Test
    void reportsNoFaultsOfAPerfectCopy() {
        assertThat(new IntegrityReport("GTZAN", 1000, List.of(), Map.of()))
                .hasToString("IntegrityReport[GTZAN, 1000 tracks opened, no faults]");
    }

    @Test
    void findsNoFaultsInTheSharedTracks() throws IOException {
        Path real = TestData.shared("data/gtzan").orElse(null);
        Assumptions.assumeTrue(real != null);

        IntegrityReport report = Gtzan.at(real).validate(Progress.NONE);

        assertThat(report.counts()).containsOnlyKeys(Fault.MISSING);
    }

    /** Memory for one track at a time, and never for jazz.00002. */
    @Test
    void onlyATrackThatIsTooLongAloneIsBroken() throws IOException {
        for (int i = 0; i < 6; i++) {
            Tree.put(folder, "genres_original/jazz/jazz.0000" + i + ".wav", Tree.wav(Tree.FULL_LENGTH, i));
        }
        Semaphore memory = new Semaphore(1);
        Set<String> passedOn = ConcurrentHashMap.newKeySet();

        IntegrityReport report = Gtzan.at(folder)
                .validate(
                        (track, wave) -> {
                            if (track.id().equals("jazz.00002") || !memory.tryAcquire()) {
                                throw new OutOfMemoryError("Java heap space");
                            }
                            passedOn.add(track.id());
                            memory.release();
                        },
                        Progress.NONE);

        assertThat(report.unusable()).containsExactly("jazz.00002");
        assertThat(report.of(Fault.BROKEN).get(0).detail()).startsWith("too long for this memory: 29.9 seconds (heap ");
        assertThat(passedOn).hasSize(5);
    }
}
