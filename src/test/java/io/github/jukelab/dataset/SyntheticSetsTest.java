package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all synthetic data sets have in common. */
class SyntheticSetsTest {

    private interface Generate {

        Dataset in(Path folder, long seed, Progress progress) throws DatasetException;
    }

    private interface At {

        Dataset of(Path folder) throws DatasetException;
    }

    @TempDir
    Path folder;

    /** Tracks of mp3 before encoding, because the encoder is a library's. */
    @ParameterizedTest
    @CsvSource({
        "music, amberwalk.00000, 7db6e3fb6f00db81d9cca2c5abb9f0e889ed1142992306308ee633eee7cdb67e",
        "music, hollowbell.00007, 931dcd9c1d7dfea7f5012fa93c55bb0ef744b2c17af1e10ef977e1355324f235",
        "animals, cat.00000, fda92b865257252ff444a3e61dcfabf6d997daafa1552abbfa2f88705b5bdd97",
        "animals, dog.00017, a72f3d0955a9b93378a45f509451165935906c57c1dafe9cdd8b62f8fea6c179",
        "tracks, emberstep.00003, 332cae3032d0fce03b3bba7c7715c6473d471d9c8b47cd3b258ef06e629bf7f6"
    })
    void theBytesAreReproducible(String kind, String track, String hash) throws NoSuchAlgorithmException {
        byte[] wav =
                switch (kind) {
                    case "music" -> SyntheticMusic.track(track, 42);
                    case "animals" -> SyntheticAnimals.clip(track, 42);
                    default -> SyntheticTracks.wave(track, 42).toWav();
                };
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wav)))
                .isEqualTo(hash);
    }

    static Stream<Arguments> reportsUnwritableFolders() {
        return Stream.of(
                Arguments.of("music", (Generate) SyntheticMusic::generate, (At) SyntheticMusic::at),
                Arguments.of("animals", (Generate) SyntheticAnimals::generate, (At) SyntheticAnimals::at),
                Arguments.of("tracks", (Generate) SyntheticTracks::generate, (At) SyntheticTracks::at));
    }

    @ParameterizedTest
    @MethodSource
    void reportsUnwritableFolders(String kind, Generate generate, At at) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> generate.in(file, 1, Progress.NONE))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("synthetic " + kind + " cannot be written");
        assertThatThrownBy(() -> at.of(folder)).hasMessageContaining("holds no track of synthetic " + kind);
    }
}
