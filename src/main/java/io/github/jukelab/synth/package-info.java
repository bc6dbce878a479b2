/**
 * The sound of the synthetic data sets, as arrays of samples: songs in synthetic styles, voices of synthetic animals.
 * Does not depend on {@code dataset}.
 */
package io.github.jukelab.synth;
