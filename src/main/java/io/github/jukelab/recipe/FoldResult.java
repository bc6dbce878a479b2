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
 * @param chosen the settings that a classical model chose within its training data; empty for a network
 * @param predictions for the examples of the test set
 */
public record FoldResult(Split split, TrainedModel model, History history, String chosen, Predictions predictions) {}
