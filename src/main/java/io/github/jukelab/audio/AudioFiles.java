package io.github.jukelab.audio;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The names that sound files go by: what to take of a folder whose other files are no sound. Once taken, a file's kind is
 * told by its content.
 */
public final class AudioFiles {

    private static final Set<String> ENDINGS = Set.of(
            "aac", "aif", "aifc", "aiff", "au", "caf", "flac", "m4a", "mp2", "mp3", "mp4", "oga", "ogg", "opus", "snd",
            "w64", "wav", "wave", "webm", "wma", "wv");

    private AudioFiles() {}

    /**
     * Whether a file is named as a sound: by its ending, in small or large letters. A hidden file, whose name begins with
     * a dot, is not, such as {@code ._track.wav}.
     *
     * @param file any path; it need not be there
     * @return true if so
     */
    public static boolean isAudioFile(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && name.contains(".") && ENDINGS.contains(ending);
    }
}
