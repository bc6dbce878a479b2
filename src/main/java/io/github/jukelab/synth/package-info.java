/**
 * The sound of the synthetic data sets: songs in invented styles and voices of invented animals, arrays in, arrays out.
 * Knows no data set.
 */
package io.github.jukelab.synth;
