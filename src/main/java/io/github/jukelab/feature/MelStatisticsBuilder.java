package io.github.jukelab.feature;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.feature.MelStatistics.Statistic;
import io.github.jukelab.signal.FrameReader;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Computes mel statistics block by block. Decibels end 80 dB below the loudest value of the whole sound, so the bands are
 * gone through twice: first for that value, then for the statistics. The bands of a short sound are kept in between,
 * those of a long one are computed again.
 */
final class MelStatisticsBuilder {

    /** Frames that are worked on at once: as many as 30 s have. */
    private static final int BLOCK = 1300;
    /** Bands that may be kept, 16 MB: those of 17 minutes with the default settings. */
    private static final long KEPT_VALUES = 1 << 22;

    private final MelStatistics settings;
    private final Recording recording;
    private final MelBank bank;
    private final int block;
    private final long keptValues;
    private final List<Spectrogram> kept = new ArrayList<>();

    MelStatisticsBuilder(MelStatistics settings, Recording recording, int block, long keptValues) {
        this.settings = settings;
        this.recording = recording;
        this.bank = MelBank.of(settings.bands(), recording.rate());
        this.block = block;
        this.keptValues = keptValues;
    }

    static MelStatisticsBuilder of(MelStatistics settings, Recording recording) {
        return new MelStatisticsBuilder(settings, recording, BLOCK, KEPT_VALUES);
    }

    FeatureRow row() throws AudioException {
        float loudest = loudest();
        double zero = decibels(loudest);
        BandStatistics[] bands = new BandStatistics[settings.bands()];
        Arrays.setAll(bands, band -> new BandStatistics(zero));
        forEach(powers -> {
            Spectrogram decibels = powers.toDecibelsBelow(loudest);
            for (int band = 0; band < bands.length; band++) {
                bands[band].add(decibels.bin(band));
            }
        });
        return row(bands, settings.gainRemoved() ? zero : 0);
    }

    private FeatureRow row(BandStatistics[] bands, double zero) {
        FeatureRow.Columns columns = new FeatureRow.Columns();
        List<String> names = settings.names();
        int column = 0;
        for (Statistic statistic : settings.statistics()) {
            for (BandStatistics band : bands) {
                columns.add(names.get(column++), band.value(statistic, zero));
            }
        }
        return columns.row();
    }

    /** The largest value of all bands and frames; all bands are kept, if they are few enough. */
    private float loudest() throws AudioException {
        float loudest = 0;
        try (FrameReader reader = reader()) {
            boolean keep = (long) reader.total() * settings.bands() <= keptValues;
            while (reader.hasNext()) {
                Spectrogram powers = next(reader);
                loudest = Math.max(loudest, powers.maximum());
                if (keep) {
                    kept.add(powers);
                }
            }
        }
        return loudest;
    }

    private static double decibels(float power) {
        return Spectrogram.of(new float[] {power}, new double[1], Scale.POWER, 1)
                .toDecibels()
                .value(0, 0);
    }

    private void forEach(Consumer<Spectrogram> action) throws AudioException {
        if (!kept.isEmpty()) {
            kept.forEach(action);
            return;
        }
        try (FrameReader reader = reader()) {
            while (reader.hasNext()) {
                action.accept(next(reader));
            }
        }
    }

    private FrameReader reader() throws AudioException {
        return FrameReader.of(recording, Stft.LIBROSA.framing());
    }

    private Spectrogram next(FrameReader reader) throws AudioException {
        return bank.apply(Spectrogram.of(reader.next(block)));
    }

    @Override
    public String toString() {
        return "MelStatisticsBuilder[" + settings + "]";
    }
}
