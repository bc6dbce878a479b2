/**
 * Audio features, one class each: definition and computation, frame by frame.
 *
 * <p>Conventions. A feature over time is a {@link io.github.jukelab.feature.FrameSeries} of shape [value, frame] with a
 * name and a unit; a whole track is a {@link io.github.jukelab.feature.FeatureRow}, mean and variance of each, in the
 * order and with the names of the GTZAN feature table. Spectral features are computed {@code .of} a
 * {@link io.github.jukelab.signal.Spectrogram}, so that several can use one transform. Sums run in double, results are
 * float. Definitions are those of librosa 0.11; each class states how closely it agrees.
 *
 * <p>Main types: {@link io.github.jukelab.feature.MelSpectrogram}, {@link io.github.jukelab.feature.Mfcc},
 * {@link io.github.jukelab.feature.ChromaStft}, {@link io.github.jukelab.feature.Beats},
 * {@link io.github.jukelab.feature.HarmonicPercussive}, {@link io.github.jukelab.feature.FeatureRow}.
 *
 * <p>Sources: McFee et al., <i>librosa</i> (2015); Tzanetakis and Cook, <i>Musical genre classification of audio
 * signals</i> (2002), which introduced most of these features; Ellis, <i>Chroma feature analysis and synthesis</i> and
 * <i>Beat tracking by dynamic programming</i> (2007); Müller and Ewert, <i>Chroma toolbox</i> (2011); Harte, Sandler
 * and Gasser, <i>Detecting harmonic change in musical audio</i> (2006).
 */
package io.github.jukelab.feature;
