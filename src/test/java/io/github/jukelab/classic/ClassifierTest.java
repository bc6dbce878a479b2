package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.Toys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {

    static Stream<Classifier> all() {
        return Stream.of(
                NearestNeighbours.of(3), Svm.rbf(10), Svm.linear(1), LogisticRegression.of(1), KMeans.of(3, 1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void predictsSeparableLabels(Classifier classifier) {
        FeatureVectors train = Toys.clouds(30, 0.5, 1);
        FeatureVectors test = Toys.clouds(30, 0.5, 2);
        for (Classifier each : List.of(classifier, classifier.standardised())) {
            Predictions predictions = each.fit(train).predict(test);
            assertThat(Evaluation.of(predictions).accuracy()).isEqualTo(1);
            assertThat(predictions.labels()).isEqualTo(test.labels());
            assertThat(predictions.rows())
                    .extracting(Prediction::id)
                    .isEqualTo(test.vectors().stream().map(FeatureVector::id).toList());
            assertThat(predictions.rows().get(5).track())
                    .isEqualTo(test.vectors().get(5).track());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameVectorsGiveTheSameModel(Classifier classifier) {
        FeatureVectors train = Toys.clouds(30, 4, 1);
        FeatureVectors test = Toys.clouds(30, 4, 2);
        assertThat(classifier.fit(train).predict(test))
                .isEqualTo(classifier.fit(train).predict(test));
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesOtherFeaturesAndLabels(Classifier classifier) {
        Model model = classifier.fit(Toys.clouds(30, 0.5, 1));
        FeatureVector sample = Toys.vector("s", "a", 1, 2);
        assertThatThrownBy(() ->
                        model.predict(FeatureVectors.of(List.of("x", "z"), List.of("a", "b", "c"), List.of(sample))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be [x, y], got [x, z]");
        assertThatThrownBy(
                        () -> model.predict(FeatureVectors.of(List.of("x", "y"), List.of("a", "b"), List.of(sample))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("labels must be [a, b, c], got [a, b]");
    }

    @ParameterizedTest
    @MethodSource("all")
    void anInterruptStopsTrainingAndPrediction(Classifier classifier) {
        FeatureVectors vectors = Toys.clouds(30, 4, 1);
        Model model = classifier.fit(vectors);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> classifier.fit(vectors).predict(vectors)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> model.predict(vectors)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsPrinted(Classifier classifier) {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed));
        try {
            classifier.fit(Toys.clouds(30, 4, 1));
        } finally {
            System.setOut(out);
        }
        assertThat(printed.size()).isZero();
    }

    @Test
    void neighboursVoteForTheProbability() {
        Model model = NearestNeighbours.of(3).fit(Toys.apart());
        Predictions predictions = model.predict(Toys.line("low", 0, 7, 20));
        assertThat(predictions.rows().get(0).probability(0)).isEqualTo(1);
        assertThat(predictions.rows().get(1).probability(1)).as("10, 11 and 3").isCloseTo(2 / 3f, within(1e-6f));
        assertThat(predictions.rows().get(2).probability(1)).isEqualTo(1);
    }

    @Test
    void equallyNearNeighboursAreTakenInOrder() {
        FeatureVectors duplicates = Toys.both(Toys.line("high", 1), Toys.line("low", -1));
        assertThat(predicted(NearestNeighbours.of(1).fit(duplicates), 0))
                .as("the high one comes first")
                .isEqualTo(1);
        assertThat(predicted(NearestNeighbours.of(2).fit(duplicates), 5))
                .as("of a tie the label listed first")
                .isZero();
    }

    private static int predicted(Model model, double at) {
        return model.predict(Toys.line("low", at)).rows().get(0).predicted();
    }

    @Test
    void refusesMoreNeighboursThanVectors() {
        assertThatThrownBy(() -> NearestNeighbours.of(0)).hasMessage("k must be at least 1, got 0");
        assertThatThrownBy(() -> NearestNeighbours.of(9).fit(Toys.apart()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("k must be at most the number of training vectors, 8, got 9");
    }

    /** The margin lies between 3 and 10, so its middle is 6.5 and half its width 3.5. */
    @Test
    void theMarginOnALineIsCorrect() {
        SupportVectors model = (SupportVectors) Svm.linear(10).fit(Toys.apart());
        assertThat(model.decisions(new double[] {6.5})[0]).isCloseTo(0, within(1e-3));
        assertThat(model.decisions(new double[] {3})[0]).isCloseTo(1, within(1e-3));
        assertThat(model.decisions(new double[] {10})[0]).isCloseTo(-1, within(1e-3));
        assertThat(model).hasToString("SupportVectors[2 vectors, 2 labels]");
    }

    /** Nothing can be learnt from equal feature vectors, but training must not fail. */
    @Test
    void acceptsEqualVectors() {
        FeatureVectors same = Toys.both(Toys.line("low", 5, 5), Toys.line("high", 5, 5));
        for (Classifier classifier :
                List.of(NearestNeighbours.of(2), Svm.rbf(1), Svm.linear(1), LogisticRegression.of(1))) {
            assertThat(classifier.standardised().fit(same).predict(same).rows()).hasSize(4);
        }
    }

    @Test
    void reportsProgressPairByPair() {
        List<String> reports = new ArrayList<>();
        Svm.rbf(1).fit(Toys.clouds(30, 1, 1), (done, total, what) -> reports.add(done + "/" + total + " " + what));
        assertThat(reports).containsExactly("1/3 a against b", "2/3 a against c", "3/3 b against c");
        reports.clear();
        KMeans.of(2, 1).fit(Toys.apart(), (done, total, what) -> reports.add(done + "/" + total + " " + what));
        assertThat(reports).hasSize(10).startsWith("1/10 start 1").endsWith("10/10 start 10");
    }

    @Test
    void refusesASingleLabel() {
        FeatureVectors low = Toys.line("low", 1, 2, 3);
        assertThatThrownBy(() -> Svm.rbf(1).fit(low))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an SVM needs at least two labels, got only low");
        assertThatThrownBy(() -> LogisticRegression.of(1).fit(low))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("logistic regression needs at least two labels, got only low");
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> Svm.rbf(0)).hasMessage("c must be positive and finite, got 0.0");
        assertThatThrownBy(() -> Svm.linear(Double.NaN)).hasMessage("c must be positive and finite, got NaN");
        assertThatThrownBy(() -> Svm.rbf(1, -2)).hasMessage("gamma must be positive and finite, got -2.0");
        assertThatThrownBy(() -> new Svm(Svm.Kernel.LINEAR, 1, Svm.rbf(1, 2).gamma(), Optional.empty()))
                .hasMessage("the linear kernel has no gamma, got 2.0");
        assertThatThrownBy(() -> LogisticRegression.of(Double.POSITIVE_INFINITY))
                .hasMessage("c must be positive and finite, got Infinity");
        assertThatThrownBy(() -> KMeans.of(0, 1)).hasMessage("k must be at least 1, got 0");
    }

    @Test
    void settingsReadWell() {
        assertThat(Svm.rbf(10)).hasToString("Svm[RBF, C 10, gamma scale]");
        assertThat(Svm.rbf(0.1, 0.003).standardised()).hasToString("Svm[RBF, C 0.1, gamma 0.003], standardised");
        assertThat(Svm.linear(1)).hasToString("Svm[linear, C 1]");
        assertThat(NearestNeighbours.of(5)).hasToString("NearestNeighbours[k 5]");
        assertThat(LogisticRegression.of(1)).hasToString("LogisticRegression[C 1]");
        assertThat(KMeans.of(10, 7)).hasToString("KMeans[k 10, seed 7]");
        assertThat(Svm.rbf(1).standardised().standardised())
                .isEqualTo(Svm.rbf(1).standardised());
    }

    @Test
    void modelsReadWell() {
        FeatureVectors vectors = Toys.apart();
        assertThat(NearestNeighbours.of(3).fit(vectors)).hasToString("NearestNeighbours[k 3 of 8 vectors]");
        assertThat(LogisticRegression.of(1).standardised().fit(vectors))
                .hasToString("Softmax[2 labels, 1 features], standardised");
    }

    /** Values as large as those of raw features: the optimum cannot be reached within the allowed steps. */
    @Test
    void refusesValuesThatAreTooLarge() {
        FeatureVectors large = Toys.both(
                Toys.line("low", 1e9, 3e9, 2e9, 7e9, 4.1e9, 9e9),
                Toys.line("high", 2.5e9, 1.5e9, 8e9, 3.3e9, 5e9, 1e8));
        assertThatThrownBy(() -> Svm.linear(1).fit(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no optimum after")
                .hasMessageContaining("standardise the features");
    }
}
