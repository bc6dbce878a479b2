/**
 * Data sets: what a full copy holds, which tracks were found, which files are faulty, and how to split them.
 *
 * <p>Conventions: a track has an id, such as {@code blues.00000}; tracks are ordered by label, then id; labels keep
 * their declared order; file names in findings are relative to the data set's folder, with {@code /}. Random numbers
 * come from an explicit seed and our own generator, so a seed gives the same result on every machine.
 *
 * <p>Main types: {@link io.github.jukelab.dataset.Gtzan}, {@link io.github.jukelab.dataset.CatsDogs}, {@link
 * io.github.jukelab.dataset.AudioFolder} (your own recordings) and the synthetic {@link
 * io.github.jukelab.dataset.SyntheticMusic}, {@link io.github.jukelab.dataset.SyntheticAnimals} and {@link
 * io.github.jukelab.dataset.SyntheticTracks} open a {@link io.github.jukelab.dataset.Dataset} of {@link
 * io.github.jukelab.dataset.Track}s; {@link io.github.jukelab.dataset.Datasets} detects which one a folder holds.
 * A label table may say what each recording or part of it is: see {@link
 * io.github.jukelab.dataset.Datasets#open(java.nio.file.Path, java.nio.file.Path)}.
 * {@link io.github.jukelab.dataset.Dataset#validate} gives an {@link io.github.jukelab.dataset.IntegrityReport}, {@link
 * io.github.jukelab.dataset.Splits} a {@link io.github.jukelab.dataset.Split} with its {@link
 * io.github.jukelab.dataset.Leakage}; {@link io.github.jukelab.dataset.LeakageReport} lists the leakage per id. {@link
 * io.github.jukelab.dataset.GtzanImport} imports the user's copy of GTZAN.
 *
 * <p>Sources: G. Tzanetakis, P. Cook 2002 (the data set); B. L. Sturm, arXiv:1306.1461 (its faults); C. Kereliuk, B. L.
 * Sturm, J. Larsen 2015 (the fault-filtered split).
 */
package io.github.jukelab.dataset;
