package io.github.jukelab.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Waves;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each change is measured on sounds of which it is known what must come out. */
class ChangesTest {

    private static final List<Change> ALL = Changes.ALL;
    private static final int RATE = Waves.RATE;
    /** LAME multiplies every sound with this factor when it makes a file of a constant bit rate. */
    private static final double LAME = 0.95;

    private static double decibels(double power) {
        return 10 * Math.log10(power);
    }

    private static double power(Wave wave) {
        return mean(wave, 2);
    }

    /** The mean of a power of the samples, without the ends. */
    private static double mean(Wave wave, int exponent) {
        int end = wave.length() / 10;
        return IntStream.range(end, wave.length() - end)
                .mapToDouble(i -> Math.pow(wave.sample(i), exponent))
                .average()
                .orElseThrow();
    }

    /** By how much a change makes a tone louder, in dB. */
    private static double gain(Change change, double hertz) {
        Wave tone = Wave.sine(hertz, 2, RATE);
        return decibels(power(change.of(tone)) / power(tone));
    }

    private static Wave difference(Wave changed, Wave wave) {
        return Waves.of(wave.length(), i -> changed.sample(i) - wave.sample(i));
    }

    /** The frequency of a tone, from the times at which it crosses zero upwards. */
    private static double hertz(Wave tone) {
        int end = tone.length() / 10;
        int[] crossings = IntStream.range(end, tone.length() - end)
                .filter(i -> tone.sample(i - 1) < 0 && tone.sample(i) >= 0)
                .toArray();
        double samples = crossings[crossings.length - 1] - crossings[0];
        return (crossings.length - 1) * tone.rate() / samples;
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aSoundIsAlwaysChangedInTheSameWay(Change change) {
        Wave noise = Waves.noise(2 * RATE, 1);
        float[] before = noise.samples();
        Wave changed = change.of(noise);
        assertThat(changed.samples()).isEqualTo(change.of(noise).samples()).isNotEqualTo(before);
        assertThat(changed.rate()).isEqualTo(RATE);
        assertThat(noise.samples()).isEqualTo(before);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void allRatesAreChanged(Change change) {
        for (int rate : List.of(8_000, 11_000, 48_000, 96_000)) {
            Wave wave = Wave.sine(440, 1, rate);
            Wave changed = change.of(wave);
            assertThat(changed.rate()).isEqualTo(rate);
            assertThat(changed.seconds()).as("%s at %d Hz", change, rate).isBetween(0.69, 1.001);
        }
    }

    @Test
    void levels() {
        assertThat(gain(Changes.SOFTER, 440)).isCloseTo(-6, within(1e-4));
        assertThat(gain(Changes.LOUDER, 440)).isCloseTo(6, within(1e-4));
        Wave loud = Waves.of(RATE, i -> i % 2 == 0 ? 0.9 : -0.9);
        assertThat(Changes.LOUDER.of(loud).sample(0)).as("not clipped").isCloseTo(1.7957f, within(1e-4f));
    }

    /** From the formula of the analogue filter; at half the rate the digital one has all of the gain. */
    @ParameterizedTest
    @CsvSource({"40, 0", "1000, 3", "10900, 6"})
    void theTrebleIsChangedByAGentleShelf(double hertz, double decibels) {
        assertThat(gain(Changes.MORE_TREBLE, hertz)).isCloseTo(decibels, within(0.02));
        assertThat(gain(Changes.LESS_TREBLE, hertz)).isCloseTo(-decibels, within(0.02));
    }

    @Test
    void trebleNeedsARate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Changes.MORE_TREBLE.of(Wave.sine(100, 1, 2000)))
                .withMessage("the rate is 2000 Hz, too low for treble");
    }

