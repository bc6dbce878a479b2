package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.dataset.Fault;
import io.github.jukelab.dataset.Finding;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.Leakage;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Overlap;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Training;
import io.github.jukelab.provenance.RunCard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables in place of long lines. */
class HtmlTest {

    private static final Split SPLIT = new Split(
            "by <track>",
            7,
            List.of("a", "b"),
            List.of(),
            List.of("c", "d"),
            new Leakage(Set.of(), Set.of("x"), 1, 2, 0));

    private static final RunCard CARD = RunCard.of(
            RunCard.Data.of("GTZAN", List.of("a", "b")),
            "by track",
            42,
            "CPU",
            new RunCard.Result(20, 0.85, 0.64, 0.948, 105, 200, 0.8, "Wilson over tracks", new TreeMap<>()));

    private static Evaluation evaluation(int correct, int wrong) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < correct + wrong; i++) {
            float[] probabilities = {i % 2 == 0 == i < correct ? 1 : 0, i % 2 == 0 == i < correct ? 0 : 1};
            rows.add(new Prediction("t" + i, "t" + i, i % 2, probabilities));
        }
        return Evaluation.of(new Predictions(List.of("cat", "dog"), rows));
    }

    private static String html(MimeBundle bundle) {
        return bundle.data().get(MimeBundle.HTML);
    }

    /** The text of its cells, row by row. */
    private static List<String> rows(MimeBundle bundle) {
        return Stream.of(html(bundle).split("<tr>"))
                .skip(2)
                .map(row -> row.replaceAll("</t[hd]>", "|")
                        .replaceAll("</tr>.*", "")
                        .replaceAll("<[^>]*>", ""))
                .toList();
    }

    @Test
    void aSplitIsATableOfSubsets() {
        MimeBundle bundle = Html.split(SPLIT);
        assertThat(rows(bundle)).containsExactly("train|2|50.0 %|", "validation|0|0.0 %|", "test|2|50.0 %|");
        assertThat(html(bundle))
                .contains("<caption>by &lt;track&gt;, seed 7</caption>", "<th scope=\"col\">tracks</th>")
                .endsWith("<p>1 of 2 held-out tracks (50.0 %) have a track by their artist in training.</p>");
        assertThat(bundle.data()).containsEntry(MimeBundle.TEXT, SPLIT.toString());
    }

    @Test
    void anEvaluationIsComparedWithTheMostFrequentLabel() {
        Evaluation clear = evaluation(18, 2);
        assertThat(rows(Html.evaluation(clear)))
                .containsExactly(
                        "correct|18 of 20|",
                        "accuracy|90.0 %|",
                        "95 % interval|69.9–97.2 %, Wilson over tracks|",
                        "chance|50.0 %|",
                        "always the most frequent label|50.0 %|",
                        "compared with that|clearly more|");
        assertThat(Html.evaluation(clear).data()).containsEntry(MimeBundle.TEXT, clear.toString());
        assertThat(rows(Html.evaluation(evaluation(2, 18)))).contains("compared with that|clearly less|");
        assertThat(rows(Html.evaluation(evaluation(10, 10)))).contains("compared with that|too few tracks to tell|");
    }

    @Test
    void aLeakageReportCountsWhatIsShared() {
        Track track = new Track("c", "rock", Optional.of("x"), Path.of("c"));
        LeakageReport report =
                new LeakageReport("by track", List.of(new Overlap("c", track, false, List.of("a"), Optional.empty())));
        assertThat(rows(Html.leakage(report)))
                .containsExactly("its track is in training|0|0.0 %|", "its artist is in training|1|100.0 %|");
        assertThat(rows(Html.leakage(new LeakageReport("by track", List.of()))))
                .contains("its artist is in training|0|–|");
        assertThat(Html.leakage(report).data()).containsEntry(MimeBundle.TEXT, report.toString());
    }

    @Test
    void anIntegrityReportHasARowPerFault() {
        IntegrityReport report = new IntegrityReport(
                "set",
                2,
                List.of(
                        new Finding("a.wav", "a", Fault.TOO_SHORT, "9 samples"),
                        new Finding("b.wav", "b", Fault.TOO_SHORT, "8 samples")),
                Map.of());
        assertThat(rows(Html.integrity(report))).containsExactly("too short|2|a.wav|9 samples|");
        assertThat(Html.integrity(report).data()).containsEntry(MimeBundle.TEXT, report.toString());
        assertThat(html(Html.integrity(new IntegrityReport("set", 2, List.of(), Map.of()))))
                .isEqualTo("<p>2 tracks were opened; nothing is wrong with any of them.</p>");
    }

    @Test
    void aRunCardIsATableWithItsSettings() {
        RunCard card = CARD.withSettings(
                        Map.of("counted", "pieces", "epochs", "150", "left out", "", "seed", "another"))
                .withShortened(true)
                .withInterrupted("after 3 of 20 epochs")
                .withProblems("skipped", List.of("a.wav: broken"));
        assertThat(rows(Html.card(card)))
                .containsExactly(
                        "data|GTZAN, 2 tracks|",
                        "split|by track|",
                        "seed|42|",
                        "accuracy|85.0 % of segments of 20 test tracks|",
                        "95 % interval|64.0–94.8 %, Wilson over tracks|",
                        "balanced accuracy|80.0 %|",
                        "shortened|yes: the accuracy is no result|",
                        "interrupted|after 3 of 20 epochs|",
                        "skipped|1 file|",
                        "backend|CPU|",
                        "time|105 s|",
                        "processor time|200 s|",
                        "counted|segments|",
                        "epochs|150|");
        assertThat(Html.card(card).data()).containsEntry(MimeBundle.TEXT, card.toString());
        RunCard without = RunCard.of(
                RunCard.Data.of("GTZAN", List.of("a")),
                "by track",
                42,
                "CPU",
                new RunCard.Result(0, 0, 0, 1, 5, 0, 0, "", new TreeMap<>()));
        assertThat(rows(Html.card(without))).noneMatch(row -> row.startsWith("accuracy"));
    }

    @Test
    void layersHaveTheirSettingsAndTheCaptionNamesOptimiserAndLoss() {
        MimeBundle bundle = Html.architecture(Architectures.fiveBlocks(new Shape(1, 128, 129), 10, 1));
        assertThat(rows(bundle))
                .contains(
                        "Conv2D|filters 16, kernel 3 x 3, strides 1, padding same, relu|16 x 128 x 129|160|",
                        "Dense|units 512, relu, L2 0.02|512|2,097,664|");
        assertThat(bundle.data().get(MimeBundle.TEXT))
                .contains("Adam(learning_rate 0.001", "sparse categorical cross-entropy");
        assertThat(html(bundle)).contains("<caption>", "Adam(learning_rate 0.001", "sparse categorical cross-entropy");
    }

    @Test
    void aTrainingIsATableOfItsSettings() {
        assertThat(rows(Html.training(Training.DEFAULT)))
                .contains("epochs|150|", "batch|128|")
                .anyMatch(row -> row.startsWith("learning rate|ReduceLROnPlateau(factor 0.95, patience 3"));
    }

    @Test
    void sentencesAreAParagraph() {
        assertThat(Html.paragraph(new Paragraph("a < b")).data())
                .containsEntry(MimeBundle.HTML, "<p>a &lt; b</p>")
                .containsEntry(MimeBundle.TEXT, "a < b");
    }
}
