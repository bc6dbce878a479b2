package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.model.TrainedModel;

/**
 * The result of training on one split.
 *
 * @param split the training, validation and test set
 * @param model trained
 * @param history the epochs of its training; empty for a classical model
 * @param predictions for the examples of the test set
 */
public record FoldResult(Split split, TrainedModel model, History history, Predictions predictions) {}
