package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.Sha256;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.audio.FileWork;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

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
    record Decoded(String hash, List<Finding> findings) {

        private static final int BLOCK = 1 << 14;

        private static Decoded broken(String name, String track, AudioException reason) {
            return new Decoded("", List.of(new Finding(name, track, Fault.BROKEN, reason.reason())));
        }

        /** Compares a file with the data set's description. */
        private static Decoded of(DatasetInfo info, String track, String name, Wave wave) {
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
            return new Decoded(hash(wave), findings);
        }

        private Decoded and(Finding finding) {
            return new Decoded(
                    hash, Stream.concat(findings.stream(), Stream.of(finding)).toList());
        }

        /** A hash of rate and decoded samples: equal for a wav and an au file of the same sound. */
        private static String hash(Wave wave) {
            return Sha256.of(digest -> {
                ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * BLOCK).putInt(wave.rate());
                for (int i = 0; i < wave.length(); i++) {
                    bytes.putFloat(wave.sample(i));
                    if (!bytes.hasRemaining()) {
                        Progress.checkInterrupted();
                        digest.update(bytes.flip());
                        bytes.clear();
                    }
                }
                digest.update(bytes.flip());
            });
        }
    }

    private void decodeAll(BiConsumer<Track, Wave> consumer, Progress progress) throws DatasetException {
        Map<Track, Decoded> decoded = new HashMap<>();
        try {
            FileBatch.of(dataset.tracks(), Track::file, Track::id)
                    .run(track -> decode(track, consumer), new Results(decoded), progress);
        } catch (IOException e) {
            throw new DatasetException(dataset.folder(), "cannot be checked: " + e.getMessage());
        }
        for (Track track : dataset.tracks()) {
            findings.addAll(decoded.get(track).findings());
            findDuplicate(track, decoded.get(track).hash());
        }
    }

    /** Collects what was decoded; files that cannot be read are broken. */
    private final class Results implements FileBatch.Results<Track, Decoded> {

        private final Map<Track, Decoded> decoded;

        Results(Map<Track, Decoded> decoded) {
            this.decoded = decoded;
        }

        @Override
        public void computed(Track track, Decoded result) {
            decoded.put(track, result);
        }

        @Override
        public void skipped(Track track, AudioException reason) {
            decoded.put(track, Decoded.broken(name(track), track.id(), reason));
        }
    }

    private Decoded decode(Track track, BiConsumer<Track, Wave> consumer) throws IOException {
        Wave wave = track.read();
        Decoded decoded = Decoded.of(dataset.info(), track.id(), name(track), wave);
        consumer.accept(track, wave);
        return track.options()
                .shortfall(wave.seconds())
                .map(missing -> decoded.and(new Finding(name(track), track.id(), Fault.DAMAGED, missing)))
                .orElse(decoded);
    }

    /** Decodes one file and compares it with the data set's description. */
    static Decoded decode(DatasetInfo info, String track, Path file, String name) throws IOException {
        try {
            return FileWork.run(file, () -> Decoded.of(info, track, name, Wave.read(file)));
        } catch (AudioException e) {
            return Decoded.broken(name, track, e);
        }
    }

    private void findDuplicate(Track track, String hash) {
        if (hash.isEmpty()) {
            return;
        }
        String first = firstByHash.putIfAbsent(hash, track.id());
        if (first != null) {
            duplicates.put(track.id(), first);
            findings.add(new Finding(name(track), track.id(), Fault.DUPLICATED, "same samples as " + first));
        }
    }

    /** If the data set declares no tracks, no file is a stray. */
    private void findStrays() throws DatasetException {
        if (dataset.info().tracks().isEmpty()) {
            return;
        }
        for (Path root : TrackFinder.roots(dataset)) {
            for (String label : dataset.info().labels()) {
                findStrays(TrackFinder.files(root, label));
            }
        }
    }

    private void findStrays(List<Path> files) {
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (TrackFinder.trackOf(dataset.info(), name).isEmpty() && !ImportFolder.isPart(name)) {
                findings.add(new Finding(name(file), name, Fault.STRAY, strayReason(name)));
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

    private String name(Track track) {
        return track.named(name(track.file()));
    }

    private String name(Path file) {
        return dataset.folder().relativize(file).toString().replace('\\', '/');
    }
}
