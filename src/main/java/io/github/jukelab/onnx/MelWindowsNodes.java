package io.github.jukelab.onnx;

import io.github.jukelab.input.MelWindows;
import io.github.jukelab.signal.Scale;
import java.util.Map;

/** {@link MelWindows} in ONNX: (window, channel * band, frame). */
record MelWindowsNodes(MelWindows input) implements SoundInput {

    @Override
    public Tensor of(Tensor samples) {
        int length = input.windows().length();
        Tensor used = Spectra.filled(input.samples() == Integer.MAX_VALUE ? samples : cut(samples), length);
        Tensor windows = Spectra.windows(
                used, used.size(0).constant(length), input.windows().hop());
        Tensor powers = Spectra.mel(windows, input.stft(), input.mel());
        Tensor values = input.scale() == Scale.DECIBEL ? Spectra.decibels(powers) : powers;
        return input.delta() ? values.apply("Concat", Map.of("axis", 1), Spectra.differences(values)) : values;
    }

    /** As {@link MelWindows#forLength}: a sound longer than the limit by a window or more is used whole. */
    private Tensor cut(Tensor samples) {
        Tensor number = samples.size(0);
        Tensor limit = number.constant(input.samples());
        return samples.first(number.less(limit.plus(input.windows().length())).choose(number.min(limit), number));
    }
}