    /** But for 0.4 dB, what the encoder changes is 40 dB below the tone. 11,000 and 96,000 Hz are no rates of MP3. */
    @ParameterizedTest
    @ValueSource(ints = {11_000, 22_050, 44_100, 96_000})
    void mp3IsAlmostTheSame(int rate) {
        Wave tone = Wave.sine(440, 2, rate);
        Wave changed = Changes.MP3.of(tone);
        assertThat(changed.length()).isEqualTo(tone.length());
        assertThat(decibels(power(changed) / power(tone))).isCloseTo(20 * Math.log10(LAME), within(0.01));
        Wave softer = Waves.of(tone.length(), i -> LAME * tone.sample(i));
        assertThat(decibels(power(tone) / power(difference(changed, softer)))).isBetween(40.0, 90.0);
    }

    @Test
    void noiseIsThirtyDecibelsBelow() {
        Wave chirp = Waves.chirp(4 * RATE);
        Wave noise = difference(Changes.NOISE.of(chirp), chirp);
        assertThat(decibels(power(chirp) / power(noise))).isCloseTo(30, within(0.2));
        assertThat(mean(noise, 1)).isCloseTo(0, within(2e-4));
    }

    @Test
    void halfASemitone() {
        Wave changed = Changes.HIGHER.of(Waves.sine(2 * RATE, 440));
        assertThat(changed.length()).isEqualTo(2 * RATE);
        assertThat(hertz(changed)).isCloseTo(440 * Math.pow(2, 0.5 / 12), within(0.1));
    }

    @Test
    void twoPerCentFasterAtTheSamePitch() {
        Wave changed = Changes.FASTER.of(Waves.sine(2 * RATE, 440));
        assertThat(changed.seconds()).isCloseTo(2 / 1.02, within(1e-4));
        assertThat(hertz(changed)).isCloseTo(440, within(0.1));
    }

    @Test
    void aTurntableMakesASoundFasterAndHigher() {
        Wave changed = Changes.TURNTABLE.of(Waves.sine(2 * RATE, 440));
        assertThat(changed.seconds()).isCloseTo(2 / 1.02, within(1e-4));
        assertThat(hertz(changed)).isCloseTo(440 * 1.02, within(0.1));
        assertThat(decibels(power(changed) / power(Waves.sine(2 * RATE, 440)))).isCloseTo(0, within(0.01));
    }

    @Test
    void laterByThreeTenths() {
        Wave noise = Waves.noise(RATE, 1);
        assertThat(Changes.LATER.of(noise).samples())
                .isEqualTo(noise.slice(6615, RATE).samples());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Changes.LATER.of(noise.first(6615)))
                .withMessage("too short to start 0.3 s later: it has 6615 samples");
    }

    @Test
    void anOffset() {
        Wave noise = Waves.noise(RATE, 1);
        Wave added = difference(Changes.OFFSET.of(noise), noise);
        assertThat(mean(added, 1)).isCloseTo(0.01, within(1e-7));
        assertThat(power(added)).isCloseTo(1e-4, within(1e-8));
    }

    @Test
    void nothingIsLeftAboveEightKilohertz() {
        assertThat(gain(Changes.RESAMPLED, 7000)).isCloseTo(0, within(0.02));
        assertThat(gain(Changes.RESAMPLED, 8500)).isLessThan(-80);
        assertThat(Changes.RESAMPLED.of(Waves.noise(RATE, 1)).length()).isEqualTo(RATE);
        Wave low = Wave.sine(440, 1, 16_000);
        assertThat(Changes.RESAMPLED.of(low)).isSameAs(low);
    }

    @Test
    void namesDifferAndDescriptionsSayWhatIsDone() {
        assertThat(ALL).extracting(Change::name).doesNotHaveDuplicates().hasSize(12);
        assertThat(ALL).extracting(Change::description).doesNotHaveDuplicates().allMatch(text -> text.length() > 10);
        assertThat(Changes.MP3).hasToString("MP3 at 64 kbit/s");
        assertThatIllegalArgumentException().isThrownBy(() -> new Change(" ", "nothing", wave -> wave));
    }
}
