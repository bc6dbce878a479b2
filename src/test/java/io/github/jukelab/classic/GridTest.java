package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridTest {

    @Test
    void everySettingOnceTheSimplestFirst() {
        assertThat(Grid.SVM.classifiers(480))
                .hasSize(36)
                .doesNotHaveDuplicates()
                .startsWith(Svm.rbf(0.3, 0.1 / 480), Svm.rbf(0.3, 0.25 / 480))
                .endsWith(Svm.rbf(100, 4.0 / 480));
        assertThat(Grid.LOGISTIC.classifiers(57))
                .hasSize(8)
                .startsWith(LogisticRegression.of(0.001))
                .endsWith(LogisticRegression.of(3));
        assertThat(Grid.KNN.classifiers(57)).startsWith(NearestNeighbours.of(1)).hasSize(5);
    }

    @Test
    void saysWhatIsTried() {
        assertThat(Grid.KNN).hasToString("nearest neighbours, k of 1, 3, 5, 9, 15");
    }
}
