package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.network.Network;

/**
 * The result of training on one split.
 *
 * @param split the training, validation and test set
 * @param network trained
 * @param history the epochs of its training
 * @param predictions for the examples of the test set
 * @param seconds duration of training and prediction
 */
public record FoldResult(Split split, Network network, History history, Predictions predictions, double seconds) {}
