package io.github.jukelab;

import java.nio.file.Path;

/** Says in messages where a path was looked for. */
public final class RelativePath {

    private RelativePath() {}

    /**
     * The end of a message such as {@code there is no such file}.
     *
     * @param path that was not found, as given
     * @return {@code in} and the current folder for a relative path; empty for an absolute one
     */
    public static String lookedIn(Path path) {
        return path.isAbsolute()
                ? ""
                : " in " + path.getFileSystem().getPath("").toAbsolutePath();
    }
}
