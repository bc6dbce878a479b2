/**
 * Renders sound and matrices as pictures; resizes and changes pictures; converts them to tensors.
 *
 * <p>Conventions. A {@link io.github.jukelab.image.Picture} has its first row at the top; colours are red, green and
 * blue from 0 to 255. A {@link io.github.jukelab.image.ColourMap} turns a value from 0 to 1 into a colour. Matrices
 * are stored row by row, shape [height][width]; a tensor has one plane per channel, shape [channel][height][width].
 *
 * <p>{@link io.github.jukelab.image.SpecgramPicture} renders a wave like matplotlib, {@link
 * io.github.jukelab.image.PictureFolder} does so for many files; {@link io.github.jukelab.image.Resize} resizes like
 * TensorFlow, {@link io.github.jukelab.image.ShearZoomFlip} augments like Keras. Nothing here needs a screen or a font.
 *
 * <p>Sources: S. van der Walt and N. Smith, viridis (2015, CC0), as matplotlib has it; Hunter, <i>Matplotlib</i>
 * (2007); Shemanarev, <i>Anti-Grain Geometry</i> 2.4, whose resizing matplotlib uses.
 */
package io.github.jukelab.image;
