package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.check.CheckReport;
import io.github.jukelab.check.Concern;
import io.github.jukelab.check.Topic;
import io.github.jukelab.dataset.FolderReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** All that a check found as a page of HTML in one file, without scripts, for light and dark. */
final class CheckPage {

    private static final String START = """
            <!DOCTYPE html>
            <html lang="en"><!-- jukelab check -->
            """;

    private static final String STYLE = """
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
            table { border-collapse: collapse; width: 100%; }
            td { padding: .2em 1em .2em 0; border-top: 1px solid #8886; vertical-align: top; overflow-wrap: anywhere; }
            td:first-child { width: 40%; }
            .error { border-left: .3em solid #d33; padding-left: .7em; }
            .warning { border-left: .3em solid #c90; padding-left: .7em; }
            </style>
            """;

    private CheckPage() {}

    /** The page. */
    static String of(FolderReport folder, CheckReport report) {
        String sections =
                report.topics().stream().map(topic -> section(topic, report)).collect(Collectors.joining());
        return START + STYLE + "<title>Check of " + escaped(folder.dataset().title()) + "</title>\n"
                + "<h1>Check of " + escaped(folder.dataset().title()) + "</h1>\n"
                + "<p><strong>" + escaped(report.verdict()) + "</strong></p>\n"
                + "<p>" + escaped(report.summary()) + "</p>\n"
                + "<p>" + escaped(folder.toString()) + "</p>\n" + skippedRows(folder) + sections + "</html>\n";
    }

    private static String skippedRows(FolderReport folder) {
        if (folder.skippedRows().isEmpty()) {
            return "";
        }
        String rows = folder.skippedRows().stream()
                .map(row -> "<tr><td>" + escaped(row) + "</td></tr>\n")
                .collect(Collectors.joining());
        return "<h2 class=\"warning\">rows of the label table not used: "
                + folder.skippedRows().size() + "</h2>\n<table>\n" + rows + "</table>\n";
    }

    private static String section(Topic topic, CheckReport report) {
        String kind = topic.stops() ? "error" : "warning";
        String rows = report.of(topic).stream().map(CheckPage::row).collect(Collectors.joining());
        return "<h2 class=\"" + kind + "\">" + kind + ": " + escaped(topic.title()) + ": "
                + report.of(topic).size() + "</h2>\n<p>" + escaped(topic.advice()) + "</p>\n<table>\n" + rows
                + "</table>\n";
    }

    private static String row(Concern concern) {
        return "<tr><td>" + escaped(concern.place()) + "</td><td>" + escaped(concern.detail()) + "</td></tr>\n";
    }

    private static String escaped(String text) {
        return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Whether a file begins as a page of this command does. */
    static boolean isPage(Path file) throws IOException {
        byte[] start = START.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(start.length), start);
        }
    }
}
