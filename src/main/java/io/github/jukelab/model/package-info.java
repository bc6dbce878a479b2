/**
 * What networks and classical models have in common: they predict for examples and sounds, and are saved with all that
 * is needed to do so again.
 *
 * <p>Conventions: labels are in the order of the probabilities; a file appears whole or not at all.
 *
 * <p>Main types: {@link io.github.jukelab.model.TrainedModel}; {@link io.github.jukelab.model.ModelFile}, the file of
 * one.
 *
 * <p>Sources: scikit-learn's {@code fit} and {@code predict}, for the idea of one door.
 */
package io.github.jukelab.model;
