package io.github.jukelab.recipe;

import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.network.Network;

/**
 * What one training came to.
 *
 * @param split who was on which subset
 * @param network taught
 * @param history its epochs
 * @param predictions of the test set's examples
 * @param seconds that teaching and asking took
 */
public record FoldResult(Split split, Network network, History history, Predictions predictions, double seconds) {}
