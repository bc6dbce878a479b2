package io.github.jukelab.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.jukelab.FileState;
import io.github.jukelab.PathText;
import io.github.jukelab.Progress;
import io.github.jukelab.Sha256;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetInfo;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that decides the examples of some tracks but the preprocessing: how their files are read, their ids and
 * parts, and the {@link FileState} of each file. Labels do not count, and neither does the folder that the files are in.
 *
 * @param tracks in their order
 * @param text one line per track
 */
record TracksKey(List<Track> tracks, String text) {

    /** To be raised when a preprocessing gives other values, or what is kept of them changes. */
    private static final int VERSION = 1;

    private static final int DIGITS = 32;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** Of each file only the sound that the preprocessing uses is read. */
    static TracksKey ofUsedSound(List<Track> tracks) {
        return new TracksKey(tracks, lines(Stream.of("used sound"), tracks, track -> ""));
    }

    /** All of each file is read, and compared with what the data set should be. */
    static TracksKey ofChecked(Dataset dataset) {
        DatasetInfo info = dataset.info();
        return new TracksKey(
                dataset.tracks(),
                lines(
                        Stream.of("checked", info.title(), "" + info.rate(), "" + info.samples(), "" + info.trackIds()),
                        dataset.tracks(),
                        track -> PathText.of(dataset.folder().relativize(track.file()))));
    }

    private static String lines(Stream<String> first, List<Track> tracks, Function<Track, String> name) {
        return Stream.concat(first, tracks.stream().map(track -> line(track, name.apply(track))))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Track track, String name) {
        Progress.checkInterrupted();
        return String.join("\t", track.id(), track.partId(), name, state(track));
    }

    /** A file that cannot be read is not usable; when it can be, the key changes. */
    private static String state(Track track) {
        try {
            return FileState.of(track.file());
        } catch (IOException e) {
            return "cannot be read";
        }
    }

    /**
     * A checksum of all that decides the values.
     *
     * @param preprocessing all but its last step, which the network does
     */
    String with(Preprocessing preprocessing) {
        try {
            String settings = JSON.writeValueAsString(preprocessing.withNormalisation(StandardScaler.NONE));
            String kind = preprocessing.getClass().getSimpleName();
            return Sha256.of("version " + VERSION + "\n" + kind + settings + "\n" + text)
                    .substring(0, DIGITS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every preprocessing can be written as JSON", e);
        }
    }
}
