/**
 * Pictures of the values: what a notebook shows under a cell.
 *
 * <p>Every picture is a {@link io.github.jukelab.plot.Figure}: an image of about 800 x 360 pixels on white, with axes
 * and units named, and an alternative text that speaks its numbers to whoever cannot see it. {@link
 * io.github.jukelab.plot.Plots} has one method a picture. Colours are viridis for quantities and Okabe and Ito's for
 * lines, both readable with any colour vision. Long recordings are thinned to the pixels that show them: the waveform
 * by its lowest and highest sample a pixel, spectrograms by the mean, so that no picture takes longer than half a
 * second. A chart that a reader makes with XChart becomes a figure by {@code Figure.of(chart)}.
 *
 * <p>Conventions: time runs to the right in seconds, frequency upwards in Hz; nothing here needs a screen.
 *
 * <p>Sources: S. van der Walt and N. Smith, viridis (2015, CC0); M. Okabe and K. Ito, Color Universal Design (2008).
 */
package io.github.jukelab.plot;
