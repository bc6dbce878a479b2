/**
 * Plots of Jukelab's values, as a notebook shows them below a cell.
 *
 * <p>Every plot is a {@link io.github.jukelab.plot.Figure}: an image of about 800 x 360 pixels on white, with axes and
 * units named, and an alternative text that gives its numbers to readers who cannot see it. {@link
 * io.github.jukelab.plot.Plots} has one method per kind of plot. Colours are viridis for quantities and Okabe and Ito's
 * for lines, both readable with any colour vision. Long recordings are downsampled to the pixels that show them:
 * waveforms and curves to the lowest and highest value per column of pixels, spectrograms to the mean, so that no plot
 * takes longer than half a second.
 *
 * <p>Curves, accuracies, scatter, strips, boxes and confusion matrices are drawn by XChart; {@code figure.chart()}
 * gives their chart, to be styled with that library. Your own XChart chart becomes a figure by {@code
 * Figure.of(chart)}. Waveforms, spectrograms, tempograms, correlations and pictures are drawn here.
 *
 * <p>Conventions: time runs to the right in seconds, frequency upwards in Hz; no display is needed.
 *
 * <p>Sources: S. van der Walt and N. Smith, viridis (2015, CC0); M. Okabe and K. Ito, Color Universal Design (2008).
 */
package io.github.jukelab.plot;
