package io.github.jukelab.audio;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises audio files by the extension of their names, to select them in a folder. When a file is read, its format
 * is detected from its content.
 */
public final class AudioFiles {

    private static final Set<String> EXTENSIONS = Set.of(
            "aac", "aif", "aifc", "aiff", "au", "caf", "flac", "m4a", "mp2", "mp3", "mp4", "oga", "ogg", "opus", "snd",
            "w64", "wav", "wave", "webm", "wma", "wv");

    private AudioFiles() {}

    /**
     * Whether a file has the extension of an audio format, in lower or upper case. A hidden file, whose name starts
     * with a dot, such as {@code ._track.wav}, is not an audio file.
     *
     * @param file any path; the file need not exist
     * @return true for an audio file
     */
    public static boolean isAudioFile(Path file) {
        return file.getFileName() != null && isAudioFile(file.getFileName().toString());
    }

    /**
     * The same for a name that need not be a path on this system, such as one in an archive.
     *
     * @param name without folders
     * @return true for an audio file
     */
    public static boolean isAudioFile(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && name.contains(".") && EXTENSIONS.contains(extension);
    }
}
