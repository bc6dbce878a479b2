package io.github.jukelab.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** The files of the page: resources beside this class, of the types of a page. */
final class PageFiles {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    /** No folder, no class, nothing hidden. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+\\.(html|css|js|svg|png)");

    private PageFiles() {}

    /** A file's type and bytes. */
    record PageFile(String type, byte[] bytes) {}

    /**
     * Reads a file.
     *
     * @param name as in the address
     * @throws RequestFailure if there is none
     */
    static PageFile read(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw RequestFailure.notFound();
        }
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw RequestFailure.notFound();
            }
            return new PageFile(TYPES.get(name.substring(name.indexOf('.') + 1)), in.readAllBytes());
        }
    }
}
