package io.github.jukelab.feature;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.Stft;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Statistics over time of each band of a mel spectrogram in decibels: simple numbers that, with a linear model or an
 * SVM, are a strong baseline for networks. How much a band changes from frame to frame matters most; no column of the
 * 57 features tells that.
 *
 * <p>The mel spectrogram is librosa's: frames of 2048 samples every 512, powers in bands of equal width on Slaney's
 * scale from 0 Hz to half the rate. Decibels end 80 dB below the loudest value of the sound; silence has the same value
 * everywhere. Columns are named by band, from 1 on, and statistic, such as {@code mel07_diff_std}, one statistic after
 * the other.
 *
 * <p>Means and deviations are equal to those of {@code librosa.power_to_db} to 1e-3 dB; percentiles, for which decibels
 * are rounded to 1/128, to 1/128 dB. The values do not depend on how a recording is read. A sound of more than a few
 * minutes is read twice.
 *
 * <p>Example: {@code MelStatistics.DEFAULT.row(wave).value("mel07_diff_std")}
 *
 * @param bands number of mel bands, at least 1
 * @param statistics of each band, at least one
 * @param gainRemoved whether decibels are relative to the loudest value, so that a louder copy of a sound has the same
 *     features; else they are relative to 1, as those of {@link io.github.jukelab.signal.Reference#ONE}
 */
public record MelStatistics(int bands, Set<Statistic> statistics, boolean gainRemoved) implements FeatureSet {

    /** A statistic over time of one band's decibels. */
    public enum Statistic {
        /** The mean. */
        MEAN,
        /** The standard deviation, divided by n. */
        STD,
        /** The standard deviation of the differences between neighbouring frames; 0 for a single frame. */
        DIFF_STD,
        /** The 10th percentile, between two values interpolated linearly as by numpy. */
        P10,
        /** The 90th percentile. */
        P90;

        /** As in the names of columns, such as {@code diff_std}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern COLUMN = Pattern.compile("mel(\\d{2,9})_(mean|std|diff_std|p10|p90)");

    /** All five statistics of 96 bands, with the gain removed: 480 values. */
    public static final MelStatistics DEFAULT = new MelStatistics(96, EnumSet.allOf(Statistic.class), true);

    /**
     * Checks the settings.
     *
     * @param bands at least 1
     * @param statistics at least one; ordered as in {@link Statistic}
     * @param gainRemoved whether decibels are relative to the loudest value
     * @throws IllegalArgumentException if there is no band or no statistic
     */
    public MelStatistics {
        Require.atLeast("bands", 1, bands);
        if (statistics.isEmpty()) {
            throw new IllegalArgumentException(
                    "statistics must be some of " + Arrays.toString(Statistic.values()) + ", got none");
        }
        statistics = Collections.unmodifiableSet(EnumSet.copyOf(statistics));
    }

    /**
     * The settings of which a table with these columns has the features. Whether the gain is removed, columns do not say.
     *
     * @param columns names of columns, also others
     * @return with the gain removed; empty if no column is a statistic of a band
     */
    public static Optional<MelStatistics> named(Collection<String> columns) {
        Set<String> bands = new HashSet<>();
        Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
        for (String column : columns) {
            Matcher matcher = COLUMN.matcher(column);
            if (matcher.matches()) {
                bands.add(matcher.group(1));
                statistics.add(Statistic.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)));
            }
        }
        return bands.isEmpty() ? Optional.empty() : Optional.of(new MelStatistics(bands.size(), statistics, true));
    }

    /**
     * The same with another number of bands.
     *
     * @param bands at least 1
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public MelStatistics withBands(int bands) {
        return new MelStatistics(bands, statistics, gainRemoved);
    }

    /**
     * The same with other statistics.
     *
     * @param statistics at least one
     * @return a copy
     * @throws IllegalArgumentException if there is none
     */
    public MelStatistics withStatistics(Set<Statistic> statistics) {
        return new MelStatistics(bands, statistics, gainRemoved);
    }

    /**
     * The same with or without the gain.
     *
     * @param gainRemoved whether decibels are relative to the loudest value
     * @return a copy
     */
    public MelStatistics withGainRemoved(boolean gainRemoved) {
        return new MelStatistics(bands, statistics, gainRemoved);
    }

    @Override
    public List<String> names() {
        return statistics.stream()
                .flatMap(statistic -> IntStream.rangeClosed(1, bands)
                        .mapToObj(band -> String.format(Locale.ROOT, "mel%02d_%s", band, statistic)))
                .toList();
    }

    /** Always {@link Stft#LIBROSA}. */
    @Override
    public Stft stft() {
        return Stft.LIBROSA;
    }

    /** A quarter of the time of the 57 values. */
    @Override
    public FeatureRow row(Wave wave) {
        try {
            return row(Recording.of(wave));
        } catch (AudioException e) {
            throw new IllegalStateException("a wave in memory can be read", e);
        }
    }

    /** Read once, or twice if it is longer than 17 minutes. Memory: 36 MB of heap suffice. */
    @Override
    public FeatureRow row(Recording recording) throws AudioException {
        return MelStatisticsBuilder.of(this, recording).row();
    }

    @Override
    public String toString() {
        return "MelStatistics[" + bands + " bands, " + statistics + ", " + (gainRemoved ? "gain removed" : "with gain")
                + "]";
    }
}
