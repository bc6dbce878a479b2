package io.github.jukelab.dataset;

import io.github.jukelab.Parallel;
import io.github.jukelab.Progress;
import io.github.jukelab.Sha256;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Decodes every file of a data set once and reports faults. */
final class IntegrityCheck {

    private final Dataset dataset;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> firstByHash = new HashMap<>();
    private final Map<String, String> duplicates = new HashMap<>();

    private IntegrityCheck(Dataset dataset) {
        this.dataset = dataset;
    }

    static IntegrityReport of(Dataset dataset, BiConsumer<Track, Wave> consumer, Progress progress)
            throws DatasetException {
        IntegrityCheck check = new IntegrityCheck(dataset);
        check.decodeAll(consumer, progress);
        check.findStrays();
        check.findMissing();
        check.findings.sort(Comparator.comparing(Finding::fault).thenComparing(Finding::file));
        return new IntegrityReport(dataset.title(), dataset.tracks().size(), check.findings, check.duplicates);
    }

    /** A checked file; the hash of its samples is empty if it could not be decoded. */
    record Decoded(String hash, List<Finding> findings) {}

    private void decodeAll(BiConsumer<Track, Wave> consumer, Progress progress) throws DatasetException {
        List<Track> tracks = dataset.tracks();
        try {
            List<Callable<Decoded>> jobs = new ArrayList<>();
            tracks.forEach(track -> jobs.add(() -> decode(
                    dataset.info(),
                    track.id(),
                    track.file(),
                    name(track.file()),
                    wave -> consumer.accept(track, wave))));
            List<Decoded> all = Parallel.run(jobs, dataset.trackIds(), progress);
            for (int i = 0; i < all.size(); i++) {
                findings.addAll(all.get(i).findings());
                findDuplicate(tracks.get(i), all.get(i).hash());
            }
        } catch (ExecutionException e) {
            throw new DatasetException(dataset.folder(), "cannot be checked: " + e.getCause());
        }
    }

    /** Decodes one file, compares it with the data set's description, and passes the wave on. */
    static Decoded decode(DatasetInfo info, String track, Path file, String name, Consumer<Wave> consumer) {
        try {
            Wave wave = Wave.read(file);
            List<Finding> findings = new ArrayList<>();
            wave.warnings().forEach(warning -> findings.add(new Finding(name, track, Fault.DAMAGED, warning)));
            int rate = info.rate().orElse(wave.rate());
            if (wave.rate() != rate) {
                findings.add(new Finding(name, track, Fault.WRONG_RATE, wave.rate() + " Hz, expected " + rate + " Hz"));
            }
            long minimum = (long) info.samples().orElse(1) * wave.rate() / rate;
            if (wave.length() < minimum) {
                findings.add(new Finding(
                        name, track, Fault.TOO_SHORT, wave.length() + " samples, expected at least " + minimum));
            }
            consumer.accept(wave);
            return new Decoded(hash(wave), findings);
        } catch (AudioException e) {
            return new Decoded("", List.of(new Finding(name, track, Fault.BROKEN, e.reason())));
        }
    }

    /** A hash of the decoded samples: equal for a wav and an au file of the same sound. */
    private static String hash(Wave wave) {
        float[] samples = wave.samples();
        ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length);
        bytes.asFloatBuffer().put(samples);
        return Sha256.of(bytes.array());
    }

    private void findDuplicate(Track track, String hash) {
        if (hash.isEmpty()) {
            return;
        }
        String first = firstByHash.putIfAbsent(hash, track.id());
        if (first != null) {
            duplicates.put(track.id(), first);
            findings.add(new Finding(name(track.file()), track.id(), Fault.DUPLICATED, "same samples as " + first));
        }
    }

    /** If the data set declares no tracks, no file is a stray. */
    private void findStrays() throws DatasetException {
        if (dataset.info().tracks().isEmpty()) {
            return;
        }
        for (String label : dataset.info().labels()) {
            for (Path file : TrackFinder.files(dataset.folder(), label)) {
                String name = file.getFileName().toString();
                if (TrackFinder.trackOf(dataset.info(), name).isEmpty()) {
                    findings.add(new Finding(name(file), name, Fault.STRAY, strayReason(name)));
                }
            }
        }
    }

    static String strayReason(String name) {
        return name.startsWith("._") ? "resource fork that macOS adds to archives" : "not a track of the data set";
    }

    private void findMissing() {
        dataset.info().tracks().forEach((id, label) -> {
            if (dataset.track(id).isEmpty()) {
                findings.add(new Finding(label + "/" + id, id, Fault.MISSING, "not in this copy"));
            }
        });
    }

    private String name(Path file) {
        return dataset.folder().relativize(file).toString().replace('\\', '/');
    }
}
