package io.github.jukelab.classic;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The settings of a kind of classifier that are worth trying on standardised features, the simplest first. */
public enum SettingsGrid {
    /** Support vector machines with the RBF kernel: C from 0.3 to 100, gamma from 0.1 to 4 divided by the columns. */
    SVM("SVM, RBF kernel, C of 0.3, 1, 3, 10, 30, 100, gamma of 0.1, 0.25, 0.5, 1, 2, 4 divided by the columns") {
        @Override
        public List<Classifier> classifiers(int columns) {
            return DoubleStream.of(0.3, 1, 3, 10, 30, 100)
                    .boxed()
                    .flatMap(c -> DoubleStream.of(0.1, 0.25, 0.5, 1, 2, 4)
                            .mapToObj(gamma -> (Classifier) Svm.rbf(c, gamma / columns)))
                    .toList();
        }
    },
    /** Logistic regression: C from 0.001 to 3. */
    LOGISTIC("logistic regression, C of 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3") {
        @Override
        public List<Classifier> classifiers(int columns) {
            return Stream.of(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
                    .map(c -> (Classifier) LogisticRegression.of(c))
                    .toList();
        }
    },
    /** Nearest neighbours: from 1 to 15. */
    KNN("nearest neighbours, k of 1, 3, 5, 9, 15") {
        @Override
        public List<Classifier> classifiers(int columns) {
            return IntStream.of(1, 3, 5, 9, 15)
                    .mapToObj(k -> (Classifier) NearestNeighbours.of(k))
                    .toList();
        }
    };

    private final String text;

    SettingsGrid(String text) {
        this.text = text;
    }

    /**
     * The classifiers, not {@linkplain Classifier#standardised standardised}.
     *
     * @param columns number of features, at least 1
     * @return one per setting
     */
    public abstract List<Classifier> classifiers(int columns);

    @Override
    public String toString() {
        return text;
    }
}
