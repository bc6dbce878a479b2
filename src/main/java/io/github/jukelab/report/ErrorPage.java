package io.github.jukelab.report;

import io.github.jukelab.HtmlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An evaluation as one HTML file, with the sounds of its errors: the report, pictures, the matrix, the ten worst. */
public final class ErrorPage {

    private static final String BEGIN = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="generator" content="jukelab evaluate">
            """;

    /** No script and nothing from outside, whatever a label is called. */
    private static final String HEAD = """
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:">
            <style>
            :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.4; }
            body { max-width: 75rem; margin: 0 auto; padding: 1rem; }
            h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
            pre { overflow-x: auto; line-height: 1.3; }
            table { border-collapse: collapse; margin: 0.5rem 0 1.5rem; }
            caption { padding-bottom: 0.5rem; }
            th, td { border: 1px solid rgba(128, 128, 128, 0.5); padding: 0.2rem 0.5rem; }
            summary { cursor: pointer; min-width: 2.5em; }
            </style>
            """;

    private ErrorPage() {}

    /**
     * The page.
     *
     * @param report its lines; the first is the title
     * @param pictures of the same evaluation, each an element
     * @param players of the same evaluation
     * @return an HTML document
     */
    public static String of(List<String> report, List<String> pictures, ErrorPlayers players) {
        String title = HtmlText.escape(report.get(0));
        String lines = report.stream().skip(1).map(HtmlText::escape).collect(Collectors.joining("\n"));
        return BEGIN + HEAD + "<title>" + title + "</title>\n</head>\n<body>\n<h1>" + title + "</h1>\n<pre>"
                + lines.strip() + "</pre>\n" + String.join("\n", pictures) + "\n<h2>Listen to the errors</h2>\n"
                + players.htmlWithAllPlayers()
                + "\n</body>\n</html>\n";
    }

    /**
     * Whether a file is such a page, by its beginning.
     *
     * @param file any file
     * @return whether it is one
     * @throws IOException if it cannot be read
     */
    public static boolean isPage(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGIN.length()), StandardCharsets.UTF_8).equals(BEGIN);
        }
    }
}
