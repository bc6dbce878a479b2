/**
 * Where a figure comes from: data, split, seed, settings, versions, backend and time, kept beside it as JSON.
 *
 * <p>Conventions: shares in [0, 1], durations in seconds, moments in UTC as ISO 8601, checksums SHA-256 in hexadecimal.
 * The clock and the running Java are asked in this room, so that no other room needs to.
 *
 * <p>Main type: {@link io.github.jukelab.provenance.RunCard}.
 *
 * <p>Sources: M. Mitchell et al., Model Cards for Model Reporting (2019), for the idea of a card.
 */
package io.github.jukelab.provenance;
