/**
 * Computes feature rows, tables and arrays of audio files.
 *
 * <p>{@link io.github.jukelab.extraction.FeatureExtraction} computes the {@link io.github.jukelab.extraction.TrackRows}
 * of one file from any {@link io.github.jukelab.codec.AudioSource}, or a {@link
 * io.github.jukelab.extraction.FeatureTable} of many files, on all cores; an interrupted run can be continued. {@link
 * io.github.jukelab.extraction.FeatureCatalog} has each feature by its name; it gives a {@link
 * io.github.jukelab.extraction.FeatureArray} of one wave that {@link io.github.jukelab.extraction.NpyFile} writes.
 *
 * <p>Conventions: the table's 60 columns are those of the published GTZAN tables, in their order; names, shapes, number
 * types and orientation ([value, frame]) of arrays are librosa's. All values are computed by the packages {@code
 * signal} and {@code feature}.
 *
 * <p>Sources: McFee et al., <i>librosa</i> (2015); the NPY format, version 1.0 (numpy enhancement proposal 1); the
 * published {@code features_30_sec.csv} and {@code features_3_sec.csv}.
 */
package io.github.jukelab.extraction;
