package io.github.jukelab.onnx;

import io.github.jukelab.image.Resize;
import io.github.jukelab.input.ResizedSpectrogram;
import io.github.jukelab.input.ResizedSpectrogram.Interpolation;
import io.github.jukelab.input.ResizedSpectrogram.PadMode;
import io.github.jukelab.signal.Dct;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;

/** {@link ResizedSpectrogram} in ONNX: (1, row, column), for all representations but pitch classes. */
record ResizedSpectrogramNodes(ResizedSpectrogram input) implements SoundInput {

    @Override
    public Tensor of(Tensor samples) {
        Tensor used = samples.first(samples.size(0).min(input.samples()));
        Tensor filled = input.padMode() == PadMode.SILENCE ? Spectra.filled(used, input.samples()) : repeated(used);
        Tensor clip = filled.unsqueezed(0);
        return switch (input.representation()) {
            case MAGNITUDE -> resized(powers(clip).apply("Sqrt"));
            case DECIBEL -> resized(Spectra.decibels(powers(clip)));
            case MFCC -> resizedCoefficients(clip);
            case CHROMA -> throw new IllegalArgumentException("pitch classes are not computed in ONNX");
        };
    }

    private Tensor repeated(Tensor samples) {
        Tensor number = samples.size(0);
        return samples.gathered(0, number.constant(input.samples()).range(1).apply("Mod", number));
    }

    private static Tensor powers(Tensor clip) {
        return Spectra.powers(clip, ResizedSpectrogram.FRAMES, ResizedSpectrogram.N_FFT)
                .transposed(0, 2, 1);
    }

    private Tensor resized(Tensor values) {
        int bins = ResizedSpectrogram.N_FFT / 2 + 1;
        return resized(values, bins, ResizedSpectrogram.FRAMES.count(input.samples()));
    }

    private Tensor resizedCoefficients(Tensor clip) {
        int bands = ResizedSpectrogram.MEL_BANDS;
        int coefficients = ResizedSpectrogram.COEFFICIENTS;
        Tensor decibels = Spectra.decibels(Spectra.mel(clip, Stft.LIBROSA, MelBank.of(bands, input.rate())));
        Spectrogram each = Spectrogram.of(identity(bands), new double[bands], Scale.DECIBEL, 1);
        Tensor dct = clip.graph().floats(Dct.of(bands, coefficients).apply(each), coefficients, bands);
        return resized(dct.matMul(decibels), coefficients, Stft.LIBROSA.frames(input.samples()));
    }

    /** A resized picture is a sum of rows and of columns: a product with a matrix on either side. */
    private Tensor resized(Tensor values, int rows, int columns) {
        Graph graph = values.graph();
        float[] down = resize(identity(rows), rows, rows, input.height(), rows);
        float[] across = resize(identity(columns), columns, columns, columns, input.width());
        return graph.floats(down, input.height(), rows)
                .matMul(values)
                .matMul(graph.floats(across, columns, input.width()));
    }

    private float[] resize(float[] values, int rows, int columns, int height, int width) {
        return input.interpolation() == Interpolation.BILINEAR
                ? Resize.bilinear(values, rows, columns, height, width)
                : Resize.antialiased(values, rows, columns, height, width);
    }

    private static float[] identity(int size) {
        float[] identity = new float[size * size];
        for (int i = 0; i < size; i++) {
            identity[i * size + i] = 1;
        }
        return identity;
    }
}
