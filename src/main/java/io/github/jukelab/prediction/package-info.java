/**
 * Predictions of a model for many sound files, of any length: a run with a journal, and its results as a table, as JSON
 * or as label files of Audacity and Raven.
 *
 * <p>Conventions: times in seconds from the beginning of a sound; files are called by their path in the folder that was
 * named; what is kept in the journal depends on neither the format nor on what is shown of it.
 *
 * <p>Main types: {@link io.github.jukelab.prediction.FilePredictor}, which predicts; {@link
 * io.github.jukelab.prediction.FilePredictions}, what it gave; {@link io.github.jukelab.prediction.PredictionView}, what
 * of it is shown; {@link io.github.jukelab.prediction.PredictionFormat}, how that is written.
 *
 * <p>Sources: the manual of Audacity 3 (importing and exporting labels); the user's guide of Raven Pro 1.6 (selection
 * tables).
 */
package io.github.jukelab.prediction;
