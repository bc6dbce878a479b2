/**
 * From samples to spectra: windows, frames, the short-time Fourier transform, mel bank, cosine transform and decibels.
 *
 * <p>Conventions. Matrices are [bin, frame] as in librosa, stored bin after bin, so that one bin over time is
 * contiguous. Frequencies are in Hz, times in seconds, decibels are 10 log10 of a power. Sums and the Fourier transform
 * run in double precision, the inverse transform in float; results are rounded to float at the same steps as in librosa 0.11.
 *
 * <p>Main types: {@link io.github.jukelab.signal.Stft} (settings), {@link io.github.jukelab.signal.Spectrogram},
 * {@link io.github.jukelab.signal.ComplexSpectrogram}, {@link io.github.jukelab.signal.MelBank}. Typical use:
 *
 * <pre>{@code
 * var magnitude = Spectrogram.of(wave, Stft.LIBROSA);
 * var mel = MelBank.of(128, wave.rate()).apply(magnitude).toDecibels();
 * }</pre>
 *
 * <p>Sources: McFee et al., <i>librosa: Audio and Music Signal Analysis in Python</i> (2015), whose definitions are
 * used; Slaney, <i>Auditory Toolbox</i> (1998), for the mel scale; JTransforms for the Fourier transform.
 */
package io.github.jukelab.signal;
