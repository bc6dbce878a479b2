package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CurveModelTest {

    @Test
    void featuresFollowAColon() {
        CurveModel table = CurveModel.of("logistic:table");
        assertThat(table.recipe()).isEqualTo(BaselineRecipes.on(BaselineRecipes.LOGISTIC, FeatureKind.TABLE));
        assertThat(table.isNetwork()).isFalse();
        assertThat(table).hasToString("logistic:table");
        CurveModel network = CurveModel.of("small-windows");
        assertThat(network.recipe()).isEqualTo(SmallWindowsRecipe.MUSIC);
        assertThat(network.isNetwork()).isTrue();
    }

    @Test
    void severalKindsStandSideBySide() {
        CurveModel both = CurveModel.of("logistic:table,mel-statistics");
        assertThat(both.recipe())
                .isEqualTo(BaselineRecipes.on(BaselineRecipes.LOGISTIC, FeatureKind.TABLE, FeatureKind.MEL_STATISTICS));
        assertThatThrownBy(() -> CurveModel.of("logistic:table,"))
                .hasMessageStartingWith("features must be one of [table, mel-statistics");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> CurveModel.of("logistics:table"))
                .hasMessageStartingWith("recipe must be one of ")
                .hasMessageEndingWith(", got logistics");
        assertThatThrownBy(() -> CurveModel.of("svm:tables"))
                .hasMessageStartingWith("features must be one of [table, mel-statistics")
                .hasMessageEndingWith("got tables");
        assertThatThrownBy(() -> CurveModel.of("small-windows:table"))
                .hasMessageContaining("features can be chosen for svm, logistic, knn, dense, not for small-windows");
    }
}
