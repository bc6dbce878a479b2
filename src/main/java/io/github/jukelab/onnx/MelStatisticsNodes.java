package io.github.jukelab.onnx;

import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.MelStatistics.Statistic;
import io.github.jukelab.input.MelStatisticsInput;
import io.github.jukelab.signal.MelBank;
import java.util.List;
import java.util.Map;

/** {@link MelStatisticsInput} in ONNX: (window, statistic * band). */
record MelStatisticsNodes(MelStatisticsInput input) implements SoundInput {

    /** As the room {@code feature} counts decibels for percentiles. */
    private static final int STEPS_PER_DECIBEL = 128;

    @Override
    public Tensor of(Tensor samples) {
        MelStatistics settings = input.statistics();
        Tensor length = samples.size(0).min(input.window());
        Tensor windows = Spectra.windows(samples, length, input.step());
        MelBank bank = MelBank.of(settings.bands(), input.rate());
        Bands bands = Bands.of(Spectra.decibels(Spectra.mel(windows, settings.stft(), bank)));
        List<Tensor> columns = settings.statistics().stream()
                .map(statistic -> bands.value(statistic, settings.gainRemoved()))
                .toList();
        return samples.graph().node("Concat", ElementType.FLOAT, Map.of("axis", 1), columns);
    }

    /**
     * Decibels (window, band, frame), and what all statistics need.
     *
     * @param values in double precision
     * @param differences of each frame from the one before it; 0 for the first
     * @param loudest of each window (window, 1)
     * @param frames a single number
     */
    private record Bands(Tensor values, Tensor differences, Tensor loudest, Tensor frames) {

        static Bands of(Tensor decibels) {
            Tensor values = decibels.cast(ElementType.DOUBLE);
            return new Bands(
                    values,
                    Spectra.differences(decibels).cast(ElementType.DOUBLE),
                    values.reduced("ReduceMax", 0, 1, 2).unsqueezed(1),
                    values.size(2));
        }

        /** One statistic (window, band). */
        Tensor value(Statistic statistic, boolean gainRemoved) {
            Tensor value =
                    switch (statistic) {
                        case MEAN -> values.mean(2);
                        case STD -> deviation();
                        case DIFF_STD -> differenceDeviation();
                        case P10 -> percentile(0.1);
                        case P90 -> percentile(0.9);
                    };
            boolean isLevel = statistic != Statistic.STD && statistic != Statistic.DIFF_STD;
            return (gainRemoved && isLevel ? value.minus(loudest) : value).cast(ElementType.FLOAT);
        }

        private Tensor deviation() {
            Tensor distances = values.minus(values.reduced("ReduceMean", 1, 2));
            return distances.squared().mean(2).apply("Sqrt");
        }

        /** The first difference adds nothing to a sum, and a single frame has no other. */
        private Tensor differenceDeviation() {
            Tensor number = frames.minus(1).max(1).cast(ElementType.DOUBLE);
            Tensor mean = differences.sum(2).divided(number);
            Tensor square = differences.squared().sum(2).divided(number);
            return square.minus(mean.squared()).max(0).apply("Sqrt");
        }

        private Tensor percentile(double share) {
            Tensor last = frames.minus(1);
            Tensor rank = last.cast(ElementType.DOUBLE).times(share);
            Tensor lower = rank.apply("Floor").cast(ElementType.INT64);
            Tensor ascending = ascending();
            Tensor low = ascending.gathered(2, lower);
            Tensor high = ascending.gathered(2, lower.plus(1).min(last));
            return low.plus(high.minus(low).times(rank.minus(lower.cast(ElementType.DOUBLE))));
        }

        /** All values of a band, rounded to whole steps below the loudest. */
        private Tensor ascending() {
            Tensor top = loudest.unsqueezed(2);
            Tensor steps = top.minus(values).times(STEPS_PER_DECIBEL).plus(0.5).apply("Floor");
            Tensor rounded = top.minus(steps.divided(STEPS_PER_DECIBEL));
            return rounded.smallest(frames).get(0);
        }
    }
}
