package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsGridTest {

    @Test
    void everySettingOnceTheSimplestFirst() {
        assertThat(SettingsGrid.SVM.classifiers(480))
                .hasSize(36)
                .doesNotHaveDuplicates()
                .startsWith(Svm.rbf(0.3, 0.1 / 480), Svm.rbf(0.3, 0.25 / 480))
                .endsWith(Svm.rbf(100, 4.0 / 480));
        assertThat(SettingsGrid.LOGISTIC.classifiers(57))
                .hasSize(8)
                .startsWith(LogisticRegression.of(0.001))
                .endsWith(LogisticRegression.of(3));
        assertThat(SettingsGrid.KNN.classifiers(57))
                .startsWith(NearestNeighbours.of(1))
                .hasSize(5);
    }

    @Test
    void saysWhatIsTried() {
        assertThat(SettingsGrid.KNN).hasToString("nearest neighbours, k of 1, 3, 5, 9, 15");
    }
}
