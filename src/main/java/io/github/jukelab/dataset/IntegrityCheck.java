package io.github.jukelab.dataset;

import io.github.jukelab.Parallel;
import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Opens every file of a data set once. */
final class IntegrityCheck {

    private final Dataset dataset;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> contents = new HashMap<>();
    private final Map<String, String> duplicates = new HashMap<>();

    private IntegrityCheck(Dataset dataset) {
        this.dataset = dataset;
    }

    static IntegrityReport of(Dataset dataset, BiConsumer<Track, Wave> reader, Progress progress)
            throws DatasetException {
        IntegrityCheck check = new IntegrityCheck(dataset);
        check.open(reader, progress);
        check.strays();
        check.missing();
        check.findings.sort(Comparator.comparing(Finding::fault).thenComparing(Finding::file));
        return new IntegrityReport(dataset.title(), dataset.tracks().size(), check.findings, check.duplicates);
    }

    /** What one file turned out to be; its content is empty if it could not be decoded. */
    record Opened(String content, List<Finding> findings) {}

    private void open(BiConsumer<Track, Wave> reader, Progress progress) throws DatasetException {
        List<Track> tracks = dataset.tracks();
        try {
            List<Callable<Opened>> jobs = new ArrayList<>();
            tracks.forEach(track -> jobs.add(() -> opened(
                    dataset.info(), track.id(), track.file(), name(track.file()), wave -> reader.accept(track, wave))));
            List<Opened> all = Parallel.run(jobs, tracks.stream().map(Track::id).toList(), progress);
            for (int i = 0; i < all.size(); i++) {
                findings.addAll(all.get(i).findings());
                twin(tracks.get(i), all.get(i).content());
            }
        } catch (ExecutionException e) {
            throw new DatasetException(dataset.folder(), "cannot be checked: " + e.getCause());
        }
    }

    /** Decodes one file, compares it with what is declared, and passes the sound on. */
    static Opened opened(DatasetInfo info, String track, Path file, String name, Consumer<Wave> reader) {
        try {
            Wave wave = Wave.read(file);
            List<Finding> findings = new ArrayList<>();
            wave.warnings().forEach(warning -> findings.add(new Finding(name, track, Fault.DAMAGED, warning)));
            int rate = info.rate().orElse(wave.rate());
            if (wave.rate() != rate) {
                findings.add(new Finding(name, track, Fault.WRONG_RATE, wave.rate() + " Hz, expected " + rate + " Hz"));
            }
            long least = (long) info.samples().orElse(1) * wave.rate() / rate;
            if (wave.length() < least) {
                findings.add(new Finding(
                        name, track, Fault.TOO_SHORT, wave.length() + " samples, expected at least " + least));
            }
            reader.accept(wave);
            return new Opened(content(wave), findings);
        } catch (AudioException e) {
            return new Opened("", List.of(new Finding(name, track, Fault.BROKEN, reason(e))));
        }
    }

    /** The message without the file's name, which the finding has already. */
    private static String reason(AudioException e) {
        return e.getMessage().replace(e.file() + ": ", "");
    }

    /** A fingerprint of the decoded samples: equal for a wav and an au of the same sound. */
    private static String content(Wave wave) {
        float[] samples = wave.samples();
        ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length);
        bytes.asFloatBuffer().put(samples);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void twin(Track track, String content) {
        if (content.isEmpty()) {
            return;
        }
        String first = contents.putIfAbsent(content, track.id());
        if (first != null) {
            duplicates.put(track.id(), first);
            findings.add(new Finding(name(track.file()), track.id(), Fault.DUPLICATED, "same samples as " + first));
        }
    }

    /** Where any track may be there, no file is a stray. */
    private void strays() throws DatasetException {
        if (dataset.info().trackIds().isEmpty()) {
            return;
        }
        for (String label : dataset.info().labels()) {
            for (Path file : TrackFinder.files(dataset.folder(), label)) {
                String name = file.getFileName().toString();
                if (TrackFinder.trackOf(dataset.info(), name).isEmpty()) {
                    findings.add(new Finding(name(file), name, Fault.STRAY, why(name)));
                }
            }
        }
    }

    static String why(String name) {
        return name.startsWith("._") ? "resource fork that macOS leaves in archives" : "no track of the data set";
    }

    private void missing() {
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
