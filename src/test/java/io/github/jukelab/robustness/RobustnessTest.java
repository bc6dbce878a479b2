package io.github.jukelab.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.ChangeEffect;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.RobustnessReport;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.SmallModel;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.model.UnsavedModel;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a model that knows the level of a sound and nothing else. */
class RobustnessTest {

    private static final double BORDER = 0.1;

    @TempDir
    Path folder;

    private List<Track> tracks;

    /** More probable is loud, the more the level is above {@link #BORDER}. */
    private record LevelModel(Optional<Preprocessing> preprocessing) implements UnsavedModel {

        @Override
        public List<String> labels() {
            return List.of("soft", "loud");
        }

        @Override
        public SoundPrediction predict(Recording recording) throws AudioException {
            float[] samples = new float[Math.toIntExact(recording.length())];
            try (SampleReader reader = recording.reader()) {
                reader.read(samples, 0, samples.length);
            }
            double sum = 0;
            for (float sample : samples) {
                sum += sample * sample;
            }
            double level = Math.sqrt(sum / samples.length);
            float loud = (float) (level / (level + BORDER));
            return new SoundPrediction(
                    labels(), List.of(new SoundPrediction.Segment(0, 1, new float[] {1 - loud, loud})));
        }

        @Override
        public Predictions predict(Examples examples) {
            throw new UnsupportedOperationException();
        }
    }

    private static final LevelModel MODEL = new LevelModel(Optional.of(MelWindows.REPAIRED));

    /** Sines of a level of 0.03, 0.07 (6 dB make it 0.14), 0.15 and 0.3. */
    @BeforeEach
    void write() throws IOException {
        tracks = new ArrayList<>(List.of(
                track("a", "soft", 0.03), track("b", "soft", 0.07), track("c", "loud", 0.15), track("d", "loud", 0.3)));
    }

    private Track track(String id, String label, double level) throws IOException {
        Path file = folder.resolve(id + ".wav");
        double peak = level * Math.sqrt(2);
        Waves.of(Waves.RATE, i -> peak * Math.sin(2 * Math.PI * 440 * i / Waves.RATE))
                .write(file);
        return new Track(id, label, Optional.empty(), file);
    }

    private RobustnessReport report(TrainedModel model) throws IOException {
        return Robustness.of(model, tracks, Changes.ALL, Progress.NONE);
    }

    @Test
    void levelsChangeTheAnswersOfAModelOfLevels() throws IOException {
        RobustnessReport report = report(MODEL);
        assertThat(report.before().correctIds()).containsExactly("a", "b", "c", "d");
        assertThat(report.effects())
                .extracting(ChangeEffect::change)
                .isEqualTo(Changes.ALL.stream().map(Change::name).toList());
        assertThat(report.effects())
                .filteredOn(effect -> effect.changed() > 0)
                .containsExactly(
                        new ChangeEffect("6 dB softer", 4, 1, 4, 1, 0), new ChangeEffect("6 dB louder", 4, 1, 4, 1, 0));
        assertThat(report.changedIds()).containsExactly("b", "c");
        assertThat(report.after().get("6 dB softer").correctIds()).containsExactly("a", "b", "d");
        assertThat(report.skipped()).isEmpty();
        assertThat(report(MODEL)).isEqualTo(report);
    }

    /** The label is wrong before, and right when the sound is softer. */
    @Test
    void aChangeMayMakeAnAnswerRight() throws IOException {
        tracks.set(2, track("c", "soft", 0.15));
        assertThat(report(MODEL).effects().get(0)).isEqualTo(new ChangeEffect("6 dB softer", 4, 1, 3, 0, 1));
    }

    @Test
    void onlyAPartOfAFileIsUsed() throws IOException {
        Wave loud = tracks.get(3).read();
        Waves.of(2 * Waves.RATE, i -> i < Waves.RATE ? 0 : loud.sample(i - Waves.RATE))
                .write(folder.resolve("long.wav"));
        Track part = new Track(
                "long", "loud", Optional.empty(), folder.resolve("long.wav"), Optional.of(new TimeSpan(1, 2)));
        RobustnessReport report = Robustness.of(MODEL, List.of(part), Changes.ALL, Progress.NONE);
        assertThat(report.before().rows().get(0).probability(1)).isCloseTo(0.75f, within(1e-3f));
    }

    @Test
    void aModelOfFeaturesIsTested() throws IOException {
        tracks = List.of(new Track("a", "cat", Optional.empty(), tracks.get(0).file()));
        assertThat(report(SmallModel.catOrDog()).effects()).hasSize(12).allMatch(effect -> effect.tracks() == 1);
    }

    @Test
    void filesThatCannotBeUsedAreNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.wav"), "not a sound");
        Path brief = folder.resolve("brief.wav");
        Waves.noise(1000, 1).write(brief);
        tracks.add(new Track("broken", "soft", Optional.empty(), broken));
        tracks.add(0, new Track("brief", "soft", Optional.empty(), brief));
        RobustnessReport report = report(MODEL);
        assertThat(report.before().rows()).extracting("id").containsExactly("a", "b", "c", "d");
        assertThat(report.skipped())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo(brief + ": too short to start 0.3 s later: it has 1000 samples"),
                        line -> assertThat(line).startsWith(broken + ": "));
        tracks.subList(1, 5).clear();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> report(MODEL))
                .withMessageStartingWith("no track can be used; the first: " + brief);
    }

    @Test
    void anInterruptEndsTheRun() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> report(MODEL));
    }

    @Test
    void rejectsWhatCannotBeCompared() {
        assertThatThrownBy(() -> report(new LevelModel(Optional.empty())))
                .hasMessageContaining("cannot predict for sound: ");
        assertThatThrownBy(() -> Robustness.of(MODEL, List.of(), Changes.ALL, Progress.NONE))
                .hasMessage("tracks must be at least 1, got 0");
        assertThatThrownBy(() -> Robustness.of(MODEL, tracks, List.of(), Progress.NONE))
                .hasMessage("changes must be at least 1, got 0");
        assertThatThrownBy(() -> Robustness.of(MODEL, tracks, List.of(Changes.MP3, Changes.MP3), Progress.NONE))
                .hasMessage("changes must be unique, got MP3 at 64 kbit/s twice");
        tracks.add(new Track("x", "silent", Optional.empty(), folder));
        assertThatThrownBy(() -> report(MODEL))
                .hasMessageStartingWith("label of x must be one of [soft, loud], got silent");
    }
}
