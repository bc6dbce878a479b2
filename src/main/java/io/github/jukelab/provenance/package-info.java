/**
 * Where a result comes from: data, split, seed, settings, versions, backend and time, stored beside it as JSON.
 *
 * <p>Conventions: shares in [0, 1], durations in seconds, times in UTC as ISO 8601, checksums SHA-256 in hexadecimal.
 * Only this room reads the clock and the version of Java.
 *
 * <p>Main type: {@link io.github.jukelab.provenance.RunCard}.
 *
 * <p>Sources: M. Mitchell et al., Model Cards for Model Reporting (2019), for the idea of a card.
 */
package io.github.jukelab.provenance;
