/**
 * Evaluations as HTML that one can listen to: a confusion matrix whose cells open the sounds of their predictions, and a
 * page with it that is one file.
 *
 * <p>Conventions: HTML without script and without anything from outside, readable in light and dark; sounds are MP3 of
 * 16 kHz within the HTML; times in seconds from the beginning of a track.
 *
 * <p>Main types: {@link io.github.jukelab.report.ErrorPlayers}, the matrix; {@link io.github.jukelab.report.ErrorPage},
 * the page; {@link io.github.jukelab.report.PredictedSpan}, which part of a track a prediction is for.
 */
package io.github.jukelab.report;
