/**
 * Data sets as declarations: what a full copy holds, what is there, what is wrong with it, and how to split it.
 *
 * <p>Conventions: a track is known by its id, such as {@code blues.00000}; tracks are ordered by label, then id; labels
 * keep the order of their declaration; file names in findings are relative to the data set's folder, with {@code /}.
 * Randomness comes from an explicit seed and a generator of our own, so that a seed means the same on every machine.
 *
 * <p>Main types: {@link io.github.jukelab.dataset.Gtzan}, {@link io.github.jukelab.dataset.CatsDogs}, {@link
 * io.github.jukelab.dataset.AudioFolder} (recordings of one's own) and {@link io.github.jukelab.dataset.SyntheticMusic}, {@link
 * io.github.jukelab.dataset.SyntheticAnimals}, {@link io.github.jukelab.dataset.SyntheticTracks} (invented ones) make a
 * {@link io.github.jukelab.dataset.Dataset} of {@link io.github.jukelab.dataset.Track}s;
 * {@link io.github.jukelab.dataset.Dataset#validate} gives a {@link io.github.jukelab.dataset.IntegrityReport};
 * {@link io.github.jukelab.dataset.Splits} gives a {@link io.github.jukelab.dataset.Split}, which knows what crosses
 * between its subsets; {@link io.github.jukelab.dataset.LeakageReport} says it id by id; {@link io.github.jukelab.dataset.GtzanImport} brings the user's own copy of GTZAN into place.
 *
 * <p>Sources: G. Tzanetakis, P. Cook 2002 (the data set); B. L. Sturm, arXiv:1306.1461 (its faults); C. Kereliuk, B. L.
 * Sturm, J. Larsen 2015 (the fault-filtered split).
 */
package io.github.jukelab.dataset;
