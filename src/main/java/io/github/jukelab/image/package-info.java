/**
 * Numbers as pictures.
 *
 * <p>Conventions. A {@link io.github.jukelab.image.Picture} has its first row at the top; colours are red, green and blue
 * from 0 to 255. A {@link io.github.jukelab.image.ColourMap} turns a share from 0 to 1 into a colour.
 *
 * <p>Sources: S. van der Walt and N. Smith, viridis (2015, CC0), as matplotlib has it; Hunter, <i>Matplotlib</i> (2007).
 */
package io.github.jukelab.image;
