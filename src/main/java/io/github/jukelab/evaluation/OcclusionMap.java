package io.github.jukelab.evaluation;

import io.github.jukelab.TimeSpan;
import java.util.List;
import java.util.Locale;

/**
 * How much the probability of a model's label falls when a patch of its input is hidden: where the model looked. The input
 * is divided into blocks; a patch is a block with {@value #BANDS_BESIDE} band and {@value #TIMES_BESIDE} times of blocks
 * beside it on either side, as far as there are any. A patch without which the probability rises has a negative value: it
 * spoke against the label.
 *
 * <p>Such a map tells what the model used, and not whether that was right. A model with random weights has a map, too,
 * but it does not depend on what tells the labels.
 *
 * @param label the model's label for the whole input
 * @param probability of that label, nothing hidden, in [0, 1]
 * @param drops by how much it falls, in [−1, 1]: [band][time] of the patch's middle, the lowest band first
 * @param span of the sound that the columns of the input cover, in seconds; it ends after the sound if that was padded
 * @param end of the sound, in seconds
 * @see <a href="https://arxiv.org/abs/1311.2901">Zeiler and Fergus, Visualizing and understanding convolutional networks
 *     (2014)</a>
 * @see <a href="https://arxiv.org/abs/1810.03292">Adebayo et al., Sanity checks for saliency maps (2018)</a>
 */
public record OcclusionMap(String label, double probability, List<List<Double>> drops, TimeSpan span, double end) {

    /** Blocks of other bands on either side of a patch's middle. */
    public static final int BANDS_BESIDE = 1;

    /** Blocks before and after a patch's middle. */
    public static final int TIMES_BESIDE = 2;

    /**
     * Copies and checks the lists.
     *
     * @param label the model's label
     * @param probability of that label
     * @param drops [band][time], at least one
     * @param span of the sound
     * @param end of the sound
     * @throws IllegalArgumentException if there is no block, bands have different numbers of them, or a value is out of
     *     its range
     */
    public OcclusionMap {
        drops = List.copyOf(drops.stream().map(List::copyOf).toList());
        if (!(probability >= 0 && probability <= 1.0001)) {
            throw new IllegalArgumentException("probability must be in [0, 1], got " + probability);
        }
        if (drops.isEmpty() || drops.get(0).isEmpty()) {
            throw new IllegalArgumentException("a map needs at least one block, got none");
        }
        for (List<Double> band : drops) {
            if (band.size() != drops.get(0).size()) {
                throw new IllegalArgumentException("each band must have the same number of blocks, got "
                        + drops.get(0).size() + " and " + band.size());
            }
            band.forEach(OcclusionMap::check);
        }
    }

    private static void check(double drop) {
        if (!(Math.abs(drop) <= 1.0001)) {
            throw new IllegalArgumentException("a drop must be in [-1, 1], got " + drop);
        }
    }

    /**
     * The number of bands.
     *
     * @return at least 1
     */
    public int bands() {
        return drops.size();
    }

    /**
     * The number of blocks over time.
     *
     * @return at least 1
     */
    public int times() {
        return drops.get(0).size();
    }

    /**
     * The time of one block, the middle of a patch.
     *
     * @param index from 0 to {@code times() - 1}
     * @return about; a block has whole columns
     */
    public TimeSpan time(int index) {
        double step = (span.end() - span.start()) / times();
        return new TimeSpan(span.start() + index * step, span.start() + (index + 1) * step);
    }

    /**
     * How much of the probability hangs on padding: the share of all falls by patches that have nothing of the sound.
     *
     * @return in [0, 1]; 0 if no patch makes the probability fall
     */
    public double shareAfterEnd() {
        double all = 0;
        double after = 0;
        for (List<Double> band : drops) {
            for (int i = 0; i < band.size(); i++) {
                double fall = Math.max(0, band.get(i));
                all += fall;
                after += isAfterEnd(i) ? fall : 0;
            }
        }
        return all == 0 ? 0 : after / all;
    }

    private boolean isAfterEnd(int index) {
        return index >= TIMES_BESIDE && time(index - TIMES_BESIDE).start() >= end;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "OcclusionMap[%s %.2f, %d bands by %d times from %.1f to %.1f s: %s%s]",
                label,
                probability,
                bands(),
                times(),
                span.start(),
                span.end(),
                largest(),
                isAfterEnd(times() - 1)
                        ? String.format(
                                Locale.ROOT,
                                "; %.0f %% of all falls are by patches after the end of the sound at %.1f s",
                                100 * shareAfterEnd(),
                                end)
                        : "");
    }

    private String largest() {
        int band = 0;
        int time = 0;
        for (int i = 0; i < bands(); i++) {
            for (int j = 0; j < times(); j++) {
                if (drops.get(i).get(j) > drops.get(band).get(time)) {
                    band = i;
                    time = j;
                }
            }
        }
        double largest = drops.get(band).get(time);
        return largest <= 0
                ? "no patch makes it fall"
                : String.format(
                        Locale.ROOT,
                        "it falls most, by %.2f, without the patch around band %d from below at %.2f to %.2f s",
                        largest,
                        band + 1,
                        time(time).start(),
                        time(time).end());
    }
}
