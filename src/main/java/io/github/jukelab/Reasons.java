package io.github.jukelab;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.util.Locale;
import java.util.Optional;

/** What went wrong with a file, in words. */
public final class Reasons {

    private Reasons() {}

    /**
     * The reason of an exception without the file's name. Some exceptions have the name as their message, and the
     * reason in their type only.
     *
     * @param exception of reading or writing a file
     * @return such as {@code permission denied} or {@code No space left on device}
     */
    public static String of(IOException exception) {
        if (exception instanceof FileSystemException e) {
            return Optional.ofNullable(e.getReason()).orElseGet(() -> kind(e));
        }
        return Optional.ofNullable(exception.getMessage()).orElseGet(() -> kind(exception));
    }

    private static String kind(IOException exception) {
        if (exception instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (exception instanceof FileSystemLoopException) {
            return "a link to a folder that it is in";
        }
        String name = exception.getClass().getSimpleName().replace("Exception", "");
        return name.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
