/**
 * Every feature by its name, for those who ask for one by name: the command line, and whoever compares us with librosa.
 *
 * <p>Conventions: names, shapes, number types and orientation ([value, frame]) are librosa's, as in the manifest of the
 * fixtures. A {@link io.github.jukelab.catalog.NamedFeature} turns a wave and
 * {@link io.github.jukelab.catalog.Parameters} into a {@link io.github.jukelab.catalog.FeatureArray}; which of the
 * parameters it takes, it says. Values are those of the classes in {@code signal} and {@code feature}; nothing is
 * reckoned here.
 *
 * <p>Main types: {@link io.github.jukelab.catalog.Catalog}, {@link io.github.jukelab.catalog.NpyFile}.
 *
 * <p>Sources: McFee et al., <i>librosa</i> (2015); the NPY format, version 1.0 (numpy enhancement proposal 1).
 */
package io.github.jukelab.catalog;
