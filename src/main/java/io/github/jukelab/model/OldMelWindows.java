package io.github.jukelab.model;

import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Stft;

/** {@link MelWindows} as files of version 2 have it: each number of windows, transform and bands by itself. */
record OldMelWindows(
        int rate,
        int samples,
        int window,
        int step,
        int nFft,
        int hop,
        int bands,
        Scale scale,
        StandardScaler normalisation) {

    MelWindows current() {
        Frames windows = Frames.of(window, step).withCentered(false);
        Stft stft = Stft.of(nFft).withHop(hop);
        return new MelWindows(samples, windows, stft, MelBank.of(bands, rate), scale, false, normalisation);
    }
}
