package io.github.jukelab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorPageTest {

    @TempDir
    Path folder;

    private String page() throws IOException {
        Track track = new Track("a", "blues", Optional.empty(), folder.resolve("a.wav"));
        ErrorPlayers players = ErrorPlayers.of(
                new Predictions(
                        List.of("blues", "jazz"), List.of(new Prediction("a", "a", 0, new float[] {0.25f, 0.75f}))),
                new Dataset(Gtzan.INFO, folder, List.of(track)),
                PredictedSpan.TRACK,
                ErrorPlayers.Limits.PAGE,
                Progress.NONE);
        return ErrorPage.of(
                List.of("Evaluation of <m>", "", "0 % & more", "  mistakes"), List.of("<img alt=\"curve\">"), players);
    }

    @Test
    void hasTheReportTheMatrixAndTheWorst() throws IOException {
        assertThat(page())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .containsSubsequence(
                        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:\"",
                        "<title>Evaluation of &lt;m&gt;</title>",
                        "<h1>Evaluation of &lt;m&gt;</h1>",
                        "<pre>0 % &amp; more\n  mistakes</pre>",
                        "<img alt=\"curve\">",
                        "<caption",
                        "Confusion matrix",
                        "The only error",
                        ">sound</th>",
                        "</html>\n")
                .doesNotContain("<script", "http://", "https://", "<m>");
    }

    @Test
    void isKnownByItsBeginning() throws IOException {
        assertThat(ErrorPage.isPage(Files.writeString(folder.resolve("page.html"), page())))
                .isTrue();
        assertThat(ErrorPage.isPage(Files.writeString(folder.resolve("x.html"), "<!DOCTYPE html>\n<html>mine")))
                .isFalse();
    }
}
