package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.image.SpecgramPicture;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracksKeyTest {

    private static final MelWindows WINDOWS = MelWindows.REPAIRED;
    private static final ResizedSpectrogram CLIP = ResizedSpectrogram.REPAIRED;

    @TempDir
    Path folder;

    private Path file;
    private Track track;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("a/1.wav");
        Waves.noise(100_000, 1).write(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        track = new Track("a/1", "a", Optional.empty(), file);
    }

    private static String key(Track... tracks) {
        return TracksKey.ofUsedSound(List.of(tracks)).with(WINDOWS);
    }

    @Test
    void changesWithEachSetting() {
        List<Preprocessing> others = new ArrayList<>(List.of(
                WINDOWS,
                WINDOWS.withSamples(500_000),
                WINDOWS.withWindows(33_000, 33_000),
                WINDOWS.withWindows(30_000, 16_500),
                WINDOWS.withStft(Stft.of(2048)),
                WINDOWS.withStft(Stft.of(1024).withHop(100)),
                WINDOWS.withMel(MelBank.of(64, 22_050)),
                WINDOWS.withMel(MelBank.of(128, 16_000)),
                WINDOWS.withScale(Scale.POWER),
                WINDOWS.withDelta(true),
                SpectrogramImage.AS_PRINTED,
                SpectrogramImage.REPAIRED,
                SpectrogramImage.REPAIRED.windows(1),
                SpectrogramImage.REPAIRED.windows(6),
                CLIP,
                FeatureVectorInput.of(Preset.KAGGLE_2020),
                FeatureVectorInput.of(Preset.LIBROSA),
                FeatureVectorInput.AS_PUBLISHED,
                MelStatisticsInput.of(MelStatistics.DEFAULT),
                MelStatisticsInput.of(MelStatistics.DEFAULT).withRate(16_000),
                MelStatisticsInput.of(MelStatistics.DEFAULT).withWindows(22_050, 22_050)));
        SpectrogramImage image = SpectrogramImage.REPAIRED;
        others.add(image(image.rate() + 1, image.samples(), image.style(), image.height(), image.width()));
        others.add(image(image.rate(), image.samples() + 1, image.style(), image.height(), image.width()));
        others.add(image(image.rate(), image.samples(), SpecgramPicture.FIGURE, image.height(), image.width()));
        others.add(image(image.rate(), image.samples(), image.style(), image.height() + 1, image.width()));
        others.add(image(image.rate(), image.samples(), image.style(), image.height(), image.width() + 1));
        for (ResizedSpectrogram.PadMode pad : ResizedSpectrogram.PadMode.values()) {
            for (ResizedSpectrogram.Representation kind : ResizedSpectrogram.Representation.values()) {
                if (pad != CLIP.padMode() || kind != CLIP.representation()) {
                    others.add(new ResizedSpectrogram(
                            CLIP.rate(),
                            CLIP.samples(),
                            pad,
                            kind,
                            CLIP.interpolation(),
                            CLIP.height(),
                            CLIP.width(),
                            CLIP.normalisation()));
                }
            }
        }
        TracksKey key = TracksKey.ofUsedSound(List.of(track));

        assertThat(others.stream().map(key::with)).doesNotHaveDuplicates();
    }

    private static SpectrogramImage image(int rate, int samples, SpecgramPicture style, int height, int width) {
        return new SpectrogramImage(
                rate, samples, style, SpectrogramImage.REPAIRED.interpolation(), height, width, StandardScaler.NONE);
    }

    /** The network does it. */
    @Test
    void doesNotChangeWithTheNormalisation() {
        TracksKey key = TracksKey.ofUsedSound(List.of(track));
        assertThat(key.with(WINDOWS.withNormalisation(new StandardScaler(1, 2))))
                .isEqualTo(key.with(WINDOWS));
    }

    @Test
    void changesWithTheContentOfAFile() throws IOException {
        List<String> keys = new ArrayList<>(List.of(key(track)));
        byte[] whole = Files.readAllBytes(file);
        for (int at : List.of(50, whole.length - 50)) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 1;
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
            keys.add(key(track));
        }
        Files.write(file, whole);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_001));
        keys.add(key(track));
        Files.delete(file);
        keys.add(key(track));
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void changesWithIdPartAndNumberOfTracksButNotWithLabelOrFolder() throws IOException {
        Path copy = Files.copy(file, folder.resolve("copy.wav"), StandardCopyOption.COPY_ATTRIBUTES);
        Track renamed = new Track("a/2", "a", Optional.empty(), file);
        Track part = new Track("a/1", "a", Optional.empty(), file, Optional.of(new TimeSpan(1, 2)));
        Track otherPart = new Track("a/1", "a", Optional.empty(), file, Optional.of(new TimeSpan(1, 3)));

        assertThat(List.of(key(track), key(renamed), key(part), key(otherPart), key(track, renamed)))
                .doesNotHaveDuplicates();
        assertThat(key(new Track("a/1", "b", Optional.of("artist"), copy))).isEqualTo(key(track));
    }

    /** Findings name the file within the folder of the data set. */
    @Test
    void aCheckedDataSetMayMoveAsAWhole() throws IOException {
        Path sounds = Files.move(
                        folder.resolve("a"),
                        Files.createDirectories(folder.resolve("one/sounds")).resolve("a"))
                .getParent();
        String key = checked(AudioFolder.at(sounds));
        Path moved = Files.move(
                sounds, Files.createDirectories(folder.resolve("two")).resolve("sounds"));
        assertThat(checked(AudioFolder.at(moved))).isEqualTo(key).isNotEqualTo(key(track));
    }

    private static String checked(Dataset dataset) {
        return TracksKey.ofChecked(dataset).with(WINDOWS);
    }
}
