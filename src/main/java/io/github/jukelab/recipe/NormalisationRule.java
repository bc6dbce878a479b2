package io.github.jukelab.recipe;

import io.github.jukelab.input.Examples;
import io.github.jukelab.input.StandardScaler;

/** To which examples the normalisation of a recipe is fitted. */
public enum NormalisationRule {
    /** No normalisation. */
    NONE {
        @Override
        StandardScaler scaler(Examples all, Examples train) {
            return StandardScaler.NONE;
        }
    },
    /** One mean and one standard deviation of the training set. */
    TRAIN {
        @Override
        StandardScaler scaler(Examples all, Examples train) {
            return StandardScaler.of(train);
        }
    },
    /** Those of each column of the training set. */
    TRAIN_BY_COLUMN {
        @Override
        StandardScaler scaler(Examples all, Examples train) {
            return StandardScaler.byColumn(train);
        }
    },
    /** Those of each row of each channel of the training set, such as each mel band. */
    TRAIN_BY_ROW {
        @Override
        StandardScaler scaler(Examples all, Examples train) {
            return StandardScaler.byRow(train);
        }
    },
    /** Those of each column of all examples, the test set included: a fault of an article. */
    ALL_BY_COLUMN {
        @Override
        StandardScaler scaler(Examples all, Examples train) {
            return StandardScaler.byColumn(all);
        }
    };

    abstract StandardScaler scaler(Examples all, Examples train);
}
