package io.github.jukelab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.WriteLock;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.image.PictureFolder.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {

    private static final PictureFolder SHORT = new PictureFolder(SpecgramPicture.FIGURE, 0.3);

    @TempDir
    Path root;

    private final Map<String, Path> tracks = new LinkedHashMap<>();
    private Path pictures;

    @BeforeEach
    void tracks() throws IOException {
        pictures = root.resolve("img_data");
        track("blues.00000", "blues", 22_050);
        track("jazz.00007", "jazz", 22_050);
    }

    private void track(String id, String genre, int samples) throws IOException {
        float[] noise = new float[samples];
        Random random = new Random(id.hashCode());
        for (int i = 0; i < samples; i++) {
            noise[i] = random.nextFloat() - 0.5f;
        }
        Path file = root.resolve(genre).resolve(id + ".wav");
        Wave.of(noise, 22_050).write(file);
        tracks.put(id, file);
    }

    private Result rendered() throws IOException {
        return SHORT.into(pictures, tracks, Progress.NONE);
    }

    @Test
    void rendersOnePicturePerTrackInOneFolderPerGenre() throws IOException {
        List<String> reports = new ArrayList<>();
        Result done = SHORT.into(pictures, tracks, (i, total, what) -> reports.add(i + "/" + total + " " + what));
        Path blues = pictures.resolve("blues/blues00000.png");
        assertThat(done.files())
                .containsExactly(
                        Map.entry("blues.00000", blues),
                        Map.entry("jazz.00007", pictures.resolve("jazz/jazz00007.png")));
        assertThat(done).hasToString("Result[2 pictures rendered, 0 reused, 0 tracks skipped, in " + pictures + "]");
        assertThat(reports).hasSize(2).last().asString().startsWith("2/2 ");
        Wave beginning = Wave.read(tracks.get("blues.00000")).first(6615);
        assertThat(Picture.read(blues).pixels())
                .isEqualTo(SpecgramPicture.FIGURE.of(beginning).pixels());
    }

    @Test
    void keepsPicturesUnlessTheTrackIsNewer() throws IOException {
        rendered();
        Files.delete(pictures.resolve("jazz/jazz00007.png"));
        assertThat(rendered().rendered()).isEqualTo(1);
        assertThat(rendered().rendered()).isZero();
        Path picture = pictures.resolve("jazz/jazz00007.png");
        long now = Files.getLastModifiedTime(picture).toMillis();
        Files.setLastModifiedTime(tracks.get("jazz.00007"), FileTime.fromMillis(now + 5000));
        assertThat(rendered().rendered()).isEqualTo(1);
    }

    @Test
    void skipsAndNamesUnusableTracks() throws IOException {
        Path broken = Files.writeString(root.resolve("jazz/jazz.00054.wav"), "no sound");
        tracks.put("jazz.00054", broken);
        track("rock.00001", "rock", 2000);
        Result done = rendered();
        assertThat(done.files()).containsOnlyKeys("blues.00000", "jazz.00007");
        assertThat(done.skipped()).hasSize(2);
        assertThat(done.skipped().get(0)).startsWith(broken + ": ");
        assertThat(done.skipped().get(1))
                .isEqualTo(tracks.get("rock.00001") + ": too short for a picture: Wave[22050 Hz, 0.09 s, mono]");
    }

    @Test
    void readsPicturesByTrackId() throws IOException {
        Result done = rendered();
        assertThat(done.pictures(List.of("jazz.00007", "blues.00000")))
                .extracting(Picture::pixels)
                .containsExactly(
                        Picture.read(done.files().get("jazz.00007")).pixels(),
                        Picture.read(done.files().get("blues.00000")).pixels());
        assertThatThrownBy(() -> done.pictures(List.of("rock.00001")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("track must have a picture, got rock.00001");
    }

    @Test
    void refusesAFolderWithPicturesOfAnotherKind() throws IOException {
        rendered();
        assertThatThrownBy(() -> PictureFolder.AS_PRINTED.into(pictures, tracks, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage(pictures
                        + ": contains other pictures (FIGURE, the first 0.3 s at 22050 Hz); choose another folder");
    }

    @Test
    void refusesAFolderWithOtherFiles() {
        Path blues = root.resolve("blues");
        assertThatThrownBy(() -> SHORT.into(blues, tracks, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage(blues + ": is not empty and has no pictures.txt; choose another folder");
    }

    @Test
    void failsIfAPictureCannotBeWritten() throws IOException {
        rendered();
        Files.delete(pictures.resolve("jazz/jazz00007.png"));
        Files.delete(pictures.resolve("jazz"));
        Files.writeString(pictures.resolve("jazz"), "in the way");
        assertThatThrownBy(this::rendered)
                .isInstanceOf(PictureException.class)
                .hasMessageStartingWith(pictures.resolve("jazz/jazz00007.png") + ": cannot be written: ");
    }

    @Test
    void refusesTwoTracksWithTheSamePicture() {
        tracks.put("blues.0000.0", tracks.get("blues.00000"));
        assertThatThrownBy(this::rendered)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names must differ without their dots, got " + pictures.resolve("blues/blues00000.png")
                        + " twice");
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::rendered)
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted");
    }

    @Test
    void secondsMustBePositive() {
        assertThatThrownBy(() -> new PictureFolder(SpecgramPicture.FIGURE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seconds must be positive, got 0.0");
    }

    /** With another text in pictures.txt, existing folders would be refused. */
    @Test
    void textOfTheNoteIsUnchanged() throws IOException {
        PictureFolder.AS_PRINTED.into(root.resolve("pictures"), Map.of(), Progress.NONE);

        assertThat(root.resolve("pictures/pictures.txt")).hasContent("FIGURE, the first 5.0 s at 22050 Hz");
    }

    /** Two notebooks that need the pictures at once: the second has nothing left to render. */
    @Test
    void aSecondProgramWaitsForTheFirst() throws Exception {
        List<String> waiting = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Result> second;
        WriteLock first = WriteLock.of(pictures.resolve(".lock"), "", Progress.NONE);
        try (first) {
            second = CompletableFuture.supplyAsync(() -> {
                try {
                    return SHORT.into(pictures, tracks, (done, total, what) -> {
                        waiting.add(what);
                        started.countDown();
                    });
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            started.await();
            assertThat(pictures.resolve("pictures.txt")).doesNotExist();
        }
        assertThat(second.get().rendered()).isEqualTo(2);
        assertThat(new LinkedHashSet<>(waiting))
                .startsWith("waiting for another program that writes img_data")
                .hasSize(3);
    }
}
