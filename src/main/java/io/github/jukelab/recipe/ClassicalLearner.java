package io.github.jukelab.recipe;

import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.classic.Classifier;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import java.util.List;

/**
 * A classical model. It needs neither epochs nor a seed nor the validation set.
 *
 * @param classifier nearest neighbours, an SVM or logistic regression, with their settings
 */
public record ClassicalLearner(Classifier classifier) implements Learner {

    @Override
    public int epochs() {
        return 1;
    }

    @Override
    public Learned train(
            Preprocessing fitted, Examples train, Examples validation, RunSettings settings, RunListener listener) {
        ClassicalModel model = ClassicalModel.fit(classifier, train, fitted, listener.progress("training"));
        return new Learned(model, new History(List.of()));
    }

    @Override
    public ClassicalLearner withClassWeight(ClassWeight classWeight) {
        return new ClassicalLearner(classifier.withClassWeight(classWeight));
    }

    @Override
    public String description(RunSettings settings) {
        return classifier.toString();
    }

    @Override
    public Record settings(Preprocessing preprocessing) {
        return this;
    }
}
