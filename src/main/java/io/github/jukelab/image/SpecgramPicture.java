package io.github.jukelab.image;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.PowerDensity;
import io.github.jukelab.signal.Spectrogram;

/**
 * Pictures of sound as {@code plt.specgram(y, NFFT=2048, Fs=2, Fc=0, noverlap=128, scale='dB')} paints them: the power
 * density of frames that hardly overlap, in decibels, from the least to the largest, in viridis.
 *
 * <p>The figures are what {@code plt.savefig} writes then, 640 x 480 points: those of matplotlib 3.11 within one level
 * of 255 in any colour (two at the frame, and where silence borders on sound). Other versions resize otherwise: on one
 * clip, levels of 3.10 differ by 4 on average, of 3.9 by 6; until 3.1 each point was the value under its middle.
 * Digital silence has no decibels; in a figure it is white, as in matplotlib, and a wave of silence alone gives a white
 * box.
 *
 * <p>Notebook: 03-spectrogram-pictures
 */
public enum SpecgramPicture {
    /**
     * The figure with its black frame and the ticks around it. The numbers beside the ticks are left out: they would
     * make pictures depend on the letters a machine has, and at 64 x 64 points some 45 grey points are all that is left
     * of them, the same in every picture of tracks of one length.
     */
    FIGURE {
        @Override
        Picture paint(Spectrogram density) {
            return SpecgramFigure.withAxes(density);
        }
    },
    /** The figure after {@code plt.axis('off')}: nothing but white around the spectrogram. */
    FIGURE_WITHOUT_AXES {
        @Override
        Picture paint(Spectrogram density) {
            return SpecgramFigure.withoutAxes(density);
        }
    },
    /** The values alone, a point each: 1025 high, as wide as there are frames; silence has the first colour. */
    VALUES {
        @Override
        Picture paint(Spectrogram density) {
            return Picture.of(density, ColourMap.VIRIDIS);
        }
    };

    /** Samples in a frame, and the fewest that a picture needs. */
    static final int N_FFT = 2048;

    private static final int OVERLAP = 128;
    private static final int RATE = 2;

    abstract Picture paint(Spectrogram density);

    /**
     * The picture of a wave.
     *
     * @param wave at least 2048 samples; its rate does not matter
     * @return the picture
     * @throws IllegalArgumentException if the wave is shorter than a frame
     */
    public Picture of(Wave wave) {
        return paint(PowerDensity.matplotlib(N_FFT, OVERLAP).apply(Wave.of(wave.samples(), RATE)));
    }
}
