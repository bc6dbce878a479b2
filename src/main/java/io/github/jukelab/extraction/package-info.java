/**
 * From sound files to feature rows, tables and arrays: the only way there.
 *
 * <p>Two doors. {@link io.github.jukelab.extraction.FeatureExtraction} makes a {@link
 * io.github.jukelab.extraction.FeatureTable} of many files, on all cores, and goes on where it stopped. {@link
 * io.github.jukelab.extraction.FeatureCatalog} gives any feature of one wave by its name, as a {@link
 * io.github.jukelab.extraction.FeatureArray} that {@link io.github.jukelab.extraction.NpyFile} writes.
 *
 * <p>Conventions: the table's 60 columns are those of the published GTZAN tables, in their order; names, shapes, number
 * types and orientation ([value, frame]) of arrays are librosa's. Values are those of the classes in {@code signal} and
 * {@code feature}; nothing is computed here a second time.
 *
 * <p>Sources: McFee et al., <i>librosa</i> (2015); the NPY format, version 1.0 (numpy enhancement proposal 1); the
 * published {@code features_30_sec.csv} and {@code features_3_sec.csv}.
 */
package io.github.jukelab.extraction;
