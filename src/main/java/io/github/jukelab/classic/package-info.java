/**
 * Classical models on feature vectors: k-nearest neighbours, support vector machines, logistic regression, k-means, and
 * grid search of their settings.
 *
 * <p>Conventions: a {@link io.github.jukelab.input.FeatureVector} has one value per feature; labels are indices into
 * the label list of {@link io.github.jukelab.input.FeatureVectors}; every vector keeps its id and its track, so that
 * splits are by track and predictions can be joined to files. Arithmetic is in double; probabilities are returned as
 * floats. All random numbers come from a seed: the same vectors and settings give the same model.
 *
 * <p>Workflow: {@link io.github.jukelab.input.FeatureVectors} → {@link io.github.jukelab.classic.Classifier#fit} on
 * the training set → {@link io.github.jukelab.classic.Model#predict} on the test set → predictions for {@code
 * evaluation}. Everything that is fitted, {@linkplain io.github.jukelab.input.StandardScaler means and standard
 * deviations} and {@linkplain io.github.jukelab.classic.GridSearch settings} included, is fitted on the training set.
 *
 * <p>The models find the optima that scikit-learn finds, and are tested against it; they are implemented here because
 * each is smaller than a library would be, and stops when it is interrupted.
 */
package io.github.jukelab.classic;
