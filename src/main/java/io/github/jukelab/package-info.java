/**
 * What every package shares: progress and interruption of long work, files written atomically, parallel jobs, random
 * numbers, tables of comma-separated values, checksums, checks of arguments, words for messages, pictures and sounds
 * within HTML.
 *
 * <p>Sound flows through {@code audio} → {@code signal} → {@code feature} and {@code image} → {@code extraction} and
 * {@code input} → {@code classic} and {@code network} → {@code evaluation}. {@code dataset}, with the sounds of
 * {@code synth}, provides the tracks and their splits; {@code table} turns results into Tablesaw tables;
 * {@code provenance} holds run cards; {@code recipe} combines all of these. No other package imports {@code plot},
 * {@code notebook} or {@code cli}, except that {@code notebook} uses {@code plot}. {@code docs/architecture.md} lists
 * which package may import which.
 */
package io.github.jukelab;
