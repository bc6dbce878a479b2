package io.github.jukelab.feature;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.signal.FrameBlock;
import io.github.jukelab.signal.FrameReader;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Separation;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Computes a feature row block by block. Most features are those of single frames, and {@link Separation} says how far
 * the two parts reach. Two values need the whole sound: the tuning, on which chroma depends, and the largest mel band,
 * 80 dB below which all decibels end. So the frames are gone through twice: first for these two and for all that needs
 * neither, then for chroma, mfcc and onset strength. The powers of a short sound are kept in between, those of a long
 * one are computed again. Once in a while the tuning of a long sound needs a third time, see {@link PeakHistogram}.
 *
 * <p>Only the onset strength is kept for all frames, for the tempo.
 */
final class FeatureRowBuilder implements Separation.Sink {

    private static final int BANDS = 128;
    private static final int COEFFICIENTS = 20;
    private static final int SEMITONES = 12;

    private final Recording recording;
    private final Stft stft;
    private final long rebuilt;
    private final int block;
    private final long kept;
    private final MelBank bank;

    private final SummaryBuilder rms = new SummaryBuilder();
    private final SummaryBuilder centroid = new SummaryBuilder();
    private final SummaryBuilder bandwidth = new SummaryBuilder();
    private final SummaryBuilder rolloff = new SummaryBuilder();
    private final SummaryBuilder zeroCrossingRate = new SummaryBuilder();
    private final SummaryBuilder harmony = new SummaryBuilder();
    private final SummaryBuilder perceptr = new SummaryBuilder();
    private final List<SummaryBuilder> chroma = builders(SEMITONES);
    private final List<SummaryBuilder> mfcc = builders(COEFFICIENTS);

    private PeakHistogram peaks = PeakHistogram.of(SEMITONES);
    private float loudest;
    private long position;
    private long values;
    private final List<Powers> powers = new ArrayList<>();

    /** The powers of a block of frames, by bin and by mel band. */
    private record Powers(Spectrogram spectrum, Spectrogram mel) {}

    /**
     * A builder for one recording.
     *
     * @param rebuilt the samples of both parts that count; the others are taken as 0
     * @param block frames that are worked on at once
     * @param kept powers that may be kept in memory
     */
    FeatureRowBuilder(Recording recording, Stft stft, long rebuilt, int block, long kept) {
        this.recording = recording;
        this.stft = stft;
        this.rebuilt = rebuilt;
        this.block = block;
        this.kept = kept;
        this.bank = MelBank.of(BANDS, recording.rate());
    }

    private static List<SummaryBuilder> builders(int count) {
        return Stream.generate(SummaryBuilder::new).limit(count).toList();
    }

    /** Computes the row. */
    FeatureRow row() throws AudioException {
        Separation.forEach(recording, stft, block, this);
        if (peaks.largest().isEmpty()) {
            peaks = peaks.narrowed();
            forEach(powers -> peaks.add(powers.spectrum()));
        }
        double[][] filters = ChromaFilters.of(stft.frequencies(recording.rate()), Tuning.of(peaks, SEMITONES));
        OnsetEnvelope onset = new OnsetEnvelope(stft.frames((int) recording.length()), stft, Aggregate.MEDIAN);
        forEach(powers -> {
            add(ChromaStft.of(powers.spectrum(), filters, FrameNorm.INF), chroma);
            Spectrogram decibels = powers.mel().toDecibelsBelow(loudest);
            add(Mfcc.of(decibels, COEFFICIENTS), mfcc);
            onset.add(decibels);
        });
        return row(Beats.tempo(onset.series((double) stft.hop() / recording.rate())));
    }

    private FeatureRow row(Tempo tempo) {
        SummaryBuilder allChroma = new SummaryBuilder();
        chroma.forEach(allChroma::add);
        FeatureRow.Columns columns = new FeatureRow.Columns();
        columns.add("chroma_stft", allChroma);
        columns.add("rms", rms);
        columns.add("spectral_centroid", centroid);
        columns.add("spectral_bandwidth", bandwidth);
        columns.add("rolloff", rolloff);
        columns.add("zero_crossing_rate", zeroCrossingRate);
        columns.add("harmony", harmony);
        columns.add("perceptr", perceptr);
        columns.add("tempo", tempo.bpm());
        IntStream.range(0, COEFFICIENTS).forEach(k -> columns.add("mfcc" + (k + 1), mfcc.get(k)));
        return columns.row();
    }

    @Override
    public void spectra(FrameBlock frames, Spectrogram magnitude) {
        rms.add(Rms.of(frames).values());
        zeroCrossingRate.add(ZeroCrossingRate.of(frames).values());
        centroid.add(SpectralCentroid.of(magnitude).values());
        bandwidth.add(SpectralBandwidth.of(magnitude).values());
        rolloff.add(SpectralRolloff.of(magnitude).values());
        Powers block = powers(magnitude);
        peaks.add(block.spectrum());
        loudest = Math.max(loudest, block.mel().maximum());
        keep(block);
    }

    private Powers powers(Spectrogram magnitude) {
        Spectrogram power = magnitude.power();
        return new Powers(power, bank.apply(power));
    }

    private void keep(Powers block) {
        values += (long) block.spectrum().bins() * block.spectrum().frames();
        if (values <= kept) {
            powers.add(block);
        } else {
            powers.clear();
        }
    }

    @Override
    public void parts(float[] harmonic, float[] percussive, int count) {
        int whole = (int) Math.max(0, Math.min(count, rebuilt - position));
        Arrays.fill(harmonic, whole, count, 0);
        Arrays.fill(percussive, whole, count, 0);
        harmony.add(harmonic, count);
        perceptr.add(percussive, count);
        position += count;
    }

    /** Goes through the powers of all frames, kept or computed again. */
    private void forEach(Consumer<Powers> sink) throws AudioException {
        if (values <= kept) {
            powers.forEach(sink);
            return;
        }
        try (FrameReader reader = FrameReader.of(recording, stft.framing())) {
            while (reader.hasNext()) {
                sink.accept(powers(Spectrogram.of(reader.next(block))));
            }
        }
    }

    private static void add(FrameSeries series, List<SummaryBuilder> rows) {
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).add(series.row(row));
        }
    }

    @Override
    public String toString() {
        return "FeatureRowBuilder[" + position + " of " + recording.length() + " samples read]";
    }
}
