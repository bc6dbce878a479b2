/**
 * Classical models on rows of numbers: k-nearest neighbours, support vector machines, logistic regression, k-means, and
 * the choice of their settings.
 *
 * <p>Conventions: a {@link io.github.jukelab.classic.FeatureVector} is one row, each column per feature; labels are places in the
 * list of {@link io.github.jukelab.classic.FeatureVectors}; every sample keeps its id and the track it was cut from, so that
 * subsets are parted by track and answers are joined to files. Arithmetic is in double; probabilities come out as floats.
 * Nothing here is random but by a seed: same samples, same settings, same model.
 *
 * <p>The way: {@link io.github.jukelab.classic.FeatureVectors} → {@link io.github.jukelab.classic.Classifier#fit} on the
 * training set → {@link io.github.jukelab.classic.Model#predict} on the other → predictions for {@code evaluation}.
 * Whatever is learnt from samples, {@linkplain io.github.jukelab.classic.StandardScaler means and deviations} and
 * {@linkplain io.github.jukelab.classic.GridSearch settings} included, is learnt from the training set.
 *
 * <p>The models find the optima that scikit-learn finds, and are tested against it; they are written out here since
 * each takes less than what a library brings along, and stops when it is interrupted.
 */
package io.github.jukelab.classic;
