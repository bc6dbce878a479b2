package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalProgressTest {

    private final StringWriter written = new StringWriter();
    private long seconds;

    private TerminalProgress progress(boolean terminal) {
        return new TerminalProgress(new PrintWriter(written), terminal, () -> seconds * 1_000_000_000);
    }

    private static String line(int percent, String time, String what) {
        return String.format("  %3d %%  %12s  %s", percent, time, what);
    }

    @Test
    void withoutATerminalPrintsOneLinePerTenPercent() {
        TerminalProgress progress = progress(false);
        for (int done = 1; done <= 100; done++) {
            seconds = 2 * done;
            progress.report(done, 100, done + ".wav");
        }
        assertThat(written.toString()).doesNotContain("\r");
        List<String> lines = written.toString().lines().toList();
        assertThat(lines).hasSize(11);
        assertThat(lines).startsWith(line(1, "", "1.wav"), line(10, "3 min left", "10.wav"));
        assertThat(lines).contains(line(80, "40 s left", "80.wav")).endsWith(line(100, "in 3 min", "100.wav"));
    }

    @Test
    void inATerminalRedrawsOneLine() {
        TerminalProgress progress = progress(true);
        seconds = 10;
        progress.report(1, 4, "a long name.wav");
        progress.report(2, 4, "too soon to be drawn.wav");
        seconds = 30;
        progress.report(3, 4, "b.wav");
        progress.report(4, 4, "c.wav");
        assertThat(written)
                .hasToString('\r'
                        + line(25, "30 s left", "a long name.wav")
                        + '\r'
                        + line(75, "10 s left", "b.wav          ")
                        + '\r'
                        + line(100, "in 30 s", "c.wav")
                        + '\n');
    }

    @Test
    void endLineEndsALineThatWouldBeRedrawn() {
        TerminalProgress progress = progress(true);
        progress.endLine();
        assertThat(written.toString()).isEmpty();
        seconds = 10;
        progress.report(1, 2, "a.wav");
        progress.endLine();
        assertThat(written.toString()).endsWith("a.wav" + System.lineSeparator());
    }

    @Test
    void longNamesAreCutAtTheBeginning() {
        TerminalProgress progress = progress(false);
        seconds = 10;
        progress.report(1, 2, "folder/".repeat(10) + "01.wav");
        assertThat(written.toString().lines().findFirst().orElseThrow())
                .hasSize(79)
                .endsWith("  ...lder/folder/folder/folder/folder/folder/folder/01.wav");
    }

    @ParameterizedTest
    @CsvSource({"10, 1, 2, '  10 s left'", "99, 1, 3, ' 3 min left'", "6000, 1, 2, ' 1.7 h left'", "1, 1, 3, ''"})
    void showsTheTimeLeft(long elapsed, long done, long total, String text) {
        TerminalProgress progress = progress(false);
        seconds = elapsed;
        progress.report(done, total, "");
        assertThat(written.toString()).contains(text).matches("(?s).*%  .{12}  \\R");
    }

    @Test
    void showsNoTimeBeforeTheFirstStep() {
        TerminalProgress progress = progress(false);
        seconds = 10;
        progress.report(0, 7, "x");
        assertThat(written).hasToString(line(0, "", "x") + System.lineSeparator());
    }

    @Test
    void namesCannotControlTheTerminal() {
        progress(false).report(1, 2, "\u001b[2J\n\u202ea.wav");

        assertThat(written).hasToString(line(50, "", "\\u001b[2J\\u000a\\u202ea.wav") + System.lineSeparator());
    }
}
