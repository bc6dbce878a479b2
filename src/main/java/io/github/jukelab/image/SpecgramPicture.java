package io.github.jukelab.image;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.PowerDensity;
import io.github.jukelab.signal.Spectrogram;

/**
 * Pictures of sound like those of {@code plt.specgram(y, NFFT=2048, Fs=2, Fc=0, noverlap=128, scale='dB')}: the power
 * density of frames that hardly overlap, in decibels, from the minimum to the maximum, in viridis.
 *
 * <p>The figures are what {@code plt.savefig} then writes, 640 x 480 pixels: equal to matplotlib 3.11 within one level
 * of 255 in any colour (two at the frame, and where silence borders on sound). Other versions resize differently: on
 * one clip, levels of 3.10 differ by 4 on average, of 3.9 by 6; up to 3.1 each pixel was the value under its centre.
 * Digital silence has no decibels; in a figure it is white, as in matplotlib, and a wave of silence alone becomes a
 * white box.
 *
 * <p>Notebook: 03-spectrogram-pictures
 */
public enum SpecgramPicture {
    /**
     * The figure with its black frame and ticks, but without the numbers at the ticks: with them, pictures would depend
     * on the machine's fonts. At 64 x 64 pixels they would be only some 45 grey pixels, the same in every picture of
     * tracks of one length.
     */
    FIGURE {
        @Override
        Picture render(Spectrogram density) {
            return SpecgramFigure.withAxes(density);
        }
    },
    /** The figure after {@code plt.axis('off')}: only white around the spectrogram. */
    FIGURE_WITHOUT_AXES {
        @Override
        Picture render(Spectrogram density) {
            return SpecgramFigure.withoutAxes(density);
        }
    },
    /** Only the values, one pixel each: 1025 high, one column per frame; silence has the first colour. */
    VALUES {
        @Override
        Picture render(Spectrogram density) {
            return Picture.of(density, ColourMap.VIRIDIS);
        }
    };

    /** Samples per frame, and the fewest for a picture. */
    static final int N_FFT = 2048;

    private static final int OVERLAP = 128;
    private static final int RATE = 2;

    abstract Picture render(Spectrogram density);

    /**
     * Renders a wave.
     *
     * @param wave at least 2048 samples; its rate does not matter
     * @return the picture
     * @throws IllegalArgumentException if the wave is shorter than a frame
     */
    public Picture of(Wave wave) {
        return render(PowerDensity.matplotlib(N_FFT, OVERLAP).apply(Wave.of(wave.samples(), RATE)));
    }
}
