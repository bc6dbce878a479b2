/**
 * Numbers as pictures, and pictures as numbers.
 *
 * <p>Conventions. A {@link io.github.jukelab.image.Picture} has its first row at the top; colours are red, green and
 * blue from 0 to 255. A {@link io.github.jukelab.image.ColourMap} turns a share from 0 to 1 into a colour. Matrices
 * stand row by row, shape [height][width]; a tensor's channels stand one after the other.
 *
 * <p>{@link io.github.jukelab.image.SpecgramPicture} paints a wave as matplotlib does, {@link
 * io.github.jukelab.image.PictureFolder} does so with many files; {@link io.github.jukelab.image.Resize} and {@link
 * io.github.jukelab.image.ShearZoomFlip} change sizes and places as TensorFlow and Keras do. Nothing here needs a screen or a
 * font.
 *
 * <p>Sources: S. van der Walt and N. Smith, viridis (2015, CC0), as matplotlib has it; Hunter, <i>Matplotlib</i>
 * (2007); Shemanarev, <i>Anti-Grain Geometry</i> 2.4, whose resizing matplotlib uses.
 */
package io.github.jukelab.image;
